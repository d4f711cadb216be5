import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { get } from '../api.js';
import { ago, duration, instant, number } from '../format.js';
import { alert, badge, heading, loading, progress, stateName } from '../parts.js';
import { refresh } from '../refresh.js';
import { may } from '../session.js';
import { words } from '../words.js';
import { ACTIONS, allowed, perform } from './actions.js';
import dictionary from './words.js';

const t = words(dictionary);
const PAGE = 50;
const STATES = ['SCHEDULED', 'QUEUED', 'RUNNING', 'PAUSED', 'COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'];

/** All batches that one may see, newest first, as they stand now. */
export async function open({ host, query, signal }) {
  const filter = { state: query.get('state'), name: query.get('name'), tag: query.get('tag'), owner: query.get('owner') };
  const picked = new Set();
  let batches = null;
  let next = null;
  let shown = PAGE;
  let problem = null;
  const draw = () => render(page(), host);

  async function load() {
    ({ batches, next } = await get('/api/v1/batches', { ...filter, limit: shown }, signal));
    problem = null;
    draw();
  }

  function failed(reason) {
    problem = reason;
    draw();
  }

  async function act(action) {
    try {
      if (await perform(action, chosen(), t)) {
        picked.clear();
      }
      await load();
    } catch (reason) {
      failed(reason);
    }
  }

  const chosen = () => (batches ?? []).filter(({ id }) => picked.has(id));

  function pick(id, yes) {
    picked[yes ? 'add' : 'delete'](id);
    draw();
  }

  function find(event) {
    event.preventDefault();
    const given = [...new FormData(event.target)].filter(([, value]) => value !== '');
    location.hash = `#/batches?${new URLSearchParams(given)}`;
  }

  function more() {
    shown += PAGE;
    load().catch(failed);
  }

  const page = () => html`
    ${heading(t('title'), may('submitter') ? actions() : nothing)}
    ${search()} ${alert(problem)}
    ${batches === null ? loading() : batches.length === 0 ? html`<p>${t('none')}</p>` : table()}
    ${next ? html`<button class="btn btn-outline-secondary" id="more" @click=${more}>${t('more')}</button>` : nothing}`;

  const actions = () => html`
    ${picked.size > 0 ? html`<span class="align-self-center small" role="status">${t('picked', picked.size)}</span>` : nothing}
    ${ACTIONS.map((action) => html`
      <button class="btn btn-sm btn-outline-secondary" id=${action.verb} ?disabled=${!chosen().some((batch) => allowed(action, batch))}
              @click=${() => act(action)}>${t(action.verb)}</button>`)}`;

  const search = () => html`
    <form class="row g-2 mb-3" role="search" @submit=${find}>
      <div class="col-6 col-md-3">
        <select class="form-select" name="state" aria-label=${t('state')} @change=${(event) => event.target.form.requestSubmit()}>
          <option value="">${t('any')}</option>
          ${STATES.map((state) => html`<option value=${state} ?selected=${filter.state === state}>${stateName(state)}</option>`)}
        </select>
      </div>
      ${(may('operator') ? ['name', 'tag', 'owner'] : ['name', 'tag']).map((field) => html`
        <div class="col-6 col-md-2">
          <input class="form-control" name=${field} placeholder=${t(field)} aria-label=${t(field)} .value=${filter[field] ?? ''} />
        </div>`)}
      <div class="col-auto"><button class="btn btn-outline-primary">${t('find')}</button></div>
    </form>`;

  const table = () => html`
    <div class="table-responsive" tabindex="0" role="region" aria-label=${t('title')}>
      <table class="table table-hover align-middle">
        <thead><tr>
          ${may('submitter') ? html`<th><input class="form-check-input" type="checkbox" aria-label=${t('pickAll')}
              .checked=${picked.size === batches.length} @change=${(event) => all(event.target.checked)} /></th>` : nothing}
          ${['name', 'state', 'progress', 'rate', 'left', 'age', 'owner'].map((column) => html`<th scope="col">${t(column)}</th>`)}
        </tr></thead>
        <tbody>${repeat(batches, ({ id }) => id, row)}</tbody>
      </table>
    </div>`;

  function all(yes) {
    batches.forEach(({ id }) => picked[yes ? 'add' : 'delete'](id));
    draw();
  }

  const row = (batch) => {
    const label = batch.name ?? batch.id.slice(-12);
    return html`<tr id=${batch.id}>
      ${may('submitter') ? html`<td><input class="form-check-input" type="checkbox" aria-label=${t('pick', label)}
          .checked=${picked.has(batch.id)} @change=${(event) => pick(batch.id, event.target.checked)} /></td>` : nothing}
      <td><a href="#/batches/${batch.id}">${label}</a> ${batch.tags.map((tag) => html`<span class="badge text-bg-secondary">${tag}</span> `)}</td>
      <td>${badge(batch.state)}</td>
      <td class="console-progress">${progress(batch.progress, label)}
        <span class="small text-nowrap">${number(batch.succeeded)}${batch.failed ? html` + <span class="text-danger-emphasis">${number(batch.failed)}</span>` : nothing} / ${number(batch.total)}</span></td>
      <td class="text-nowrap">${batch.itemsPerSecond === null ? '–' : t('perSecond', number(batch.itemsPerSecond, 1))}</td>
      <td class="text-nowrap">${batch.expectedEnd ? duration(Math.max(0, (Date.parse(batch.expectedEnd) - Date.now()) / 1000)) : '–'}</td>
      <td class="text-nowrap" title=${instant(batch.createdAt)}>${ago(batch.createdAt)}</td>
      <td>${batch.owner}</td>
    </tr>`;
  };

  draw();
  await refresh(load, 2_000, signal, failed);
}
