/**
 * All pages: the URL fragment, the lowest role that may open it, its place in the menu
 * (optional), and its module, loaded when it is first opened.
 *
 * A page's module exports `open({host, path, query, signal})`: render into `host`; `path` are the groups
 * of the pattern, `query` is the part after `?`; `signal` aborts when the page is left. It
 * may return a promise, whose failure is shown.
 */
export const routes = [
  { pattern: /^try-it$/, role: 'submitter', menu: 'try-it', module: () => import('./try-it/page.js') },
  { pattern: /^new$/, role: 'submitter', menu: 'new', module: () => import('./new/page.js') },
  { pattern: /^batches$/, role: 'viewer', menu: 'batches', module: () => import('./batches/page.js') },
  { pattern: /^batches\/([^/]+)$/, role: 'viewer', title: 'batches', module: () => import('./batch/page.js') },
  { pattern: /^overview$/, role: 'viewer', menu: 'overview', module: () => import('./overview/page.js') },
  { pattern: /^queues$/, role: 'operator', menu: 'queues', module: () => import('./queues/page.js') },
  { pattern: /^models$/, role: 'viewer', menu: 'models', module: () => import('./models/page.js') },
  { pattern: /^account$/, role: 'viewer', menu: 'account', module: () => import('./account/page.js') },
  { pattern: /^users$/, role: 'operator', menu: 'users', module: () => import('./users/page.js') },
  { pattern: /^audit$/, role: 'operator', menu: 'audit', module: () => import('./audit/page.js') },
];

export const find = (address) => routes.find(({ pattern }) => pattern.test(address));
