import { html } from '../lib/lit-html/lit-html.js';
import { repeat } from '../lib/lit-html/directives/repeat.js';
import { number } from '../format.js';
import { words } from '../words.js';
import { message } from './messages.js';
import dictionary from './words.js';

const t = words(dictionary);

/**
 * Dead-lettered submits over the broker.
 *
 * @param most the maximum number listed; there may be more
 * @param act (verb, paths, question), as with other dead letters
 */
export const submits = (messages, most, verbs, act) => html`
  <section class="card mb-3" id="dead-submits" aria-labelledby="dead-submits-title">
    <div class="card-header bg-body d-flex flex-wrap align-items-center gap-2">
      <h3 class="h6 mb-0 flex-grow-1" id="dead-submits-title">${t('submits')}
        <span class="badge text-bg-secondary">${number(messages.length)}${messages.length === most ? '+' : ''}</span></h3>
      ${verbs.map((verb) => html`
        <button class="btn btn-sm btn-outline-secondary ${verb}-all" @click=${() => act(verb, ['/messages'], t('sureSubmits', t(verb)))}>${t('all', t(verb))}</button>`)}
    </div>
    <ul class="list-group list-group-flush">${repeat(messages, ({ id }) => id, (one) => submit(one, verbs, act))}</ul>
  </section>`;

const submit = (one, verbs, act) => html`
  <li class="list-group-item d-flex flex-wrap justify-content-between gap-2">
    ${message(one, 'flex-grow-1 console-submit')}
    <div>${verbs.map((verb) => html`
      <button class="btn btn-sm btn-outline-secondary ${verb}" @click=${() => act(verb, [`/messages/${encodeURIComponent(one.id)}`])}>${t(verb)}</button> `)}</div>
  </li>`;
