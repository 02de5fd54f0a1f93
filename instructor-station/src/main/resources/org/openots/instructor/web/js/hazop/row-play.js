// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { PlayWindow } from './play-window.js';

const ALL = 'all';
const NOBODY = '';
const FINDINGS = { happened: { tone: 'r', icon: 'check' }, 'not-seen': { tone: 'g', icon: 'close' }, estimate: { tone: 'q', icon: 'search' }, judgement: { tone: 'q', icon: 'person' } };

/** A row of a worksheet as it happens in the plant: trends, what came, and what of the consequences came true. */
class RowPlay extends PlayWindow {
  static properties = { sheetId: {}, offer: { attribute: false }, cause: { state: true }, without: { state: true } };

  constructor() {
    super();
    this.sheetId = '';
    /** @type {import('./play-offers.js').Offer | null} */
    this.offer = null;
    this.cause = 0;
    /** Index of the safeguard that is taken away, or all, or none. */
    this.without = NOBODY;
  }

  connectedCallback() {
    this.cause = Math.max(0, this.row.causes.findIndex((one) => one.possible));
    super.connectedCallback();
  }

  get row() {
    return /** @type {import('./play-offers.js').Offer} */ (this.offer);
  }

  ask() {
    const wish = this.without === ALL ? { all: 1 } : { without: this.without === NOBODY ? [] : [Number(this.without)] };
    return api.post(path`/api/worksheets/${this.sheetId}/plays`, { row: this.row.row, cause: this.cause, ...wish });
  }

  render() {
    const { row } = this;
    const choose = (/** @type {any} */ event) => { this.without = event.target.value; this.play(); };
    return this.frame(row.causes[this.cause]?.text, html`${row.causes.length > 1 ? html`<select class="field" aria-label=${t('hazop.col.cause')} @change=${(/** @type {any} */ event) => { this.cause = Number(event.target.value); this.play(); }}>${row.causes.map((one, i) => html`<option value=${i} ?disabled=${!one.possible} ?selected=${i === this.cause}>${one.text}</option>`)}</select>` : nothing}
        <label class="rpw"><span>${t('play.compare')}</span><select class="field" autofocus @change=${choose}><option value="">${t('play.compare.none')}</option>${row.safeguards.map((guard, i) => html`<option value=${i} ?disabled=${!guard.possible} ?selected=${this.without === String(i)}>${guard.possible ? t('play.compare.one', guard.text) : t('play.compare.cannot', guard.text)}</option>`)}<option value=${ALL} ?selected=${this.without === ALL}>${t('play.compare.all')}</option></select></label>`,
    (result) => this.#findings(result));
  }

  /** @param {any} result */
  #findings(result) {
    const compared = this.compared(result);
    return html`<h3>${t('play.consequences')}</h3>${result.consequences.length === 0 ? html`<p class="mut">${t('play.consequences.none')}</p>` : nothing}${result.consequences.map((/** @type {any} */ one) => this.#consequence(one, compared))}
        ${compared ? html`<h3>${t('play.differences')}</h3><ul class="rpd">${result.differences.map((/** @type {any} */ text) => html`<li>${pick(text)}</li>`)}</ul>` : nothing}`;
  }

  /** Of a consequence that is in no key, what the instruments show that it names. @param {any} one @param {boolean} compared */
  #moved(one, compared) {
    const said = (/** @type {string} */ key, /** @type {any} */ text) => html`<br>${compared ? html`<b>${t(key)}</b> ` : nothing}${pick(text)}`;
    return html`<p class="why q">${icon('search', 14)}<span>${t(one.moved.length > 0 ? 'play.finding.shown' : 'play.finding.unmatched')}${one.moved.map((/** @type {any} */ moved) => html`${said('play.run.with', moved.with)}${moved.without ? said('play.run.without', moved.without) : nothing}`)}</span></p>`;
  }

  /** @param {any} one @param {boolean} compared */
  #consequence(one, compared) {
    const finding = (/** @type {any} */ found, /** @type {string} */ key) => {
      const { tone, icon: shape } = FINDINGS[found.state];
      return html`<p class="why ${tone}">${icon(/** @type {any} */ (shape), 14)}<span><b>${key ? `${t(key)} ` : ''}${t(`play.finding.${found.state}`)}</b> ${pick(found.text)}</span></p>`;
    };
    const fixed = one.with && (one.with.state === 'estimate' || one.with.state === 'judgement');
    return html`<div class="rpq"><p>${one.text}</p>${!one.with ? this.#moved(one, compared) : finding(one.with, compared && !fixed ? 'play.run.with' : '')}${one.without && !fixed ? finding(one.without, 'play.run.without') : nothing}</div>`;
  }
}

customElements.define('ots-row-play', RowPlay);
