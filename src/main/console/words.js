/** The console's language, Chinese or English: the user's choice, or the browser's preference. */

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
 * A function that looks up a text by its key in the current language. `{0}`, `{1}` …
 * are replaced by its further arguments.
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
