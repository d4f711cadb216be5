import { locale } from './words.js';

/** Numbers and times in the format of the user's language. A missing value is a dash. */

const NONE = '–';

/** Cached: creating a formatter costs more than formatting a whole table of numbers. */
const kept = new Map();

function format(Kind, options) {
  const key = `${Kind.name} ${locale()} ${JSON.stringify(options)}`;
  if (!kept.has(key)) {
    kept.set(key, new Kind(locale(), options));
  }
  return kept.get(key);
}

export const number = (value, digits = 0) =>
  value === null || value === undefined ? NONE : format(Intl.NumberFormat, { maximumFractionDigits: digits }).format(value);

/** @param share 0 to 1 */
export const percent = (share, digits = 0) =>
  share === null || share === undefined
    ? NONE
    : format(Intl.NumberFormat, { style: 'percent', maximumFractionDigits: digits }).format(share);

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte'];

export function bytes(value) {
  if (value === null || value === undefined) {
    return NONE;
  }
  const size = Math.min(SIZES.length - 1, Math.floor(Math.log10(Math.max(1, value)) / 3));
  return format(Intl.NumberFormat, { style: 'unit', unit: SIZES[size], maximumSignificantDigits: 3 }).format(value / 1000 ** size);
}

/** Day and time of an ISO 8601 instant, in the user's time zone. */
export const instant = (iso) =>
  iso ? format(Intl.DateTimeFormat, { dateStyle: 'short', timeStyle: 'medium' }).format(new Date(iso)) : NONE;

export const time = (iso) => (iso ? format(Intl.DateTimeFormat, { timeStyle: 'medium' }).format(new Date(iso)) : NONE);

/** The user's time zone, by its IANA name. */
export const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone;

const STEPS = [
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** The two largest units of a duration: 3 min 20 s. */
export function duration(seconds) {
  if (seconds === null || seconds === undefined) {
    return NONE;
  }
  let rest = Math.round(seconds);
  const parts = [];
  for (const [unit, length] of STEPS) {
    const count = Math.floor(rest / length);
    rest -= count * length;
    if (count > 0 || (unit === 'second' && parts.length === 0)) {
      parts.push(format(Intl.NumberFormat, { style: 'unit', unit, unitDisplay: 'short' }).format(count));
    }
  }
  return parts.slice(0, 2).join(' ');
}

/** How long ago something was: 5 minutes ago. */
export function ago(iso, now = Date.now()) {
  if (!iso) {
    return NONE;
  }
  const seconds = (now - Date.parse(iso)) / 1000;
  const [unit, length] = STEPS.find(([, size]) => seconds >= size) ?? STEPS.at(-1);
  return format(Intl.RelativeTimeFormat, { numeric: 'auto' }).format(-Math.floor(Math.max(0, seconds) / length), unit);
}
