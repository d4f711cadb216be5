/** The page speaks Chinese or English: what was chosen, or else what the browser prefers. */

const KEPT = 'tiankong.language';
const LANGUAGES = { zh: 'zh-CN', en: 'en' };

let current = localStorage.getItem(KEPT) ?? (navigator.language.startsWith('zh') ? 'zh' : 'en');

export const language = () => current;

/** The same as a tag, for `Intl` and the `lang` attribute. */
export const locale = () => LANGUAGES[current];

export function speak(chosen) {
  current = chosen;
  localStorage.setItem(KEPT, chosen);
  document.documentElement.lang = locale();
}

/**
 * A function that looks up words by their key, in whatever language is current then. `{0}`, `{1}` …
 * stand for its further arguments.
 *
 * @param dictionary {zh: {key: words}, en: {…}}
 */
export function words(dictionary) {
  return (key, ...values) => {
    const found = dictionary[current][key];
    if (found === undefined) {
      throw new Error(`No words in ${current} for ${key}`);
    }
    return found.replaceAll(/\{(\d)\}/g, (_, i) => values[i]);
  };
}
