// @ts-check
import { api } from '../core/api.js';
import { Signal } from '../core/element.js';
import { errorText } from '../core/errors.js';

/** How the bridge to the rig is, asked for again and again while somebody looks. */
export class RigStatus extends Signal {
  constructor() {
    super();
    /** @type {import('./rig-words.js').Rig | null} */
    this.data = null;
    this.failure = '';
    this.asking = false;
  }

  /**
   * Asks now and then again and again.
   * @param {number} milliseconds
   * @returns {() => void} ends it
   */
  every(milliseconds) {
    this.load();
    const timer = setInterval(() => document.visibilityState === 'visible' && this.load(), milliseconds);
    return () => clearInterval(timer);
  }

  async load() {
    if (this.asking) {
      return;
    }
    this.asking = true;
    try {
      this.data = await api.get('/api/rig');
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
    this.asking = false;
    this.emit();
  }
}
