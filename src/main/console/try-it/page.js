import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { live } from '../lib/lit-html/directives/live.js';
import { call, get } from '../api.js';
import { number } from '../format.js';
import { alert, heading } from '../parts.js';
import { words } from '../words.js';
import { answered } from './answer.js';
import dictionary, { EXAMPLES } from './words.js';

const t = words(dictionary);
const PAUSE_IN_TYPING = 350;

const FEW = 5;
const MOST = 1_000;

/** Kept here because a change of language reopens the page, and the input should survive it. */
let kept = null;

/** Fills a sentence immediately; the URL may have `text`, `model` and `topK`. */
export async function open({ host, query, signal }) {
  const state = {
    text: kept?.text ?? query.get('text') ?? EXAMPLES[0],
    options: kept?.options ?? { topK: wanted(query.get('topK')), candidates: 'any', ...(query.get('model') && { model: query.get('model') }) },
    models: [],
    answer: null,
    chosen: new Map(),
    took: null,
    problem: null,
  };
  kept = null;
  const draw = () => render(page(), host);
  // Show the options that the URL sets.
  const unfolded = query.has('model') || query.has('topK');
  let timer;
  let asked = 0;

  async function ask() {
    clearTimeout(timer);
    const turn = ++asked;
    if (!state.text.includes('[MASK]')) {
      Object.assign(state, { answer: null, took: null, problem: null });
      draw();
      return;
    }
    const start = performance.now();
    try {
      const { items } = await call('POST', '/api/v1/fill-mask', { body: { text: state.text, ...state.options }, signal });
      // If the user types faster than the server responds, only the last response counts.
      if (turn === asked) {
        Object.assign(state, { answer: items[0], chosen: new Map(), took: performance.now() - start, problem: null });
      }
    } catch (problem) {
      if (turn === asked && !signal.aborted) {
        state.problem = problem;
      }
    }
    if (!signal.aborted) {
      draw();
    }
  }

  function type(text) {
    state.text = text;
    clearTimeout(timer);
    timer = setTimeout(ask, PAUSE_IN_TYPING);
    draw();
  }

  function set(option, value) {
    if (value === '' || value.length === 0) {
      delete state.options[option];
    } else {
      state.options[option] = value;
    }
    ask();
  }

  function choose(mask, token) {
    state.chosen.set(mask, token);
    draw();
  }

  function insert() {
    const field = host.querySelector('#sentence');
    field.setRangeText('[MASK]', field.selectionStart, field.selectionEnd, 'end');
    field.focus();
    type(field.value);
  }

  function onKey(event) {
    if (event.key === 'Enter' && !event.isComposing) {
      event.preventDefault();
      ask();
    }
  }

  const page = () => html`
    ${heading(t('title'))}
    <div class="mb-3">
      <label class="form-label" for="sentence">${t('text')}</label>
      <textarea class="form-control form-control-lg" id="sentence" rows="2" aria-describedby="hint" .value=${live(state.text)}
                @input=${(event) => type(event.target.value)} @keydown=${onKey}></textarea>
      <div class="d-flex flex-wrap justify-content-between gap-2 mt-1">
        <span class="form-text" id="hint">${t('hint')}</span>
        <button class="btn btn-sm btn-outline-primary" @click=${insert}>${t('insert')}</button>
      </div>
    </div>
    <div class="mb-3" role="group" aria-label=${t('examples')}>
      ${EXAMPLES.map((example) => html`
        <button class="btn btn-sm btn-outline-secondary me-1 mb-1 example" @click=${() => { state.text = example; ask(); }}>${example}</button>`)}
    </div>
    <details class="mb-3" ?open=${unfolded}><summary>${t('options')}</summary>${options()}</details>
    ${alert(state.problem)}
    ${state.answer ? answered(state.answer, state.chosen, choose) : nothing}
    ${state.took ? html`<p class="small text-body-secondary mt-3" id="took">${t('took', number(state.took))}</p>` : nothing}`;

  const options = () => html`
    <div class="row g-2 mt-1">
      <div class="col-12 col-md-5">
        <label class="form-label" for="model">${t('model')}</label>
        <select class="form-select" id="model" @change=${(event) => set('model', event.target.value)}>
          ${state.models.map(({ name, default: first }) => html`<option value=${name} ?selected=${state.options.model ? name === state.options.model : first}>${name}</option>`)}
        </select>
      </div>
      <div class="col-6 col-md-2">
        <label class="form-label" for="top-k">${t('topK')}</label>
        <input class="form-control" id="top-k" type="number" min="1" max=${MOST} .value=${String(state.options.topK)}
               @change=${(event) => set('topK', wanted(event.target.value))} />
      </div>
      <div class="col-6 col-md-2">
        <label class="form-label" for="kind">${t('candidates')}</label>
        <select class="form-select" id="kind" @change=${(event) => set('candidates', event.target.value)}>
          <option value="any">${t('any')}</option>
          <option value="han" ?selected=${state.options.candidates === 'han'}>${t('han')}</option>
        </select>
      </div>
      <div class="col-12 col-md-3">
        <label class="form-label" for="targets">${t('targets')}</label>
        <input class="form-control" id="targets" .value=${(state.options.targets ?? []).join(' ')} @change=${(event) => set('targets', event.target.value.split(/\s+/).filter(Boolean))} />
      </div>
    </div>`;

  addEventListener('reopening', () => { kept = state; }, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  draw();
  ask();
  state.models = (await get('/api/v1/models', {}, signal)).models;
  draw();
}

/** The number of candidates entered, if the server accepts it. */
function wanted(count) {
  const number = Number(count);
  return Number.isInteger(number) && number >= 1 && number <= MOST ? number : FEW;
}
