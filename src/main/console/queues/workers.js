import { html } from '../lib/lit-html/lit-html.js';
import { ago, bytes, duration, number } from '../format.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);

/** What each worker of each node is doing. */
export const workers = (nodes) => html`
  <h2 class="h5">${t('workers')}</h2>
  <div class="row row-cols-1 row-cols-lg-2 g-3">${nodes.map(node)}</div>`;

const node = ({ node, alive, heardAt, uptimeSeconds, memory, models, workers }) => html`
  <div class="col"><section class="card h-100 node" aria-label=${node}>
    <div class="card-header d-flex justify-content-between gap-2">
      <h3 class="h6 mb-0 text-break">${node}</h3>
      <span class="badge align-self-start ${alive ? 'text-bg-success' : 'text-bg-danger'}">${alive ? t('alive') : t('gone', ago(heardAt))}</span>
    </div>
    <dl class="card-body console-pairs small mb-0">
      <dt>${t('memory')}</dt><dd>${t('ofHeap', bytes(memory.resident ?? memory.heapUsed), bytes(memory.heapUsed), bytes(memory.heapMax))}</dd>
      <dt>${t('uptime')}</dt><dd>${duration(uptimeSeconds)}</dd>
      <dt>${t('models')}</dt><dd class="text-break">${models.join(', ') || '–'}</dd>
      <dt>${t('speed')}</dt><dd>${t('perSecond', number(workers.reduce((sum, { textsPerSecond }) => sum + textsPerSecond, 0), 1))}</dd>
    </dl>
    <ul class="list-group list-group-flush">${workers.map(worker)}</ul>
  </section></div>`;

const worker = ({ batch, chunk, since, textsPerSecond }) => html`
  <li class="list-group-item d-flex justify-content-between gap-2 ${batch === null ? 'text-body-secondary' : ''}">
    <span>${batch === null ? t('idle') : html`<a href="#/batches/${batch}">${t('chunk', batch.slice(-12), chunk)}</a> <span class="small">${ago(since)}</span>`}</span>
    <span class="text-nowrap">${t('perSecond', number(textsPerSecond, 1))}</span>
  </li>`;
