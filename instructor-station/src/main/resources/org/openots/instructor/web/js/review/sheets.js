// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask, segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date, DASH } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { bar } from '../station/bar.js';
import { points } from './decision.js';
import { tabs } from './review-page.js';

const STATES = ['all', 'in-work', 'handed-in', 'released'];
const USUAL_DAYS = 7;

/** @type {Record<string, (sheet: any) => string | number>} */
const ORDERS = {
  seat: (sheet) => `${sheet.seat ?? ''} ${sheet.name ?? sheet.owner}`,
  study: (sheet) => pick(sheet.title),
  level: (sheet) => ['junior', 'intermediate', 'senior'].indexOf(sheet.level),
  state: (sheet) => STATES.indexOf(sheet.state),
  score: (sheet) => (sheet.possible > 0 ? -(sheet.corrected ?? sheet.earned) / sheet.possible : 1),
  waiting: (sheet) => -sheet.waiting,
  when: (sheet) => -new Date(sheet.handInAt ?? sheet.openedAt).getTime(),
};

/** All worksheets: how far each is, what it is worth, and the release of its score. */
class ReviewSheets extends LightElement {
  static properties = { sheets: { state: true }, filter: { state: true }, search: { state: true }, order: { state: true }, days: { state: true }, failure: { state: true }, told: { state: true }, question: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.sheets = null;
    this.filter = 'all';
    this.search = '';
    this.order = 'when';
    this.days = USUAL_DAYS;
    this.failure = '';
    /** What was done last, in the language of now. */
    this.told = () => '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      this.sheets = await api.get('/api/review/worksheets');
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  get shown() {
    const key = this.search.trim().toLowerCase();
    const order = ORDERS[this.order];
    return (this.sheets ?? []).filter((sheet) => (this.filter === 'all' || sheet.state === this.filter) && `${sheet.name ?? ''} ${sheet.owner} ${sheet.seat ?? ''} ${pick(sheet.title)}`.toLowerCase().includes(key))
      .sort((a, b) => (order(a) < order(b) ? -1 : order(a) > order(b) ? 1 : 0));
  }

  /** @param {any[]} sheets */
  #ask(sheets) {
    const appeals = this.days > 0 ? t('review.release.days', this.days) : t('review.release.final');
    this.question = { title: t('review.release.ask', sheets.length), text: `${t('review.release.loss')} ${appeals}`, action: t('review.release'), run: () => this.#release(sheets) };
  }

  /** @param {any[]} sheets */
  async #release(sheets) {
    try {
      const answer = await api.post('/api/review/releases', { sheets: sheets.map((sheet) => sheet.id), appealDays: this.days });
      await this.#load();
      this.told = () => t('review.released', answer.released.length);
      this.failure = answer.refused.map((/** @type {any} */ one) => pick(one.message)).join(' ');
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const sheets = this.sheets ?? [];
    const { shown } = this;
    const ready = shown.filter((sheet) => sheet.ready);
    const busy = sheets.filter((sheet) => sheet.state === 'handed-in' && !sheet.ready).length;
    const finding = this.sheets === null ? '\u00a0' : sheets.length === 0 ? t('review.sheets.none') : sheets.some((sheet) => sheet.ready) ? t('review.sheets.ready', sheets.filter((sheet) => sheet.ready).length) : busy > 0 ? t('review.sheets.waiting', busy) : t('review.sheets.count', sheets.length);
    return html`<div class="station">${ask(this.question, () => { this.question = null; })}${bar('review')}<main class="wrap rv"><header class="hd"><h1 class="cutl">${finding}</h1><span class="sp"></span>${tabs('sheets')}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      <section class="sheet rvs"><div class="row rvt">${segment(STATES.map((value) => ({ value, text: t(`review.state.${value}`) })), this.filter, (value) => { this.filter = value; }, t('review.state'), 's')}<input class="field rvq" placeholder=${t('review.search')} aria-label=${t('review.search')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}>
        <span class="sp"></span>${this.told() ? html`<span class="cap" role="status">${this.told()}</span>` : nothing}<label class="row rvd"><span class="cap">${t('review.days')}</span><input class="field" type="number" min="0" max="366" .value=${String(this.days)} @change=${(/** @type {any} */ event) => { this.days = Math.max(0, Math.min(366, Math.round(Number(event.target.value) || 0))); event.target.value = String(this.days); }}></label>
        <button class="btn s act" ?disabled=${ready.length === 0} @click=${() => this.#ask(ready)}>${t('review.release.all', ready.length)}</button></div>
      <div class="scroll"><table class="t"><thead><tr>${this.#th('seat', 'student')}${this.#th('study', 'study')}${this.#th('level', 'level')}${this.#th('state', 'state')}${this.#th('score', 'score', true)}${this.#th('waiting', 'waiting', true)}${this.#th('when', 'when')}<th></th></tr></thead>
      <tbody>${shown.map((sheet) => this.#row(sheet))}${this.sheets !== null && shown.length === 0 ? html`<tr><td colspan="8" class="mut">${t(sheets.length === 0 ? 'review.sheets.empty' : 'review.sheets.filtered')}</td></tr>` : nothing}</tbody></table></div></section></main></div>`;
  }

  /** @param {string} order @param {string} key @param {boolean} [num] */
  #th(order, key, num = false) {
    const on = this.order === order;
    return html`<th class=${num ? 'num' : ''} aria-sort=${on ? 'ascending' : 'none'}><button class="rvo ${on ? 'on' : ''}" @click=${() => { this.order = order; }}>${t(`review.col.${key}`)}</button></th>`;
  }

  /** @param {any} sheet */
  #row(sheet) {
    const scored = sheet.possible > 0;
    return html`<tr><td class="nw">${sheet.seat ? html`<span class="mut">${sheet.seat}</span> ` : nothing}<b>${sheet.name ?? sheet.owner}</b></td><td>${pick(sheet.title) || sheet.study} <span class="mut">${sheet.nodes.join(' ')}</span></td><td class="nw">${t(`level.${sheet.level}`)}</td>
      <td class="nw"><span class="tagc ${sheet.state === 'released' ? 'ok' : sheet.ready ? 'acc' : ''}">${sheet.ready ? t('review.state.ready') : t(`review.state.${sheet.state}`)}</span>${sheet.appeals > 0 ? html` <span class="tagc t3">${t('review.appeals.n', sheet.appeals)}</span>` : nothing}</td>
      <td class="num nw">${scored ? html`<b>${points(sheet.corrected ?? sheet.earned)}</b> / ${points(sheet.possible)}` : DASH}</td><td class="num">${sheet.waiting > 0 ? html`<b>${sheet.waiting}</b>` : sheet.unscored > 0 ? html`<span class="mut">${t('review.scoring')}</span>` : '0'}</td><td class="mut nw">${date(sheet.handInAt ?? sheet.openedAt)}</td>
      <td class="num nw"><a class="btn s" href=${path`/hazop/${sheet.id}`}>${t('review.open')}</a> <a class="btn s" href=${path`/review/sheets/${sheet.id}`}>${t('review.answers')}</a>${sheet.ready ? html` <button class="btn s" @click=${() => this.#ask([sheet])}>${t('review.release')}</button>` : nothing}</td></tr>`;
  }
}

customElements.define('ots-review-sheets', ReviewSheets);
