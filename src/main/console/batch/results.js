import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { percent } from '../format.js';
import { alert, badge } from '../parts.js';
import { filled } from '../try-it/answer.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const PAGE = 100;
const FORMATS = [['csv', 'text/csv'], ['ndjson', 'application/x-ndjson']];

/**
 * The results of a batch, in input order, in a table that grows on demand.
 *
 * @returns a function that asks for them again, to be called when there are more or other ones
 */
export function results(host, id, signal) {
  const path = `/api/v1/batches/${id}/results`;
  let items = [];
  let next = null;
  let onlyFailed = false;
  let problem = null;
  const draw = () => render(section(), host);

  async function load(after) {
    try {
      const page = await get(path, { limit: PAGE, after, state: onlyFailed ? 'FAILED' : null }, signal);
      items = after === undefined ? page.items : [...items, ...page.items];
      next = page.next;
      problem = null;
    } catch (reason) {
      problem = reason;
    }
    if (!signal.aborted) {
      draw();
    }
  }

  function filter(event) {
    onlyFailed = event.target.checked;
    load();
  }

  async function download(format, type) {
    const answer = await fetch(path, { headers: { Accept: type }, signal });
    const link = document.createElement('a');
    link.href = URL.createObjectURL(await answer.blob());
    link.download = `${id}.${format}`;
    link.click();
    URL.revokeObjectURL(link.href);
  }

  const section = () => html`
    <div class="d-flex flex-wrap justify-content-between align-items-center gap-2 mb-2">
      <h2 class="h5 mb-0">${t('results')}</h2>
      <div class="d-flex flex-wrap align-items-center gap-3">
        <div class="form-check">
          <input class="form-check-input" type="checkbox" id="only-failed" .checked=${onlyFailed} @change=${filter} />
          <label class="form-check-label" for="only-failed">${t('onlyFailed')}</label>
        </div>
        ${FORMATS.map(([format, type]) => html`
          <button class="btn btn-sm btn-outline-primary" @click=${() => download(format, type)}>${t('download')} ${format.toUpperCase()}</button>`)}
      </div>
    </div>
    ${alert(problem)}
    ${items.length === 0 ? html`<p>${t('none')}</p>` : table()}
    ${next === null ? nothing : html`<button class="btn btn-outline-secondary" id="more" @click=${() => load(next)}>${t('more')}</button>`}`;

  const table = () => html`
    <div class="table-responsive" tabindex="0" role="region" aria-label=${t('results')}>
      <table class="table align-middle" id="results">
        <thead><tr><th scope="col">${t('index')}</th><th scope="col">${t('text')}</th><th scope="col">${t('answer')}</th></tr></thead>
        <tbody>${items.map(row)}</tbody>
      </table>
    </div>`;

  const row = (item) => html`<tr>
    <td>${item.index}${item.id ? html`<br /><span class="small">${item.id}</span>` : nothing}</td>
    <td>${item.masks ? filled(item, best(item)) : item.text}</td>
    <td>${item.masks ? item.masks.map(candidates) : html`${badge(item.state)} <span class="small">${item.error?.message ?? ''}</span>`}</td>
  </tr>`;

  load();
  return () => (items.length <= PAGE ? load() : Promise.resolve());
}

/** Those of the best joint filling, or of each mask alone. */
export const best = (item) => item.masks.map((mask, i) => item.fillings?.[0]?.tokens[i] ?? mask.predictions[0]?.token);

const candidates = (mask) => html`<div>
  ${mask.predictions.map(({ token, score }) => html`<span class="me-2 text-nowrap">${token} <span class="small text-body-secondary">${percent(score)}</span></span>`)}
</div>`;
