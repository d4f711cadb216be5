import { html, nothing } from '../lib/lit-html/lit-html.js';
import { marked } from '../blanks.js';
import { told } from '../problems.js';
import { percent } from '../format.js';
import { warnings } from '../warnings.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);

/**
 * The candidates for a text's blanks, and the sentence with the chosen ones.
 *
 * @param item the server's response: text, masks or error, fillings for several masks
 * @param chosen tokens by mask number; the best candidate by default
 * @param choose (mask, token) => void
 */
export function answered(item, chosen, choose) {
  if (item.error) {
    return html`<div class="alert alert-warning" role="alert">${told(item.error)}</div>`;
  }
  const tokens = item.masks.map((mask, i) => chosen.get(i) ?? item.fillings?.[0]?.tokens[i] ?? mask.predictions[0]?.token);
  return html`
    <p class="fs-4 console-filled" aria-label=${t('filled')} role="status">${marked(item.text, tokens)}</p>
    ${item.warnings ? warnings(item.warnings) : nothing}
    ${item.masks.map((mask, i) => html`
      <section class="mb-3" aria-label=${t('blank', i + 1)}>
        ${item.masks.length > 1 ? html`<h2 class="h6">${t('blank', i + 1)}</h2>` : nothing}
        <div class="d-flex flex-wrap gap-2">${mask.predictions.map((prediction) => chip(prediction, tokens[i], () => choose(i, prediction.token)))}</div>
      </section>`)}
    ${item.fillings ? together(item.fillings, (filling) => filling.tokens.forEach((token, i) => choose(i, token))) : nothing}`;
}

const chip = ({ token, score }, current, use) => html`
  <button class="btn console-chip ${token === current ? 'btn-primary' : 'btn-outline-secondary'}" aria-pressed=${token === current}
          aria-label=${`${t('use', token)}, ${percent(score, 1)}`} @click=${use}>
    <span class="fs-5">${token}</span> <span class="small">${percent(score, 1)}</span>
    <span class="console-bar"><span .style=${`width: ${score * 100}%`}></span></span>
  </button>`;

const together = (fillings, use) => html`
  <section aria-label=${t('together')}>
    <h2 class="h6">${t('together')}</h2>
    <div class="list-group">
      ${fillings.map((filling) => html`
        <button class="list-group-item list-group-item-action d-flex justify-content-between" @click=${() => use(filling)}>
          <span>${filling.text}</span><span class="text-nowrap">${percent(filling.score, 1)}</span>
        </button>`)}
    </div>
  </section>`;
