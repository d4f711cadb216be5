import { html, nothing } from '../lib/lit-html/lit-html.js';
import { duration, instant, number } from '../format.js';
import { words } from '../words.js';
import { options } from './facts.js';
import dictionary from './words.js';

const t = words(dictionary);

/** The options, times and attempts of a batch. */
export const settings = (batch) => html`
  <details class="mb-3" id="settings">
    <summary>${t('settings')} <span class="small text-body-secondary ms-2">${batch.model ? html`${t('model')} ${batch.model}` : batch.task} · ${t('created')} ${instant(batch.createdAt)} · ${t('attempts')} ${number(batch.attempts.total)}</span></summary>
    <dl class="row row-cols-2 row-cols-md-3 row-cols-xl-5 g-2 small mt-1 mb-0">${all(batch).filter(Boolean).map(([name, value]) => entry(t(name), value))}${options(batch).map(([name, value]) => entry(name, value))}
    </dl>
  </details>`;

const entry = (name, value) => html`
      <div class="col text-break"><dt class="fw-normal text-body-secondary">${name}</dt><dd class="mb-0">${value}</dd></div>`;

const all = (batch) => [
  ['task', batch.task],
  batch.model && ['model', batch.model],
  batch.topK && ['topK', number(batch.topK)],
  batch.candidates && ['candidates', t(batch.candidates)],
  batch.targets?.length > 0 && ['targets', some(batch.targets)],
  batch.looseMasks !== undefined && ['looseMasks', t(batch.looseMasks ? 'yes' : 'no')],
  ['priority', number(batch.priority)],
  batch.tags.length > 0 && ['tags', batch.tags.map((tag) => html`<span class="badge text-bg-secondary">${tag}</span> `)],
  ['owner', batch.owner],
  ['created', instant(batch.createdAt)],
  batch.notBefore && ['notBefore', instant(batch.notBefore)],
  batch.startedAt && ['started', instant(batch.startedAt)],
  ['attempts', t('retries', number(batch.attempts.total), number(batch.attempts.retries))],
  ['expires', batch.expiresAt ? instant(batch.expiresAt) : batch.ttl ? t('afterEnd', duration(seconds(batch.ttl))) : t('never')],
  batch.callbackUrl && ['callback', batch.callbackUrl],
  ['id', html`<code>${batch.id}</code>`],
];

const SHOWN = 20;

const some = (targets) => html`${targets.slice(0, SHOWN).join(' ')}${targets.length > SHOWN ? html` … <span title=${targets.join(' ')}>(${number(targets.length)})</span>` : nothing}`;

/** Converts a duration in the server's format, such as PT49H30M. */
function seconds(iso) {
  const [, hours = 0, minutes = 0, rest = 0] = /^PT(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?$/.exec(iso);
  return Number(hours) * 3_600 + Number(minutes) * 60 + Number(rest);
}
