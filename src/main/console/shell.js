import { html, nothing, render } from './lib/lit-html/lit-html.js';
import { alert } from './parts.js';
import { roleName } from './roles.js';
import { routes } from './routes.js';
import * as session from './session.js';
import { theme, wear } from './theme.js';
import { language, speak, words } from './words.js';

/** The frame of every page: menu, language, theme, user. */

const t = words({
  zh: {
    name: '填空', skip: '跳到内容', menu: '菜单', docs: '接口文档', signOut: '退出', dark: '深色', light: '浅色',
    'try-it': '试一试', new: '新建批次', batches: '批次', overview: '总览', queues: '队列', models: '模型',
    account: '账户', users: '用户', audit: '审计',
  },
  en: {
    name: 'Tiankong', skip: 'Skip to content', menu: 'Menu', docs: 'API', signOut: 'Sign out', dark: 'Dark', light: 'Light',
    'try-it': 'Try it', new: 'New batch', batches: 'Batches', overview: 'Overview', queues: 'Queues', models: 'Models',
    account: 'Account', users: 'Users', audit: 'Audit',
  },
});

/**
 * Renders the frame and returns the empty element for the route's page.
 *
 * @param again reopens the page, or opens another one
 */
export function shell(route, again, signal) {
  let problem = null;
  const draw = () => signal.aborted || render(frame(route, problem, { speakOther, leave }), document.body);

  /** Pages save what reopening would lose, or prevent it. */
  function speakOther() {
    if (dispatchEvent(new Event('reopening', { cancelable: true }))) {
      speak(language() === 'zh' ? 'en' : 'zh');
      again();
    }
  }

  async function leave() {
    try {
      await session.signOut();
      again();
    } catch (reason) {
      problem = reason;
      draw();
    }
  }

  document.title = `${t(route.menu ?? route.title)} · ${t('name')}`;
  draw();
  addEventListener('themechange', draw, { signal });
  scrollTo({ top: 0, behavior: 'instant' });
  // On a phone the menu is wider than the screen.
  document.querySelector('.console-menu .active')?.scrollIntoView({ block: 'nearest', inline: 'nearest', behavior: 'instant' });
  const main = document.querySelector('main');
  const host = document.createElement('div');
  main.replaceChildren(host);
  return host;
}

const frame = (route, problem, { speakOther, leave }) => html`
  <a class="visually-hidden-focusable" href="#content" @click=${toContent}>${t('skip')}</a>
  <header class="navbar navbar-expand border-bottom px-3 sticky-top bg-body">
    <a class="navbar-brand" href="#/"><img src="/page/icon.svg" alt="" width="28" height="28" /> ${t('name')}</a>
    <div class="ms-auto d-flex align-items-center gap-2">
      <button class="btn btn-sm btn-outline-secondary" id="language" lang=${language() === 'zh' ? 'en' : 'zh-CN'} @click=${speakOther}>
        ${language() === 'zh' ? 'English' : '中文'}
      </button>
      <button class="btn btn-sm btn-outline-secondary" id="theme" @click=${() => wear(other())}>
        ${t(other())}
      </button>
      <span class="d-none d-md-inline small">${session.user().name} <span class="text-body-secondary">${roleName(session.user().role)}</span></span>
      <button class="btn btn-sm btn-outline-secondary" id="sign-out" @click=${leave}>${t('signOut')}</button>
    </div>
  </header>
  ${problem ? html`<div class="px-3 pt-3">${alert(problem)}</div>` : nothing}
  <div class="console-body">
    <nav class="console-menu border-end" aria-label=${t('menu')}>
      <ul class="nav nav-pills">${routes.filter(inMenu).map((entry) => link(entry, route))}
        <li class="nav-item"><a class="nav-link" href="/api/v1/docs">${t('docs')}</a></li>
      </ul>
    </nav>
    <main class="p-3 p-md-4" id="content" tabindex="-1"></main>
  </div>`;

const inMenu = ({ menu, role }) => menu && session.may(role);

const link = ({ menu }, route) => {
  const here = menu === (route.menu ?? route.title);
  return html`<li class="nav-item">
    <a class="nav-link ${here ? 'active' : ''}" href="#/${menu}" aria-current=${here ? 'page' : nothing}>${t(menu)}</a>
  </li>`;
};

const other = () => (theme() === 'dark' ? 'light' : 'dark');

/** Done in script, because the URL fragment names the page. */
function toContent(event) {
  event.preventDefault();
  document.getElementById('content').focus();
}
