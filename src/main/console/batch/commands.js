import { html } from '../lib/lit-html/lit-html.js';
import { copyable } from '../copy.js';
import { user } from '../session.js';
import { words } from '../words.js';
import { curl, link, sql } from './filter.js';
import dictionary from './words.js';

const t = words(dictionary);
const FORMATS = ['csv', 'ndjson', 'json'];

/** Links that the browser follows itself: downloads do not pass through the page. */
export const downloads = (path, filter) => html`
  <div class="btn-group btn-group-sm" role="group" aria-label=${t('download')}>
    ${FORMATS.map((format) => html`
      <a class="btn btn-outline-primary" id="download-${format}" href=${link(path, filter, format)} download aria-label="${t('download')} ${format.toUpperCase()}">${format.toUpperCase()}</a>`)}
  </div>`;

/** Commands that return the filtered results without the console. */
export const commands = (id, path, filter) => html`
  <details class="mb-3" id="commands"><summary>${t('command')}</summary>
    ${command('curl', curl(path, filter, user().name))}
    ${command('SQL', sql(id, filter))}
  </details>`;

const command = (name, text) => html`<div class="small text-body-secondary mt-2">${name}</div>${copyable(text, name)}`;
