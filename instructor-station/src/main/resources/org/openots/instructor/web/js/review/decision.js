// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

/**
 * @typedef {{ sheet: string, deviation: string, index: number }} Ref
 * @typedef {{ study: { id: string, title: any }, deviation: { id: string, text: any }, column: string, items: Array<{ id: string, points: number, text: any }>, outside: number,
 *   text: string, refs: Ref[], reason: any, appeal?: string, waits?: boolean, earned?: number, decider?: string }} Case
 */

/** Points without needless zeros. @param {number} value */
export const points = (value) => number(value, Number.isInteger(value) ? 0 : Number.isInteger(value * 10) ? 1 : 2);

/** Whether a person types into something, where letters and digits are text. @param {Event} event */
export function typing(event) {
  const target = event.composedPath()[0];
  return target instanceof HTMLInputElement && target.type !== 'checkbox' || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** One answer to decide: what the key says, what the scorer made of it, and the verdict, all by keyboard. */
class Decision extends LightElement {
  static properties = { case: { attribute: false }, way: {}, needed: { type: Boolean }, reading: { state: true }, basis: { state: true }, item: { state: true }, half: { state: true }, alias: { state: true }, reason: { state: true }, busy: { state: true }, failure: { state: true }, told: { state: true }, adding: { state: true }, words: { state: true } };

  constructor() {
    super();
    /** @type {Case | null} */
    this.case = null;
    /** Where the verdict goes: rulings or appeals. */
    this.way = 'rulings';
    /** Whether a reason must be given. */
    this.needed = false;
    /** @type {any} */
    this.reading = null;
    this.busy = false;
    /** What was done last, in the language of now. */
    this.told = () => '';
    this.adding = false;
    /** @type {string[]} */
    this.words = [];
    this.#clear();
  }

  #clear() {
    this.basis = '';
    this.item = '';
    this.half = false;
    this.alias = false;
    this.reason = '';
    this.failure = '';
    this.adding = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(window, 'keydown', (event) => this.#key(event));
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has('case')) {
      this.#clear();
      this.told = () => '';
      this.reading = null;
      this.#read();
    }
  }

  async #read() {
    const about = this.case;
    if (!about) {
      return;
    }
    const [{ sheet, deviation, index }] = about.refs;
    try {
      const reading = await api.get(`/api/review/answer?${new URLSearchParams({ sheet, deviation, index: String(index) })}`);
      if (about === this.case) {
        this.reading = reading;
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (!this.case || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('.veil, dialog[open]')) {
      return;
    }
    if (typing(event)) {
      if (event.key === 'Escape') {
        /** @type {HTMLElement} */ (document.activeElement)?.blur();
      }
      return;
    }
    const onButton = document.activeElement instanceof HTMLButtonElement || document.activeElement instanceof HTMLAnchorElement;
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : 0;
    if (digit > 0 && digit <= this.case.items.length) {
      this.#choose('key', this.case.items[digit - 1].id);
    } else if (event.key === '0') {
      this.#choose('none');
    } else if (event.key === 'o') {
      this.#choose('outside');
    } else if (event.key === 'h' && this.basis && this.basis !== 'none') {
      this.half = !this.half;
    } else if (event.key === 'a' && this.basis === 'key') {
      this.alias = !this.alias;
    } else if (event.key === 'e' && this.reading?.earlier) {
      this.#follow(this.reading.earlier);
    } else if (event.key === 'r') {
      /** @type {HTMLElement | null} */ (this.querySelector('.dcr'))?.focus();
    } else if (event.key === 'Enter' && (!onButton || /** @type {HTMLElement} */ (document.activeElement).closest('.dck'))) {
      this.#decide();
    } else {
      return;
    }
    event.preventDefault();
  }

  /** @param {string} basis @param {string} [item] */
  #choose(basis, item = '') {
    this.basis = basis;
    this.item = item;
    this.failure = '';
    if (basis !== 'key') {
      this.alias = false;
    }
  }

  /** Chooses what was decided on the same text before. @param {any} earlier */
  #follow(earlier) {
    this.#choose(earlier.basis, earlier.item);
    this.half = this.worth > earlier.points;
  }

  /** What the choice is worth. */
  get worth() {
    const whole = this.basis === 'key' ? this.case?.items.find((item) => item.id === this.item)?.points ?? 0 : this.basis === 'outside' ? this.case?.outside ?? 0 : 0;
    return this.half ? whole / 2 : whole;
  }

  async #decide() {
    const about = this.case;
    if (!about || this.busy) {
      return;
    }
    this.failure = this.basis === '' ? t('review.choose') : this.needed && this.reason.trim() === '' ? t('review.reason.needed') : '';
    if (this.failure) {
      return;
    }
    this.busy = true;
    try {
      await api.post(`/api/review/${this.way}`, { answers: about.refs, basis: this.basis, item: this.item, points: this.worth, reason: this.reason.trim() });
      const proposed = this.alias ? await this.#propose({ kind: 'alias', item: this.item }) : null;
      this.dispatchEvent(new CustomEvent('decided', { detail: { case: about, proposed } }));
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** @param {any} what */
  #propose(what) {
    return api.post('/api/review/proposals', { .../** @type {Case} */ (this.case).refs[0], ...what });
  }

  async #word() {
    const word = /** @type {HTMLInputElement} */ (this.querySelector('#dcw')).value.trim();
    const like = /** @type {HTMLInputElement} */ (this.querySelector('#dcl')).value.trim();
    this.failure = word === '' || like === '' ? t('review.word.needs') : '';
    if (this.failure) {
      return;
    }
    this.busy = true;
    try {
      const made = await this.#propose({ kind: 'word', word, like });
      this.told = () => made.state === 'refused' ? t('review.proposed.refused', made.text, made.trial.losses.length) : t('review.proposed', made.text);
      this.adding = false;
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  async #openWords() {
    this.adding = true;
    if (this.words.length === 0) {
      this.words = await api.get('/api/review/words');
    }
  }

  render() {
    const about = this.case;
    if (!about) {
      return nothing;
    }
    return html`<div class="dc"><div class="dch"><p class="cap">${pick(about.study.title)} ${about.deviation.id} ${pick(about.deviation.text)}</p>
      <p class="dct"><span class="tagc">${t(`review.column.${about.column}`)}</span><b>${about.text}</b>${about.refs.length > 1 ? html`<span class="tagc acc">${t('review.people', about.refs.length)}</span>` : nothing}</p>${this.#appeal(about)}</div>
      <div class="dcb scroll">${this.#why(about)}${this.#key1(about)}</div>${this.#foot()}</div>`;
  }

  /** @param {Case} about */
  #appeal(about) {
    return about.appeal ? html`<p class="dca"><b>${t('review.appeal')}</b> ${about.appeal}<br><span class="mut">${t('review.appeal.before', points(about.earned ?? 0), about.decider || t('review.program'))}</span></p>` : nothing;
  }

  /** @param {Case} about */
  #why(about) {
    const { reading } = this;
    const doubts = (reading?.doubts ?? []).filter((/** @type {any} */ doubt) => !about.appeal || pick(doubt) !== pick(about.reason));
    const rulings = reading?.rulings ?? [];
    const repaired = reading?.understood && reading.understood !== about.text.toLowerCase() ? html`<li>${t('review.understood', reading.understood)}</li>` : nothing;
    return html`<section><h3>${t(about.appeal ? 'review.said' : about.waits === false ? 'review.program.reason' : 'review.why')}</h3><ul class="dcy">${about.appeal ? html`<li>${pick(about.reason)}</li>` : nothing}${reading === null ? html`<li class="mut">${pick(about.reason)}</li>` : html`${repaired}${doubts.map((/** @type {any} */ doubt) => html`<li>${pick(doubt)}</li>`)}`}
      ${reading?.earlier ? this.#earlier(about, reading.earlier) : nothing}
      ${rulings.map((/** @type {any} */ one) => html`<li>${t('review.ruled', one.name, points(one.points))}${one.reason ? ` ${one.reason}` : ''}</li>`)}</ul></section>`;
  }

  /** @param {Case} about @param {any} earlier */
  #earlier(about, earlier) {
    const item = about.items.find((one) => one.id === earlier.item);
    const basis = item ? pick(item.text) : t(earlier.basis === 'outside' ? 'review.outside' : 'review.none');
    return html`<li class="dce">${t('review.earlier', date(earlier.at), earlier.name, points(earlier.points), basis)} <button class="btn s" @click=${() => this.#follow(earlier)}><kbd>E</kbd>${t('review.earlier.follow')}</button></li>`;
  }

  /** @param {Case} about */
  #key1(about) {
    const near = new Map((this.reading?.nearest ?? []).map((/** @type {any} */ one) => [one.id, one.credit]));
    const elsewhere = (this.reading?.nearest ?? []).filter((/** @type {any} */ one) => one.column !== about.column && one.credit >= 0.3);
    const row = (/** @type {string} */ sign, /** @type {string} */ basis, /** @type {string} */ item, /** @type {any} */ words, /** @type {number} */ worth, /** @type {any} */ share) => {
      const on = this.basis === basis && this.item === item;
      return html`<button class="dci ${on ? 'on' : ''}" role="radio" aria-checked=${on} @click=${() => this.#choose(basis, item)}><kbd>${sign}</kbd><span>${words}</span><span class="mut num">${share === undefined ? '' : t('review.near', Math.round(share * 100))}</span><b class="num">${t('review.points', points(worth))}</b></button>`;
    };
    return html`<section><h3>${t('review.items')}</h3><div class="dck" role="radiogroup" aria-label=${t('review.items')}>${about.items.map((item, at) => row(at < 9 ? String(at + 1) : '', 'key', item.id, pick(item.text), item.points, near.get(item.id)))}
      ${row('O', 'outside', '', t('review.outside'), about.outside, undefined)}${row('0', 'none', '', t('review.none'), 0, undefined)}</div>
      ${elsewhere.length > 0 ? html`<p class="mut">${t('review.elsewhere', t(`review.column.${elsewhere[0].column}`), pick(elsewhere[0].text))}</p>` : nothing}</section>`;
  }

  #foot() {
    const check = (/** @type {string} */ key, /** @type {boolean} */ on, /** @type {boolean} */ off, /** @type {string} */ words, /** @type {() => void} */ flip) => html`<label class="dcc ${off ? 'off' : ''}"><input type="checkbox" .checked=${on} ?disabled=${off} @change=${flip}><kbd>${key}</kbd>${words}</label>`;
    return html`<footer class="dcf"><div class="row">${check('H', this.half, this.basis === '' || this.basis === 'none', t('review.half'), () => { this.half = !this.half; })}${this.way === 'rulings' ? check('A', this.alias, this.basis !== 'key', t('review.alias'), () => { this.alias = !this.alias; }) : nothing}
      <span class="sp"></span>${this.way === 'rulings' && !this.adding ? html`<button class="btn s q" @click=${() => this.#openWords()}>${icon('plus', 14)}${t('review.word')}</button>` : nothing}</div>
      ${this.adding ? this.#wordForm() : nothing}
      <div class="row"><input class="field dcr" maxlength="500" placeholder=${t(this.needed ? 'review.reason.must' : 'review.reason')} aria-label=${t('review.reason')} .value=${this.reason} @input=${(/** @type {any} */ event) => { this.reason = event.target.value; }} @keydown=${(/** @type {KeyboardEvent} */ event) => { if (event.key === 'Enter' && !event.isComposing) { this.#decide(); } }}>
      <button class="btn act ${this.busy ? 'busy' : ''}" ?disabled=${this.busy || this.basis === ''} @click=${() => this.#decide()}>${this.basis === '' ? t('review.decide') : t('review.decide.points', points(this.worth))}</button></div>
      ${wrong(this.failure)}${this.told() ? html`<p class="cap" role="status">${this.told()}</p>` : nothing}</footer>`;
  }

  #wordForm() {
    const enter = (/** @type {KeyboardEvent} */ event) => { if (event.key === 'Enter' && !event.isComposing) { this.#word(); } };
    return html`<div class="row dcn"><label><span class="cap">${t('review.word.new')}</span><input id="dcw" class="field" maxlength="40" @keydown=${enter}></label><label><span class="cap">${t('review.word.like')}</span><input id="dcl" class="field" maxlength="40" list="dcwords" @keydown=${enter}></label>
      <datalist id="dcwords">${this.words.map((word) => html`<option value=${word}></option>`)}</datalist><button class="btn s" ?disabled=${this.busy} @click=${() => this.#word()}>${t('review.word.propose')}</button><button class="btn s q" @click=${() => { this.adding = false; }}>${t('action.cancel')}</button></div>`;
  }
}

customElements.define('ots-decision', Decision);
