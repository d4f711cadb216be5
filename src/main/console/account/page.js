import { html, render } from '../lib/lit-html/lit-html.js';
import { heading } from '../parts.js';
import { roleExplained } from '../roles.js';
import { user } from '../session.js';
import { words } from '../words.js';
import { passwordForm } from './password.js';
import { tokens } from './tokens.js';
import dictionary from './words.js';

const t = words(dictionary);

/** The user's own account: password and API tokens. */
export async function open({ host, signal }) {
  render(
    html`${heading(t('title'))}
      <p><strong>${user().name}</strong> <span class="text-body-secondary">${roleExplained(user().role)}</span></p>
      <section id="tokens" class="mb-5" aria-label=${t('tokens')}></section>
      <section id="password" aria-label=${t('password')}></section>`,
    host,
  );
  const reload = tokens(host.querySelector('#tokens'), signal);
  passwordForm(host.querySelector('#password'), reload);
  await reload();
}
