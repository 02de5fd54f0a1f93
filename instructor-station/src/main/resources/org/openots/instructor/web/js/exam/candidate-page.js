// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, date, number } from '../core/format.js';
import { api, path } from '../core/api.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { bar } from '../station/bar.js';
import { waitRows } from './exam-frame.js';
import { minutes, planned } from './exam-words.js';
import { myExam } from './my-exam.js';

const SLOW_MS = 300;
const SECOND_MS = 1000;
/** The smallest screen an exam can be worked at, px. */
const LEAST = [1024, 700];
const STEP_KEY = 'ots.exam.storage';

/** Whether this browser keeps what could not be sent yet. */
function keeps() {
  try {
    localStorage.setItem(STEP_KEY, '1');
    localStorage.removeItem(STEP_KEY);
    return true;
  } catch {
    return false;
  }
}

/** What a candidate sees before the first item, between items, and after the last one. */
class CandidatePage extends LightElement {
  static properties = { failure: { state: true }, busy: { state: true }, slow: { state: true }, other: { state: true }, otherFailure: { state: true } };

  constructor() {
    super();
    this.failure = '';
    this.busy = false;
    this.slow = false;
    this.keeps = keeps();
    /** Another exam of his than the present one, looked at for the moment. @type {any} */
    this.other = null;
    this.otherFrom = '';
    this.otherFailure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(myExam);
    setTimeout(() => { this.slow = true; }, SLOW_MS);
    this.every(SECOND_MS, () => this.requestUpdate());
    this.listen(window, 'resize', () => this.requestUpdate());
    myExam.load();
  }

  async #sit() {
    this.busy = true;
    this.failure = '';
    try {
      await myExam.post('sit', {});
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** @param {string} id */
  async #look(id) {
    this.otherFailure = '';
    try {
      const { exam } = await api.get(path`/api/my/exam?exam=${id}`);
      this.otherFrom = this.#present();
      this.other = exam;
    } catch (error) {
      this.otherFailure = errorText(error);
    }
  }

  /** Where the present exam stands: when that changes, it is what the candidate has to see. */
  #present() {
    const { mine } = myExam;
    return mine ? `${mine.id} ${mine.phase} ${mine.state}` : '';
  }

  render() {
    const mine = this.other && this.otherFrom === this.#present() ? this.other : myExam.mine;
    return html`<div class="station">${bar('exam')}${mine ? this.#state(mine) : html`<main class="wrap xone">${myExam.known ? html`<header class="hd"><h1>${t('ex.my.none')}</h1></header><p class="mut">${t('ex.my.none.how')}</p><p><a class="btn act" href="/home">${t('ex.my.home')}</a></p>` : waitRows(this.slow)}</main>`}</div>`;
  }

  /** @param {any} mine */
  #state(mine) {
    if (mine.phase === 'released' && mine.state === 'handed-in') {
      return this.#result(mine);
    }
    if (mine.state === 'handed-in') {
      return this.#receipt(mine);
    }
    if (mine.state === 'absent' || mine.phase === 'cancelled' || !['planned', 'open', 'running'].includes(mine.phase)) {
      return this.#over(mine);
    }
    return mine.state === 'working' ? this.#between(mine) : this.#waiting(mine);
  }

  /** Countdown, rules, parts and the check of the machine. @param {any} mine */
  #waiting(mine) {
    const until = (Date.parse(mine.plannedStart) - Date.now()) / 1000;
    const seated = mine.state === 'seated';
    const checks = this.#checks();
    const ready = checks.every((check) => check.good || !check.must);
    const running = mine.phase === 'running';
    const finding = seated ? t(running ? 'ex.my.begins' : 'ex.my.seated') : mine.phase === 'planned' ? t('ex.my.planned') : running ? t('ex.my.late') : t('ex.my.open');
    return html`<main class="wrap xw"><section class="xwl"><p class="mut">${pick(mine.title)}</p><h1>${finding}</h1>
        <p class="row base"><span class="xcount" role="timer">${until > 0 && !running ? (until < 360_000 ? clock(until) : date(mine.plannedStart)) : t(running ? 'ex.my.running' : 'ex.my.due')}</span><span class="mut">${until > 0 && !running ? t('ex.until.start', date(mine.plannedStart)) : t('ex.my.due.how')}</span></p>
        <div class="row xgo"><span class="xseat"><b>${mine.seat}</b><span>${t('ex.my.seat', mine.room)}</span></span>${seated ? html`<span class="tagc ok">${icon('check', 16)}${t('ex.my.sat')}</span>` : mine.phase === 'planned' ? html`<span class="mut">${t('ex.my.planned.how')}</span>` : html`<button class="btn act l ${this.busy ? 'busy' : ''}" data-act="sit" ?disabled=${this.busy || !ready} @click=${() => this.#sit()}>${t('ex.my.sit')}</button>`}</div>
        ${this.failure ? html`<p class="row err" role="alert">${priority(2, 18)}<span>${this.failure}</span></p>` : nothing}
        <section class="sheet pad xchk"><h2>${t('ex.check')}</h2><ul>${checks.map((check) => html`<li>${check.good ? icon('check', 18) : priority(check.must ? 1 : 2, 18)}<span><b>${t(`ex.check.${check.name}`)}</b> <span class="mut">${check.text}</span></span></li>`)}</ul></section></section>
      <aside class="xwr">${this.#others(mine)}<section class="sheet pad"><h2>${t('ex.my.parts', mine.items.length, planned(mine.totalS))}</h2>${this.#parts(mine)}</section>
        <section class="sheet pad scroll"><h2>${t('ex.my.rules')}</h2><ul class="xrl">${this.#rules(mine).map((rule) => html`<li>${rule}</li>`)}</ul></section></aside></main>`;
  }

  #checks() {
    const live = myExam.link === 'live';
    const big = window.innerWidth >= LEAST[0] && window.innerHeight >= LEAST[1];
    return [
      { name: 'link', good: live, must: true, text: live ? t('ex.check.link.yes') : t('ex.check.link.no') },
      { name: 'keep', good: this.keeps, must: true, text: this.keeps ? t('ex.check.keep.yes') : t('ex.check.keep.no') },
      { name: 'screen', good: big, must: false, text: big ? t('ex.check.screen.yes', window.innerWidth, window.innerHeight) : t('ex.check.screen.no', window.innerWidth, window.innerHeight, LEAST[0], LEAST[1]) },
    ];
  }

  /** @param {any} mine */
  #parts(mine) {
    const whole = mine.items.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.weight, 0) || 1;
    return html`<ol class="xparts">${mine.items.map((/** @type {any} */ one) => html`<li><b>${pick(one.title)}</b><span class="meter"><i ${css({ width: `${(100 * one.weight) / whole}%` })}></i></span><span class="num">${t('ex.points', number(one.weight, one.weight % 1 === 0 ? 0 : 1))}</span><span class="num">${t('ex.min', planned(one.limitS))}</span></li>`)}</ol>`;
  }

  /** What a candidate has to know, in plain words. @param {any} mine */
  #rules(mine) {
    return [
      mine.lateEntryS > 0 ? t('ex.rule.late', planned(mine.lateEntryS)) : t('ex.rule.late.none'),
      t('ex.my.rule.order'),
      t('ex.my.rule.saved'),
      t('ex.my.rule.lost'),
      t(`ex.rule.early.${mine.earlyHandIn ? 'yes' : 'no'}`),
      mine.blurWarnings > 0 ? t('ex.rule.blur', mine.blurWarnings) : t('ex.rule.blur.none'),
      t('ex.my.rule.hand'),
      t('ex.rule.pass', number(mine.passMark, 0)),
    ];
  }

  /** One item has ended and the next one is being made ready. @param {any} mine */
  #between(mine) {
    return html`<main class="wrap xc1"><h1>${t('ex.my.between')}</h1><p class="mut" role="status">${t('ex.my.between.how')}</p>${this.#done(mine)}</main>`;
  }

  /** His other exams, the nearest first, and the way back to the present one. @param {any} mine */
  #others(mine) {
    const others = mine.others ?? [];
    if (others.length === 0 || myExam.inside) {
      return nothing;
    }
    return html`<section class="sheet pad xoth"><h2>${t('ex.my.others', others.length)}</h2><ul>${others.map((/** @type {any} */ one) => html`<li><span class="xo1"><b>${pick(one.title)}</b><span class="mut">${date(one.plannedStart)} ${one.room} ${one.seat}</span></span><span class="tagc">${pick(one.state === 'expected' ? one.phaseText : one.stateText)}</span><button class="btn s" data-exam=${one.id} @click=${() => { if (one.id === myExam.mine?.id) { this.other = null; } else { this.#look(one.id); } }}>${t(one.id === myExam.mine?.id ? 'ex.my.others.back' : 'ex.my.others.show')}</button></li>`)}</ul>${this.otherFailure ? html`<p class="row err" role="alert">${priority(2, 18)}<span>${this.otherFailure}</span></p>` : nothing}</section>`;
  }

  /** How far each item is. @param {any} mine */
  #done(mine) {
    return html`<ol class="xdone">${mine.items.map((/** @type {any} */ one, /** @type {number} */ i) => html`<li class=${one.state ?? ''}>${one.state === 'done' ? icon('check', 18) : html`<i>${i + 1}</i>`}<span>${pick(one.title)}</span><span class="mut">${one.state ? t(`ex.item.${one.state}`) : ''}</span></li>`)}</ol>`;
  }

  /** @param {any} mine */
  #receipt(mine) {
    return html`<main class="wrap xc1"><h1>${t('ex.my.in')}</h1><p class="mut">${pick(mine.title)}</p>
      <section class="sheet pad xrec"><span class="cap">${t('ex.my.receipt')}</span><b class="xno">${mine.receipt}</b><p>${t('ex.my.receipt.how')}</p><dl class="xdl"><dt>${t('ex.p.name')}</dt><dd>${mine.name}</dd><dt>${t('ex.p.seat')}</dt><dd>${mine.room} ${mine.seat}</dd></dl></section>${this.#done(mine)}
      <p class="mut">${t('ex.my.after')}</p>${this.#others(mine)}${myExam.live ? nothing : html`<p><a class="btn" href="/home">${t('ex.my.home')}</a></p>`}</main>`;
  }

  /** @param {any} mine */
  #result(mine) {
    const works = mine.works ?? [];
    return html`<main class="wrap xc1"><p class="mut">${pick(mine.title)}</p><div class="row xmark"><span class="huge">${typeof mine.mark === 'number' ? t('ex.points', number(mine.mark, 2)) : t('ex.my.no-mark')}</span>${mine.passed === undefined ? nothing : html`<span class="tagc ${mine.passed ? 'ok' : ''}">${icon(mine.passed ? 'check' : 'close', 16)}${t(mine.passed ? 'ex.res.passed' : 'ex.res.failed')}</span>`}<span class="mut">${t('ex.rule.pass', number(mine.passMark, 0))}</span></div>
      <section class="sheet scroll"><table class="t"><thead><tr><th>${t('ex.my.part')}</th><th class="num">${t('ex.my.points')}</th><th aria-label=${t('ex.res.evidence')}></th></tr></thead><tbody>${works.map((/** @type {any} */ one, /** @type {number} */ i) => html`<tr><td>${pick(one.title)}</td><td class="num"><b>${number(one.points, 2)}</b> / ${number(one.weight, 0)}</td><td>${one.work ? html`<a class="btn s" href=${mine.items[i]?.kind === 'hazop' ? path`/hazop-task/${one.work}` : path`/score/${one.work}`}>${t('ex.my.evidence')}</a>` : nothing}</td></tr>`)}</tbody></table></section>
      <p class="mut">${t('ex.receipt.no', mine.receipt)}</p>${this.#others(mine)}</main>`;
  }

  /** Absent, called off, or over without him. @param {any} mine */
  #over(mine) {
    const kind = mine.phase === 'cancelled' ? 'cancelled' : mine.state === 'absent' ? 'absent' : 'over';
    return html`<main class="wrap xc1"><h1>${t(`ex.my.${kind}`)}</h1><p class="mut">${pick(mine.title)} ${date(mine.plannedStart)}</p><p>${t(`ex.my.${kind}.how`, minutes(mine.lateEntryS))}</p>${this.#others(mine)}<p><a class="btn" href="/home">${t('ex.my.home')}</a></p></main>`;
  }
}

customElements.define('ots-exam', CandidatePage);
