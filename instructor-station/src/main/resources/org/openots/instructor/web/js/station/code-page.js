// @ts-check
import { html, nothing } from 'lit';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { t } from '../core/i18n.js';
import { brand, priority } from '../core/icons.js';
import { path } from '../core/api.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';

/** Signs in with a code: one that was scanned is in the address, one that is read out is typed. */
class CodePage extends LightElement {
  static properties = { failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.failure = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    const code = location.hash.slice(1);
    if (code) {
      // not to be found in the history of the browser
      history.replaceState(null, '', location.pathname);
      this.#use(code);
    }
  }

  /** @param {string} code */
  async #use(code) {
    this.busy = true;
    this.failure = '';
    try {
      const run = await session.signInWithCode(code);
      router.go(run ? path`/run/${run}/graphic` : session.start, true);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** @param {SubmitEvent} event */
  #submit(event) {
    event.preventDefault();
    const code = String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('code') ?? '').trim();
    if (code) {
      this.#use(code);
    }
  }

  render() {
    return html`<div class="station cdp"><main><form class="sheet pad col" @submit=${this.#submit}>${brand}<h1>${t('code.title')}</h1><p class="mut">${t('code.text')}</p>
      <div><label class="l" for="code">${t('code.label')}</label><input id="code" name="code" class="field cdi" inputmode="numeric" autocomplete="one-time-code" spellcheck="false" maxlength="100"></div>
      ${this.failure ? html`<p class="row err" role="alert">${priority(2, 18)}<span>${this.failure}</span></p>` : nothing}
      <button class="btn act l ${this.busy ? 'busy' : ''}" ?disabled=${this.busy}>${t('sign-in.do')}</button><a class="btn q" href="/">${t('code.password')}</a></form></main></div>`;
  }
}

customElements.define('ots-code', CodePage);
