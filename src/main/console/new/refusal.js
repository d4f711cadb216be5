import { Problem } from '../api.js';
import { words } from '../words.js';
import { ENDINGS, NoTextColumn, UnknownEnding } from './source.js';
import dictionary from './words.js';

/** What the server, or the file itself, refuses: where on the page it belongs, and how it is told. */

const t = words(dictionary);

const OPTIONS = ['model', 'topK', 'targets', 'candidates', 'priority', 'name', 'tags', 'ttl', 'notBefore', 'callbackUrl'];
const BY_CODE = { 'unknown-model': 'model', 'callback-refused': 'callbackUrl', 'no-webhook-secret': 'callbackUrl' };

/** The option that a problem is about, with what is said of it; null if it is about another thing. */
export function wrongOption(problem) {
  if (!(problem instanceof Problem)) {
    return null;
  }
  // What is wrong with an option begins with its name, mostly in quotation marks.
  const named = problem.code.startsWith('invalid-') && OPTIONS.find((option) => new RegExp(`^"?${option}\\b`).test(problem.message));
  const option = BY_CODE[problem.code] ?? named;
  return option ? { option, message: problem.message } : null;
}

/** What was wrong before anything was sent, in the reader's language; anything else as it is. */
export function told(problem) {
  if (problem instanceof UnknownEnding) {
    return new Error(t('unknownEnding', problem.message, ENDINGS));
  }
  if (problem instanceof NoTextColumn) {
    return new Error(t('noTextColumn', problem.message));
  }
  // Browsers do not read a file any more that was written to since it was chosen.
  return problem instanceof DOMException ? new Error(t('fileChanged')) : problem;
}
