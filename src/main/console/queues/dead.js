import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get, post } from '../api.js';
import { instant, number } from '../format.js';
import { alert, confirmed } from '../parts.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const PATH = '/api/v1/dead-letters';
const PAGE = 50;

/**
 * What was given up, newest first, to be tried again or discarded.
 *
 * @returns a function that asks for them again
 */
export function deadLetters(host, signal) {
  let letters = [];
  let shown = PAGE;
  let next = null;
  let problem = null;
  const draw = () => render(section(), host);

  async function load() {
    ({ deadLetters: letters, next } = await get(PATH, { limit: shown }, signal));
    draw();
  }

  async function act(path, verb, sure) {
    try {
      if (!sure || (await confirmed(sure, t(verb)))) {
        await post(`${PATH}${path}/${verb}`);
      }
      problem = null;
      await load();
    } catch (reason) {
      problem = reason;
      draw();
    }
  }

  function more() {
    shown += PAGE;
    load();
  }

  const section = () => html`
    <div class="d-flex flex-wrap justify-content-between gap-2 mb-2">
      <h2 class="h5">${t('dead')}</h2>
      ${letters.length === 0 ? nothing : html`<div class="d-flex gap-2">${['retry', 'discard'].map((verb) => html`
        <button class="btn btn-sm btn-outline-secondary" id="${verb}-all" @click=${() => act('', verb, t('sureAll', t(verb)))}>${t('all', t(verb))}</button>`)}</div>`}
    </div>
    ${alert(problem)}
    ${letters.length === 0 ? html`<p>${t('none')}</p>` : table()}
    ${next ? html`<button class="btn btn-outline-secondary" @click=${more}>${t('more')}</button>` : nothing}`;

  const table = () => html`
    <div class="table-responsive" tabindex="0" role="region" aria-label=${t('dead')}>
      <table class="table align-middle" id="dead-letters">
        <thead><tr>${['text', 'reason', 'attempts', 'at', 'batch'].map((column) => html`<th scope="col">${t(column)}</th>`)}<td></td></tr></thead>
        <tbody>${letters.map(row)}</tbody>
      </table>
    </div>`;

  const row = (letter) => html`<tr>
    <td>${letter.text}</td><td class="small">${letter.reason}</td><td>${number(letter.attempts)}</td><td class="text-nowrap">${instant(letter.at)}</td>
    <td><a href="#/batches/${letter.batch}">${letter.batch.slice(-12)}</a></td>
    <td class="text-nowrap">${['retry', 'discard'].map((verb) => html`
      <button class="btn btn-sm btn-outline-secondary ${verb}" @click=${() => act(`/${letter.batch}/${letter.chunk}`, verb)}>${t(verb)}</button> `)}</td>
  </tr>`;

  draw();
  return load;
}
