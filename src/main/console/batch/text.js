import { html } from '../lib/lit-html/lit-html.js';
import { blanks, marked } from '../blanks.js';
import { percent } from '../format.js';

/** A text with its blanks, and what could stand in them. */

const MOST = 200;

/** A row is a line high: the others could be seen on no screen. */
const CHIPS = 20;
const phone = matchMedia('(width < 768px)');

/** What is best for each mask: the best joint filling, or of each mask alone. */
export const best = (item) => item.masks?.map((mask, i) => item.fillings?.[0]?.tokens[i] ?? mask.predictions[0]?.token) ?? [];

/** As much of a text as a row may show, from shortly before what matters: what was searched for, or the first blank. */
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

/** The best candidates as chips; of several masks those that go together. */
export const chips = (item) =>
  (item.fillings
    ? item.fillings.slice(0, CHIPS).map(({ tokens, score }) => [tokens.join(' '), score])
    : item.masks[0].predictions.slice(0, CHIPS).map(({ token, score }) => [token, score])
  ).map(([word, score]) => html`<span class="console-candidate">${word} <small>${percent(score)}</small></span>`);
