// @ts-check
import { api, ApiError, path } from '../core/api.js';
import { Signal } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { newId } from './sheet-model.js';

const BATCH = 20;
/** Waits between tries while the station is not reached, ms. */
const BACK_OFF = [1000, 2000, 4000, 8000];
/** Wait before looking for a score that is being computed, ms. */
const SCORING = 3000;

/**
 * One attempt in this window. An answer counts here at once and waits, kept in the browser, until the station has made it
 * durable; it is sent again under the same id when nothing is known about it.
 */
export class TaskStore extends Signal {
  /** @param {string} id @param {string} account who is signed in @param {boolean} [preview] whether it is a task that a teacher looks at, of which nothing is kept */
  constructor(id, account, preview = false) {
    super();
    this.id = id;
    this.preview = preview;
    this.key = false;
    this.account = account;
    this.kept = `ots.attempt.${account}.${id}`;
    /** @type {any} */
    this.info = null;
    /** @type {Array<{ id: string, question: string, answer: string[] }>} */
    this.waiting = JSON.parse(localStorage.getItem(this.kept) ?? '[]');
    this.problem = '';
    this.offline = false;
    this.sending = false;
    this.finishing = false;
    this.tries = 0;
    this.closed = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.online = () => this.flush();
    window.addEventListener('online', this.online);
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
    window.removeEventListener('online', this.online);
  }

  get own() {
    return this.info?.owner === this.account;
  }

  get open() {
    return this.info !== null && this.own && !this.info.submitted && !this.finishing;
  }

  async load() {
    this.problem = '';
    try {
      this.info = await api.get(this.preview ? `${path`/api/hazop/tasks/${this.id}/preview`}${this.key ? '?key=1' : ''}` : path`/api/hazop/attempts/${this.id}`);
      this.offline = false;
      if (this.info.submitted || !this.own) {
        this.waiting = [];
        this.#keep();
      }
      this.flush();
    } catch (error) {
      this.problem = errorText(error);
    }
    this.#again();
    this.emit();
  }

  /** Looks again while the worksheet is being scored. */
  #again() {
    const { info } = this;
    if (info?.submitted && info.feedback && info.pending && info.waiting === 0 && info.level !== 'senior' && !this.closed) {
      clearTimeout(this.timer);
      this.timer = setTimeout(() => this.load(), SCORING);
    }
  }

  /** Shows the right answers, or hides them; what was tried stays. */
  async toggleKey() {
    const tried = new Map(this.questions.map((question) => [question.id, question.answer]));
    this.key = !this.key;
    await this.load();
    for (const question of this.questions) {
      question.answer = tried.get(question.id) ?? question.answer;
    }
    this.emit();
  }

  /** @returns {any[]} */
  get questions() {
    return this.info?.pages.flatMap((/** @type {any} */ page) => page.questions) ?? [];
  }

  /** The answer as it stands here. @param {any} question @returns {string[]} */
  answer(question) {
    return this.waiting.findLast?.((edit) => edit.question === question.id)?.answer ?? [...this.waiting].reverse().find((edit) => edit.question === question.id)?.answer ?? question.answer;
  }

  /** @param {any} question @param {string[]} answer */
  set(question, answer) {
    if (!this.open || question.checked || question.settled) {
      return;
    }
    if (this.preview) {
      question.answer = answer;
      this.emit();
      return;
    }
    const last = this.waiting[this.waiting.length - 1];
    if (last && last.question === question.id && !this.sending) {
      last.answer = answer;
    } else {
      this.waiting.push({ id: newId('a'), question: question.id, answer });
    }
    this.#keep();
    this.emit();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), 150);
  }

  #keep() {
    if (this.waiting.length === 0) {
      localStorage.removeItem(this.kept);
    } else {
      localStorage.setItem(this.kept, JSON.stringify(this.waiting));
    }
  }

  /** Sends what waits. */
  async flush() {
    if (this.sending || this.closed || this.waiting.length === 0 || !this.info) {
      return;
    }
    clearTimeout(this.timer);
    this.sending = true;
    const batch = this.waiting.slice(0, BATCH);
    try {
      const saved = await api.post(path`/api/hazop/attempts/${this.id}/answers`, { edits: batch });
      this.info.revision = saved.revision;
      this.#saved(batch);
      this.offline = false;
      this.tries = 0;
    } catch (error) {
      this.#failed(error, batch);
    }
    this.sending = false;
    this.emit();
    if (!this.offline) {
      this.flush();
    }
  }

  /** @param {Array<{ id: string, question: string, answer: string[] }>} batch */
  #saved(batch) {
    for (const edit of batch) {
      const question = this.questions.find((one) => one.id === edit.question);
      if (question) {
        question.answer = edit.answer;
      }
    }
    this.waiting = this.waiting.slice(batch.length);
    this.#keep();
  }

  /** @param {any} error @param {any[]} batch */
  #failed(error, batch) {
    const failure = error instanceof ApiError ? error : new ApiError(0, 'OFFLINE', null);
    if (failure.offline || failure.status >= 500) {
      this.offline = true;
      this.timer = setTimeout(() => this.flush(), BACK_OFF[Math.min(this.tries, BACK_OFF.length - 1)]);
      this.tries++;
    } else {
      // the station will never take these: they are dropped and its own state is shown
      this.problem = errorText(failure);
      this.waiting = this.waiting.slice(batch.length);
      this.#keep();
    }
  }

  /** Shows the right answer, submits or releases; only after everything is durable. @param {string} what @param {any} [body] */
  async finish(what, body = {}) {
    this.problem = '';
    try {
      while (this.waiting.length > 0 && !this.offline && !this.problem) {
        this.flush();
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
      if (this.waiting.length > 0) {
        throw new ApiError(0, 'OFFLINE', null);
      }
      this.finishing = true;
      this.info = await api.post(`${path`/api/hazop/attempts/${this.id}/`}${what}`, body);
    } catch (error) {
      this.problem = errorText(error);
    }
    this.finishing = false;
    this.#again();
    this.emit();
  }
}
