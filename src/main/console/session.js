import { call } from './api.js';

/** Who is signed in: {name, role}, or null. The session itself is a cookie that scripts cannot read. */

export const ROLES = ['viewer', 'submitter', 'operator'];

/** Set while a user is signed in, because browsers log an error for every unauthorized request. */
const KEPT = 'tiankong.session';

let account = null;

export const user = () => account;

/** Whether the user has that role or a higher one. */
export const may = (role) => account !== null && ROLES.indexOf(account.role) >= ROLES.indexOf(role);

/** Resumes the session of an earlier visit, if it is still valid. */
export async function resume() {
  if (!localStorage.getItem(KEPT)) {
    return;
  }
  try {
    account = await call('GET', '/api/v1/me');
  } catch (problem) {
    if (problem.status !== 401) {
      throw problem;
    }
    ended();
  }
}

export async function signIn(name, password) {
  account = await call('POST', '/api/v1/session', { password: { name, password } });
  localStorage.setItem(KEPT, 'yes');
}

export async function signOut() {
  await call('DELETE', '/api/v1/session');
  ended();
}

/** Must be called when the server responds that nobody is signed in. */
export function ended() {
  account = null;
  localStorage.removeItem(KEPT);
}
