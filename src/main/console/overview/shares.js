import { html, nothing } from '../lib/lit-html/lit-html.js';
import { number } from '../format.js';
import { colour, stateName } from '../parts.js';

const ORDER = [
  'RUNNING', 'QUEUED', 'SCHEDULED', 'PAUSED', 'COMPLETED', 'SUCCEEDED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'PENDING', 'CANCELLED',
];

/**
 * A stacked bar with its legend.
 *
 * @param counts by state; those that are 0 are left out
 * @param link the URL of a state; optional
 */
export function shares(title, counts, link) {
  const parts = ORDER.filter((state) => counts[state] > 0).map((state) => ({ state, look: `bg-${colour(state) ?? 'info'}`, count: counts[state] }));
  const all = parts.reduce((sum, { count }) => sum + count, 0);
  return html`<section class="card h-100"><div class="card-body py-2">
    <h2 class="small text-body-secondary fw-normal">${title}</h2>
    <div class="progress mb-2" aria-hidden="true">${parts.map(({ look, count }) => html`
      <div class="progress-bar ${look}" .style=${`width: ${(100 * count) / all}%`}></div>`)}</div>
    ${parts.length === 0 ? html`<div>–</div>` : nothing}
    <ul class="list-inline mb-0 small">${parts.map((part) => html`<li class="list-inline-item">${legend(part, link)}</li>`)}</ul>
  </div></section>`;
}

const legend = ({ state, look, count }, link) => html`<span class="console-dot ${look}" aria-hidden="true"></span>
  ${link ? html`<a class="link-body-emphasis" href=${link(state)}>${stateName(state)}</a>` : stateName(state)} ${number(count)}`;
