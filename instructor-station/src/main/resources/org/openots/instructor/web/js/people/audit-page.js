// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { hasText, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { bar } from '../station/bar.js';
import { tabs } from './tabs.js';

/** How long nothing is typed before the station looks, ms. */
const PAUSE_MS = 300;

/** Who changed what, and whether nothing of it was altered since. */
class Audit extends LightElement {
  static properties = { audit: { state: true }, search: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.audit = null;
    this.search = '';
    this.failure = '';
    this.timer = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.endings.push(() => clearTimeout(this.timer));
  }

  async #load() {
    this.failure = '';
    try {
      this.audit = await api.get(path`/api/audit?text=${this.search.trim()}`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {any} event */
  #search(event) {
    this.search = event.target.value;
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.#load(), PAUSE_MS);
  }

  /** The particulars of a row without their brackets. @param {string} detail */
  #detail(detail) {
    try {
      return Object.entries(JSON.parse(detail)).filter(([, value]) => value !== '').map(([key, value]) => `${hasText(`audit.field.${key}`) ? t(`audit.field.${key}`) : key} ${typeof value === 'object' ? JSON.stringify(value) : value}`).join(t('list.comma'));
    } catch {
      return detail;
    }
  }

  render() {
    const { audit } = this;
    const rows = audit?.rows ?? [];
    return html`<div class="station">${bar('people')}<main class="wrap pem"><header class="peh"><h1>${audit ? t('audit.finding', audit.all) : '\u00a0'}</h1><span class="sp"></span>${tabs('audit')}
        <input class="field pef" placeholder=${t('audit.search')} aria-label=${t('audit.search')} .value=${this.search} @input=${this.#search}></header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure}</p>` : nothing}
      <section class="sheet scroll"><table class="t aud"><thead><tr><th class="num">#</th><th>${t('audit.at')}</th><th>${t('audit.actor')}</th><th>${t('audit.action')}</th><th>${t('audit.detail')}</th></tr></thead>
        <tbody>${rows.map((/** @type {any} */ row) => html`<tr><td class="num">${row.seq}</td><td>${date(row.at)}</td><td>${row.actor}</td><td>${hasText(`audit.${row.action}`) ? t(`audit.${row.action}`) : row.action}</td><td class="wrp">${this.#detail(row.detail)}</td></tr>`)}</tbody></table>
        ${audit && rows.length === 0 ? html`<p class="pad mut">${t('audit.none')}</p>` : nothing}</section>
      ${audit ? html`<aside class="row pel1">${audit.broken === 0 ? html`${icon('check')}<span>${t('audit.whole')}</span>` : html`${priority(1, 18)}<b>${t('audit.broken', audit.broken)}</b>`}<span class="sp"></span><span class="mut">${t('audit.head', audit.head.slice(0, 16))}</span></aside>` : nothing}</main></div>`;
  }
}

customElements.define('ots-audit', Audit);
