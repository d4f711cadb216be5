import { html } from './lib/lit-html/lit-html.js';
import { language, words } from './words.js';

/** What is wrong with a text, by the server's code, and what to do. */
const FLAWS = {
  zh: {
    NO_MASK: '没有空。在要填的地方写 [MASK]。', FOUND: '没有空，但有“{0}”：是不是想写 [MASK]？', EMPTY: '文本是空的。写一句话，空处写 [MASK]。',
    NOT_A_STRING: '不是字符串。JSON 里的文本要加引号。', INVALID_CHARACTER: '含有 NUL 或不完整的字符（显示为 �），请删掉。',
    INVALID_LINE: '这一行读不出来：不是合法的 JSON，或者列数和标题行不一致。', TOO_LONG: '太长，请拆成几条。',
    NO_TARGET_FITS: '没有一个候选词填得进去：每个字占一个 [MASK]，请按字数写空。',
    ATTEMPTS_EXHAUSTED: '多次尝试都失败了。请解决下面的原因，再重试。',
  },
  en: {
    NO_MASK: 'No blank. Write [MASK] where something is to be filled in.', FOUND: 'No blank, but “{0}”: did you mean [MASK]?', EMPTY: 'Empty. Write a sentence with [MASK] for each blank.',
    NOT_A_STRING: 'Not a string. Texts in JSON stand in quotation marks.', INVALID_CHARACTER: 'Holds a NUL or half a character, shown as �: remove it.',
    INVALID_LINE: 'Cannot be read: it is no valid JSON, or has other columns than the first line.', TOO_LONG: 'Too long: cut it into several.',
    NO_TARGET_FITS: 'No target fits: write as many [MASK] side by side as a target has characters.',
    ATTEMPTS_EXHAUSTED: 'All attempts failed. Mend the cause, then retry.',
  },
};

const t = words(FLAWS);

/** In the reader's language; in the server's, where it says more than is known here. */
export function advice({ code, message }) {
  const [, found] = message.match(/found "(.+)": did/) ?? [];
  if (found) {
    return t('FOUND', found);
  }
  return code in FLAWS.zh ? t(code) : message;
}

/** The server's own words, with what they come to in front of them for those who read Chinese. */
export const told = (error) =>
  language() === 'zh' && advice(error) !== error.message
    ? html`${advice(error)} <span class="d-block small" lang="en">${error.message}</span>`
    : html`<span lang="en">${error.message}</span>`;
