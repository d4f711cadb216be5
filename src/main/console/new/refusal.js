import { html, nothing } from '../lib/lit-html/lit-html.js';
import { Problem } from '../api.js';
import { words } from '../words.js';
import { REFUSED } from './words.js';

/** What is refused, by the server or before it is asked: where on the page it belongs, and how it is told. */

const t = words(REFUSED);

const OF_TEXTS = [
  'no-texts', 'no-text-column', 'too-many-texts', 'body-too-large', 'record-too-long', 'invalid-body',
  'duplicate-member', 'too-many-columns', 'column-name-too-long',
  'unsupported-media-type', 'unsupported-encoding', 'unsupported-charset', 'unsupported-file-type', 'invalid-texts',
];
const OPTIONS = { 'unknown-model': 'model', 'callback-refused': 'callbackUrl', 'no-webhook-secret': 'callbackUrl' };

/** Why a file, or the way to the server, is no good. */
export class Hindrance extends Error {
  /** @param code a key of `REFUSED` */
  constructor(code, message = '') {
    super(message);
    this.code = code;
  }
}

/** The option that a problem is about, with what is said of it; null if it is about another thing. */
export function wrongOption(problem) {
  const option = OPTIONS[problem?.code] ?? (problem?.code === 'invalid-options' ? named(problem.message) : null);
  return option ? { option, message: problem.message } : null;
}

/** Messages begin with the option's name, or tell of targets that a vocabulary does not have. */
function named(message) {
  const [, option] = message.match(/^"?(topK|priority|name|tags|ttl|notBefore|callbackUrl)\b/) ?? [];
  return option ?? (/target|cannot write/.test(message) ? 'targets' : 'candidates');
}

/** Whether it is the texts that are to be mended. */
export const isOfTexts = (problem) => problem instanceof Hindrance || OF_TEXTS.includes(problem?.code);

/** In the reader's language, as far as it is known what happened, and in the server's own words. */
export const told = (problem) => html`
  <div class="alert alert-danger mt-2 mb-0" role="alert">
    ${problem.code in REFUSED.zh ? html`<strong>${t(problem.code)}</strong> ` : nothing}
    <span lang=${problem instanceof Problem ? 'en' : nothing}>${problem.message}</span>
  </div>`;
