import { get } from '../api.js';
import { isGone } from '../batches/actions.js';

const AGAIN = 3_000;

/**
 * Hears how a batch goes on, until its end. A stream that breaks off does not say why, so an ordinary request asks before the
 * next one is opened; it also finds out that a session is over, where a stream would have the browser ask for a password. While
 * nobody looks there is no stream: a browser has few connections to a server for all of its tabs.
 *
 * @param told (batch) => void
 * @param lost (problem) => void, when nothing can be heard, and null when it can again
 * @returns a function that begins, also anew
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
