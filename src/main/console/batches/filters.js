import { html, nothing } from '../lib/lit-html/lit-html.js';
import { live } from '../lib/lit-html/directives/live.js';
import { stateName } from '../parts.js';
import { may } from '../session.js';
import { words } from '../words.js';
import { FINAL, OPEN } from './actions.js';
import dictionary from './words.js';

const t = words(dictionary);
const PAUSE_IN_TYPING = 300;

export const NEWEST_FIRST = '-created';

/** For phones, which do not show all column headers to sort by. */
const SORTS = [NEWEST_FIRST, 'created', 'name', '-state', '-total', 'total'];

/** The query parameters of the URL that select batches. */
export const MEMBERS = ['search', 'state', 'tag', 'owner', 'sort'];

/**
 * The filter form of the list of batches.
 *
 * @param filter {search, state, tag, owner, sort}
 * @param found called with the changes, once the user pauses typing
 * @returns the template of the form
 */
export function filters(filter, found, signal) {
  let timer;
  signal.addEventListener('abort', () => clearTimeout(timer));

  function set(name, value, pause) {
    clearTimeout(timer);
    filter[name] = value;
    timer = setTimeout(found, pause);
  }

  function submit(event) {
    event.preventDefault();
    clearTimeout(timer);
    found();
  }

  const field = (name, type) => html`
    <input class="form-control" type=${type} name=${name} placeholder=${t(name)} aria-label=${t(name)} .value=${live(filter[name] ?? '')}
           @input=${(event) => set(name, event.target.value, PAUSE_IN_TYPING)} />`;

  return () => html`
    <form class="row g-2 mb-3" role="search" @submit=${submit}>
      <div class="col-12 col-md-4">${field('search', 'search')}</div>
      <div class="col-12 col-sm-4 col-md-3">
        <select class="form-select" name="state" aria-label=${t('state')} @change=${(event) => set('state', event.target.value, 0)}>
          <option value="">${t('any')}</option>
          ${[...OPEN, ...FINAL].map((state) => html`<option value=${state} ?selected=${filter.state === state}>${stateName(state)}</option>`)}
        </select>
      </div>
      <div class="col-6 col-sm-4 col-md-2">${field('tag', 'text')}</div>
      ${may('operator') ? html`<div class="col-6 col-sm-4 col-md-2">${field('owner', 'text')}</div>` : nothing}
      <div class="col-12 d-lg-none">
        <select class="form-select" name="sort" aria-label=${t('sort')} @change=${(event) => set('sort', event.target.value, 0)}>
          ${SORTS.map((sort) => html`<option value=${sort} ?selected=${(filter.sort || NEWEST_FIRST) === sort}>${t('sortBy', t(`by${sort}`))}</option>`)}
        </select>
      </div>
    </form>`;
}
