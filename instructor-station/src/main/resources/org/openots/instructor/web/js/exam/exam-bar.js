// @ts-check
import { html, nothing } from 'lit';
import { modal, shut, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock } from '../core/format.js';
import { language, pick, t, toggleLanguage } from '../core/i18n.js';
import { brand, icon, priority } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { myExam } from './my-exam.js';
import { planned, time } from './exam-words.js';

/**
 * What a candidate has in front of him on every page of an exam: how long, where, what is saved, his hand, and the way on.
 * In the bar of the DCS it is a part of the bar; elsewhere it is the bar.
 */
class ExamBar extends LightElement {
  static properties = { dcs: { type: Boolean }, middle: { attribute: false }, undone: { attribute: false }, asking: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** Whether it is a part of the bar of the DCS, which tells of the connection itself. */
    this.dcs = false;
    /** What the page adds, in place of what is saved. @type {any} */
    this.middle = nothing;
    /** What is not done yet on this page, in words. @type {string[]} */
    this.undone = [];
    this.asking = false;
    this.failure = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(myExam);
  }

  render() {
    const { mine } = myExam;
    if (!mine) {
      return nothing;
    }
    return html`${this.dcs ? this.#clock(mine) : html`<header class="bar0 xbar">${brand}${myExam.item ? html`<span class="xitem cutl">${this.#where(mine)}</span>` : nothing}<span class="sp"></span>${myExam.item ? this.#clock(mine) : nothing}${this.#saved(mine)}
      <span class="who"><span class="xwho">${t('seat.n', mine.seat)}</span><b class="cutl">${mine.name}</b></span>${this.#buttons(mine)}<button class="btn s q" lang=${language() === 'en' ? 'zh' : 'en'} @click=${() => toggleLanguage()}>${t('language.other')}</button></header>`}${this.dcs ? html`${this.middle}${this.#buttons(mine)}` : nothing}
      <div class="xsay ${this.dcs ? 'xin' : ''}" aria-live="assertive">${this.#messages(mine)}</div>${this.asking ? this.#dialog(mine) : nothing}${!this.dcs && ['lost', 'out'].includes(myExam.link) ? this.#lost(mine) : nothing}`;
  }

  /** @param {any} mine */
  #where(mine) {
    return t('ex.item.where', mine.item, mine.items.length, pick(mine.items[mine.item - 1]?.title));
  }

  /** @param {any} mine */
  #clock(mine) {
    return html`<span class="exam ${mine.still ? 'xstill' : ''}" role="timer" aria-label=${t('ex.left.label', clock(mine.leftS), clock(mine.leftInAllS))}><span>${mine.still ? icon('pause', 16) : nothing}${t(mine.still ? 'ex.still' : 'exam.left')}</span> <b>${clock(mine.leftS)}</b>${mine.items.length > 1 ? html`<small>${t('ex.left.all', clock(mine.leftInAllS))}</small>` : nothing}</span>`;
  }

  /** @param {any} mine */
  #saved(mine) {
    if (myExam.link === 'lost' || myExam.link === 'out') {
      return html`<span class="tagc t2" role="status">${icon('broken', 14)}${t('save.lost')}</span>`;
    }
    return this.middle !== nothing ? this.middle : myExam.item ? html`<span class="tagc" role="status">${icon('check', 14)}${t('save.saved', mine.saved)}</span>` : nothing;
  }

  /** @param {any} mine */
  #buttons(mine) {
    const off = myExam.link !== 'live';
    const early = myExam.last && !mine.earlyHandIn && mine.leftInAllS > 0;
    return html`<button class="btn s xhand ${mine.hand ? 'on' : ''}" aria-pressed=${mine.hand} ?disabled=${off} data-act="hand" @click=${() => this.#post('hand', { hand: mine.hand ? 'down' : 'up' })}>${mine.hand ? icon('check', 14) : nothing}${t(mine.hand ? 'ex.hand.down' : 'ex.hand.up')}</button>
      ${myExam.item ? html`<button class="btn s" data-act=${myExam.last ? 'hand-in' : 'next'} ?disabled=${off || mine.still || early} title=${early ? t('ex.early.no') : ''} @click=${() => { this.asking = true; this.failure = ''; }}>${t(myExam.last ? 'exam.hand' : 'ex.next')}</button>` : nothing}`;
  }

  /** @param {string} action @param {any} body */
  async #post(action, body) {
    this.busy = true;
    this.failure = '';
    try {
      await myExam.post(action, body);
      this.querySelector('dialog')?.close();
      this.asking = false;
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** What has just happened, and what stands as it is. @param {any} mine */
  #messages(mine) {
    const { notice } = myExam;
    /** @type {string[]} */
    const texts = [];
    if (mine.still && mine.state === 'working') {
      texts.push(t(mine.stopped ? 'ex.say.stopped' : 'ex.say.stopped.you'));
    } else if (mine.waits && mine.leftS <= 0) {
      texts.push(t('ex.say.waits'));
    }
    const standing = texts.length;
    if (notice) {
      texts.push(notice.kind === 'blur' ? t('ex.say.blur', notice.value) : notice.kind === 'next' ? t('ex.say.next', notice.value, mine.items.length) : t(`ex.say.${notice.kind}`, planned(notice.value)));
    }
    if (this.failure && !this.asking) {
      texts.push(this.failure);
    }
    return texts.map((text, i) => html`<p class="xnote">${i < standing || this.failure ? priority(2, 20) : icon('clock', 20)}<span>${text}</span>${i < standing ? nothing : html`<button class="btn s ibtn" aria-label=${t('action.close')} @click=${() => { this.failure = ''; myExam.hush(); }}>${icon('close', 14)}</button>`}</p>`);
  }

  /** What is handed in, what is not done, and that there is no way back. @param {any} mine */
  #dialog(mine) {
    const { last } = myExam;
    const later = mine.items.slice(mine.item);
    const close = () => { this.asking = false; };
    return modal(t(last ? 'ex.in.ask' : 'ex.next.ask'), close, html`<h2>${t(last ? 'ex.in.ask' : 'ex.next.ask')}</h2>
      <dl class="xdl"><dt>${t('ex.in.item')}</dt><dd>${this.#where(mine)}</dd><dt>${t('ex.p.saved')}</dt><dd>#${mine.saved}</dd><dt>${t('exam.left')}</dt><dd>${clock(mine.leftS)}</dd></dl>
      ${this.undone.length > 0 ? html`<p class="row xneed">${priority(2, 18)}<b>${t('ex.in.undone')}</b></p><ul class="xrl">${this.undone.map((one) => html`<li>${one}</li>`)}</ul>` : nothing}
      <p>${t(last ? 'ex.in.loss' : 'ex.next.loss')}</p>${wrong(this.failure)}
      <p class="row wrapl"><button class="btn danger ${this.busy ? 'busy' : ''}" data-do="confirm" ?disabled=${this.busy} @click=${() => (last ? this.#post('hand-in', {}) : this.#post('next', { item: mine.item }))}>${t(last ? 'exam.hand' : 'ex.next.do')}</button><button class="btn" autofocus @click=${shut}>${t('ex.in.back')}</button>
      ${!last && mine.earlyHandIn ? html`<button class="btn danger" ?disabled=${this.busy} title=${t('ex.in.all.loss', later.length)} @click=${() => this.#post('hand-in', {})}>${t('ex.in.all', later.length)}</button>` : nothing}</p>`);
  }

  /** @param {any} mine */
  #lost(mine) {
    if (myExam.link === 'out') {
      return html`<section class="xlost" role="alertdialog" aria-label=${t('left.elsewhere')}><h2>${priority(2, 28)}${t('left.elsewhere')}</h2><p>${t('ex.lost.elsewhere')}</p><p class="row"><button class="btn act" @click=${() => { session.forget(); router.go('/sign-in'); }}>${t('left.sign-in')}</button></p></section>`;
    }
    const wait = Math.max(0, Math.ceil((myExam.retryAt - Date.now()) / 1000));
    return html`<section class="xlost" role="alertdialog" aria-label=${t('lost.title')}><h2>${priority(1, 28)}${t('lost.title')} ${clock((Date.now() - myExam.lostAt) / 1000)}</h2>
      <p>${t('ex.lost.exam', time(myExam.heard))}</p><p>${t('ex.lost.saved', mine.saved)}</p>
      <p class="row"><button class="btn act" @click=${() => myExam.reconnect()}>${t('lost.now')}</button><span class="mut">${wait > 0 ? t('lost.next', myExam.attempt, wait) : t('lost.trying')}</span></p></section>`;
  }
}

customElements.define('ots-exam-bar', ExamBar);
