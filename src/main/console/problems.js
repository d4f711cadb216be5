import { html, nothing } from './lib/lit-html/lit-html.js';
import { number } from './format.js';
import { language } from './words.js';
import WORDS from './problem-words.js';

/**
 * Words for problems of the server and for errors of texts, by their code and parameters. Messages of the server are for people who
 * read English; nothing here looks into them.
 */

const PLACE = /\{(\w+)\}/g;

const isComplete = (words, parameters) => [...words.matchAll(PLACE)].every(([, name]) => name in parameters);

/** The key of the words that say most, of those whose parameters are all there; undefined if there are none. */
function key({ code, parameters = {} }) {
  const { reason, option } = parameters;
  const own = WORDS[language()];
  return [`${code}.${reason}.${option}`, `${code}.${reason}`, code].find((one) => one in own && isComplete(own[one], parameters));
}

const shown = (value) => (Array.isArray(value) ? value.join(language() === 'zh' ? '、' : ', ') : typeof value === 'number' ? number(value) : String(value));

const filled = (words, { parameters }) => words.replaceAll(PLACE, (_, name) => shown(parameters[name]));

/** In the reader's language; undefined if there are no words for it. */
export function worded(problem) {
  const found = key(problem);
  return found && filled(WORDS[language()][found], problem);
}

/**
 * What to show of a problem, of an error of a text, or of whatever else went wrong. What is not in the reader's language is marked as
 * English: the words of a server that knows more than this page, and those of third parties.
 */
export function told(problem) {
  if (!problem.code) {
    return problem.message;
  }
  const { reason, cause } = problem.parameters ?? {};
  const isVague = reason !== undefined && key(problem) === problem.code;
  const words = isVague && language() === 'en' ? undefined : worded(problem);
  if (words === undefined) {
    return html`<span lang="en">${problem.message}</span>`;
  }
  const others = isVague ? problem.message : cause;
  return html`${words}${others ? html` <span class="d-block small" lang="en">${others}</span>` : nothing}`;
}
