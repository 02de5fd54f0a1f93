// @ts-check
import { html, nothing } from 'lit';
import { modal, shut, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, typed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { session } from '../core/session.js';
import { by, codeText, CODES, needs, seatName, time } from './exam-words.js';

const SECONDS_PER_MINUTE = 60;
/** Most that is given at once, min. */
const LONGEST = 120;

/** Everything on one candidate, and what can be done for him; without a candidate, a note on the whole room. */
class SeatPanel extends LightElement {
  static properties = { store: { attribute: false }, account: {}, start: { attribute: false }, locked: { type: Boolean }, view: { state: true }, failure: { state: true }, busy: { state: true }, code: { state: true }, text: { state: true }, amount: { state: true }, place: { state: true } };

  constructor() {
    super();
    /** @type {import('./room-store.js').RoomStore | null} */
    this.store = null;
    this.account = '';
    /** What is to be done first. @type {{ view: string, code?: string, text?: string } | null} */
    this.start = null;
    this.locked = false;
    this.view = '';
    this.failure = '';
    this.busy = false;
    this.code = 'other';
    this.text = '';
    this.amount = '';
    this.place = '';
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
    this.#open(this.start?.view ?? '', this.start?.code, this.start?.text);
  }

  get seat() {
    return this.store?.room?.seats.find((/** @type {any} */ one) => one.account === this.account);
  }

  /** @param {string} view @param {string} [code] @param {string} [text] */
  #open(view, code = 'other', text = '') {
    this.view = this.locked ? '' : view;
    this.code = code;
    this.text = text;
    this.amount = '';
    this.place = '';
    this.failure = '';
  }

  /** @param {string} action @param {any} body @param {boolean} [close] */
  async #send(action, body, close = false) {
    this.busy = true;
    this.failure = '';
    try {
      await this.store?.post(action, body);
      if (close || !this.account) {
        this.querySelector('dialog')?.close();
      } else {
        this.#open('');
      }
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  render() {
    const { seat } = this;
    const title = seat ? seatName(seat) : t('ex.whole');
    return modal(title, () => this.dispatchEvent(new CustomEvent('close')), html`<div class="xp"><header class="row"><h2 class="cutl">${title}</h2>${seat ? html`<span class="tagc">${pick(seat.stateText)}</span>` : nothing}<span class="sp"></span><button class="btn s" aria-label=${t('action.close')} @click=${shut}>${icon('close', 14)}</button></header>
      ${seat && this.view === '' ? this.#facts(seat) : nothing}${this.view === '' ? (seat && !this.locked ? this.#actions(seat) : nothing) : this.#form(seat)}</div>`, 'dialog');
  }

  /** @param {any} seat */
  #facts(seat) {
    const { room } = /** @type {any} */ (this.store);
    const mine = needs(room).filter((need) => need.seat.account === seat.account);
    const working = seat.state === 'working';
    const rows = [
      [t('ex.p.account'), seat.account],
      seat.items > 0 ? [t('ex.p.item'), seat.item > 0 ? t('ex.item.of', seat.item, seat.items) : t('ex.p.items', seat.items)] : null,
      working ? [t('ex.p.left'), `${clock(seat.leftS)}${seat.stopped ? ` ${t('ex.p.still')}` : ''}`] : null,
      working ? [t('ex.p.all'), clock(seat.leftInAllS)] : null,
      working ? [t('ex.p.saved'), `#${seat.saved}`] : null,
      working ? [t('ex.p.link'), seat.lostS === undefined ? t('ex.p.link.yes') : t('ex.p.link.no', clock(seat.lostS))] : null,
      [t('ex.p.blurs'), t('ex.times', seat.blurs)],
      seat.receipt ? [t('ex.p.receipt'), seat.receipt] : null,
    ].filter((row) => row !== null);
    const log = room.incidents.filter((/** @type {any} */ one) => one.account === seat.account).slice(-4).reverse();
    return html`${mine.map((need) => html`<p class="row xneed">${priority(need.level, 18)}<span>${need.text}</span></p>`)}
      <dl class="xdl">${rows.map(([name, value]) => html`<dt>${name}</dt><dd>${value}</dd>`)}</dl>
      ${seat.grants.length > 0 ? html`<h3>${t('ex.p.grants')}</h3><ul class="xl">${seat.grants.map((/** @type {any} */ one) => html`<li><b>${t('ex.seconds', Math.round(one.seconds))}</b><span>${t(`ex.grant.${one.kind}`)} ${one.reason}</span><span class="cap">${t(`ex.grant.${one.state}`)} ${by(one.decidedBy || one.by)}</span></li>`)}</ul>` : nothing}
      ${log.length > 0 ? html`<h3>${t('ex.tab.incidents')}</h3><ul class="xl">${log.map((/** @type {any} */ one) => html`<li><b>${time(one.at)}</b><span>${codeText(one.code)} <span lang="">${one.text}</span></span><span class="cap">${by(one.by)}</span></li>`)}</ul>` : nothing}`;
  }

  /** What can be done for him now. @param {any} seat */
  #actions(seat) {
    const { room } = /** @type {any} */ (this.store);
    const working = seat.state === 'working' && room.phase === 'running';
    const done = ['handed-in', 'absent'].includes(seat.state);
    const button = (/** @type {string} */ view, /** @type {boolean} */ may, /** @type {string} */ look = '') => (may ? html`<button class="btn s ${look}" data-view=${view} @click=${() => this.#open(view)}>${t(`ex.p.do.${view}`)}</button>` : nothing);
    return html`${wrong(this.failure)}<div class="row wrapl">${working ? html`<button class="btn s" data-view="pace" ?disabled=${this.busy} @click=${() => (seat.stoppedAlone ? this.#send('go', { account: seat.account, reason: '' }) : this.#open('stop'))}>${icon(seat.stoppedAlone ? 'play' : 'pause', 14)}${t(seat.stoppedAlone ? 'ex.p.do.go' : 'ex.p.do.stop')}</button>` : nothing}
      ${button('extend', working)}${button('move', !done && room.phase !== 'cancelled')}${button('incident', true)}${button('collect', working, 'danger')}</div>${done ? html`<p class="mut">${t('ex.p.done')}</p>` : nothing}`;
  }

  /** The form of one action. @param {any} seat */
  #form(seat) {
    const { view } = this;
    const text = html`<div><label class="l" for="xp-text">${t(view === 'incident' ? 'ex.p.text' : 'ex.p.reason')}</label><textarea id="xp-text" class="field" rows="2" maxlength="500" .value=${this.text} @input=${(/** @type {any} */ event) => { this.text = event.target.value; }}></textarea></div>`;
    const fields = {
      incident: html`<div><label class="l" for="xp-code">${t('ex.p.code')}</label><select id="xp-code" class="field" @change=${(/** @type {any} */ event) => { this.code = event.target.value; }}>${CODES.map((code) => html`<option value=${code} ?selected=${code === this.code}>${codeText(code)}</option>`)}</select></div>`,
      extend: html`<div><label class="l" for="xp-amount">${t('ex.p.minutes')}</label><input id="xp-amount" class="field" inputmode="decimal" .value=${this.amount} @input=${(/** @type {any} */ event) => { this.amount = event.target.value; }}></div>`,
      move: html`<div><label class="l" for="xp-place">${t('ex.p.place')}</label><input id="xp-place" class="field" maxlength="16" .value=${this.place} @input=${(/** @type {any} */ event) => { this.place = event.target.value; }}></div>`,
    };
    return html`<h3>${t(`ex.p.do.${view}`)}</h3><p class="mut">${t(view === 'extend' && session.me?.role === 'exam-officer' ? 'ex.p.how.extend.officer' : `ex.p.how.${view}`, seat?.name ?? '')}</p>${fields[view] ?? nothing}${text}${wrong(this.failure)}
      <p class="row"><button class="btn ${view === 'collect' ? 'danger' : 'act'} ${this.busy ? 'busy' : ''}" data-do="confirm" ?disabled=${this.busy} @click=${() => this.#confirm()}>${t(`ex.p.do.${view}`)}</button><button class="btn" @click=${(/** @type {Event} */ event) => (this.account ? this.#open('') : shut(event))}>${t('action.cancel')}</button></p>`;
  }

  #confirm() {
    const { account, view } = this;
    const reason = this.text.trim();
    if (reason === '' && view !== 'stop') {
      this.failure = t('ex.p.reason.missing');
      this.querySelector('textarea')?.focus();
      return;
    }
    if (view === 'extend') {
      const amount = typed(this.amount);
      if (!(amount > 0 && amount <= LONGEST)) {
        this.failure = t('ex.p.minutes.wrong', this.amount, LONGEST);
        return;
      }
      this.#send('extend', { account, seconds: Math.round(amount * SECONDS_PER_MINUTE), reason });
    } else if (view === 'move') {
      const seat = this.place.trim();
      if (seat === '') {
        this.failure = t('ex.p.place.missing');
        return;
      }
      this.#send('move', { account, seat, reason });
    } else if (view === 'incident') {
      this.#send('incident', { account, code: this.code, text: reason }, Boolean(this.start?.view));
    } else {
      this.#send(view, { account, reason });
    }
  }
}

customElements.define('ots-seat-panel', SeatPanel);
