import { html } from '../lib/lit-html/lit-html.js';
import { duration, number } from '../format.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const PERCENTILES = ['p50', 'p95', 'p99'];
const MINUTE = 60;

/** Latency percentiles as bars; each kind has its own scale. */
export const latency = (kinds) => html`
  <h2 class="h5">${t('latency')}</h2>
  <div class="row row-cols-1 row-cols-lg-2 g-3">${['interactive', 'batch'].map((kind) => card(kind, kinds[kind]))}</div>`;

const card = (kind, times) => html`
  <div class="col"><section class="card h-100"><div class="card-body py-2">
    <h3 class="h6">${t(kind)}</h3>
    <p class="small text-body-secondary mb-2">${t(`${kind}Meaning`)}</p>
    ${times ? html`<table class="table table-sm table-borderless align-middle mb-0"><tbody>${PERCENTILES.map((p) => row(p, times))}</tbody></table>` : html`<p class="mb-1">${t('nothing')}</p>`}
  </div></section></div>`;

const row = (p, times) => html`<tr>
  <th scope="row" class="console-percentile fw-normal" title=${t(p)}>${p}</th>
  <td class="w-100"><span class="console-bar text-primary" aria-hidden="true"><span .style=${`width: ${times.p99 > 0 ? (100 * times[p]) / times.p99 : 0}%`}></span></span></td>
  <td class="text-nowrap text-end">${times[p] < MINUTE ? t('seconds', number(times[p], 2)) : duration(times[p])}</td>
</tr>`;
