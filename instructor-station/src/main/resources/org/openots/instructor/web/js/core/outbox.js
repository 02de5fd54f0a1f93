// @ts-check
import { api, ApiError, path } from './api.js';
import { Signal } from './element.js';

/** @typedef {{ cid: string, target: string, verb: string, value: number, text: string }} Operation */

const RETRY_MS = 2000;
const SERVER_ERROR_TRIES = 4;
const SIGNED_OUT = 401;

/** An id no other browser makes; works on plain http, where crypto.randomUUID is missing. */
function newId() {
  return Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/**
 * Operations on their way to the server, in order and one at a time. An operation stays here until the server has
 * answered for it; it is sent again under the same id, so that it never counts twice.
 */
export class Outbox extends Signal {
  /** @param {string} runId */
  constructor(runId) {
    super();
    this.runId = runId;
    this.stored = `ots.outbox.${runId}`;
    /** @type {Operation[]} */
    this.waiting = JSON.parse(sessionStorage.getItem(this.stored) ?? '[]');
    /** @type {Map<string, { resolve: (answer: any) => void, reject: (error: any) => void }>} */
    this.callers = new Map();
    this.sending = false;
    this.saved = 0;
    this.tries = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  /**
   * Sends an operation; the result is the server's answer, or its refusal as an ApiError.
   * @param {string} target
   * @param {string} verb
   * @param {number} [value]
   * @param {string} [text]
   * @returns {Promise<any>}
   */
  send(target, verb, value = 0, text = '') {
    const operation = { cid: newId(), target, verb, value, text };
    this.waiting.push(operation);
    this.#keep();
    const answer = new Promise((resolve, reject) => this.callers.set(operation.cid, { resolve, reject }));
    this.flush();
    return answer;
  }

  /** Tries again at once, for example because the connection is back. */
  flush() {
    clearTimeout(this.timer);
    if (!this.sending && this.waiting.length > 0) {
      this.#next();
    }
  }

  close() {
    clearTimeout(this.timer);
    this.closed = true;
  }

  async #next() {
    this.sending = true;
    const operation = this.waiting[0];
    try {
      const answer = await api.post(path`/api/runs/${this.runId}/commands`, operation);
      this.saved = Math.max(this.saved, answer?.saved ?? 0);
      this.#done(operation, (caller) => caller.resolve(answer));
    } catch (error) {
      this.tries++;
      const failure = error instanceof ApiError ? error : new ApiError(0, 'OFFLINE', null);
      if (failure.status === SIGNED_OUT) {
        // kept: whoever signs in again at this window sends it
        this.sending = false;
        this.emit();
        return;
      }
      const again = failure.offline || (failure.status >= 500 && this.tries < SERVER_ERROR_TRIES);
      if (again) {
        this.sending = false;
        if (!this.closed) {
          this.timer = setTimeout(() => this.flush(), RETRY_MS);
        }
        this.emit();
        return;
      }
      this.#done(operation, (caller) => caller.reject(failure));
    }
    this.sending = false;
    this.flush();
  }

  /**
   * @param {Operation} operation
   * @param {(caller: { resolve: (answer: any) => void, reject: (error: any) => void }) => void} tell
   */
  #done(operation, tell) {
    this.tries = 0;
    this.waiting = this.waiting.filter((one) => one.cid !== operation.cid);
    this.#keep();
    const caller = this.callers.get(operation.cid);
    this.callers.delete(operation.cid);
    if (caller) {
      tell(caller);
    }
  }

  #keep() {
    if (this.waiting.length === 0) {
      sessionStorage.removeItem(this.stored);
    } else {
      sessionStorage.setItem(this.stored, JSON.stringify(this.waiting));
    }
    this.emit();
  }
}
