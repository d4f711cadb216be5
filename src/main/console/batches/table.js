import { html, nothing } from '../lib/lit-html/lit-html.js';
import { live } from '../lib/lit-html/directives/live.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { ago, duration, instant, number, percent } from '../format.js';
import { badge } from '../parts.js';
import { may } from '../session.js';
import { words } from '../words.js';
import { label } from './actions.js';
import dictionary from './words.js';

const t = words(dictionary);

/** The columns with their sort keys, in the order first applied; a phone hides those with `wide`. */
const COLUMNS = [
  { name: 'name', sort: 'name' },
  { name: 'state', sort: '-state' },
  { name: 'progress' },
  { name: 'total', sort: '-total', wide: true },
  { name: 'rate', wide: true },
  { name: 'left', wide: true },
  { name: 'age', sort: '-created', wide: true },
  { name: 'owner', wide: true },
];

const WIDE = 'd-none d-lg-table-cell';
const turned = (sort) => (sort.startsWith('-') ? sort.slice(1) : `-${sort}`);

/**
 * @param batches the rows
 * @param picked the selected ones, by id
 * @param sort the current sort key, as in the API
 * @param on {pick(batches, yes), sort(sort)}
 */
export const table = (batches, picked, sort, on) => html`
  <div class="table-responsive" tabindex="0" role="region" aria-label=${t('title')}>
    <table class="table table-hover align-middle console-batches">
      <thead><tr>
        ${may('submitter') ? html`<th class="console-pick"><input class="form-check-input" type="checkbox" aria-label=${t('pickAll')}
            .checked=${live(batches.every(({ id }) => picked.has(id)))} @change=${(event) => on.pick(batches, event.target.checked)} /></th>` : nothing}
        ${COLUMNS.map((column) => header(column, sort, on.sort))}
      </tr></thead>
      <tbody>${repeat(batches, ({ id }) => id, (batch) => row(batch, picked, on.pick))}</tbody>
    </table>
  </div>`;

function header({ name, sort, wide }, now, resort) {
  const shown = sort && (now === sort || now === turned(sort));
  const order = shown ? (now.startsWith('-') ? 'descending' : 'ascending') : nothing;
  return html`<th scope="col" class="console-${name} ${wide ? WIDE : ''}" aria-sort=${order}>
    ${sort
      ? html`<button class="console-sort" data-sort=${name} @click=${() => resort(now === sort ? turned(sort) : sort)}>${t(name)}<span aria-hidden="true">
          ${shown ? (order === 'ascending' ? '▲' : '▼') : ''}</span></button>`
      : t(name)}
  </th>`;
}

function row(batch, picked, pick) {
  const name = label(batch);
  return html`<tr id=${batch.id} class=${picked.has(batch.id) ? 'table-active' : ''}>
    ${may('submitter') ? html`<td><input class="form-check-input" type="checkbox" aria-label=${t('pick', name)}
        .checked=${live(picked.has(batch.id))} @change=${(event) => pick([batch], event.target.checked)} /></td>` : nothing}
    <td><a class="text-break" href="#/batches/${batch.id}">${name}</a>
      ${batch.tags.map((tag) => html`<span class="badge text-bg-secondary text-wrap text-break">${tag}</span> `)}
      <div class="d-lg-none small text-body-secondary">${brief(batch)}</div></td>
    <td>${badge(batch.state)}</td>
    <td>${bar(batch, name)}
      <span class="small">${number(batch.succeeded)}<span class="d-lg-none"> / ${number(batch.total)}</span><span class="d-none d-lg-inline text-body-secondary"> · ${percent(done(batch) / 100)}</span>
        ${batch.failed ? html`<span class="text-danger-emphasis text-nowrap">${t('failures', number(batch.failed))}</span>` : nothing}</span></td>
    <td class="${WIDE} text-nowrap">${number(batch.total)}</td>
    <td class="${WIDE} text-nowrap">${rate(batch) ?? '–'}</td>
    <td class="${WIDE} text-nowrap">${left(batch) ?? '–'}</td>
    <td class="${WIDE} text-nowrap" title=${instant(batch.createdAt)}>${ago(batch.createdAt)}</td>
    <td class="${WIDE} text-break">${batch.owner}</td>
  </tr>`;
}

/** In percent, rounded down, so that 100 % means complete. */
const done = ({ succeeded, failed, total }) => Math.floor((100 * (succeeded + failed)) / total);

/** Progress, and the share of failures in it. */
const bar = (batch, name) => html`
  <div class="progress" role="progressbar" aria-label=${name} aria-valuemin="0" aria-valuemax="100" aria-valuenow=${done(batch)}>
    ${[[batch.succeeded, 'bg-primary'], [batch.failed, 'bg-danger']].map(([count, colour]) => html`
      <div class="progress-bar ${colour}" .style=${`width: ${(100 * count) / batch.total}%`}></div>`)}
  </div>`;

/** Values for which a phone has no columns. */
const brief = (batch) => [ago(batch.createdAt), rate(batch), batch.expectedEnd && t('stillTakes', left(batch))].filter(Boolean).join(' · ');

const rate = ({ itemsPerSecond }) => (itemsPerSecond === null ? null : t('perSecond', number(itemsPerSecond, 1)));

const left = ({ expectedEnd }) => (expectedEnd ? duration(Math.max(0, (Date.parse(expectedEnd) - Date.now()) / 1000)) : null);
