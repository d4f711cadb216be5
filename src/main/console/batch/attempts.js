import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { duration, instant, number } from '../format.js';
import { alert, loading } from '../parts.js';
import { may } from '../session.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const PAGE = 50;
const MOST = 1_000;
const OUTCOMES = ['RUNNING', 'SUCCEEDED', 'FAILED', 'CUT_SHORT', 'OVERTAKEN', 'LOST'];
const COLOURS = { RUNNING: 'primary', SUCCEEDED: 'success', FAILED: 'danger', CUT_SHORT: 'warning', OVERTAKEN: 'secondary', LOST: 'danger' };

/**
 * The attempts at a batch's chunks: loaded when the section is opened, and reloaded while it is open.
 *
 * @returns draw(batch), to be called on each change
 */
export function attempts(host, path, signal) {
  let open = false;
  let outcome = '';
  let wanted = PAGE;
  let found = null;
  let next = null;
  let counts = { total: 0, retries: 0 };
  let begun = false;
  let problem = null;
  let asking = false;
  let stale = false;

  /** One request at a time: the batch may change faster than the server responds. */
  async function ask() {
    stale = true;
    if (asking || !open) {
      return;
    }
    asking = true;
    while (stale && open && !signal.aborted) {
      stale = false;
      const what = outcome;
      try {
        const { attempts: page, next: after } = await get(`${path}/attempts`, { outcome: what || null, limit: wanted }, signal);
        if (what === outcome) {
          [found, next, problem] = [page, after, null];
        }
      } catch (reason) {
        problem = reason;
      }
      show();
    }
    asking = false;
  }

  function unfold({ target }) {
    ({ open } = target);
    ask();
  }

  function choose({ target }) {
    outcome = target.value;
    wanted = PAGE;
    found = null;
    show();
    ask();
  }

  function more() {
    wanted = Math.min(MOST, wanted + PAGE);
    ask();
  }

  const show = () => !signal.aborted && render(begun ? section() : nothing, host);

  const section = () => html`
    <details class="mb-4" id="attempts" @toggle=${unfold}>
      <summary><h2 class="h5 d-inline" id="attempts-title">${t('history')}</h2> <span class="badge text-bg-light">${t('retries', number(counts.total), number(counts.retries))}</span></summary>
      ${open ? list() : nothing}
    </details>`;

  const list = () => html`
    <div class="d-flex flex-wrap align-items-center gap-2 my-2">
      <label class="small" for="outcome">${t('outcome')}</label>
      <select class="form-select form-select-sm w-auto" id="outcome" @change=${choose}>
        ${['', ...OUTCOMES].map((one) => html`<option value=${one} ?selected=${one === outcome}>${one ? t(`attempt${one}`) : t('any')}</option>`)}
      </select>
    </div>
    ${alert(problem)}
    ${found === null ? (problem ? nothing : loading()) : found.length === 0 ? html`<p class="text-body-secondary">${t('noAttempts')}</p>` : table()}
    ${next === null || found === null ? nothing : rest()}`;

  const rest = () => wanted < MOST
    ? html`<button class="btn btn-sm btn-outline-secondary" id="more-attempts" @click=${more}>${t('more')}</button>`
    : html`<p class="small text-body-secondary">${t('latestOnly', number(MOST))} <code>GET ${path}/attempts</code></p>`;

  const columns = () => ['chunk', 'texts', 'attempt', ...(may('operator') ? ['worker'] : []), 'started', 'took', 'outcome', 'error'];

  const table = () => html`
    <div class="table-responsive" tabindex="0" role="region" aria-labelledby="attempts-title">
      <table class="table table-sm align-top mb-2">
        <thead><tr>${columns().map((column) => html`<th scope="col">${t(column)}</th>`)}</tr></thead>
        <tbody>${found.map(row)}</tbody>
      </table>
    </div>`;

  const row = (attempt) => html`<tr>
    <td>${number(attempt.chunk)}</td>
    <td class="text-nowrap">${range(attempt)}</td>
    <td>${number(attempt.attempt)}</td>
    ${may('operator') ? html`<td class="text-break">${attempt.node} / ${number(attempt.worker)}</td>` : nothing}
    <td class="text-nowrap">${instant(attempt.startedAt)}</td>
    <td class="text-nowrap">${attempt.endedAt === null ? '–' : took(attempt)}</td>
    <td><span class="badge text-bg-${COLOURS[attempt.outcome] ?? 'light'}">${t(`attempt${attempt.outcome}`)}</span></td>
    <td class="text-break" lang="en">${attempt.error ?? nothing} ${attempt.stackTrace ? stack(attempt) : nothing}</td>
  </tr>`;

  const range = ({ firstIndex, lastIndex }) => (firstIndex === lastIndex ? number(firstIndex) : `${number(firstIndex)}–${number(lastIndex)}`);

  function took({ startedAt, endedAt }) {
    const seconds = (Date.parse(endedAt) - Date.parse(startedAt)) / 1000;
    return seconds < 10 ? t('seconds', number(seconds, 2)) : duration(seconds);
  }

  const stack = ({ stackTrace }) => html`
    <details class="small"><summary>${t('stackTrace')}</summary><pre class="console-stack mb-0">${stackTrace}</pre></details>`;

  return (batch) => {
    const news = JSON.stringify(batch.attempts) !== JSON.stringify(counts);
    counts = batch.attempts;
    begun = batch.startedAt !== null;
    show();
    if (news || !batch.finishedAt) {
      ask();
    }
  };
}
