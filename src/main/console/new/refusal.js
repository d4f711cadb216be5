import { html } from '../lib/lit-html/lit-html.js';
import { Problem } from '../api.js';
import { told as wordsOf } from '../problems.js';
import { words } from '../words.js';
import { hasField } from './tasks.js';
import { REFUSED } from './words.js';

/** Errors of the server or of local checks: where on the page they are shown, and their text. */

const t = words(REFUSED);

const OF_TEXTS = [
  'no-texts', 'no-text-column', 'too-many-texts', 'body-too-large', 'record-too-long', 'invalid-body',
  'duplicate-member', 'too-many-columns', 'column-name-too-long',
  'unsupported-media-type', 'unsupported-encoding', 'unsupported-charset', 'unsupported-file-type', 'invalid-texts',
];
/** A problem with a file or with the connection. */
export class Hindrance extends Error {
  /** @param code a key of `REFUSED` */
  constructor(code, message = '') {
    super(message);
    this.code = code;
  }
}

/** The option that a problem is about, with the problem; null if it is about something without a field on the page. */
export function wrongOption(problem, draft) {
  const option = problem instanceof Problem ? problem.parameters.option : undefined;
  return option && hasField(draft, option) ? { option, problem } : null;
}

/** Whether the texts have to be corrected. */
export const isOfTexts = (problem) => problem instanceof Hindrance || OF_TEXTS.includes(problem?.code);

/** In the user's language, if the cause is known. */
export const told = (problem) => html`
  <div class="alert alert-danger mt-2 mb-0" role="alert">
    ${problem instanceof Hindrance ? html`<strong>${t(problem.code)}</strong> ${problem.message}` : wordsOf(problem)}
  </div>`;
