import { html, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { chart } from '../chart.js';
import { number } from '../format.js';
import { words } from '../words.js';
import { messages } from './messages.js';
import dictionary from './words.js';

const t = words(dictionary);
const HEIGHT = 130;

/**
 * The details of a queue: its last hour, and its messages on demand.
 *
 * @returns {node: the element, load: reloads the history, close}
 */
export function detail(name, page) {
  const left = new AbortController();
  const signal = AbortSignal.any([page, left.signal]);
  const node = document.createElement('div');
  render(
    html`<div class="row g-3">
        <div class="col-12 col-xl-6"><h3 class="h6">${t('history')}</h3><div class="depth" aria-label="${name}: ${t('history')}"></div></div>
        <div class="col-12 col-xl-6"><h3 class="h6">${t('rateHistory')}</h3><div class="rates" aria-label="${name}: ${t('rateHistory')}"></div></div>
      </div><div class="messages mt-2"></div>`,
    node,
  );
  const perSecond = (value) => t('perSecond', number(value, 1));
  const depth = chart(node.querySelector('.depth'), [{ label: t('depth'), colour: 'primary' }, { label: t('inDelivery'), colour: 'success' }], signal, HEIGHT);
  const rates = chart(node.querySelector('.rates'), [{ label: t('in'), colour: 'primary', value: perSecond }, { label: t('out'), colour: 'success', value: perSecond }], signal, HEIGHT);
  messages(node.querySelector('.messages'), name, signal);

  async function load() {
    const { samples } = await get(`/api/v1/queues/${name}/history`, {}, signal);
    if (!signal.aborted) {
      const times = samples.map(({ at }) => Date.parse(at) / 1000);
      const values = (member) => samples.map((sample) => sample[member]);
      depth(times, values('depth'), values('inDelivery'));
      rates(times, values('inPerSecond'), values('outPerSecond'));
    }
  }

  return { node, load, close: () => left.abort() };
}
