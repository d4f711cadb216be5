import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { live } from '../lib/lit-html/directives/live.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { get, post } from '../api.js';
import { instant, number } from '../format.js';
import { alert, confirmed } from '../parts.js';
import { told } from '../problems.js';
import { words } from '../words.js';
import { submits as submitCard } from './submits.js';
import dictionary from './words.js';

const t = words(dictionary);
const PATH = '/api/v1/dead-letters';
const PAGE = 50;
const MOST = 1_000;
const SUBMITS = 'tiankong.submit.dead';
const VERBS = ['retry', 'discard'];

const key = ({ batch, chunk }) => `${batch}/${chunk}`;

/**
 * Dead letters, grouped by reason, to retry or discard: one, several or all.
 *
 * @returns {load, loadSubmits}, which reload the chunks and the submits over the broker
 */
export function deadLetters(host, signal) {
  let letters = [];
  let submits = [];
  let wanted = PAGE;
  let next = null;
  let problem = null;
  const picked = new Set();
  const draw = () => !signal.aborted && render(section(), host);

  async function load() {
    const found = [];
    let after = null;
    do {
      const page = await get(PATH, { after, limit: Math.min(MOST, wanted - found.length) }, signal);
      found.push(...page.deadLetters);
      after = page.next;
    } while (after !== null && found.length < wanted);
    [letters, next] = [found, after];
    const there = new Set(letters.map(key));
    [...picked].filter((one) => !there.has(one)).forEach((one) => picked.delete(one));
    draw();
  }

  async function loadSubmits() {
    const { messages } = await get(`${PATH}/messages`, { limit: PAGE }, signal);
    submits = messages.filter(({ queue }) => queue === SUBMITS);
    draw();
  }

  /** @param paths below the route: one per dead letter, or '' for all */
  async function act(verb, paths, question) {
    try {
      if (!question || (await confirmed(question, t(verb)))) {
        for (const path of paths) {
          await post(`${PATH}${path}/${verb}`);
        }
      }
      problem = null;
      await Promise.all([load(), loadSubmits()]);
    } catch (reason) {
      problem = reason;
      draw();
    }
  }

  async function more() {
    wanted += PAGE;
    await load().catch((reason) => { problem = reason; draw(); });
  }

  function pick(some, yes) {
    some.forEach((letter) => picked[yes ? 'add' : 'delete'](key(letter)));
    draw();
  }

  const groups = () => [...Map.groupBy(letters, ({ reason }) => reason)];

  const section = () => html`
    <div class="d-flex flex-wrap justify-content-between align-items-center gap-2 mb-2">
      <h2 class="h5 mb-0">${t('dead')}</h2>
      ${letters.length === 0 ? nothing : html`<div class="d-flex flex-wrap gap-2">${VERBS.map(buttons)}</div>`}
    </div>
    ${alert(problem)}
    ${submits.length === 0 ? nothing : submitCard(submits, PAGE, VERBS, act)}
    ${letters.length + submits.length === 0 ? html`<p>${t('none')}</p>` : repeat(groups(), ([reason]) => reason, group)}
    ${next ? html`<button class="btn btn-outline-secondary" @click=${more}>${t('more')}</button>` : nothing}`;

  const buttons = (verb) => html`
    <button class="btn btn-sm btn-outline-secondary" id="${verb}-picked" ?disabled=${picked.size === 0}
            @click=${() => act(verb, [...picked].map((one) => `/${one}`), picked.size > 1 && t('surePicked', t(verb), picked.size))}>${t('some', t(verb), picked.size)}</button>
    <button class="btn btn-sm btn-outline-secondary" id="${verb}-all" @click=${() => act(verb, [''], t('sureAll', t(verb)))}>${t('all', t(verb))}</button>`;

  const group = ([reason, own], i) => html`
    <section class="card mb-3" aria-label=${reason}>
      <div class="card-header d-flex gap-2">
        <input class="form-check-input flex-shrink-0" type="checkbox" aria-label=${t('pickGroup', own.length)} .checked=${live(own.every((letter) => picked.has(key(letter))))}
               @change=${(event) => pick(own, event.target.checked)} />
        <span class="text-break small flex-grow-1">${told({ code: 'ATTEMPTS_EXHAUSTED', message: reason, parameters: own[0].parameters })}</span><span class="badge text-bg-secondary align-self-start">${number(own.length)}</span>
      </div>
      <div class="table-responsive" tabindex="0" role="region" aria-label=${`${t('dead')} ${i + 1}`}>
        <table class="table align-middle mb-0 dead-letters">
          <tbody>${repeat(own, key, row)}</tbody>
        </table>
      </div>
    </section>`;

  const row = (letter) => html`<tr>
    <td class="console-pick"><input class="form-check-input" type="checkbox" aria-label=${t('pickOne', letter.text)} .checked=${live(picked.has(key(letter)))}
        @change=${(event) => pick([letter], event.target.checked)} /></td>
    <td class="text-break"><div class="console-clamp">${letter.text}</div>
      <div class="small text-body-secondary">${t('times', number(letter.attempts))} · ${instant(letter.at)}${letter.items > 1 ? ` · ${t('items', number(letter.items))}` : ''}
        · <a href="#/batches/${letter.batch}">${t('chunk', letter.batch.slice(-12), letter.chunk)}</a></div></td>
    <td class="text-end">${VERBS.map((verb) => html`
      <button class="btn btn-sm btn-outline-secondary mb-1 ${verb}" @click=${() => act(verb, [`/${key(letter)}`])}>${t(verb)}</button> `)}</td>
  </tr>`;

  draw();
  return { load, loadSubmits };
}
