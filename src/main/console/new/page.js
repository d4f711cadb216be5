import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get, upload } from '../api.js';
import { bytes } from '../format.js';
import { alert, heading, progress } from '../parts.js';
import { user } from '../session.js';
import { words } from '../words.js';
import { changed, choose, file, forget, key, resume } from './draft.js';
import { input } from './input.js';
import { options, query } from './options.js';
import { told, wrongOption } from './refusal.js';
import { beginning, flaws, report } from './report.js';
import { ofFile, ofLines } from './source.js';
import dictionary from './words.js';

const t = words(dictionary);
const PAUSE_IN_TYPING = 600;
/** What is larger is looked through by the server only when somebody asks for it: it must be sent for that. */
const CHECKED_AT_ONCE = 1_000_000;

/** Texts on their way to become a batch: read, checked, sent. */
export async function open({ host, signal }) {
  const draft = resume(user().name);
  const state = { models: [], source: null, checked: null, problem: null, sending: null };
  const draw = () => !signal.aborted && render(page(state, draft, on), host);
  let timer;
  let reading = 0;
  signal.addEventListener('abort', () => clearTimeout(timer));

  /** Reads what there is to send, and has it checked if it is small. */
  async function read() {
    clearTimeout(timer);
    state.sending?.stop.abort();
    const turn = ++reading;
    Object.assign(state, { checked: null, problem: null });
    try {
      const source = await sourceOf(draft);
      if (turn !== reading) {
        return;
      }
      state.source = source;
      if (source && source.body.size <= CHECKED_AT_ONCE) {
        timer = setTimeout(check, PAUSE_IN_TYPING);
      }
    } catch (problem) {
      Object.assign(state, { source: null, problem: told(problem) });
    }
    draw();
  }

  /** Undefined if it was given up or refused, which is shown. */
  async function send(verb, query, headers) {
    const stop = new AbortController();
    const sending = { verb, stop, sent: 0, size: state.source.body.size };
    Object.assign(state, { sending, problem: null });
    draw();
    try {
      return await upload('POST', '/api/v1/batches', {
        query,
        headers: { ...state.source.headers, ...headers },
        body: state.source.body,
        signal: AbortSignal.any([signal, stop.signal]),
        progress(sent) {
          sending.sent = sent;
          draw();
        },
      });
    } catch (problem) {
      if (problem.name !== 'AbortError') {
        state.problem = problem;
      }
    } finally {
      if (state.sending === sending) {
        state.sending = null;
      }
      draw();
    }
  }

  async function check() {
    clearTimeout(timer);
    const asked = reading;
    const checked = await send('check', { ...query(draft), onError: '', dryRun: true });
    if (asked === reading) {
      state.checked = checked ?? null;
      draw();
    }
  }

  async function submit() {
    clearTimeout(timer);
    state.sending?.stop.abort();
    const batch = await send('submit', query(draft), { 'Idempotency-Key': key(draft) });
    if (batch) {
      forget();
      location.hash = `#/batches/${batch.id}`;
    }
  }

  function change(values, again) {
    Object.assign(draft, values);
    changed(draft);
    return again();
  }

  const on = {
    check,
    submit,
    stop: () => state.sending.stop.abort(),
    lines: (lines) => change({ lines }, read),
    file(taken) {
      choose(draft, taken);
      read();
    },
    set: (name, value) => change({ [name]: value }, read),
    onError: (onError) => change({ onError }, draw),
    // The same texts, perhaps to be refused for another reason.
    option: (name, value) => change({ options: { ...draft.options, [name]: value } }, () => { state.problem = null; draw(); }),
  };

  await read();
  ({ models: state.models } = await get('/api/v1/models', {}, signal));
  draw();
}

async function sourceOf(draft) {
  if (draft.file) {
    return file() ? ofFile(file(), draft) : null;
  }
  return draft.lines.trim() ? ofLines(draft.lines) : null;
}

const page = (state, draft, on) => html`
  ${heading(t('title'))}
  ${input(draft, state.source, on)}
  ${draft.file && !state.source && !state.problem ? html`<div class="alert alert-warning" role="alert">${t('chooseAgain', draft.file.name)}</div>` : nothing}
  ${options({ draft, models: state.models, wrong: wrongOption(state.problem) }, on.option)}
  <div class="my-3">${refusal(state.problem)} ${send(state, draft, on)}</div>
  ${state.checked ? report(state.checked) : nothing}
  ${state.source?.first.length > 0 ? beginning(state.source.first) : nothing}`;

/** Texts that made the server refuse all of them are named by line. */
const refusal = (problem) => {
  if (!problem || wrongOption(problem)) {
    return nothing;
  }
  const { errors } = problem.body ?? {};
  return html`${alert(problem)} ${errors ? flaws(errors, errors.length) : nothing}`;
};

const send = ({ source, sending }, draft, on) => html`
  <div class="d-flex flex-wrap align-items-end gap-3">
    <div>
      <label class="form-label" for="on-error">${t('onError')}</label>
      <select class="form-select" id="on-error" @change=${(event) => on.onError(event.target.value)}>
        ${['fail', 'reject'].map((way) => html`<option value=${way} .selected=${draft.onError === way}>${t(way)}</option>`)}
      </select>
    </div>
    <button class="btn btn-outline-primary" id="check" ?disabled=${!source || sending !== null} @click=${on.check}>${t('check')}</button>
    <button class="btn btn-primary" id="submit" ?disabled=${!source || sending?.verb === 'submit'} @click=${on.submit}>${t('submit')}</button>
  </div>
  ${sending && (sending.verb === 'submit' || sending.size > CHECKED_AT_ONCE) ? onItsWay(sending, on.stop) : nothing}`;

const onItsWay = ({ verb, sent, size }, stop) => html`
  <div class="mt-3" id="on-its-way">
    ${progress(Math.min(1, sent / Math.max(1, size)), t('upload'))}
    <div class="d-flex flex-wrap align-items-center gap-3 mt-1">
      <span class="small" role="status">${sent < size ? t('sent', bytes(sent), bytes(size)) : t(verb === 'submit' ? 'stored' : 'lookedThrough')}</span>
      <button class="btn btn-sm btn-outline-secondary" id="stop" @click=${stop}>${t('stop')}</button>
    </div>
  </div>`;
