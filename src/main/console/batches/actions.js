import { post, Problem, remove } from '../api.js';
import { confirmed } from '../parts.js';

export const OPEN = ['SCHEDULED', 'QUEUED', 'RUNNING', 'PAUSED'];
export const FINAL = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'];

const path = (batch) => `/api/v1/batches/${batch.id}`;

/**
 * What can be done to a batch: the key of its words, the states that allow it, and how; `sure` is the key of a question to be
 * asked before.
 */
export const ACTIONS = [
  { verb: 'pause', states: ['SCHEDULED', 'QUEUED', 'RUNNING'], run: (batch) => post(`${path(batch)}/pause`) },
  { verb: 'resume', states: ['PAUSED'], run: (batch) => post(`${path(batch)}/resume`) },
  { verb: 'cancel', states: OPEN, sure: 'sureCancel', run: (batch) => post(`${path(batch)}/cancel`) },
  { verb: 'retry', states: ['COMPLETED_WITH_ERRORS', 'FAILED'], run: (batch) => post(`${path(batch)}/retry`) },
  { verb: 'delete', states: FINAL, sure: 'sureDelete', run: (batch) => remove(path(batch)) },
];

export const allowed = (action, batch) => action.states.includes(batch.state);

/** What a list calls it. */
export const label = (batch) => batch.name ?? batch.id.slice(-12);

/**
 * Does it to those that allow it, one after the other, once it was confirmed. One that is refused holds up none of the others.
 *
 * @returns a promise of {batch, problem} for each that it was not done to; null if it was not confirmed
 */
export async function perform(action, batches, t) {
  const concerned = batches.filter((batch) => allowed(action, batch));
  if (action.sure && !(await confirmed(t(action.sure, concerned.length), t(action.verb)))) {
    return null;
  }
  const refused = [];
  for (const batch of concerned) {
    const before = refused.at(-1)?.problem;
    const problem = isOfAll(before) ? before : await attempt(action, batch);
    if (problem) {
      refused.push({ batch, problem });
    }
  }
  return refused;
}

/** Whether there is no such batch (any more). */
export const isGone = (problem) => problem?.status === 404;

/** Whether others need not be asked, since it is nothing about the one batch: the server is away, or the session over. */
export const isOfAll = (problem) => problem instanceof TypeError || (problem instanceof Problem && !isGone(problem) && problem.status !== 409);

async function attempt(action, batch) {
  try {
    await action.run(batch);
    return null;
  } catch (problem) {
    return problem;
  }
}
