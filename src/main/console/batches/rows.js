const PAGE = 50;

/**
 * The batches that are shown: pages of a list, put behind each other. However many there are, a round of refreshing asks
 * for the first page and one of the others in turn.
 *
 * @param ask (after, limit) => a promise of {batches, next}
 */
export function rows(ask) {
  let pages = [{ after: null, batches: [] }];
  let next = null;
  let turn = 0;
  let held = [];

  const all = () => pages.flatMap(({ batches }) => batches);

  /** Puts in what the server says about the page now, and finds out where the rest of the rows goes on. */
  function put(page, answer) {
    const start = pages.indexOf(page);
    const last = answer.batches.at(-1)?.id;
    const end = pages.findIndex(({ batches }, i) => i >= start && batches.some(({ id }) => id === last));
    const { after } = page;
    if (answer.next === null || end < 0) {
      // The list ends there, or so much is new that nobody knows what comes between.
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

  /** One that moved, since its state changed, is where it was seen last. */
  function once(batches) {
    const seen = new Set(batches.map(({ id }) => id));
    for (const page of pages.filter((page) => page.batches !== batches)) {
      page.batches = page.batches.filter(({ id }) => !seen.has(id));
    }
  }

  /** A few rows that were left over belong to the page behind them: each page is a request. */
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

  /** Brings rows up to date where they are. */
  function touch({ batches }) {
    const news = new Map(batches.map((batch) => [batch.id, batch]));
    for (const page of pages) {
      page.batches = page.batches.map((batch) => news.get(batch.id) ?? batch);
    }
  }

  return {
    all,
    hasMore: () => next !== null,
    /** How many came meanwhile, and wait until nobody is at the rows any more. */
    held: () => held.length,

    /** @param still whether rows are to stay where they are */
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
