// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api, path } from '../core/api.js';
import { alarmEvent, alarmText, priorityOf } from '../core/alarm-events.js';
import { css } from '../core/css.js';
import { segment, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, DASH, duration, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { lookOf, qualityIcon, qualityWords } from '../core/quality.js';
import { activeAlarms, alarmWords } from './banner.js';

const SHELVE_MINUTES = [15, 30, 60];
const RATE_BARS = 12;
const RATE_BAR_S = 600;
const RATE_LIMIT = 3;
const RATE_PX = 11;
const LOG_REFRESH_MS = 10_000;
const LOW_KINDS = ['L', 'LL', 'DL', 'RL'];

/** The alarm list: acknowledge, shelve, sort; and how many alarms come. */
class AlarmPage extends LightElement {
  static properties = {
    store: { attribute: false },
    locked: { type: Boolean },
    view: { state: true }, sorting: { state: true }, level: { state: true }, search: { state: true },
    chosen: { state: true }, minutes: { state: true }, reason: { state: true }, failure: { state: true }, log: { state: true },
  };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.locked = false;
    this.view = 'active';
    /** @type {{ key: string, down: boolean }} */
    this.sorting = { key: '', down: false };
    this.level = 0;
    this.search = '';
    this.chosen = '';
    this.minutes = 30;
    this.reason = '';
    this.failure = '';
    /** @type {any[]} */
    this.log = [];
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
    this.#loadLog();
    this.every(LOG_REFRESH_MS, () => this.#loadLog());
  }

  async #loadLog() {
    try {
      const answer = await api.get(path`/api/runs/${this.store?.runId ?? ''}/alarm-log`);
      this.log = Array.isArray(answer) ? answer : answer?.alarms ?? [];
    } catch {
      // the list keeps what it had; the banner says when the connection is gone
    }
  }

  /** @returns {import('../core/types.js').Alarm[]} */
  get rows() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const all = this.view === 'active' ? activeAlarms(store) : store.alarms.filter((alarm) => (this.view === 'shelved' ? alarm.state === 'shelved' : ['suppressed', 'oos'].includes(alarm.state)));
    const rows = all.filter((alarm) => (this.level === 0 || alarm.priority === this.level) && alarm.tag.toLowerCase().includes(this.search.trim().toLowerCase()));
    const { key, down } = this.sorting;
    return key === '' ? rows : [...rows].sort((a, b) => (down ? -1 : 1) * (a[key] > b[key] ? 1 : a[key] < b[key] ? -1 : 0));
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const rows = this.view === 'history' ? [] : this.rows;
    const open = rows.filter((alarm) => alarm.state === 'unack' || alarm.state === 'rtn');
    const shelved = store.alarms.filter((alarm) => alarm.state === 'shelved');
    const out = store.alarms.filter((alarm) => alarm.state === 'suppressed' || alarm.state === 'oos').length;
    const views = [['active', t('alarm.view.active', activeAlarms(store).length)], ['shelved', t('alarm.view.shelved', shelved.length)], ['out', t('alarm.view.out', out)], ['history', t('alarm.view.history')]];
    return html`<main class="ap"><div class="tbar">${segment(views.map(([value, text]) => ({ value, text })), this.view, (value) => { this.view = value; }, t('alarm.view'), 's')}<span class="sp"></span>
      <label class="find">${icon('search')}<input class="field" placeholder=${t('alarm.search')} aria-label=${t('alarm.search')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></label>
      <select class="btn s" aria-label=${t('alarm.priority')} @change=${(/** @type {any} */ event) => { this.level = Number(event.target.value); }}>
        <option value="0">${t('alarm.priority.all')}</option>${[1, 2, 3].map((level) => html`<option value=${level}>${t('priority.n', level)}</option>`)}</select>
      <button class="btn act s" ?disabled=${open.length === 0 || this.locked || !store.operable} @click=${() => open.forEach((alarm) => this.#send(alarm.signal, 'ack'))}>${icon('check')}${t('alarm.ack.page', open.length)}</button></div>
      <div class="list">${this.view === 'history' ? this.#history() : this.#table(rows)}
      ${this.view === 'active' && shelved.length > 0 ? html`<p class="foot">${t('alarm.shelved.note', shelved.map((alarm) => `${alarm.tag} ${alarmWords(alarm, store)}`).join(t('list.comma')))}</p>` : nothing}</div>
      <aside>${this.#shelving()}${this.#rate()}</aside></main>`;
  }

  /**
   * @param {string} key
   * @param {string} text
   * @param {string} [name]
   */
  #head(key, text, name = '') {
    const { sorting } = this;
    const order = sorting.key !== key ? 'none' : sorting.down ? 'descending' : 'ascending';
    return html`<th class=${name} aria-sort=${order}><button class="sort" @click=${() => { this.sorting = sorting.key !== key ? { key, down: key === 'since' } : { key: sorting.down === (key === 'since') ? key : '', down: !sorting.down }; }}>${text}${order === 'none' ? nothing : icon(sorting.down ? 'down' : 'up', 12)}</button></th>`;
  }

  /** @param {import('../core/types.js').Alarm[]} rows */
  #table(rows) {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    if (rows.length === 0) {
      return html`<p class="foot">${t(`alarm.empty.${this.view}`)}</p>`;
    }
    return html`<table class="g"><thead><tr>${this.#head('priority', t('alarm.col.priority'))}${this.#head('since', t('alarm.col.time'))}${this.#head('tag', t('alarm.col.tag'))}<th>${t('alarm.col.text')}</th>
      <th class="num">${t('alarm.col.value')}</th><th>${t('alarm.col.limit')}</th>${this.#head('state', t('alarm.col.state'))}<th class="num">${t('alarm.col.lasting')}</th><th>${t('alarm.col.action')}</th></tr></thead>
      <tbody>${repeat(rows, (alarm) => alarm.signal, (alarm) => this.#row(alarm, store))}</tbody></table>`;
  }

  /**
   * @param {import('../core/types.js').Alarm} alarm
   * @param {import('../core/run-store.js').RunStore} store
   */
  #row(alarm, store) {
    const signal = store.definition(alarm.tag);
    const value = store.pv(alarm.tag) ?? alarm.value;
    const name = this.chosen === alarm.signal ? 'sel' : alarm.state === 'unack' ? 'un' : alarm.state === 'rtn' ? 'ret' : '';
    const idle = this.locked || !store.operable;
    const sign = LOW_KINDS.includes(alarm.kind) ? '<' : '>';
    return html`<tr class=${name}><td>${priority(alarm.priority, 22, alarm.state === 'ack')}</td><td>${clock(alarm.since)}</td><td><b class="tagn">${alarm.tag.replace(/\.TRIP$/, '')}</b></td><td class="wrapc">${alarmWords(alarm, store)}</td>
      ${this.#value(alarm, value, signal?.decimals ?? 1)}<td>${alarm.limit === null || alarm.kind === 'ON' ? DASH : `${sign} ${number(alarm.limit, signal?.decimals ?? 1)} ${signal?.unit ?? ''}`}</td>
      <td class="wrapc">${t(`alarm.state.${alarm.state}`)}</td><td class="num">${alarm.state === 'rtn' ? DASH : duration(store.time - alarm.since)}</td>
      <td><span class="acts2"><button class="btn s" ?disabled=${idle || !['unack', 'rtn'].includes(alarm.state)} aria-label="${t('alarm.ack')} ${alarm.tag}" @click=${() => this.#send(alarm.signal, 'ack')}>${t('alarm.ack.short')}</button>
      ${alarm.state === 'shelved' ? html`<button class="btn s" ?disabled=${idle} @click=${() => this.#send(alarm.signal, 'unshelve')}>${t('alarm.unshelve')}</button>`
        : html`<button class="btn s ${this.chosen === alarm.signal ? 'on' : ''}" ?disabled=${idle || ['suppressed', 'oos'].includes(alarm.state)} @click=${() => { this.chosen = alarm.signal; this.failure = ''; }}>${t('alarm.shelve')}</button>`}</span></td></tr>`;
  }

  /**
   * The value of an alarm; of a rig with the mark of one that cannot be trusted in a place of its own.
   * @param {import('../core/types.js').Alarm} alarm
   * @param {number | null} value
   * @param {number} decimals
   */
  #value(alarm, value, decimals) {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const doubt = alarm.kind === 'ON' ? null : store.qualityOf(alarm.tag);
    return html`<td class="num ${store.rig ? 'qv' : ''}" title=${doubt ? qualityWords(doubt, value, store.time) : nothing}>${doubt ? qualityIcon(lookOf(doubt, value)) : nothing}<b class=${doubt ? 'dq' : ''}>${alarm.kind === 'ON' ? DASH : number(value, decimals)}</b></td>`;
  }

  #history() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    if (this.log.length === 0) {
      return html`<p class="foot">${t('alarm.empty.history')}</p>`;
    }
    return html`<table class="g"><thead><tr><th>${t('alarm.col.priority')}</th><th>${t('alarm.col.time')}</th><th>${t('alarm.col.tag')}</th><th>${t('alarm.col.text')}</th><th class="num">${t('alarm.col.value')}</th><th>${t('alarm.col.state')}</th></tr></thead>
      <tbody>${[...this.log].reverse().map((entry) => {
        const { tag, kind, state } = alarmEvent(entry);
        const signal = store.definition(tag);
        return html`<tr><td>${priority(priorityOf(entry, store), 18, state !== 'unack')}</td><td>${clock(entry.time ?? entry.since)}</td><td><b class="tagn">${tag.replace(/\.TRIP$/, '')}</b></td><td class="wrapc">${alarmText(tag, kind, store)}</td>
          <td class="num">${typeof entry.value !== 'number' || kind === 'ON' || kind === 'TRIP' ? '' : `${number(entry.value, signal?.decimals ?? 1)} ${signal?.unit ?? ''}`}</td><td>${t(`alarm.state.${state}`)}</td></tr>`;
      })}</tbody></table>`;
  }

  #shelving() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const alarm = store.alarms.find((one) => one.signal === this.chosen);
    if (!alarm || alarm.state === 'shelved') {
      return html`<section class="sbox"><h3>${t('alarm.shelve')}</h3><div class="b"><p class="hintl">${t('alarm.shelve.pick')}</p></div></section>`;
    }
    return html`<section class="sbox"><h3>${t('alarm.shelve')} ${alarm.tag}</h3><div class="b"><p class="ln">${priority(alarm.priority, 22, alarm.state === 'ack')}<span>${alarmWords(alarm, store)}</span></p>
      <div><label>${t('alarm.shelve.for')}</label>${segment(SHELVE_MINUTES.map((value) => ({ value, text: `${value} min` })), this.minutes, (value) => { this.minutes = value; }, t('alarm.shelve.for'))}</div>
      <div><label for="why">${t('alarm.shelve.reason')}</label><textarea id="why" rows="2" .value=${this.reason} @input=${(/** @type {any} */ event) => { this.reason = event.target.value; }}></textarea></div>
      <p class="hintl">${t('alarm.shelve.until', clock(store.time + this.minutes * 60))}</p>${wrong(this.failure)}
      <div class="ln"><button class="btn act grow" ?disabled=${this.locked || !store.operable} @click=${() => this.#shelve(alarm)}>${t('alarm.shelve')} ${this.minutes} min</button>
      <button class="btn" @click=${() => { this.chosen = ''; }}>${t('action.cancel')}</button></div></div></section>`;
  }

  /** @param {import('../core/types.js').Alarm} alarm */
  async #shelve(alarm) {
    if (this.reason.trim() === '') {
      this.failure = t('alarm.shelve.needs');
      return;
    }
    if (await this.#send(alarm.signal, 'shelve', this.minutes * 60, this.reason.trim())) {
      this.chosen = '';
      this.reason = '';
    }
  }

  /** Alarms in each ten minutes, the newest at the right. */
  #rate() {
    const now = this.store?.time ?? 0;
    const counts = new Array(RATE_BARS).fill(0);
    for (const entry of this.log) {
      const time = entry.time ?? entry.since;
      const bar = RATE_BARS - 1 - Math.floor((now - time) / RATE_BAR_S);
      if (bar >= 0 && bar < RATE_BARS && alarmEvent(entry).state === 'unack') {
        counts[bar]++;
      }
    }
    const last = counts[RATE_BARS - 1];
    return html`<section class="sbox rates"><h3>${t('alarm.rate')}</h3><div class="b"><div class="rate" aria-hidden="true">${counts.map((count) => html`<i class=${count > RATE_LIMIT ? 'hot' : ''} ${css({ height: `${Math.min(56, 1 + count * RATE_PX)}px` })}></i>`)}</div>
      <p class="ln"><span>${t('alarm.rate.last')}</span><span class="sp"></span><b>${t('alarm.rate.count', last)}</b></p><p class="hintl">${t('alarm.rate.note', RATE_LIMIT)}</p></div></section>`;
  }

  /**
   * @param {string} target
   * @param {string} verb
   * @param {number} [value]
   * @param {string} [text]
   */
  async #send(target, verb, value = 0, text = '') {
    try {
      await this.store?.send(target, verb, value, text);
      this.#loadLog();
      return true;
    } catch (error) {
      this.failure = errorText(error);
      this.dispatchEvent(new CustomEvent('refused', { bubbles: true, detail: { error, target } }));
      return false;
    }
  }
}

customElements.define('ots-alarm-page', AlarmPage);
