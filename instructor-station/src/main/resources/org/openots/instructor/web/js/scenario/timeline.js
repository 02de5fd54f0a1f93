// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { duration } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { eventTitle, KINDS } from './scenario-words.js';

/** Least and largest width of an event in the drawing, px. */
const NARROW = 132;
const WIDE = 220;
/** Height of a row of a lane, px. */
const ROW = 32;
/** Distances between marks that people read easily, s. */
const STEPS = [30, 60, 120, 300, 600, 900, 1800, 3600, 7200];
/** Times are moved by so much, s. */
const SMALL = 10;
const LARGE = 60;
const LATEST = 28_800;

/**
 * The events of a scenario over model time, a lane for each kind and one for those that wait for a condition. Events are
 * moved with the arrow keys or the pointer.
 */
class Timeline extends LightElement {
  static properties = { events: { attribute: false }, offer: { attribute: false }, chosen: {}, reader: { type: Boolean }, wrong: { attribute: false }, width: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.events = [];
    /** @type {import('./scenario-words.js').Offer} */
    this.offer = { faults: [], instruments: [], devices: [], disturbances: [], operations: {}, conditions: [] };
    this.chosen = '';
    this.reader = false;
    /** Ids of events with mistakes. @type {Set<string>} */
    this.wrong = new Set();
    this.width = 600;
    /** @type {{ id: string, x: number, at: number } | null} */
    this.drag = null;
  }

  firstUpdated() {
    const watch = new ResizeObserver(() => this.#measure());
    const track = this.querySelector('.tlt');
    if (track) {
      watch.observe(track);
    }
    this.endings.push(() => watch.disconnect());
    this.#measure();
  }

  #measure() {
    const track = this.querySelector('.tlt');
    if (track && track.clientWidth > 0 && track.clientWidth !== this.width) {
      this.width = track.clientWidth;
    }
  }

  /** How wide events are drawn, px. */
  get size() {
    return Math.round(Math.min(WIDE, Math.max(NARROW, this.width / 6)));
  }

  /** The end of the drawing, s. */
  get span() {
    const last = Math.max(240, ...this.events.map((event) => Math.max(event.trigger.atSeconds ?? 0, event.endSeconds ?? 0)));
    const step = STEPS.find((one) => last * 1.15 <= one * 6) ?? 7200;
    return { end: step * Math.max(2, Math.ceil((last * 1.15) / step)), step };
  }

  /** @param {any} event @param {number} at */
  #move(event, at) {
    const to = Math.min(LATEST, Math.max(0, Math.round(at)));
    if (!this.reader && to !== (event.trigger.atSeconds ?? 0)) {
      this.dispatchEvent(new CustomEvent('move', { detail: { id: event.id, at: to } }));
    }
  }

  /** @param {any} event @param {KeyboardEvent} key */
  #key(event, key) {
    const step = key.key === 'ArrowRight' ? 1 : key.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) {
      key.preventDefault();
      this.#choose(event.id);
      this.#move(event, (event.trigger.atSeconds ?? 0) + step * (key.shiftKey ? LARGE : SMALL));
    } else if (key.key === 'Delete' && !this.reader) {
      this.dispatchEvent(new CustomEvent('remove', { detail: event.id }));
    }
  }

  /** @param {string} id */
  #choose(id) {
    this.dispatchEvent(new CustomEvent('choose', { detail: id }));
  }

  /** @param {any} event @param {PointerEvent} pointer */
  #grab(event, pointer) {
    if (!this.reader && pointer.button === 0) {
      this.drag = { id: event.id, x: pointer.clientX, at: event.trigger.atSeconds ?? 0 };
      /** @type {Element} */ (pointer.currentTarget).setPointerCapture(pointer.pointerId);
    }
  }

  /** @param {any} event @param {PointerEvent} pointer */
  #pull(event, pointer) {
    if (this.drag?.id === event.id && Math.abs(pointer.clientX - this.drag.x) > 3) {
      const seconds = ((pointer.clientX - this.drag.x) / this.width) * this.span.end;
      this.#move(event, Math.round((this.drag.at + seconds) / 5) * 5);
    }
  }

  render() {
    const { end, step } = this.span;
    const marks = Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step);
    const place = (/** @type {number} */ at) => `${(100 * at) / end}%`;
    return html`<div class="tl"><div class="tlr tla"><span></span><div class="tlt">${marks.map((at, i) => html`<span class="tlm ${i === marks.length - 1 ? 'end' : ''}" ${css({ left: place(at) })}>${duration(at)}</span>`)}</div></div>
      ${[...KINDS, 'when'].map((lane) => this.#lane(lane, end, marks, place))}</div>`;
  }

  /** @param {string} lane @param {number} end @param {number[]} marks @param {(at: number) => string} place */
  #lane(lane, end, marks, place) {
    const events = this.events.filter((event) => (event.trigger.when ? 'when' : event.kind) === lane).sort((one, other) => (one.trigger.atSeconds ?? 0) - (other.trigger.atSeconds ?? 0));
    /** @type {number[]} the right edge of what is in each row */
    const rows = [];
    const placed = events.map((event) => {
      const x = Math.max(0, Math.min(((event.trigger.atSeconds ?? 0) / end) * this.width, this.width - this.size));
      let row = rows.findIndex((edge) => edge <= x);
      row = row < 0 ? rows.length : row;
      rows[row] = x + this.size + 4;
      return { event, x, row };
    });
    return html`<div class="tlr"><span class="tll">${t(`scenario.lane.${lane}`)}</span><div class="tlt" ${css({ 'min-height': `${Math.max(1, rows.length) * ROW + 4}px` })}>${marks.map((at) => html`<i class="tlg" ${css({ left: place(at) })}></i>`)}
      ${placed.map(({ event, x, row }) => this.#event(event, x, row, place))}</div></div>`;
  }

  /** @param {any} event @param {number} x @param {number} row @param {(at: number) => string} place */
  #event(event, x, row, place) {
    const at = event.trigger.atSeconds ?? 0;
    const title = eventTitle(event, this.offer);
    const when = event.trigger.when ? t('scenario.when.says', event.trigger.when) : duration(at);
    const css0 = { left: `${x}px`, top: `${row * ROW + 2}px`, width: `${this.size}px` };
    return html`${event.endSeconds === undefined ? nothing : html`<i class="tlb" ${css({ left: place(at), width: place(event.endSeconds - at), top: `${row * ROW + 27}px` })}></i>`}
      <button class="tle ${event.id === this.chosen ? 'on' : ''} ${this.wrong.has(event.id) ? 'bad' : ''}" ${css(css0)} aria-pressed=${event.id === this.chosen} aria-label="${when} ${t(`scenario.kind.${event.kind}`)} ${title}" title="${when} ${title}"
      @click=${() => this.#choose(event.id)} @keydown=${(/** @type {KeyboardEvent} */ key) => this.#key(event, key)} @pointerdown=${(/** @type {PointerEvent} */ pointer) => this.#grab(event, pointer)} @pointermove=${(/** @type {PointerEvent} */ pointer) => this.#pull(event, pointer)} @pointerup=${() => { this.drag = null; }} @pointercancel=${() => { this.drag = null; }}>${event.trigger.when ? icon('eye', 14) : icon('bolt', 14)}<span class="cutl">${title}</span></button>`;
  }
}

customElements.define('ots-timeline', Timeline);
