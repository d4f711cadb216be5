import { html, nothing, render } from './lib/lit-html/lit-html.js';
import { dialog } from './dialog.js';
import { told } from './problems.js';
import { words } from './words.js';

/** Pieces that several pages are made of. */

const t = words({
  zh: {
    SCHEDULED: '已定时', QUEUED: '排队中', RUNNING: '运行中', PAUSED: '已暂停', COMPLETED: '已完成',
    COMPLETED_WITH_ERRORS: '完成，有错误', FAILED: '失败', CANCELLED: '已取消', SUCCEEDED: '成功', PENDING: '等待中',
    cancel: '取消', loading: '加载中…', unreachable: '无法连接服务器，请检查网络。',
  },
  en: {
    SCHEDULED: 'Scheduled', QUEUED: 'Queued', RUNNING: 'Running', PAUSED: 'Paused', COMPLETED: 'Completed',
    COMPLETED_WITH_ERRORS: 'Completed with errors', FAILED: 'Failed', CANCELLED: 'Cancelled', SUCCEEDED: 'Succeeded', PENDING: 'Pending',
    cancel: 'Cancel', loading: 'Loading…', unreachable: 'Server unreachable. Check your network connection.',
  },
});

const COLOURS = {
  RUNNING: 'primary', COMPLETED: 'success', SUCCEEDED: 'success', COMPLETED_WITH_ERRORS: 'warning',
  FAILED: 'danger', PAUSED: 'info', CANCELLED: 'secondary',
};

/** The title of a page and its actions. */
export const heading = (title, actions = nothing) => html`
  <div class="d-flex flex-wrap justify-content-between align-items-center gap-2 mb-3">
    <h1 class="h3 mb-0">${title}</h1>
    <div class="d-flex flex-wrap gap-2">${actions}</div>
  </div>`;

/** An error message; nothing without a problem. */
export const alert = (problem) =>
  problem
    ? html`<div class="alert alert-danger" role="alert">${problem instanceof TypeError ? t('unreachable') : told(problem)}</div>`
    : nothing;

export const loading = () => html`
  <p class="text-body-secondary" role="status">
    <span class="spinner-border spinner-border-sm me-2" aria-hidden="true"></span>${t('loading')}
  </p>`;

/** Bootstrap's name of the colour of a batch's or item's state; undefined for waiting ones. */
export const colour = (state) => COLOURS[state];

/** The state of a batch or an item. */
export const badge = (state) =>
  html`<span class="badge text-bg-${colour(state) ?? 'light'}">${t(state)}</span>`;

export const stateName = (state) => t(state);

/** @param share 0 to 1 */
export const progress = (share, label) => html`
  <div class="progress" role="progressbar" aria-label=${label} aria-valuemin="0" aria-valuemax="100"
       aria-valuenow=${Math.floor(share * 100)}>
    <div class="progress-bar" .style=${`width: ${share * 100}%`}></div>
  </div>`;

/** A figure with its label. */
export const figure = (label, value) => html`
  <div class="col">
    <div class="card h-100"><div class="card-body py-2">
      <div class="small text-body-secondary">${label}</div>
      <div class="fs-5 text-nowrap">${value}</div>
    </div></div>
  </div>`;

export const figures = (...cells) => html`<div class="row row-cols-2 row-cols-md-3 row-cols-xl-6 g-2 mb-3">${cells}</div>`;

/**
 * Asks for confirmation before an action that cannot be undone.
 *
 * @param verb the label of the confirming button
 * @returns a promise of a boolean
 */
export function confirmed(question, verb) {
  const asking = dialog('', 'question');
  render(
    html`<form method="dialog">
      <p id="question">${question}</p>
      <div class="d-flex justify-content-end gap-2">
        <button class="btn btn-secondary" value="">${t('cancel')}</button>
        <button class="btn btn-danger" value="yes">${verb}</button>
      </div>
    </form>`,
    asking,
  );
  asking.showModal();
  return new Promise((resolve) => {
    asking.addEventListener('close', () => resolve(asking.returnValue === 'yes'));
  });
}
