import { html } from '../lib/lit-html/lit-html.js';
import { bytes, number } from '../format.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);

/** What each worker of each node is at. */
export const workers = (nodes) => html`
  <h2 class="h5">${t('workers')}</h2>
  <div class="table-responsive" tabindex="0" role="region" aria-label=${t('workers')}>
    <table class="table">
      <thead><tr>${['node', 'memory', 'doing', 'speed'].map((column) => html`<th scope="col">${t(column)}</th>`)}</tr></thead>
      <tbody>${nodes.flatMap((node) => node.workers.map((worker, i) => row(node, worker, i)))}</tbody>
    </table>
  </div>`;

const row = (node, worker, i) => html`<tr>
  <th scope="row">${i > 0 ? '' : node.alive ? node.node : `${node.node} (${t('gone')})`}</th>
  <td>${i > 0 ? '' : bytes(node.memory.resident ?? node.memory.heapUsed)}</td>
  <td>${worker.batch === null ? t('idle') : html`<a href="#/batches/${worker.batch}">${t('chunk', worker.batch.slice(-12), worker.chunk)}</a>`}</td>
  <td>${number(worker.textsPerSecond, 1)}</td>
</tr>`;
