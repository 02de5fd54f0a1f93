// @ts-check
import { html, nothing, svg } from 'lit';
import { alarmsThatCame, priorityOf } from '../core/alarm-events.js';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { clock } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';

/** Room right of now, so that its label has a place. */
const ROOM = 1.25;
const SCORE_FULL = 100;
const MOST_ALARMS = 14;
/** Room of one mark, of 1000. */
const MARK = 30;
const STEPS = { ArrowLeft: -10, ArrowRight: 10, PageDown: -60, PageUp: 60 };

/**
 * The way back: left is earlier, ink is now, blue is where one would go. Shows the score, alarms, faults, operations and
 * named snapshots. Tells `seek` with model time in s, or null for now.
 */
class TimeRibbon extends LightElement {
  static properties = { store: { attribute: false }, curve: { attribute: false }, events: { attribute: false }, snapshots: { attribute: false }, back: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    /** @type {Array<[number, number]>} */
    this.curve = [];
    /** @type {any[]} */
    this.events = [];
    /** @type {Array<{ time: number, name: string }>} */
    this.snapshots = [];
    /** @type {number | null} */
    this.back = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
  }

  get now() {
    return Math.max(1, this.store?.time ?? 1);
  }

  /** Place of a model time on the ribbon, 0..1000. @param {number} time */
  #at(time) {
    return (1000 * time) / (this.now * ROOM);
  }

  /** Those that have room, the later ones first to go. @param {any[]} events */
  #fitting(events) {
    let free = -Infinity;
    return events.filter((event) => {
      const x = this.#at(event.time);
      const fits = x >= free;
      free = fits ? x + MARK : free;
      return fits;
    });
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const { now, back } = this;
    const past = this.events.filter((event) => event.time <= now);
    const score = this.curve.map(([time, total], i) => `${i === 0 ? 'M' : 'L'}${this.#at(time).toFixed(1)} ${(36 - (30 * total) / SCORE_FULL).toFixed(1)}`).join('');
    const acts = past.filter((event) => event.kind === 'command-applied').map((event) => `M${this.#at(event.time).toFixed(1)} 38v6`).join('');
    const alarms = this.#fitting(alarmsThatCame(past).slice(-MOST_ALARMS));
    const faults = this.#fitting(past.filter((event) => event.kind === 'fault-active' || event.kind === 'fault-ramping'));
    const nowAt = 100 / ROOM;
    const backAt = back === null ? 0 : this.#at(back) / 10;
    return html`<div class="rib big1" role="slider" tabindex="0" aria-label=${t('run.back.to')} aria-valuemin="0" aria-valuemax=${Math.floor(now)} aria-valuenow=${Math.floor(back ?? now)} aria-valuetext=${clock(back ?? now)} @keydown=${this.#key} @pointerdown=${this.#grab} @pointermove=${(/** @type {PointerEvent} */ event) => event.buttons === 1 && this.#point(event)}>
      <svg viewBox="0 0 1000 44" preserveAspectRatio="none" aria-hidden="true"><rect class="all" width="1000" height="44"/><rect class="past" width=${this.#at(now)} height="44"/>${back === null ? nothing : svg`<rect class="lost" x=${this.#at(back)} width=${Math.max(0, this.#at(now) - this.#at(back))} height="44"/>`}
      <path class="acts" d=${acts || 'M0 44'} vector-effect="non-scaling-stroke"/><path class="score" d=${score || 'M0 36'} vector-effect="non-scaling-stroke"/></svg>
      ${faults.map((event) => html`<span class="alm flt" title="${clock(event.time)} ${pick(event.text)}" ${css({ left: `${this.#at(event.time) / 10}%` })}>${icon('bolt', 14)}</span>`)}
      ${alarms.map((event) => html`<span class="alm" title="${clock(event.time)} ${pick(event.text)}" ${css({ left: `${this.#at(event.time) / 10}%` })}>${priority(priorityOf(event, store), 16)}</span>`)}
      ${this.snapshots.filter((one) => one.time <= now).map((one) => html`<span class="snap" title="${clock(one.time)} ${one.name}" ${css({ left: `${this.#at(one.time) / 10}%` })}></span>`)}
      ${back === null ? nothing : html`<i class="tgt" ${css({ left: `${backAt}%` })}></i><span class="mk tgl" ${css({ left: `${Math.min(nowAt - 14, Math.max(8, backAt))}%` })}>${t('run.back.at', clock(back))}</span>`}
      <i class="nowl" ${css({ left: `${nowAt}%` })}></i><span class="mk nwl" ${css({ left: `${nowAt}%` })}>${t('trainee.now', clock(now))}</span>
      ${this.#ticks().map((time) => html`<span class="tx" ${css({ left: `${this.#at(time) / 10}%` })}>${clock(time).slice(0, 5)}</span>`)}</div>`;
  }

  /** Times written below, s. */
  #ticks() {
    const end = this.now * ROOM;
    const step = [60, 300, 600, 1200, 1800, 3600].find((one) => end / one <= 6) ?? 7200;
    return Array.from({ length: Math.floor(this.now / step) }, (_, i) => (i + 1) * step);
  }

  /** @param {number | null} time */
  #seek(time) {
    this.dispatchEvent(new CustomEvent('seek', { detail: time }));
  }

  /** @param {PointerEvent} event */
  #grab(event) {
    /** @type {HTMLElement} */ (event.currentTarget).setPointerCapture(event.pointerId);
    this.#point(event);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    const end = Math.floor(this.now);
    const time = Math.round(((event.clientX - box.x) / box.width) * this.now * ROOM);
    this.#seek(time >= end ? null : Math.max(0, time));
  }

  /** Arrows go ten seconds, with Shift one; Page a minute; Home to the start; Esc or End back to now. @param {KeyboardEvent} event */
  #key(event) {
    const step = STEPS[event.key];
    const end = Math.floor(this.now);
    if (step !== undefined) {
      event.preventDefault();
      const time = (this.back ?? end) + (event.shiftKey ? Math.sign(step) : step);
      this.#seek(time >= end ? null : Math.max(0, time));
    } else if (event.key === 'Home') {
      event.preventDefault();
      this.#seek(0);
    } else if (event.key === 'Escape' || event.key === 'End') {
      this.#seek(null);
    }
  }
}

customElements.define('ots-time-ribbon', TimeRibbon);
