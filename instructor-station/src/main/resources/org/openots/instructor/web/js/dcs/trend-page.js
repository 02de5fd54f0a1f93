// @ts-check
import { html, nothing, svg } from 'lit';
import { alarmEvent, alarmsThatCame, priorityOf } from '../core/alarm-events.js';
import { css } from '../core/css.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { clock, DASH, number, signed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { lookOf, qualityIcon, qualityWords } from '../core/quality.js';
import { operationWords } from '../core/operation-words.js';
import { TrendBuffer } from '../core/trend-buffer.js';
import { DASHES, draw, PENS, rangeAround, spread } from './trend-chart.js';

const WINDOWS = [10, 30, 60, 120];
const MOST_PENS = 6;
const POINTS = 900;
const LABEL_GAP_PX = 18;
const AXIS_MARKS = 5;
const OPERATION_KINDS = ['command-applied', 'radio', 'control', 'rewound'];

/** Trends with history: up to six pens, a cursor, and what happened meanwhile. */
class TrendPage extends LightElement {
  static properties = {
    store: { attribute: false },
    tag: {},
    minutes: { state: true }, end: { state: true }, cursor: { state: true }, tags: { state: true }, group: { state: true }, lead: { state: true }, adding: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.tag = '';
    this.minutes = 60;
    /** End of the window when it stands still, else null. @type {number | null} */
    this.end = null;
    /** @type {number | null} */
    this.cursor = null;
    /** @type {string[]} */
    this.tags = [];
    this.group = '';
    this.lead = '';
    this.adding = false;
    this.size = { width: 0, height: 0 };
  }

  connectedCallback() {
    super.connectedCallback();
    const store = this.store;
    if (store) {
      this.buffer = new TrendBuffer(store);
      this.follow(store);
      this.endings.push(store.subscribe(() => this.#frame()));
    }
    this.resize = new ResizeObserver(() => this.requestUpdate());
    this.resize.observe(document.body);
    this.endings.push(() => this.resize?.disconnect());
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    const groups = this.store?.plant?.layout?.trendGroups ?? [];
    if (changed.has('tag') && this.tag && this.store?.signals.has(this.tag)) {
      const related = this.store.plant?.layout?.related?.[this.tag] ?? [];
      this.tags = [this.tag, ...related.filter((/** @type {string} */ one) => one !== this.tag)].slice(0, MOST_PENS);
      this.lead = this.tag;
      this.group = '';
    } else if (this.tags.length === 0 && groups.length > 0) {
      this.#choose(groups[0].id);
    }
    if (['minutes', 'end', 'tags', 'store'].some((name) => changed.has(name))) {
      this.#load();
    }
  }

  /** @param {string} id */
  #choose(id) {
    const group = (this.store?.plant?.layout?.trendGroups ?? []).find((/** @type {any} */ one) => one.id === id);
    if (group) {
      this.group = id;
      this.tags = group.tags.filter((/** @type {string} */ tag) => this.store?.signals.has(tag));
      this.lead = this.tags[0] ?? '';
    }
  }

  get window() {
    const to = this.end ?? Math.max(this.store?.time ?? 0, this.minutes * 60);
    return { from: to - this.minutes * 60, to };
  }

  async #load() {
    const { from, to } = this.window;
    try {
      await this.buffer?.load(this.tags, from, Math.min(to, this.store?.time ?? to), POINTS);
    } catch {
      // the connection's state is shown by the frame around this page
    }
    this.requestUpdate();
  }

  #frame() {
    if (this.buffer?.append() && this.end === null) {
      this.#load();
    }
  }

  updated() {
    const canvas = this.querySelector('canvas');
    if (!(canvas instanceof HTMLCanvasElement) || !this.buffer) {
      return;
    }
    const { from, to } = this.window;
    const buffer = this.buffer;
    const curves = this.tags.map((tag, pen) => {
      const [low, high] = this.#range(tag);
      return { times: buffer.times, values: buffer.series[tag] ?? [], low, high, pen, bold: tag === this.lead };
    });
    draw(canvas, [...curves.filter((curve) => !curve.bold), ...curves.filter((curve) => curve.bold)], from, to, this.#limits().map(({ y, pen }) => ({ y, pen })));
    if (canvas.clientHeight !== this.size.height || canvas.clientWidth !== this.size.width) {
      this.size = { width: canvas.clientWidth, height: canvas.clientHeight };
      this.requestUpdate();
    }
  }

  /** The drawn range of a tag. @param {string} tag @returns {[number, number]} */
  #range(tag) {
    const { from, to } = this.window;
    const [least, most] = this.buffer?.extent(tag, from, to) ?? [null, null];
    return rangeAround(this.store?.definition(tag)?.range ?? [0, 100], least, most);
  }

  #limits() {
    const signal = this.store?.definition(this.lead);
    const [low, high] = this.#range(this.lead);
    const pen = this.tags.indexOf(this.lead);
    return (signal?.alarms ?? []).filter((alarm) => alarm.limit > low && alarm.limit < high)
      .map((alarm) => ({ y: 1 - (alarm.limit - low) / (high - low), pen, text: `${alarm.kind} ${number(alarm.limit, signal?.decimals ?? 1)}` }));
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const groups = store.plant?.layout?.trendGroups ?? [];
    return html`<main class="tp" @keydown=${this.#key}><div class="tbar">${segment(WINDOWS.map((value) => ({ value, text: value < 120 ? `${value} min` : `${value / 60} h` })), this.minutes, (value) => { this.minutes = value; }, t('trend.window'), 's')}
      <button class="btn s" @click=${() => { this.end = this.end === null ? store.time : null; }}>${icon(this.end === null ? 'pause' : 'play')}${this.end === null ? t('trend.hold') : t('trend.follow')}</button>
      <button class="btn s ibtn" aria-label=${t('trend.back')} @click=${() => this.#shift(-0.5)}>${icon('left')}</button><button class="btn s ibtn" aria-label=${t('trend.on')} ?disabled=${this.end === null} @click=${() => this.#shift(0.5)}>${icon('right')}</button>
      <span class="sp"></span>${this.#adder()}
      <select class="btn s" aria-label=${t('trend.group')} @change=${(/** @type {any} */ event) => this.#choose(event.target.value)}>${this.group === '' ? html`<option value="" selected>${t('trend.group.own')}</option>` : nothing}
        ${groups.map((/** @type {any} */ group) => html`<option value=${group.id} ?selected=${group.id === this.group}>${t('trend.group')} ${pick(group.text)}</option>`)}</select></div>
      ${this.#chart()}${this.#events()}<div><div class="axis">${this.#axis()}</div>${this.#table()}</div></main>`;
  }

  #adder() {
    const signals = [...(this.store?.signals.values() ?? [])].filter((signal) => !this.tags.includes(signal.name) && /^[A-Z]+-\d+[A-Z]?$/.test(signal.name) && (signal.unit || signal.decimals > 0));
    return this.adding ? html`<select class="btn s" aria-label=${t('trend.add')} @change=${(/** @type {any} */ event) => { this.tags = [...this.tags, event.target.value].slice(-MOST_PENS); this.group = ''; this.adding = false; }}>
        <option>${t('trend.add.which')}</option>${signals.map((signal) => html`<option value=${signal.name}>${signal.name} ${pick(signal.text)}</option>`)}</select>`
      : html`<button class="btn s" ?disabled=${this.tags.length >= MOST_PENS} title=${this.tags.length >= MOST_PENS ? t('trend.full', MOST_PENS) : ''} @click=${() => { this.adding = true; }}>${icon('plus')}${t('trend.add')}</button>`;
  }

  #chart() {
    const buffer = this.buffer;
    const [low, high] = this.#range(this.lead);
    const decimals = this.store?.definition(this.lead)?.decimals ?? 1;
    const pen = this.tags.indexOf(this.lead);
    const { from, to } = this.window;
    const last = buffer?.times[buffer.times.length - 1] ?? to;
    const height = this.size.height || 300;
    const y = (/** @type {string} */ tag, /** @type {number} */ time) => {
      const value = buffer?.at(tag, time);
      const [a, b] = this.#range(tag);
      return value === null || value === undefined ? null : 1 - (value - a) / (b - a);
    };
    const ends = this.tags.map((tag) => (y(tag, Math.min(last, to)) ?? 0.5) * height);
    const tops = spread(ends, LABEL_GAP_PX, height);
    const at = this.cursor === null ? null : (this.cursor - from) / (to - from);
    return html`<div class="chart" @pointerdown=${this.#point} @pointermove=${(/** @type {PointerEvent} */ event) => event.buttons === 1 && this.#point(event)}>
      <canvas role="img" aria-label="${t('trend.of')} ${this.tags.join(' ')}"></canvas>
      ${[0, 0.25, 0.5, 0.75, 1].map((part) => html`<span class="yl pc-${PENS[pen] ?? 'a'} ${part === 1 ? 'low' : ''}" ${css({ top: `${part * 100}%` })}>${number(high - part * (high - low), (high - low) < 8 ? Math.max(1, decimals) : decimals === 0 ? 0 : 1)}</span>`)}
      ${this.#limits().map((limit) => html`<span class="lim pc-${PENS[limit.pen] ?? 'a'}" ${css({ top: `calc(${limit.y * 100}% + 2px)` })}>${limit.text}</span>`)}
      ${this.tags.map((tag, i) => html`<span class="pl" ${css({ top: `${tops[i]}px` })}><span class="pk pb-${PENS[i]}">${PENS[i].toUpperCase()}</span>${tag}</span>`)}
      ${at === null || at < 0 || at > 1 ? nothing : html`<div class="cur" ${css({ left: `${at * 100}%` })}><b>${clock(this.cursor)}</b></div>
        ${this.tags.map((tag, i) => { const place = y(tag, /** @type {number} */ (this.cursor)); return place === null || place < 0 || place > 1 ? nothing : html`<i class="dot pb-${PENS[i]}" ${css({ left: `${at * 100}%`, top: `${place * 100}%` })}></i>`; })}`}</div>`;
  }

  /** Alarms and operations below the curves; those that would cover another are left out. */
  #events() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const { from, to } = this.window;
    const shown = (/** @type {any[]} */ list) => {
      let free = -Infinity;
      return list.filter((event) => {
        const x = ((event.time - from) / (to - from)) * (this.size.width || 900);
        const width = 28 + 11 * pick(event.text).length * (/[a-z]/.test(pick(event.text)) ? 0.62 : 1);
        const fits = event.time >= from && event.time <= to && x >= free && x + width <= (this.size.width || 900) + 8;
        free = fits ? x + width : free;
        return fits;
      });
    };
    const place = (/** @type {number} */ time) => css({ left: `${((time - from) / (to - from)) * 100}%` });
    const alarms = shown(alarmsThatCame(store.events).map((event) => {
      const { tag, kind } = alarmEvent(event);
      const words = `${tag.replace(/\.TRIP$/, '')} ${t(`alarm.kind.${kind}`)}`;
      return { ...event, text: { zh: words, en: words } };
    }));
    const operations = shown(store.events.filter((event) => OPERATION_KINDS.includes(event.kind) && !(event.kind === 'command-applied' && event.subject === 'RADIO')).map((event) => {
      const words = event.kind === 'command-applied' ? operationWords(event, store) : pick(event.text);
      return { ...event, text: { zh: words, en: words } };
    }));
    return html`<div class="evs"><span class="evl r1">${t('trend.alarms')}</span><span class="evl r2">${t('trend.operations')}</span>
      ${alarms.map((event) => html`<span class="ev r1" ${place(event.time)}>${priority(priorityOf(event, store), 16)}${pick(event.text)}</span>`)}
      ${operations.map((event) => html`<span class="ev r2" ${place(event.time)}><i><svg width="16" height="16" viewBox="0 0 16 16" aria-hidden="true"><path d="M8 1.5l6.5 6.5L8 14.5 1.5 8z" fill="#fff" stroke="var(--ink)" stroke-width="1.5"/></svg></i>${pick(event.text)}</span>`)}</div>`;
  }

  #axis() {
    const { from, to } = this.window;
    return Array.from({ length: AXIS_MARKS }, (_, i) => {
      const part = (i + 0.5) / AXIS_MARKS;
      return html`<span class="ax" ${css({ left: `${part * 100}%` })}>${clock(from + part * (to - from)).slice(0, this.minutes > 10 ? 5 : 8)}</span>`;
    });
  }

  #table() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const { from, to } = this.window;
    return html`<table class="g pens"><thead><tr><th>${t('trend.col.pen')}</th><th>${t('trend.col.tag')}</th><th>${t('trend.col.text')}</th><th class="num">${t('trend.col.cursor')} ${this.cursor === null ? '' : clock(this.cursor)}</th><th class="num">${t('trend.col.now')}</th>
      <th class="num">${t('trend.col.difference')}</th><th>${t('trend.col.unit')}</th><th>${t('trend.col.range')}</th><th class="num">${t('trend.col.min')}</th><th class="num">${t('trend.col.max')}</th><th></th></tr></thead>
      <tbody>${this.tags.map((tag, i) => {
        const signal = store.definition(tag);
        const places = signal?.decimals ?? 1;
        const now = store.pv(tag);
        const doubt = store.qualityOf(tag);
        const then = this.cursor === null ? null : this.buffer?.at(tag, this.cursor) ?? null;
        const [least, most] = this.buffer?.extent(tag, from, to) ?? [null, null];
        const [low, high] = this.#range(tag);
        const fine = high - low < 8 ? Math.min(2, places) : 0;
        return html`<tr class=${tag === this.lead ? 'sel' : ''} @click=${() => { this.lead = tag; }}><td class="penc"><span class="ln"><span class="pk pb-${PENS[i]}">${PENS[i].toUpperCase()}</span><svg width="44" height="8" aria-hidden="true">${svg`<path d="M0 4h44" stroke="var(--pen-${PENS[i]})" stroke-width="2.4" stroke-dasharray=${DASHES[i].join(' ')}/>`}</svg></span></td>
          <td><button class="plain" @click=${() => { this.lead = tag; }}><b>${tag}</b></button></td><td class="cut">${pick(signal?.text)}</td><td class="num"><b>${then === null ? DASH : number(then, places)}</b></td><td class="num ${store.rig ? 'qv' : ''}" title=${doubt ? qualityWords(doubt, now, store.time) : nothing}>${doubt ? qualityIcon(lookOf(doubt, now)) : nothing}<b class=${doubt ? 'dq' : ''}>${number(now, places)}</b></td>
          <td class="num">${then === null || now === null || now === undefined || doubt ? DASH : signed(now - then, places)}</td><td>${signal?.unit ?? ''}</td><td>${number(low, fine)}\u2013${number(high, fine)}</td><td class="num">${number(least, places)}</td><td class="num">${number(most, places)}</td>
          <td class="num"><button class="plain" aria-label="${t('trend.remove')} ${tag}" title=${t('trend.remove')} ?disabled=${this.tags.length < 2} @click=${(/** @type {Event} */ event) => { event.stopPropagation(); this.#remove(tag); }}>${icon('close', 12)}</button></td></tr>`;
      })}</tbody></table>`;
  }

  /** @param {string} tag */
  #remove(tag) {
    this.tags = this.tags.filter((one) => one !== tag);
    this.group = '';
    this.lead = this.tags.includes(this.lead) ? this.lead : this.tags[0];
  }

  /** @param {number} part */
  #shift(part) {
    const now = this.store?.time ?? 0;
    const to = (this.end ?? now) + part * this.minutes * 60;
    this.end = to >= now ? null : Math.max(this.minutes * 60, to);
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = /** @type {HTMLElement} */ (this.querySelector('canvas')).getBoundingClientRect();
    const part = Math.min(1, Math.max(0, (event.clientX - box.x) / box.width));
    const { from, to } = this.window;
    this.cursor = Math.min(this.store?.time ?? to, from + part * (to - from));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const plain = event.target instanceof Element && !event.target.closest('input, select, [role=radiogroup]');
    if (plain && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
      const { from, to } = this.window;
      const step = ((event.key === 'ArrowLeft' ? -1 : 1) * (to - from)) / 200;
      this.cursor = Math.min(to, Math.max(from, (this.cursor ?? this.store?.time ?? to) + step));
    } else if (event.key === 'Escape') {
      this.cursor = null;
    }
  }
}

customElements.define('ots-trend-page', TrendPage);
