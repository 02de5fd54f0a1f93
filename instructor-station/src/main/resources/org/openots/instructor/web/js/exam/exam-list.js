// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { modal, shut, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import { waitRows } from './exam-frame.js';
import { planned, RESULT_READERS } from './exam-words.js';
import './exam-plan.js';

const LOOK_MS = 10_000;
const SLOW_MS = 300;
/** How a phase looks: what goes on now is marked, what is over is plain. */
const LOOKS = { open: 'acc', running: 'acc', released: 'ok', confirmed: 'ok' };
const CAN_CANCEL = ['planned', 'open'];
const OVER = ['closed', 'confirmed', 'released'];

/** All exams of this station, the latest first. */
class ExamList extends LightElement {
  static properties = { list: { state: true }, damaged: { state: true }, failure: { state: true }, planning: { state: true }, cancelling: { state: true }, reason: { state: true }, problem: { state: true }, slow: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.list = null;
    /** @type {any[]} */
    this.damaged = [];
    this.failure = '';
    this.planning = false;
    /** The exam that is to be called off. @type {any} */
    this.cancelling = null;
    this.reason = '';
    this.problem = '';
    this.slow = false;
  }

  connectedCallback() {
    super.connectedCallback();
    setTimeout(() => { this.slow = true; }, SLOW_MS);
    this.load();
    this.every(LOOK_MS, () => this.load());
  }

  async load() {
    try {
      const answer = await api.get('/api/exams');
      this.list = answer.exams;
      this.damaged = answer.damaged;
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  get officer() {
    return session.me?.role === 'exam-officer';
  }

  #finding() {
    const list = this.list ?? [];
    const on = list.filter((one) => ['open', 'running'].includes(one.phase)).length;
    const next = list.filter((one) => one.phase === 'planned').length;
    return this.list === null ? '\u00a0' : list.length === 0 ? t('ex.list.none') : on > 0 ? t('ex.list.on', on) : next > 0 ? t('ex.list.next', next) : t('ex.list.n', list.length);
  }

  render() {
    return html`<div class="station">${bar('exams')}<main class="wrap xone"><header class="hd"><h1>${this.#finding()}</h1><span class="sp"></span>${this.officer ? html`<button class="btn act" data-act="plan" @click=${() => { this.planning = true; }}>${icon('plus', 14)}${t('ex.plan')}</button>` : nothing}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.load()}>${t('action.retry')}</button></p>` : nothing}
      ${this.damaged.map((one) => html`<p class="row err" role="alert">${pick(one.message)}</p>`)}
      ${this.list === null ? (this.failure ? nothing : waitRows(this.slow)) : this.list.length === 0 ? html`<p class="mut">${t(this.officer ? 'ex.list.empty' : 'ex.list.empty.read')}</p>` : this.#table(this.list)}</main>
      ${this.planning ? html`<ots-exam-plan @close=${() => { this.planning = false; }} @planned=${() => { this.planning = false; this.load(); }}></ots-exam-plan>` : nothing}${this.cancelling ? this.#cancel() : nothing}</div>`;
  }

  /** @param {any[]} list */
  #table(list) {
    return html`<section class="sheet scroll"><table class="t xtab"><thead><tr><th>${t('ex.col.exam')}</th><th>${t('ex.col.room')}</th><th>${t('ex.col.start')}</th><th class="num">${t('ex.col.minutes')}</th><th class="num">${t('ex.col.in')}</th><th>${t('ex.col.phase')}</th><th aria-label=${t('ex.col.do')}></th></tr></thead>
      <tbody>${list.map((one) => html`<tr data-exam=${one.id}><td><a href=${path`/exams/${one.id}`}>${pick(one.title)}</a><br><span class="cap">${t('ex.strategy', one.strategy, one.version)}</span></td><td>${one.room}</td><td>${date(one.plannedStart)}</td><td class="num">${planned(one.totalS)}</td><td class="num">${one.handedIn} / ${one.candidates}</td>
        <td><span class="tagc ${LOOKS[one.phase] ?? ''}">${pick(one.phaseText)}</span></td><td><div class="row xend">${this.officer && CAN_CANCEL.includes(one.phase) ? html`<button class="btn s danger" data-act="cancel" @click=${() => { this.cancelling = one; this.reason = ''; this.problem = ''; }}>${t('ex.cancel')}</button>` : nothing}
        ${OVER.includes(one.phase) && RESULT_READERS.includes(session.me?.role ?? '') ? html`<a class="btn s" href=${path`/exams/${one.id}/results`}>${t('ex.tab.results')}</a>` : one.phase === 'cancelled' ? nothing : html`<a class="btn s" href=${path`/exams/${one.id}`}>${t('ex.enter')}</a>`}</div></td></tr>`)}</tbody></table></section>`;
  }

  #cancel() {
    const exam = this.cancelling;
    return modal(t('ex.cancel.ask'), () => { this.cancelling = null; }, html`<h2>${t('ex.cancel.ask')}</h2><p>${t('ex.cancel.loss', pick(exam.title), exam.candidates)}</p>
      <div><label class="l" for="xc-reason">${t('ex.p.reason')}</label><textarea id="xc-reason" class="field" rows="2" maxlength="500" .value=${this.reason} @input=${(/** @type {any} */ event) => { this.reason = event.target.value; }}></textarea></div>${wrong(this.problem)}
      <p class="row"><button class="btn danger" data-do="confirm" @click=${() => this.#callOff(exam)}>${t('ex.cancel.do')}</button><button class="btn" @click=${shut}>${t('ex.cancel.keep')}</button></p>`);
  }

  /** @param {any} exam */
  async #callOff(exam) {
    if (this.reason.trim() === '') {
      this.problem = t('ex.p.reason.missing');
      return;
    }
    try {
      await api.post(path`/api/exams/${exam.id}/cancel`, { reason: this.reason.trim() });
      this.querySelector('dialog')?.close();
      this.cancelling = null;
      await this.load();
    } catch (error) {
      this.problem = errorText(error);
    }
  }
}

customElements.define('ots-exams', ExamList);
