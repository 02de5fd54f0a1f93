// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { bar } from '../station/bar.js';
import { points } from './decision.js';
import { tabs } from './review-page.js';

const SIGNS = { credit: 'check', zero: 'close', examiner: 'clock' };

/** All answers of one worksheet with what they are worth; any of them can be decided again, with a reason. */
class SheetAnswers extends LightElement {
  static properties = { sheetId: {}, sheet: { state: true }, chosen: { state: true }, failure: { state: true }, told: { state: true } };

  constructor() {
    super();
    this.sheetId = '';
    /** @type {any} */
    this.sheet = null;
    /** @type {any} */
    this.chosen = null;
    this.failure = '';
    /** What was done last, in the language of now. */
    this.told = () => '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      this.sheet = await api.get(path`/api/review/worksheets/${this.sheetId}`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {any} answer */
  async #choose(answer) {
    const { sheet, deviation, index } = answer.ref;
    try {
      const cell = await api.get(`/api/review/answer?${new URLSearchParams({ sheet, deviation, index: String(index) })}`);
      this.chosen = { ...cell, refs: [answer.ref], reason: answer.reason, waits: answer.outcome === 'examiner' };
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  async #decided() {
    this.chosen = null;
    this.told = () => t('review.done', 1);
    await this.#load();
  }

  render() {
    const { sheet } = this;
    const fixed = sheet?.state !== 'handed-in';
    const finding = sheet ? t('review.sheet', sheet.name ?? sheet.owner, points(sheet.corrected ?? sheet.earned), points(sheet.possible)) : '\u00a0';
    return html`<div class="station">${bar('review')}<main class="wrap rv"><header class="hd"><h1 class="cutl">${finding}</h1><span class="sp"></span>${tabs('sheets')}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      <div class="rq ra"><section class="sheet rvs"><div class="row rvt"><a class="btn s" href="/review/sheets">${icon('back', 14)}${t('review.all')}</a>${sheet ? html`<a class="btn s" href=${path`/hazop/${sheet.id}`}>${t('review.open.sheet')}</a><span class="sp"></span><span class="cap">${this.told() || t(`review.sheet.${sheet.state}`)}</span>` : nothing}</div>
      <div class="scroll"><table class="t"><tbody>${(sheet?.rows ?? []).map((/** @type {any} */ row) => this.#rows(row, fixed))}${sheet && sheet.rows.length === 0 ? html`<tr><td class="mut">${t('review.sheet.empty')}</td></tr>` : nothing}</tbody></table></div></section>
      <section class="sheet rqd">${this.chosen ? html`<ots-decision .case=${this.chosen} ?needed=${!this.chosen.waits} @decided=${this.#decided}></ots-decision>` : html`<p class="mut pad">${t(fixed ? `review.fixed.${sheet?.state ?? 'in-work'}` : 'review.pick')}</p>`}</section></div></main></div>`;
  }

  /** @param {any} row @param {boolean} fixed */
  #rows(row, fixed) {
    return html`<tr class="rah"><td colspan="4"><b>${row.deviation} ${pick(row.text)}</b></td><td class="num nw"><b>${points(row.earned)}</b> / ${points(row.possible)}</td></tr>${row.answers.map((/** @type {any} */ answer) => {
      const on = this.chosen?.refs[0] === answer.ref;
      return html`<tr class=${on ? 'sel' : ''}><td class="mut nw">${t(`review.column.${answer.column}`)}</td><td>${answer.text}<p class="why ${answer.outcome === 'credit' ? 'g' : answer.outcome === 'zero' ? 'r' : 'q'}">${icon(/** @type {any} */ (SIGNS[/** @type {'credit'} */ (answer.outcome)]), 14)}<span>${pick(answer.reason)}</span></p></td><td class="mut nw">${answer.examinerName}</td><td class="num nw">${answer.outcome === 'examiner' ? t('hazop.pending') : points(answer.earned)}</td><td class="num">${fixed ? nothing : html`<button class="btn s" @click=${() => this.#choose(answer)}>${t(answer.outcome === 'examiner' ? 'review.decide' : 'review.override')}</button>`}</td></tr>`;
    })}`;
  }
}

customElements.define('ots-review-answers', SheetAnswers);
