import { html } from '../lib/lit-html/lit-html.js';
import { user } from '../session.js';
import { words } from '../words.js';
import { curl, link, sql } from './filter.js';
import dictionary from './words.js';

const t = words(dictionary);
const FORMATS = ['csv', 'ndjson', 'json'];

/** Links that the browser follows by itself: what is downloaded does not pass through the page. */
export const downloads = (path, filter) => html`
  <div class="btn-group btn-group-sm" role="group" aria-label=${t('download')}>
    ${FORMATS.map((format) => html`
      <a class="btn btn-outline-primary" id="download-${format}" href=${link(path, filter, format)} download aria-label="${t('download')} ${format.toUpperCase()}">${format.toUpperCase()}</a>`)}
  </div>`;

/** How to get what is filtered without the page. */
export const commands = (id, path, filter) => html`
  <details class="mb-3" id="commands"><summary>${t('command')}</summary>
    ${command('curl', curl(path, filter, user().name))}
    ${command('SQL', sql(id, filter))}
  </details>`;

const command = (name, text) => html`
  <div class="d-flex justify-content-between align-items-center mt-2">
    <span class="small text-body-secondary">${name}</span>
    <button class="btn btn-sm btn-outline-secondary" aria-label="${t('copy')} ${name}" @click=${copy}>${t('copy')}</button>
  </div>
  <pre class="border rounded p-2 mt-1 mb-0" tabindex="0"><code>${text}</code></pre>`;

async function copy({ currentTarget: button }) {
  const text = button.parentElement.nextElementSibling;
  getSelection().selectAllChildren(text);
  // Browsers have no clipboard for pages that come neither from this machine nor by HTTPS: there it is marked, to be copied by hand.
  if (navigator.clipboard) {
    await navigator.clipboard.writeText(text.textContent);
    button.textContent = t('copied');
    setTimeout(() => (button.textContent = t('copy')), 2_000);
  }
}
