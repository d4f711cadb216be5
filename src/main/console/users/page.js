import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { instant } from '../format.js';
import { alert, heading, loading } from '../parts.js';
import { roleName } from '../roles.js';
import { user as self } from '../session.js';
import { words } from '../words.js';
import { changeRole, create, deleteUser, resetPassword } from './changes.js';
import dictionary from './words.js';

const t = words(dictionary);

/** User accounts and their roles. */
export async function open({ host, signal }) {
  let users = null;
  let done = null;
  let problem = null;
  const draw = () => render(page(), host);

  async function load() {
    ({ users } = await get('/api/v1/users', {}, signal));
    draw();
  }

  /** Performs an action and confirms it. */
  async function act(key, change, user) {
    done = null;
    problem = null;
    draw();
    const name = await change(user);
    try {
      await load();
      done = name === undefined ? null : t(key, name);
    } catch (reason) {
      problem = reason;
    }
    draw();
  }

  const page = () => html`
    ${heading(t('title'), html`<button class="btn btn-sm btn-primary" id="create-user" @click=${() => act('doneCreate', create)}>${t('create')}</button>`)}
    ${alert(problem)}
    ${done ? html`<div class="alert alert-success" role="status">${done}</div>` : nothing}
    ${users === null ? loading() : table()}`;

  const table = () => html`
    <div class="table-responsive" tabindex="0" role="region" aria-label=${t('title')}>
      <table class="table align-middle console-stack" id="user-table">
        <thead><tr>${['name', 'role', 'created', 'links'].map((column) => html`<th scope="col">${t(column)}</th>`)}<td></td></tr></thead>
        <tbody>${users.map(row)}</tbody>
      </table>
    </div>`;

  const row = (user) => html`<tr id="user-${user.name}">
    <th scope="row">${user.name}
      ${isSelf(user) ? html`<span class="badge text-bg-primary">${t('you')}</span>` : nothing}
      ${user.builtIn ? html`<span class="badge text-bg-secondary">${t('builtIn')}</span>` : nothing}</th>
    <td class="text-nowrap" data-label=${t('role')}>${roleName(user.role)}</td>
    <td class="text-nowrap" data-label=${t('created')}>${instant(user.createdAt)}</td>
    <td class="text-nowrap" data-label=${t('links')}><a href="#/batches?${new URLSearchParams({ owner: user.name })}">${t('batches')}</a>
      <a class="ms-2" href="#/audit?${new URLSearchParams({ user: user.name })}">${t('audit')}</a></td>
    <td class="text-nowrap text-end">${isSelf(user) ? html`<a class="small" href="#/account">${t('own')}</a>` : buttons(user)}</td>
  </tr>`;

  const buttons = (user) => html`
    ${user.builtIn ? nothing : button('changeRole', 'doneRole', changeRole, user)}
    ${button('reset', 'doneReset', resetPassword, user)}
    ${user.builtIn ? nothing : button('delete', 'doneDelete', deleteUser, user, 'btn-outline-danger')}`;

  const button = (verb, done, change, user, colour = 'btn-outline-secondary') => html`
    <button class="btn btn-sm ${colour} ${verb}" aria-label=${`${t(verb)}: ${user.name}`} @click=${() => act(done, change, user)}>${t(verb)}</button>`;

  draw();
  await load();
}

/** Users cannot demote or delete themselves by accident. */
const isSelf = ({ name }) => name === self().name;
