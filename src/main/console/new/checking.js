import { upload } from '../api.js';
import { query } from './options.js';

/** Bodies up to this size are checked on each change; larger ones take too long to upload. */
const AT_ONCE = 2_000_000;
const PAUSE_IN_TYPING = 500;

/**
 * Lets the server validate a draft without storing it. One request at a time: the next
 * one aborts the previous one.
 *
 * @param told called with {sent, total} during the upload, then with {report} or {problem};
 *     with null while there is no request
 */
export function checking(draft, told, signal) {
  let timer;
  let asked = new AbortController();

  function stop() {
    clearTimeout(timer);
    asked.abort();
    told(null);
  }

  async function ask({ body, headers }) {
    stop();
    asked = new AbortController();
    const { signal: stopped } = asked;
    const progress = (sent) => told({ sent, total: body.size });
    progress(0);
    try {
      const report = await upload('POST', '/api/v1/batches', {
        body, headers, progress, signal: stopped, query: { ...query(draft), onError: '', dryRun: true },
      });
      told({ report });
    } catch (problem) {
      if (!stopped.aborted) {
        told({ problem });
      }
    }
  }

  function askSoon(source) {
    stop();
    if (source.body.size <= AT_ONCE) {
      timer = setTimeout(() => ask(source), PAUSE_IN_TYPING);
    }
  }

  signal.addEventListener('abort', stop);
  return { ask, askSoon, stop };
}
