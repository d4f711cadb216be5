import { html, nothing } from '../lib/lit-html/lit-html.js';
import { blanks, marked } from '../blanks.js';
import { bytes, number, percent } from '../format.js';
import { alert, progress } from '../parts.js';
import { told } from '../problems.js';
import { doubt } from '../warnings.js';
import { words } from '../words.js';
import { isOfTexts, wrongOption } from './refusal.js';
import { takes } from './tasks.js';
import dictionary from './words.js';

const t = words(dictionary);

/**
 * A preview of the texts: the first ones as parsed, how many are valid, and what is
 * wrong with the others.
 *
 * @param state source, check and draft of the page
 * @param actions check, stop, jump to a line, allow loose blanks
 */
export const preview = (state, actions) => html`
  <section class="card console-preview" aria-labelledby="preview-title">
    <div class="card-body">
      <h2 class="h5" id="preview-title">${t('preview')}</h2>
      ${state.source?.body.size > 0 ? html`${checked(state, actions)} ${beginning(state)}` : html`<p class="text-body-secondary mb-0">${t('nothing')}</p>`}
    </div>
  </section>`;

const beginning = ({ source, draft }) =>
  source.first.length === 0
    ? nothing
    : html`
      <h3 class="h6 mt-3">${t('firstTexts')}</h3>
      <ul class="list-unstyled mb-0" id="first">${source.first.map((text) => html`<li class="text-break mb-1">${marked(text, [], draft.options.looseMasks)}</li>`)}</ul>`;

function checked({ check, source, draft }, actions) {
  if (check?.report) {
    return report(check.report, draft, actions);
  }
  if (check?.flaws) {
    return html`${couldBeLoose(check.flaws, draft) ? offerLoose(actions) : nothing} ${flaws(check.flaws, check.flaws.length, draft, actions)}`;
  }
  if (check?.problem) {
    // Problems with a field or with the file are shown there.
    return isOfTexts(check.problem) || wrongOption(check.problem, draft) ? html`<p class="mb-0">${t('refusedBeside')}</p>` : alert(check.problem);
  }
  return check ? running(check, actions) : unasked(source, actions);
}

const running = ({ sent, total }, { stop }) => html`
  <div id="checking">
    <p class="mb-1" role="status"><span class="spinner-border spinner-border-sm me-2" aria-hidden="true"></span>${t('checking')}</p>
    ${sent > 0 && sent < total
      ? html`${progress(sent / total, t('checking'))}
        <div class="d-flex justify-content-between align-items-center mt-1 small">
          <span>${t('sentOf', bytes(sent), bytes(total))}</span>
          <button class="btn btn-sm btn-link" type="button" @click=${stop}>${t('stop')}</button>
        </div>`
      : nothing}
  </div>`;

const unasked = ({ body }, { check }) => html`
  <p class="mb-2">${t('large', bytes(body.size))}</p>
  <button class="btn btn-sm btn-outline-primary" type="button" id="check" @click=${check}>${t('check')}</button>`;

const report = ({ total, valid, invalid, errors, warned, warnings }, draft, actions) => html`
  <div id="report">
    <p class="mb-2 fs-5" role="status">
      <span class="badge text-bg-success" id="valid">${t('valid', number(valid))}</span>
      ${invalid > 0 ? html`<span class="badge text-bg-danger" id="invalid">${t('invalid', number(invalid))}</span>` : nothing}
      ${warned > 0 ? html`<span class="badge text-bg-warning" id="warned">${t('warned', number(warned))}</span>` : nothing}
      <span class="small text-body-secondary">${t('total', number(total), percent(valid / total))}</span>
    </p>
    ${warnings.some(({ code }) => code === 'LOOSE_BLANK') || couldBeLoose(errors, draft) ? offerLoose(actions) : nothing}
    ${invalid > 0 ? flaws(errors, invalid, draft, actions) : nothing}
    ${warned > 0 ? doubts(warnings, draft, actions) : nothing}
    ${invalid + warned > 0 ? nothing : html`<p class="mb-0">${t('flawless')}</p>`}
  </div>`;

const couldBeLoose = (errors, draft) => takes(draft, 'looseMasks') && !draft.options.looseMasks && errors.some(({ text }) => blanks(text, true).length > 0);

const offerLoose = ({ allowLoose }) => html`
  <div class="alert alert-info py-2 d-flex flex-wrap justify-content-between align-items-center gap-2">
    <span>${t('couldBeLoose')}</span>
    <button class="btn btn-sm btn-outline-primary" type="button" id="allow-loose" @click=${allowLoose}>${t('allowLoose')}</button>
  </div>`;

const flaws = (errors, invalid, draft, actions) => html`
  <ul class="list-group console-flaws" tabindex="0" aria-label=${t('flaws')}>
    ${errors.map((error) => line(error, 'flaw', html`<div class="small text-danger-emphasis">${told(error)}</div>`, draft, actions))}
  </ul>
  ${invalid > errors.length ? html`<p class="small mt-1 mb-0">${t('onlyFirst', number(errors.length), number(invalid))}</p>` : nothing}`;

const MOST_DOUBTS = 1000;

const doubts = (warnings, draft, actions) => html`
  <ul class="list-group console-flaws mt-2" tabindex="0" aria-label=${t('warnings')}>
    ${warnings.map((warning) => line(warning, 'doubt', html`<div class="small text-warning-emphasis">${doubt(warning)}</div>`, draft, actions))}
  </ul>
  ${warnings.length >= MOST_DOUBTS ? html`<p class="small mt-1 mb-0">${t('onlyFirstWarnings', number(warnings.length))}</p>` : nothing}`;

const line = (item, kind, what, draft, { jump }) => html`
  <li class="list-group-item ${kind}">
    <div class="d-flex justify-content-between gap-2 small">
      ${draft.file
        ? html`<strong>${t('line', item.line)}</strong>`
        : html`<button class="btn btn-link btn-sm p-0" type="button" @click=${() => jump(item.line)}>${t('line', item.line)}</button>`}
      <span class="text-body-secondary text-break">${item.id ?? ''}</span>
    </div>
    <div class="text-break">${item.text}</div>
    ${what}
  </li>`;
