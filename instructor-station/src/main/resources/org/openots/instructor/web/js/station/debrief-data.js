// @ts-check
import { api, path } from '../core/api.js';
import { language } from '../core/i18n.js';

/** Rests between two questions, ms: short at first, as most runs are short. */
const RESTS = [120, 200, 300, 500, 800];
const LAST_REST = 1000;

/**
 * Something the station makes of a run by playing it once more: its debrief as data, or as a file.
 */
export class Making {
  /**
   * @param {string} run
   * @param {'data' | 'pdf' | 'zip'} format
   * @param {() => void} changed called when there is news
   */
  constructor(run, format, changed) {
    this.run = run;
    this.format = format;
    this.changed = changed;
    this.progress = 0;
    this.state = 'waiting';
    /** @type {any} */
    this.problem = null;
    this.k = '';
    this.left = false;
  }

  get busy() {
    return this.state === 'waiting' || this.state === 'working';
  }

  get address() {
    return path`/api/runs/${this.run}/debrief/${this.k}/file`;
  }

  /** Waits until it is made, was stopped or failed. */
  async done() {
    this.#take(await api.post(path`/api/runs/${this.run}/debrief`, { format: this.format, lang: language() === 'en' ? 'en' : 'zh' }));
    for (let i = 0; this.busy && !this.left; i++) {
      await new Promise((resolve) => { setTimeout(resolve, RESTS[i] ?? LAST_REST); });
      if (this.busy && !this.left) {
        this.#take(await api.get(path`/api/runs/${this.run}/debrief/${this.k}`));
      }
    }
    return this.state === 'done';
  }

  /** @param {any} answer */
  #take(answer) {
    this.k = answer.k;
    this.state = answer.state;
    this.progress = answer.progress;
    this.problem = answer.problem ?? null;
    this.changed();
  }

  async stop() {
    if (this.k && this.busy) {
      this.#take(await api.delete(path`/api/runs/${this.run}/debrief/${this.k}`));
      this.state = 'stopped';
      this.changed();
    }
  }

  /** Nobody looks any more. */
  leave() {
    this.left = true;
    this.stop().catch(() => undefined); // whoever has gone needs no answer
  }
}
