import { html } from '../lib/lit-html/lit-html.js';
import { call } from '../api.js';
import { withPassword } from '../password.js';
import { rolePicker } from '../roles.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const PATH = '/api/v1/users';
const LENGTH = 16;
// No characters that are easily confused, such as 0 and O.
const CHARACTERS = 'abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789';

const path = ({ name }) => `${PATH}/${encodeURIComponent(name)}`;

/*
 * Operators' actions on users, each with the operator's password. All return a promise of the user's
 * name, or of undefined if cancelled.
 */

export const create = () =>
  withPassword({ title: t('create'), fields: html`${nameField()} ${rolePicker(t('role'), 'submitter')} ${passwordField('password')}`, verb: t('create') }, async (password, form) => {
    const body = { name: form.get('name'), role: form.get('role'), password: form.get('password') };
    return (await call('POST', PATH, { body, password })).name;
  });

export const changeRole = (user) =>
  withPassword({ title: title('changeRole', user), lead: t('roleLead', user.name), fields: rolePicker(t('role'), user.role), verb: t('changeRole') }, async (password, form) => {
    await call('PATCH', path(user), { body: { role: form.get('role') }, password });
    return user.name;
  });

export const resetPassword = (user) =>
  withPassword({ title: title('reset', user), lead: t('resetLead', user.name), fields: passwordField('newPassword'), verb: t('reset') }, async (password, form) => {
    await call('PATCH', path(user), { body: { password: form.get('password') }, password });
    return user.name;
  });

export const deleteUser = (user) =>
  withPassword({ title: t('deleteTitle', user.name), lead: t('deleteLead'), verb: t('delete'), danger: true }, async (password) => {
    await call('DELETE', path(user), { password });
    return user.name;
  });

const title = (key, { name }) => `${t(key)} · ${name}`;

const nameField = () => html`
  <div class="mb-3">
    <label class="form-label" for="user-name">${t('name')}</label>
    <input class="form-control" id="user-name" name="name" autocomplete="off" maxlength="64" pattern="[A-Za-z0-9][A-Za-z0-9._@\\-]*"
           title=${t('nameHint')} aria-describedby="user-name-hint" required />
    <div class="form-text" id="user-name-hint">${t('nameHint')}</div>
  </div>`;

/** Visible, because the operator has to pass it on. */
const passwordField = (label) => html`
  <div class="mb-3">
    <label class="form-label" for="user-password">${t(label)}</label>
    <div class="input-group">
      <input class="form-control font-monospace small" id="user-password" name="password" autocomplete="off" spellcheck="false" minlength="12"
             aria-describedby="user-password-hint" required />
      <button type="button" class="btn btn-outline-secondary" @click=${makeUp}>${t('generate')}</button>
    </div>
    <div class="form-text" id="user-password-hint">${t('rule')}</div>
  </div>`;

function makeUp({ currentTarget: { form } }) {
  const random = crypto.getRandomValues(new Uint32Array(LENGTH));
  form.elements.password.value = [...random].map((number) => CHARACTERS[number % CHARACTERS.length]).join('');
}
