/** Describes a call, from its method and path. */

const BATCH = '/api/v1/batches/([^/]+)';

/** The method, the path, and the key of the words, whose {0} is the path's first group. */
const ACTS = [
  ['POST', '/api/v1/session', 'signIn'],
  ['DELETE', '/api/v1/session', 'signOut'],
  ['POST', '/api/v1/batches|/v1/batches|/submit_batch', 'batchSubmit'],
  ['POST', `${BATCH}/pause`, 'batchPause'],
  ['POST', `${BATCH}/resume`, 'batchResume'],
  ['POST', `${BATCH}/cancel|/v1/batches/[^/]+/cancel`, 'batchCancel'],
  ['POST', `${BATCH}/retry`, 'batchRetry'],
  ['POST', `${BATCH}/deliveries/[^/]+/resend`, 'deliveryResend'],
  ['DELETE', BATCH, 'batchDelete'],
  ['POST', '/v1/files', 'fileUpload'],
  ['DELETE', '/v1/files/[^/]+', 'fileDelete'],
  ['POST', '/api/v1/tokens', 'tokenCreate'],
  ['DELETE', '/api/v1/tokens/[^/]+', 'tokenRevoke'],
  ['POST', '/api/v1/users', 'userCreate'],
  ['PATCH', '/api/v1/users/([^/]+)', 'userChange'],
  ['DELETE', '/api/v1/users/([^/]+)', 'userDelete'],
  ['PUT', '/api/v1/me/password', 'passwordChange'],
  ['POST', '/api/v1/queues/([^/]+)/pause', 'queuePause'],
  ['POST', '/api/v1/queues/([^/]+)/resume', 'queueResume'],
  ['POST', '/api/v1/dead-letters/[^/]+/[^/]+/retry', 'letterRetry'],
  ['POST', '/api/v1/dead-letters/[^/]+/[^/]+/discard', 'letterDiscard'],
  ['POST', '/api/v1/dead-letters(?:/messages)?/retry', 'lettersRetry'],
  ['POST', '/api/v1/dead-letters(?:/messages)?/discard', 'lettersDiscard'],
  ['POST', '/api/v1/duties/([^/]+)/run', 'dutyRun'],
  ['POST', '/api/v1/webhooks/secret', 'secretCreate'],
].map(([method, path, key]) => ({ method, pattern: new RegExp(`^(?:${path})$`), key }));

/** Path prefixes to filter by, with the key of their label. */
export const GROUPS = {
  '/api/v1/batches': 'groupBatches',
  '/api/v1/users': 'groupUsers',
  '/api/v1/tokens': 'groupTokens',
  '/api/v1/session': 'groupSession',
  '/api/v1/me/password': 'groupMe',
  '/api/v1/queues': 'groupQueues',
  '/api/v1/dead-letters': 'groupDead',
  '/api/v1/duties': 'groupDuties',
  '/v1/files': 'groupFiles',
  '/api/v1/webhooks': 'groupWebhooks',
};

/** The description of an entry. */
export function described({ method, path, status }, t) {
  if (status === 401) {
    return t('wrongPassword');
  }
  const act = ACTS.find(({ method: own, pattern }) => own === method && pattern.test(path));
  return act ? t(act.key, readable(path.match(act.pattern)[1] ?? '')) : t('other', method, path);
}

/** The id of the batch that an entry is about, if there is one. */
export const batchOf = ({ path }) =>
  path.match(/^\/api\/v1\/(?:batches|dead-letters)\/([0-9a-f]{8}-[0-9a-f-]{27})(?:\/|$)/)?.[1] ?? null;

/** The path comes from the caller and can be anything. */
function readable(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
