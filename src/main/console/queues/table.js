import { html, nothing } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { duration, number } from '../format.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const WIDE = 'd-none d-lg-table-cell text-end';

const perSecond = ({ inPerSecond, outPerSecond }) => `${number(inPerSecond, 1)} / ${number(outPerSecond, 1)}`;

/** The columns; a phone shows only the first one, and the others in the details. */
export const FIGURES = [
  { name: 'depth', of: ({ depth }) => number(depth), look: 'text-end' },
  { name: 'rates', of: perSecond, look: `${WIDE} text-nowrap` },
  { name: 'inDelivery', of: ({ inDelivery }) => number(inDelivery), look: WIDE },
  { name: 'awaiting', of: ({ awaitingRedelivery }) => number(awaitingRedelivery), look: WIDE },
  { name: 'consumers', of: ({ consumers }) => number(consumers), look: WIDE },
  { name: 'killed', of: ({ killed }) => number(killed), look: WIDE },
  { name: 'oldest', of: ({ oldestSeconds }) => duration(oldestSeconds), look: `${WIDE} text-nowrap` },
];

/**
 * @param details open details by name, with their `node`
 * @param on {toggle(queue), unfold(queue)}
 */
export const queueTable = (queues, details, on) => html`
  <div class="table-responsive mb-4" tabindex="0" role="region" aria-label=${t('title')}>
    <table class="table align-middle console-figures" id="queue-table">
      <thead><tr><th scope="col">${t('name')}</th>
        ${FIGURES.map(({ name, look }) => html`<th scope="col" class=${look}>${t(name)}</th>`)}<td class="d-none d-lg-table-cell"></td></tr></thead>
      <tbody>${repeat(queues, ({ name }) => name, (queue) => rows(queue, details.get(queue.name), on))}</tbody>
    </table>
  </div>`;

const rows = (queue, opened, on) => html`
  <tr id=${queue.name}>
    <th scope="row">
      <button class="console-unfold" aria-expanded=${opened !== undefined} @click=${() => on.unfold(queue)}>
        <span aria-hidden="true">${opened ? '▾' : '▸'}</span> ${queue.name}</button>
      ${queue.paused ? html`<span class="badge text-bg-info">${t('paused')}</span>` : nothing}
    </th>
    ${FIGURES.map(({ of, look }) => html`<td class=${look}>${of(queue)}</td>`)}
    <td class="d-none d-lg-table-cell text-end">${pause(queue, on)}</td>
  </tr>
  ${opened
    ? html`<tr class="console-detail"><td colspan=${FIGURES.length + 2}>
        <dl class="d-lg-none console-pairs small">${FIGURES.filter(({ look }) => look.startsWith(WIDE)).map(({ name, of }) => html`<dt>${t(name)}</dt><dd>${of(queue)}</dd>`)}</dl>
        <p class="d-lg-none">${pause(queue, on)}</p>
        ${opened.node}</td></tr>`
    : nothing}`;

const pause = (queue, on) => html`
  <button class="btn btn-sm btn-outline-secondary toggle" @click=${() => on.toggle(queue)}>${t(queue.paused ? 'resume' : 'pause')}</button>`;

/** Subscribers of events, and their backlog. */
export const subscriptionTable = (subscriptions) => html`
  <h2 class="h5">${t('subscriptions')}</h2>
  <div class="table-responsive mb-4" tabindex="0" role="region" aria-label=${t('subscriptions')}>
    <table class="table align-middle console-figures" id="subscription-table">
      <thead><tr><th scope="col">${t('name')}</th><th scope="col">${t('topic')}</th>
        ${['depth', 'consumers', 'added', 'acknowledged'].map((column) => html`<th scope="col" class="text-end">${t(column)}</th>`)}</tr></thead>
      <tbody>${subscriptions.map((subscription) => html`<tr>
        <th scope="row" class="text-break">${subscription.name}</th><td>${subscription.topic}</td>
        ${['depth', 'consumers', 'added', 'acknowledged'].map((column) => html`<td class="text-end">${number(subscription[column])}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
