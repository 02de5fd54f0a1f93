// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { segment, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number, typed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { orderWords } from '../scenario/scenario-words.js';
import '../dcs/device-plate.js';

const SEVERITIES = [1, 2, 3, 4, 5];
const GONE = ['withdrawn', 'cleared', 'removed', 'over'];
const WAITING = ['armed', 'waiting', 'pending'];
/** Overrides that are there or not and take no number. */
const FLAGS = ['frozen', 'bad'];
/** Kinds of devices that stand in the field. */
const FIELD = ['hand-valve', 'shutoff-valve', 'motor-valve', 'pump', 'heater', 'fan', 'switch', 'estop'];

/** Faults for one run: find, set strength, ramp and trigger, send, withdraw. The trainee never sees any of it. */
class FaultPanel extends LightElement {
  static properties = {
    store: { attribute: false }, faults: { state: true }, active: { state: true }, search: { state: true }, chosen: { state: true },
    tab: { state: true }, instruments: { state: true }, kind: { state: true }, value: { state: true }, device: { state: true }, strength: { state: true }, ramp: { state: true }, trigger: { state: true }, delay: { state: true }, when: { state: true }, hold: { state: true }, failure: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    /** @type {any[]} */
    this.faults = [];
    /** @type {any[]} */
    this.active = [];
    /** What the teacher reaches for: faults of the plant, instruments that shall read wrong, or what stands in the field. */
    this.tab = 'faults';
    /** @type {any[]} */
    this.instruments = [];
    /** How the chosen instrument shall read, and the number that belongs to it. */
    this.kind = 'frozen';
    this.value = '';
    /** Device in the field that is chosen. */
    this.device = '';
    this.search = '';
    this.chosen = '';
    this.strength = 80;
    this.ramp = '30';
    this.trigger = 'now';
    this.delay = '60';
    this.when = '';
    this.hold = '60';
    this.failure = '';
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
    this.#load();
  }

  async #load() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    try {
      const plant = store.info?.plant ?? '';
      [this.faults, this.instruments] = await Promise.all([api.get(path`/api/plants/${plant}/faults`), api.get(path`/api/plants/${plant}/instruments`)]);
      this.active = await api.get(path`/api/runs/${store.runId}/faults`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** What the frames say, else what was last asked for. */
  get list() {
    return (this.store?.faults ?? this.active).filter((fault) => !GONE.includes(fault.state));
  }

  /** @param {string} id */
  #title(id) {
    if (id.startsWith('@')) {
      return overrideWords(id, this.instruments);
    }
    if ('!~#'.includes(id[0])) {
      return orderWords(id);
    }
    const fault = this.faults.find((one) => one.id === id);
    return `${short(id)} ${pick(fault?.title)}`;
  }

  render() {
    const list = this.list;
    const waiting = list.filter((one) => WAITING.includes(one.state)).length;
    const tabs = ['faults', 'instruments', 'field'].map((value) => ({ value, text: t(`fault.tab.${value}`) }));
    return html`<aside class="sheet inj"><div class="row ih"><h2>${t('fault.title')}</h2><span class="sp"></span><span class="tagc">${icon('eye', 14)}${t('fault.hidden')}</span></div>
      <div class="is it">${segment(tabs, this.tab, (value) => { this.tab = value; this.search = ''; this.failure = ''; this.chosen = ''; }, t('fault.title'), 's')}</div>
      <div class="is"><input class="field" placeholder=${t(`fault.search.${this.tab}`)} aria-label=${t(`fault.search.${this.tab}`)} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></div>
      ${this.tab === 'faults' ? this.#faultList() : this.tab === 'instruments' ? this.#instrumentList() : this.#deviceList()}<span class="sp"></span><hr>
      <div class="fact"><h3>${t('fault.active', waiting, list.length - waiting)}</h3><div class="scroll">${list.map((one) => html`<p class="row">${icon(WAITING.includes(one.state) ? 'clock' : 'bolt')}<span class="cutl" title=${this.#title(one.fault)}>${this.#title(one.fault)} <span class="mut">${this.#state(one)}</span></span><span class="sp"></span>
        <button class="btn s" @click=${() => this.#withdraw(one)}>${WAITING.includes(one.state) ? t('fault.withdraw') : t('fault.recover')}</button></p>`)}</div></div></aside>`;
  }

  /** @param {string} text */
  #matches(text) {
    return text.toLowerCase().includes(this.search.trim().toLowerCase());
  }

  #faultList() {
    const found = this.faults.filter((fault) => this.#matches(`${fault.id} ${fault.title?.zh} ${fault.title?.en} ${fault.text?.zh ?? ''} ${fault.text?.en ?? ''}`));
    const fault = this.faults.find((one) => one.id === this.chosen);
    return html`<div class="fl0 scroll" role="listbox" aria-label=${t('fault.title')}>${found.map((one) => html`<button class="fr ${one.id === this.chosen ? 'sel' : ''}" role="option" aria-selected=${one.id === this.chosen} @click=${() => { this.chosen = one.id; this.failure = ''; }}>
        <span class="mut">${short(one.id)}</span><span>${pick(one.title)}</span><span class="sev" role="img" aria-label=${t('fault.severity', one.severity)}>${SEVERITIES.map((level) => html`<i class=${level <= one.severity ? 'x' : ''}></i>`)}</span></button>`)}
        ${found.length === 0 ? html`<p class="mut fr0">${t('fault.none')}</p>` : nothing}</div><hr>
      <div class="fform">${fault ? html`<h3>${short(fault.id)} ${pick(fault.title)}</h3>
        <div><label class="l" for="strength">${t('fault.strength', this.strength)}</label><input id="strength" type="range" min="5" max="100" step="5" .value=${String(this.strength)} ${css({ '--part': `${this.strength}%` })} @input=${(/** @type {any} */ event) => { this.strength = Number(event.target.value); }}></div>${this.#form(() => this.#inject(fault.id, this.strength / 100))}` : html`<p class="mut">${t('fault.pick')}</p>`}${wrong(this.failure)}</div>`;
  }

  #instrumentList() {
    const found = this.instruments.filter((one) => this.#matches(`${one.tag} ${one.text?.zh} ${one.text?.en}`));
    const instrument = this.instruments.find((one) => one.tag === this.chosen);
    const kind = instrument?.kinds.find((/** @type {any} */ one) => one.kind === this.kind) ?? instrument?.kinds[0];
    return html`<div class="fl0 scroll" role="listbox" aria-label=${t('fault.tab.instruments')}>${found.map((one) => html`<button class="fr ins ${one.tag === this.chosen ? 'sel' : ''}" role="option" aria-selected=${one.tag === this.chosen} @click=${() => { this.chosen = one.tag; this.failure = ''; }}>
        <b>${one.tag}</b><span class="cutl">${pick(one.text)}</span></button>`)}${found.length === 0 ? html`<p class="mut fr0">${t('fault.none.instruments')}</p>` : nothing}</div><hr>
      <div class="fform">${instrument ? html`<h3>${instrument.tag} ${pick(instrument.text)}</h3><div class="two"><div><label class="l" for="kind">${t('override.kind')}</label><select id="kind" class="field" @change=${(/** @type {any} */ event) => { this.kind = event.target.value; this.failure = ''; }}>${instrument.kinds.map((/** @type {any} */ one) => html`<option value=${one.kind} ?selected=${one === kind}>${t(`override.${one.kind}`)}</option>`)}</select></div>
        ${FLAGS.includes(kind.kind) ? html`<div></div>` : html`<div><label class="l" for="value">${t('override.value', number(kind.low, kind.low % 1 === 0 ? 0 : 2), number(kind.high, kind.high % 1 === 0 ? 0 : 2), kind.unit).trim()}</label><input id="value" class="field" .value=${this.value} @input=${(/** @type {any} */ event) => { this.value = event.target.value; }}></div>`}</div>
        ${this.#form(() => this.#override(instrument, kind))}` : html`<p class="mut">${t('override.pick')}</p>`}${wrong(this.failure)}</div>`;
  }

  #deviceList() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const devices = (store.plant?.devices ?? []).filter((one) => FIELD.includes(one.type));
    const found = devices.filter((one) => this.#matches(`${one.tag} ${one.text?.zh} ${one.text?.en}`));
    const device = devices.find((one) => one.tag === this.device);
    return html`<div class="fl0 scroll" role="listbox" aria-label=${t('fault.tab.field')}>${found.map((one) => html`<button class="fr ins ${one.tag === this.device ? 'sel' : ''}" role="option" aria-selected=${one.tag === this.device} @click=${() => { this.device = one.tag; this.failure = ''; }}>
        <b>${one.tag}</b><span class="cutl">${pick(one.text)}</span></button>`)}${found.length === 0 ? html`<p class="mut fr0">${t('fault.none.field')}</p>` : nothing}</div><hr>
      <div class="fform rmt">${device ? html`<p class="mut">${t('remote.note')}</p><div class="dcs"><ots-device-plate .store=${store} .tag=${device.tag} .kind=${device.type} place="field" .sender=${(/** @type {string} */ target, /** @type {string} */ verb, /** @type {number} */ value) => this.#remote(target, verb, value)} @close=${() => { this.device = ''; }}></ots-device-plate></div>` : html`<p class="mut">${t('remote.pick')}</p>`}</div>`;
  }

  /** @param {any} one */
  #state(one) {
    if (WAITING.includes(one.state)) {
      return one.when ? one.when : one.delayS ? t(one.k.startsWith('e') ? 'scenario.at' : 'fault.after', clock(one.delayS)) : t('fault.state.waiting');
    }
    const strength = t(one.state === 'ramping' ? 'fault.state.ramping' : 'fault.state.active', number(100 * (one.strength ?? one.severity ?? 1), 0));
    const began = this.store?.events.find((event) => event.subject === one.k && (event.kind === 'fault-ramping' || event.kind === 'fault-active'));
    return began ? t('fault.since', strength, clock(began.time)) : strength;
  }

  /** Ramp, trigger and the button that sends. @param {() => void} send */
  #form(send) {
    const text = (/** @type {string} */ name) => (/** @type {any} */ event) => { /** @type {any} */ (this)[name] = event.target.value; };
    return html`<div class="two"><div><label class="l" for="ramp">${t('fault.ramp')}</label><input id="ramp" class="field" .value=${this.ramp} @input=${text('ramp')}></div>
      <div><label class="l" for="trigger">${t('fault.trigger')}</label><select id="trigger" class="field" @change=${text('trigger')}>${['now', 'delay', 'when'].map((one) => html`<option value=${one} ?selected=${one === this.trigger}>${t(`fault.trigger.${one}`)}</option>`)}</select></div></div>
      ${this.trigger === 'delay' ? html`<div><label class="l" for="delay">${t('fault.delay')}</label><input id="delay" class="field" .value=${this.delay} @input=${text('delay')}></div>`
        : this.trigger === 'when' ? html`<div class="two w31"><div><label class="l" for="when">${t('fault.when')}</label><input id="when" class="field" placeholder="FIC-702 > 30" .value=${this.when} @input=${text('when')}></div><div><label class="l" for="hold">${t('fault.hold')}</label><input id="hold" class="field" .value=${this.hold} @input=${text('hold')}></div></div>` : nothing}
      <button class="btn act ${this.busy ? 'busy' : ''}" ?disabled=${this.busy} @click=${send}>${t(`fault.do.${this.trigger}`)}</button>`;
  }

  /**
   * @param {any} instrument
   * @param {any} kind
   */
  #override(instrument, kind) {
    const flag = FLAGS.includes(kind.kind);
    const value = flag ? 1 : typed(this.value);
    if (Number.isNaN(value) || value < kind.low || value > kind.high) {
      this.failure = Number.isNaN(value) ? t('error.number', this.value) : t('error.range', `${instrument.tag} ${this.value}`, kind.low, kind.high, kind.unit);
      return;
    }
    this.#inject(flag ? `@${instrument.tag}.${kind.kind}` : `@${instrument.tag}.${kind.kind}=${value}`, 1);
  }

  /**
   * @param {string} target
   * @param {string} verb
   * @param {number} value
   */
  #remote(target, verb, value) {
    const cid = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join('');
    return api.post(path`/api/runs/${this.store?.runId ?? ''}/remote`, { cid, target, verb, value });
  }

  /**
   * @param {string} fault
   * @param {number} severity
   */
  async #inject(fault, severity) {
    const rampS = typed(this.ramp);
    const late = typed(this.trigger === 'when' ? this.hold : this.delay);
    if (Number.isNaN(rampS) || rampS < 0 || (this.trigger !== 'now' && (Number.isNaN(late) || late < 0))) {
      this.failure = t('error.number', Number.isNaN(rampS) || rampS < 0 ? this.ramp : this.trigger === 'when' ? this.hold : this.delay);
      return;
    }
    if (this.trigger === 'when' && this.when.trim() === '') {
      this.failure = t('fault.when.needs');
      return;
    }
    const timing = this.trigger === 'when' ? { when: this.when.trim(), holdS: late } : this.trigger === 'delay' ? { delayS: late } : { delayS: 0 };
    await this.#do(() => api.post(path`/api/runs/${this.store?.runId ?? ''}/faults`, { fault, severity, rampS, ...timing }));
  }

  /** @param {any} one */
  #withdraw(one) {
    return this.#do(() => api.delete(path`/api/runs/${this.store?.runId ?? ''}/faults/${one.k}`));
  }

  /** @param {() => Promise<any>} action */
  async #do(action) {
    this.busy = true;
    this.failure = '';
    try {
      await action();
      this.active = await api.get(path`/api/runs/${this.store?.runId ?? ''}/faults`);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }
}

/**
 * What an override of an instrument says: tag, what it does, and the number with its unit.
 * @param {string} id as of `@TI-702.bias=5`
 * @param {any[]} instruments
 */
export function overrideWords(id, instruments) {
  const [left, value] = id.slice(1).split('=');
  const dot = left.lastIndexOf('.');
  const [tag, name] = [left.slice(0, dot), left.slice(dot + 1)];
  const kind = instruments.find((one) => one.tag === tag)?.kinds.find((/** @type {any} */ one) => one.kind === name);
  return `${tag} ${t(`override.${name}`)}${value === undefined ? '' : ` ${value.replace('-', '\u2212')} ${kind?.unit ?? ''}`}`.trim();
}

/** The part of a fault's id that people say. @param {string} id */
export function short(id) {
  return id.replace(/^[A-Z]-/, '');
}

customElements.define('ots-fault-panel', FaultPanel);
