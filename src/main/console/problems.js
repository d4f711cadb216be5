import { html, nothing } from './lib/lit-html/lit-html.js';
import { number } from './format.js';
import { language } from './words.js';
import WORDS from './problem-words.js';

/**
 * Messages for the server's problems and for errors of texts, by code and parameters. The server's own messages are for people who
 * read English, and are not parsed here.
 */

const PLACE = /\{(\w+)\}/g;

const isComplete = (words, parameters) => [...words.matchAll(PLACE)].every(([, name]) => name in parameters);

/** The key of the most specific message whose parameters are all present; undefined if there is none. */
function key({ code, parameters = {} }) {
  const { reason, option } = parameters;
  const own = WORDS[language()];
  return [`${code}.${reason}.${option}`, `${code}.${reason}`, code].find((one) => one in own && isComplete(own[one], parameters));
}

const shown = (value) => (Array.isArray(value) ? value.join(language() === 'zh' ? '、' : ', ') : typeof value === 'number' ? number(value) : String(value));

const filled = (words, { parameters }) => words.replaceAll(PLACE, (_, name) => shown(parameters[name]));

/** In the user's language; undefined if there is no message for it. */
export function worded(problem) {
  const found = key(problem);
  return found && filled(WORDS[language()][found], problem);
}

/**
 * The message for a problem, an error of a text, or any other error. Parts that are not in the user's language are marked as
 * English: messages of a newer server, and those of third parties.
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
