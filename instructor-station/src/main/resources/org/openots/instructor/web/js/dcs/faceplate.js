// @ts-check
import { html, nothing, svg } from 'lit';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { DASH, number, signed, typed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { lookOf, qualityIcon, qualityWords } from '../core/quality.js';
import { segment, wrong } from '../core/dialog.js';

const MODE_NAMES = ['MAN', 'AUTO', 'CAS'];
const SATURATED_PERCENT = 0.5;
const MOST_LIMITS = 4;

/** @typedef {{ mode: number, verb: string, name: string, low: number, high: number, decimals: number, unit: string, steps: number[], label: string }} Subject */

/** The faceplate of a controller, or of a measurement without one. */
class Faceplate extends LightElement {
  static properties = {
    store: { attribute: false },
    tag: {},
    locked: { type: Boolean },
    failure: { state: true },
    entry: { state: true },
    menu: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.tag = '';
    this.locked = false;
    this.failure = '';
    /** @type {string | null} */
    this.entry = null;
    this.menu = false;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has('tag')) {
      this.failure = '';
      this.entry = null;
      this.menu = false;
    }
  }

  render() {
    const store = this.store;
    const signal = store?.definition(this.tag);
    if (!store) {
      return nothing;
    }
    const controller = store.plant?.controllers.find((one) => one.tag === this.tag);
    const text = pick(controller?.text ?? signal?.text);
    return html`<section class="fp" aria-label="${this.tag} ${t('faceplate')}"><header><b>${this.tag}</b><span class="ft" title=${text}>${text}</span>
      <button class="btn s ibtn" aria-label=${t('faceplate.menu')} aria-expanded=${this.menu} @click=${() => { this.menu = !this.menu; }}>${icon('menu')}</button>
      <button class="btn s ibtn" aria-label=${t('action.close')} @click=${() => this.#tell('close')}>${icon('close')}</button></header>
      ${this.menu ? this.#menu() : nothing}
      <div class="fpb">${this.#numbers(signal, controller)}${store.rig ? html`<p class="note">${t('rig.plate.read')}</p>` : controller ? this.#operate(controller, signal) : nothing}${this.#limits(signal, controller)}</div></section>`;
  }

  /**
   * @param {string} type
   * @param {any} [detail]
   */
  #tell(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { bubbles: true, detail }));
  }

  #menu() {
    const item = (/** @type {string} */ key, /** @type {string} */ action) => html`<button class="btn s" @click=${() => { this.menu = false; this.#tell('menu', { action, tag: this.tag }); }}>${t(key)}</button>`;
    return html`<div class="tmenu" role="menu">${item('faceplate.menu.trend', 'trend')}${item('faceplate.menu.related', 'related')}${item('faceplate.menu.alarms', 'alarms')}</div>`;
  }

  /**
   * @param {import('../core/types.js').SignalDefinition | undefined} signal
   * @param {import('../core/types.js').ControllerDefinition | undefined} controller
   */
  #numbers(signal, controller) {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const decimals = signal?.decimals ?? 1;
    const value = store.pv(this.tag);
    const quality = store.qualityOf(this.tag);
    const setPoint = store.trusted(`${this.tag}.SP`);
    const output = store.trusted(`${this.tag}.OP`);
    const mode = store.trusted(`${this.tag}.MODE`);
    const deviation = !quality && typeof value === 'number' && typeof setPoint === 'number' ? value - setPoint : null;
    const row = (/** @type {string} */ key, /** @type {string} */ text, /** @type {string} */ unit, small = false, doubt = false) => html`<dt>${t(key)}</dt><dd class="${small ? 'sm' : ''} ${doubt ? 'dq' : ''}">${text}</dd><dd>${unit}</dd>`;
    return html`<div class="pso">${this.#gauge(signal, quality ? null : value, setPoint, output)}<dl>
      ${row('faceplate.pv', value === null || value === undefined ? '????' : number(value, decimals), signal?.unit ?? '', false, quality !== null)}
      ${controller ? html`${row('faceplate.sp', number(setPoint, decimals), signal?.unit ?? '')}${row('faceplate.op', number(output, 0), '%')}
        ${row('faceplate.dev', signed(deviation, decimals), signal?.unit ?? '', true)}
        ${typeof store.trusted(`${this.tag}.RATIO`) === 'number' ? row('faceplate.ratio', number(store.value(`${this.tag}.RATIO`), 2), '', true) : nothing}
        ${store.rig ? row('faceplate.mode', typeof mode === 'number' ? t(`mode.${MODE_NAMES[Math.round(mode)] ?? 'MAN'}`) : DASH, '', true) : nothing}` : nothing}</dl></div>
      ${store.rig ? html`<p class="qln">${qualityIcon(quality ? lookOf(quality, value) : null, 18)}<span>${t('quality')}</span><b>${qualityWords(quality, value, store.time)}</b></p>` : nothing}`;
  }

  /**
   * @param {import('../core/types.js').SignalDefinition | undefined} signal
   * @param {number | null | undefined} value
   * @param {number | null | undefined} setPoint
   * @param {number | null | undefined} output
   */
  #gauge(signal, value, setPoint, output) {
    const [low, high] = signal?.range ?? [0, 100];
    const at = (/** @type {number} */ v) => 8 + 184 * (1 - Math.min(1, Math.max(0, (v - low) / (high - low))));
    const marks = [0, 0.25, 0.5, 0.75, 1].map((part) => low + part * (high - low));
    const places = high - low < 4 ? 2 : high - low < 20 ? 1 : 0;
    const limits = (signal?.alarms ?? []).filter((alarm) => alarm.kind === 'H' || alarm.kind === 'L');
    const top = limits.find((alarm) => alarm.kind === 'H')?.limit ?? high;
    const bottom = limits.find((alarm) => alarm.kind === 'L')?.limit ?? low;
    return html`<svg width="96" height="212" viewBox="0 0 96 212" aria-hidden="true">
      ${marks.map((mark) => svg`<path d="M24 ${at(mark)}h4" stroke="var(--line-2)"/><text x="21" y=${at(mark) + 4} text-anchor="end" font-size="11" fill="var(--ink-2)">${number(mark, places)}</text>`)}
      <rect x="30" y="8" width="22" height="184" fill="var(--gauge)"/><rect x="30" y=${at(top)} width="22" height=${Math.max(0, at(bottom) - at(top))} fill="#a7b0b7"/>
      ${typeof value === 'number' ? svg`<rect x="35" y=${at(value)} width="12" height=${Math.max(0, 192 - at(value))} fill="var(--live)"/>` : nothing}
      ${limits.map((alarm) => svg`<path d="M30 ${at(alarm.limit)}h22" stroke="var(--ink)" stroke-width="1.5" stroke-dasharray="3 2"/>`)}
      ${typeof setPoint === 'number' ? svg`<path d="M53 ${at(setPoint)}l9 -6v12z" fill="var(--act)"/>` : nothing}
      ${typeof output === 'number' ? svg`<rect x="68" y="8" width="14" height="184" fill="var(--gauge)"/><rect x="68" y=${8 + 1.84 * (100 - output)} width="14" height=${1.84 * output} fill="#5c666e"/>
        <text x="75" y="208" text-anchor="middle" font-size="12" fill="var(--ink-2)">OP</text>` : nothing}
      <text x="41" y="208" text-anchor="middle" font-size="12" fill="var(--ink-2)">PV</text></svg>`;
  }

  /**
   * What the operator sets now: the output in manual, the set point in automatic, the ratio in cascade of a ratio loop.
   * @param {import('../core/types.js').ControllerDefinition} controller
   * @returns {Subject}
   */
  #subject(controller) {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const mode = Math.round(store.value(`${this.tag}.MODE`) ?? 0);
    const signal = store.definition(this.tag);
    if (mode === 0) {
      return { mode, verb: 'op', name: `${this.tag}.OP`, low: 0, high: 100, decimals: 1, unit: '%', steps: [5, 1], label: t('faceplate.op') };
    }
    if (mode === 2 && controller.ratio) {
      return { mode, verb: 'ratio', name: `${this.tag}.RATIO`, low: 0, high: 20, decimals: 2, unit: '', steps: [0.5, 0.1], label: t('faceplate.ratio') };
    }
    const [low, high] = controller.spRange ?? signal?.range ?? [0, 100];
    const fine = (high - low) / 100;
    const step = fine >= 0.4 ? 1 : fine >= 0.04 ? 0.1 : 0.01;
    return { mode, verb: mode === 2 ? '' : 'sp', name: `${this.tag}.SP`, low, high, decimals: signal?.decimals ?? 1, unit: signal?.unit ?? '', steps: [5 * step, step], label: t('faceplate.sp') };
  }

  /**
   * @param {import('../core/types.js').ControllerDefinition} controller
   * @param {import('../core/types.js').SignalDefinition | undefined} signal
   */
  #operate(controller, signal) {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const subject = this.#subject(controller);
    const idle = this.locked || !store.operable;
    const now = store.value(subject.name);
    const fixed = idle || subject.verb === '';
    const step = (/** @type {number} */ by) => html`<button class="btn s" ?disabled=${fixed} @click=${() => this.#step(subject, by)}>${signed(by, by % 1 === 0 ? 0 : subject.decimals)}</button>`;
    return html`${segment(MODE_NAMES.map((name, value) => ({ name, value })).filter(({ name }) => controller.modes.includes(name)).map(({ name, value }) => ({ value, text: t(`mode.${name}`), disabled: idle || (name === 'CAS' && !this.#master()) })), subject.mode,
      (value) => this.#send('mode', value), t('faceplate.mode'))}
      ${this.#note(controller)}
      <div class="opline">${step(-subject.steps[0])}${step(-subject.steps[1])}<input class="field" aria-label=${subject.label} ?disabled=${fixed}
        .value=${this.entry ?? number(now, subject.decimals)} @input=${(/** @type {any} */ event) => { this.entry = event.target.value; }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && !event.isComposing && this.#enter(subject)} @blur=${() => { if (this.failure === '') { this.entry = null; } }}>${step(subject.steps[1])}${step(subject.steps[0])}</div>
      <p class="hintl">${subject.verb === '' ? t('faceplate.cascade', this.#master()) : t('faceplate.range', subject.label, number(subject.low, 0), number(subject.high, 0), subject.unit)}</p>
      ${wrong(this.failure)}`;
  }

  /** Where the set point of the loop comes from in cascade, in the scheme that is in use; empty when from nowhere. */
  #master() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const number = store.value('SCHEME');
    const schemes = store.plant?.schemes ?? [];
    const scheme = schemes.find((one) => one.number === number) ?? schemes[0];
    return scheme?.links.find((link) => link.slave === this.tag)?.master ?? '';
  }

  /** @param {import('../core/types.js').ControllerDefinition} controller */
  #note(controller) {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const output = store.value(`${this.tag}.OP`);
    if (this.locked) {
      return html`<p class="note">${t('faceplate.locked')}</p>`;
    }
    if (store.value(`${this.tag}.MODE`) === 0 || typeof output !== 'number') {
      return nothing;
    }
    const name = controller.output ?? '';
    return output >= 100 - SATURATED_PERCENT ? html`<p class="note">${t('faceplate.saturated.high', name)}</p>`
      : output <= SATURATED_PERCENT ? html`<p class="note">${t('faceplate.saturated.low', name)}</p>` : nothing;
  }

  /**
   * @param {import('../core/types.js').SignalDefinition | undefined} signal
   * @param {import('../core/types.js').ControllerDefinition | undefined} controller
   */
  #limits(signal, controller) {
    const limits = (signal?.alarms ?? []).slice(0, MOST_LIMITS);
    return html`<div class="kvs">${limits.map((alarm) => html`<span>${t('faceplate.alarm', t(`alarm.kind.${alarm.kind}`), alarm.kind)}</span><b>${number(alarm.limit, signal?.decimals ?? 1)}</b>`)}
      ${limits.length % 2 === 1 ? html`<span></span><b></b>` : nothing}
      ${controller?.kp === undefined || this.store?.rig ? nothing : html`<span>P</span><b>${number(controller.kp, 1)}</b><span>I</span><b>${number(controller.ti, 0)} s</b>`}</div>`;
  }

  /**
   * @param {Subject} subject
   * @param {number} by
   */
  #step(subject, by) {
    const now = this.store?.value(subject.name);
    if (typeof now === 'number') {
      this.entry = null;
      this.#send(subject.verb, Math.min(subject.high, Math.max(subject.low, Number((now + by).toFixed(4)))));
    }
  }

  /** @param {Subject} subject */
  #enter(subject) {
    const value = typed(this.entry ?? '');
    if (Number.isNaN(value)) {
      this.failure = t('error.number', this.entry ?? '');
    } else if (value < subject.low || value > subject.high) {
      this.failure = t('error.range', `${subject.label} ${this.entry} ${subject.unit}`, number(subject.low, 0), number(subject.high, 0), subject.unit);
    } else {
      this.entry = null;
      this.#send(subject.verb, value);
    }
  }

  /**
   * @param {string} verb
   * @param {number} value
   */
  async #send(verb, value) {
    this.failure = '';
    try {
      await this.store?.send(this.tag, verb, value);
    } catch (error) {
      this.failure = errorText(error);
    }
  }
}

customElements.define('ots-faceplate', Faceplate);
