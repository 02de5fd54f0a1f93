// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

const TARGET = 'DIAGNOSIS';
/** What each part of the score is called, in the order of the work. */
const PARTS = ['detection', 'diagnosis', 'response', 'recovery'];

/** Whether the task of a run is about a hidden fault. @param {import('../core/run-store.js').RunStore | null | undefined} store */
export function isFaultTask(store) {
  const proc = /** @type {any} */ (store?.proc);
  return Boolean(proc?.faultTask || proc?.fault);
}

/** Where a hidden fault is reported and named: every fault of the plant's menu, by unit. */
class DiagnosisPanel extends LightElement {
  static properties = { store: { attribute: false }, locked: { type: Boolean }, task: { state: true }, failure: { state: true }, busy: { state: true }, unit: { state: true } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.locked = false;
    /** @type {any} */
    this.task = null;
    this.failure = '';
    this.busy = false;
    /** Place of the unit whose faults are shown; -1 for all. */
    this.unit = -1;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
    this.#load();
  }

  get run() {
    return /** @type {import('../core/run-store.js').RunStore} */ (this.store);
  }

  get proc() {
    return /** @type {any} */ (this.run.proc);
  }

  get idle() {
    return this.locked || this.busy || !this.run.operable;
  }

  async #load() {
    this.failure = '';
    try {
      this.task = await api.get(path`/api/fault-tasks/${this.run.info?.task ?? ''}`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /**
   * @param {string} verb
   * @param {number} value
   */
  async #send(verb, value) {
    this.failure = '';
    this.busy = true;
    try {
      await this.run.send(TARGET, verb, value, '');
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** The fault that is named, of the list. */
  get named() {
    return this.task?.units.flatMap((/** @type {any} */ unit) => unit.faults).find((/** @type {any} */ fault) => fault.number === this.proc?.chosen) ?? null;
  }

  render() {
    const { task } = this;
    if (!task) {
      return html`<main class="xp dp"><p class="foot" role="status">${this.failure} ${this.failure ? html`<button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button>` : nothing}</p></main>`;
    }
    const over = this.run.run.state === 'closed';
    const named = this.named;
    const reported = (this.proc?.marks ?? 0) > 0;
    const state = over ? t('diagnosis.over') : named ? t('diagnosis.named', pick(named.text)) : t(reported ? 'diagnosis.reported' : 'diagnosis.nothing');
    return html`<main class="xp dp"><div class="tbar"><b class="find1">${state}</b><span class="sp"></span><span>${t('diagnosis.time', clock(this.run.time), task.minutes)}</span></div>
      <div class="dpg"><div class="dgu" role="group" aria-label=${t('diagnosis.units')}>${[{ text: null }, ...task.units].map((unit, i) => html`<button class="btn s ${this.unit === i - 1 ? 'on' : ''}" aria-pressed=${this.unit === i - 1} @click=${() => { this.unit = i - 1; }}>${unit.text ? pick(unit.text) : t('diagnosis.all')}</button>`)}</div>
      ${task.units.map((/** @type {any} */ unit, /** @type {number} */ i) => (this.unit === -1 || this.unit === i ? this.#unit(unit) : nothing))}</div>
      <aside>${over ? this.#over() : html`${this.#report(reported)}${this.#answer(named)}`}${this.#points(task)}</aside></main>`;
  }

  /** @param {any} unit */
  #unit(unit) {
    return html`<fieldset class="sbox dpp"><legend>${pick(unit.text)}</legend><div class="dpo">${unit.faults.map((/** @type {any} */ fault) => {
      const on = fault.number === this.proc?.chosen;
      return html`<button class="btn dgo ${on ? 'on' : ''}" aria-pressed=${on} ?disabled=${this.idle} @click=${() => this.#send('fault', on ? -fault.number : fault.number)}>${on ? icon('check', 14) : nothing}<span><b>${pick(fault.text)}</b>${fault.cause ? html`<small>${pick(fault.cause)}</small>` : nothing}</span></button>`;
    })}</div></fieldset>`;
  }

  /** What it was stands on the score sheet. */
  #over() {
    return html`<section class="sbox"><h3>${t('diagnosis.over')}</h3><div class="b"><p class="dgm"><a class="btn act" href=${path`/score/${this.run.runId}`}>${t('run.score')}</a></p></div></section>`;
  }

  /** Saying that something is abnormal, before it is known what. @param {boolean} reported */
  #report(reported) {
    return html`<section class="sbox"><h3>${t('diagnosis.report')}</h3><div class="b"><p>${reported ? t('diagnosis.report.done', clock(this.proc.markedAt)) : t('diagnosis.report.how')}</p>
      <p class="dgm"><button class="btn act" ?disabled=${this.idle} @click=${() => this.#send('mark', 0)}>${t(reported ? 'diagnosis.report.again' : 'diagnosis.report.do')}</button></p>
      ${this.failure ? html`<p class="wrong" role="alert">${this.failure}</p>` : nothing}</div></section>`;
  }

  /** @param {any} named */
  #answer(named) {
    return html`<section class="sbox"><h3>${t('diagnosis.answer')}</h3><div class="b">${named ? html`<p><b>${pick(named.text)}</b></p>${named.cause ? html`<p class="hintl">${pick(named.cause)}</p>` : nothing}<p class="hintl">${t('diagnosis.answer.change')}</p>` : html`<p class="hintl">${t('diagnosis.answer.none')}</p>`}</div></section>`;
  }

  /** @param {any} task */
  #points(task) {
    return html`<section class="sbox"><h3>${t('diagnosis.points')}</h3><div class="b"><dl class="dpw">${PARTS.map((part) => html`<div><dt>${t(`diagnosis.part.${part}`)}</dt><dd>${number(task.points[part], 0)}</dd></div>`)}</dl>
      <p class="hintl">${t('diagnosis.points.how', number(task.points.sameUnit, 0), number(task.points.falseMark, 0))}</p></div></section>`;
  }
}

customElements.define('ots-diagnosis-panel', DiagnosisPanel);
