import { html, nothing } from './lib/lit-html/lit-html.js';

/** The blanks of a text. */

const MASK = /\[MASK\]/;

/** Brackets with space inside. */
const ROOM = '[ \\t\\n\\v\\f\\r\\p{Zs}]+';

/** What the server treats as blanks with `looseMasks`. */
const LOOSE = new RegExp(
  ['\\[MASK\\]', '(?<![a-zA-Z0-9_])_{2,}(?![a-zA-Z0-9_])', '＿+', '[﹍﹎﹏]{2,}', '（）', `[（(]${ROOM}[）)]`,
    ...['【】', '「」', '『』', '〔〕'].map(([open, close]) => open + ROOM + close), '□'].join('|'),
  'u',
);

/** Their positions: matches as of `matchAll`. */
export const blanks = (text, loose) => [...text.matchAll(new RegExp(loose ? LOOSE : MASK, 'gu'))];

/** The text with its blanks marked, filled as far as there are tokens. */
export function marked(text, tokens, loose) {
  const found = blanks(text, loose);
  const parts = text.split(loose ? LOOSE : MASK);
  return parts.map((part, i) => html`${part}${i < found.length ? html`<mark class="mask">${tokens[i] ?? found[i][0]}</mark>` : nothing}`);
}
