import { get, Problem } from './api.js';
import { alert } from './parts.js';

const ALERTS = { database: 'DATABASE_AWAY', broker: 'BROKER_AWAY', model: 'MODEL_NOT_LOADED' };

/** The message for a problem: which component is unreachable and what to do, if that is the cause; otherwise the server's message. */
export async function explanation(problem, signal) {
  const away = problem instanceof Problem && problem.status === 503 ? await whatIsAway(signal) : [];
  if (away.length === 0) {
    return alert(problem);
  }
  // Loaded on demand: static imports of this module delay the sign-in page.
  const { alerts } = await import('./overview/alerts.js');
  return alerts(away);
}

/** Works even if nobody can sign in because the database is unreachable: the health check requires no user. */
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
