// @ts-check
import { html, nothing } from 'lit';
import { LightElement } from '../core/element.js';
import { ask, wrong } from '../core/dialog.js';
import { errorText } from '../core/errors.js';
import { number, typed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { lookOf, qualityIcon, qualityWords } from '../core/quality.js';
import { plainState, stateWord } from '../graphic/symbols.js';
import { missingConditions } from './permits.js';

const VALVE_STOPS = [0, 25, 50, 75, 100];

/**
 * The plate of a valve, pump, heater, switch or emergency stop. Hand valves and switches are operated in the field only;
 * "place" says where the operator stands.
 */
class DevicePlate extends LightElement {
  static properties = {
    store: { attribute: false },
    tag: {},
    kind: {},
    place: {},
    locked: { type: Boolean },
    sender: { attribute: false },
    failure: { state: true },
    entry: { state: true },
    question: { state: true },
    busy: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.tag = '';
    this.kind = '';
    this.place = 'dcs';
    this.locked = false;
    /** Carries an operation out in another way than as the operator of the run. @type {((target: string, verb: string, value: number) => Promise<any>) | null} */
    this.sender = null;
    this.failure = '';
    /** @type {string | null} */
    this.entry = null;
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    this.busy = '';
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
    }
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const device = store.plant?.devices.find((one) => one.tag === this.tag);
    const text = pick(device?.text);
    return html`<section class="fp" aria-label="${this.tag} ${t('device.plate')}"><header><b>${this.tag}</b><span class="ft" title=${text}>${text}</span>
      <button class="btn s ibtn" aria-label=${t('action.close')} @click=${() => this.dispatchEvent(new CustomEvent('close', { bubbles: true }))}>${icon('close')}</button></header>
      <div class="fpb"><dl class="dst"><dt>${t('device.state')}</dt><dd>${store.rig ? plainState({ tag: this.tag, kind: this.kind }, store) : stateWord({ tag: this.tag, kind: this.kind }, store)}</dd>${this.#facts(device)}${this.#hungFact(device)}</dl>
      ${store.rig ? this.#quality(store) : nothing}
      ${store.rig ? html`<p class="note">${t('rig.plate.read')}</p>` : this.locked ? html`<p class="note">${t('faceplate.locked')}</p>` : html`${this.#operate()}${this.#lockout(device)}`}${wrong(this.failure)}</div></section>${ask(this.question, () => { this.question = null; })}`;
  }

  /** How far the state of a device of a rig can be trusted. @param {import('../core/run-store.js').RunStore} store */
  #quality(store) {
    const quality = store.qualityOf(this.tag);
    const value = store.value(this.tag);
    return html`<p class="qln">${qualityIcon(quality ? lookOf(quality, value) : null, 18)}<span>${t('quality')}</span><b>${qualityWords(quality, value, store.time)}</b></p>`;
  }

  /** @param {import('../core/types.js').DeviceDefinition | undefined} device */
  #facts(device) {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const speed = store.trusted(`${this.tag}.SPEED`);
    const tripped = (store.trusted(`${this.tag}.TRIP`) ?? 0) > 0.5;
    const permit = store.trusted(`${this.tag}.PERMIT`);
    return html`${typeof speed === 'number' ? html`<dt>${t('device.speed')}</dt><dd>${number(speed, 0)} %</dd>` : nothing}
      ${tripped ? html`<dt>${t('device.motor')}</dt><dd>${t('device.tripped')}</dd>` : nothing}
      ${permit === undefined || permit === null ? nothing : html`<dt>${t('device.permit')}</dt><dd>${permit ? t('device.permit.yes') : t('device.permit.no')}</dd>`}
      ${permit === 0 ? missingConditions(device, this.tag, store).map((words) => html`<dt class="wide miss">${words}</dt>`) : (device?.permissives ?? []).map((one) => html`<dt class="wide">${pick(one.text)}</dt>`)}`;
  }

  /** What hangs on it: 1 a tag, 2 a lock, 3 both. */
  get #hung() {
    return this.store?.value(`LOTO.${this.tag}`) ?? 0;
  }

  /** @param {import('../core/types.js').DeviceDefinition | undefined} device */
  #hungFact(device) {
    return device?.lockable && !this.store?.rig ? html`<dt>${t('device.loto')}</dt><dd>${t(`device.loto.${this.#hung}`)}</dd>` : nothing;
  }

  /** Lock and tag: in the field only, where the device is. @param {import('../core/types.js').DeviceDefinition | undefined} device */
  #lockout(device) {
    if (!device?.lockable || this.place !== 'field') {
      return nothing;
    }
    const locked = this.#hung >= 2;
    const tagged = this.#hung % 2 === 1;
    const button = (/** @type {string} */ verb) => html`<button class="btn" ?disabled=${!this.store?.operable} @click=${() => this.#send(verb, 0, `LOTO.${this.tag}`)}>${t(`device.loto.${verb}`)}</button>`;
    return html`<div class="two">${button(locked ? 'unlock' : 'lock')}${button(tagged ? 'untag' : 'tag')}</div>`;
  }

  #operate() {
    switch (this.kind) {
      case 'hand-valve': return this.place === 'field' ? this.#valve() : html`<p class="note">${t('device.field.only')}</p>
        <button class="btn" @click=${() => this.dispatchEvent(new CustomEvent('tab', { bubbles: true, detail: 'field' }))}>${t('device.to.field')}</button>`;
      case 'control-valve': return html`<p class="note">${t('device.by.loop')}</p>`;
      case 'shutoff-valve':
      case 'motor-valve': return this.#valve();
      case 'solenoid-valve': return html`<p class="note">${t('device.by.interlock')}</p>`;
      case 'pump': return html`${this.#buttons([['start', 'device.start'], ['stop', 'device.stop']])}${this.store?.on(`${this.tag}.TRIP`) ? this.#buttons([['reset', 'device.reset']]) : nothing}`;
      case 'heater':
      case 'fan': return this.#buttons([['start', 'device.start'], ['stop', 'device.stop']]);
      case 'switch': return this.place === 'field' ? this.#buttons([['on', 'device.switch.on'], ['off', 'device.switch.off']]) : html`<p class="note">${t('device.field.only')}</p>`;
      case 'estop': return this.#emergency();
      default: return nothing;
    }
  }

  /** @param {Array<[string, string]>} verbs */
  #buttons(verbs) {
    const on = this.store?.on(this.tag) ?? false;
    const current = (/** @type {string} */ verb) => (on ? verb === 'start' || verb === 'on' : verb === 'stop' || verb === 'off');
    return html`<div class="two">${verbs.map(([verb, key]) => html`<button class="btn ${this.busy === verb ? 'busy' : ''}" ?disabled=${!this.store?.operable || (current(verb) && verb !== 'reset')}
      @click=${() => this.#send(verb, 0)}>${t(key)}</button>`)}</div>`;
  }

  #valve() {
    const now = this.store?.value(this.tag) ?? 0;
    const idle = !this.store?.operable;
    const shown = this.entry ?? number(now, 0);
    return html`<input type="range" min="0" max="100" step="1" .value=${String(Math.round(this.entry === null ? now : Number(this.entry) || 0))} ?disabled=${idle} aria-label="${this.tag} ${t('device.opening')}"
        @input=${(/** @type {any} */ event) => { this.entry = event.target.value; }} @change=${(/** @type {any} */ event) => this.#position(event.target.value)}>
      <div class="opline">${VALVE_STOPS.map((stop) => html`<button class="btn s" ?disabled=${idle} @click=${() => this.#position(String(stop))}>${stop === 0 ? t('device.shut') : stop === 100 ? t('device.open') : `${stop}`}</button>`)}</div>
      <label class="inl">${t('device.opening')} <input class="field" .value=${shown} ?disabled=${idle} @input=${(/** @type {any} */ event) => { this.entry = event.target.value; }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && this.#position(this.entry ?? '')}> %</label>`;
  }

  #emergency() {
    const pressed = this.store?.on(this.tag) ?? false;
    return pressed
      ? html`<p class="note">${t('device.estop.pressed')}</p>${this.#buttons([['reset', 'device.estop.reset']])}`
      : html`<button class="btn danger" ?disabled=${!this.store?.operable} @click=${() => {
        this.question = { title: t('device.estop.ask', this.tag), text: t('device.estop.loss'), action: t('device.estop.press'), danger: true, run: () => this.#send('press', 0) };
      }}>${t('device.estop.press')}</button>`;
  }

  /** @param {string} text */
  #position(text) {
    const value = typed(text);
    if (Number.isNaN(value) || value < 0 || value > 100) {
      this.failure = Number.isNaN(value) ? t('error.number', text) : t('error.range', `${t('device.opening')} ${text} %`, 0, 100, '%');
      return;
    }
    this.#send('position', value);
  }

  /**
   * @param {string} verb
   * @param {number} value
   * @param {string} [target] the device itself when left out
   */
  async #send(verb, value, target = this.tag) {
    this.failure = '';
    this.busy = verb;
    try {
      await (this.sender ? this.sender(target, verb, value) : this.store?.send(target, verb, value));
    } catch (error) {
      this.failure = errorText(error);
    }
    this.entry = null;
    this.busy = '';
  }
}

customElements.define('ots-device-plate', DevicePlate);
