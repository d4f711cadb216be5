import { get } from '../api.js';
import { isGone } from '../batches/actions.js';

const AGAIN = 3_000;

/**
 * Follows a batch until it ends. A broken event stream does not say why, so an ordinary request is sent before the
 * next one is opened. It also detects the end of the session, where a stream would make the browser ask for a password. While
 * the page is hidden there is no stream: a browser has few connections to a server for all of its tabs.
 *
 * @param told (batch) => void
 * @param lost (problem) => void, when the connection is lost, and with null when it is back
 * @returns a function that starts following, also repeatedly
 */
export function following(address, told, lost, signal) {
  let source = null;
  let timer;
  let isOver = true;

  function pause() {
    clearTimeout(timer);
    source?.close();
  }

  function later() {
    pause();
    timer = setTimeout(ask, AGAIN);
  }

  function listen() {
    pause();
    isOver = false;
    if (document.hidden) {
      return;
    }
    source = new EventSource(`${address}/events`);
    source.addEventListener('progress', ({ data }) => told(JSON.parse(data)));
    source.addEventListener('end', ({ data }) => {
      pause();
      isOver = true;
      told(JSON.parse(data));
    });
    source.addEventListener('error', later);
  }

  async function ask() {
    let batch;
    try {
      batch = await get(address, {}, signal);
    } catch (problem) {
      if (signal.aborted) {
        return;
      }
      lost(problem);
      isOver = isGone(problem);
      if (!isOver && !document.hidden) {
        later();
      }
      return;
    }
    lost(null);
    told(batch);
    listen();
  }

  function look() {
    pause();
    if (!document.hidden && !isOver) {
      ask();
    }
  }

  document.addEventListener('visibilitychange', look, { signal });
  signal.addEventListener('abort', pause);
  return listen;
}
