// @ts-check
import { html, nothing, svg } from 'lit';
import { DASHES, PENS, draw } from '../dcs/trend-chart.js';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { duration, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

const POLL_MS = 600;
/** How long the curves take to be drawn from beginning to end, ms. */
const SHOW_MS = 5000;
const FRAME_MS = 50;
/** Share of a scale left free at its ends. */
const ROOM = 0.08;
/** Pens of the three runs: each has a colour and a dash of its own. */
const RUNS = { with: 0, without: 1, quiet: 5 };

/** A window that asks the station to play something, waits for it, and shows trends and what came. */
export class PlayWindow extends LightElement {
  static properties = { about: {}, job: { state: true }, failure: { state: true }, now: { state: true } };

  constructor() {
    super();
    this.about = '';
    /** @type {any} */
    this.job = null;
    this.failure = '';
    /** Share of the time that is drawn. */
    this.now = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.before = document.activeElement;
    this.every(POLL_MS, () => this.#poll());
    this.every(FRAME_MS, () => this.#move());
    this.endings.push(() => this.#stop(), () => /** @type {any} */ (this.before)?.focus?.());
    this.listen(window, 'resize', () => this.#draw());
    this.play();
  }

  get running() {
    return this.job?.state === 'waiting' || this.job?.state === 'running';
  }

  /** Asks the station. @returns {Promise<any>} */
  ask() {
    throw new Error('a window says what it asks for');
  }

  async play() {
    this.failure = '';
    this.asking = true;
    try {
      this.job = await this.ask();
      this.now = 0;
    } catch (error) {
      this.failure = errorText(error);
    }
    this.asking = false;
  }

  async #poll() {
    if (!this.running || this.asking) {
      return;
    }
    const { id } = this.job;
    try {
      const job = await api.get(path`/api/plays/${id}`);
      if (this.job?.id === id) {
        this.job = job;
      }
    } catch (error) {
      if (!(/** @type {any} */ (error).offline)) {
        this.job = null;
        this.failure = errorText(error);
      }
    }
  }

  #stop() {
    if (this.running) {
      const { id } = this.job;
      this.job = { ...this.job, state: 'stopped' };
      api.delete(path`/api/plays/${id}`).catch(() => { /* it ends by itself */ });
    }
  }

  #move() {
    if (this.job?.result && this.now < 1) {
      this.now = matchMedia('(prefers-reduced-motion: reduce)').matches ? 1 : Math.min(1, this.now + FRAME_MS / SHOW_MS);
    }
  }

  firstUpdated() {
    /** @type {HTMLElement | null} */ (this.querySelector('[autofocus]'))?.focus();
  }

  updated() {
    this.#draw();
  }

  #draw() {
    const result = this.job?.result;
    if (!result) {
      return;
    }
    const shown = result.seconds * this.now;
    result.curves.forEach((/** @type {any} */ curve, /** @type {number} */ i) => {
      const canvas = /** @type {HTMLCanvasElement | null} */ (this.querySelector(`canvas[data-curve="${i}"]`));
      if (!canvas) {
        return;
      }
      const [low, high] = this.#range(curve);
      const lines = ['quiet', 'without', 'with'].filter((run) => curve[run]).map((run) => {
        const times = curve[run].t.filter((/** @type {number} */ time) => time <= shown);
        return { times, values: curve[run].v.slice(0, times.length), low, high, pen: RUNS[run], bold: run === 'with' };
      });
      draw(canvas, lines, 0, result.seconds, []);
    });
  }

  /** The scale that holds all runs of a tag, with some room. @param {any} curve @returns {[number, number]} */
  #range(curve) {
    const all = ['quiet', 'with', 'without'].flatMap((run) => curve[run]?.v ?? []).filter((/** @type {any} */ value) => value !== null);
    const low = Math.min(...all);
    const high = Math.max(...all);
    if (!Number.isFinite(low)) {
      return [0, 1];
    }
    const room = Math.max((high - low) * ROOM, Math.abs(high) * 0.002, 1e-6);
    // a flow or a level that is never below 0 has no scale below 0
    return [low >= 0 && !this.#flag(curve) ? Math.max(0, low - room) : low - room, high + room];
  }

  /** Whether a tag is only on or off. @param {any} curve */
  #flag(curve) {
    return (curve.unit === '' || curve.unit === '1') && ['quiet', 'with', 'without'].every((run) => (curve[run]?.v ?? []).every((/** @type {number | null} */ value) => value === null || value === 0 || value === 1));
  }

  close() {
    this.dispatchEvent(new CustomEvent('close'));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape') {
      event.stopPropagation();
      this.close();
    } else if (event.key === 'Tab') {
      // the keyboard stays in the window
      const stops = [...this.querySelectorAll('button:not([disabled]), select, [tabindex="0"]')];
      const end = event.shiftKey ? stops[0] : stops[stops.length - 1];
      if (document.activeElement === end) {
        event.preventDefault();
        /** @type {HTMLElement} */ (event.shiftKey ? stops[stops.length - 1] : stops[0])?.focus();
      }
    }
  }

  /** The window. @param {unknown} title @param {unknown} tools beside the title @param {(result: any) => unknown} aside what is told of a result */
  frame(title, tools, aside) {
    return html`<div class="veil" @keydown=${this.#key}><section class="rpl" role="dialog" aria-modal="true" aria-label=${t('play.title')}>
      <header class="rph"><div class="rpt"><h2 class="cutl" title=${title}>${title}</h2><span class="cap">${this.about}</span></div><span class="sp"></span>${tools}
        <button class="btn s" autofocus @click=${() => this.close()}>${icon('close', 14)}${t('action.close')}</button></header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.play()}>${t('action.retry')}</button></p>` : nothing}
      ${this.job?.result ? this.#result(this.job.result, aside) : this.#wait()}</section></div>`;
  }

  #wait() {
    const { job } = this;
    if (!job || this.failure) {
      return nothing;
    }
    if (job.state === 'failed' || job.state === 'stopped') {
      return html`<div class="rpz"><p>${t(`play.${job.state}`)}</p><p><button class="btn" @click=${() => this.play()}>${icon('play')}${t('play.again')}</button></p></div>`;
    }
    const share = Math.round(job.share * 100);
    return html`<div class="rpz" role="status"><p>${job.state === 'waiting' ? t('play.waiting', job.ahead) : t('play.running', share)}</p><div class="meter" role="progressbar" aria-valuenow=${share} aria-valuemin="0" aria-valuemax="100" aria-label=${t('play.title')}><i ${css({ width: `${share}%` })}></i></div>
      <p><button class="btn s" @click=${() => this.#stop()}>${t('play.stop')}</button></p></div>`;
  }

  /** @param {any} result @param {(result: any) => unknown} aside */
  #result(result, aside) {
    const compared = this.compared(result);
    return html`<div class="rpb"><div class="rpc"><p class="rpk">${this.#key3('with', compared ? 'play.run.with' : 'play.run.only')}${compared ? this.#key3('without', 'play.run.without') : nothing}${this.#key3('quiet', 'play.run.quiet')}<span class="sp"></span><button class="btn s" @click=${() => { this.now = 0; }}>${icon('play', 14)}${t('play.replay')}</button></p>
        <div class="rpg">${result.curves.map((/** @type {any} */ curve, /** @type {number} */ i) => this.#curve(curve, i, result))}</div></div>
      <aside class="rps" tabindex="0" aria-label=${t('play.findings')}>${aside(result)}
        <h3>${t('play.marks')}</h3>${result.marks.length === 0 ? html`<p class="mut">${t('play.marks.none')}</p>` : html`<ul class="rpm">${result.marks.map((/** @type {any} */ mark) => html`<li class=${mark.seconds <= result.seconds * this.now ? '' : 'later'}>${sign(mark.kind)}<time>${duration(mark.seconds)}</time><span>${pick(mark.text)}${compared && mark.runs !== 'both' ? html` <small>${t(`play.runs.${mark.runs}`)}</small>` : nothing}</span></li>`)}</ul>`}</aside></div>`;
  }

  /** Whether a run without something was played too. @param {any} result @returns {boolean} */
  compared(result) {
    return result.curves.some((/** @type {any} */ curve) => curve.without);
  }

  /** @param {'with' | 'without' | 'quiet'} run @param {string} key */
  #key3(run, key) {
    return html`<span class="rpl0"><svg width="32" height="8" aria-hidden="true">${svg`<path d="M0 4h32" stroke=${`var(--pen-${PENS[RUNS[run]]})`} stroke-width=${run === 'with' ? 2.6 : 1.8} stroke-dasharray=${DASHES[RUNS[run]].join(' ')}/>`}</svg>${t(key)}</span>`;
  }

  /** @param {any} curve @param {number} i @param {any} result */
  #curve(curve, i, result) {
    const [low, high] = this.#range(curve);
    const flag = this.#flag(curve);
    const places = high - low >= 50 ? 0 : high - low >= 5 ? 1 : 2;
    const [bottom, top] = flag ? [t('play.off'), t('play.on')] : [number(low, places), number(high, places)];
    const at = (/** @type {number} */ time) => css({ left: `${(time / result.seconds) * 100}%` });
    const marks = result.marks.filter((/** @type {any} */ mark) => mark.kind !== 'other' && mark.seconds <= result.seconds * this.now);
    return html`<figure class="rpf"><figcaption><b>${curve.signal}</b> <span class="cap ut">${flag ? '' : curve.unit}</span><span class="cap cutl" title=${pick(curve.text)}>${pick(curve.text) === curve.signal ? '' : pick(curve.text)}</span></figcaption>
      <div class="rpx"><span class="rpy ${flag ? 'fl' : ''}">${top}</span><span class="rpy lo ${flag ? 'fl' : ''}">${bottom}</span><div class="rpp"><canvas data-curve=${i} role="img" aria-label=${t('play.curve', curve.signal)}></canvas>
        <i class="rpn" ${at(result.causeSeconds)} title=${t('play.cause-at', duration(result.causeSeconds))}></i>${marks.map((/** @type {any} */ mark) => html`<i class="rpe ${mark.kind}" ${at(mark.seconds)} title=${`${duration(mark.seconds)} ${pick(mark.text)}`}></i>`)}</div></div>
      <p class="rpa cap"><span>0</span><span>${duration(result.seconds / 2)}</span><span>${duration(result.seconds)}</span></p></figure>`;
  }
}

/** @param {string} kind */
function sign(kind) {
  const shapes = { alarm: svg`<path d="M7 1.5 12.8 12.5H1.2z" fill="var(--p2)" stroke="var(--p-line)"/>`, trip: svg`<path d="M1.5 1.5h11v11h-11z" fill="var(--p1)" stroke="var(--p-line)"/>`, demand: svg`<path d="M1.5 1.5h11v11h-11z" fill="#fff" stroke="var(--p1)" stroke-width="2"/>`, other: svg`<circle cx="7" cy="7" r="3.5" fill="var(--ink-2)"/>` };
  return html`<svg width="14" height="14" viewBox="0 0 14 14" role="img" aria-label=${t(`play.mark.${kind}`)}>${shapes[kind] ?? shapes.other}</svg>`;
}
