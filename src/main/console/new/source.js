import { hasTextColumn, records, renamed } from './csv.js';
import { Hindrance } from './refusal.js';

/** The body to send and its beginning: only this much of a file is inspected. */

const BEGINNING = 64 * 1024;
const SHOWN = 5;
const TYPES = {
  txt: 'text/plain',
  csv: 'text/csv',
  jsonl: 'application/x-ndjson',
  ndjson: 'application/x-ndjson',
  json: 'application/json',
};
const UTF_8 = 'UTF-8';
/** The charset of Chinese spreadsheet programs; a superset of GBK. */
const GB18030 = 'GB18030';

export const CHARSETS = [UTF_8, GB18030];

/** For the `accept` attribute of the file input. */
export const ENDINGS = [...Object.keys(TYPES).map((ending) => `.${ending}`), '.gz'].join(',');

/**
 * The request for pasted lines.
 *
 * @returns body; headers; first: the first texts
 */
export function ofLines(lines) {
  return {
    body: new Blob([lines]),
    headers: { 'Content-Type': `text/plain; charset=${UTF_8}` },
    first: plain(lines.slice(0, BEGINNING)).slice(0, SHOWN),
  };
}

/**
 * The same for a file.
 *
 * @param draft charset and column, if chosen
 * @returns also charset, if others are possible; columns, for a CSV whose texts may be in any of them
 * @throws Hindrance if it cannot be read
 */
export async function ofFile(file, draft) {
  const [, ending, gz] = file.name.toLowerCase().match(/\.([^.]+?)(\.gz)?$/) ?? [];
  const type = TYPES[ending];
  if (!type) {
    throw new Hindrance('unknown-ending', file.name);
  }
  const { bytes, whole } = await beginning(file, gz);
  const isText = type.startsWith('text/');
  const charset = draft.charset || (isText && !isUtf8(bytes) ? GB18030 : UTF_8);
  const decoded = new TextDecoder(charset).decode(bytes, { stream: !whole });
  const text = whole ? decoded : complete(decoded);
  const headers = { 'Content-Type': isText ? `${type}; charset=${charset}` : type };
  if (gz) {
    headers['Content-Encoding'] = 'gzip';
  }
  const source = { charset: isText ? charset : null, headers, body: file, columns: null };
  if (type === TYPES.csv) {
    return { ...source, ...table(file, bytes, text, { packed: Boolean(gz), column: draft.column }) };
  }
  const read = { [TYPES.txt]: plain, [TYPES.jsonl]: jsonLines, [TYPES.json]: json }[type];
  return { ...source, first: read(text).slice(0, SHOWN) };
}

/** Browsers refuse to read a file that was modified after it was chosen. */
export async function isReadable(file) {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

async function beginning(file, gz) {
  try {
    return gz ? await unpacked(file) : await plainBeginning(file);
  } catch {
    throw new Hindrance((await isReadable(file)) ? 'damaged' : 'file-changed');
  }
}

async function plainBeginning(file) {
  return { bytes: new Uint8Array(await file.slice(0, BEGINNING).arrayBuffer()), whole: file.size <= BEGINNING };
}

/** From the whole file, since truncated gzip data cannot be decompressed; only as much as needed is read. */
async function unpacked(file) {
  const reader = file.stream().pipeThrough(new DecompressionStream('gzip')).getReader();
  const bytes = new Uint8Array(BEGINNING);
  let length = 0;
  while (length < BEGINNING) {
    const { done, value } = await reader.read();
    if (done) {
      return { bytes: bytes.subarray(0, length), whole: true };
    }
    bytes.set(value.subarray(0, BEGINNING - length), length);
    length += value.length;
  }
  await reader.cancel();
  return { bytes, whole: false };
}

function isUtf8(bytes) {
  try {
    // As a stream: the last character may be incomplete.
    new TextDecoder(UTF_8, { fatal: true }).decode(bytes, { stream: true });
    return true;
  } catch {
    return false;
  }
}

/** Without the last line, which is incomplete. */
const complete = (text) => (text.includes('\n') ? text.slice(0, text.lastIndexOf('\n')) : text);

const plain = (text) => text.split(/\r\n|\r|\n/).map((line) => line.trim()).filter(Boolean);

const jsonLines = (text) =>
  plain(text).flatMap((line) => {
    try {
      const value = JSON.parse(line);
      return [typeof value === 'string' ? value : value.text].filter((found) => typeof found === 'string');
    } catch {
      // The server reports errors line by line.
      return [];
    }
  });

/** Strings with a blank, which are the texts; avoids a parser for truncated documents. */
const json = (text) =>
  [...text.matchAll(/"(?:[^"\\]|\\.)*"/g)].map(([string]) => JSON.parse(string)).filter((string) => string.includes('[MASK]'));

function table(file, bytes, text, { packed, column }) {
  const [names = [], ...rows] = records(text, SHOWN + 1);
  if (hasTextColumn(names)) {
    return { first: rows.map((row) => row[names.indexOf('text')] ?? '') };
  }
  if (packed) {
    throw new Hindrance('no-text-column', names.join(', '));
  }
  const holdsTexts = (i) => rows.some((row) => row[i]?.includes('[MASK]'));
  const chosen = column === '' ? Math.max(0, names.findIndex((_, i) => holdsTexts(i))) : Number(column);
  return {
    columns: names,
    column: chosen,
    body: renamed(file, bytes, chosen),
    first: rows.map((row) => row[chosen] ?? ''),
  };
}
