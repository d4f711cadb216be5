import { html } from './lib/lit-html/lit-html.js';
import { words } from './words.js';

/** What in a text was perhaps meant otherwise than it is read, by the server's code. */
const t = words({
  zh: {
    MISSPELLED_MASK: '“{0}”按原文读取，是不是想写 {1}？', LOOSE_BLANK: '“{0}”按原文读取。如果是空，请写 {1}，或者在选项里允许其他写法的空。',
  },
  en: {
    MISSPELLED_MASK: '“{0}” is read as it stands. Did you mean {1}?', LOOSE_BLANK: '“{0}” is read as it stands. If it is a blank, write {1}, or allow blanks in other spellings.',
  },
});

export const doubt = ({ code, found, suggestion }) => t(code, found, suggestion);

/** All warnings about a text. */
export const warnings = (all) => html`
  <ul class="alert alert-warning list-unstyled py-2">${all.map((warning) => html`<li class="text-break">${doubt(warning)}</li>`)}</ul>`;
