import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { get } from '../api.js';
import { ago, instant, number } from '../format.js';
import { alert, heading, loading } from '../parts.js';
import { words } from '../words.js';
import { batchOf, described } from './acts.js';
import { asked, search } from './search.js';
import dictionary from './words.js';

const t = words(dictionary);
const PAGE = 50;

/** The audit log, latest entry first. */
export async function open({ host, query, signal }) {
  const filter = asked(query);
  let entries = null;
  let next = null;
  let problem = null;
  const draw = () => render(page(), host);

  /** Loads the next entries, or all from the start. */
  async function load(after = null) {
    try {
      const found = await get('/api/v1/audit', { ...filter, after, limit: PAGE }, signal);
      // Two clicks are one.
      if (after === null || after === next) {
        entries = after === null ? found.entries : [...entries, ...found.entries];
        next = found.next;
      }
      problem = null;
    } catch (reason) {
      if (signal.aborted) {
        return;
      }
      problem = reason;
    }
    draw();
  }

  const page = () => html`
    ${heading(t('title'), html`<button class="btn btn-sm btn-outline-secondary" id="refresh" @click=${() => load()}>${t('refresh')}</button>`)}
    ${search(filter)} ${alert(problem)}
    ${entries === null ? (problem ? nothing : loading()) : entries.length === 0 ? html`<p>${t('none')}</p>` : table()}
    ${next ? html`<button class="btn btn-outline-secondary" id="more" @click=${() => load(next)}>${t('more')}</button>` : nothing}`;

  const table = () => html`
    <div class="table-responsive" tabindex="0" role="region" aria-label=${t('title')}>
      <table class="table align-top console-stack" id="audit-table">
        <thead><tr>${['at', 'user', 'act', 'outcome'].map((column) => html`<th scope="col">${t(column)}</th>`)}</tr></thead>
        <tbody>${repeat(entries, ({ id }) => id, row)}</tbody>
      </table>
    </div>
    <p class="small text-body-secondary">${t('zone', Intl.DateTimeFormat().resolvedOptions().timeZone)} ${next ? nothing : t('end')}</p>`;

  draw();
  await load();
}

const row = (entry) => html`<tr>
  <td class="text-nowrap">${instant(entry.at)} <span class="small text-body-secondary d-md-block">${ago(entry.at)}</span></td>
  <td><a href="#/audit?${new URLSearchParams({ user: entry.user })}">${entry.user}</a></td>
  <td>${described(entry, t)} ${batch(batchOf(entry))} ${details(entry)}</td>
  <td>${outcome(entry.status)}</td>
</tr>`;

const batch = (id) => (id ? html`<a href="#/batches/${id}">${id.slice(-12)}</a>` : nothing);

const details = (entry) => html`
  <details class="small">
    <summary class="text-body-secondary">${t('details')}</summary>
    <dl class="console-pairs mb-0">
      <dt>${t('request')}</dt><dd><code class="text-break">${entry.method} ${entry.path}</code></dd>
      <dt>${t('status')}</dt><dd>${entry.status ?? t('unknownWhy')}</dd>
      <dt>${t('signedIn')}</dt><dd class="text-break">${entry.token ? t('token', entry.token) : t('password')}</dd>
      <dt>${t('address')}</dt><dd>${entry.from}</dd>
      <dt>${t('number')}</dt><dd>${number(entry.id)}</dd>
    </dl>
  </details>`;

/** Name and colour by lowest status. */
const OUTCOMES = [
  [500, 'failed', 'danger'],
  [402, 'refused', 'warning'],
  [401, 'unauthorized', 'danger'],
  [400, 'refused', 'warning'],
  [0, 'done', 'success'],
];

function outcome(status) {
  const [, key, colour] = status === null ? [0, 'unknown', 'secondary'] : OUTCOMES.find(([least]) => status >= least);
  return html`<span class="badge text-bg-${colour}">${t(key)}</span>`;
}
