// @ts-check
/** Requests to the station. A failed one is an ApiError with the server's code and message in both languages. */

/** Code of a refusal because the person is in an exam; the page is told, so that it goes there. */
const IN_EXAM = 'OTS-EXAM-024';
export const EXAM_EVENT = 'ots-exam-live';

export class ApiError extends Error {
  /**
   * @param {number} status HTTP status, 0 when the server was not reached
   * @param {string} code
   * @param {import('./i18n.js').LocalText | null} text
   */
  constructor(status, code, text) {
    super(`${code} (HTTP ${status})`);
    this.status = status;
    this.code = code;
    this.text = text;
  }

  /** The server was not reached, so nothing is known about what was asked. */
  get offline() {
    return this.status === 0;
  }
}

/**
 * @param {string} method
 * @param {string} path
 * @param {any} [body]
 */
async function request(method, path, body) {
  /** @type {RequestInit} */
  const options = { method, headers: { Accept: 'application/json' }, credentials: 'same-origin' };
  if (body instanceof Blob) {
    options.headers = { Accept: 'application/json', 'Content-Type': 'application/octet-stream' };
    options.body = body;
  } else if (method !== 'GET') {
    options.headers = { Accept: 'application/json', 'Content-Type': 'application/json' };
    options.body = JSON.stringify(body ?? {});
  }
  let answer;
  try {
    answer = await fetch(path, options);
  } catch {
    throw new ApiError(0, 'OFFLINE', null);
  }
  const text = await answer.text();
  /** @type {any} */
  let data = null;
  try {
    data = text === '' ? null : JSON.parse(text);
  } catch {
    throw new ApiError(answer.status, 'NOT_JSON', null);
  }
  if (!answer.ok) {
    if (data?.code === IN_EXAM) {
      window.dispatchEvent(new Event(EXAM_EVENT));
    }
    throw new ApiError(answer.status, data?.code ?? `HTTP_${answer.status}`, data?.message ?? null);
  }
  return data;
}

export const api = {
  /** @param {string} path */
  get: (path) => request('GET', path),
  /**
   * @param {string} path
   * @param {any} [body]
   */
  post: (path, body) => request('POST', path, body),
  /**
   * Sends a file as it is.
   * @param {string} path
   * @param {Blob} file
   */
  upload: (path, file) => request('POST', path, file),
  /** @param {string} path */
  delete: (path) => request('DELETE', path),
};

/**
 * Whether the station answers at all, and after how long, ms; null when it is not reached. Needs no sign-in and keeps
 * none alive.
 */
export async function ping() {
  const start = performance.now();
  try {
    await fetch('/icon.svg', { cache: 'no-store' });
    return performance.now() - start;
  } catch {
    return null;
  }
}

/**
 * How far the station's clock is ahead of this browser's, ms, to the second; 0 when the station does not tell. What the
 * station keeps by the wall clock is asked for by its clock and not by that of a seat.
 */
export async function clockAhead() {
  try {
    const answer = await fetch('/icon.svg', { cache: 'no-store' });
    const there = Date.parse(answer.headers.get('date') ?? '');
    return Number.isNaN(there) ? 0 : there - Date.now();
  } catch {
    return 0;
  }
}

/**
 * A path with its parts escaped.
 * @param {TemplateStringsArray} strings
 * @param {...(string | number)} values
 */
export function path(strings, ...values) {
  return strings.reduce((all, part, i) => all + encodeURIComponent(String(values[i - 1] ?? '')) + part);
}

/** @param {string} route for example /ws/class */
export function socketAddress(route) {
  const address = new URL(route, location.href);
  address.protocol = address.protocol === 'https:' ? 'wss:' : 'ws:';
  return address.href;
}

/**
 * Ends a socket for good and without a word. One that is still being opened is closed as soon as
 * it is open: closed before, the browser reports an error where nothing is wrong.
 *
 * @param {WebSocket | undefined} socket
 */
export function closeSocket(socket) {
  if (!socket) {
    return;
  }
  socket.onmessage = null;
  socket.onclose = null;
  if (socket.readyState === WebSocket.CONNECTING) {
    socket.onopen = () => socket.close();
  } else {
    socket.close();
  }
}
