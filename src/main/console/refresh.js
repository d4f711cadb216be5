/**
 * Calls again and again until the signal says that the page was left. The next call comes that long
 * after the last one ended, so a slow server is not asked more than it can answer, and none while
 * nobody looks.
 *
 * @param task an async function; what it throws is told to `failed`, and the next call comes anyway
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
