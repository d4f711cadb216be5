import { html, nothing } from '../lib/lit-html/lit-html.js';
import { find } from '../routes.js';
import { may } from '../session.js';
import { language, words } from '../words.js';
import dictionary, { CHINESE_DETAILS } from './words.js';

const t = words(dictionary);

/** The page where the cause can be fixed, by the alert's code, and the key of the link's text. */
const PLACES = {
  MODEL_NOT_LOADED: ['models', 'toModels'],
  NO_WORKER: ['queues?at=workers', 'toWorkers'],
  QUEUE_PAUSED: ['queues', 'toQueues'],
  DISK_FILLING: ['batches?sort=-total', 'toLargest'],
  DEAD_LETTERS: ['queues?at=dead', 'toDead'],
  BATCH_STALLED: ['batches?state=RUNNING', 'toRunning'],
};

/** For users who may not open that page. */
const INSTEAD = { DEAD_LETTERS: ['batches?state=COMPLETED_WITH_ERRORS', 'toFailed'] };

const BATCH = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;

/** The alerts, or a message that there are none. */
export const alerts = (list) =>
  list.length === 0 ? html`<div class="alert alert-success" role="status">${t('fine')}</div>` : list.map(notice);

const notice = ({ code, severity, detail, values }) => html`
  <div class="alert alert-${severity === 'critical' ? 'danger' : 'warning'}" role="alert" data-code=${code}>
    <strong>${t(code)}</strong>
    <p class="mb-1">${t(`${code}_DO`)}</p>
    ${details(code, detail, values)}
    ${link(code)} ${code === 'BATCH_STALLED' ? batches(detail) : nothing}
  </div>`;

function details(code, detail, values) {
  const known = language() === 'zh' ? CHINESE_DETAILS[code] : undefined;
  const text = known ? known(values) : detail;
  return text ? html`<p class="small mb-1 text-break" lang=${known ? nothing : 'en'}>${text}</p>` : nothing;
}

function link(code) {
  const place = [PLACES[code], INSTEAD[code]].find((candidate) => candidate && mayGo(candidate[0]));
  return place ? html`<a class="alert-link" href="#/${place[0]}">${t(place[1])}</a>` : nothing;
}

function mayGo(address) {
  const route = find(address.split('?')[0]);
  return route && may(route.role);
}

const batches = (detail) => detail.match(BATCH)?.map((id) => html`<a class="alert-link ms-2" href="#/batches/${id}">${id.slice(-12)}</a>`);
