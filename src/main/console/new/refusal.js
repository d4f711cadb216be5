import { html } from '../lib/lit-html/lit-html.js';
import { Problem } from '../api.js';
import { told as wordsOf } from '../problems.js';
import { words } from '../words.js';
import { REFUSED } from './words.js';

/** What is refused, by the server or before it is asked: where on the page it belongs, and how it is told. */

const t = words(REFUSED);

const OF_TEXTS = [
  'no-texts', 'no-text-column', 'too-many-texts', 'body-too-large', 'record-too-long', 'invalid-body',
  'duplicate-member', 'too-many-columns', 'column-name-too-long',
  'unsupported-media-type', 'unsupported-encoding', 'unsupported-charset', 'unsupported-file-type', 'invalid-texts',
];
/** Those that the page has a field for. */
const OPTIONS = ['model', 'topK', 'priority', 'name', 'tags', 'ttl', 'notBefore', 'callbackUrl', 'targets', 'candidates'];

/** Why a file, or the way to the server, is no good. */
export class Hindrance extends Error {
  /** @param code a key of `REFUSED` */
  constructor(code, message = '') {
    super(message);
    this.code = code;
  }
}

/** The option that a problem is about, with the problem; null if it is about another thing, or one that the page has no field for. */
export function wrongOption(problem) {
  const option = problem instanceof Problem ? problem.parameters.option : undefined;
  return OPTIONS.includes(option) ? { option, problem } : null;
}

/** Whether it is the texts that are to be corrected. */
export const isOfTexts = (problem) => problem instanceof Hindrance || OF_TEXTS.includes(problem?.code);

/** In the reader's language, as far as it is known what happened. */
export const told = (problem) => html`
  <div class="alert alert-danger mt-2 mb-0" role="alert">
    ${problem instanceof Hindrance ? html`<strong>${t(problem.code)}</strong> ${problem.message}` : wordsOf(problem)}
  </div>`;
