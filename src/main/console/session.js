import { call } from './api.js';

/** Who is signed in: {name, role}, or null. The session itself is a cookie that scripts cannot read. */

export const ROLES = ['viewer', 'submitter', 'operator'];

/** Set while somebody is signed in: a server that is asked in vain makes browsers write errors. */
const KEPT = 'tiankong.session';

let account = null;

export const user = () => account;

/** Whether the user may do what takes that role. */
export const may = (role) => account !== null && ROLES.indexOf(account.role) >= ROLES.indexOf(role);

/** Takes up the session of an earlier visit, if it is still good. */
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

/** To be called when the server says that nobody is signed in. */
export function ended() {
  account = null;
  localStorage.removeItem(KEPT);
}
