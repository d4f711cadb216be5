import { html } from '../lib/lit-html/lit-html.js';
import { blanks, marked } from '../blanks.js';
import { percent } from '../format.js';
import { answer } from './facts.js';

/** A text with its blanks and their candidates. */

const MOST = 200;

/** A row is one line high, so no screen shows more. */
const CHIPS = 20;
const phone = matchMedia('(width < 768px)');

/** The best candidate of each mask: from the best joint filling, or of each mask alone. */
export const best = (item) => item.masks?.map((mask, i) => item.fillings?.[0]?.tokens[i] ?? mask.predictions[0]?.token) ?? [];

/** The part of a text that a row shows, starting shortly before the search match or the first blank. */
export function excerpt(item, searched, loose) {
  const { text } = item;
  const found = blanks(text, loose);
  const hit = searched ? text.toLowerCase().indexOf(searched.toLowerCase()) : (found[0]?.index ?? 0);
  const fits = phone.matches ? 20 : 28;
  const wanted = hit <= fits ? 0 : hit - fits / 2;
  const cut = found.find(({ index, 0: blank }) => index < wanted && wanted < index + blank.length);
  const from = cut?.index ?? wanted;
  const tokens = best(item).slice(found.filter(({ index }) => index < from).length);
  return html`${from > 0 ? '…' : ''}${marked(text.slice(from, from + MOST), tokens, loose)}${from + MOST < text.length ? '…' : ''}`;
}

/** The answer as chips: the best candidates, for several masks those of the best joint filling; or whatever another task says. */
export const chips = (item) => (item.masks ? candidates(item) : answer(item).map(([name, value]) => chip(value, name)));

const candidates = (item) =>
  (item.fillings
    ? item.fillings.slice(0, CHIPS).map(({ tokens, score }) => [tokens.join(' '), score])
    : item.masks[0].predictions.slice(0, CHIPS).map(({ token, score }) => [token, score])
  ).map(([word, score]) => chip(word, percent(score)));

const chip = (what, more) => html`<span class="console-candidate">${what} <small>${more}</small></span>`;
