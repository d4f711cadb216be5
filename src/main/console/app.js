import { html, render } from './lib/lit-html/lit-html.js';
import { onSignedOut } from './api.js';
import { explanation } from './outage.js';
import { alert } from './parts.js';
import { find, routes } from './routes.js';
import * as session from './session.js';
import { shell } from './shell.js';
import { open as openSignIn } from './sign-in/page.js';
import './theme.js';
import { language, speak } from './words.js';

/** Opens the page in the URL and closes the previous one. */

/** Delay between two attempts to find out who is signed in. */
const PAUSE = 3_000;

let left = new AbortController();

const place = () => location.hash.replace(/^#\/?/, '').split('?');

async function show() {
  left.abort();
  left = new AbortController();
  if (!session.user()) {
    openSignIn({ host: document.body, done: show });
    return;
  }
  const [address, query] = place();
  const route = find(address);
  if (!route || !session.may(route.role)) {
    location.replace(`#/${routes.find(({ menu, role }) => menu && session.may(role)).menu}`);
    return;
  }
  const { signal } = left;
  const host = shell(route, show, signal);
  try {
    const page = await route.module();
    if (!signal.aborted) {
      const path = address.match(route.pattern).slice(1).map(decodeURIComponent);
      await page.open({ host, path, query: new URLSearchParams(query), signal });
    }
  } catch (problem) {
    if (!signal.aborted) {
      render(alert(problem), host);
    }
  }
}

/** Repeats while signing in is impossible, so that the page recovers from an outage without a reload. */
async function begin() {
  try {
    await session.resume();
  } catch (problem) {
    try {
      const told = await explanation(problem);
      render(html`<main class="container py-4">${told}</main>`, document.body);
    } finally {
      setTimeout(begin, PAUSE);
    }
    return;
  }
  addEventListener('hashchange', show);
  show();
}

onSignedOut(() => {
  if (session.user()) {
    session.ended();
    show();
  }
});
speak(language());
// Loads in parallel with the session request; if loading fails, opening the page reports it.
find(place()[0])?.module().catch(() => {});
await begin();
