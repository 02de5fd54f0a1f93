// @ts-check
import { html, nothing } from 'lit';
import { ask, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, DASH, number, typed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { radioCalls, sentencesOf } from '../core/radio.js';
import { session } from '../core/session.js';
import { done } from '../graphic/marks.js';

/** Calls that the radio shows. */
const CALLS_SHOWN = 6;

/**
 * What the operator does in the field beside turning valves: protective equipment, inspection, samples, detector test,
 * radio, shift record and report. One thing when something is selected, else the list of all.
 */
class FieldPanel extends LightElement {
  static properties = {
    store: { attribute: false }, selected: { attribute: false }, list: { type: Boolean }, locked: { type: Boolean }, fixed: { type: Boolean }, board: { type: Boolean },
    failure: { state: true }, worn: { state: true }, entries: { state: true }, question: { state: true },
    defect: { state: true }, sentence: { state: true }, about: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    /** @type {{ kind: string, tag: string } | null} */
    this.selected = null;
    this.list = false;
    this.locked = false;
    /** Whether it is part of a page and cannot be closed. */
    this.fixed = false;
    /** Whether the board operator speaks on the radio, and not the field operator. */
    this.board = false;
    this.failure = '';
    /** @type {Set<string>} */
    this.worn = new Set();
    /** @type {Record<string, string>} */
    this.entries = {};
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    /** Id of the defect that is chosen. */
    this.defect = '';
    /** Id of the radio sentence that is chosen, and what it is about. */
    this.sentence = '';
    this.about = '';
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
  }

  get tasks() {
    return this.store?.plant?.fieldTasks ?? { ppe: [], checks: [], samples: [], log: [] };
  }

  render() {
    if (!this.store) {
      return nothing;
    }
    if (this.list) {
      return this.#list();
    }
    const tag = this.selected?.tag ?? '';
    const title = this.#title();
    return html`<section class="fp" aria-label=${title}><header><b>${tag.replace(/^(PPE|LOG|REPORT|RADIO)$/, '') || title}</b><span class="ft">${tag.match(/^(PPE|LOG|REPORT|RADIO)$/) ? '' : title}</span>
      ${this.fixed ? nothing : html`<button class="btn s ibtn" aria-label=${t('action.close')} @click=${() => this.dispatchEvent(new CustomEvent('close', { bubbles: true }))}>${icon('close')}</button>`}</header>
      <div class="fpb">${this.#body()}${wrong(this.failure)}</div></section>${ask(this.question, () => { this.question = null; })}`;
  }

  #title() {
    const { kind, tag } = this.selected ?? { kind: '', tag: '' };
    const items = kind === 'check' ? this.tasks.checks : kind === 'sample' ? this.tasks.samples : [];
    return pick(items.find((item) => item.id === tag)?.text) || t(`field.${kind}`);
  }

  #list() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const checked = this.tasks.checks.filter((item) => store.on(`CHECK.${item.id}`)).length;
    const sampled = this.tasks.samples.filter((item) => done({ kind: 'sample', id: item.id }, store)).length;
    const row = (/** @type {string} */ kind, /** @type {string} */ tag, /** @type {string} */ state) => html`<button class="ftask" @click=${() => this.dispatchEvent(new CustomEvent('pick', { detail: { kind, tag } }))}><span>${t(`field.${kind}`)}</span><b>${state}</b></button>`;
    const word = (/** @type {boolean} */ ready) => (ready ? t('field.done') : t('field.open'));
    const next = (/** @type {any[]} */ items, /** @type {string} */ kind) => (items.find((item) => !done({ kind, id: item.id }, store)) ?? items[0])?.id ?? '';
    return html`<section class="mt"><h3>${t('field.tasks')}</h3>${row('ppe', 'PPE', this.#dressed())}${(this.tasks.detectorTests ?? []).map((item) => row('detector', item.id, word(store.on(`${item.id}.TEST`))))}
      ${row('check', next(this.tasks.checks, 'check'), `${checked} / ${this.tasks.checks.length}`)}${row('sample', next(this.tasks.samples, 'sample'), `${sampled} / ${this.tasks.samples.length}`)}
      ${row('radio', 'RADIO', `${store.value('RADIO.COUNT') ?? 0}`)}${row('log', 'LOG', word(store.on('LOG.COMPLETE')))}${row('report', 'REPORT', word(store.on('REPORT')))}</section>`;
  }

  /**
   * What is known of the equipment. A trainee is told that some is worn; whether it is the right set is in the score, and known to
   * instructors.
   */
  #dressed() {
    const worn = this.store?.on('PPE') ?? false;
    return this.store?.info?.state === 'closed' || session.me?.role === 'instructor' ? t(worn ? 'field.ppe.right' : 'field.ppe.lacking')
      : t(worn ? 'field.ppe.on' : 'field.open');
  }

  get idle() {
    return this.locked || !this.store?.operable;
  }

  #body() {
    switch (this.selected?.kind) {
      case 'ppe': return this.#equipment();
      case 'check': return this.#inspection();
      case 'sample': return this.#sample();
      case 'detector': return this.#simple('test', 'field.detector.do', this.store?.on(`${this.selected.tag}.TEST`) ?? false, 'field.detector.note');
      case 'radio': return this.#radio();
      case 'log': return this.#log();
      case 'report': return this.#report();
      default: return nothing;
    }
  }

  /**
   * @param {string} verb
   * @param {string} key
   * @param {boolean} ready
   * @param {string} note
   */
  #simple(verb, key, ready, note) {
    return html`<p class="hintl">${t(note)}</p><p class="ln"><span>${t('device.state')}</span><span class="sp"></span><b>${ready ? t('field.done') : t('field.open')}</b></p>
      <button class="btn act" ?disabled=${this.idle || ready} @click=${() => this.#send(this.selected?.tag ?? '', verb)}>${t(key)}</button>`;
  }

  #equipment() {
    const toggle = (/** @type {string} */ id) => {
      const worn = new Set(this.worn);
      worn[worn.has(id) ? 'delete' : 'add'](id);
      this.worn = worn;
    };
    return html`<p class="hintl">${t('field.ppe.note')}</p><div class="ticks">${this.tasks.ppe.map((item) => html`<label><input type="checkbox" ?disabled=${this.idle} .checked=${this.worn.has(item.id)} @change=${() => toggle(item.id)}>${pick(item.text)}</label>`)}</div>
      <p class="ln"><span>${t('device.state')}</span><span class="sp"></span><b>${this.#dressed()}</b></p>
      <button class="btn act" ?disabled=${this.idle || this.worn.size === 0} @click=${() => this.#send('PPE', 'wear', 0, [...this.worn].join(','))}>${t('field.ppe.do', this.worn.size)}</button>`;
  }

  /** What was reported of a point, in words; empty before the first report. @param {string} id */
  #reported(id) {
    const code = this.store?.value(`CHECK.${id}.REPORT`);
    const defect = this.tasks.defects?.find((one) => one.code === code);
    return typeof code !== 'number' ? '' : defect ? pick(defect.text) : t('field.check.normal');
  }

  #inspection() {
    const tag = this.selected?.tag ?? '';
    const ready = this.store?.on(`CHECK.${tag}`) ?? false;
    const found = this.#reported(tag);
    return html`<p class="hintl">${t('field.check.note')}</p><p class="ln"><span>${t('device.state')}</span><span class="sp"></span><b>${found ? t('field.check.found', found) : ready ? t('field.check.done') : t('field.open')}</b></p>
      <button class="btn act" ?disabled=${this.idle} @click=${() => this.#send(`CHECK.${tag}`, 'report')}>${t('field.check.do')}</button>
      <label class="col">${t('field.check.defect')} <select class="field" ?disabled=${this.idle} @change=${(/** @type {any} */ event) => { this.defect = event.target.value; }}>
        <option value="" ?selected=${this.defect === ''}>${t('field.check.choose')}</option>
        ${(this.tasks.defects ?? []).map((one) => html`<option value=${one.id} ?selected=${this.defect === one.id}>${pick(one.text)}</option>`)}</select></label>
      <button class="btn" ?disabled=${this.idle || !this.defect} @click=${() => this.#send(`CHECK.${tag}`, 'report', 0, this.defect)}>${t('field.check.report')}</button>
      <div class="ticks">${this.tasks.checks.map((item) => html`<span class="ln">${this.store?.on(`CHECK.${item.id}`) ? icon('check', 14) : html`<i class="box"></i>`}<span>${item.id} ${pick(item.text)}${this.#reported(item.id) ? html` <b>${this.#reported(item.id)}</b>` : nothing}</span></span>`)}</div>`;
  }

  /** What a call can be about, in groups: devices, instruments, points of the round. */
  get #places() {
    const plant = this.store?.plant;
    const measured = (plant?.signals ?? []).filter((signal) => signal.normal).map((signal) => ({ tag: signal.name, text: signal.text }));
    const points = [...this.tasks.checks, ...this.tasks.samples].map((item) => ({ tag: item.id, text: item.text }));
    return [{ key: 'field.radio.devices', list: plant?.devices ?? [] }, { key: 'field.radio.instruments', list: measured }, { key: 'field.radio.points', list: points }];
  }

  #radio() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const sentences = sentencesOf(store, this.board);
    const chosen = sentences.find((one) => one.id === this.sentence) ?? null;
    const words = (/** @type {{ text: import('../core/i18n.js').LocalText }} */ one, /** @type {string} */ tag) => pick(one.text).replace('{0}', tag || '…');
    const calls = radioCalls(store).slice(-CALLS_SHOWN).reverse();
    return html`<p class="hintl">${t(this.board ? 'field.radio.note.board' : 'field.radio.note')}</p>
      <label class="col">${t('field.radio.sentence')} <select class="field" ?disabled=${this.idle} @change=${(/** @type {any} */ event) => { this.sentence = event.target.value; }}>
        <option value="" ?selected=${!chosen}>${t('field.radio.choose')}</option>
        ${sentences.map((one) => html`<option value=${one.id} ?selected=${chosen === one}>${words(one, this.about)}</option>`)}</select></label>
      ${chosen?.about ? html`<label class="col">${t('field.radio.about')} <select class="field" ?disabled=${this.idle} @change=${(/** @type {any} */ event) => { this.about = event.target.value; }}>
        <option value="" ?selected=${!this.about}>${t('field.radio.choose')}</option>
        ${this.#places.map((group) => html`<optgroup label=${t(group.key)}>${group.list.map((one) => html`<option value=${one.tag} ?selected=${this.about === one.tag}>${one.tag} ${pick(one.text)}</option>`)}</optgroup>`)}</select></label>` : nothing}
      <button class="btn act" ?disabled=${this.idle || !chosen || (chosen.about && !this.about)} @click=${() => this.#send('RADIO', 'call', 0, chosen?.about ? `${chosen.id}:${this.about}` : chosen?.id ?? '')}>${t('field.radio.do')}</button>
      <div class="ticks">${calls.length === 0 ? html`<span class="hintl">${t('field.radio.none')}</span>` : calls.map((call) => html`<span class="ln"><time>${clock(call.time)}</time><span>${pick(call.text)}</span></span>`)}</div>`;
  }

  #sample() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const id = this.selected?.tag ?? '';
    const unit = this.tasks.samples.find((item) => item.id === id)?.unit ?? 'wt%';
    const result = store.value(`SAMPLE.${id}`);
    const record = store.value(`RECORD.${id}`);
    return html`${store.rig ? nothing : html`<button class="btn" ?disabled=${this.idle} @click=${() => this.#send(id, 'sample')}>${t('field.sample.do')}</button>`}
      <dl class="dst">${store.rig ? nothing : html`<dt>${t('field.sample.result')}</dt><dd>${result === null || result === undefined ? DASH : `${number(result, 2)} ${unit}`}</dd>`}
      <dt>${t('field.sample.record')}</dt><dd>${record === null || record === undefined ? DASH : `${number(record, 2)} ${unit}`}</dd></dl>
      <label class="inl">${t('field.sample.type')} <input class="field" .value=${this.entries[id] ?? ''} ?disabled=${this.idle} @input=${(/** @type {any} */ event) => { this.entries = { ...this.entries, [id]: event.target.value }; }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && !event.isComposing && this.#record(id)}> ${unit}</label>
      <button class="btn act" ?disabled=${this.idle || !this.entries[id]} @click=${() => this.#record(id)}>${t('field.sample.write')}</button>
      <p class="hintl">${t(store.rig ? 'rig.sample.note' : 'field.sample.note')}</p>`;
  }

  /** @param {string} id */
  #record(id) {
    const value = typed(this.entries[id] ?? '');
    if (Number.isNaN(value)) {
      this.failure = t('error.number', this.entries[id] ?? '');
      return;
    }
    this.#send(`RECORD.${id}`, 'enter', value);
  }

  #log() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    return html`<p class="hintl">${t('field.log.note')}</p><div class="logf">${this.tasks.log.map((item) => {
      const kept = store.value(`LOG.${item.id}`);
      const changed = this.entries[`log ${item.id}`];
      return html`<label>${pick(item.text)}</label><span class="ln"><input class="field ${changed === undefined ? '' : 'chg'}" aria-label=${pick(item.text)} ?disabled=${this.idle} .value=${changed ?? (typeof kept === 'number' ? number(kept, 1) : '')}
        @input=${(/** @type {any} */ event) => { this.entries = { ...this.entries, [`log ${item.id}`]: event.target.value }; }}><small>${item.unit ?? ''}</small></span>`;
    })}</div><p class="ln"><span>${t('device.state')}</span><span class="sp"></span><b>${store.on('LOG.COMPLETE') ? t('field.log.complete') : t('field.open')}</b></p>
      <button class="btn act" ?disabled=${this.idle} @click=${() => this.#writeLog()}>${t('field.log.do')}</button>`;
  }

  #writeLog() {
    /** @type {Record<string, number>} */
    const values = {};
    for (const item of this.tasks.log) {
      const text = this.entries[`log ${item.id}`];
      if (text !== undefined && text.trim() !== '') {
        const value = typed(text);
        if (Number.isNaN(value)) {
          this.failure = t('error.number.in', pick(item.text), text);
          return;
        }
        values[item.id] = value;
      }
    }
    if (Object.keys(values).length === 0) {
      this.failure = t('field.log.empty');
      return;
    }
    this.#send('LOG', 'enter', 0, JSON.stringify(values)).then((fine) => {
      if (fine) {
        this.entries = Object.fromEntries(Object.entries(this.entries).filter(([key]) => !key.startsWith('log ')));
      }
    });
  }

  #report() {
    const ready = this.store?.on('REPORT') ?? false;
    return html`<p class="hintl">${t('field.report.note')}</p><p class="ln"><span>${t('device.state')}</span><span class="sp"></span><b>${ready ? t('field.report.sent') : t('field.open')}</b></p>
      <button class="btn act" ?disabled=${this.idle || ready} @click=${() => { this.question = { title: t('field.report.ask'), text: t('field.report.loss'), action: t('field.report.do'), run: () => this.#send('REPORT', 'send') }; }}>${t('field.report.do')}</button>`;
  }

  /**
   * @param {string} target
   * @param {string} verb
   * @param {number} [value]
   * @param {string} [text]
   */
  async #send(target, verb, value = 0, text = '') {
    this.failure = '';
    try {
      await this.store?.send(target, verb, value, text);
      return true;
    } catch (error) {
      this.failure = errorText(error);
      return false;
    }
  }
}

customElements.define('ots-field-panel', FieldPanel);
