import { upload } from '../api.js';
import { query } from './options.js';

/** Up to there it is checked with each change; larger ones are on their way too long for that. */
const AT_ONCE = 2_000_000;
const PAUSE_IN_TYPING = 500;

/**
 * Asks the server what would become of a draft, and stores nothing. One question at a time: the next
 * one ends the one before.
 *
 * @param told called with {sent, total} while the texts are on their way, then {report} or {problem};
 *     null while nothing is asked
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
