import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { call } from '../api.js';
import { alert } from '../parts.js';
import { wrongPassword } from '../password.js';
import { signIn, user } from '../session.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);

/**
 * The form to change the user's own password.
 *
 * @param changed called after the change, which revokes all tokens
 */
export function passwordForm(host, changed) {
  let problem = null;
  let done = false;
  const draw = () => render(form(), host);

  async function submit(event) {
    event.preventDefault();
    const { target } = event;
    const given = Object.fromEntries(new FormData(target));
    problem = null;
    done = false;
    try {
      await change(given.old, given.new);
      target.reset();
      done = true;
      await changed();
    } catch (failure) {
      problem = failure.status === 401 ? wrongPassword() : failure;
    }
    draw();
  }

  function compare({ target: { form: { elements } } }) {
    elements.again.setCustomValidity(elements.again.value === elements.new.value ? '' : t('differ'));
  }

  const form = () => html`
    <h2 class="h5">${t('password')}</h2>
    <p class="small text-body-secondary">${t('effect')}</p>
    <form class="console-form" @submit=${submit} @input=${compare}>
      <input hidden autocomplete="username" value=${user().name} />
      ${field('old', 'current-password')} ${field('new', 'new-password', t('rule'))} ${field('again', 'new-password')}
      ${alert(problem)} ${done ? html`<div class="alert alert-success" role="status">${t('changed')}</div>` : nothing}
      <button class="btn btn-primary">${t('change')}</button>
    </form>`;

  draw();
}

/** Changes the password and signs in again, because the change ends all sessions, including this one. */
async function change(old, password) {
  const { name } = user();
  await call('PUT', '/api/v1/me/password', { body: { password }, password: { name, password: old } });
  await signIn(name, password);
}

const field = (name, autocomplete, hint = nothing) => html`
  <div class="mb-3">
    <label class="form-label" for=${`${name}-password`}>${t(name)}</label>
    <input class="form-control" id=${`${name}-password`} name=${name} type="password" autocomplete=${autocomplete} required
           minlength=${name === 'new' ? 12 : nothing} aria-describedby=${hint === nothing ? nothing : `${name}-hint`} />
    ${hint === nothing ? nothing : html`<div class="form-text" id=${`${name}-hint`}>${hint}</div>`}
  </div>`;
