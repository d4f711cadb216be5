import { post, remove } from '../api.js';
import { confirmed } from '../parts.js';

export const OPEN = ['SCHEDULED', 'QUEUED', 'RUNNING', 'PAUSED'];
export const FINAL = ['COMPLETED', 'COMPLETED_WITH_ERRORS', 'FAILED', 'CANCELLED'];

const path = (batch) => `/api/v1/batches/${batch.id}`;

/** What can be done to a batch: the key of its words, the states that allow it, and how; `sure` is the key of a question to be asked before. */
export const ACTIONS = [
  { verb: 'pause', states: ['SCHEDULED', 'QUEUED', 'RUNNING'], run: (batch) => post(`${path(batch)}/pause`) },
  { verb: 'resume', states: ['PAUSED'], run: (batch) => post(`${path(batch)}/resume`) },
  { verb: 'cancel', states: OPEN, sure: 'sureCancel', run: (batch) => post(`${path(batch)}/cancel`) },
  { verb: 'retry', states: ['COMPLETED_WITH_ERRORS', 'FAILED'], run: (batch) => post(`${path(batch)}/retry`) },
  { verb: 'delete', states: FINAL, sure: 'sureDelete', run: (batch) => remove(path(batch)) },
];

export const allowed = (action, batch) => action.states.includes(batch.state);

/**
 * Does it to those that allow it, one after the other, once it was confirmed.
 *
 * @returns a promise of whether it was done
 */
export async function perform(action, batches, t) {
  const concerned = batches.filter((batch) => allowed(action, batch));
  if (action.sure && !(await confirmed(t(action.sure, concerned.length), t(action.verb)))) {
    return false;
  }
  for (const batch of concerned) {
    await action.run(batch);
  }
  return true;
}
