import { html, nothing } from '../lib/lit-html/lit-html.js';
import { live } from '../lib/lit-html/directives/live.js';
import { told } from '../problems.js';
import { words } from '../words.js';
import { chosen, others, takes, tasks } from './tasks.js';
import dictionary from './words.js';

const t = words(dictionary);

/** Options that most batches leave at their defaults. */
const SELDOM = ['tags', 'candidates', 'targets', 'priority', 'notBefore', 'ttl', 'callbackUrl'];
const PRIORITIES = [9, 8, 7, 6, 5, 4, 3, 2, 1, 0];

/** The options as query parameters of the API. Numbers are sent as typed: the server reports errors in them. */
export function query({ options, onError }) {
  return {
    ...options,
    tags: list(options.tags, /[,，、]/),
    targets: list(options.targets, /[\s,，、]/),
    ttl: options.ttl && `P${options.ttl}D`,
    notBefore: options.notBefore && new Date(options.notBefore).toISOString(),
    onError: onError === 'fail' ? '' : onError,
  };
}

const list = (typed = '', separator) => typed.split(separator).map((word) => word.trim()).filter(Boolean).join(',');

/**
 * The form's part with the options.
 *
 * @param wrong {option, problem} that the server refused, or null
 * @param set (name, value) => void
 * @param setTask (name) => void
 */
export function options({ draft, models, wrong }, set, setTask) {
  const given = draft.options;
  const isOpen = SELDOM.some((name) => given[name] || wrong?.option === name);

  const field = (name, width, control, label = t(name), hint = '') => html`
    <div class=${width}>
      <label class="form-label" for=${name}>${label}</label>
      ${control}
      ${hint ? html`<div class="form-text">${hint}</div>` : nothing}
      ${wrong?.option === name ? html`<div class="invalid-feedback d-block" id="${name}-wrong" role="alert">${told(wrong.problem)}</div>` : nothing}
    </div>`;
  const validity = (name) => (wrong?.option === name ? 'is-invalid' : '');
  const described = (name) => (wrong?.option === name ? `${name}-wrong` : nothing);
  const input = (name, { type = 'text', placeholder = '', mode = nothing } = {}) => html`
    <input class="form-control ${validity(name)}" id=${name} type=${type} inputmode=${mode} placeholder=${placeholder}
           aria-describedby=${described(name)} autocomplete="off" .value=${live(given[name] ?? '')} @input=${(event) => set(name, event.target.value)} />`;
  const select = (name, choices) => html`
    <select class="form-select ${validity(name)}" id=${name} aria-describedby=${described(name)} @change=${(event) => set(name, event.target.value)}>
      ${choices.map(([value, label]) => html`<option value=${value} .selected=${(given[name] ?? '') === value}>${label}</option>`)}
    </select>`;

  /** Of a task that the console knows nothing of: as the server describes it. */
  function other({ name, type, enum: values, default: otherwise = '', description }) {
    const choices = type === 'boolean' ? ['true', 'false'] : values;
    const control = choices
      ? select(name, choices.map((value) => [value === String(otherwise) ? '' : value, value]))
      : input(name, { placeholder: String(otherwise), mode: type === 'integer' ? 'numeric' : nothing });
    return field(name, 'col-12 col-md-6', control, name, description);
  }

  const task = () => html`
    <div class="row g-3 mb-3">
      <div class="col-12">
        <label class="form-label" for="task">${t('task')}</label>
        <select class="form-select" id="task" @change=${(event) => setTask(event.target.value)}>
          ${tasks().map(({ name }) => html`<option value=${name} .selected=${name === chosen(draft)?.name}>${name}</option>`)}
        </select>
        <div class="form-text">${chosen(draft)?.description}</div>
      </div>
    </div>`;
  const ifTaken = (name, part) => (takes(draft, name) ? part() : nothing);

  return html`
    ${tasks().length > 1 ? task() : nothing}
    <div class="row g-3">
      ${field('name', 'col-12 col-md-5', input('name', { placeholder: t('namePlaceholder') }))}
      ${ifTaken('model', () => field('model', 'col-8 col-md-4', select('model', models.map((model) => [model.default ? '' : model.name, model.name]))))}
      ${ifTaken('topK', () => field('topK', 'col-4 col-md-3', input('topK', { placeholder: '5', mode: 'numeric' })))}
      ${others(draft).map(other)}
    </div>
    <details class="mt-3" ?open=${isOpen}>
      <summary>${t('more')}</summary>
      <div class="row g-3 mt-0">
        ${field('tags', 'col-12 col-md-6', input('tags', { placeholder: t('tagsPlaceholder') }))}
        ${ifTaken('candidates', () => field('candidates', 'col-6 col-md-3', select('candidates', [['', t('any')], ['han', t('han')]])))}
        ${field('priority', 'col-6 col-md-3', select('priority', PRIORITIES.map((level) => [level === 4 ? '' : String(level), priority(level)])))}
        ${ifTaken('targets', () => field('targets', 'col-12', input('targets', { placeholder: t('targetsPlaceholder') })))}
        ${field('notBefore', 'col-12 col-md-6', input('notBefore', { type: 'datetime-local' }))}
        ${field('ttl', 'col-12 col-md-6', input('ttl', { placeholder: t('ttlPlaceholder'), mode: 'numeric' }))}
        ${field('callbackUrl', 'col-12', input('callbackUrl', { placeholder: 'https://example.org/hook', mode: 'url' }))}
      </div>
    </details>`;
}

const priority = (level) => ({ 9: t('first', 9), 4: t('usual', 4), 0: t('last', 0) })[level] ?? level;
