import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get, upload } from '../api.js';
import { bytes, duration } from '../format.js';
import { heading, progress } from '../parts.js';
import { user } from '../session.js';
import { words } from '../words.js';
import { checking } from './checking.js';
import * as drafts from './draft.js';
import { options, query } from './options.js';
import { preview } from './preview.js';
import { Hindrance, isOfTexts, told, wrongOption } from './refusal.js';
import { isReadable, ofFile, ofLines } from './source.js';
import * as tasks from './tasks.js';
import { texts } from './texts.js';
import dictionary from './words.js';

const t = words(dictionary);

/** The form for a new batch, with its texts checked line by line. */
export async function open({ host, signal }) {
  const draft = drafts.resume(user().name);
  const state = { draft, models: [], source: null, check: null, sending: null, problem: null, note: null, isOver: false };
  const draw = () => signal.aborted || render(page(), host);
  const check = checking(draft, (now) => { state.check = now; draw(); }, signal);
  let turn = 0;

  /** Reads the texts and lets the server check them. */
  async function read() {
    const mine = ++turn;
    check.stop();
    let source = null;
    let problem = null;
    try {
      source = drafts.file() ? await ofFile(drafts.file(), draft) : ofLines(draft.lines);
    } catch (reason) {
      problem = reason;
    }
    if (mine === turn && !signal.aborted) {
      Object.assign(state, { source, problem, note: null });
      if (source?.body.size > 0) {
        check.askSoon(source);
      }
      draw();
    }
  }

  function changed(change) {
    change(draft);
    drafts.changed(draft);
    draw();
    read();
  }

  const type = (lines) => changed(() => { draft.lines = lines; });
  const set = (name, value) => changed(() => { draft[name] = value; });
  const setOption = (name, value) => changed(() => { draft.options[name] = value; });
  const setTask = (name) => changed(() => tasks.choose(draft, name));
  const allowLoose = (yes) => setOption('looseMasks', yes ? true : '');

  function take(file) {
    drafts.choose(draft, file);
    draw();
    read();
  }

  function jump(line) {
    const field = host.querySelector('#lines');
    const before = draft.lines.split('\n').slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0);
    const end = draft.lines.indexOf('\n', before);
    field.focus();
    field.setSelectionRange(before, end < 0 ? draft.lines.length : end);
    field.scrollTop = (line - 3) * parseFloat(getComputedStyle(field).lineHeight);
  }

  async function submit(event) {
    event.preventDefault();
    if (!canSubmit()) {
      return;
    }
    if (!state.check?.report) {
      // The submit reports the same errors, and the texts are uploaded only once.
      check.stop();
    }
    const { body, headers } = state.source;
    const stopped = new AbortController();
    signal.addEventListener('abort', () => stopped.abort());
    Object.assign(state, { problem: null, note: null, sending: { sent: 0, total: body.size, since: performance.now(), stopped } });
    draw();
    try {
      const batch = await upload('POST', '/api/v1/batches', {
        body, query: query(draft), signal: stopped.signal, headers: { ...headers, 'Idempotency-Key': drafts.key(draft) },
        progress: (sent) => { state.sending.sent = sent; draw(); },
      });
      drafts.forget();
      state.sending = null;
      location.hash = `#/batches/${batch.id}`;
    } catch (problem) {
      await refused(problem);
    }
  }

  async function refused(problem) {
    const { sent, total } = state.sending;
    Object.assign(state, { sending: null, note: null });
    if (problem.name === 'AbortError') {
      state.note = t(sent < total ? 'cancelled' : 'cancelledLate');
    } else if (problem instanceof TypeError) {
      const isGone = drafts.file() && !(await isReadable(drafts.file()));
      state.problem = new Hindrance(isGone ? 'file-changed' : 'broken');
    } else {
      state.problem = problem;
      state.check = problem.body?.errors ? { flaws: problem.body.errors } : state.check;
    }
    draw();
    host.querySelector('.is-invalid')?.focus();
  }

  /** Reopening the page would abort the upload. */
  function stay(event) {
    if (state.sending) {
      event.preventDefault();
      state.note = t('stay');
      draw();
    }
  }

  const isNoneValid = () => state.check?.report?.valid === 0;
  const canSubmit = () => state.source?.body.size > 0 && !state.sending && !isNoneValid();

  function page() {
    const problem = state.problem ?? state.check?.problem ?? null;
    const isBroken = problem?.code === 'broken';
    const ofTexts = problem && isOfTexts(problem) && !isBroken;
    const wrong = wrongOption(problem, draft);
    return html`
      ${heading(t('title'))}
      <form class="console-new" novalidate autocomplete="off" @submit=${submit}>
        <div class="console-new-texts">${texts({ ...state, isChosen: drafts.file() !== null, wrong: ofTexts ? problem : null }, { type, take, set, allowLoose })}</div>
        ${preview(state, { check: () => check.ask(state.source), stop: check.stop, jump, allowLoose: () => allowLoose(true) })}
        <div class="console-new-options">
          ${options({ ...state, wrong }, setOption, setTask)}
          ${onError()}
          ${problem && (isBroken || (!ofTexts && !wrong && state.problem)) ? told(problem) : nothing}
          ${state.note ? html`<p class="alert alert-info mt-3 mb-0" role="status" id="note">${state.note}</p>` : nothing}
          ${isNoneValid() ? html`<p class="text-danger-emphasis mt-3 mb-0">${t('noneValid')}</p>` : nothing}
          <div class="mt-3">${state.sending ? sending(state.sending) : button(isBroken)}</div>
        </div>
      </form>`;
  }

  const onError = () => html`
    <fieldset class="mt-3">
      <legend class="form-label fs-6">${t('onError')}</legend>
      ${['fail', 'reject'].map((choice) => html`
        <div class="form-check">
          <input class="form-check-input" type="radio" name="onError" id=${choice} .checked=${draft.onError === choice} @change=${() => set('onError', choice)} />
          <label class="form-check-label" for=${choice}>${t(choice)}</label>
        </div>`)}
    </fieldset>`;

  const button = (again) => html`<button class="btn btn-primary btn-lg" id="submit" ?disabled=${!canSubmit()}>${again ? t('again') : t('submit')}</button>`;

  /** Dragged text is left to the browser, which inserts it into a field. */
  const hasFiles = (event) => event.dataTransfer.types.includes('Files');

  function drag(event) {
    if (!hasFiles(event)) {
      return;
    }
    event.preventDefault();
    const isOver = event.type === 'dragover';
    if (state.isOver !== isOver) {
      state.isOver = isOver;
      draw();
    }
  }

  function drop(event) {
    drag(event);
    const { files } = event.dataTransfer;
    if (files.length === 1) {
      take(files[0]);
    } else if (files.length > 1) {
      state.problem = new Hindrance('several-files');
      draw();
    }
  }

  // Anywhere on the page: outside of the field, a browser would open the file instead.
  addEventListener('dragover', drag, { signal });
  addEventListener('dragleave', drag, { signal });
  addEventListener('drop', drop, { signal });
  addEventListener('beforeunload', (event) => state.sending && event.preventDefault(), { signal });
  addEventListener('reopening', stay, { signal });
  draw();
  read();
  const loaded = tasks.load(signal);
  state.models = (await get('/api/v1/models', {}, signal)).models;
  await loaded;
  draw();
}

function sending({ sent, total, since, stopped }) {
  const rate = (sent / (performance.now() - since)) * 1000;
  return html`
    <div id="sending">
      ${progress(sent / total, t('submitting'))}
      <div class="d-flex justify-content-between align-items-center gap-2 mt-1">
        <span class="small">${sent < total ? html`${t('sentOf', bytes(sent), bytes(total))} ${sent > 0 ? t('speed', bytes(rate), duration((total - sent) / rate)) : nothing}` : t('storing')}</span>
        <button class="btn btn-outline-secondary" type="button" id="stop" @click=${() => stopped.abort()}>${t('cancel')}</button>
      </div>
    </div>`;
}
