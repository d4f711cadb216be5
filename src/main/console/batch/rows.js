/**
 * The items of a batch, read as far as somebody looks at them. Either kind has `count()`, how many there are; `known()`,
 * whether there are no more; `at(place)`, undefined until it was read; `want(first, last)`, which reads what is missing
 * there; and `refresh(first, last)`, which reads that again because the batch goes on. `ask(query)` is a promise of a page.
 */

const PAGE = 100;
const KEPT = 60;

/** All items: whichever is wanted is asked for, since its place is its index. */
export function everything(ask, total) {
  const pages = new Map();
  const asked = new Map();

  async function load(number) {
    if (!asked.has(number)) {
      asked.set(number, whole(number).finally(() => asked.delete(number)));
    }
    pages.set(number, await asked.get(number));
  }

  /** In several pieces where texts are long. */
  async function whole(number) {
    const last = (number + 1) * PAGE - 1;
    const items = [];
    let end = last - PAGE;
    do {
      const page = await ask({ after: end, limit: last - end });
      items.push(...page.items);
      end = page.next;
    } while (end !== null && end < last);
    return items;
  }

  function numbers(first, last) {
    const from = Math.floor(first / PAGE);
    return Array.from({ length: Math.floor(last / PAGE) - from + 1 }, (_, i) => from + i);
  }

  function forget(first, many) {
    const distance = (number) => Math.abs(number - first / PAGE);
    const far = [...pages.keys()].sort((a, b) => distance(a) - distance(b));
    far.slice(many).forEach((number) => pages.delete(number));
  }

  return {
    count: () => total,
    known: () => true,
    at: (place) => pages.get(Math.floor(place / PAGE))?.[place % PAGE],
    async want(first, last) {
      await Promise.all(numbers(first, last).filter((number) => !pages.has(number)).map(load));
      forget(first, KEPT);
    },
    async refresh(first, last) {
      const seen = numbers(first, last);
      await Promise.all(seen.map(load));
      // What is elsewhere may have changed as well, and is read when it is looked at.
      [...pages.keys()].filter((number) => !seen.includes(number)).forEach((number) => pages.delete(number));
    },
  };
}

/**
 * Those that a filter lets through, one page after the other: nobody knows where the next one is.
 *
 * @param progress called after each page, of which there may be many with nothing in them
 */
export function found(ask, progress) {
  let pages = [];
  let items = [];
  let next = -1;
  let busy = Promise.resolve();

  /** Up to the first page that has anything in it. */
  async function read(after, told = () => {}) {
    let end = after;
    let page;
    do {
      page = await ask({ after: end, limit: PAGE });
      end = page.next;
      told(end);
    } while (page.items.length === 0 && end !== null);
    return { after, items: page.items, next: end };
  }

  function keep(all) {
    pages = all;
    items = pages.flatMap((page) => page.items);
    next = pages.length === 0 ? -1 : pages.at(-1).next;
  }

  async function grow(last) {
    while (next !== null && items.length <= last) {
      const page = await read(next, (end) => {
        next = end;
        progress();
      });
      keep([...pages, page]);
      progress();
    }
  }

  async function again(first, last) {
    const kept = [];
    let before = 0;
    while (kept.length < pages.length && before + pages[kept.length].items.length <= first) {
      before += pages[kept.length].items.length;
      kept.push(pages[kept.length]);
    }
    let after = kept.length === 0 ? -1 : kept.at(-1).next;
    while (after !== null && before <= last) {
      kept.push(await read(after));
      before += kept.at(-1).items.length;
      after = kept.at(-1).next;
    }
    keep(kept);
  }

  /** One after the other: each goes on from where the one before ended. */
  const inTurn = (task) => {
    busy = busy.catch(() => {}).then(task);
    return busy;
  };

  return {
    // A row more says that there is more to come.
    count: () => items.length + (next === null ? 0 : 1),
    known: () => next === null,
    number: () => items.length,
    /** How many items of the batch were looked at; null for all. */
    through: () => (next === null ? null : next + 1),
    at: (place) => items[place],
    want: (_, last) => inTurn(() => grow(last)),
    refresh: (first, last) => inTurn(() => again(first, last)),
  };
}
