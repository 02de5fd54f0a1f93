// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { modal, shut, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';

const SECOND_MS = 1000;
const MEGA = 1e6;
const OWN_ADDRESS = /^(localhost|127\.|\[?::1)/;

/** How to come into this run with the 3D field station: a ticket, what to type on the lab PC, where to get the program. */
class Field3d extends LightElement {
  static properties = { runId: {}, open: { state: true }, ticket: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.runId = '';
    this.open = false;
    /** @type {{ digits: string, until: number, megabytes: number } | null} */
    this.ticket = null;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(SECOND_MS, () => this.open && this.requestUpdate());
  }

  render() {
    return html`<button class="t3d" title=${t('field3d.open')} aria-haspopup="dialog" @click=${() => this.#show()}>${icon('cube')}${t('field3d.tab')}</button>
      ${this.open ? modal(t('field3d.title'), () => { this.open = false; }, this.#content(), 'dialog') : nothing}`;
  }

  #show() {
    this.open = true;
    this.#issue();
  }

  async #issue() {
    this.failure = '';
    this.ticket = null;
    try {
      const answer = await api.post(path`/api/runs/${this.runId}/field-ticket`);
      this.ticket = { digits: answer.ticket, until: Date.parse(answer.until), megabytes: answer.packageBytes / MEGA };
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  #content() {
    const { ticket } = this;
    return html`<div class="f3d"><h2>${icon('cube', 24)}${t('field3d.title')}</h2><p>${t('field3d.how')}</p>
      ${ticket ? this.#joining(ticket) : this.failure ? wrong(this.failure) : html`<p class="row busy">${t('field3d.wait')}</p>`}
      <p class="row">${ticket ? html`<button class="btn" @click=${() => this.#issue()}>${t('field3d.again')}</button>` : this.failure ? html`<button class="btn" @click=${() => this.#issue()}>${t('action.retry')}</button>` : nothing}
      <button class="btn" data-act="flat" @click=${(/** @type {Event} */ event) => { shut(event); router.go(path`/run/${this.runId}/field`); }}>${t('field3d.flat')}</button>
      <button class="btn act" autofocus @click=${shut}>${t('action.close')}</button></p></div>`;
  }

  /** @param {{ digits: string, until: number, megabytes: number }} ticket */
  #joining(ticket) {
    const left = Math.max(0, (ticket.until - Date.now()) / SECOND_MS);
    const host = location.host;
    return html`<dl><dt>${t('field3d.address')}</dt><dd><code>${host}</code></dd>
      <dt>${t('field3d.ticket')}</dt><dd class="digits" role="status"><b class=${left > 0 ? '' : 'over'}>${ticket.digits.slice(0, 4)} ${ticket.digits.slice(4)}</b><span>${left > 0 ? t('field3d.left', clock(left)) : t('field3d.over')}</span></dd>
      <dt>${t('field3d.command')}</dt><dd><code>.\\field.bat --host ${host} --ticket ${ticket.digits}</code></dd></dl>
      ${OWN_ADDRESS.test(host) ? html`<p class="hintl">${t('field3d.local', location.hostname)}</p>` : nothing}
      ${ticket.megabytes > 0 ? html`<p class="row"><a href="/download/field" target="_self">${t('field3d.download', number(ticket.megabytes, 0))}</a><a href="/download/field-licences" target="_blank">${t('field3d.licences')}</a></p>`
        : html`<p class="note">${t('field3d.missing')}</p>`}`;
  }
}

customElements.define('ots-field3d', Field3d);
