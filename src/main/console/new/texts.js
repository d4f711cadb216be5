import { html, nothing } from '../lib/lit-html/lit-html.js';
import { live } from '../lib/lit-html/directives/live.js';
import { bytes } from '../format.js';
import { words } from '../words.js';
import { told } from './refusal.js';
import { CHARSETS, ENDINGS } from './source.js';
import { takes } from './tasks.js';
import dictionary from './words.js';

const t = words(dictionary);

/**
 * The form's part with the texts: lines, or a file.
 *
 * @param state draft, source, and wrong: the problem with them, or null
 * @param actions type, take a file or null, set (name, value) of the draft, allow loose blanks
 */
export const texts = ({ draft, source, isChosen, isOver, wrong }, actions) => html`
  <div class="console-drop ${isOver ? 'over' : ''}" id="drop">
    ${draft.file && isChosen ? file(draft, source, actions) : lines(draft, wrong, actions)}
    ${draft.file && !isChosen ? html`<p class="alert alert-info mt-2 mb-0">${t('chooseAgain', draft.file.name, bytes(draft.file.size))}</p>` : nothing}
    ${wrong ? html`<div id="wrong">${told(wrong)}</div>` : nothing}
    <p class="small mt-2 mb-2">
      ${isOver ? t('dropHere') : t('orFile')}
      <label class="btn btn-sm btn-outline-primary console-file">
        ${draft.file && isChosen ? t('otherFile') : t('chooseFile')}
        <input class="visually-hidden" type="file" id="file" accept=${ENDINGS} @change=${(event) => picked(event, actions)} />
      </label>
      <span class="text-body-secondary d-block mt-1">${t('fileKinds')}</span>
    </p>
    ${takes(draft, 'looseMasks')
      ? html`<div class="form-check">
          <input class="form-check-input" type="checkbox" id="loose" .checked=${live(Boolean(draft.options.looseMasks))}
                 @change=${(event) => actions.allowLoose(event.target.checked)} />
          <label class="form-check-label" for="loose">${t('looseMasks')}</label>
        </div>`
      : nothing}
  </div>`;

const lines = (draft, wrong, { type }) => html`
  <label class="form-label" for="lines">${t('lines')}</label>
  <textarea class="form-control ${wrong ? 'is-invalid' : ''}" id="lines" rows="10" wrap="off" aria-describedby="lines-hint" placeholder=${t('linesPlaceholder')}
            .value=${live(draft.lines)} @input=${(event) => type(event.target.value)}></textarea>
  <div class="form-text" id="lines-hint">${t(takes(draft, 'looseMasks') ? 'linesHint' : 'anyLinesHint')}</div>`;

const file = (draft, source, { take, set }) => html`
  <div class="d-flex flex-wrap justify-content-between align-items-center gap-2 border rounded p-3" id="chosen">
    <div class="text-break"><strong>${draft.file.name}</strong> <span class="text-body-secondary">${bytes(draft.file.size)}</span></div>
    <button class="btn btn-sm btn-outline-secondary" type="button" id="remove" @click=${() => take(null)}>${t('removeFile')}</button>
  </div>
  <div class="row g-3 mt-0">
    ${source?.charset ? choice('charset', CHARSETS.map((name) => [name, name]), source.charset, set) : nothing}
    ${source?.columns ? choice('column', source.columns.map((name, i) => [String(i), name]), String(source.column), set) : nothing}
  </div>
  ${draft.file.name.toLowerCase().includes('.json') ? html`<p class="small mt-2 mb-0">${t('inFile')}</p>` : nothing}`;

const choice = (name, choices, current, set) => html`
  <div class="col-12 col-sm-6">
    <label class="form-label" for=${name}>${t(name)}</label>
    <select class="form-select" id=${name} @change=${(event) => set(name, event.target.value)}>
      ${choices.map(([value, label]) => html`<option value=${value} .selected=${value === current}>${label}</option>`)}
    </select>
  </div>`;

function picked(event, { take }) {
  const [chosen] = event.target.files;
  // So that the same file can be chosen again after it was corrected.
  event.target.value = '';
  if (chosen) {
    take(chosen);
  }
}
