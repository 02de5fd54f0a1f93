// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { bar } from '../station/bar.js';
import { tabs } from './tabs.js';

/** Who may do what: pages and actions by role, to be changed within limits nobody can change. */
class Rights extends LightElement {
  static properties = { matrix: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.matrix = null;
    this.failure = '';
    this.busy = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#try('', () => api.get('/api/permissions'));
  }

  /** @param {string} key @param {() => Promise<any>} action */
  async #try(key, action) {
    this.failure = '';
    this.busy = key;
    try {
      this.matrix = await action();
    } catch (error) {
      this.failure = errorText(error);
      this.requestUpdate();
    }
    this.busy = '';
  }

  /** @param {any} row @param {string} role @param {boolean} allowed */
  #set(row, role, allowed) {
    this.#try(`${row.page} ${row.action} ${role}`, () => api.post('/api/permissions', { page: row.page, action: row.action, role, allowed: allowed ? 1 : 0 }));
  }

  render() {
    const roles = this.matrix?.roles ?? [];
    const rows = this.matrix?.rows ?? [];
    return html`<div class="station">${bar('people')}<main class="wrap pem"><header class="peh"><h1>${this.matrix ? t('rights.finding', rows.length, roles.length) : '\u00a0'}</h1><span class="sp"></span>${tabs('rights')}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure}</p>` : nothing}
      <section class="sheet scroll"><table class="t rig1"><thead><tr><th>${t('rights.page')}</th><th>${t('rights.action')}</th>${roles.map((/** @type {string} */ role) => html`<th class="ctr">${t(`role.${role}`)}</th>`)}</tr></thead>
        <tbody>${rows.map((/** @type {any} */ row, /** @type {number} */ i) => html`<tr class=${rows[i - 1]?.page === row.page ? '' : 'top'}><td>${rows[i - 1]?.page === row.page ? nothing : html`<b>${pick(row.text)}</b>`}</td><td>${t(`rights.${row.action}`)}</td>${row.cells.map((/** @type {any} */ cell, /** @type {number} */ j) => this.#cell(row, roles[j], cell))}</tr>`)}</tbody></table></section>
      <aside class="row pel1"><span class="row">${icon('check')}${t('rights.has')}</span><span class="row">${icon('lock')}${t('rights.fixed')}</span><span class="row">${t('rights.part')}</span>
        <span class="sp"></span>${(this.matrix?.pairs ?? []).map((/** @type {any} */ pair) => html`<span class="tagc" title=${pick(pair.why)}>${t('rights.pair', t(`role.${pair.roles[0]}`), t(`role.${pair.roles[1]}`))}</span>`)}</aside></main></div>`;
  }

  /** @param {any} row @param {string} role @param {any} cell */
  #cell(row, role, cell) {
    const name = `${t(`role.${role}`)} ${pick(row.text)} ${t(`rights.${row.action}`)}`;
    const part = cell.routes > 0 && cell.routes < row.routes;
    if (cell.never && cell.routes === 0) {
      return html`<td class="ctr nev" title=${pick(cell.never)} aria-label="${name} ${pick(cell.never)}">${icon('lock', 14)}</td>`;
    }
    if (cell.routes === 0) {
      return html`<td class="ctr mut" aria-label="${name} ${t('rights.no')}">—</td>`;
    }
    if (cell.fixed) {
      return html`<td class="ctr" title=${t('rights.fixed.why')}><span class="fix" aria-label="${name} ${t('rights.fixed')}">${icon('check', 14)}${icon('lock', 14)}</span></td>`;
    }
    return html`<td class="ctr"><label class="rck" title=${part ? t('rights.part.n', cell.routes, row.routes) : ''}><input type="checkbox" aria-label=${name} .checked=${cell.allowed} ?disabled=${this.busy !== ''} @change=${(/** @type {any} */ event) => this.#set(row, role, event.target.checked)}>${part ? html`<span class="cap">${cell.routes}/${row.routes}</span>` : nothing}</label></td>`;
  }
}

customElements.define('ots-rights', Rights);
