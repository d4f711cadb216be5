import { post, Problem, remove } from '../api.js';
import { confirmed } from '../parts.js';

export const OPEN = ['SCHEDULED', 'QUEUED', 'RUNNING', 'PAUSED'];
export const FINAL = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'];

const path = (batch) => `/api/v1/batches/${batch.id}`;

/**
 * The actions on a batch: the key of the label, the states that allow it, and the request; `sure` is the key of a question to
 * ask first.
 */
export const ACTIONS = [
  { verb: 'pause', states: ['SCHEDULED', 'QUEUED', 'RUNNING'], run: (batch) => post(`${path(batch)}/pause`) },
  { verb: 'resume', states: ['PAUSED'], run: (batch) => post(`${path(batch)}/resume`) },
  { verb: 'cancel', states: OPEN, sure: 'sureCancel', run: (batch) => post(`${path(batch)}/cancel`) },
  { verb: 'retry', states: ['COMPLETED_WITH_ERRORS', 'FAILED'], run: (batch) => post(`${path(batch)}/retry`) },
  { verb: 'delete', states: FINAL, sure: 'sureDelete', run: (batch) => remove(path(batch)) },
];

export const allowed = (action, batch) => action.states.includes(batch.state);

/** The name of a batch in a list. */
export const label = (batch) => batch.name ?? batch.id.slice(-12);

/**
 * Performs an action, once confirmed, on each batch that allows it. A refused one does not stop the others.
 *
 * @returns a promise of {batch, problem} for each refused one; null if not confirmed
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

/** Whether the batch does not exist, or no longer exists. */
export const isGone = (problem) => problem?.status === 404;

/** Whether the problem is not specific to one batch, so that the others need not be tried: server unreachable, or session ended. */
export const isOfAll = (problem) => problem instanceof TypeError || (problem instanceof Problem && !isGone(problem) && problem.status !== 409);

async function attempt(action, batch) {
  try {
    await action.run(batch);
    return null;
  } catch (problem) {
    return problem;
  }
}
