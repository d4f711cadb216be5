/** What is shown of tasks that the console has no pictures for: members by their names in the API. */

const OF_ITEM = ['index', 'id', 'text', 'state', 'input', 'warnings', 'error', 'masks', 'fillings', 'filled'];

const OF_BATCH = [
  'id', 'owner', 'state', 'task', 'model', 'topK', 'targets', 'candidates', 'looseMasks', 'name', 'tags', 'priority',
  'ttl', 'notBefore', 'callbackUrl', 'total', 'succeeded', 'failed', 'warned', 'cacheHits', 'attempts', 'progress',
  'itemsPerSecond', 'createdAt', 'startedAt', 'expectedEnd', 'finishedAt', 'expiresAt', 'links',
];

const shown = (value) => (typeof value === 'string' ? value : JSON.stringify(value));

const rest = (object, known) =>
  Object.entries(object).filter(([name]) => !known.includes(name)).map(([name, value]) => [name, shown(value)]);

/** The answer of an item: [name, value] of each member. */
export const answer = (item) => rest(item, OF_ITEM);

/** The options of a batch: [name, value] of each. */
export const options = (batch) => rest(batch, OF_BATCH);
