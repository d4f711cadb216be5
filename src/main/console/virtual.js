import { html, nothing, render } from './lib/lit-html/lit-html.js';
import { rowsAbove, scrolledTo, space, stretched } from './stretch.js';

/** Rows rendered beyond the visible ones, on either side. */
const AHEAD = 8;
const SETTLED = 150;

/**
 * A table of any number of rows that renders only the visible ones. All have the height of `.console-grid-row`.
 * Keyboard: arrows, page up and down, home, end; Enter or Space opens a row, like a click.
 *
 * @param id of the table
 * @param label its accessible name
 * @param head its columns: elements with the role `columnheader`
 * @param row (index) => the row's cells: elements with the role `gridcell`
 * @param open (index) => void
 * @param shown (first, last) => void, when the visible range or the number of rows changes
 * @param signal aborts when the page is left
 * @returns resize(count, known): sets the number of rows, exact or a minimum; draw(): call when rows change;
 *     toTop(); seen(): the first and the last visible row
 */
export function virtual(host, { id, label, head, row, open, shown }, signal) {
  let count = 0;
  let known = true;
  let active = 0;
  let height = 48;
  // Height above the view, and the scroll position for it.
  let above = 0;
  let scrolled = 0;
  let told;
  let frame;
  let timer;

  render(
    html`<div class="console-grid border rounded" id=${id} role="grid" tabindex="0" aria-label=${label} @scroll=${moved} @keydown=${key} @click=${clicked}>
      <div class="console-grid-head" role="rowgroup"><div class="console-grid-columns" role="row" aria-rowindex="1">${head}</div></div>
      <div class="console-grid-space" role="presentation"><div class="console-grid-rows" role="rowgroup"></div></div>
    </div>`,
    host,
  );
  const grid = host.querySelector('.console-grid');
  const top = host.querySelector('.console-grid-head');
  const area = host.querySelector('.console-grid-space');
  const rows = host.querySelector('.console-grid-rows');

  const view = () => Math.max(0, grid.clientHeight - top.offsetHeight);
  const whole = () => count * height;
  const seen = () => [Math.floor(above / height), Math.max(0, Math.min(count, Math.ceil((above + view()) / height)) - 1)];

  function draw() {
    const [first, last] = seen();
    const from = Math.max(0, first - AHEAD);
    const to = Math.min(count, last + 1 + AHEAD);
    grid.setAttribute('aria-rowcount', known ? count + 1 : -1);
    area.style.height = `${space(whole())}px`;
    rows.style.transform = `translateY(${scrolled + from * height - above}px)`;
    render(Array.from({ length: Math.max(0, to - from) }, (_, i) => line(from + i)), rows);
    if (active >= from && active < to) {
      grid.setAttribute('aria-activedescendant', `${id}-${active}`);
    } else {
      grid.removeAttribute('aria-activedescendant');
    }
    measure();
  }

  const line = (index) => html`
    <div class="console-grid-columns console-grid-row ${index === active ? 'active' : ''}" role="row" id="${id}-${index}" data-index=${index}
         aria-rowindex=${index + 2} aria-selected=${index === active ? 'true' : nothing}>${row(index)}</div>`;

  /** Rows are higher on a phone, where cells are stacked. */
  function measure() {
    const real = rows.firstElementChild?.offsetHeight ?? height;
    if (real > 0 && real !== height) {
      const first = above / height;
      height = real;
      draw();
      scrollTo(first * height);
    }
  }

  function later() {
    frame ??= requestAnimationFrame(() => {
      frame = undefined;
      draw();
      tell();
    });
  }

  function tell() {
    const now = `${seen()} ${count}`;
    if (now !== told) {
      told = now;
      shown(...seen());
    }
  }

  function moved() {
    const by = grid.scrollTop - scrolled;
    scrolled = grid.scrollTop;
    // A wheel or finger scrolls by actual pixels; only dragging the scrollbar's thumb is scaled.
    above =
      stretched(scrolled, whole(), view()) && Math.abs(by) < 2 * view()
        ? Math.max(0, Math.min(whole() - view(), above + by))
        : rowsAbove(scrolled, whole(), view());
    later();
    clearTimeout(timer);
    timer = setTimeout(settle, SETTLED);
  }

  /** Moves the scrollbar's thumb to match the rows. */
  function scrollTo(place) {
    above = Math.max(0, Math.min(whole() - view(), place));
    const wanted = scrolledTo(above, whole(), view());
    if (Math.abs(grid.scrollTop - wanted) >= 1) {
      grid.scrollTop = wanted;
    }
    scrolled = grid.scrollTop;
    later();
  }

  /** Keeps the rows in place, unless a scroll event is pending. */
  function settle() {
    if (grid.scrollTop === scrolled) {
      scrollTo(above);
    }
  }

  function activate(index) {
    active = Math.max(0, Math.min(count - 1, index));
    const begin = active * height;
    scrollTo(begin < above ? begin : Math.max(above, begin + height - view()));
  }

  function key(event) {
    const [first, last] = seen();
    const current = active >= first && active <= last ? active : first;
    const page = Math.max(1, Math.floor(view() / height) - 1);
    const moves = {
      ArrowDown: current + 1, ArrowUp: current - 1, PageDown: current + page, PageUp: current - page, Home: 0, End: count - 1,
    };
    if (event.key in moves && !event.altKey && !event.metaKey) {
      event.preventDefault();
      activate(moves[event.key]);
    } else if ((event.key === 'Enter' || event.key === ' ') && count > 0) {
      event.preventDefault();
      activate(current);
      open(current);
    }
  }

  function clicked(event) {
    const hit = event.target.closest('[data-index]');
    // Selecting text to copy it must not open the row.
    if (hit && getSelection().isCollapsed) {
      activate(Number(hit.dataset.index));
      open(active);
    }
  }

  const resized = new ResizeObserver(settle);
  resized.observe(grid);
  signal.addEventListener('abort', () => {
    resized.disconnect();
    clearTimeout(timer);
    cancelAnimationFrame(frame);
  });

  return {
    resize(now, isAll = true) {
      count = now;
      known = isAll;
      active = Math.max(0, Math.min(count - 1, active));
      draw();
      settle();
    },
    draw,
    toTop() {
      active = 0;
      scrollTo(0);
    },
    seen,
  };
}
