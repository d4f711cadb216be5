import { html, nothing, render } from './lib/lit-html/lit-html.js';
import { dialog } from './dialog.js';
import { alert } from './parts.js';
import { user } from './session.js';
import { words } from './words.js';

const t = words({
  zh: { own: '{0} 的密码', why: '请确认是你本人操作。', wrong: '密码错误，请重新输入。', cancel: '取消' },
  en: { own: 'Password of {0}', why: 'To confirm that it is you.', wrong: 'Wrong password. Try again.', cancel: 'Cancel' },
});

export const wrongPassword = () => new Error(t('wrong'));

/**
 * Asks for the user's own password and performs an action that a session is not enough for. If the
 * server refuses it, the dialog stays open and shows the reason.
 *
 * @param form title; lead: the consequences; fields: further fields; verb: the label of the
 *     button; danger: whether it cannot be undone
 * @param task an async function of {name, password} and the form's data
 * @returns a promise of the task's result; undefined if cancelled
 */
export function withPassword({ title, lead = nothing, fields = nothing, verb, danger = false }, task) {
  const asking = dialog('w-100', 'dialog-title');
  let problem = null;
  let busy = false;
  let done;

  async function submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    busy = true;
    draw();
    try {
      done = await task({ name: user().name, password: form.get('own-password') }, form);
      asking.close();
    } catch (failure) {
      problem = failure.status === 401 ? wrongPassword() : failure;
      busy = false;
      draw();
      if (failure.status === 401) {
        asking.querySelector('#own-password').select();
      }
    }
  }

  const draw = () =>
    render(
      html`<form @submit=${submit}>
        <h2 class="h5" id="dialog-title">${title}</h2>
        ${lead === nothing ? nothing : html`<p>${lead}</p>`} ${fields}
        <div class="mb-3">
          <label class="form-label" for="own-password">${t('own', user().name)}</label>
          <input class="form-control" id="own-password" name="own-password" type="password" autocomplete="current-password"
                 aria-describedby="own-password-why" required />
          <div class="form-text" id="own-password-why">${t('why')}</div>
        </div>
        ${alert(problem)}
        <div class="d-flex justify-content-end gap-2">
          <button type="button" class="btn btn-secondary" ?disabled=${busy} @click=${() => asking.close()}>${t('cancel')}</button>
          <button class="btn ${danger ? 'btn-danger' : 'btn-primary'}" ?disabled=${busy}>${verb}</button>
        </div>
      </form>`,
      asking,
    );

  draw();
  asking.showModal();
  return new Promise((resolve) => {
    asking.addEventListener('close', () => resolve(done));
  });
}
