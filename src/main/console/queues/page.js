import { html, nothing, render } from '../lib/lit-html/lit-html.js';
import { get, post } from '../api.js';
import { number, zone } from '../format.js';
import { alert, confirmed, figure, figures, heading, loading } from '../parts.js';
import { refresh } from '../refresh.js';
import { words } from '../words.js';
import { deadLetters } from './dead.js';
import { detail } from './detail.js';
import { duties } from './duties.js';
import { queueTable, subscriptionTable } from './table.js';
import { workers } from './workers.js';
import dictionary from './words.js';

const t = words(dictionary);

/** Interval for data that changes slowly or is expensive to load. */
const SLOW = 3;

/** Queues, workers and dead letters. */
export async function open({ host, query, signal }) {
  let queues = null;
  let subscriptions = [];
  let attempts = null;
  /** The problem with the last refresh, and the problem with the last action. */
  let problem = null;
  let refused = null;
  let rounds = 0;
  /** Open details by queue name: {node, load, close}. */
  const details = new Map();
  render(html`<div id="queues"></div><div id="dead" class="mb-4"></div><div id="workers" class="mb-4"></div><div id="duties"></div>`, host);
  const part = (id) => host.querySelector(`#${id}`);
  const dead = deadLetters(part('dead'), signal);
  const draw = () => !signal.aborted && render(page(), part('queues'));

  /** Each part separately: queues come from the broker, workers and dead letters from the database, and either may be unreachable. */
  async function load() {
    const slow = rounds++ % SLOW === 0 ? [loadAttempts, loadDuties, dead.loadSubmits, ...[...details.values()].map((opened) => opened.load)] : [];
    const parts = [loadQueues, loadWorkers, dead.load, ...slow].map((ask) => ask());
    problem = (await Promise.allSettled(parts)).find(({ status }) => status === 'rejected')?.reason ?? null;
    draw();
  }

  async function loadQueues() {
    ({ queues, subscriptions } = await get('/api/v1/queues', {}, signal));
  }

  async function loadWorkers() {
    const { nodes } = await get('/api/v1/workers', {}, signal);
    render(workers(nodes), part('workers'));
  }

  async function loadDuties() {
    render(duties(await get('/api/v1/duties', {}, signal), run), part('duties'));
  }

  const run = (name) =>
    attempt(async () => {
      await post(`/api/v1/duties/${name}/run`);
      await loadDuties();
    });

  async function loadAttempts() {
    attempts = (await get('/api/v1/overview', { zone: zone() }, signal)).today?.attempts;
  }

  async function attempt(what) {
    refused = null;
    try {
      await what();
    } catch (reason) {
      refused = reason;
    }
    draw();
  }

  const toggle = ({ name, paused }) =>
    attempt(async () => {
      if (paused || (await confirmed(t('sure', name), t('pause')))) {
        await post(`/api/v1/queues/${name}/${paused ? 'resume' : 'pause'}`);
        await load();
      }
    });

  function unfold({ name }) {
    if (details.has(name)) {
      details.get(name).close();
      details.delete(name);
    } else {
      const opened = detail(name, signal);
      details.set(name, opened);
      attempt(opened.load);
    }
    draw();
  }

  const page = () => html`
    ${heading(t('title'))} ${alert(refused)} ${alert(problem)}
    ${queues === null ? waiting() : html`
      ${attempts ? totals() : nothing}
      ${queueTable(queues, details, { toggle, unfold })}
      ${subscriptions.length === 0 ? nothing : subscriptionTable(subscriptions)}`}`;

  const waiting = () => (problem === null ? loading() : nothing);

  const sum = (member) => queues.reduce((all, queue) => all + queue[member], 0);

  const totals = () => figures(
    figure(t('depth'), number(sum('depth'))),
    figure(t('inDelivery'), number(sum('inDelivery'))),
    figure(t('awaiting'), number(sum('awaitingRedelivery'))),
    figure(t('attemptsToday'), number(attempts.total)),
    figure(t('repeatedToday'), number(attempts.retries)),
    figure(t('killed'), number(sum('killed'))),
  );

  draw();
  await refresh(load, 3_000, signal);
  if (query.get('at')) {
    part(query.get('at'))?.scrollIntoView();
  }
}
