// @ts-check
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { RunStore } from '../core/run-store.js';
import { session } from '../core/session.js';
import '../graphic/graphic.js';
import { bar } from './bar.js';
import { eventList } from './run-log.js';

/** Rest of the slider after which a second is asked for, ms. */
const SEEK_MS = 120;
const AROUND = 120;

/** A closed run at any of its seconds, for its trainee and for those who watch: nothing moves and nothing can be operated. */
class Replay extends LightElement {
  static properties = { runId: {}, second: {}, at: { state: true }, past: { state: true }, events: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.runId = '';
    this.second = '';
    this.at = 0;
    /** @type {RunStore | null} */
    this.past = null;
    /** @type {any[]} */
    this.events = [];
    this.failure = '';
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.seeking = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.store = new RunStore(this.runId);
    this.follow(this.store);
    this.endings.push(() => this.store?.close(), () => clearTimeout(this.seeking));
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      await this.store?.open();
      this.events = await api.get(path`/api/runs/${this.runId}/events`);
      this.#seek(Number(this.second) || 0);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {number} time */
  #seek(time) {
    const end = Math.floor(this.store?.time ?? 0);
    this.at = Math.max(0, Math.min(end, Math.round(time)));
    const asked = ++this.asked;
    clearTimeout(this.seeking);
    this.seeking = setTimeout(async () => {
      try {
        const frame = await api.get(path`/api/runs/${this.runId}/at/${this.at}`);
        if (asked === this.asked && this.store) {
          this.past = RunStore.still(this.store, frame);
          this.failure = '';
        }
      } catch (error) {
        this.failure = asked === this.asked ? errorText(error) : this.failure;
      }
    }, SEEK_MS);
  }

  /** The next event in a direction. @param {number} sign */
  #next(sign) {
    const times = this.events.map((event) => Math.floor(event.time)).filter((time) => (sign > 0 ? time > this.at : time < this.at));
    if (times.length > 0) {
      this.#seek(sign > 0 ? Math.min(...times) : Math.max(...times));
    }
  }

  render() {
    const { store, past } = this;
    const around = this.events.filter((event) => Math.abs(event.time - this.at) <= AROUND);
    return html`<div class="station">${bar(session.me?.role === 'student' ? 'history' : 'class')}<main class="wrap drpl">
      <header class="row"><h1>${t('debrief.replay.title')}</h1><span class="thn" role="status">${clock(this.at)}</span>${this.failure ? html`<span class="err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></span>` : nothing}<span class="sp"></span><a class="btn" href=${path`/debrief/${this.runId}/with`}>${icon('back')}${t('debrief.replay.back')}</a></header>
      <div class="row sl"><button class="btn s" @click=${() => this.#next(-1)}>${icon('left')}${t('debrief.replay.before')}</button><input type="range" min="0" max=${Math.floor(store?.time ?? 0)} step="1" .value=${String(this.at)} aria-label=${t('debrief.replay.second')} aria-valuetext=${clock(this.at)} @input=${(/** @type {Event} */ event) => this.#seek(Number(/** @type {HTMLInputElement} */ (event.target).value))}><button class="btn s" @click=${() => this.#next(1)}>${t('debrief.replay.after')}${icon('right')}</button></div>
      <div class="mim then" data-world="dcs" role="img" aria-label=${t('debrief.replay.at', clock(this.at))}>${past && store ? keyed(past, html`<ots-graphic .store=${past} .drawing=${store.plant?.layout?.drawings?.dcs}></ots-graphic>`) : nothing}</div>
      <div class="evr"><h2>${t('debrief.replay.events')}</h2>${store ? eventList(around, 'all', store, (time) => this.#seek(time)) : nothing}</div></main></div>`;
  }
}

customElements.define('ots-replay', Replay);
