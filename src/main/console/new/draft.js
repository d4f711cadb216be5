/**
 * What somebody is about to submit. It outlives a reload, another page, a change of language and the
 * end of the session, in this tab and for the same user; a file outlives all but the reload.
 */

const KEPT = 'tiankong.draft';

/** Session storage is for text: of a file it gets the name, to say which one is to be chosen again. */
let chosen = null;

const blank = (owner) => ({
  owner,
  lines: '',
  /** {name, size, lastModified} of the file to send instead of the lines, or null. */
  file: null,
  charset: '',
  column: '',
  /** Options by their names in the API, as typed. */
  options: {},
  onError: 'fail',
  /** The idempotency key of a started submit: repeating it creates no second batch. */
  key: null,
});

/** The user's draft; a new one if there is none. */
export function resume(owner) {
  const draft = JSON.parse(sessionStorage.getItem(KEPT) ?? 'null');
  if (draft?.owner === owner) {
    return draft;
  }
  forget();
  return blank(owner);
}

/** The draft's file, or null if it has none or was chosen before the page was loaded. */
export const file = () => chosen;

export function choose(draft, taken) {
  chosen = taken;
  const { name, size, lastModified } = taken ?? {};
  const isSame = taken && draft.file?.name === name && draft.file.size === size && draft.file.lastModified === lastModified;
  if (!isSame) {
    Object.assign(draft, { file: taken && { name, size, lastModified }, charset: '', column: '' });
    changed(draft);
  }
}

/** Must be called after each change: different content with the same key would be refused. */
export function changed(draft) {
  draft.key = null;
  keep(draft);
}

/** The draft's idempotency key, created on first use. */
export function key(draft) {
  if (draft.key === null) {
    // Not randomUUID: browsers provide it only on pages with TLS.
    draft.key = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    keep(draft);
  }
  return draft.key;
}

export function forget() {
  chosen = null;
  sessionStorage.removeItem(KEPT);
}

function keep(draft) {
  try {
    sessionStorage.setItem(KEPT, JSON.stringify(draft));
  } catch {
    // Exceeds the browser's storage of about five million characters. An outdated draft would be worse than none.
    sessionStorage.removeItem(KEPT);
  }
}
