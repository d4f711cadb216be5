/**
 * Where the rows of a long table are. Browsers let no element be higher than some 17 million pixels (Firefox), and place
 * what is in it exactly up to 2^24 only; a million rows are higher. What has to be scrolled through is therefore lower than
 * the rows together: at both ends a pixel is a pixel, and in between each stands for several.
 */
const HIGHEST = 8_000_000;
const EXACT = HIGHEST / 4;

/** How high an element is that is scrolled through, for rows that are `whole` pixels high together. */
export const space = (whole) => Math.min(whole, HIGHEST);

/** Whether a pixel stands for several there. */
export const stretched = (scrolled, whole, view) =>
  whole > HIGHEST && scrolled > EXACT && scrolled < HIGHEST - view - EXACT;

/** How much of the rows is above the view when so much is scrolled. */
export function rowsAbove(scrolled, whole, view) {
  if (whole <= HIGHEST || scrolled <= EXACT) {
    return scrolled;
  }
  const fromEnd = HIGHEST - view - scrolled;
  return fromEnd <= EXACT ? whole - view - fromEnd : EXACT + (scrolled - EXACT) * ratio(whole, view);
}

/** How much is scrolled when so much of the rows is above the view. */
export function scrolledTo(above, whole, view) {
  if (whole <= HIGHEST || above <= EXACT) {
    return above;
  }
  const fromEnd = whole - view - above;
  return fromEnd <= EXACT ? HIGHEST - view - fromEnd : EXACT + (above - EXACT) / ratio(whole, view);
}

const ratio = (whole, view) => (whole - view - 2 * EXACT) / (HIGHEST - view - 2 * EXACT);
