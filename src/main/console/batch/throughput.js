import { chart } from '../chart.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const MOST = 600;

/**
 * Draws the throughput of a batch while the page is open.
 *
 * @returns a function that takes each new status
 */
export function throughput(host, signal) {
  let times = [];
  let rates = [];
  let last = null;
  let plot = null;

  return (batch) => {
    const now = { at: Date.now() / 1000, done: batch.succeeded + batch.failed };
    // A retry lowers the count, so those texts count again.
    const more = last === null ? 0 : Math.max(0, now.done - last.done);
    const passed = last === null ? 0 : now.at - last.at;
    last = now;
    if (passed <= 0) {
      return;
    }
    times.push(now.at);
    rates.push(more / passed);
    if (times.length > MOST) {
      times = times.filter((_, i) => i % 2 === 1);
      rates = times.map((_, i) => (rates[2 * i] + rates[2 * i + 1]) / 2);
    }
    if (plot === null) {
      host.hidden = false;
      host.setAttribute('aria-label', t('throughput'));
      plot = chart(host, [{ label: t('throughput'), colour: 'primary' }], signal);
    }
    plot(times, rates);
  };
}
