/** An error response of the server: problem details (RFC 9457). */
export class Problem extends Error {
  constructor(status, body) {
    super(body.detail ?? body.title ?? `HTTP ${status}`);
    this.status = status;
    /** The part of the type that is for programs, such as `no-such-batch`. */
    this.code = (body.type ?? '').replace('urn:tiankong:problem:', '');
    /** The values for the console's own message, by name. */
    this.parameters = body.parameters ?? {};
    this.body = body;
  }
}

/** Called when the session has ended. */
let signedOut = () => {};

export function onSignedOut(listener) {
  signedOut = listener;
}

/**
 * Sends a request and reads the JSON of the response; null if it has none.
 *
 * @param options body: what becomes JSON, or a Blob as it is; query: members of the query string,
 *     those without a value left out; headers; signal; password: {name, password}, for routes that
 *     a session does not open
 */
export async function call(method, path, options = {}) {
  const { url, headers, body } = request(path, options);
  const answer = await fetch(url, { method, headers, body, signal: options.signal });
  if (answer.ok) {
    return answer.status === 204 || answer.headers.get('Content-Length') === '0' ? null : answer.json();
  }
  throw refusal(answer.status, await answer.text(), options);
}

/**
 * Like `call`, for a large body: `fetch` does not report upload progress.
 *
 * @param options as in `call`, and progress: called with the number of bytes sent
 */
export async function upload(method, path, options) {
  const { url, headers, body } = request(path, options);
  options.signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const sent = new XMLHttpRequest();
    sent.upload.addEventListener('progress', ({ loaded }) => options.progress(loaded));
    sent.addEventListener('load', () =>
      sent.status < 300 ? resolve(JSON.parse(sent.responseText)) : reject(refusal(sent.status, sent.responseText, options)));
    // The same errors as with `fetch`.
    sent.addEventListener('error', () => reject(new TypeError('The connection failed')));
    sent.addEventListener('abort', () => reject(new DOMException('Given up', 'AbortError')));
    options.signal.addEventListener('abort', () => sent.abort());
    sent.open(method, url);
    headers.forEach((value, name) => sent.setRequestHeader(name, value));
    sent.send(body);
  });
}

export const get = (path, query, signal) => call('GET', path, { query, signal });
export const post = (path, body, query) => call('POST', path, { body, query });
export const remove = (path) => call('DELETE', path);

export function address(path, query = {}) {
  const members = Object.entries(query).filter(([, value]) => value !== undefined && value !== null && value !== '');
  return members.length === 0 ? path : `${path}?${new URLSearchParams(members)}`;
}

function request(path, options) {
  const headers = new Headers(options.headers);
  // Prevents a challenge in the response, for which the browser would ask for a password itself.
  headers.set('X-Requested-With', 'XMLHttpRequest');
  headers.set('Accept', 'application/json');
  if (options.password) {
    headers.set('Authorization', basic(options.password));
  }
  let body = options.body;
  if (body !== undefined && !(body instanceof Blob)) {
    headers.set('Content-Type', 'application/json');
    body = JSON.stringify(body);
  }
  return { url: address(path, options.query), headers, body };
}

function refusal(status, text, options) {
  if (status === 401 && !options.password) {
    signedOut();
  }
  try {
    return new Problem(status, JSON.parse(text));
  } catch {
    return new Problem(status, {});
  }
}

function basic({ name, password }) {
  const bytes = new TextEncoder().encode(`${name}:${password}`);
  return `Basic ${btoa(String.fromCharCode(...bytes))}`;
}
