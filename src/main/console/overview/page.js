import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { chart } from '../chart.js';
import { number, percent, zone } from '../format.js';
import { explanation } from '../outage.js';
import { figure, figures, heading } from '../parts.js';
import { refresh } from '../refresh.js';
import { words } from '../words.js';
import { alerts } from './alerts.js';
import { latency } from './latency.js';
import { shares } from './shares.js';
import dictionary from './words.js';

const t = words(dictionary);

/** Today's figures and alerts. */
export async function open({ host, signal }) {
  render(
    html`<div id="now"></div>
      <h2 class="h5">${t('throughput')}</h2>
      <div id="throughput" class="mb-4" aria-label=${t('throughput')}></div>
      <div id="latency"></div>`,
    host,
  );
  const lines = [{ label: t('succeeded'), colour: 'primary' }, { label: t('failed'), colour: 'danger' }];
  const plot = chart(host.querySelector('#throughput'), lines, signal);
  const part = (id) => host.querySelector(`#${id}`);

  async function load() {
    const overview = await get('/api/v1/overview', { zone: zone() }, signal);
    render(now(overview), part('now'));
    render(latency(overview.latency), part('latency'));
    const minutes = overview.throughput;
    plot(minutes.map(({ minute }) => Date.parse(minute) / 1000), minutes.map(({ succeeded }) => succeeded), minutes.map(({ failed }) => failed));
  }

  async function failed(problem) {
    const told = await explanation(problem, signal);
    if (!signal.aborted) {
      render(html`${heading(t('title'))}${told}`, part('now'));
    }
  }

  await refresh(load, 5_000, signal, failed);
}

const now = ({ alerts: list, today, throughput }) => html`
  ${heading(t('title'))}
  ${alerts(list)}
  ${today === null ? nothing : counts(today, throughput)}`;

const sum = (numbers) => Object.values(numbers).reduce((all, count) => all + count, 0);

const counts = ({ batches, items, failureRate, cacheHitShare, attempts }, throughput) => html`
  ${figures(
    figure(t('batches'), number(sum(batches))),
    figure(t('items'), number(sum(items))),
    figure(t('lastHour'), number(throughput.reduce((all, { succeeded, failed }) => all + succeeded + failed, 0))),
    figure(t('failureRate'), percent(failureRate, 1)),
    figure(t('cacheHitShare'), percent(cacheHitShare, 1)),
    figure(t('repeated'), number(attempts.retries)),
  )}
  <div class="row g-3 mb-4">
    <div class="col-12 col-lg-6">${shares(t('batches'), batches, (state) => `#/batches?state=${state}`)}</div>
    <div class="col-12 col-lg-6">${shares(t('items'), { SUCCEEDED: items.succeeded, FAILED: items.failed, PENDING: items.pending, CANCELLED: items.cancelled })}</div>
  </div>`;
