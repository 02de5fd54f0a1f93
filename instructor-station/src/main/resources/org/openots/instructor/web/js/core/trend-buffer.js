// @ts-check
import { api, path } from './api.js';

/** Room for points beyond the ones asked for, before the buffer is asked for anew. */
const SPARE = 1200;

/** A hole longer than this, s, is filled from the server's history: two frames are at most 10 s apart at the highest speed. */
const GAP_S = 30;

/** The curves of some tags over a window that ends at the present or at a chosen time. */
export class TrendBuffer {
  /** @param {import('./run-store.js').RunStore} store */
  constructor(store) {
    this.store = store;
    /** @type {number[]} */
    this.times = [];
    /** @type {Record<string, Array<number | null>>} */
    this.series = {};
    /** @type {string[]} */
    this.tags = [];
    this.turn = 0;
    this.loading = false;
  }

  /**
   * @param {string[]} tags
   * @param {number} from
   * @param {number} to
   * @param {number} points
   */
  async load(tags, from, to, points) {
    const turn = ++this.turn;
    this.loading = true;
    try {
      const answer = await api.get(`${path`/api/runs/${this.store.runId}/trend`}?tags=${tags.map(encodeURIComponent).join(',')}&from=${Math.max(0, from)}&to=${to}&points=${points}`);
      if (turn === this.turn) {
        this.tags = tags;
        this.times = answer.t;
        this.series = answer.series;
        this.limit = points + SPARE;
      }
    } finally {
      if (turn === this.turn) {
        this.loading = false;
      }
    }
  }

  /** Takes the store's latest values; true when the buffer should be loaded anew. */
  append() {
    const { time } = this.store;
    const last = this.times[this.times.length - 1] ?? -1;
    if (this.loading || time === last) {
      return false;
    }
    if (time < last || time - last > GAP_S) {
      return true;
    }
    this.times.push(time);
    for (const tag of this.tags) {
      this.series[tag]?.push(this.store.trusted(tag) ?? null);
    }
    return this.times.length > (this.limit ?? SPARE);
  }

  /**
   * The value at a time: the last one not after it.
   * @param {string} tag
   * @param {number} time
   */
  at(tag, time) {
    const values = this.series[tag];
    if (!values || this.times.length === 0 || time < this.times[0]) {
      return null;
    }
    let low = 0;
    let high = this.times.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.times[middle] <= time) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return values[low] ?? null;
  }

  /**
   * Smallest and largest value from a time on.
   * @param {string} tag
   * @param {number} from
   * @param {number} to
   * @returns {[number | null, number | null]}
   */
  extent(tag, from, to) {
    let low = Infinity;
    let high = -Infinity;
    (this.series[tag] ?? []).forEach((value, i) => {
      if (value !== null && this.times[i] >= from && this.times[i] <= to) {
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    });
    return low === Infinity ? [null, null] : [low, high];
  }
}
