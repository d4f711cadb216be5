import { html, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { ACTIONS, allowed, isGone, perform } from '../batches/actions.js';
import { duration, instant, number } from '../format.js';
import { alert, badge, figure, figures, heading, progress } from '../parts.js';
import { may } from '../session.js';
import { words } from '../words.js';
import { deliveries } from './deliveries.js';
import { errors } from './errors.js';
import { fromQuery } from './filter.js';
import { results } from './results.js';
import { settings } from './settings.js';
import { throughput } from './throughput.js';
import dictionary from './words.js';

const t = words(dictionary);
const PARTS = ['status', 'throughput', 'webhooks', 'failures', 'answers'];

/** A batch, followed to its end, with its results. */
export async function open({ host, path: [id], query, signal }) {
  const address = `/api/v1/batches/${id}`;
  let batch = await get(address, {}, signal);
  let problem = null;
  let refused = null;
  let source = null;
  let error = '';

  render(PARTS.map((part) => html`<div id=${part} ?hidden=${part === 'throughput'} class=${part === 'throughput' ? 'mb-4' : ''}></div>`), host);
  const [statusPlace, chartPlace, webhookPlace, errorPlace, resultPlace] = host.children;
  const sample = throughput(chartPlace, signal);
  const reloadDeliveries = deliveries(webhookPlace, address, signal);
  const showErrors = errors(errorPlace, address, (code) => answers.filter({ error: code }), signal);
  const answers = results(resultPlace, batch, fromQuery(query), filtered, signal);
  const draw = () => render(status(), statusPlace);

  /** What stands beside the results is shown without it if it cannot be asked for. */
  function beside(task) {
    task.catch((reason) => {
      if (!signal.aborted) {
        problem = reason;
        draw();
      }
    });
  }

  function filtered(filter) {
    error = filter.error;
    beside(showErrors(batch.failed, error));
  }

  function follow() {
    source?.close();
    source = new EventSource(`${address}/events`);
    source.addEventListener('progress', (event) => changed(JSON.parse(event.data)));
    source.addEventListener('end', (event) => {
      source.close();
      changed(JSON.parse(event.data));
    });
  }

  function changed(now) {
    const done = ({ succeeded, failed, state }) => `${succeeded} ${failed} ${state}`;
    const news = done(now) !== done(batch);
    batch = now;
    sample(batch);
    draw();
    beside(showErrors(batch.failed, error));
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
    refused = reason;
    draw();
    follow();
  }

  const actions = () => ACTIONS.filter((action) => may('submitter') && allowed(action, batch)).map((action) => html`
    <button class="btn btn-sm btn-outline-secondary" id=${action.verb} @click=${() => act(action)}>${t(action.verb)}</button>`);

  const status = () => html`
    ${heading(html`${batch.name ?? t('title')} ${badge(batch.state)}`, actions())}
    ${alert(refused)} ${alert(problem)}
    <div class="mb-3">${progress(batch.progress, t('progress'))}</div>
    ${figures(
      figure(t('total'), number(batch.total)),
      figure(t('succeeded'), number(batch.succeeded)),
      figure(t('failed'), number(batch.failed)),
      figure(t('cacheHits'), number(batch.cacheHits)),
      figure(t('rate'), batch.itemsPerSecond === null ? '–' : t('perSecond', number(batch.itemsPerSecond, 1))),
      batch.finishedAt
        ? figure(t('finished'), html`<span class="d-block fs-6 lh-sm text-wrap">${instant(batch.finishedAt)}</span>`)
        : figure(t('left'), batch.expectedEnd ? duration(Math.max(0, (Date.parse(batch.expectedEnd) - Date.now()) / 1000)) : '–'),
    )}
    ${settings(batch)}`;

  signal.addEventListener('abort', () => source?.close());
  draw();
  follow();
}
