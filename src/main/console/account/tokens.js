import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { call, get, remove } from '../api.js';
import { copyable } from '../copy.js';
import { ago, instant } from '../format.js';
import { alert, confirmed, loading } from '../parts.js';
import { withPassword } from '../password.js';
import { roleName, rolePicker } from '../roles.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
const PATH = '/api/v1/tokens';
const SOON = 7 * 86_400_000;

/** Kept here because a new token is shown only once, and a change of language reopens the page. */
let kept = null;

/**
 * The user's own tokens.
 *
 * @returns a function that asks for them again
 */
export function tokens(host, signal) {
  let list = null;
  let fresh = kept;
  kept = null;
  let problem = null;
  const draw = () => render(section(), host);

  async function load() {
    ({ tokens: list } = await get(PATH, {}, signal));
    list.reverse();
    draw();
  }

  async function create() {
    const made = await withPassword({ title: t('create'), fields: fields(), verb: t('create') }, (password, form) =>
      call('POST', PATH, {
        body: { name: form.get('name'), role: form.get('role'), expiresInDays: Number(form.get('days')) },
        password,
      }),
    );
    if (made) {
      fresh = made;
      await again();
    }
  }

  async function revoke({ id, name }) {
    if (await confirmed(t('sureRevoke', name), t('revoke'))) {
      fresh = fresh?.id === id ? null : fresh;
      await again(() => remove(`${PATH}/${id}`));
    }
  }

  /** Performs an action and shows the resulting state. */
  async function again(act = () => {}) {
    problem = null;
    try {
      await act();
      await load();
    } catch (reason) {
      problem = reason;
      draw();
    }
  }

  function close() {
    fresh = null;
    draw();
  }

  const section = () => html`
    <div class="d-flex flex-wrap justify-content-between align-items-center gap-2 mb-2">
      <h2 class="h5 mb-0">${t('tokens')}</h2>
      <button class="btn btn-sm btn-primary" id="create-token" @click=${create}>${t('create')}</button>
    </div>
    <p class="small text-body-secondary">${t('about')}</p>
    ${alert(problem)} ${fresh ? shown(fresh) : nothing}
    ${list === null ? loading() : list.length === 0 ? html`<p>${t('none')}</p>` : table()}`;

  const shown = ({ name, token }) => html`
    <div class="border border-success rounded p-3 mb-3" id="fresh-token">
      <p role="status"><strong>${t('made', name)}</strong> ${t('once')}</p>
      ${copyable(token, t('token'))}
      <p class="mb-1">${t('curl')}</p>
      ${copyable(`curl -H 'Authorization: Bearer ${token}' ${location.origin}/api/v1/batches`, t('curl'))}
      <button class="btn btn-sm btn-success" @click=${close}>${t('stored')}</button>
    </div>`;

  const table = () => html`
    <div class="table-responsive" tabindex="0" role="region" aria-label=${t('tokens')}>
      <table class="table align-middle console-stack" id="token-table">
        <thead><tr>${['name', 'role', 'created', 'used', 'expires'].map((column) => html`<th scope="col">${t(column)}</th>`)}<td></td></tr></thead>
        <tbody>${list.map(row)}</tbody>
      </table>
    </div>`;

  const row = (token) => html`<tr id=${token.id}>
    <th scope="row">${token.name}</th>
    <td class="text-nowrap" data-label=${t('role')}>${roleName(token.role)}</td>
    <td class="text-nowrap" data-label=${t('created')}>${instant(token.createdAt)}</td>
    <td class="text-nowrap" data-label=${t('used')} title=${instant(token.lastUsedAt)}>${token.lastUsedAt ? ago(token.lastUsedAt) : t('never')}</td>
    <td class="text-nowrap" data-label=${t('expires')}>${instant(token.expiresAt)} ${expiry(token)}</td>
    <td class="text-end"><button class="btn btn-sm btn-outline-danger revoke" aria-label=${`${t('revoke')}: ${token.name}`} @click=${() => revoke(token)}>${t('revoke')}</button></td>
  </tr>`;

  addEventListener('reopening', () => { kept = fresh; }, { signal });
  return load;
}

function expiry({ createdAt, expiresAt }) {
  const end = Date.parse(expiresAt);
  if (end <= Date.now()) {
    return html`<span class="badge text-bg-danger">${t('over')}</span>`;
  }
  // Short-lived tokens are meant to expire.
  const wanted = end - Date.parse(createdAt) > SOON;
  return wanted && end - Date.now() < SOON ? html`<span class="badge text-bg-warning">${t('soon')}</span>` : nothing;
}

const fields = () => html`
  <div class="mb-3">
    <label class="form-label" for="token-name">${t('name')}</label>
    <input class="form-control" id="token-name" name="name" autocomplete="off" maxlength="100" aria-describedby="token-name-hint" required />
    <div class="form-text" id="token-name-hint">${t('nameHint')}</div>
  </div>
  ${rolePicker(t('role'), 'viewer')}
  <div class="mb-3">
    <label class="form-label" for="token-days">${t('days')}</label>
    <input class="form-control" id="token-days" name="days" type="number" min="1" max="365" value="90" aria-describedby="token-days-hint" required />
    <div class="form-text" id="token-days-hint">${t('daysHint')}</div>
  </div>`;
