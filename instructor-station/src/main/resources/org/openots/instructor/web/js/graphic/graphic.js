// @ts-check
import { html, nothing, svg } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { LightElement } from '../core/element.js';
import { language, pick } from '../core/i18n.js';
import { equipment } from './equipment.js';
import { HEAD_PATH, headTransform, line, neighbour, shortened } from './geometry.js';
import { gauge, mark } from './marks.js';
import { panel } from './panels.js';
import { symbol } from './symbols.js';
import { tile } from './tile.js';

const MOVING_PERCENT = 0.4;
const TEXT_STYLES = { equipment: 'eqn', small: 'lbs' };

/**
 * A drawing of the plant pack with live values. It knows kinds of things, not plants.
 * Sends "pick" with { kind, tag } when something is chosen.
 */
class Graphic extends LightElement {
  static properties = {
    store: { attribute: false },
    drawing: { attribute: false },
    selected: {},
    focused: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    /** @type {any} */
    this.drawing = null;
    this.selected = '';
    this.focused = '';
    /** @type {Map<string, number | null | undefined>} */
    this.positions = new Map();
    this.seen = -1;
    /** @type {Set<string>} */
    this.moving = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
  }

  /** Which valves have moved since the last frame. */
  #motion() {
    const store = this.store;
    if (!store || store.frames === this.seen) {
      return;
    }
    this.seen = store.frames;
    this.moving = new Set();
    for (const item of this.drawing.symbols ?? []) {
      const now = store.value(item.tag);
      const before = this.positions.get(item.tag);
      if (item.kind.endsWith('valve') && typeof now === 'number' && typeof before === 'number' && Math.abs(now - before) > MOVING_PERCENT) {
        this.moving.add(item.tag);
      }
      this.positions.set(item.tag, now);
    }
  }

  render() {
    const { store, drawing } = this;
    if (!store || !drawing) {
      return nothing;
    }
    this.#motion();
    const first = this.focused || this.selected || drawing.tiles?.[0]?.tag || drawing.symbols?.[0]?.tag;
    const state = (/** @type {string} */ tag) => ({
      selected: this.selected === tag, tabindex: first === tag ? 0 : -1, moving: this.moving.has(tag),
    });
    const value = (/** @type {string} */ name) => store.trusted(name);
    return html`<svg class="graphic" viewBox=${drawing.viewBox.join(' ')} preserveAspectRatio="xMidYMid meet" role="group"
      aria-label="${pick(store.plant?.title)} ${pick(drawing.title)}" @click=${this.#click} @keydown=${this.#key} @focusin=${this.#focus}>
      ${guard([drawing, language()], () => this.#lines())}
      ${drawing.equipment.map((/** @type {any} */ item) => equipment(item, value))}
      ${guard([drawing, language()], () => drawing.texts.map((/** @type {any} */ text) =>
        svg`<text class=${TEXT_STYLES[text.style] ?? 'lb'} x=${text.x} y=${text.y} text-anchor=${text.anchor}>${pick(text.text)}</text>`))}
      ${(drawing.panels ?? []).map((/** @type {any} */ item) => panel(item, store, { tabindex: (key) => (first === key ? 0 : -1) }))}
      ${drawing.symbols.map((/** @type {any} */ item) => symbol(item, store, state(item.tag)))}
      ${(drawing.gauges ?? []).map((/** @type {any} */ item) => gauge(item, store, state(item.tag)))}
      ${(drawing.tiles ?? []).map((/** @type {any} */ item) => tile(item, store, state(item.tag)))}
      ${(drawing.marks ?? []).map((/** @type {any} */ item) => mark(item, store, state(item.id)))}
    </svg>`;
  }

  /** Lines in their order: a signal breaks at any pipe, a utility pipe at a process pipe. */
  #lines() {
    const { drawing } = this;
    const utility = drawing.pipes.filter((/** @type {any} */ pipe) => pipe.service === 'utility');
    const process = drawing.pipes.filter((/** @type {any} */ pipe) => pipe.service !== 'utility');
    const layer = (/** @type {any[]} */ pipes, /** @type {string} */ name) => svg`
      ${pipes.map((pipe) => svg`<path class="pipe halo" d=${line(pipe.points)}/>`)}
      ${pipes.map((pipe) => svg`<path class="pipe ${name}" data-pipe="1" d=${pipe.arrow ? shortened(pipe.points) : line(pipe.points)}/>`)}
      ${pipes.filter((pipe) => pipe.arrow).map((pipe) => svg`<path class="arw ${name}" transform=${headTransform(pipe.points)} d=${HEAD_PATH}/>`)}`;
    const leads = (drawing.tiles ?? []).filter((/** @type {any} */ item) => item.lead);
    return svg`
      ${(drawing.brackets ?? []).map((/** @type {any} */ item) => svg`<path class="lead" data-lead="1" d=${line(item.points)}/>`)}
      ${(drawing.signals ?? []).map((/** @type {any} */ item) => svg`<path class="sig" data-sig="1" d=${item.arrow ? shortened(item.points) : line(item.points)}/>`)}
      ${layer(utility, 'u')}${layer(process, '')}
      ${(drawing.signals ?? []).filter((/** @type {any} */ item) => item.arrow).map((/** @type {any} */ item) => svg`<path class="arw sg" transform=${headTransform(item.points)} d=${HEAD_PATH}/>`)}
      ${(drawing.signals ?? []).filter((/** @type {any} */ item) => item.text).map((/** @type {any} */ item) =>
        svg`<text class="lbs" x=${item.at[0]} y=${item.at[1]} text-anchor=${item.at[2] ?? 'start'}>${pick(item.text)}</text>`)}
      ${leads.map((/** @type {any} */ item) => svg`<path class="lead" data-lead="1" d=${line(item.lead)}/><circle class="ld" cx=${item.lead[0][0]} cy=${item.lead[0][1]} r="1.8"/>`)}`;
  }

  /** @param {Event} event */
  #target(event) {
    return event.target instanceof Element ? event.target.closest('[data-pick]') : null;
  }

  /** @param {Event} event */
  #click(event) {
    const target = this.#target(event);
    if (target) {
      this.#choose(target);
    }
  }

  /** @param {Element} target */
  #choose(target) {
    const { pick: kind, tag, kind: device } = /** @type {SVGElement} */ (target).dataset;
    this.dispatchEvent(new CustomEvent('pick', { bubbles: true, detail: { kind, tag, device } }));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const target = this.#target(event);
    if (!target) {
      return;
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      this.#choose(target);
    } else if (event.key.startsWith('Arrow')) {
      const next = neighbour([...this.querySelectorAll('[data-pick]')], target, /** @type {any} */ (event.key));
      if (next) {
        event.preventDefault();
        /** @type {SVGElement} */ (next).focus();
      }
    }
  }

  /** @param {FocusEvent} event */
  #focus(event) {
    const target = this.#target(event);
    if (target) {
      this.focused = /** @type {SVGElement} */ (target).dataset.tag ?? '';
    }
  }
}

customElements.define('ots-graphic', Graphic);
