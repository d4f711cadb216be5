import { html } from '../lib/lit-html/lit-html.js';
import { words } from '../words.js';
import { GROUPS } from './acts.js';
import dictionary from './words.js';

const t = words(dictionary);
const OUTCOMES = ['done', 'refused', 'unauthorized', 'failed'];
const TIMES = ['from', 'to'];
const MINUTE = 60_000;

/** The query in the page's URL, as the server expects it. */
export const asked = (query) =>
  Object.fromEntries(['user', 'path', 'outcome', ...TIMES].map((field) => [field, query.get(field)]).filter(([, value]) => value));

/** The search form; each search has its own URL. */
export const search = (filter) => html`
  <form class="row g-2 mb-3 align-items-end" role="search" @submit=${find}>
    <div class="col-6 col-md-4 col-xl-2">
      <label class="form-label small mb-1" for="user-filter">${t('user')}</label>
      <input class="form-control" id="user-filter" name="user" autocomplete="off" .value=${filter.user ?? ''} />
    </div>
    ${choice('path', 'act', filter.path, Object.entries(GROUPS).map(([path, key]) => [path, t(key)]))}
    ${choice('outcome', 'outcome', filter.outcome, OUTCOMES.map((outcome) => [outcome, t(outcome)]))}
    ${TIMES.map((field) => html`
      <div class="col-12 col-sm-6 col-md-4 col-xl-3">
        <label class="form-label small mb-1" for=${`${field}-filter`}>${t(field)}</label>
        <input class="form-control" type="datetime-local" id=${`${field}-filter`} name=${field} .value=${local(filter[field])} />
      </div>`)}
    <div class="col-12 d-flex gap-2">
      <button class="btn btn-outline-primary">${t('find')}</button>
      <a class="btn btn-outline-secondary" href="#/audit">${t('clear')}</a>
    </div>
  </form>`;

const choice = (name, label, current, options) => html`
  <div class="col-6 col-md-4 col-xl-2">
    <label class="form-label small mb-1" for=${`${name}-filter`}>${t(label)}</label>
    <select class="form-select" id=${`${name}-filter`} name=${name} @change=${(event) => event.target.form.requestSubmit()}>
      <option value="">${t('any')}</option>
      ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === current}>${text}</option>`)}
    </select>
  </div>`;

function find(event) {
  event.preventDefault();
  const given = [...new FormData(event.target)].filter(([, value]) => value !== '');
  const query = given.map(([name, value]) => [name, TIMES.includes(name) ? new Date(value).toISOString() : value]);
  location.hash = `#/audit?${new URLSearchParams(query)}`;
}

/** An instant in the format of a datetime-local field: local time without a zone. */
function local(iso) {
  const at = new Date(iso ?? NaN);
  return Number.isNaN(at.getTime()) ? '' : new Date(at - at.getTimezoneOffset() * MINUTE).toISOString().slice(0, 16);
}
