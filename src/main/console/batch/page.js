import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { ACTIONS, allowed, isGone, perform } from '../batches/actions.js';
import { duration, instant, number } from '../format.js';
import { alert, badge, figure, figures, heading, progress } from '../parts.js';
import { may } from '../session.js';
import { words } from '../words.js';
import { attempts } from './attempts.js';
import { deliveries } from './deliveries.js';
import { errors } from './errors.js';
import { fromQuery } from './filter.js';
import { following } from './follow.js';
import { results } from './results.js';
import { settings } from './settings.js';
import { throughput } from './throughput.js';
import dictionary from './words.js';

const t = words(dictionary);
const PARTS = ['status', 'throughput', 'webhooks', 'failures', 'attempts-place', 'answers'];

/** A batch, followed to its end, with its results. */
export async function open({ host, path: [id], query, signal }) {
  const address = `/api/v1/batches/${id}`;
  let batch = await get(address, {}, signal);
  /** The problem with following, until that works again; and the problem with the last action, until the next one. */
  let problem = null;
  let refused = null;
  let error = '';

  render(PARTS.map((part) => html`<div id=${part} ?hidden=${part === 'throughput'} class=${part === 'throughput' ? 'mb-4' : ''}></div>`), host);
  const [statusPlace, chartPlace, webhookPlace, errorPlace, attemptPlace, resultPlace] = host.children;
  const sample = throughput(chartPlace, signal);
  const reloadDeliveries = deliveries(webhookPlace, address, signal);
  const showErrors = errors(errorPlace, address, (code) => answers.filter({ error: code }), signal);
  const showAttempts = attempts(attemptPlace, address, signal);
  const answers = results(resultPlace, batch, fromQuery(query), filtered, signal);
  const draw = () => render(status(), statusPlace);
  const follow = following(address, changed, lost, signal);

  function filtered(filter) {
    error = filter.error;
    showErrors(batch.failed, error);
  }

  function lost(reason) {
    problem = reason;
    draw();
  }

  function changed(now) {
    const done = ({ succeeded, failed, state }) => `${succeeded} ${failed} ${state}`;
    const news = done(now) !== done(batch);
    batch = now;
    sample(batch);
    draw();
    showErrors(batch.failed, error);
    showAttempts(batch);
    if (news) {
      answers.refresh();
    }
    if (batch.callbackUrl && batch.finishedAt) {
      reloadDeliveries();
    }
  }

  async function act(action) {
    const left = await perform(action, [batch], t);
    if (left === null || signal.aborted) {
      return;
    }
    const reason = left[0]?.problem ?? null;
    if (action.verb === 'delete' && (reason === null || isGone(reason))) {
      location.hash = '#/batches';
      return;
    }
    // A deleted batch is reported by the code that follows it.
    refused = isGone(reason) ? null : reason;
    draw();
    follow();
  }

  const actions = () => ACTIONS.filter((action) => may('submitter') && !isGone(problem) && allowed(action, batch)).map((action) => html`
    <button class="btn btn-sm btn-outline-secondary" id=${action.verb} @click=${() => act(action)}>${t(action.verb)}</button>`);

  const status = () => html`
    ${heading(html`${batch.name ?? t('title')} ${badge(batch.state)}`, actions())}
    ${alert(refused)} ${alert(isGone(problem) ? new Error(t('gone')) : problem)}
    <div class="mb-3">${progress(batch.progress, t('progress'))}</div>
    ${figures(
      figure(t('total'), number(batch.total)),
      figure(t('succeeded'), number(batch.succeeded)),
      figure(t('failed'), number(batch.failed)),
      batch.warned > 0 ? figure(t('warned'), number(batch.warned)) : nothing,
      figure(t('cacheHits'), number(batch.cacheHits)),
      figure(t('rate'), batch.itemsPerSecond === null ? '–' : t('perSecond', number(batch.itemsPerSecond, 1))),
      batch.finishedAt
        ? figure(t('finished'), html`<span class="d-block fs-6 lh-sm text-wrap">${instant(batch.finishedAt)}</span>`)
        : figure(t('left'), batch.expectedEnd ? duration(Math.max(0, (Date.parse(batch.expectedEnd) - Date.now()) / 1000)) : '–'),
    )}
    ${settings(batch)}`;

  draw();
  follow();
}
