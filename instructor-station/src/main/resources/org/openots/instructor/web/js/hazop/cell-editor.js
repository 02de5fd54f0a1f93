// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { pick, t } from '../core/i18n.js';
import { indexOf, pieces, propose, withTag } from './tags.js';

/** Rest after the last key before the cell is saved, ms. */
const AUTOSAVE = 400;
/** Room a list of proposals needs, px. */
const PICKER_HEIGHT = 260;
/** What an input method does with a key the page sees too. */
const IME_KEY = 229;

/**
 * The cell a person is in: a text area that is always there, so that an input method can begin in it at once. At rest
 * its keys move between cells; from the first letter, or Enter, they belong to the text. Sends "go" with { to } and "act"
 * with { what }.
 */
class CellEditor extends LightElement {
  static properties = {
    value: {}, label: {}, hint: {}, tags: { attribute: false }, node: {}, readonly: { type: Boolean }, planned: { type: Boolean }, write: { attribute: false },
    editing: { state: true }, proposals: { state: true }, chosen: { state: true }, shown: { state: true },
  };

  constructor() {
    super();
    this.value = '';
    this.label = '';
    this.hint = '';
    /** @type {import('./tags.js').Tag[]} */
    this.tags = [];
    this.node = '';
    this.readonly = false;
    /** Whether fields follow in the cell that Tab leads to. */
    this.planned = false;
    /** Takes the text; a function and no event, because it is needed too when the cell is left by leaving the page. */
    this.write = (/** @type {string} */ value, /** @type {string} */ session) => {};
    this.editing = false;
    /** @type {import('./tags.js').Proposals | null} */
    this.proposals = null;
    this.chosen = -1;
    /** The text as it is drawn under the text area. */
    this.shown = '';
    this.composing = false;
    this.session = '';
    this.stays = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    this.leaving = () => this.flush();
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(window, 'pagehide', this.leaving);
  }

  disconnectedCallback() {
    this.flush();
    super.disconnectedCallback();
  }

  /** @returns {HTMLTextAreaElement} */
  get area() {
    return /** @type {any} */ (this.querySelector('textarea'));
  }

  firstUpdated() {
    this.area.value = this.value;
    this.shown = this.value;
    this.area.focus({ preventScroll: true });
    this.area.setSelectionRange(this.value.length, this.value.length);
    this.closest('td')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** @param {Map<string, unknown>} changed */
  willUpdate(changed) {
    // somebody else changed the cell, for example undo
    if (changed.has('value') && this.hasUpdated && !this.composing && this.timer === undefined && this.area.value !== this.value) {
      this.area.value = this.value;
      this.shown = this.value;
    }
  }

  render() {
    const index = indexOf(this.tags);
    return html`<div class="ced ${this.editing ? 'on' : ''}"><div class="under" aria-hidden="true">${this.shown === '' ? html`<span class="mut">${this.hint}</span>` : pieces(this.shown, index).map((piece) => (piece.tag ? html`<span class="tagu">${piece.text}</span>` : piece.text))}${'\u200b'}</div>
      <textarea rows="1" spellcheck="false" autocomplete="off" aria-label=${this.label} ?readonly=${this.readonly} aria-expanded=${this.proposals !== null} aria-haspopup="listbox"
        @keydown=${this.#key} @input=${this.#input} @compositionstart=${this.#composeStart} @compositionend=${this.#composeEnd} @focus=${() => this.dispatchEvent(new CustomEvent('here', { bubbles: true }))}
        @mousedown=${this.#mouse} @blur=${this.#blur}></textarea></div>${this.#picker()}`;
  }

  #picker() {
    const { proposals } = this;
    if (!proposals) {
      return nothing;
    }
    const cell = /** @type {HTMLElement} */ (this.closest('td')).getBoundingClientRect();
    const below = innerHeight - cell.bottom >= PICKER_HEIGHT || cell.top < PICKER_HEIGHT;
    const place = below ? { top: `${cell.bottom - 1}px`, bottom: null } : { bottom: `${innerHeight - cell.top - 1}px`, top: null };
    const left = Math.min(cell.left, innerWidth - 320);
    return html`<div class="pick ${below ? 'dn' : 'up'}" role="listbox" aria-label=${t('hazop.pick')} ${css({ left: `${left}px`, ...place })}><ul>${proposals.list.map(({ tag }, i) => html`<li role="option" aria-selected=${i === this.chosen} class=${i === this.chosen ? 'on' : ''}
      @mousedown=${(/** @type {Event} */ event) => { event.preventDefault(); this.#insert(tag); }}><span class="tg0">${tag.tag}</span><span>${pick(tag.name)}</span><small class="cap">${i === this.chosen ? 'Enter' : ''}</small></li>`)}</ul>
      <footer>${t(proposals.list[0].here ? 'hazop.pick.here' : 'hazop.pick.other', proposals.total)}</footer></div>`;
  }

  /** Saves what is typed and not saved yet. */
  flush() {
    clearTimeout(this.timer);
    if (this.timer !== undefined) {
      this.timer = undefined;
      this.#write();
    }
  }

  #write() {
    this.write(this.area.value, this.session);
  }

  #begin() {
    if (!this.editing && !this.readonly) {
      this.editing = true;
      this.stays++;
      this.session = `${Date.now().toString(36)}-${this.stays}`;
    }
  }

  #end() {
    this.flush();
    this.editing = false;
    this.proposals = null;
  }

  /** @param {MouseEvent} event */
  #mouse(event) {
    if (document.activeElement === event.currentTarget) {
      this.#begin();
    }
  }

  #blur() {
    if (!this.composing) {
      this.#end();
    }
  }

  #composeStart() {
    this.composing = true;
    this.proposals = null;
    this.#begin();
  }

  #composeEnd() {
    this.composing = false;
    this.#changed();
  }

  /** @param {InputEvent} event */
  #input(event) {
    this.#begin();
    this.shown = this.area.value;
    if (!event.isComposing && !this.composing) {
      this.#changed();
    }
  }

  #changed() {
    this.shown = this.area.value;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.flush(), AUTOSAVE);
    this.#propose();
  }

  #propose() {
    const { area } = this;
    const caret = area.selectionStart;
    this.proposals = caret === area.selectionEnd ? propose(area.value.slice(0, caret), this.tags, this.node) : null;
    this.chosen = this.proposals && !this.proposals.noun ? 0 : -1;
  }

  /** @param {import('./tags.js').Tag} tag */
  #insert(tag) {
    const { area, proposals } = this;
    if (!proposals) {
      return;
    }
    const { text, caret } = withTag(area.value, area.selectionStart, proposals, tag);
    area.value = text;
    area.setSelectionRange(caret, caret);
    this.#changed();
    this.proposals = null;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    // the input method's own keys: Enter takes its word, Escape drops it, arrows choose in its list
    if (event.isComposing || event.keyCode === IME_KEY || this.composing) {
      return;
    }
    if (this.#pickerKey(event) || this.#commandKey(event) || (this.editing ? this.#editKey(event) : this.#restKey(event))) {
      event.preventDefault();
      event.stopPropagation();
    }
  }

  /** @param {KeyboardEvent} event */
  #pickerKey(event) {
    const { proposals } = this;
    if (!proposals || event.ctrlKey || event.metaKey || event.altKey) {
      return false;
    }
    switch (event.key) {
      case 'ArrowDown':
        this.chosen = (this.chosen + 1) % proposals.list.length;
        return true;
      case 'ArrowUp':
        this.chosen = (Math.max(0, this.chosen) - 1 + proposals.list.length) % proposals.list.length;
        return true;
      case 'Enter':
        if (this.chosen < 0) {
          return false;
        }
        this.#insert(proposals.list[this.chosen].tag);
        return true;
      case 'Escape':
        this.proposals = null;
        return true;
      default: return false;
    }
  }

  /** @param {KeyboardEvent} event */
  #commandKey(event) {
    const what = commandOf(event);
    if (what === '') {
      return false;
    }
    this.#end();
    this.dispatchEvent(new CustomEvent('act', { bubbles: true, detail: { what } }));
    return true;
  }

  /** @param {KeyboardEvent} event */
  #editKey(event) {
    switch (event.key) {
      case 'Enter':
        if (event.shiftKey || event.altKey) {
          return false;
        }
        this.#end();
        return true;
      case 'Escape':
        // keeps the text: one Escape too many after the list or an input method must not cost a paragraph; undo takes it back
        this.#end();
        return true;
      case 'Tab':
        this.#end();
        if (this.planned && !event.shiftKey) {
          return false;
        }
        this.#go(event.shiftKey ? 'left' : 'right');
        return true;
      default: return false;
    }
  }

  /** @param {KeyboardEvent} event */
  #restKey(event) {
    const to = directionOf(event);
    if (to) {
      this.#go(to);
      return true;
    }
    switch (event.key) {
      case 'Enter':
      case 'F2':
        this.#begin();
        return true;
      case 'Delete':
        if (this.area.value !== '' && !this.readonly) {
          this.#begin();
          this.area.value = '';
          this.#changed();
          this.#end();
        }
        return true;
      default: return false;
    }
  }

  /** @param {string} to */
  #go(to) {
    this.dispatchEvent(new CustomEvent('go', { bubbles: true, detail: { to } }));
  }
}

/**
 * The command of a key, the same in every cell; empty for none.
 * @param {KeyboardEvent} event
 */
export function commandOf(event) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey) {
    return '';
  }
  switch (event.key) {
    case 'Enter': return event.shiftKey ? 'line' : 'next';
    case 'Delete':
    case 'Backspace': return event.key === 'Delete' ? 'delete' : '';
    case 'd':
    case 'D': return 'copy';
    case 'm':
    case 'M': return 'merge';
    case 'y':
    case 'Y': return 'redo';
    case 'z':
    case 'Z': return event.shiftKey ? 'redo' : 'undo';
    default: return '';
  }
}

/**
 * Where a key of a cell at rest leads.
 * @param {KeyboardEvent} event
 */
export function directionOf(event) {
  if (event.altKey) {
    return '';
  }
  const end = event.ctrlKey || event.metaKey;
  switch (event.key) {
    case 'ArrowUp': return 'up';
    case 'ArrowDown': return 'down';
    case 'ArrowLeft': return 'left';
    case 'ArrowRight': return 'right';
    case 'Home': return end ? 'top' : 'first';
    case 'End': return end ? 'bottom' : 'last';
    case 'Tab': return event.shiftKey ? 'left' : 'right';
    default: return '';
  }
}

customElements.define('ots-cell-editor', CellEditor);
