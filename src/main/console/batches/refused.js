import { worded } from '../problems.js';
import { locale } from '../words.js';
import { isGone, isOfAll, label } from './actions.js';

const SHOWN = 10;

/**
 * The message after an action on several batches: which were refused, and why. Deleted ones are not mentioned.
 *
 * @param refused the result of `perform`
 * @returns an error, or null
 */
export function summary(refused, t) {
  const hindrance = refused.find(({ problem }) => isOfAll(problem));
  const told = refused.filter(({ problem }) => !isGone(problem));
  if (hindrance || told.length === 0) {
    return hindrance?.problem ?? null;
  }
  const reasons = Map.groupBy(told, ({ problem }) => worded(problem) ?? problem.message);
  return new Error([t('refused', told.length), ...[...reasons].map(([reason, own]) => t('because', names(own, t), reason))].join(' '));
}

function names(refused, t) {
  const shown = refused.slice(0, SHOWN).map(({ batch }) => label(batch));
  const others = refused.length - shown.length;
  return new Intl.ListFormat(locale()).format(others > 0 ? [...shown, t('others', others)] : shown);
}
