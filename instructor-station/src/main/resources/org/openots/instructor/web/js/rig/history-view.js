// @ts-check
import { html, nothing, svg } from 'lit';
import { api, clockAhead } from '../core/api.js';
import { css } from '../core/css.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { DASH, date, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { qualityIcon } from '../core/quality.js';
import { DASHES, PENS, rangeAround, spread } from '../dcs/trend-chart.js';
import { keyed, pointedAt } from './chart-cursor.js';
import { drawHistory, drawLanes, extentOf, LANE_PX, stepAt } from './history-chart.js';
import { reading, wall } from './rig-words.js';

/** @typedef {import('./rig-words.js').RigTag} RigTag */
/** @typedef {import('./history-chart.js').Step} Step */

const MINUTE_MS = 60_000;
const WINDOWS = [10, 30, 60, 120, 480];
const MOST_PENS = 6;
const FIRST_PENS = 3;
/** Most steps of a window; on a screen of 1024 px one step is then two pixels wide. */
const POINTS = 400;
/** A window that follows is drawn anew after this part of it, but not more often than REFRESH_MS. */
const REFRESH_PART = 300;
const REFRESH_MS = 1000;
const AXIS_MARKS = 5;
const LABEL_GAP_PX = 18;
/** Samples may come this much later than their period without being a gap. */
const LATE = 1.5;

/** The history of the rig: some tags over a window that follows the present or ends at a chosen time. */
class HistoryView extends LightElement {
  static properties = {
    tag: {}, all: { state: true }, tags: { state: true }, lead: { state: true }, minutes: { state: true }, end: { state: true },
    cursor: { state: true }, data: { state: true }, failure: { state: true }, adding: { state: true },
  };

  constructor() {
    super();
    this.tag = '';
    /** @type {RigTag[]} */
    this.all = [];
    /** @type {string[]} */
    this.tags = [];
    this.lead = '';
    this.minutes = 30;
    /** End of the window, UTC in ms, when it stands still. @type {number | null} */
    this.end = null;
    /** @type {number | null} */
    this.cursor = null;
    /** @type {{ from: number, to: number, step: number, series: Record<string, Step[]> } | null} */
    this.data = null;
    this.failure = '';
    this.adding = false;
    this.ahead = 0;
    this.asked = 0;
    this.turn = 0;
    this.height = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#begin();
    this.every(REFRESH_MS, () => this.#tick());
    const resize = new ResizeObserver(() => this.requestUpdate());
    resize.observe(document.body);
    this.endings.push(() => resize.disconnect());
  }

  async #begin() {
    try {
      this.ahead = await clockAhead();
      this.all = await api.get('/api/rig/tags');
      const known = this.all.map((one) => one.tag);
      this.tags = this.tag && known.includes(this.tag) ? [this.tag] : this.#first();
      this.lead = this.tags[0] ?? '';
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** What is shown when nothing was chosen: instruments rather than switches and set points. */
  #first() {
    const instruments = this.all.filter((one) => one.unit !== '' && !one.tag.includes('.'));
    return [...new Set([...instruments, ...this.all].map((one) => one.tag))].slice(0, FIRST_PENS);
  }

  /** Time at the station, UTC in ms. */
  get now() {
    return Date.now() + this.ahead;
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (['minutes', 'end', 'tags'].some((name) => changed.has(name))) {
      this.#load();
    }
  }

  #tick() {
    const span = this.minutes * MINUTE_MS;
    if (this.end === null && document.visibilityState === 'visible' && Date.now() - this.asked >= Math.max(REFRESH_MS, span / REFRESH_PART)) {
      this.#load();
    }
  }

  async #load() {
    if (this.tags.length === 0) {
      return;
    }
    const turn = ++this.turn;
    this.asked = Date.now();
    const to = Math.round(this.end ?? this.now);
    const from = to - this.minutes * MINUTE_MS;
    try {
      const answer = await api.get(`/api/rig/trend?tags=${this.tags.map(encodeURIComponent).join(',')}&from=${from}&to=${to}&points=${POINTS}`);
      if (turn === this.turn) {
        this.data = { from, to, step: answer.step, series: answer.series };
        this.failure = '';
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} tag */
  #about(tag) {
    return this.all.find((one) => one.tag === tag);
  }

  /** @param {string} tag @returns {[number, number]} */
  #range(tag) {
    const one = this.#about(tag);
    const [least, most] = extentOf(this.data?.series[tag] ?? []);
    const low = one?.low ?? least ?? 0;
    const high = one?.high ?? most ?? 1;
    return rangeAround(high > low ? [low, high] : [low - 1, low + 1], least, most);
  }

  get series() {
    const step = this.data?.step ?? 1;
    return this.tags.map((tag, pen) => {
      const one = this.#about(tag);
      const [low, high] = this.#range(tag);
      const silent = 1000 * Math.max(one?.timeout ?? 0, LATE * (one?.period ?? 1));
      return { steps: this.data?.series[tag] ?? [], step, hole: Math.max(step * LATE, silent), low, high, pen, bold: tag === this.lead };
    });
  }

  updated() {
    const [chart, lanes] = this.querySelectorAll('canvas');
    if (this.data && chart && lanes) {
      const { from, to } = this.data;
      drawHistory(chart, this.series, from, to);
      drawLanes(lanes, this.series, from, to);
      if (chart.clientHeight !== this.height) {
        this.height = chart.clientHeight;
        this.requestUpdate();
      }
    }
  }

  render() {
    return html`<section class="sheet rgv rgx" @keydown=${this.#key}>${this.#tools()}${this.failure ? html`<p class="row err rgd0" role="alert">${this.failure}</p>` : nothing}
      ${this.tags.length === 0 ? html`<p class="mut rgd0">${t('rig.tags.none')}</p>` : html`${this.#chart()}${this.#lanes()}${this.#axis()}${this.#table()}`}</section>`;
  }

  #tools() {
    const still = this.end !== null;
    return html`<div class="row rgbar">${segment(WINDOWS.map((value) => ({ value, text: value < 60 ? `${value} min` : `${value / 60} h` })), this.minutes, (value) => { this.minutes = value; }, t('trend.window'), 's')}
      <button class="btn s" @click=${() => { this.end = still ? null : this.now; }}>${icon(still ? 'play' : 'pause')}${t(still ? 'trend.follow' : 'trend.hold')}</button>
      <button class="btn s" aria-label=${t('trend.back')} @click=${() => this.#shift(-0.5)}>${icon('left')}</button><button class="btn s" aria-label=${t('trend.on')} ?disabled=${!still} @click=${() => this.#shift(0.5)}>${icon('right')}</button>
      <label class="rgck">${t('rig.trend.until')}<input class="field rgday" type="datetime-local" .value=${local(this.end ?? this.data?.to ?? this.now)} @change=${(/** @type {any} */ event) => this.#until(event.target.value)}></label><span class="sp"></span>${this.#adder()}</div>`;
  }

  #adder() {
    const full = this.tags.length >= MOST_PENS;
    if (!this.adding) {
      return html`<button class="btn s" ?disabled=${full} title=${full ? t('trend.full', MOST_PENS) : ''} @click=${() => { this.adding = true; }}>${icon('plus')}${t('trend.add')}</button>`;
    }
    return html`<select class="field rgadd" aria-label=${t('trend.add')} @change=${(/** @type {any} */ event) => { this.tags = [...this.tags, event.target.value].slice(-MOST_PENS); this.adding = false; }}>
      <option>${t('trend.add.which')}</option>${this.all.filter((one) => !this.tags.includes(one.tag)).map((one) => html`<option value=${one.tag}>${one.tag} ${pick(one.text)}</option>`)}</select>`;
  }

  /** @param {string} text date and time of the place */
  #until(text) {
    const time = new Date(text).getTime();
    if (Number.isFinite(time)) {
      this.end = time >= this.now ? null : time;
    }
  }

  /** @param {number} part */
  #shift(part) {
    const to = (this.end ?? this.now) + part * this.minutes * MINUTE_MS;
    this.end = to >= this.now ? null : to;
  }

  /** Where the cursor is, as a part of the window. */
  get at() {
    const { data, cursor } = this;
    const part = data && cursor !== null ? (cursor - data.from) / (data.to - data.from) : Number.NaN;
    return part >= 0 && part <= 1 ? part : null;
  }

  #chart() {
    const { series, at, lead } = this;
    const first = series.find((one) => one.bold);
    const height = this.height || 300;
    const ends = series.map((one) => {
      const last = one.steps.findLast((step) => step.mean !== null);
      return last ? (1 - (/** @type {number} */ (last.mean) - one.low) / (one.high - one.low)) * height : height / 2;
    });
    const tops = spread(ends, LABEL_GAP_PX, height);
    const pen = Math.max(0, this.tags.indexOf(lead));
    return html`<div class="rgch" @pointerdown=${this.#point} @pointermove=${(/** @type {PointerEvent} */ event) => event.buttons === 1 && this.#point(event)}>
      <canvas role="img" tabindex="0" aria-label="${t('trend.of')} ${this.tags.join(' ')}"></canvas>
      ${first ? [0, 0.25, 0.5, 0.75, 1].map((part) => html`<span class="rgy pc-${PENS[pen]} ${part === 1 ? 'low' : ''}" ${css({ top: `${part * 100}%` })}>${reading(first.high - part * (first.high - first.low), first.low, first.high)}</span>`) : nothing}
      ${this.tags.map((tag, i) => html`<span class="rgpl" ${css({ top: `${tops[i]}px` })}><span class="pk pb-${PENS[i]}">${PENS[i].toUpperCase()}</span>${tag}</span>`)}
      ${at === null ? nothing : html`<div class="rgcur" ${css({ left: `${at * 100}%` })}><b>${wall(/** @type {number} */ (this.cursor))}</b></div>`}</div>`;
  }

  #lanes() {
    return html`<div class="rglanes" ${css({ height: `${this.tags.length * LANE_PX}px` })} title=${t('rig.trend.lanes')}>${this.tags.map((tag, i) => html`<span class="rgly pc-${PENS[i]}" ${css({ top: `${i * LANE_PX}px` })}>${PENS[i].toUpperCase()}</span>`)}<canvas aria-hidden="true"></canvas></div>`;
  }

  #axis() {
    const { data } = this;
    return html`<div class="rgaxis">${data ? Array.from({ length: AXIS_MARKS }, (_, i) => {
      const part = (i + 0.5) / AXIS_MARKS;
      return html`<span ${css({ left: `${part * 100}%` })}>${wall(data.from + part * (data.to - data.from)).slice(0, this.minutes > 30 ? 5 : 8)}</span>`;
    }) : nothing}</div>`;
  }

  #table() {
    const { data, at } = this;
    return html`<div class="rgpens"><table class="t"><thead><tr><th>${t('trend.col.pen')}</th><th>${t('trend.col.tag')}</th><th class="w">${t('trend.col.text')}</th><th class="num">${t('trend.col.cursor')} ${at === null ? '' : wall(/** @type {number} */ (this.cursor))}</th><th>${t('quality')}</th><th>${t('trend.col.unit')}</th><th class="num">${t('trend.col.min')}</th><th class="num">${t('trend.col.max')}</th><th></th></tr></thead>
      <tbody>${this.tags.map((tag, i) => this.#pen(tag, i))}</tbody></table><p class="cap">${data ? t('rig.trend.from', date(data.from), date(data.to), number(data.step / 1000, data.step < 1000 ? 1 : 0)) : ''} ${t('rig.trend.legend')}</p></div>`;
  }

  /**
   * @param {string} tag
   * @param {number} i
   */
  #pen(tag, i) {
    const one = this.#about(tag);
    const steps = this.data?.series[tag] ?? [];
    const [least, most] = extentOf(steps);
    const [low, high] = this.#range(tag);
    const there = this.at === null ? null : stepAt(steps, this.data?.step ?? 1, /** @type {number} */ (this.cursor));
    const show = (/** @type {number | null} */ value) => reading(value, low, high);
    const span = !there ? DASH : there.count > 1 && there.min !== there.max ? `${show(there.mean)} (${show(there.min)} \u2013 ${show(there.max)})` : show(there.mean);
    const look = !there || there.level === 'GOOD' ? null : there.level === 'UNCERTAIN' ? 'uncertain' : 'bad';
    return html`<tr class=${tag === this.lead ? 'sel' : ''} @click=${() => { this.lead = tag; }}><td class="rgpen"><span class="row"><span class="pk pb-${PENS[i]}">${PENS[i].toUpperCase()}</span><svg width="36" height="8" aria-hidden="true">${svg`<path d="M0 4h36" stroke="var(--pen-${PENS[i]})" stroke-width="2.4" stroke-dasharray=${DASHES[i].join(' ')}/>`}</svg></span></td>
      <td><button class="plain" aria-pressed=${tag === this.lead} @click=${() => { this.lead = tag; }}><b>${tag}</b></button></td><td class="w"><span class="cutl rg1" title=${pick(one?.text)}>${pick(one?.text)}</span></td><td class="num cu"><b>${span}</b></td>
      <td class="qu"><span class="rgql">${qualityIcon(/** @type {any} */ (look), 16)}${this.at === null ? '' : there ? t(`quality.level.${there.level}`) : t('rig.trend.gap')}</span></td><td>${one?.unit ?? ''}</td><td class="num">${show(least)}</td><td class="num">${show(most)}</td>
      <td class="num"><button class="plain" aria-label="${t('trend.remove')} ${tag}" title=${t('trend.remove')} ?disabled=${this.tags.length < 2} @click=${(/** @type {Event} */ event) => { event.stopPropagation(); this.#remove(tag); }}>${icon('close', 12)}</button></td></tr>`;
  }

  /** @param {string} tag */
  #remove(tag) {
    this.tags = this.tags.filter((one) => one !== tag);
    this.lead = this.tags.includes(this.lead) ? this.lead : this.tags[0];
  }

  /** @param {PointerEvent} event */
  #point(event) {
    if (this.data) {
      this.cursor = pointedAt(event, /** @type {HTMLCanvasElement} */ (this.querySelector('canvas')), this.data) ?? this.cursor;
    }
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    this.cursor = keyed(event, this.cursor, this.data, POINTS);
  }
}

/** A time as the field for date and time takes it. @param {number} time UTC in ms */
function local(time) {
  const when = new Date(time);
  return new Date(time - when.getTimezoneOffset() * MINUTE_MS).toISOString().slice(0, 16);
}

customElements.define('ots-rig-history', HistoryView);
