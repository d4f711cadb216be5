import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { marked } from '../blanks.js';
import { dialog } from '../dialog.js';
import { number, percent } from '../format.js';
import { badge } from '../parts.js';
import { told } from '../problems.js';
import { warnings } from '../warnings.js';
import { words } from '../words.js';
import { answer } from './facts.js';
import { best } from './text.js';
import dictionary from './words.js';

const t = words(dictionary);

/**
 * Everything about an item, with links to its neighbours.
 *
 * @param items {at(place), a promise; count(): how many there are to step through}
 * @param loose whether blanks are also written in other ways
 * @param signal aborts when the page is left
 */
export async function details(items, place, loose, signal) {
  const first = await items.at(place);
  if (!first || signal.aborted) {
    return;
  }
  const shown = dialog('console-details', 'item');
  closeBeside(shown);
  signal.addEventListener('abort', () => shown.close());
  const draw = (item, at) => render(content(item, loose, steps(at)), shown);

  async function step(to) {
    const item = await items.at(to);
    if (item) {
      draw(item, to);
    }
  }

  const steps = (at) => html`
    <button type="button" class="btn btn-sm btn-outline-secondary" ?disabled=${at === 0} @click=${() => step(at - 1)}>${t('before')}</button>
    <button type="button" class="btn btn-sm btn-outline-secondary" ?disabled=${at >= items.count() - 1} @click=${() => step(at + 1)}>${t('after')}</button>`;

  draw(first, place);
  shown.showModal();
}

/** A click outside the dialog closes it, unless it started inside, or is the second click of the double click that opened it. */
function closeBeside(shown) {
  let begunBeside = false;
  const beside = ({ clientX, clientY }) => {
    const { left, right, top, bottom } = shown.getBoundingClientRect();
    return clientX < left || clientX > right || clientY < top || clientY > bottom;
  };
  shown.addEventListener('pointerdown', (event) => { begunBeside = beside(event); });
  shown.addEventListener('click', (event) => {
    if (begunBeside && beside(event) && event.detail === 1) {
      shown.close();
    }
    begunBeside = false;
  });
}

const content = (item, loose, steps) => html`
  <form method="dialog" class="d-flex flex-wrap align-items-center gap-2 mb-3">
    <h2 class="h5 mb-0 me-auto" id="item">${t('item', number(item.index))} ${item.id ? html`<span class="text-body-secondary">${item.id}</span>` : nothing} ${badge(item.state)}</h2>
    <div class="d-flex gap-2">${steps}<button class="btn btn-sm btn-secondary" autofocus>${t('close')}</button></div>
  </form>
  <p class="console-text" tabindex="0">${marked(item.text, best(item), loose)}</p>
  ${item.error ? html`<div class="alert alert-warning" role="alert"><strong>${item.error.code}</strong><br />${told(item.error)}</div>` : nothing}
  ${item.warnings ? warnings(item.warnings) : nothing}
  ${item.fillings ? fillings(item.fillings) : nothing}
  ${(item.masks ?? []).map((mask, i) => candidates(mask, item.masks.length > 1 ? t('blank', i + 1) : t('answer')))}
  ${answer(item).length > 0 ? columns(t('outcome'), answer(item)) : nothing}
  ${item.input ? columns(t('input'), Object.entries(item.input).map(([name, value]) => [name, typeof value === 'string' ? value : JSON.stringify(value)])) : nothing}`;

const fillings = (all) => html`
  <h3 class="h6">${t('together')}</h3>
  <ul class="list-unstyled console-candidates">${all.map(({ tokens, score }) => bar(tokens.join(' '), score))}</ul>`;

const candidates = (mask, title) => html`
  <h3 class="h6">${title}</h3>
  <ul class="list-unstyled console-candidates">${mask.predictions.map(({ token, score }) => bar(token, score))}</ul>`;

const bar = (word, score) => html`
  <li><span class="d-flex justify-content-between"><span>${word}</span> <span class="small">${percent(score, 1)}</span></span>
    <span class="console-bar"><span .style=${`width: ${score * 100}%`}></span></span></li>`;

const columns = (title, entries) => html`
  <h3 class="h6">${title}</h3>
  <dl class="row small mb-0">
    ${entries.map(([name, value]) => html`<dt class="col-sm-3 text-break">${name}</dt><dd class="col-sm-9 text-break">${value}</dd>`)}
  </dl>`;
