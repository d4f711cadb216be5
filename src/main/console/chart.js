import uPlot from './lib/uplot/uPlot.esm.js';
import { number } from './format.js';
import { locale, words } from './words.js';

const t = words({ zh: { time: '时间' }, en: { time: 'Time' } });

/** Seconds between ticks of an axis; its labels have no smaller unit. */
const STEPS = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 21_600, 43_200, 86_400];

/**
 * A chart of one or more values over time, kept as wide as its host.
 *
 * @param host the element to draw in; it needs an `aria-label` that describes the chart
 * @param lines [{label, colour: 'primary' | 'success' | 'danger' | 'warning' | 'info', value?: (number) => string}]
 * @param signal removes the chart when the page is left
 * @returns a function that draws: (times in seconds since 1970, an array of values for each line)
 */
export function chart(host, lines, signal, height = 180) {
  let drawn;
  let data = [[], ...lines.map(() => [])];
  host.setAttribute('role', 'img');
  const draw = () => {
    drawn?.destroy();
    drawn = new uPlot(options(host, lines, height), data, host);
  };
  const resized = new ResizeObserver(() => drawn.setSize({ width: host.clientWidth, height }));
  draw();
  resized.observe(host);
  addEventListener('themechange', draw, { signal });
  signal.addEventListener('abort', () => {
    resized.disconnect();
    drawn.destroy();
  });
  return (times, ...values) => {
    data = [times, ...values];
    drawn.setData(data);
  };
}

function options(host, lines, height) {
  const text = colour('body-color');
  const grid = { stroke: colour('border-color'), width: 1 };
  const axis = { stroke: text, grid, ticks: grid, font: '12px system-ui' };
  const clock = new Intl.DateTimeFormat(locale(), { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' });
  return {
    width: host.clientWidth || 300,
    height,
    // Half of the last time label extends past the last value.
    padding: [null, 32, null, null],
    scales: { y: { range: (_, least, most) => [Math.min(0, least ?? 0), Math.max(1, (most ?? 0) * 1.1)] } },
    axes: [{ ...axis, values: (_, times) => times.map((time) => clock.format(time * 1000)), incrs: STEPS, space: 90 }, { ...axis, values: (_, marks) => marks.map((mark) => number(mark, 1)), size: 60 }],
    series: [
      { label: t('time'), value: (_, time) => (time === null ? '–' : clock.format(time * 1000)) },
      ...lines.map(({ label, colour: name, value }) => ({
        label,
        stroke: colour(name),
        // Bootstrap's colours are #rrggbb; this appends an opacity of a tenth.
        fill: `${colour(name)}1a`,
        width: 2,
        points: { show: false },
        value: (_, v) => (v === null || v === undefined || !value ? number(v, 1) : value(v)),
      })),
    ],
  };
}

const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--bs-${name}`).trim();
