// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { path } from '../core/api.js';
import { css } from '../core/css.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { clock, date } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { session } from '../core/session.js';
import { examBar, waitRows } from './exam-frame.js';
import { bySeat, examTitle, minutes, needs, planned, RUNNERS, seatName, time } from './exam-words.js';
import { incidentLog, rulesSheet } from './room-sheets.js';
import { RoomStore } from './room-store.js';
import './seat-panel.js';

const SLOW_MS = 300;
/** More seats than this make more columns. */
const FEW_SEATS = 36;
/** From this many on the rows share the height of the room. */
const FULL_SEATS = 24;

/** What a need is answered with: the button's word and whether it is the main one. */
const ANSWERS = {
  handover: [['approve', true], ['refuse', false]],
  lost: [['move', false], ['note', false]],
  grant: [['give', true], ['deny', false]],
  late: [['note', false]],
  blur: [['note', false], ['clear', false]],
  hand: [['attended', false]],
  stopped: [['go', false]],
};

/** An exam room while it is held: how long it goes on, who needs somebody, and every seat. */
class RoomPage extends LightElement {
  static properties = { examId: {}, tab: {}, chosen: { state: true }, question: { state: true }, slow: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.examId = '';
    this.tab = 'room';
    /** The seat that is open, and what is to be done there. @type {{ account: string, view: string, code?: string, text?: string } | null} */
    this.chosen = null;
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    this.slow = false;
    this.busy = '';
  }

  connectedCallback() {
    super.connectedCallback();
    const store = new RoomStore(this.examId);
    this.store = store;
    this.follow(store);
    this.endings.push(() => store.close());
    setTimeout(() => { this.slow = true; }, SLOW_MS);
    store.open();
  }

  get runs() {
    return RUNNERS.includes(session.me?.role ?? '') && this.store?.link !== 'lost';
  }

  render() {
    const store = /** @type {RoomStore} */ (this.store);
    const { room } = store;
    if (!room) {
      return html`<div class="station">${examBar(this.examId, this.tab)}<main class="wrap xone">${store.failure ? html`<p class="row err" role="alert">${store.failure} <button class="btn s" @click=${() => store.open()}>${t('action.retry')}</button><a class="btn s" href="/exams">${t('ex.all')}</a></p>` : waitRows(this.slow)}</main></div>`;
    }
    const lost = store.link === 'lost';
    return html`<div class="station ${lost ? 'xstale' : ''}">${examBar(this.examId, this.tab, this.#chip(store))}
      ${this.tab === 'incidents' ? incidentLog(room, this.runs ? () => { this.chosen = { account: '', view: 'incident' }; } : null) : this.tab === 'rules' ? rulesSheet(room) : this.#room(store, room)}
      ${this.chosen ? html`<ots-seat-panel .store=${store} .account=${this.chosen.account} .start=${this.chosen} .locked=${!this.runs} @close=${() => { this.chosen = null; }}></ots-seat-panel>` : nothing}
      ${ask(this.question, () => { this.question = null; })}${lost ? this.#lost(store) : nothing}</div>`;
  }

  /** @param {RoomStore} store */
  #chip(store) {
    return store.link === 'live' ? html`<span class="tagc">${icon('check', 14)}${t('ex.live')}</span>`
      : html`<span class="tagc ${store.link === 'lost' ? 't2' : ''}" role="status">${icon(store.link === 'lost' ? 'broken' : 'clock', 14)}${t(store.link === 'lost' ? 'save.lost' : 'save.connecting')}</span>`;
  }

  /** @param {RoomStore} store @param {any} room */
  #room(store, room) {
    const list = needs(room);
    return html`<main class="wrap xm">${this.#head(room)}
      <section class="xt" aria-label=${t('ex.needs')}>${store.failure ? html`<p class="row err" role="alert">${store.failure}</p>` : nothing}<h2>${list.length > 0 ? t('ex.needs.n', list.length) : t('ex.needs.none')}</h2>
        ${repeat(list, (need) => `${need.seat.account} ${need.kind} ${need.grant?.id ?? ''}`, (need) => this.#need(need))}
        ${list.length === 0 ? html`<p class="mut">${t(`ex.needs.none.${room.phase}`)}</p>` : nothing}</section>
      ${this.#map(room, list)}</main>`;
  }

  /** How long it goes on, where in the paper the room is, and how it is begun and stopped. @param {any} room */
  #head(room) {
    const count = (/** @type {(seat: any) => boolean} */ which) => room.seats.filter(which).length;
    const state = (/** @type {string} */ word) => count((seat) => seat.state === word);
    const running = room.phase === 'running';
    const left = Math.max(0, ...room.seats.filter((/** @type {any} */ seat) => seat.state === 'working').map((/** @type {any} */ seat) => seat.leftInAllS), running && state('working') === 0 ? room.totalS - room.clockS : 0);
    const until = (Date.parse(room.plannedStart) - Date.now()) / 1000;
    const big = running ? clock(left) : ['planned', 'open'].includes(room.phase) && until > 0 && until < 360_000 ? clock(until) : pick(room.phaseText);
    const note = running ? (room.stopped ? t('ex.left.stopped') : t('ex.left.until', time(Date.now() + left * 1000)))
      : ['planned', 'open'].includes(room.phase) ? (until > 0 ? t('ex.until.start', date(room.plannedStart)) : t('ex.start.due', date(room.plannedStart))) : t('ex.was', date(room.plannedStart));
    const words = running ? t('ex.count.running', state('working'), state('expected'), state('absent'), count((seat) => seat.stopped && seat.state === 'working'), state('handed-in')) : t('ex.count.before', room.seats.length, state('seated'), state('expected'));
    return html`<header class="xh"><span class="cap cutl xti">${examTitle(room)} ${t('ex.room', room.room)}</span><span class="cap xco">${['closed', 'confirmed', 'released'].includes(room.phase) ? t('ex.count.after', state('handed-in'), state('absent')) : words}</span>
      <p class="row base xbig"><span class="huge" role="timer">${big}</span><span class="mut">${note}</span></p>${this.#sections(room)}<p class="row xdo">${this.#control(room)}</p></header>`;
  }

  /** @param {any} room */
  #sections(room) {
    const total = Math.max(1, room.sections.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.limitS, 0));
    const at = room.phase === 'running' ? Math.min(1, room.clockS / total) : 0;
    return html`<div class="per" role="img" aria-label=${t('ex.sections.label', room.sections.length, Math.round(100 * at))}>${room.sections.map((/** @type {any} */ one) => html`<span title="${pick(one.title)} ${t('ex.min', planned(one.limitS))}" ${css({ flex: `${one.limitS} 1 0` })}><em class="cutl">${pick(one.title)} ${planned(one.limitS)}</em></span>`)}
      ${room.phase === 'running' ? html`<i ${css({ width: `${100 * at}%` })}></i><u ${css({ left: `${100 * at}%` })}></u>` : nothing}</div>`;
  }

  /** What can be done to the whole room now. @param {any} room */
  #control(room) {
    const { phase } = room;
    const expected = room.seats.filter((/** @type {any} */ seat) => seat.state === 'expected').length;
    const put = (/** @type {string} */ action, /** @type {any} */ body, /** @type {string} */ look, /** @type {string} */ text, /** @type {boolean} */ danger = false) => html`<button class="btn ${look} ${this.busy === action ? 'busy' : ''}" ?disabled=${!this.runs || this.busy !== ''} @click=${() => {
      this.question = { title: t(`ex.ask.${action}`), text, action: t(`ex.do.${action}`), danger, run: () => this.#do(action, body) };
    }}>${t(`ex.do.${action}`)}</button>`;
    if (!RUNNERS.includes(session.me?.role ?? '')) {
      return html`<span class="tagc">${icon('eye', 14)}${t('ex.readonly')}</span>`;
    }
    switch (phase) {
      case 'planned': return put('open', {}, 'act', t('ex.ask.open.text', room.seats.length));
      case 'open': return put('start', {}, 'act', expected > 0 ? t('ex.ask.start.some', expected, minutes(room.lateEntryS)) : t('ex.ask.start.all'));
      case 'running': return room.stopped ? put('go', { account: '', reason: '' }, 'act', t('ex.ask.go.text')) : put('stop', { account: '', reason: '' }, 'stop', t('ex.ask.stop.text', room.seats.filter((/** @type {any} */ seat) => seat.state === 'working').length), true);
      case 'closed': case 'confirmed': case 'released': return session.me?.role === 'exam-officer' ? html`<a class="btn act" href=${path`/exams/${room.id}/results`}>${t('ex.tab.results')}</a>` : nothing;
      default: return nothing;
    }
  }

  /** @param {string} action @param {any} body */
  async #do(action, body) {
    this.busy = action;
    await this.store?.act(action, body);
    this.busy = '';
  }

  /** @param {import('./exam-words.js').Need} need */
  #need(need) {
    return html`<article class="xc t${need.level}" data-need=${need.kind} data-account=${need.seat.account}><div class="row">${priority(need.level, 20)}<b class="cutl">${seatName(need.seat)}</b><span class="sp"></span><span class="xas">${need.aside}</span></div><p>${need.text}</p>
      ${this.runs ? html`<div class="row wrapl">${ANSWERS[need.kind].map(([word, main]) => this.#answer(need, word, main))}</div>` : nothing}</article>`;
  }

  /** @param {import('./exam-words.js').Need} need @param {string} word @param {boolean} main */
  #answer(need, word, main) {
    const own = need.grant?.by === session.me?.account;
    if (own) {
      return main ? html`<span class="cap">${t('ex.grant.own')}</span>` : nothing;
    }
    return html`<button class="btn s ${main ? 'act' : ''}" data-do=${word} @click=${() => this.#take(need, word)}>${t(`ex.need.do.${word}`)}</button>`;
  }

  /** @param {import('./exam-words.js').Need} need @param {string} word */
  #take(need, word) {
    const { account } = need.seat;
    const store = /** @type {RoomStore} */ (this.store);
    switch (word) {
      case 'approve': case 'refuse': return store.act('handover', { account, decision: word });
      case 'give': case 'deny': return store.act('decide', { account, grant: need.grant.id, decision: word === 'give' ? 'give' : 'refuse' });
      case 'attended': return store.act('attended', { account });
      case 'go': return store.act('go', { account, reason: '' });
      case 'move': this.chosen = { account, view: 'move', text: t('ex.move.lost') }; return undefined;
      case 'clear': this.chosen = { account, view: 'incident', code: 'other', text: t('ex.blur.cleared') }; return undefined;
      default: this.chosen = { account, view: 'incident', code: need.kind === 'late' ? 'late' : need.kind === 'lost' ? 'equipment' : 'violation', text: '' }; return undefined;
    }
  }

  /** @param {any} room @param {import('./exam-words.js').Need[]} list */
  #map(room, list) {
    const level = new Map();
    list.forEach((need) => level.set(need.seat.account, Math.min(need.level, level.get(need.seat.account) ?? 3)));
    const seats = [...room.seats].sort(bySeat);
    return html`<section class="sheet xmap"><p class="front">${t('ex.lectern')}</p><div class="xrows ${seats.length > FEW_SEATS ? 'many' : ''} ${seats.length > FULL_SEATS ? 'xfull' : ''}" @keydown=${this.#arrows}>${repeat(seats, (seat) => seat.account, (seat) => this.#seat(seat, level.get(seat.account), room))}</div>
      <p class="cap">${t(RUNNERS.includes(session.me?.role ?? '') ? 'ex.map.note' : 'ex.map.note.read')}</p></section>`;
  }

  /** @param {any} seat @param {1 | 2 | 3 | undefined} level @param {any} room */
  #seat(seat, level, room) {
    const word = seat.state === 'working' ? (seat.stopped && !room.stopped && seat.lostS === undefined ? t('ex.seat.stopped') : '') : pick(seat.stateText);
    const label = `${seatName(seat)} ${pick(seat.stateText)} ${level ? t('priority.n', level) : ''} ${seat.items > 0 ? t('ex.item.of', seat.item, seat.items) : ''}`;
    return html`<button class="sm ${level ? `t${level}` : ''} ${seat.state}" data-seat=${seat.seat} aria-label=${label} @click=${() => { this.chosen = { account: seat.account, view: '' }; }}><span class="row"><b class="cutl">${seat.seat}</b><span class="sp"></span>${level ? priority(level, 18) : seat.state === 'handed-in' ? icon('check', 16) : nothing}</span><span class="cutl">${seat.name}</span>
      ${word ? html`<span class="cap cutl">${word}</span>` : html`<span class="meter"><i ${css({ width: `${Math.round(100 * seat.progress)}%` })}></i></span>`}</button>`;
  }

  /** Arrows move from seat to seat as they stand in the room. @param {KeyboardEvent} event */
  #arrows(event) {
    const seats = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('button')];
    const at = seats.indexOf(/** @type {any} */ (document.activeElement));
    const top = seats[0]?.offsetTop;
    const columns = seats.filter((seat) => seat.offsetTop === top).length;
    const step = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: columns, ArrowUp: -columns }[event.key] ?? 0;
    if (step !== 0 && at >= 0 && seats[at + step]) {
      event.preventDefault();
      seats[at + step].focus();
    }
  }

  /** @param {RoomStore} store */
  #lost(store) {
    const wait = Math.max(0, Math.ceil((store.retryAt - Date.now()) / 1000));
    return html`<section class="xlost" role="alertdialog" aria-label=${t('lost.title')}><h2>${priority(1, 28)}${t('lost.title')} ${clock((Date.now() - store.lostAt) / 1000)}</h2>
      <p>${t('ex.lost.room', time(store.heard))}</p><p>${t('ex.lost.room.how')}</p>
      <p class="row"><button class="btn act" @click=${() => store.reconnect()}>${t('lost.now')}</button><span class="mut">${wait > 0 ? t('ex.lost.next', store.attempt, wait) : t('ex.lost.trying')}</span></p></section>`;
  }
}

customElements.define('ots-exam-room', RoomPage);
