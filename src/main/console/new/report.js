import { html, nothing } from '../lib/lit-html/lit-html.js';
import { marked } from '../blanks.js';
import { number } from '../format.js';
import { words } from '../words.js';
import dictionary from './words.js';

const t = words(dictionary);
/** The server names a thousand: whoever sees so many mends the file first. */
const SHOWN = 100;

/** How the texts begin, their blanks marked: whether the file was read as it was meant. */
export const beginning = (texts) => html`
  <h2 class="h5">${t('beginning')}</h2>
  <ol class="list-group list-group-numbered mb-3" id="beginning">
    ${texts.map((text) => html`<li class="list-group-item text-break"><span class="console-clamp">${marked(text, [])}</span></li>`)}
  </ol>`;

/** What the server says of the texts, nothing being stored. */
export const report = ({ total, valid, invalid, errors }) => html`
  <p id="report" role="status" data-invalid=${invalid}>
    <span class="badge text-bg-success">${t('valid', number(valid))}</span>
    ${invalid > 0 ? html`<span class="badge text-bg-danger">${t('invalid', number(invalid))}</span>` : nothing}
    <span class="text-body-secondary">${t('total', number(total))}</span>
  </p>
  ${errors.length === 0 ? nothing : flaws(errors, invalid)}`;

/** @param count of those that are flawed, named or not */
export const flaws = (errors, count) => html`
  <div class="table-responsive" tabindex="0" role="region" aria-label=${t('flaws')}>
    <table class="table align-middle" id="flaws">
      <thead><tr><th scope="col">${t('line')}</th><th scope="col">${t('text')}</th><th scope="col">${t('flaw')}</th></tr></thead>
      <tbody>${errors.slice(0, SHOWN).map(flaw)}</tbody>
    </table>
  </div>
  ${count > SHOWN ? html`<p class="text-body-secondary">${t('moreFlaws', number(count - SHOWN))}</p>` : nothing}`;

const flaw = ({ index, line, text, code, message }) => html`<tr>
  <td>${number(line ?? index + 1)}</td>
  <td class="text-break"><span class="console-clamp">${text ?? ''}</span></td>
  <td>${t(code)}<div class="small text-body-secondary" lang="en">${message}</div></td>
</tr>`;
