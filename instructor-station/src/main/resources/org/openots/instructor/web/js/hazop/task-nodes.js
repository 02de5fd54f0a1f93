// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import '../graphic/graphic.js';
import { boundary } from './boundary.js';
import { plate, StillStore } from './node-view.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Room between a thing and the boundary around it, px of the drawing. */
const ROOM = 7;
const MARGIN = 16;
/** Symbols that stand beside the flowsheet and belong to no node. */
const APART = ['estop', 'switch', 'fan'];

/**
 * Things of a drawing are put into nodes: on the drawing with the pointer or Enter, or in the list beside it. The boundary of
 * each node follows what is in it.
 */
class NodeTask extends LightElement {
  static properties = { question: { attribute: false }, answer: { attribute: false }, locked: { type: Boolean }, plant: {}, node: { state: true }, drawn: { state: true }, failure: { state: true }, showKey: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.question = null;
    /** @type {string[]} */
    this.answer = [];
    this.locked = false;
    this.plant = '';
    this.node = '';
    this.drawn = false;
    this.failure = '';
    this.showKey = false;
    /** @type {any} */
    this.drawing = null;
    /** @type {any} */
    this.still = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.listen(window, 'resize', () => this.requestUpdate());
  }

  async #load() {
    try {
      const plant = await api.get(path`/api/plants/${this.plant}`);
      this.still = new StillStore(plant);
      const { dcs } = plant.layout.drawings;
      this.drawing = { ...dcs, symbols: dcs.symbols.filter((/** @type {any} */ one) => !APART.includes(one.kind)), panels: [], marks: [], tiles: [], signals: [], brackets: [], gauges: [] };
      this.drawn = true;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  get chosen() {
    return this.node || this.question.nodes[0].id;
  }

  /** Node of each thing, as answered or as in the key. @returns {Map<string, string>} */
  get places() {
    const words = this.showKey && this.question.feedback ? this.question.feedback.key : this.answer;
    return new Map(words.map((/** @type {string} */ word) => /** @type {[string, string]} */ (word.split('='))));
  }

  /** Puts a thing of the drawing into the chosen node, or takes it out of it. @param {string} tag */
  #toggle(tag) {
    const thing = this.question.things.find((/** @type {any} */ one) => one.tag === tag)?.id;
    if (this.locked || thing === undefined) {
      return;
    }
    const places = new Map(this.answer.map((word) => /** @type {[string, string]} */ (word.split('='))));
    if (places.get(thing) === this.chosen) {
      places.delete(thing);
    } else {
      places.set(thing, this.chosen);
    }
    this.answer = [...places].map(([name, node]) => `${name}=${node}`);
    this.dispatchEvent(new CustomEvent('answer', { bubbles: true, detail: this.answer }));
  }

  /** Equipment is not picked by the drawing itself. @param {MouseEvent} event */
  #click(event) {
    const target = event.target instanceof Element ? event.target.closest('[data-equipment], [data-tag]') : null;
    if (target) {
      this.#toggle(/** @type {SVGElement} */ (target).dataset.equipment ?? /** @type {SVGElement} */ (target).dataset.tag ?? '');
    }
  }

  /** Number keys choose a node. @param {KeyboardEvent} event */
  #key(event) {
    const node = this.question.nodes[Number(event.key) - 1];
    if (node && !event.ctrlKey && !event.altKey && !event.metaKey) {
      event.preventDefault();
      this.node = node.id;
    }
    if (event.key === 'Enter' && event.target instanceof SVGElement) {
      this.#toggle(event.target.dataset.tag ?? '');
    }
  }

  /** @param {string} id */
  #numberOf(id) {
    return this.question.nodes.findIndex((/** @type {any} */ one) => one.id === id) + 1;
  }

  render() {
    const { question } = this;
    const places = this.places;
    const due = question.feedback;
    return html`<div class="tkn0" @keydown=${this.#key}><div class="row tknh">${question.nodes.length > 1 ? segment(question.nodes.map((/** @type {any} */ one, /** @type {number} */ i) => ({ value: one.id, text: question.named ? `${i + 1} ${pick(one.text)}` : t('task.node.n', i + 1) })), this.chosen, (id) => { this.node = id; }, t('task.nodes'), 's') : html`<b>${pick(question.nodes[0].text)}</b>`}
        <span class="cap">${this.locked ? '' : question.nodes.length > 1 ? t('task.nodes.keys') : t('task.nodes.one')}</span><span class="sp"></span>
        ${due ? segment([{ value: false, text: t('task.nodes.mine') }, { value: true, text: t('task.nodes.key') }], this.showKey, (on) => { this.showKey = on; }, t('task.nodes.show'), 's') : html`<span class="cap">${t('task.nodes.placed', places.size, question.things.length)}</span>`}</div>
      <div class="tkn1"><div class="mim" data-world="dcs" @click=${this.#click}>${this.drawn ? html`<ots-graphic .store=${this.still} .drawing=${this.drawing}></ots-graphic>` : html`<p class="mut pad">${this.failure}</p>`}</div>
      <ul class="tkn2 scroll">${question.things.map((/** @type {any} */ one) => this.#thing(one, places.get(one.id) ?? ''))}</ul></div>
      ${due ? html`<p class="cap">${question.nodes.map((/** @type {any} */ one, /** @type {number} */ i) => (one.id in due.overlap ? html`<span class="tkov">${question.named ? pick(one.text) : t('task.node.key', i + 1)} ${t('task.overlap', number(100 * due.overlap[one.id], 0))}</span>` : nothing))}</p>` : nothing}</div>`;
  }

  /** @param {any} one @param {string} node */
  #thing(one, node) {
    const at = this.#numberOf(node);
    return html`<li><button class="tknb ${node === this.chosen ? 'on' : ''}" aria-pressed=${node === this.chosen} ?disabled=${this.locked} @click=${() => this.#toggle(one.tag)}><i class=${at > 0 ? `tnd n${at}` : 'tnd'}>${at > 0 ? (this.question.nodes.length > 1 ? at : icon('check', 12)) : ''}</i>${/[A-Z]/.test(one.tag) ? html`<b>${one.tag}</b> ` : nothing}${pick(one.text)}</button></li>`;
  }

  async updated() {
    const graphic = /** @type {any} */ (this.querySelector('ots-graphic'));
    await graphic?.updateComplete;
    const drawing = graphic?.querySelector('svg.graphic');
    if (drawing && this.isConnected) {
      this.#boundaries(drawing);
    }
  }

  /** @param {SVGSVGElement} drawing */
  #boundaries(drawing) {
    drawing.querySelector('.bounds')?.remove();
    const { x: left, y: top, width, height } = drawing.getBBox();
    drawing.setAttribute('viewBox', `${left - MARGIN} ${top - MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`);
    const frame = /** @type {[number, number, number, number]} */ ([left - MARGIN, top - MARGIN, left + width + MARGIN, top + height + MARGIN]);
    const pipes = this.drawing.pipes.map((/** @type {any} */ pipe) => pipe.points);
    const layer = document.createElementNS(SVG, 'g');
    layer.setAttribute('class', 'bounds');
    const places = this.places;
    for (const { id } of this.question.nodes) {
      const boxes = this.#boxes(drawing, [...places].filter(([, node]) => node === id).map(([thing]) => this.question.things.find((/** @type {any} */ one) => one.id === thing)?.tag ?? ''));
      const outlines = boundary(boxes, pipes, frame);
      if (outlines.length > 0) {
        const shape = document.createElementNS(SVG, 'path');
        const at = this.#numberOf(id);
        shape.setAttribute('class', `tkhull n${at} ${id === this.chosen ? 'on' : ''}`);
        shape.setAttribute('d', outlines.map((line) => `M${line.map((point) => point.join(' ')).join('L')}Z`).join(''));
        const [x, y] = outlines.flat().reduce((best, point) => (point[1] < best[1] ? point : best));
        const name = plate(String(at), x, y - 9, id === this.chosen);
        name.classList.add(`n${at}`);
        layer.append(shape, name);
      }
    }
    drawing.append(layer);
  }

  /** @param {SVGSVGElement} drawing @param {string[]} things @returns {Array<[number, number, number, number]>} */
  #boxes(drawing, things) {
    const matrix = drawing.getScreenCTM()?.inverse();
    return things.flatMap((thing) => [...drawing.querySelectorAll(`[data-equipment="${thing}"], [data-tag="${thing}"]`)]).map((element) => {
      const box = element.getBoundingClientRect();
      const a = new DOMPoint(box.left, box.top).matrixTransform(matrix);
      const b = new DOMPoint(box.right, box.bottom).matrixTransform(matrix);
      return [a.x - ROOM, a.y - ROOM, b.x + ROOM, b.y + ROOM];
    });
  }
}

customElements.define('ots-node-task', NodeTask);
