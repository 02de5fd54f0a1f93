// @ts-check
import { api } from './api.js';
import { Signal } from './element.js';
import { setLanguage, storedLanguage } from './i18n.js';

/** @typedef {{ account: string, name: string, role: string, seat?: string, lang?: string, room?: string }} Me */

/** Whether somebody signed in at this browser and may still be; the sign-in itself is in a cookie that scripts cannot read. */
const SIGNED_IN = 'ots.signed-in';

/** How often a page shows the station that somebody is there, ms; a third of what the station waits. */
const SIGN_OF_LIFE_MS = 30_000;

class Session extends Signal {
  constructor() {
    super();
    /** @type {Me | null} */
    this.me = null;
    this.known = false;
    setInterval(() => this.#live(), SIGN_OF_LIFE_MS);
  }

  /** Pages without a socket would be taken for closed. */
  async #live() {
    if (!this.me || document.visibilityState !== 'visible') {
      return;
    }
    try {
      await api.get('/api/me');
    } catch (error) {
      if (/** @type {any} */ (error).status === 401) {
        this.forget();
      }
    }
  }

  async load() {
    if (localStorage.getItem(SIGNED_IN) === null && ['/', '/sign-in'].includes(location.pathname)) {
      // nobody ever signed in at this browser: no need to ask who it is
      this.known = true;
      this.emit();
      return;
    }
    try {
      this.me = await api.get('/api/me');
    } catch (error) {
      if (/** @type {any} */ (error).status !== 401) {
        throw error;
      }
      this.forget();
    }
    this.known = true;
    this.emit();
  }

  /**
   * @param {string} account
   * @param {string} password
   */
  async signIn(account, password) {
    await this.#enter(await api.post('/api/sign-in', { account, password }));
  }

  /**
   * Signs in with a code that was scanned or read out.
   * @param {string} code
   * @returns {Promise<string>} the run this person left open; empty when there is none
   */
  async signInWithCode(code) {
    const me = await api.post('/api/sign-in/code', { code });
    await this.#enter(me);
    return me.run ?? '';
  }

  /** @param {Me} me */
  async #enter(me) {
    this.me = me;
    localStorage.setItem(SIGNED_IN, '1');
    if (this.me?.lang && localStorage.getItem('ots.language') === null && this.me.lang !== storedLanguage()) {
      await setLanguage(this.me.lang);
    }
    this.emit();
  }

  /** The sign-in has ended at the station: back to the page that asks for one. */
  forget() {
    this.me = null;
    localStorage.removeItem(SIGNED_IN);
    this.emit();
  }

  async signOut() {
    await api.post('/api/sign-out');
    this.forget();
  }

  /** The page a person starts from. */
  get start() {
    switch (this.me?.role) {
      case undefined: return '/sign-in';
      case 'admin': return '/people';
      case 'student': return '/home';
      case 'rig-engineer': return '/rig';
      case 'assessor':
      case 'invigilator':
      case 'exam-officer': return '/exams';
      default: return '/class';
    }
  }
}

export const session = new Session();
