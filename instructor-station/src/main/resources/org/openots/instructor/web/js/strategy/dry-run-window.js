// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { modal, shut } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { fieldName } from './strategy-words.js';

const POLL_MS = 1000;

/** A dry run: begun when the window opens, with its progress and what came of it. */
class DryRunWindow extends LightElement {
  static properties = { strategy: {}, version: {}, token: {}, view: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.strategy = '';
    this.version = 0;
    this.token = '';
    /** @type {any} */
    this.view = null;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#ask('POST', '');
    this.every(POLL_MS, () => this.view?.state === 'running' && this.#ask('GET', ''));
  }

  /** @param {string} method @param {string} more */
  async #ask(method, more) {
    const address = path`/api/strategies/${this.strategy}/dry-run` + more;
    try {
      this.view = method === 'GET' ? await api.get(address) : await api.post(address, more ? {} : { version: this.version, token: this.token });
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  #closed() {
    this.dispatchEvent(new CustomEvent('done'));
  }

  render() {
    const { view } = this;
    const running = view?.state === 'running';
    return modal(t('strategy.dry'), () => this.#closed(), html`<h2>${t('strategy.dry')}</h2>
      ${this.failure ? html`<p class="wrong" role="alert">${this.failure}</p>` : nothing}
      ${view?.failure ? html`<p class="wrong" role="alert">${pick(view.failure.message)}</p>` : nothing}
      ${running ? html`<p role="status">${t('strategy.dry.running', Math.floor(100 * view.share))}</p><progress max="1" .value=${view.share} aria-label=${t('strategy.dry')}></progress>` : nothing}
      ${view?.state === 'cancelled' ? html`<p role="status">${t('strategy.dry.cancelled')}</p>` : nothing}
      ${view?.result ? this.#result(view.result) : nothing}
      <p class="row">${running ? html`<button class="btn" @click=${() => this.#ask('POST', '/cancel')}>${t('strategy.dry.cancel')}</button>` : nothing}<button class="btn" autofocus @click=${shut}>${t('action.close')}</button></p>`, 'dialog');
  }

  /** @param {any} result */
  #result(result) {
    return html`<p role="status"><b>${t(result.passed ? 'strategy.dry.passed' : 'strategy.dry.failed')}</b> ${t('strategy.dry.rule')}</p>
      <div class="syd"><table class="t"><thead><tr><th>${fieldName('/task')}</th><th class="num">${t('strategy.dry.expert')}</th><th class="num">${t('strategy.dry.idle')}</th><th>${t('strategy.dry.verdict')}</th></tr></thead>
      <tbody>${result.parts.map((/** @type {any} */ part) => html`<tr><td>${part.section} ${part.task} ${part.fault}</td><td class="num">${part.expert === undefined ? '–' : number(part.expert, 1)}</td><td class="num">${number(part.idle, 1)}</td>
        <td>${t(`strategy.dry.${part.verdict}`)}${part.unearned.length > 0 ? html`<br><span class="cap">${t('strategy.dry.unearned', part.unearned.join(' '))}</span>` : nothing}</td></tr>`)}</tbody></table></div>`;
  }
}

customElements.define('ots-dry-run', DryRunWindow);
