// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

/** Parts that are answered by choosing, in the order they are asked. */
const ASKED = ['deviation', 'cause', 'action', 'decision', 'safeguard'];
const SEVERAL = ['deviation', 'cause'];
const LONGEST_NOTE = 2000;
const TARGET = 'DRILL';

/** Whether a run is a drill of an abnormal situation. @param {any} info */
export function isDrill(info) {
  return /^M1-/.test(info?.task ?? '');
}

/** The diagnosis page of a drill: what is asked, what was answered, and the incident note. */
class DrillPanel extends LightElement {
  static properties = { store: { attribute: false }, locked: { type: Boolean }, drill: { state: true }, failure: { state: true }, busy: { state: true }, note: { state: true } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.locked = false;
    /** @type {any} */
    this.drill = null;
    this.failure = '';
    this.busy = '';
    /** The note as typed; null while it is the one that is saved. @type {string | null} */
    this.note = null;
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

  async #load() {
    this.failure = '';
    try {
      this.drill = await api.get(path`/api/drills/${this.run.info?.task ?? ''}`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  get idle() {
    return this.locked || !this.run.operable;
  }

  /**
   * @param {string} verb
   * @param {number} value
   * @param {string} [text]
   */
  async #send(verb, value, text = '') {
    this.failure = '';
    this.busy = `${verb} ${Math.abs(value)}`;
    try {
      await this.run.send(TARGET, verb, value, text);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  /** @param {string} part @returns {number[]} */
  #chosen(part) {
    return this.proc?.answers?.[part] ?? [];
  }

  render() {
    const { drill } = this;
    if (!drill) {
      return html`<main class="xp dp"><p class="foot" role="status">${this.failure} ${this.failure ? html`<button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button>` : nothing}</p></main>`;
    }
    const asked = ASKED.filter((part) => part in drill.parts);
    const open = asked.filter((part) => this.#chosen(part).length === 0);
    const over = this.run.run.state === 'closed';
    return html`<main class="xp dp"><div class="tbar"><b class="find1">${over ? t('drill.over') : open.length > 0 ? t('drill.open', open.map((part) => pick(drill.parts[part].text)).join(t('list.comma'))) : t('drill.answered')}</b><span class="sp"></span><span>${t('drill.time', clock(this.run.time), drill.minutes)}</span></div>
      <div class="dpg">${asked.map((part) => this.#part(part, drill.parts[part]))}</div>
      <aside><section class="sbox"><h3>${pick(drill.title)}</h3><div class="b"><p>${pick(drill.brief)}</p>${this.failure ? html`<p class="wrong" role="alert">${this.failure}</p>` : nothing}
        <dl class="dpw">${Object.entries(drill.parts).map(([, part]) => html`<div><dt>${pick(/** @type {any} */ (part).text)}</dt><dd>${number(/** @type {any} */ (part).points, 0)}</dd></div>`)}</dl></div></section>
        ${this.#noteBox(drill)}${over && this.proc?.debrief ? html`<section class="sbox"><h3>${t('drill.debrief')}</h3><div class="b"><p>${pick(this.proc.debrief)}</p></div></section>` : nothing}</aside></main>`;
  }

  /** @param {string} part @param {any} asked */
  #part(part, asked) {
    const chosen = this.#chosen(part);
    const several = SEVERAL.includes(part);
    return html`<fieldset class="sbox dpp"><legend>${pick(asked.text)}<small>${t(part === 'safeguard' ? 'drill.safeguard' : several && this.drill.level === 'senior' ? 'drill.several' : 'drill.one')}</small></legend><div class="dpo">${asked.options.map((/** @type {any} */ option, /** @type {number} */ i) => {
      const on = chosen.includes(i + 1);
      const press = () => this.#choose(part, i + 1, on, several);
      return html`<button class="btn ${on ? 'on' : ''}" aria-pressed=${on} ?disabled=${this.idle || this.busy !== ''} @click=${press}>${on ? icon('check', 14) : nothing}<span>${pick(option)}</span></button>`;
    })}</div></fieldset>`;
  }

  /**
   * One answer of a junior or intermediate drill takes the place of the one before; of a senior one several stand.
   * @param {string} part
   * @param {number} option
   * @param {boolean} on
   * @param {boolean} several
   */
  async #choose(part, option, on, several) {
    if (on) {
      await this.#send(part, -option);
      return;
    }
    if (several && this.drill.level !== 'senior') {
      for (const other of this.#chosen(part)) {
        await this.#send(part, -other);
      }
    }
    await this.#send(part, option);
  }

  /** @param {any} drill */
  #noteBox(drill) {
    if (drill.level !== 'senior') {
      return nothing;
    }
    const saved = this.proc?.note ?? '';
    const text = this.note ?? saved;
    const keep = async () => { await this.#send('note', 0, text); this.note = this.failure ? text : null; };
    return html`<section class="sbox"><h3>${t('drill.note')}</h3><div class="b"><textarea rows="5" maxlength=${LONGEST_NOTE} aria-label=${t('drill.note')} placeholder=${t('drill.note.hint')} ?disabled=${this.idle} .value=${text} @input=${(/** @type {any} */ event) => { this.note = event.target.value; }}></textarea>
      <p class="ln"><span class="hintl">${saved !== '' && text === saved ? t('drill.note.saved') : ''}</span><span class="sp"></span><button class="btn act" ?disabled=${this.idle || this.busy !== '' || text.trim() === '' || text === saved} @click=${keep}>${t('drill.note.save')}</button></p></div></section>`;
  }
}

customElements.define('ots-drill-panel', DrillPanel);
