import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { instant, number } from '../format.js';
import { alert } from '../parts.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const PAGE = 50;
const MOST = 1_000;

/** The messages of a queue, loaded on demand and not refreshed while they are read. */
export function messages(host, name, signal) {
  let found = null;
  let limit = PAGE;
  let problem = null;
  const draw = () => !signal.aborted && render(section(), host);

  async function load() {
    try {
      ({ messages: found } = await get(`/api/v1/queues/${name}/messages`, { limit }, signal));
      problem = null;
    } catch (reason) {
      problem = reason;
    }
    draw();
  }

  function more() {
    limit = Math.min(MOST, limit * 4);
    return load();
  }

  const section = () => html`
    <button class="btn btn-sm btn-outline-secondary browse" @click=${load}>${t(found === null ? 'browse' : 'again')}</button>
    ${alert(problem)}
    ${found === null ? nothing : found.length === 0 ? html`<p class="mt-2 mb-0">${t('noMessage')}</p>` : list()}
    ${found?.length === limit && limit < MOST ? html`<button class="btn btn-sm btn-outline-secondary" @click=${more}>${t('more')}</button>` : nothing}`;

  const list = () => html`<div class="list-group my-2">${found.map((one) => message(one, 'list-group-item'))}</div>`;

  draw();
}

/** A summary of a message, which opens to all its details. */
export const message = ({ id, at, deliveries, priority, batch, chunk, body, bodyLength, messageProperties }, look) => html`
  <details class=${look}>
    <summary>${instant(at)} · ${batch === null ? id : t('chunk', batch.slice(-12), chunk)}
      <span class="text-body-secondary small">${t('priority', priority)}${deliveries > 0 ? ` · ${t('deliveries', number(deliveries))}` : ''}</span></summary>
    <dl class="console-pairs small mt-2 mb-0">
      <dt>${t('id')}</dt><dd>${id}</dd>
      ${Object.entries(messageProperties).map(([key, value]) => html`<dt>${key}</dt>
        <dd>${value === batch ? html`<a href="#/batches/${batch}">${value}</a>` : value}</dd>`)}
    </dl>
    ${body === null ? nothing : html`<pre class="border rounded p-2 mt-2 mb-0 console-body-text" tabindex="0" aria-label=${t('body')}>${body}</pre>
      ${bodyLength > body.length ? html`<p class="small text-body-secondary mb-0">${t('cut', number(body.length), number(bodyLength))}</p>` : nothing}`}
  </details>`;
