// @ts-check
import { html, nothing } from 'lit';
import { ping } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { language, t, toggleLanguage } from '../core/i18n.js';
import { brand, icon, priority } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { rigArt } from './rig-art.js';

const PING_MS = 10_000;
/** A candidate at another computer than his own waits for the invigilator. */
const HANDOVER = 'OTS-EXAM-014';
/** How often it is asked whether he may, and how long, ms. */
const ASK_MS = 3000;
const ASK_LONGEST_MS = 300_000;

class SignIn extends LightElement {
  static properties = { failure: { state: true }, busy: { state: true }, latency: { state: true }, missing: { state: true }, waiting: { state: true } };

  constructor() {
    super();
    this.failure = '';
    this.busy = false;
    /** @type {number | null} */
    this.latency = null;
    this.missing = '';
    /** A sign-in that waits for the invigilator: what he is told, and until when it is tried again. @type {{ why: any, until: number } | null} */
    this.waiting = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.endings.push(() => clearTimeout(this.timer));
    this.#ping();
    this.every(PING_MS, () => this.#ping());
  }

  firstUpdated() {
    /** @type {HTMLElement | null} */ (this.querySelector('#account'))?.focus();
  }

  async #ping() {
    this.latency = await ping();
  }

  /** @param {SubmitEvent} event */
  async #submit(event) {
    event.preventDefault();
    const form = new FormData(/** @type {HTMLFormElement} */ (event.target));
    const account = String(form.get('account') ?? '').trim();
    const password = String(form.get('password') ?? '');
    this.missing = account === '' ? 'account' : password === '' ? 'password' : '';
    if (this.missing) {
      /** @type {HTMLElement | null} */ (this.querySelector(`#${this.missing}`))?.focus();
      return;
    }
    this.#signIn(account, password);
  }

  /** @param {string} account @param {string} password */
  async #signIn(account, password) {
    this.busy = true;
    this.failure = '';
    try {
      await session.signIn(account, password);
      this.waiting = null;
      router.enter(session.start);
    } catch (error) {
      this.#refused(error, account, password);
    }
    this.busy = false;
  }

  /** @param {any} error @param {string} account @param {string} password */
  #refused(error, account, password) {
    const until = this.waiting?.until ?? Date.now() + ASK_LONGEST_MS;
    const again = error.code === HANDOVER || (error.offline && this.waiting !== null);
    if (again && Date.now() < until && this.isConnected) {
      this.waiting = { why: error.code === HANDOVER ? error : this.waiting?.why, until };
      this.timer = setTimeout(() => this.waiting && this.#signIn(account, password), ASK_MS);
    } else {
      this.waiting = null;
      this.failure = errorText(error);
    }
  }

  #giveUp() {
    clearTimeout(this.timer);
    this.waiting = null;
    this.busy = false;
  }

  #wait() {
    return html`<div class="xsign" role="status"><p class="row">${icon('clock', 20)}<b>${t('ex.sign-in.wait')}</b></p><p>${this.waiting ? errorText(this.waiting.why) : ''}</p><p class="mut">${t('ex.sign-in.how')}</p></div><button type="button" class="btn l" data-act="give-up" @click=${() => this.#giveUp()}>${t('action.cancel')}</button>`;
  }

  render() {
    const seat = new URLSearchParams(location.search).get('seat') ?? localStorage.getItem('ots.seat') ?? '';
    const message = this.failure || (this.missing ? t(`sign-in.missing.${this.missing}`) : '');
    return html`<div class="station si"><div class="lp">${brand}${rigArt()}<p class="mut">${t('sign-in.slogan')}</p></div>
      <main class="r"><form class="col" @submit=${this.#submit}><div class="row seatl"><span class="seatn">${seat || t('sign-in.title')}</span>${seat ? html`<span>${t('sign-in.seat')}</span>` : nothing}<span class="sp"></span>
        <button type="button" class="btn s q" lang=${language() === 'en' ? 'zh' : 'en'} @click=${() => toggleLanguage()}>${t('language.other.long')}</button></div><hr>
      <div><label class="cap" for="account">${t('sign-in.account')}</label><input id="account" name="account" class="field" autocomplete="username" autocapitalize="off" spellcheck="false"></div>
      <div><label class="cap" for="password">${t('sign-in.password')}</label><input id="password" name="password" class="field" type="password" autocomplete="current-password"></div>
      ${message ? html`<p class="row err" role="alert">${priority(2, 18)}<span>${message}</span></p>` : nothing}
      ${this.waiting ? this.#wait() : html`<button class="btn act l ${this.busy ? 'busy' : ''}" ?disabled=${this.busy}>${t('sign-in.do')}</button>`}<p class="mut">${t('sign-in.forgot')} <a href="/code">${t('code.link')}</a></p><hr>
      <p class="row cap">${icon(this.latency === null ? 'broken' : 'link')}${this.latency === null ? t('sign-in.offline') : t('sign-in.online', Math.max(1, Math.round(this.latency)))}</p></form></main></div>`;
  }
}

customElements.define('ots-sign-in', SignIn);
