import { get } from '../api.js';

/** The tasks of the server: what the form asks for follows from the options of the chosen one. */

/** Options with a field of their own in the form, or a check box beside the texts. */
const LAID_OUT = ['model', 'topK', 'candidates', 'targets', 'looseMasks'];

/** Options of every batch, whatever its task. */
const OF_BATCH = ['task', 'priority', 'name', 'tags', 'ttl', 'notBefore', 'callbackUrl'];

let all = [];

export async function load(signal) {
  all = (await get('/api/v1/tasks', {}, signal)).tasks;
}

export const tasks = () => all;

/** The task of a draft; undefined until they are loaded. */
export const chosen = ({ options }) => all.find((task) => (options.task ? task.name === options.task : task.default));

/** Whether the draft's task has the option. Until the tasks are loaded, the form is that of fill-mask. */
export const takes = (draft, name) => chosen(draft)?.options.some((option) => option.name === name) ?? true;

/** Options of the draft's task that the form has no layout for. */
export const others = (draft) => chosen(draft)?.options.filter(({ name }) => !LAID_OUT.includes(name)) ?? [];

/** Whether the form has a field for the option. */
export const hasField = (draft, name) =>
  OF_BATCH.includes(name) || (name !== 'looseMasks' && takes(draft, name) && (LAID_OUT.includes(name) || chosen(draft) !== undefined));

/** Sets the task, and drops the options of the one before. */
export function choose(draft, name) {
  const kept = Object.entries(draft.options).filter(([option]) => OF_BATCH.includes(option));
  draft.options = { ...Object.fromEntries(kept), task: all.find((task) => task.name === name).default ? '' : name };
}
