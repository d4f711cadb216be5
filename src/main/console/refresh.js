/**
 * Calls a task repeatedly until the signal aborts because the page was left. The interval starts
 * when the previous call ends, so a slow server is not overloaded, and there are no calls while
 * the page is hidden.
 *
 * @param task an async function; its exceptions are passed to `failed`, and the calls continue
 */
export function refresh(task, milliseconds, signal, failed = () => {}) {
  let timer;
  const round = async () => {
    clearTimeout(timer);
    if (!document.hidden) {
      try {
        await task();
      } catch (problem) {
        if (!signal.aborted) {
          failed(problem);
        }
      }
    }
    if (!signal.aborted) {
      timer = setTimeout(round, milliseconds);
    }
  };
  document.addEventListener('visibilitychange', round, { signal });
  signal.addEventListener('abort', () => clearTimeout(timer));
  return round();
}
