import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { live } from '../lib/lit-html/directives/live.js';
import { get } from '../api.js';
import { number } from '../format.js';
import { alert, badge } from '../parts.js';
import { virtual } from '../virtual.js';
import { words } from '../words.js';
import { commands, downloads } from './commands.js';
import { details } from './details.js';
import { isSet, keep, members } from './filter.js';
import { answer } from './facts.js';
import { everything, found } from './rows.js';
import { chips, excerpt } from './text.js';
import dictionary from './words.js';

const t = words(dictionary);
const PAUSE_IN_TYPING = 300;
const PAUSE_IN_SCROLLING = 80;

/**
 * The results of a batch in input order: all, or those that match a filter.
 *
 * @param filter the initial filter
 * @param filtered (filter) => void, when the filter changes
 * @returns {filter(changes), refresh()}; call refresh when there are more or other results
 */
export function results(host, batch, filter, filtered, signal) {
  const path = `/api/v1/batches/${batch.id}`;
  let items;
  let asked = new AbortController();
  let problem = null;
  let typing;
  let scrolling;
  let stale = false;
  let refreshing = false;

  render(html`<div></div><div></div><div class="mt-3"></div>`, host);
  const [above, place, below] = host.children;
  const table = virtual(place, {
    id: 'results',
    label: t('results'),
    head: ['index', 'text', 'answer'].map((column) => html`<div role="columnheader">${t(column)}</div>`),
    row: (index) => row(items.at(index)),
    open,
    shown: () => {
      clearTimeout(scrolling);
      scrolling = setTimeout(want, PAUSE_IN_SCROLLING);
    },
  }, signal);

  /** Starts again and abandons earlier requests. */
  function look() {
    asked.abort();
    asked = new AbortController();
    const own = asked.signal;
    const ask = (query) => get(`${path}/results`, { ...members(filter), ...query }, own);
    items = isSet(filter) ? found(ask, () => own.aborted || draw()) : everything(ask, batch.total);
    problem = null;
    keep(batch.id, filter);
    filtered(filter);
    table.resize(items.count(), items.known());
    table.toTop();
    draw();
    want();
  }

  async function settled(task) {
    const { signal: own } = asked;
    try {
      await task;
      problem = null;
    } catch (reason) {
      problem = own.aborted ? problem : reason;
    }
    if (!own.aborted) {
      draw();
    }
  }

  const want = () => settled(items.want(...table.seen()));

  /** One request at a time: the batch may progress faster than the server responds. */
  async function refresh() {
    stale = true;
    if (!refreshing) {
      refreshing = true;
      while (stale && !signal.aborted) {
        stale = false;
        await settled(items.refresh(...table.seen()));
      }
      refreshing = false;
    }
  }

  function open(index) {
    const at = async (one) => {
      await settled(items.want(one, one));
      return items.at(one);
    };
    details({ at, count: items.count }, index, batch.looseMasks, signal);
  }

  function change(changes) {
    const other = Object.entries(changes).some(([name, value]) => filter[name] !== value);
    // A focused field also fires a change event when the page is left.
    if (other && !signal.aborted) {
      filter = { ...filter, ...changes };
      look();
    }
  }

  function type(event) {
    clearTimeout(typing);
    // Ignore an unfinished input-method composition, such as Pinyin.
    if (!event.isComposing) {
      typing = setTimeout(() => change({ q: event.target.value }), event.type === 'change' ? 0 : PAUSE_IN_TYPING);
    }
  }

  function draw() {
    table.resize(items.count(), items.known());
    place.hidden = isSet(filter) && items.known() && items.count() === 0;
    render(head(), above);
    render(commands(batch.id, path, filter), below);
  }

  const head = () => html`
    <div class="d-flex flex-wrap align-items-center gap-3 mb-2">
      <h2 class="h5 mb-0">${t('results')}</h2>
      <input class="form-control form-control-sm console-search" type="search" id="search" placeholder=${t('search')} aria-label=${t('search')}
             .value=${live(filter.q)} @input=${type} @compositionend=${type} @change=${type} />
      <div class="form-check mb-0">
        <input class="form-check-input" type="checkbox" id="only-failed" .checked=${live(filter.failed)} @change=${(event) => change({ failed: event.target.checked })} />
        <label class="form-check-label" for="only-failed">${t('onlyFailed')}</label>
      </div>
      ${batch.warned > 0 || filter.warned
        ? html`<div class="form-check mb-0">
            <input class="form-check-input" type="checkbox" id="only-warned" .checked=${live(filter.warned)} @change=${(event) => change({ warned: event.target.checked })} />
            <label class="form-check-label" for="only-warned">${t('onlyWarned')}</label>
          </div>`
        : nothing}
      ${filter.error ? html`<button class="btn btn-sm btn-primary" id="any-error" aria-label=${t('anyError', filter.error)} @click=${() => change({ error: '' })}>${filter.error} ×</button>` : nothing}
      <div class="ms-md-auto">${downloads(path, filter)}</div>
    </div>
    <p class="small text-body-secondary mb-2" role="status" id="found">${counted()}</p>
    ${alert(problem)}`;

  function counted() {
    if (!isSet(filter)) {
      return t('all', number(batch.total));
    }
    const through = items.through();
    return through === null ? t('found', number(items.number())) : t('foundSoFar', number(items.number()), number(through), number(batch.total));
  }

  const row = (item) =>
    item === undefined
      ? html`<div role="gridcell" class="text-body-secondary">…</div>`
      : html`
        <div role="gridcell" class="console-index">${number(item.index)}${item.id ? html` <span class="text-body-secondary small">${item.id}</span>` : nothing}</div>
        <div role="gridcell" class="console-cut console-excerpt">${item.warnings ? html`<span class="badge text-bg-warning" role="img" aria-label=${t('warned')} title=${t('warned')}>!</span> ` : nothing}${excerpt(item, filter.q, batch.looseMasks)}</div>
        <div role="gridcell" class="console-cut">${item.masks || answer(item).length > 0 ? chips(item) : html`${badge(item.state)} <span class="small">${item.error ? item.error.code : nothing}</span>`}</div>`;

  signal.addEventListener('abort', () => {
    asked.abort();
    clearTimeout(typing);
    clearTimeout(scrolling);
  });
  look();
  return {
    filter: change,
    refresh,
  };
}
