// @ts-check
import { html, nothing } from 'lit';
import { api, clockAhead } from '../core/api.js';
import { css } from '../core/css.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { DASH, signed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { spread } from '../dcs/trend-chart.js';
import { keyed, pointedAt } from './chart-cursor.js';
import { wall } from './rig-words.js';
import { drawBeside, drawResidual, rangeOf, residualRange } from './twin-chart.js';
import { againstOf, fine } from './twin-words.js';

/** @typedef {import('./twin-chart.js').TwinStep} TwinStep */
/** @typedef {import('./twin-words.js').TwinTag} TwinTag */

const MINUTE_MS = 60_000;
const WINDOWS = [10, 30, 120, 480];
const TICK_MS = 1000;
/** A window is drawn anew after this part of it, but not more often than every two seconds. */
const REFRESH_PART = 300;
const REFRESH_MS = 2000;
const AXIS_MARKS = 4;
const LABEL_GAP_PX = 18;

/** One output of the twin over the last minutes or hours: rig beside model, and the residual below. */
class TwinTrend extends LightElement {
  static properties = { tag: { attribute: false }, minutes: { state: true }, data: { state: true }, cursor: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {TwinTag | null} */
    this.tag = null;
    this.minutes = 30;
    /** @type {{ name: string, from: number, to: number, step: number, steps: TwinStep[] } | null} */
    this.data = null;
    /** @type {number | null} */
    this.cursor = null;
    this.failure = '';
    this.ahead = 0;
    this.asked = 0;
    this.turn = 0;
    this.shown = '';
    this.height = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    clockAhead().then((ahead) => { this.ahead = ahead; }).catch(() => {});
    this.every(TICK_MS, () => {
      if (document.visibilityState === 'visible' && Date.now() - this.asked >= Math.max(REFRESH_MS, (this.minutes * MINUTE_MS) / REFRESH_PART)) {
        this.#load();
      }
    });
    const resize = new ResizeObserver(() => this.requestUpdate());
    resize.observe(document.body);
    this.endings.push(() => resize.disconnect());
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    const name = this.tag?.name ?? '';
    if (name !== this.shown || changed.has('minutes')) {
      this.shown = name;
      this.cursor = null;
      this.#load();
    }
  }

  async #load() {
    const name = this.tag?.name;
    if (!name) {
      return;
    }
    const turn = ++this.turn;
    this.asked = Date.now();
    const to = Math.round(Date.now() + this.ahead);
    const from = to - this.minutes * MINUTE_MS;
    try {
      const answer = await api.get(`/api/rig/twin/trend?tag=${encodeURIComponent(name)}&from=${from}&to=${to}`);
      if (turn === this.turn) {
        this.data = { name, from, to, step: answer.step, steps: answer.steps };
        this.failure = '';
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @returns {TwinStep[]} */
  get steps() {
    return this.data && this.data.name === this.tag?.name ? this.data.steps : [];
  }

  updated() {
    const [beside, below] = this.querySelectorAll('canvas');
    if (this.data && beside && below) {
      const { from, to, step } = this.data;
      if (beside.clientHeight !== this.height) {
        this.height = beside.clientHeight;
        this.requestUpdate();
      }
      drawBeside(beside, this.steps, step, from, to, rangeOf(this.steps));
      drawResidual(below, this.steps, step, from, to, residualRange(this.steps));
    }
  }

  render() {
    const { tag } = this;
    if (!tag) {
      return nothing;
    }
    return html`<section class="sheet twt" @keydown=${this.#key}><div class="row twth"><h2 class="cutl">${tag.tag}</h2><span class="cap cutl">${pick(tag.text)} ${againstOf(tag)}</span><span class="sp"></span>
      ${segment(WINDOWS.map((value) => ({ value, text: value < 60 ? `${value} min` : `${value / 60} h` })), this.minutes, (value) => { this.minutes = value; }, t('trend.window'), 's')}</div>
      ${this.failure ? html`<p class="row err rgd0" role="alert">${this.failure}</p>` : nothing}
      ${this.#beside(tag)}${this.#residual(tag)}${this.#axis()}${this.#legend(tag)}</section>`;
  }

  /** @param {TwinTag} tag */
  #beside(tag) {
    const [low, high] = rangeOf(this.steps);
    const last = this.steps.findLast((one) => one.rig !== null || one.model !== null);
    const height = this.height || 120;
    const place = (/** @type {number | null | undefined} */ value) => (1 - ((value ?? low) - low) / (high - low)) * height;
    const tops = spread([place(last?.rig), place(last?.model)], LABEL_GAP_PX, height);
    return html`<div class="twc" @pointerdown=${this.#point} @pointermove=${(/** @type {PointerEvent} */ event) => event.buttons === 1 && this.#point(event)}>
      <canvas role="img" tabindex="0" aria-label=${t('twin.chart', tag.tag)}></canvas>${this.#marks(low, high, 2, tag.sigma)}
      ${['a', 'b'].map((pen, i) => ((i === 0 ? last?.rig : last?.model) ?? null) === null ? nothing : html`<span class="rgpl" ${css({ top: `${tops[i]}px` })}><span class="pk pb-${pen}">${pen.toUpperCase()}</span>${t(i === 0 ? 'twin.rig' : 'twin.model')}</span>`)}${this.#line()}</div>`;
  }

  /** @param {TwinTag} tag */
  #residual(tag) {
    const [low, high] = residualRange(this.steps);
    return html`<div class="twc twr"><canvas role="img" aria-label=${t('twin.chart.residual', tag.tag)}></canvas>${this.#marks(low, high, 1, tag.sigma)}
      <span class="rgpl" ${css({ top: '50%' })}>${t('twin.col.residual')}</span>${this.#line()}</div>`;
  }

  /** @param {number} low @param {number} high @param {number} parts @param {number} sigma */
  #marks(low, high, parts, sigma) {
    return this.steps.length === 0 ? nothing : Array.from({ length: parts + 1 }, (_, i) => {
      const part = i / parts;
      return html`<span class="rgy ${part === 1 ? 'low' : ''} ${part === 0 ? 'top' : ''}" ${css({ top: `${part * 100}%` })}>${fine(high - part * (high - low), sigma)}</span>`;
    });
  }

  /** Where the cursor is, as a part of the window. */
  get at() {
    const { data, cursor } = this;
    const part = data && cursor !== null ? (cursor - data.from) / (data.to - data.from) : Number.NaN;
    return part >= 0 && part <= 1 ? part : null;
  }

  #line() {
    return this.at === null ? nothing : html`<div class="rgcur" ${css({ left: `${this.at * 100}%` })}></div>`;
  }

  #axis() {
    const { data } = this;
    return html`<div class="rgaxis twx">${data ? Array.from({ length: AXIS_MARKS }, (_, i) => {
      const part = (i + 0.5) / AXIS_MARKS;
      return html`<span ${css({ left: `${part * 100}%` })}>${wall(data.from + part * (data.to - data.from)).slice(0, this.minutes > 10 ? 5 : 8)}</span>`;
    }) : nothing}</div>`;
  }

  /** @param {TwinTag} tag */
  #legend(tag) {
    const { at, data } = this;
    if (at === null || !data) {
      const words = this.steps.length === 0 ? t('twin.chart.empty') : t('twin.chart.legend');
      return html`<p class="cap twl" title=${words}>${words}</p>`;
    }
    const time = /** @type {number} */ (this.cursor);
    const one = this.steps.find((step) => step.t <= time && time < step.t + data.step);
    const said = (/** @type {number | null | undefined} */ value) => (value === null || value === undefined ? DASH : fine(value, tag.sigma));
    return html`<p class="cap twl" role="status">${t('twin.chart.cursor', wall(time), said(one?.rig), said(one?.model), one?.residual === null || one === undefined || !one.sigma ? DASH : `${signed(one.residual / one.sigma, 1)} \u03c3`)}</p>`;
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (this.data) {
      this.cursor = pointedAt(event, /** @type {HTMLCanvasElement} */ (this.querySelector('canvas')), this.data) ?? this.cursor;
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.cursor = keyed(event, this.cursor, this.data, REFRESH_PART);
  }
}

customElements.define('ots-twin-trend', TwinTrend);
