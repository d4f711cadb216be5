import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get, post } from '../api.js';
import { instant, number } from '../format.js';
import { alert } from '../parts.js';
import { may } from '../session.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const AGAIN = 3_000;
const COLOURS = { PENDING: 'info', DELIVERED: 'success', GIVEN_UP: 'danger' };

/** The webhook deliveries of a batch. Returns a function that loads them, and reloads while one is pending. */
export function deliveries(host, path, signal) {
  let all = [];
  let problem = null;
  let timer;

  async function load() {
    clearTimeout(timer);
    try {
      ({ deliveries: all } = await get(`${path}/deliveries`, {}, signal));
      problem = null;
    } catch (reason) {
      problem = reason;
    }
    if (!signal.aborted) {
      show();
      timer = all.some(({ state }) => state === 'PENDING') ? setTimeout(load, AGAIN) : undefined;
    }
  }

  async function resend(id) {
    try {
      await post(`${path}/deliveries/${id}/resend`);
      await load();
    } catch (reason) {
      problem = reason;
      show();
    }
  }

  const show = () => render(all.length === 0 ? alert(problem) : section(), host);

  const section = () => html`
    <section class="mb-4" id="deliveries" aria-labelledby="deliveries-title">
      <h2 class="h5" id="deliveries-title">${t('deliveries')}</h2>
      ${alert(problem)}
      <div class="table-responsive" tabindex="0" role="region" aria-labelledby="deliveries-title">
        <table class="table table-sm align-middle mb-0">
          <thead><tr>${['event', 'state', 'attempts', 'answered', 'last', 'nextTry'].map((column) => html`<th scope="col">${t(column)}</th>`)}<td></td></tr></thead>
          <tbody>${all.map(row)}</tbody>
        </table>
      </div>
    </section>`;

  const row = (delivery) => html`<tr>
    <td>${delivery.event}</td>
    <td><span class="badge text-bg-${COLOURS[delivery.state] ?? 'light'}">${t(delivery.state)}</span></td>
    <td>${number(delivery.attempts)}</td>
    <td class="text-break">${delivery.lastError ?? delivery.lastStatus ?? '–'}</td>
    <td class="text-nowrap">${instant(delivery.lastAttemptAt)}</td>
    <td class="text-nowrap">${instant(delivery.nextAttemptAt)}</td>
    <td>${may('submitter') ? html`<button class="btn btn-sm btn-outline-secondary" @click=${() => resend(delivery.id)}>${t('resend')}</button>` : nothing}</td>
  </tr>`;

  signal.addEventListener('abort', () => clearTimeout(timer));
  return load;
}
