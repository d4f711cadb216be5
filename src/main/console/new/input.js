import { html, nothing } from '../lib/lit-html/lit-html.js';
import { live } from '../lib/lit-html/directives/live.js';
import { bytes } from '../format.js';
import { words } from '../words.js';
import { CHARSETS, ENDINGS } from './source.js';
import dictionary from './words.js';

const t = words(dictionary);

/**
 * Where the texts come from: lines that are typed or pasted, or a file instead of them.
 *
 * @param source what the file was read as, or null
 * @param on {lines(text), file(file or null), set(name, value)}
 */
export const input = (draft, source, on) => html`
  <div class="console-drop mb-3" @dragover=${(event) => over(event, true)} @dragleave=${(event) => over(event, false)} @drop=${(event) => dropped(event, on.file)}>
    ${draft.file ? fileCard(draft, source, on) : html`
      <label class="form-label" for="lines">${t('lines')}</label>
      <textarea class="form-control" id="lines" rows="8" placeholder=${t('linesPlaceholder')} .value=${live(draft.lines)}
                @input=${(event) => on.lines(event.target.value)}></textarea>`}
    <div class="mt-2">
      <label class="form-label" for="file">${t('file')}</label>
      <input class="form-control" type="file" id="file" accept=${ENDINGS} @change=${(event) => event.target.files[0] && on.file(event.target.files[0])} />
      <div class="form-text">${t('fileHint')}</div>
    </div>
  </div>`;

function over(event, inside) {
  event.preventDefault();
  event.currentTarget.classList.toggle('console-dropping', inside);
}

function dropped(event, take) {
  over(event, false);
  const [file] = event.dataTransfer.files;
  if (file) {
    take(file);
  }
}

const fileCard = (draft, source, on) => html`
  <div class="card"><div class="card-body d-flex flex-wrap align-items-center gap-3" id="chosen">
    <span class="fw-semibold text-break">${draft.file.name}</span><span class="text-body-secondary">${bytes(draft.file.size)}</span>
    ${source?.isText ? choice('charset', CHARSETS.map((charset) => [charset, charset]), source.charset, on) : nothing}
    ${source?.columns ? choice('column', source.columns.map((column, i) => [String(i), column]), String(source.column), on) : nothing}
    <button class="btn btn-sm btn-outline-secondary ms-auto" id="remove-file" @click=${() => on.file(null)}>${t('removeFile')}</button>
  </div></div>`;

const choice = (name, choices, chosen, on) => html`
  <label class="d-flex align-items-center gap-2">${t(name)}
    <select class="form-select form-select-sm w-auto" id=${name} @change=${(event) => on.set(name, event.target.value)}>
      ${choices.map(([value, label]) => html`<option value=${value} .selected=${value === chosen}>${label}</option>`)}
    </select>
  </label>`;
