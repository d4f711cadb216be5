import { html, nothing } from './lib/lit-html/lit-html.js';

/** The blanks of a text. */

const MASK = /\[MASK\]/;
/** As the server takes them for blanks in a batch with `looseMasks`. */
const LOOSE = /\[MASK\]|_{2,}|＿+|（）|[（(][\s\u3000]+[）)]/;

/** Where they are: matches as of `matchAll`. */
export const blanks = (text, loose) => [...text.matchAll(new RegExp(loose ? LOOSE : MASK, 'g'))];

/** The text with its blanks marked, filled as far as there are tokens. */
export function marked(text, tokens, loose) {
  const found = blanks(text, loose);
  const parts = text.split(loose ? LOOSE : MASK);
  return parts.map((part, i) => html`${part}${i < found.length ? html`<mark class="mask">${tokens[i] ?? found[i][0]}</mark>` : nothing}`);
}
