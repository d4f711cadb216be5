import { html, nothing } from '../lib/lit-html/lit-html.js';
import { number } from '../format.js';
import { stateName } from '../parts.js';

const ORDER = {
  RUNNING: 'primary', QUEUED: 'info', SCHEDULED: 'info', PAUSED: 'info', COMPLETED: 'success', SUCCEEDED: 'success',
  COMPLETED_WITH_ERRORS: 'warning', FAILED: 'danger', PENDING: 'info', CANCELLED: 'secondary',
};

/**
 * What a whole is made of: a bar, and what its parts are.
 *
 * @param counts by state; those that are 0 are left out
 * @param link the address of a state; none if left out
 */
export function shares(title, counts, link) {
  const parts = Object.entries(ORDER).filter(([state]) => counts[state] > 0).map(([state, colour]) => ({ state, colour, count: counts[state] }));
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return html`<section class="card h-100"><div class="card-body py-2">
    <h2 class="small text-body-secondary fw-normal">${title}</h2>
    <div class="progress mb-2" aria-hidden="true">${parts.map(({ colour, count }) => html`
      <div class="progress-bar bg-${colour}" .style=${`width: ${(100 * count) / all}%`}></div>`)}</div>
    ${parts.length === 0 ? html`<div>–</div>` : nothing}
    <ul class="list-inline mb-0 small">${parts.map((part) => html`<li class="list-inline-item">${legend(part, link)}</li>`)}</ul>
  </div></section>`;
}

const legend = ({ state, colour, count }, link) => html`<span class="console-dot bg-${colour}" aria-hidden="true"></span>
  ${link ? html`<a class="link-body-emphasis" href=${link(state)}>${stateName(state)}</a>` : stateName(state)} ${number(count)}`;
