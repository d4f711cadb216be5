import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get } from '../api.js';
import { number } from '../format.js';
import { alert } from '../parts.js';
import { told } from '../problems.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);

/**
 * Failures by their code, with examples.
 *
 * @param choose (code) => void, to show the failures with one code
 * @returns draw(number of failures, chosen code), which reloads when the number changes
 */
export function errors(host, path, choose, signal) {
  let groups = [];
  let chosen = '';
  let known = 0;
  let wanted = 0;
  let asking = false;
  let problem = null;

  /** One request at a time: failures may come faster than the server responds. */
  async function ask() {
    asking = true;
    try {
      while (known !== wanted && !signal.aborted) {
        const failed = wanted;
        ({ errors: groups } = await get(`${path}/errors`, {}, signal));
        known = failed;
        problem = null;
        show();
      }
    } catch (reason) {
      problem = reason;
      show();
    } finally {
      asking = false;
    }
  }

  const show = () => signal.aborted || render(html`${alert(problem)} ${groups.length === 0 ? nothing : section()}`, host);

  const section = () => html`
    <section class="mb-4" id="errors" aria-labelledby="errors-title">
      <h2 class="h5" id="errors-title">${t('errors')}</h2>
      <div class="row row-cols-1 row-cols-lg-2 g-2">${groups.map(group)}</div>
    </section>`;

  const group = ({ code, count, message, parameters, examples }) => html`
    <div class="col"><div class="card h-100 ${code === chosen ? 'border-primary' : ''}"><div class="card-body py-2">
      <div class="d-flex flex-wrap justify-content-between align-items-center gap-2">
        <span class="text-break"><strong>${code}</strong> <span class="badge text-bg-danger">${number(count)}</span></span>
        <button class="btn btn-sm ${code === chosen ? 'btn-primary' : 'btn-outline-primary'} error-code" data-code=${code} aria-pressed=${code === chosen ? 'true' : 'false'}
                aria-label="${t('show')} ${code}" @click=${() => choose(code === chosen ? '' : code)}>${t('show')}</button>
      </div>
      <p class="small mb-1 text-break console-message">${told({ code, message, parameters })}</p>
      <details class="small"><summary>${t('examples', examples.length)}</summary>
        <ul class="list-unstyled mb-0">
          ${examples.map(({ index, text, ...own }) => html`
            <li class="mt-1 text-break"><span class="text-body-secondary">${t('item', number(index))}</span> ${text === '' ? html`<em>${t('empty')}</em>` : text}
              ${own.message === message ? nothing : html`<br /><span class="text-body-secondary">${told({ code, ...own })}</span>`}</li>`)}
        </ul>
      </details>
    </div></div></div>`;

  return (failed, code) => {
    chosen = code;
    wanted = failed;
    show();
    if (!asking) {
      ask();
    }
  };
}
