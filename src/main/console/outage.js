import { get, Problem } from './api.js';
import { alert } from './parts.js';

const ALERTS = { database: 'DATABASE_AWAY', broker: 'BROKER_AWAY', model: 'MODEL_NOT_LOADED' };

/** What to show of a problem: what is away, and what to do about it, if that is why; or else what the server says. */
export async function explanation(problem, signal) {
  const away = problem instanceof Problem && problem.status === 503 ? await whatIsAway(signal) : [];
  if (away.length === 0) {
    return alert(problem);
  }
  // Read only when it is needed: whoever signs in waits for all that this module imports.
  const { alerts } = await import('./overview/alerts.js');
  return alerts(away);
}

/** Also when nobody can sign in, since the database is away: what supervisors ask is open to all. */
async function whatIsAway(signal) {
  try {
    await get('/api/v1/health/ready', {}, signal);
    return [];
  } catch (problem) {
    return (problem.body?.checks ?? [])
      .filter(({ status }) => status === 'DOWN')
      .map(({ name, reason }) => ({ code: ALERTS[name], severity: 'critical', detail: reason }));
  }
}
