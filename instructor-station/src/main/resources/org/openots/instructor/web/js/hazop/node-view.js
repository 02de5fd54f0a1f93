// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import '../graphic/graphic.js';
import { boundary } from './boundary.js';

const SVG = 'http://www.w3.org/2000/svg';
/** Room between a thing and the boundary around it, and around the whole drawing, px of the drawing. */
const ROOM = 9;
/** Width and height of the plate with a node's id. */
const PLATE = [30, 18];
/** Height of the name under a symbol, px of the drawing. */
const NAME = 11;
const MARGIN = 16;

/** A plant that does not run: the drawing without values. */
export class StillStore {
  /** @param {any} plant */
  constructor(plant) {
    this.plant = plant;
    this.frames = 0;
    this.signals = new Map((plant.signals ?? []).map((/** @type {any} */ signal) => [signal.name, signal]));
    this.controllers = new Map((plant.controllers ?? []).map((/** @type {any} */ one) => [one.tag, one]));
  }

  subscribe() {
    return () => {};
  }

  value() {
    return undefined;
  }

  pv() {
    return undefined;
  }

  on() {
    return false;
  }

  trusted() {
    return undefined;
  }

  qualityOf() {
    return null;
  }

  alarmOf() {
    return null;
  }

  /** @param {string} tag */
  definition(tag) {
    const measured = this.controllers.get(tag)?.measurement;
    return this.signals.get(measured ?? tag) ?? this.signals.get(tag);
  }
}

/** The plant's drawing with the boundaries of the nodes; the chosen node is outlined strongly, the others lightly. */
class NodeView extends LightElement {
  static properties = { study: { attribute: false }, nodes: { attribute: false }, chosen: {}, plant: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.study = null;
    /** @type {string[]} */
    this.nodes = [];
    this.chosen = '';
    /** @type {any} */
    this.plant = null;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.listen(window, 'resize', () => this.requestUpdate());
  }

  async #load() {
    if (!this.study.plant) {
      return;
    }
    try {
      const plant = await api.get(path`/api/plants/${this.study.plant}`);
      const drawing = plant.layout.drawings.dcs;
      this.store = new StillStore(plant);
      this.drawing = { ...drawing, panels: [], marks: [] };
      this.plant = plant;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const node = this.study.nodes.find((/** @type {any} */ one) => one.id === this.chosen);
    const shown = this.study.nodes.filter((/** @type {any} */ one) => this.nodes.includes(one.id));
    const tags = this.study.tags.filter((/** @type {any} */ tag) => tag.node === this.chosen && tag.kind !== 'alarm');
    return html`<div class="ndv"><div class="mim" data-world="dcs">${this.plant ? html`<ots-graphic .store=${this.store} .drawing=${this.drawing} @pick=${this.#pick}></ots-graphic>` : html`<p class="mut pad">${this.failure || (this.study.plant ? '' : t('hazop.node.no-plant'))}</p>`}</div>
      <aside class="sheet pad col">${shown.map((/** @type {any} */ one) => html`<button class="ndb ${one.id === this.chosen ? 'on' : ''}" aria-pressed=${one.id === this.chosen} @click=${() => { this.chosen = one.id; }}><b>${one.id}</b> ${pick(one.name)}</button>`)}
      ${node ? html`<h3>${t('hazop.node.boundary')}</h3><p>${node.boundary ? pick(node.boundary) : t('hazop.node.asked')}</p><h3>${t('hazop.node.intent')}</h3><p>${pick(node.designIntent)}</p>
        <h3>${t('hazop.node.tags', tags.length)}</h3><ul class="ndt">${tags.map((/** @type {any} */ tag) => html`<li><span class="tg0">${tag.tag}</span> ${pick(tag.name)}</li>`)}</ul>` : nothing}</aside></div>`;
  }

  /** A click on a thing chooses the node it belongs to. @param {CustomEvent} event */
  #pick(event) {
    const plain = (/** @type {string} */ text) => text.replace(/-/g, '');
    const tag = this.study.tags.find((/** @type {any} */ one) => plain(one.plantTag) === plain(event.detail.tag ?? ''));
    if (tag && this.nodes.includes(tag.node)) {
      this.chosen = tag.node;
    }
  }

  async updated() {
    const graphic = /** @type {any} */ (this.querySelector('ots-graphic'));
    await graphic?.updateComplete;
    const drawing = graphic?.querySelector('svg.graphic');
    if (drawing) {
      this.#boundaries(drawing);
    }
  }

  /** @param {SVGSVGElement} drawing */
  #boundaries(drawing) {
    drawing.querySelector('.bounds')?.remove();
    const { x: left, y: top, width, height } = drawing.getBBox();
    drawing.setAttribute('viewBox', `${left - MARGIN} ${top - MARGIN} ${width + 2 * MARGIN} ${height + 2 * MARGIN}`);
    const frame = /** @type {[number, number, number, number]} */ ([left - MARGIN, top - MARGIN, left + width + MARGIN, top + height + MARGIN]);
    const taken = [...this.#boxesOf(drawing, [...drawing.querySelectorAll('text, .tile')].filter((one) => one.textContent?.trim())), ...this.#lines()];
    const pipes = this.drawing.pipes.map((/** @type {any} */ pipe) => pipe.points);
    const layer = document.createElementNS(SVG, 'g');
    layer.setAttribute('class', 'bounds');
    const shown = [...this.study.nodes].filter((/** @type {any} */ node) => this.nodes.includes(node.id))
      .sort((/** @type {any} */ a, /** @type {any} */ b) => Number(a.id === this.chosen) - Number(b.id === this.chosen));
    for (const node of shown) {
      const outlines = boundary(this.#boxes(drawing, node), pipes, frame);
      if (outlines.length > 0) {
        const strong = node.id === this.chosen;
        const path = document.createElementNS(SVG, 'path');
        path.setAttribute('class', strong ? 'hull on' : 'hull');
        path.setAttribute('d', outlines.map((line) => `M${line.map((point) => point.join(' ')).join('L')}Z`).join(''));
        path.setAttribute('fill-rule', 'evenodd');
        const [x, y] = this.#free(outlines.flat(), taken);
        taken.push([x, y, x + PLATE[0], y + PLATE[1]]);
        layer.append(path, plate(node.id, x, y, strong));
      }
    }
    drawing.append(layer);
  }

  /**
   * The boxes of what belongs to a node: its units where the study names them, and its tags.
   * @param {SVGSVGElement} drawing
   * @param {any} node
   * @returns {Array<[number, number, number, number]>}
   */
  #boxes(drawing, node) {
    const plain = (/** @type {string | null | undefined} */ text) => (text ?? '').replace(/-/g, '');
    const names = new Set([...node.units, ...this.study.tags.filter((/** @type {any} */ tag) => tag.node === node.id).map((/** @type {any} */ tag) => tag.plantTag)].map(plain));
    const others = new Set(this.study.tags.filter((/** @type {any} */ tag) => tag.node !== node.id).map((/** @type {any} */ tag) => plain(tag.plantTag)));
    const found = [...drawing.querySelectorAll('[data-equipment], [data-tag]')].filter((element) => {
      const name = plain(element.getAttribute('data-equipment') ?? element.getAttribute('data-tag'));
      return names.has(name) && (element.hasAttribute('data-equipment') || !others.has(name)) && element.getBoundingClientRect().width > 0;
    });
    return this.#boxesOf(drawing, found).map(([left, top, right, bottom], i) => {
      const name = found[i].classList.contains('tile') ? 0 : NAME;
      return [left - ROOM, top - ROOM, right + ROOM, bottom + ROOM + name];
    });
  }

  /** The straight pieces of all lines of the drawing, as boxes. @returns {Array<[number, number, number, number]>} */
  #lines() {
    const { pipes, signals = [], tiles = [], brackets = [] } = this.drawing;
    const lines = [...pipes, ...signals, ...brackets].map((one) => one.points).concat(tiles.filter((/** @type {any} */ one) => one.lead).map((/** @type {any} */ one) => one.lead));
    return lines.flatMap((points) => points.slice(1).map(([x, y], i) => {
      const [fromX, fromY] = points[i];
      return [Math.min(x, fromX) - 1, Math.min(y, fromY) - 1, Math.max(x, fromX) + 1, Math.max(y, fromY) + 1];
    }));
  }

  /**
   * Boxes of elements in the drawing's own measure.
   * @param {SVGSVGElement} drawing
   * @param {Element[]} elements
   * @returns {Array<[number, number, number, number]>}
   */
  #boxesOf(drawing, elements) {
    const matrix = drawing.getScreenCTM()?.inverse();
    return elements.map((element) => {
      const box = element.getBoundingClientRect();
      const a = new DOMPoint(box.left, box.top).matrixTransform(matrix);
      const b = new DOMPoint(box.right, box.bottom).matrixTransform(matrix);
      return [a.x, a.y, b.x, b.y];
    });
  }

  /**
   * Where the name of a node fits at its boundary: the highest corner at which it covers no text.
   * @param {Array<[number, number]>} corners
   * @param {Array<[number, number, number, number]>} taken
   */
  #free(corners, taken) {
    const [width, height] = PLATE;
    const places = corners.flatMap(([x, y]) => [[x, y - height / 2], [x - width, y - height / 2], [x - width / 2, y - height / 2]]).sort((a, b) => a[1] - b[1] || a[0] - b[0]);
    return places.find(([x, y]) => taken.every(([left, top, right, bottom]) => x > right + 1 || y > bottom + 1 || x + width < left - 1 || y + height < top - 1)) ?? places[0];
  }
}

/** @param {string} id @param {number} x @param {number} y @param {boolean} strong */
export function plate(id, x, y, strong) {
  const group = document.createElementNS(SVG, 'g');
  group.setAttribute('class', strong ? 'hplate on' : 'hplate');
  group.setAttribute('transform', `translate(${x} ${y})`);
  const rect = document.createElementNS(SVG, 'rect');
  rect.setAttribute('width', String(PLATE[0]));
  rect.setAttribute('height', String(PLATE[1]));
  const text = document.createElementNS(SVG, 'text');
  text.setAttribute('x', '15');
  text.setAttribute('y', '13');
  text.setAttribute('text-anchor', 'middle');
  text.textContent = id;
  group.append(rect, text);
  return group;
}

customElements.define('ots-node-view', NodeView);
