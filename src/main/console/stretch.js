/**
 * The geometry of a long table. Browsers limit the height of an element to about 17 million pixels (Firefox), and position
 * its content exactly only up to 2^24; a million rows are higher. The scrolled element is therefore lower than
 * the rows together: near both ends a pixel is a pixel, and in between each stands for several.
 */
const HIGHEST = 8_000_000;
const EXACT = HIGHEST / 4;

/** The height of the scrolled element, for rows with a total height of `whole` pixels. */
export const space = (whole) => Math.min(whole, HIGHEST);

/** Whether a pixel stands for several there. */
export const stretched = (scrolled, whole, view) =>
  whole > HIGHEST && scrolled > EXACT && scrolled < HIGHEST - view - EXACT;

/** Height of the rows above the view at a scroll position. */
export function rowsAbove(scrolled, whole, view) {
  if (whole <= HIGHEST || scrolled <= EXACT) {
    return scrolled;
  }
  const fromEnd = HIGHEST - view - scrolled;
  return fromEnd <= EXACT ? whole - view - fromEnd : EXACT + (scrolled - EXACT) * ratio(whole, view);
}

/** The scroll position for a height of rows above the view. */
export function scrolledTo(above, whole, view) {
  if (whole <= HIGHEST || above <= EXACT) {
    return above;
  }
  const fromEnd = whole - view - above;
  return fromEnd <= EXACT ? HIGHEST - view - fromEnd : EXACT + (above - EXACT) / ratio(whole, view);
}

const ratio = (whole, view) => (whole - view - 2 * EXACT) / (HIGHEST - view - 2 * EXACT);
