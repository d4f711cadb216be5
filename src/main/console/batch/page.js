import { html, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { ACTIONS, allowed, perform } from '../batches/actions.js';
import { chart } from '../chart.js';
import { duration, instant, number } from '../format.js';
import { alert, badge, figure, figures, heading, progress } from '../parts.js';
import { may } from '../session.js';
import { words } from '../words.js';
import { results } from './results.js';
import dictionary from './words.js';

const t = words(dictionary);

/** A batch, followed to its end, with its results. */
export async function open({ host, path: [id], signal }) {
  const address = `/api/v1/batches/${id}`;
  const times = [];
  const rates = [];
  let batch = await get(address, {}, signal);
  let problem = null;
  let source = null;

  render(html`<div id="status"></div><div id="throughput" class="mb-4" aria-label=${t('throughput')}></div><div id="answers"></div>`, host);
  const plot = chart(host.querySelector('#throughput'), [{ label: t('throughput'), colour: 'primary' }], signal);
  const reload = results(host.querySelector('#answers'), id, signal);
  const draw = () => render(status(), host.querySelector('#status'));

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
    const at = Date.now() / 1000;
    const done = (status) => status.succeeded + status.failed;
    if (times.length > 0 && at > times.at(-1)) {
      rates.push((done(now) - done(batch)) / (at - times.at(-1)));
    } else {
      rates.push(0);
    }
    times.push(at);
    plot(times, rates);
    batch = now;
    draw();
    reload();
  }

  async function act(action) {
    try {
      if (await perform(action, [batch], t)) {
        if (action.verb === 'delete') {
          location.hash = '#/batches';
          return;
        }
        batch = await get(address, {}, signal);
        follow();
      }
    } catch (reason) {
      problem = reason;
    }
    draw();
  }

  const actions = () => ACTIONS.filter((action) => may('submitter') && allowed(action, batch)).map((action) => html`
    <button class="btn btn-sm btn-outline-secondary" id=${action.verb} @click=${() => act(action)}>${t(action.verb)}</button>`);

  const status = () => html`
    ${heading(html`${batch.name ?? t('title')} ${badge(batch.state)}`, actions())}
    ${alert(problem)}
    <div class="mb-3">${progress(batch.progress, t('progress'))}</div>
    ${figures(
      figure(t('total'), number(batch.total)),
      figure(t('succeeded'), number(batch.succeeded)),
      figure(t('failed'), number(batch.failed)),
      figure(t('cacheHits'), number(batch.cacheHits)),
      figure(t('rate'), batch.itemsPerSecond === null ? '–' : t('perSecond', number(batch.itemsPerSecond, 1))),
      batch.finishedAt
        ? figure(t('finished'), instant(batch.finishedAt))
        : figure(t('left'), batch.expectedEnd ? duration(Math.max(0, (Date.parse(batch.expectedEnd) - Date.now()) / 1000)) : '–'),
    )}
    <p class="small text-body-secondary text-break">${t('model')} ${batch.model} · ${t('created')} ${instant(batch.createdAt)} · ${t('attempts')} ${number(batch.attempts.total)} · ${id}</p>
    <details class="mb-3"><summary>${t('command')}</summary><pre class="border rounded p-2 mt-2"><code>${commands()}</code></pre></details>`;

  const commands = () => `curl -u ${batch.owner} -H 'Accept: text/csv' ${location.origin}${address}/results

select * from reporting.predictions where batch_id = '${id}' order by item_index, mask, rank;`;

  signal.addEventListener('abort', () => source?.close());
  draw();
  follow();
}
