import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { address, get } from '../api.js';
import { alert, heading, loading } from '../parts.js';
import { refresh } from '../refresh.js';
import { find } from '../routes.js';
import { may } from '../session.js';
import { words } from '../words.js';
import { ACTIONS, allowed, isGone, perform } from './actions.js';
import { filters, MEMBERS, NEWEST_FIRST } from './filters.js';
import { summary } from './refused.js';
import { rows } from './rows.js';
import { table } from './table.js';
import dictionary from './words.js';

const t = words(dictionary);

/** Kept here because a change of language reopens the page, and the selection should survive it. */
let kept = new Map();

/** A live list of all batches that the user may see. */
export async function open({ host, query, signal }) {
  const filter = Object.fromEntries(MEMBERS.map((name) => [name, query.get(name) ?? '']));
  const sort = () => filter.sort || NEWEST_FIRST;
  /** By id, as last seen: selected batches stay selected when they are no longer shown. */
  const picked = kept;
  kept = new Map();
  let list = null;
  /** The list requested last; it replaces the shown one once it is loaded. */
  let wanted;
  /** The problem with loading, until that works again; and the problem with the last action, until the next one. */
  let problem = null;
  let refused = null;
  const draw = () => !signal.aborted && render(page(), host);
  const search = filters(filter, restart, signal);

  function start() {
    const asked = { ...filter };
    wanted = rows((after, limit) => get('/api/v1/batches', { ...asked, after, limit }, signal));
  }

  async function load(still = somebodyIsThere()) {
    const loaded = wanted;
    await loaded.refresh(loaded === list && still);
    // More typing makes this response obsolete.
    if (loaded === wanted) {
      list = loaded;
      list.all().filter(({ id }) => picked.has(id)).forEach((batch) => picked.set(batch.id, batch));
      problem = null;
      draw();
    }
  }

  /** Rows do not move while the user points at them. */
  const somebodyIsThere = () => picked.size > 0 || host.querySelector('tbody:is(:hover, :focus-within)') !== null;

  async function restart() {
    history.replaceState(null, '', address('#/batches', filter));
    start();
    await asking(() => load(false));
  }

  async function asking(what) {
    try {
      await what();
    } catch (reason) {
      failed(reason);
    }
  }

  function failed(reason) {
    problem = reason;
    draw();
  }

  async function more() {
    refused = null;
    try {
      await list.more();
    } catch (reason) {
      refused = reason;
    }
    draw();
  }

  async function act(action) {
    const left = await perform(action, [...picked.values()], t);
    if (left) {
      picked.clear();
      left.filter(({ problem: reason }) => !isGone(reason)).forEach(({ batch }) => picked.set(batch.id, batch));
      refused = summary(left, t);
      draw();
      await asking(() => load(false));
    }
  }

  const on = {
    pick(batches, yes) {
      batches.forEach((batch) => (yes ? picked.set(batch.id, batch) : picked.delete(batch.id)));
      draw();
    },
    sort(chosen) {
      filter.sort = chosen === NEWEST_FIRST ? '' : chosen;
      restart();
    },
  };

  const page = () => html`
    ${heading(t('title'), links())}
    ${search()}
    <div class="console-over d-flex flex-wrap align-items-center gap-2 mb-2">${may('submitter') ? actions() : nothing} ${held()}</div>
    ${alert(refused)} ${alert(problem)}
    <div aria-busy=${list !== wanted}>${body(shown())}</div>
    ${list?.hasMore() ? html`<button class="btn btn-outline-secondary mb-5" id="more" @click=${more}>${t('more')}</button>` : nothing}`;

  const shown = () => list?.all() ?? [];

  function body(batches) {
    if (batches.length > 0) {
      return table(batches, picked, sort(), on);
    }
    return list ? html`<p>${t(MEMBERS.some((name) => name !== 'sort' && filter[name]) ? 'none' : 'empty')}</p>` : loading();
  }

  const links = () =>
    [['new', 'btn-primary'], ['try-it', 'btn-outline-secondary']]
      .filter(([name]) => find(name) && may('submitter'))
      .map(([name, look]) => html`<a class="btn btn-sm ${look}" href="#/${name}">${t(name)}</a>`);

  const actions = () => html`
    <div class="console-actions d-flex flex-wrap align-items-center gap-2" data-picked=${picked.size}>
      ${ACTIONS.map((action) => html`
        <button class="btn btn-sm btn-outline-secondary" id=${action.verb} ?disabled=${![...picked.values()].some((batch) => allowed(action, batch))}
                @click=${() => act(action)}>${t(action.verb)}</button>`)}
      <span class="small" role="status">${picked.size > 0 ? selection() : nothing}</span>
    </div>`;

  const held = () => html`
    <span class="small" role="status">${list?.held() > 0
      ? html`<button class="btn btn-sm btn-link" id="held" @click=${() => asking(() => load(false))}>${t('held', list.held())}</button>`
      : nothing}</span>`;

  function selection() {
    const hidden = picked.size - shown().filter(({ id }) => picked.has(id)).length;
    return html`${t('picked', picked.size)}${hidden > 0 ? t('hidden', hidden) : nothing}
      <button class="btn btn-sm btn-link" @click=${() => { picked.clear(); draw(); }}>${t('unpick')}</button>`;
  }

  addEventListener('reopening', () => { kept = picked; }, { signal });
  start();
  draw();
  await refresh(load, 2_000, signal, failed);
}
