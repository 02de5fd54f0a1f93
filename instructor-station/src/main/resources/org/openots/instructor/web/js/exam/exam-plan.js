// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { modal, shut, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

const QUARTER_MS = 900_000;

/** A date and time as its field wants it, in local time. @param {number} millis */
function local(millis) {
  const when = new Date(millis);
  return new Date(millis - when.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

/** The number of the next place after those there are: 07 after 06. @param {number} at */
function numbered(at) {
  return String(at + 1).padStart(2, '0');
}

/** Plans an exam: a sealed strategy, a room, a time, and who sits where. */
class ExamPlan extends LightElement {
  static properties = { strategies: { state: true }, people: { state: true }, strategy: { state: true }, room: { state: true }, start: { state: true }, seats: { state: true }, typedIn: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** Sealed ones. @type {any[] | null} */
    this.strategies = null;
    /** Students of the station; empty when this person may not list them. @type {any[]} */
    this.people = [];
    this.strategy = '';
    this.room = '';
    this.start = local(Math.ceil((Date.now() + QUARTER_MS) / QUARTER_MS) * QUARTER_MS);
    /** @type {Array<{ seat: string, account: string, name: string }>} */
    this.seats = [];
    this.typedIn = '';
    this.failure = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const { strategies } = await api.get('/api/strategies');
      this.strategies = strategies.filter((/** @type {any} */ one) => one.kind === 'exam' && one.inUse);
      this.strategy = this.strategies?.[0]?.id ?? '';
    } catch (error) {
      this.failure = errorText(error);
      return;
    }
    try {
      this.people = (await api.get('/api/people')).people.filter((/** @type {any} */ one) => one.role === 'student' && !one.disabled);
    } catch (error) {
      // accounts can be typed where the list is not given
      this.unlisted = error;
    }
  }

  get classes() {
    return [...new Set(this.people.map((one) => one.class))].sort();
  }

  /** @param {Array<{ account: string, name: string }>} list */
  #add(list) {
    this.failure = '';
    const there = new Set(this.seats.map((one) => one.account));
    const fresh = list.filter((one) => !there.has(one.account));
    this.seats = [...this.seats, ...fresh.map((one, i) => ({ seat: numbered(this.seats.length + i), account: one.account, name: one.name }))];
  }

  #addTyped() {
    const accounts = [...new Set(this.typedIn.split(/[\s,\uff0c;\uff1b\u3001]+/).filter(Boolean))];
    this.#add(accounts.map((account) => ({ account, name: this.people.find((one) => one.account === account)?.name ?? '' })));
    this.typedIn = '';
  }

  /** @param {number} at */
  #remove(at) {
    this.seats = this.seats.filter((one, i) => i !== at);
  }

  /** What is wrong with what is filled in; empty when nothing is. */
  get missing() {
    const names = this.seats.map((one) => one.seat.trim());
    const twice = names.find((name, i) => names.indexOf(name) !== i);
    return !this.strategy ? t('ex.plan.no.strategy') : this.room.trim() === '' ? t('ex.plan.no.room') : Number.isNaN(Date.parse(this.start)) ? t('ex.plan.no.start')
      : this.seats.length === 0 ? t('ex.plan.no.seats') : names.includes('') ? t('ex.plan.no.seat') : twice !== undefined ? t('ex.plan.twice', twice) : '';
  }

  async #save() {
    this.failure = this.missing;
    if (this.failure) {
      return;
    }
    this.busy = true;
    try {
      const version = this.strategies?.find((one) => one.id === this.strategy)?.inUse;
      const exam = await api.post('/api/exams', { strategy: this.strategy, version, room: this.room.trim(), start: new Date(this.start).toISOString(), seats: this.seats.map(({ seat, account }) => ({ seat: seat.trim(), account })) });
      this.querySelector('dialog')?.close();
      this.dispatchEvent(new CustomEvent('planned', { detail: exam }));
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  render() {
    return modal(t('ex.plan'), () => this.dispatchEvent(new CustomEvent('close')), html`<div class="xpl"><header class="row"><h2>${t('ex.plan')}</h2><span class="sp"></span><button class="btn s" aria-label=${t('action.close')} @click=${shut}>${icon('close', 14)}</button></header>
      ${this.strategies === null ? (this.failure ? wrong(this.failure) : html`<p class="mut" role="status">${t('ex.loading')}</p>`) : this.strategies.length === 0 ? html`<p>${t('ex.plan.none')}</p><p><a class="btn act" href="/strategy">${t('ex.plan.seal')}</a></p>` : this.#form(this.strategies)}</div>`, 'dialog');
  }

  /** @param {any[]} strategies */
  #form(strategies) {
    return html`<div class="xplg"><div class="wide"><label class="l" for="xl-strategy">${t('ex.plan.strategy')}</label><select id="xl-strategy" class="field" @change=${(/** @type {any} */ event) => { this.strategy = event.target.value; }}>${strategies.map((one) => html`<option value=${one.id} ?selected=${one.id === this.strategy}>${pick(one.title)} ${t('ex.strategy', one.id, one.inUse)}</option>`)}</select></div>
      <div><label class="l" for="xl-room">${t('ex.plan.room')}</label><input id="xl-room" class="field" maxlength="64" .value=${this.room} @input=${(/** @type {any} */ event) => { this.room = event.target.value; this.failure = ''; }}></div>
      <div><label class="l" for="xl-start">${t('ex.plan.start')}</label><input id="xl-start" class="field" type="datetime-local" .value=${this.start} @input=${(/** @type {any} */ event) => { this.start = event.target.value; this.failure = ''; }}></div>
      ${this.classes.length > 0 ? html`<div><label class="l" for="xl-class">${t('ex.plan.class')}</label><select id="xl-class" class="field" @change=${(/** @type {any} */ event) => { this.#add(this.people.filter((one) => one.class === event.target.value)); event.target.value = ''; }}><option value="">${t('ex.plan.class.choose')}</option>${this.classes.map((one) => html`<option value=${one}>${t('ex.plan.class.n', one, this.people.filter((person) => person.class === one).length)}</option>`)}</select></div>` : nothing}
      <div class=${this.classes.length > 0 ? '' : 'wide'}><label class="l" for="xl-typed">${t('ex.plan.accounts')}</label><div class="row"><input id="xl-typed" class="field" .value=${this.typedIn} @input=${(/** @type {any} */ event) => { this.typedIn = event.target.value; }} @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && !event.isComposing && this.#addTyped()}><button class="btn" data-act="add" ?disabled=${this.typedIn.trim() === ''} @click=${() => this.#addTyped()}>${t('ex.plan.add')}</button></div></div></div>
      <h3>${t('ex.plan.seats', this.seats.length)}</h3>${this.seats.length === 0 ? html`<p class="mut">${t('ex.plan.seats.none')}</p>` : html`<ol class="xseats">${this.seats.map((one, i) => html`<li><input class="field" aria-label=${t('ex.plan.seat.of', one.account)} maxlength="16" .value=${one.seat} @input=${(/** @type {any} */ event) => { one.seat = event.target.value; this.failure = ''; }}><span class="cutl" title="${one.account} ${one.name}">${one.account} ${one.name}</span><button class="btn s" aria-label=${t('ex.plan.remove', one.account)} @click=${() => this.#remove(i)}>${icon('close', 14)}</button></li>`)}</ol>`}
      ${wrong(this.failure)}<p class="row"><button class="btn act ${this.busy ? 'busy' : ''}" data-act="save" ?disabled=${this.busy} @click=${() => this.#save()}>${t('ex.plan.do')}</button><button class="btn" @click=${shut}>${t('action.cancel')}</button></p>`;
  }
}

customElements.define('ots-exam-plan', ExamPlan);
