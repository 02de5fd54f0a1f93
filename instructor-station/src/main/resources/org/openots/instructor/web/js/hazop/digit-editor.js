// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { pick, t } from '../core/i18n.js';
import { commandOf, directionOf } from './cell-editor.js';

const IME_KEY = 229;
/** Most characters of what was typed that a message repeats. */
const LONGEST = 8;
/** Room the list of levels needs, px. */
const LIST_HEIGHT = 240;

/**
 * The rating cell a person is in: a digit key writes it. A cell of a pair takes two, first the likelihood, then the
 * severity. Takes its digits from an input, so that full-width ones of an input method count too. Sends "digit" with
 * { value, part }, "go" and "act".
 */
class DigitEditor extends LightElement {
  static properties = {
    label: {}, pair: { type: Boolean }, readonly: { type: Boolean }, likelihoods: { attribute: false }, severities: { attribute: false },
    axis: {}, part: { state: true }, open: { state: true }, chosen: { state: true }, refused: { state: true },
  };

  constructor() {
    super();
    this.label = '';
    this.pair = false;
    this.readonly = false;
    /** @type {any[]} */
    this.likelihoods = [];
    /** @type {any[]} */
    this.severities = [];
    /** The one a single cell writes. */
    this.axis = 'likelihood';
    /** Which of a pair the next digit writes. */
    this.part = 0;
    this.open = false;
    this.chosen = 0;
    /** What was typed and is no level. */
    this.refused = '';
  }

  get writes() {
    return this.pair ? (this.part === 0 ? 'likelihood' : 'severity') : this.axis;
  }

  get levels() {
    return this.writes === 'likelihood' ? this.likelihoods : this.severities;
  }

  firstUpdated() {
    this.querySelector('input')?.focus({ preventScroll: true });
    this.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  render() {
    return html`<input class="dig" inputmode="numeric" autocomplete="off" aria-label=${this.label} ?readonly=${this.readonly} @keydown=${this.#key} @input=${this.#input} @blur=${() => { this.open = false; this.refused = ''; }}
      @mousedown=${(/** @type {Event} */ event) => { if (document.activeElement === event.currentTarget) { this.#toggle(); } }} @focus=${() => this.dispatchEvent(new CustomEvent('here', { bubbles: true }))}>${this.open ? this.#list() : this.refused ? this.#refusal() : nothing}`;
  }

  /** Where something about the cell is shown: under it, or above when there is no room. */
  #place() {
    const cell = /** @type {HTMLElement} */ (this.closest('td')).getBoundingClientRect();
    const below = innerHeight - cell.bottom >= LIST_HEIGHT || cell.top < LIST_HEIGHT;
    const side = below ? { top: `${cell.bottom - 1}px`, bottom: null } : { bottom: `${innerHeight - cell.top - 1}px`, top: null };
    return { below, style: css({ left: `${Math.min(cell.left, innerWidth - 340)}px`, ...side }) };
  }

  #refusal() {
    const { below, style } = this.#place();
    return html`<div class="pick lv no ${below ? 'dn' : 'up'}" role="alert" ${style}><p class="wrong">${t('hazop.no-level', t(`hazop.col.${this.writes}`), this.refused, this.levels.length)}</p></div>`;
  }

  #list() {
    const { below, style } = this.#place();
    return html`<div class="pick lv ${below ? 'dn' : 'up'}" role="listbox" aria-label=${t(`hazop.col.${this.writes}`)} ${style}><ul>${this.levels.map((level, i) => html`<li role="option" aria-selected=${i === this.chosen} class=${i === this.chosen ? 'on' : ''}
      @mousedown=${(/** @type {Event} */ event) => { event.preventDefault(); this.#write(String(i + 1)); }}><span class="tg0">${i + 1}</span><span>${pick(level.name)}<small class="cap">${pick(level.meaning ?? level.people)}</small></span></li>`)}</ul>
      <footer>${t(`hazop.levels.${this.writes}`)}</footer></div>`;
  }

  #toggle() {
    this.open = !this.open && !this.readonly;
    this.chosen = 0;
  }

  /** @param {Event} event */
  #input(event) {
    const input = /** @type {HTMLInputElement} */ (event.target);
    if (/** @type {any} */ (event).isComposing) {
      return;
    }
    const typed = input.value.normalize('NFKC').trim().slice(-LONGEST);
    const digit = typed.slice(-1);
    input.value = '';
    if (/[1-9]/.test(digit) && Number(digit) <= this.levels.length) {
      this.#write(digit);
    } else if (!this.readonly) {
      this.refused = typed;
    }
  }

  /** @param {string} value */
  #write(value) {
    if (this.readonly) {
      return;
    }
    const part = this.writes;
    this.refused = '';
    this.dispatchEvent(new CustomEvent('digit', { bubbles: true, detail: { value, part } }));
    this.part = this.pair && value !== '' ? 1 - this.part : 0;
    this.open = this.open && this.pair && this.part === 1;
    this.chosen = 0;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.isComposing || event.keyCode === IME_KEY) {
      return;
    }
    if (this.#listKey(event) || this.#command(event) || this.#restKey(event)) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** @param {KeyboardEvent} event */
  #listKey(event) {
    if (!this.open) {
      return false;
    }
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      this.chosen = (this.chosen + step + this.levels.length) % this.levels.length;
    } else if (event.key === 'Enter') {
      this.#write(String(this.chosen + 1));
    } else if (event.key === 'Escape') {
      this.open = false;
    } else {
      return false;
    }
    return true;
  }

  /** @param {KeyboardEvent} event */
  #command(event) {
    const what = commandOf(event);
    if (what !== '') {
      this.dispatchEvent(new CustomEvent('act', { bubbles: true, detail: { what } }));
    }
    return what !== '';
  }

  /** @param {KeyboardEvent} event */
  #restKey(event) {
    const to = directionOf(event);
    if (to) {
      this.dispatchEvent(new CustomEvent('go', { bubbles: true, detail: { to } }));
      return true;
    }
    switch (event.key) {
      case 'Enter':
        this.#toggle();
        return true;
      case 'Escape':
        this.refused = '';
        return true;
      case 'Delete':
      case 'Backspace':
        this.part = 0;
        this.refused = '';
        this.dispatchEvent(new CustomEvent('digit', { bubbles: true, detail: { value: '', part: this.pair ? 'both' : this.axis } }));
        return true;
      default: return false;
    }
  }
}

customElements.define('ots-digit-editor', DigitEditor);
