// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, date, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { session } from '../core/session.js';

/** Rest of the keys after which is searched, ms. */
const REST = 250;
const DAY = 24 * 3600 * 1000;

/** Chooses the run that stands beside another. Tells `take` with its id. */
class Pick extends LightElement {
  static properties = { runId: {}, chosen: {}, rows: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.runId = '';
    this.chosen = '';
    /** @type {any[] | null} */
    this.rows = null;
    this.failure = '';
    this.word = '';
    this.from = '';
    this.to = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.endings.push(() => clearTimeout(this.timer));
    this.#search();
  }

  /** Midnight of a day of this computer's clock, ms. @param {string} day @param {number} add */
  #millis(day, add) {
    const [year, month, date0] = day.split('-').map(Number);
    return new Date(year, month - 1, date0).getTime() + add;
  }

  async #search() {
    const wish = `${this.word} ${this.from} ${this.to}`;
    this.wish = wish;
    const query = new URLSearchParams({ q: this.word, ...(this.from ? { from: String(this.#millis(this.from, 0)) } : {}), ...(this.to ? { to: String(this.#millis(this.to, DAY)) } : {}) });
    try {
      const rows = await api.get(`${path`/api/runs/${this.runId}/comparable`}?${query}`);
      if (this.wish === wish) {
        this.rows = rows;
        this.failure = '';
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  #later() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#search(), REST);
  }

  render() {
    const field = (/** @type {'word' | 'from' | 'to'} */ name, /** @type {string} */ type, /** @type {string} */ label) => html`<label class="row"><span class="cap">${label}</span><input class="field" type=${type} maxlength="64" .value=${this[name]} placeholder=${type === 'search' ? t('debrief.search') : ''} @input=${(/** @type {Event} */ event) => { this[name] = /** @type {HTMLInputElement} */ (event.target).value; this.#later(); }}></label>`;
    return html`<div class="pad dpk"><div class="row">${session.me?.role === 'student' ? nothing : field('word', 'search', t('debrief.search.label'))}${field('from', 'date', t('debrief.search.from'))}${field('to', 'date', t('debrief.search.to'))}<span class="sp"></span><span class="mut" role="status">${this.rows ? t('debrief.search.found', this.rows.length) : ''}</span></div>
      ${this.failure ? html`<p class="err" role="alert">${this.failure}</p>` : nothing}
      <div class="scroll"><table class="t"><thead><tr><th>${t('debrief.col.who')}</th><th>${t('debrief.col.date')}</th><th>${t('debrief.col.length')}</th><th class="num">${t('debrief.col.score')}</th><th></th></tr></thead><tbody>${(this.rows ?? []).map((row) => html`<tr class=${row.id === this.chosen ? 'sel' : ''}><td><b>${row.name}</b> <span class="mut">${row.seat ? t('seat.n', row.seat) : ''} ${row.class}</span> ${row.branchOf ? html`<span class="tagc">${icon('branch', 14)}${t('debrief.compare.branch')}</span>` : nothing}</td><td>${date(row.startedAt)}</td><td>${clock(row.seconds)}</td><td class="num">${number(row.score, 1)}</td><td class="num"><button class="btn s" aria-label="${t('debrief.search.take')} ${row.name} ${date(row.startedAt)}" @click=${() => this.dispatchEvent(new CustomEvent('take', { detail: row.id }))}>${t('debrief.search.take')}</button></td></tr>`)}
      ${this.rows?.length === 0 ? html`<tr><td colspan="5" class="mut">${t('debrief.search.none')}</td></tr>` : nothing}</tbody></table></div></div>`;
  }
}

customElements.define('ots-debrief-pick', Pick);
