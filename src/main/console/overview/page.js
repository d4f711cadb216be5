import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { chart } from '../chart.js';
import { number, percent } from '../format.js';
import { alert, figure, figures, heading } from '../parts.js';
import { refresh } from '../refresh.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);

/** How things stand today, and what somebody has to do. */
export async function open({ host, signal }) {
  render(
    html`<div id="today"></div>
      <h2 class="h5">${t('throughput')}</h2>
      <div id="throughput" class="mb-4" aria-label=${t('throughput')}></div>
      <div id="latency"></div>`,
    host,
  );
  const lines = [{ label: t('succeeded'), colour: 'primary' }, { label: t('failed'), colour: 'danger' }];
  const plot = chart(host.querySelector('#throughput'), lines, signal);
  const part = (id) => host.querySelector(`#${id}`);

  async function load() {
    const overview = await get('/api/v1/overview', {}, signal);
    render(today(overview), part('today'));
    render(latency(overview.latency), part('latency'));
    const minutes = overview.throughput;
    plot(minutes.map(({ minute }) => Date.parse(minute) / 1000), minutes.map(({ succeeded }) => succeeded), minutes.map(({ failed }) => failed));
  }

  await refresh(load, 5_000, signal, (problem) => render(html`${heading(t('title'))}${alert(problem)}`, part('today')));
}

const today = ({ alerts, today }) => html`
  ${heading(t('title'))}
  ${alerts.length === 0 ? html`<div class="alert alert-success" role="status">${t('fine')}</div>` : alerts.map(notice)}
  ${today === null ? nothing : counts(today)}`;

const notice = ({ code, severity, detail }) => html`
  <div class="alert alert-${severity === 'critical' ? 'danger' : 'warning'}" role="alert"><strong>${t(code)}</strong><br />${detail}</div>`;

const counts = ({ batches, items, failureRate, cacheHitShare }) =>
  figures(
    figure(t('batches'), number(Object.values(batches).reduce((sum, count) => sum + count, 0))),
    figure(t('running'), number(batches.RUNNING ?? 0)),
    figure(t('items'), number(items.succeeded + items.failed)),
    figure(t('waiting'), number(items.pending)),
    figure(t('failureRate'), percent(failureRate, 1)),
    figure(t('cacheHitShare'), percent(cacheHitShare, 1)),
  );

const latency = (kinds) => html`
  <h2 class="h5">${t('latency')}</h2>
  <table class="table w-auto">
    <thead><tr><td></td><th scope="col">p50</th><th scope="col">p95</th><th scope="col">p99</th></tr></thead>
    <tbody>${['interactive', 'batch'].map((kind) => html`
      <tr><th scope="row">${t(kind)}</th>${['p50', 'p95', 'p99'].map((p) => html`<td>${seconds(kinds[kind]?.[p])}</td>`)}</tr>`)}
    </tbody>
  </table>`;

const seconds = (value) => (value === null || value === undefined ? '–' : t('seconds', number(value, 2)));
