import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { explanation } from '../outage.js';
import { alert } from '../parts.js';
import { signIn } from '../session.js';
import { language, speak, words } from '../words.js';

const t = words({
  zh: { title: '填空', lead: '批量中文填空，后台自动完成。', user: '用户名', password: '密码', in: '登录', wrong: '用户名或密码错误。' },
  en: { title: 'Tiankong', lead: 'Fills in blanks in thousands of sentences, in the background.', user: 'User', password: 'Password', in: 'Sign in', wrong: 'Wrong user name or password.' },
});

/** @param done called when a user has signed in */
export function open({ host, done }) {
  let told = nothing;
  const draw = () => render(page(), host);

  async function submit(event) {
    event.preventDefault();
    const form = new FormData(event.target);
    try {
      await signIn(form.get('user'), form.get('password'));
      done();
    } catch (failure) {
      told = failure.status === 401 ? alert(new Error(t('wrong'))) : await explanation(failure);
      draw();
    }
  }

  const page = () => html`
    <main class="console-sign-in">
      <form class="card shadow-sm" @submit=${submit}>
        <div class="card-body d-grid gap-3 p-4">
          <div class="d-flex justify-content-between">
            <h1 class="h3 mb-0"><img src="/page/icon.svg" alt="" width="32" height="32" /> ${t('title')}</h1>
            <button type="button" id="language" class="btn btn-sm btn-link" lang=${language() === 'zh' ? 'en' : 'zh-CN'}
                    @click=${() => { speak(language() === 'zh' ? 'en' : 'zh'); draw(); }}>
              ${language() === 'zh' ? 'English' : '中文'}
            </button>
          </div>
          <p class="text-body-secondary mb-0">${t('lead')}</p>
          ${told}
          <div>
            <label class="form-label" for="user">${t('user')}</label>
            <input class="form-control" id="user" name="user" autocomplete="username" required autofocus />
          </div>
          <div>
            <label class="form-label" for="password">${t('password')}</label>
            <input class="form-control" id="password" name="password" type="password" autocomplete="current-password" required />
          </div>
          <button class="btn btn-primary">${t('in')}</button>
        </div>
      </form>
    </main>`;

  document.title = t('title');
  draw();
}
