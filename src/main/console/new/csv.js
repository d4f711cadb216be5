/** A CSV parser (RFC 4180), sufficient to find the columns and show the first texts. */

const TEXT = 'text';

/** @returns records as arrays of fields; one that is cut off at the end is left out */
export function records(text, most) {
  const found = [];
  for (let at = 0; at < text.length && found.length < most; ) {
    const record = scan(text, at);
    if (record === null) {
      break;
    }
    if (record.fields.length > 1 || record.fields[0].begin < record.fields[0].end) {
      found.push(record.fields.map(({ begin, end }) => value(text.slice(begin, end))));
    }
    at = record.next;
  }
  return found;
}

/**
 * The file under another name of that column, the one that the server asks for. All but the first
 * line stays where it is: nothing of it is read.
 *
 * @param bytes the beginning of the file
 */
export function renamed(file, bytes, column) {
  // A character a byte. In UTF-8 and GB18030 no other character has the bytes of a comma or a quotation mark in it.
  const text = new TextDecoder('latin1').decode(bytes);
  const marked = text.startsWith('ï»¿') ? 3 : 0;
  const { begin, end } = scan(text, marked).fields[column];
  return new Blob([file.slice(0, begin), TEXT, file.slice(end)]);
}

export const hasTextColumn = (names) => names.includes(TEXT);

/** Where the fields of the record are that begins there, or null if it does not end. */
function scan(text, start) {
  const fields = [];
  for (let at = start; ; at++) {
    const begin = at;
    at = quotedEnd(text, at);
    while (at < text.length && !',\r\n'.includes(text[at])) {
      at++;
    }
    if (at > text.length) {
      return null;
    }
    fields.push({ begin, end: at });
    if (text[at] !== ',') {
      return { fields, next: text.startsWith('\r\n', at) ? at + 2 : at + 1 };
    }
  }
}

/** Behind the quotation mark that closes the field; where it begins, if it has none; behind all, if it is not closed. */
function quotedEnd(text, begin) {
  let at = begin;
  // Two of them stand for one.
  while (text[at] === '"') {
    const close = text.indexOf('"', at + 1);
    at = close < 0 ? text.length + 1 : close + 1;
  }
  return at;
}

/** What follows a quotation belongs to its field. */
function value(field) {
  const end = quotedEnd(field, 0);
  return end > 0 ? field.slice(1, end - 1).replaceAll('""', '"') + field.slice(end) : field;
}
