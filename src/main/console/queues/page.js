import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get, post } from '../api.js';
import { chart } from '../chart.js';
import { duration, number } from '../format.js';
import { alert, confirmed, heading } from '../parts.js';
import { refresh } from '../refresh.js';
import { words } from '../words.js';
import { deadLetters } from './dead.js';
import { workers } from './workers.js';
import dictionary from './words.js';

const t = words(dictionary);
const WORK = 'tiankong.work';

/** What waits, who works on it, and what was given up. */
export async function open({ host, signal }) {
  let queues = [];
  let problem = null;
  render(
    html`<div id="queues"></div>
      <h2 class="h5">${t('history')}: ${WORK}</h2>
      <div id="history" class="mb-4" aria-label=${t('history')}></div>
      <div id="workers" class="mb-4"></div><div id="dead"></div>`,
    host,
  );
  const part = (id) => host.querySelector(`#${id}`);
  const plot = chart(part('history'), [{ label: t('depth'), colour: 'primary' }, { label: t('inDelivery'), colour: 'success' }], signal, 140);
  const reload = deadLetters(part('dead'), signal);
  const draw = () => render(page(), part('queues'));

  async function load() {
    ({ queues } = await get('/api/v1/queues', {}, signal));
    const { samples } = await get(`/api/v1/queues/${WORK}/history`, {}, signal);
    plot(samples.map(({ at }) => Date.parse(at) / 1000), samples.map(({ depth }) => depth), samples.map(({ inDelivery }) => inDelivery));
    render(workers((await get('/api/v1/workers', {}, signal)).nodes), part('workers'));
    await reload();
    problem = null;
    draw();
  }

  function failed(reason) {
    problem = reason;
    draw();
  }

  async function toggle({ name, paused }) {
    try {
      if (paused || (await confirmed(t('sure', name), t('pause')))) {
        await post(`/api/v1/queues/${name}/${paused ? 'resume' : 'pause'}`);
        await load();
      }
    } catch (reason) {
      failed(reason);
    }
  }

  const page = () => html`
    ${heading(t('title'))} ${alert(problem)}
    <div class="table-responsive" tabindex="0" role="region" aria-label=${t('title')}>
      <table class="table align-middle" id="queue-table">
        <thead><tr>${['name', 'depth', 'inDelivery', 'awaiting', 'consumers', 'rates', 'killed', 'oldest'].map((column) => html`<th scope="col">${t(column)}</th>`)}<td></td></tr></thead>
        <tbody>${queues.map(row)}</tbody>
      </table>
    </div>`;

  const row = (queue) => html`<tr id=${queue.name}>
    <th scope="row">${queue.name} ${queue.paused ? html`<span class="badge text-bg-info">${t('paused')}</span>` : nothing}</th>
    <td>${number(queue.depth)}</td><td>${number(queue.inDelivery)}</td><td>${number(queue.awaitingRedelivery)}</td><td>${number(queue.consumers)}</td>
    <td>${number(queue.inPerSecond, 1)} / ${number(queue.outPerSecond, 1)}</td><td>${number(queue.killed)}</td>
    <td class="text-nowrap">${duration(queue.oldestSeconds)}</td>
    <td><button class="btn btn-sm btn-outline-secondary" @click=${() => toggle(queue)}>${t(queue.paused ? 'resume' : 'pause')}</button></td>
  </tr>`;

  await refresh(load, 3_000, signal, failed);
}
