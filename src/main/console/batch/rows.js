/**
 * The items of a batch, loaded as they are viewed. Both kinds have `count()`, the number of items; `known()`,
 * whether that number is final; `at(place)`, undefined until loaded; `want(first, last)`, which loads what is missing
 * there; and `refresh(first, last)`, which reloads that range as the batch progresses. `ask(query)` is a promise of a page.
 */

const PAGE = 100;
const KEPT = 60;

/** All items: any of them can be requested directly, since its place is its index. */
export function everything(ask, total) {
  const pages = new Map();
  const asked = new Map();

  async function load(number) {
    if (!asked.has(number)) {
      asked.set(number, whole(number).finally(() => asked.delete(number)));
    }
    pages.set(number, await asked.get(number));
  }

  /** In several requests if texts are long. */
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
      // Other rows may have changed as well; they are reloaded when viewed.
      [...pages.keys()].filter((number) => !seen.includes(number)).forEach((number) => pages.delete(number));
    },
  };
}

/**
 * Items that match a filter, one page after the other: the position of the next match is unknown.
 *
 * @param progress called after each page; many pages may be empty
 */
export function found(ask, progress) {
  let pages = [];
  let items = [];
  let next = -1;
  let busy = Promise.resolve();

  /** Reads up to the first page that is not empty. */
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

  /** One after the other: each continues where the previous one ended. */
  const inTurn = (task) => {
    busy = busy.catch(() => {}).then(task);
    return busy;
  };

  return {
    // One more row indicates that more will follow.
    count: () => items.length + (next === null ? 0 : 1),
    known: () => next === null,
    number: () => items.length,
    /** How many items of the batch were searched; null for all. */
    through: () => (next === null ? null : next + 1),
    at: (place) => items[place],
    want: (_, last) => inTurn(() => grow(last)),
    refresh: (first, last) => inTurn(() => again(first, last)),
  };
}
