// @ts-check
import { api } from './api.js';
import { Signal } from './element.js';
import { setLanguage, storedLanguage } from './i18n.js';

/** @typedef {{ account: string, name: string, role: string, seat?: string, lang?: string, room?: string }} Me */

class Session extends Signal {
  constructor() {
    super();
    /** @type {Me | null} */
    this.me = null;
    this.known = false;
  }

  async load() {
    try {
      this.me = await api.get('/api/me');
    } catch (error) {
      if (/** @type {any} */ (error).status !== 401) {
        throw error;
      }
      this.me = null;
    }
    this.known = true;
    this.emit();
  }

  /**
   * @param {string} account
   * @param {string} password
   */
  async signIn(account, password) {
    this.me = await api.post('/api/sign-in', { account, password });
    if (this.me?.lang && localStorage.getItem('ots.language') === null && this.me.lang !== storedLanguage()) {
      await setLanguage(this.me.lang);
    }
    this.emit();
  }

  async signOut() {
    await api.post('/api/sign-out');
    this.me = null;
    this.emit();
  }

  /** The page a person starts from. */
  get start() {
    switch (this.me?.role) {
      case undefined: return '/sign-in';
      case 'admin': return '/users';
      case 'student': return '/home';
      case 'assessor':
      case 'exam-officer': return '/desk';
      default: return '/class';
    }
  }
}

export const session = new Session();
