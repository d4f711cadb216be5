const PAGE = 50;

/**
 * The batches shown: consecutive pages of a list. However many there are, each refresh requests
 * the first page and one of the others in turn.
 *
 * @param ask (after, limit) => a promise of {batches, next}
 */
export function rows(ask) {
  let pages = [{ after: null, batches: [] }];
  let next = null;
  let turn = 0;
  let held = [];

  const all = () => pages.flatMap(({ batches }) => batches);

  /** Inserts a page from the server, and finds where the remaining rows continue. */
  function put(page, answer) {
    const start = pages.indexOf(page);
    const last = answer.batches.at(-1)?.id;
    const end = pages.findIndex(({ batches }, i) => i >= start && batches.some(({ id }) => id === last));
    const { after } = page;
    if (answer.next === null || end < 0) {
      // The list ends there, or so much is new that there may be a gap.
      pages.splice(start, Infinity, { after, batches: answer.batches });
      next = answer.next;
    } else {
      const { batches } = pages[end];
      const rest = batches.slice(batches.findIndex(({ id }) => id === last) + 1);
      if (rest.length === 0 && end === pages.length - 1) {
        next = answer.next;
      }
      pages.splice(start, end - start + 1, { after, batches: answer.batches }, ...(rest.length === 0 ? [] : [{ after: answer.next, batches: rest }]));
    }
    once(answer.batches);
    join();
  }

  /** A batch that moved because its state changed is kept where it was last seen. */
  function once(batches) {
    const seen = new Set(batches.map(({ id }) => id));
    for (const page of pages.filter((page) => page.batches !== batches)) {
      page.batches = page.batches.filter(({ id }) => !seen.has(id));
    }
  }

  /** A few remaining rows are merged into the next page, because each page costs a request. */
  function join() {
    pages = pages.reduce((joined, page) => {
      const before = joined.at(-1);
      if (joined.length > 1 && before.batches.length + page.batches.length <= PAGE) {
        before.batches = [...before.batches, ...page.batches];
        return joined;
      }
      return [...joined, page];
    }, []);
  }

  /** Updates rows in place. */
  function touch({ batches }) {
    const news = new Map(batches.map((batch) => [batch.id, batch]));
    for (const page of pages) {
      page.batches = page.batches.map((batch) => news.get(batch.id) ?? batch);
    }
  }

  return {
    all,
    hasMore: () => next !== null,
    /** The number of new batches that are held back while the user points at the rows. */
    held: () => held.length,

    /** @param still whether rows must keep their positions */
    async refresh(still) {
      const first = await ask(null, PAGE);
      const known = new Set(all().map(({ id }) => id));
      held = still ? first.batches.filter(({ id }) => !known.has(id)) : [];
      if (still) {
        touch(first);
      } else {
        put(pages[0], first);
      }
      if (pages.length > 1) {
        const page = pages[1 + (turn++ % (pages.length - 1))];
        const answer = await ask(page.after, PAGE);
        if (still || !pages.includes(page)) {
          touch(answer);
        } else {
          put(page, answer);
        }
      }
    },

    async more() {
      const after = next;
      const answer = await ask(after, PAGE);
      // Two clicks are one.
      if (after === next) {
        pages.push({ after, batches: answer.batches });
        next = answer.next;
        once(answer.batches);
      }
    },
  };
}
