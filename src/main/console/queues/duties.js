import { html, nothing } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { ago, duration, number } from '../format.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const WIDE = 'd-none d-lg-table-cell text-end text-nowrap';
const LOOKS = { SUCCEEDED: 'success', FAILED: 'danger', SKIPPED: 'secondary' };

/**
 * What the server does by itself from time to time, and how it ended last.
 *
 * @param run (name), runs one now
 */
export const duties = ({ node, duties }, run) => html`
  <h2 class="h5">${t('duties')} <span class="small text-body-secondary text-break">${node}</span></h2>
  <div class="table-responsive mb-4" tabindex="0" role="region" aria-label=${t('duties')}>
    <table class="table align-middle console-figures" id="duty-table">
      <thead><tr><th scope="col">${t('name')}</th><th scope="col" class=${WIDE}>${t('every')}</th>
        <th scope="col" class=${WIDE}>${t('lastRun')}</th><th scope="col" class=${WIDE}>${t('took')}</th>
        <th scope="col">${t('outcome')}</th><td></td></tr></thead>
      <tbody>${repeat(duties, ({ name }) => name, (duty) => row(duty, run))}</tbody>
    </table>
  </div>`;

const row = ({ name, intervalSeconds, runningSince, last }, run) => html`
  <tr id="duty-${name}">
    <th scope="row" class="text-break">${name}</th>
    <td class=${WIDE}>${duration(intervalSeconds)}</td>
    <td class=${WIDE}>${ago(last?.startedAt)}</td>
    <td class=${WIDE}>${last === null ? nothing : t('seconds', number(last.seconds, 3))}</td>
    <td>${runningSince === null ? nothing : html`<span class="badge text-bg-primary">${t('running')}</span>`}
      ${last === null ? nothing : html`<span class="badge text-bg-${LOOKS[last.outcome]}">${t(last.outcome)}</span>`}
      ${last?.error ? html`<div class="small text-break">${last.error}</div>` : nothing}</td>
    <td class="text-end"><button class="btn btn-sm btn-outline-secondary run" aria-label=${t('runThis', name)}
      @click=${() => run(name)}>${t('run')}</button></td>
  </tr>`;
