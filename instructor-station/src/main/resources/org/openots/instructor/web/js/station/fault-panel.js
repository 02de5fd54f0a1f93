// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number, typed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

const SEVERITIES = [1, 2, 3, 4, 5];
const GONE = ['withdrawn', 'cleared', 'removed'];

/** Faults for one run: find, set strength, ramp and trigger, send, withdraw. The trainee never sees any of it. */
class FaultPanel extends LightElement {
  static properties = {
    store: { attribute: false }, faults: { state: true }, active: { state: true }, search: { state: true }, chosen: { state: true },
    strength: { state: true }, ramp: { state: true }, trigger: { state: true }, delay: { state: true }, when: { state: true }, hold: { state: true }, failure: { state: true }, busy: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    /** @type {any[]} */
    this.faults = [];
    /** @type {any[]} */
    this.active = [];
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
      this.faults = await api.get(path`/api/plants/${store.info?.plant ?? ''}/faults`);
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
    const fault = this.faults.find((one) => one.id === id);
    return `${short(id)} ${pick(fault?.title)}`;
  }

  render() {
    const key = this.search.trim().toLowerCase();
    const found = this.faults.filter((fault) => `${fault.id} ${fault.title?.zh} ${fault.title?.en} ${fault.text?.zh ?? ''} ${fault.text?.en ?? ''}`.toLowerCase().includes(key));
    const fault = this.faults.find((one) => one.id === this.chosen);
    const list = this.list;
    const waiting = list.filter((one) => ['armed', 'waiting', 'pending'].includes(one.state)).length;
    return html`<aside class="sheet inj"><div class="row ih"><h2>${t('fault.title')}</h2><span class="sp"></span><span class="tagc">${icon('eye', 14)}${t('fault.hidden')}</span></div>
      <div class="is"><input class="field" placeholder=${t('fault.search')} aria-label=${t('fault.search')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></div>
      <div class="fl0 scroll" role="listbox" aria-label=${t('fault.title')}>${found.map((one) => html`<button class="fr ${one.id === this.chosen ? 'sel' : ''}" role="option" aria-selected=${one.id === this.chosen} @click=${() => { this.chosen = one.id; this.failure = ''; }}>
        <span class="mut">${short(one.id)}</span><span>${pick(one.title)}</span><span class="sev" role="img" aria-label=${t('fault.severity', one.severity)}>${SEVERITIES.map((level) => html`<i class=${level <= one.severity ? 'x' : ''}></i>`)}</span></button>`)}
        ${found.length === 0 ? html`<p class="mut fr0">${t('fault.none')}</p>` : nothing}</div><hr>
      <div class="fform">${fault ? this.#form(fault) : html`<p class="mut">${t('fault.pick')}</p>`}${wrong(this.failure)}</div><span class="sp"></span><hr>
      <div class="fact"><h3>${t('fault.active', waiting, list.length - waiting)}</h3><div class="scroll">${list.map((one) => html`<p class="row">${icon(['armed', 'waiting', 'pending'].includes(one.state) ? 'clock' : 'bolt')}<span class="cutl" title=${this.#title(one.fault)}>${this.#title(one.fault)} <span class="mut">${this.#state(one)}</span></span><span class="sp"></span>
        <button class="btn s" @click=${() => this.#withdraw(one)}>${t('fault.withdraw')}</button></p>`)}</div></div></aside>`;
  }

  /** @param {any} one */
  #state(one) {
    if (['armed', 'waiting', 'pending'].includes(one.state)) {
      return one.when ? one.when : one.delayS ? t('fault.after', clock(one.delayS)) : t('fault.state.waiting');
    }
    return t(one.state === 'ramping' ? 'fault.state.ramping' : 'fault.state.active', number(100 * (one.strength ?? one.severity ?? 1), 0));
  }

  /** @param {any} fault */
  #form(fault) {
    const text = (/** @type {string} */ name) => (/** @type {any} */ event) => { /** @type {any} */ (this)[name] = event.target.value; };
    return html`<h3>${short(fault.id)} ${pick(fault.title)}</h3>
      <div><label class="l" for="strength">${t('fault.strength', this.strength)}</label><input id="strength" type="range" min="5" max="100" step="5" .value=${String(this.strength)} ${css({ '--part': `${this.strength}%` })} @input=${(/** @type {any} */ event) => { this.strength = Number(event.target.value); }}></div>
      <div class="two"><div><label class="l" for="ramp">${t('fault.ramp')}</label><input id="ramp" class="field" .value=${this.ramp} @input=${text('ramp')}></div>
      <div><label class="l" for="trigger">${t('fault.trigger')}</label><select id="trigger" class="field" @change=${text('trigger')}>${['now', 'delay', 'when'].map((one) => html`<option value=${one} ?selected=${one === this.trigger}>${t(`fault.trigger.${one}`)}</option>`)}</select></div></div>
      ${this.trigger === 'delay' ? html`<div><label class="l" for="delay">${t('fault.delay')}</label><input id="delay" class="field" .value=${this.delay} @input=${text('delay')}></div>`
        : this.trigger === 'when' ? html`<div class="two w31"><div><label class="l" for="when">${t('fault.when')}</label><input id="when" class="field" placeholder="FIC-702 > 30" .value=${this.when} @input=${text('when')}></div><div><label class="l" for="hold">${t('fault.hold')}</label><input id="hold" class="field" .value=${this.hold} @input=${text('hold')}></div></div>` : nothing}
      <button class="btn act ${this.busy ? 'busy' : ''}" ?disabled=${this.busy} @click=${() => this.#inject(fault)}>${t(`fault.do.${this.trigger}`)}</button>`;
  }

  /** @param {any} fault */
  async #inject(fault) {
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
    await this.#do(() => api.post(path`/api/runs/${this.store?.runId ?? ''}/faults`, { fault: fault.id, severity: this.strength / 100, rampS, ...timing }));
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

/** The part of a fault's id that people say. @param {string} id */
function short(id) {
  return id.replace(/^[A-Z]-/, '');
}

customElements.define('ots-fault-panel', FaultPanel);
