// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { overrideWords, short } from './fault-panel.js';
import { orderWords } from '../scenario/scenario-words.js';

const REFRESH_MS = 3000;
/** How long the button is held before anything is sent, ms. */
const HOLD_MS = 1000;
/** Two taps within this time show the page again, ms. */
const TWICE_MS = 600;
const LEVELS = [0.4, 0.7, 1];
const SEVERITIES = [1, 2, 3, 4, 5];
const WAITING = ['armed', 'waiting', 'pending'];
const ALL = 'all';

/** Secret fault injection from the pocket: seat, fault, severity, hold. Makes no sound and shows nothing once covered. */
class Phone extends LightElement {
  static properties = {
    seats: { state: true }, seat: { state: true }, faults: { state: true }, chosen: { state: true }, level: { state: true }, search: { state: true },
    sent: { state: true }, failure: { state: true }, done: { state: true }, holding: { state: true }, covered: { state: true }, rig: { state: true },
  };

  constructor() {
    super();
    /** Seats with a run of their own. @type {any[]} */
    this.seats = [];
    this.seat = '';
    /** @type {any[]} */
    this.faults = [];
    this.chosen = '';
    this.level = 1;
    this.search = '';
    /** Orders of the chosen seat. @type {any[]} */
    this.sent = [];
    this.failure = '';
    /** What was sent last, and to how many seats. @type {{ fault: string, seats: number } | null} */
    this.done = null;
    this.holding = false;
    this.covered = false;
    this.rig = false;
    this.plant = '';
    /** Plant of a run by its id; a run never changes it. @type {Map<string, { plant: string, rig: boolean }>} */
    this.plants = new Map();
    this.tapped = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.every(REFRESH_MS, () => this.#load());
    this.endings.push(() => clearTimeout(this.timer));
    this.listen(window, 'keydown', (event) => {
      if (this.covered && event.key === 'Escape') {
        this.covered = false;
      }
    });
  }

  get tile() {
    return this.seats.find((tile) => tile.account === this.seat);
  }

  /** The runs a fault would go to. */
  get targets() {
    return this.seat === ALL ? this.seats : this.seats.filter((tile) => tile.account === this.seat);
  }

  async #load() {
    try {
      this.seats = (await api.get('/api/class')).tiles.filter((/** @type {any} */ tile) => tile.runId);
      if (this.seat !== ALL && !this.tile) {
        this.seat = this.seats[0]?.account ?? '';
      }
      await this.#follow();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** The faults of the chosen seat's plant, and what was sent there. */
  async #follow() {
    const first = this.targets[0];
    if (!first) {
      this.sent = [];
      return;
    }
    const { plant, rig } = await this.#plantOf(first.runId);
    this.rig = rig;
    if (plant !== this.plant) {
      this.plant = plant;
      this.faults = await api.get(path`/api/plants/${plant}/faults`);
      this.chosen = '';
    }
    const sent = rig || this.seat === ALL ? [] : await api.get(path`/api/runs/${first.runId}/faults`);
    this.sent = sent.filter((/** @type {any} */ one) => one.state !== 'over');
  }

  /** @param {string} run */
  async #plantOf(run) {
    const known = this.plants.get(run);
    if (known) {
      return known;
    }
    const info = await api.get(path`/api/runs/${run}`);
    const found = { plant: info.plant, rig: info.rig === true };
    this.plants.set(run, found);
    return found;
  }

  /** @param {string} account */
  #choose(account) {
    this.seat = account;
    this.failure = '';
    this.done = null;
    this.#follow().catch((error) => { this.failure = errorText(error); });
  }

  get ready() {
    return this.chosen !== '' && !this.rig && this.targets.length > 0;
  }

  #hold() {
    if (this.ready && !this.holding) {
      this.holding = true;
      this.failure = '';
      this.done = null;
      this.timer = setTimeout(() => { this.holding = false; this.#send(); }, HOLD_MS);
    }
  }

  #release() {
    clearTimeout(this.timer);
    this.holding = false;
  }

  /** Every seat that takes it; those that refuse are named and do not keep the others from it. */
  async #send() {
    const fault = this.faults.find((one) => one.id === this.chosen);
    const refused = [];
    let done = 0;
    for (const tile of this.targets) {
      try {
        if ((await this.#plantOf(tile.runId)).plant === this.plant) {
          await api.post(path`/api/runs/${tile.runId}/faults`, { fault: fault.id, severity: this.level, rampS: fault.parameters?.rampS ?? 0, delayS: 0 });
          done++;
        }
      } catch (error) {
        refused.push(`${tile.seat} ${tile.name} ${errorText(error)}`);
      }
    }
    this.failure = refused.join('\n');
    this.done = done > 0 ? { fault: fault.id, seats: done } : null;
    await this.#load();
  }

  /** @param {any} one */
  async #withdraw(one) {
    try {
      await api.delete(path`/api/runs/${this.tile?.runId ?? ''}/faults/${one.k}`);
      await this.#follow();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} id */
  #title(id) {
    return id.startsWith('@') ? overrideWords(id, []) : '!~#'.includes(id[0]) ? orderWords(id) : `${short(id)} ${pick(this.faults.find((one) => one.id === id)?.title)}`;
  }

  /** Two taps show the page again, so that a hand in a pocket does not. */
  #tap() {
    const now = performance.now();
    if (now - this.tapped < TWICE_MS) {
      this.covered = false;
    }
    this.tapped = now;
  }

  render() {
    if (this.covered) {
      return html`<button class="phc" aria-label=${t('phone.show')} @click=${() => this.#tap()}></button>`;
    }
    const tile = this.tile;
    const key = this.search.trim().toLowerCase();
    const found = this.faults.filter((fault) => `${fault.id} ${fault.title?.zh} ${fault.title?.en} ${fault.text?.zh ?? ''} ${fault.text?.en ?? ''}`.toLowerCase().includes(key));
    const title = this.seat === ALL ? t('phone.all.n', this.seats.length) : tile ? `${t('seat.n', tile.seat)} ${tile.name}` : t('phone.none');
    const state = tile ? `${tile.step ? `${t('wall.step', tile.step)} ` : ''}${clock(tile.time)} ${pick(tile.reason)}` : '';
    return html`<div class="station ph"><header><div class="who1"><b>${title}</b><span class="mut cutl">${state}</span></div><span class="sp"></span>
      <a class="btn" href="/class" aria-label=${t('trainee.wall')}>${icon('back')}</a><button class="btn" @click=${() => { this.covered = true; }}>${icon('lock')}${t('phone.cover')}</button></header>
      <div class="seats" role="radiogroup" aria-label=${t('phone.seats')}>${this.seats.map((one) => this.#chip(one.account, one.seat || one.name, t(`phone.state.${one.attention}`)))}${this.seats.length > 1 ? this.#chip(ALL, t('phone.all'), '') : nothing}</div>
      <div class="pfs"><input class="field" type="search" placeholder=${t('fault.search.faults')} aria-label=${t('fault.search.faults')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></div>
      <div class="fs scroll" role="listbox" aria-label=${t('fault.title')}>${this.rig ? html`<p class="mut pnote">${t('rig.run.faults')}</p>` : found.map((one) => html`<button role="option" aria-selected=${one.id === this.chosen} class=${one.id === this.chosen ? 'sel' : ''} @click=${() => { this.chosen = one.id; this.done = null; }}>
        <b>${pick(one.title)}</b><small>${short(one.id)} ${pick(one.text)}</small><span class="sev" role="img" aria-label=${t('fault.severity', one.severity)}>${SEVERITIES.map((level) => html`<i class=${level <= one.severity ? 'x' : ''}></i>`)}</span></button>`)}
        ${this.seats.length === 0 ? html`<p class="mut pnote">${t('phone.empty')}</p>` : nothing}</div>
      ${this.sent.length > 0 ? html`<div class="snt scroll">${this.sent.map((one) => html`<p class="row">${icon(WAITING.includes(one.state) ? 'clock' : 'bolt')}<span class="cutl">${t(WAITING.includes(one.state) ? 'fault.state.waiting' : 'phone.acts')} ${this.#title(one.fault)} ${number(100 * one.severity, 0)} %</span><button class="btn" @click=${() => this.#withdraw(one)}>${WAITING.includes(one.state) ? t('fault.withdraw') : t('fault.recover')}</button></p>`)}</div>` : nothing}
      <div class="pgo">${segment(LEVELS.map((value) => ({ value, text: t(`phone.level.${value}`) })), this.level, (value) => { this.level = value; }, t('phone.level'))}
        <button class="hold ${this.holding ? 'on' : ''}" ?disabled=${!this.ready} @pointerdown=${() => this.#hold()} @pointerup=${() => this.#release()} @pointercancel=${() => this.#release()} @pointerleave=${() => this.#release()} @contextmenu=${(/** @type {Event} */ event) => event.preventDefault()}
          @keydown=${(/** @type {KeyboardEvent} */ event) => (event.key === 'Enter' || event.key === ' ') && !event.repeat && this.#hold()} @keyup=${() => this.#release()} @blur=${() => this.#release()}><i></i><span>${t(this.chosen === '' ? 'phone.pick' : 'phone.hold')}</span></button>
        <p class="mut pst" role="status">${this.failure ? html`<span class="wrong">${this.failure}</span>` : this.done ? t('phone.sent', this.#title(this.done.fault), this.done.seats) : t('phone.silent')}</p></div></div>`;
  }

  /** @param {string} account @param {string} text @param {string} state */
  #chip(account, text, state) {
    return html`<button role="radio" aria-checked=${account === this.seat} class=${account === this.seat ? 'on' : ''} @click=${() => this.#choose(account)}>${text}${state ? html`<small>${state}</small>` : nothing}</button>`;
  }
}

customElements.define('ots-phone', Phone);
