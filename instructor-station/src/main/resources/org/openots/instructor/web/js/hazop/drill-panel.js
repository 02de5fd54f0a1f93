// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import './trial-play.js';

/** Parts that are answered by choosing, in the order they are asked. */
const ASKED = ['deviation', 'cause', 'action', 'decision', 'safeguard', 'limit'];
/** Those of the incident note. */
const NOTED = ['tripped', 'done', 'state'];
const ALARM_TIME = 'alarm-time';
const SEVERAL = ['deviation', 'cause', 'limit', 'tripped'];
/** What the trainee answers before he sees the scenario played; then it stands. */
const BEFORE = ['deviation', 'cause', 'decision'];
/** A time of day of the run as the alarm pages show it: h:mm:ss, mm:ss. */
const TIME = /^(?:(\d{1,2}):)?(\d{1,2}):(\d{2})$/;
const LONGEST_NOTE = 2000;
const TARGET = 'DRILL';

/** Whether a run is a drill of an abnormal situation. @param {any} info */
export function isDrill(info) {
  return /^M1-/.test(info?.task ?? '');
}

/** The diagnosis page of a drill: what is asked, what was answered, and the incident note. */
class DrillPanel extends LightElement {
  static properties = { store: { attribute: false }, locked: { type: Boolean }, drill: { state: true }, failure: { state: true }, busy: { state: true }, note: { state: true }, alarm: { state: true }, playing: { state: true } };

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
    /** The time of the first alarm as typed; null while it is the one that is saved. @type {string | null} */
    this.alarm = null;
    /** Number of the safeguard without which the scenario is being played; 0 for none. */
    this.playing = 0;
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

  /** Numbers of the safeguards without which the scenario was played. @returns {number[]} */
  get played() {
    return this.proc?.played ?? [];
  }

  /** What is asked and not answered, in words; the fields of the note as one. @param {any} drill @returns {string[]} */
  #open(drill) {
    const missing = (/** @type {string[]} */ parts) => parts.filter((part) => part in drill.parts && this.#chosen(part).length === 0);
    const note = missing(NOTED).length > 0 || (ALARM_TIME in drill.parts && this.proc?.alarmTime === undefined);
    return [...missing(ASKED).map((part) => pick(drill.parts[part].text)), ...(note ? [t('drill.note')] : [])];
  }

  render() {
    const { drill } = this;
    if (!drill) {
      return html`<main class="xp dp"><p class="foot" role="status">${this.failure} ${this.failure ? html`<button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button>` : nothing}</p></main>`;
    }
    const open = this.#open(drill);
    const over = this.run.run.state === 'closed';
    const asked = (/** @type {string[]} */ parts) => parts.filter((part) => part in drill.parts).map((part) => this.#part(part, drill.parts[part]));
    return html`<main class="xp dp"><div class="tbar"><b class="find1">${over ? t('drill.over') : open.length > 0 ? t('drill.open', open.join(t('list.comma'))) : t('drill.answered')}</b><span class="sp"></span><span>${t('drill.time', clock(this.run.time), drill.minutes)}</span></div>
      <div class="dpg">${asked(ASKED)}${this.#noteParts(drill)}${asked(NOTED)}</div>
      <aside><section class="sbox"><h3>${pick(drill.title)}</h3><div class="b"><p>${pick(drill.brief)}</p>${this.failure ? html`<p class="wrong" role="alert">${this.failure}</p>` : nothing}
        <dl class="dpw">${Object.entries(drill.parts).map(([, part]) => html`<div><dt>${pick(/** @type {any} */ (part).text)}</dt><dd>${number(/** @type {any} */ (part).points, 0)}</dd></div>`)}</dl></div></section>
        ${this.#noteBox(drill)}${over && this.proc?.debrief ? html`<section class="sbox"><h3>${t('drill.debrief')}</h3><div class="b"><p>${pick(this.proc.debrief)}</p></div></section>` : nothing}</aside>${this.#trial(drill)}</main>`;
  }

  /** The window in which the scenario is played. @param {any} drill */
  #trial(drill) {
    if (this.playing === 0) {
      return nothing;
    }
    const guard = pick(drill.parts.safeguard.options[this.playing - 1]);
    return html`<ots-trial-play .runId=${this.run.runId} .number=${this.playing} .guard=${guard} .about=${pick(drill.title)} @close=${() => { this.playing = 0; }}></ots-trial-play>`;
  }

  /** @param {string} part @param {any} asked */
  #part(part, asked) {
    const chosen = this.#chosen(part);
    const several = SEVERAL.includes(part);
    const still = (BEFORE.includes(part) && this.played.length > 0) || (part === 'limit' && !this.played.some((guard) => this.#chosen('safeguard').includes(guard)));
    return html`<fieldset class="sbox dpp"><legend>${pick(asked.text)}<small>${this.#hint(part, several)}</small></legend><div class="dpo">${asked.options.map((/** @type {any} */ option, /** @type {number} */ i) => {
      const on = chosen.includes(i + 1);
      const press = () => this.#choose(part, i + 1, on, several);
      return html`<button class="btn ${on ? 'on' : ''}" aria-pressed=${on} ?disabled=${this.idle || still || this.busy !== ''} @click=${press}>${on ? icon('check', 14) : nothing}<span>${pick(option)}</span></button>`;
    })}</div>${part === 'safeguard' && this.drill.trialFromS !== undefined ? this.#proof(chosen[0] ?? 0) : nothing}</fieldset>`;
  }

  /** @param {string} part @param {boolean} several */
  #hint(part, several) {
    if (part === 'safeguard') {
      return t(this.drill.trialFromS === undefined ? 'drill.safeguard' : 'drill.safeguard.prove');
    }
    return part === 'limit' ? t('drill.limit') : part === 'done' || part === 'state' ? t('drill.one') : part === 'tripped' ? t('drill.several') : t(several && this.drill.level === 'senior' ? 'drill.several' : 'drill.one');
  }

  /** Playing the scenario without the chosen safeguard. @param {number} guard */
  #proof(guard) {
    const from = this.drill.trialFromS;
    const early = this.run.time < from;
    const missing = BEFORE.filter((part) => part in this.drill.parts && this.#chosen(part).length === 0);
    const words = this.played.includes(guard) ? t('trial.done') : early ? t('trial.early', clock(from)) : missing.length > 0 ? t('trial.missing', missing.map((part) => pick(this.drill.parts[part].text)).join(t('list.comma'))) : guard === 0 ? t('trial.choose') : t('trial.fixes');
    return html`<p class="dpt"><button class="btn act" ?disabled=${this.idle || guard === 0 || early || missing.length > 0} @click=${() => { this.playing = guard; }}>${icon('play', 14)}${t('trial.play')}</button><span>${words}</span></p>`;
  }

  /** When the first alarm came, as the alarm page shows it. @param {any} drill */
  #noteParts(drill) {
    if (!(ALARM_TIME in drill.parts)) {
      return nothing;
    }
    const { alarmTime } = this.proc ?? {};
    const saved = alarmTime === undefined ? '' : clock(alarmTime);
    const text = this.alarm ?? saved;
    const found = TIME.exec(text.trim());
    const keep = async () => {
      const [, hours, minutes, seconds] = /** @type {RegExpExecArray} */ (found);
      await this.#send(ALARM_TIME, Number(hours ?? 0) * 3600 + Number(minutes) * 60 + Number(seconds));
      this.alarm = this.failure ? text : null;
    };
    return html`<fieldset class="sbox dpp"><legend>${pick(drill.parts[ALARM_TIME].text)}<small>${t('drill.alarm-time')}</small></legend><p class="dpt"><input class="field" inputmode="numeric" size="9" maxlength="8" placeholder="00:00:00" aria-label=${pick(drill.parts[ALARM_TIME].text)} ?disabled=${this.idle} .value=${text} @input=${(/** @type {any} */ event) => { this.alarm = event.target.value; }}>
      <button class="btn act" ?disabled=${this.idle || this.busy !== '' || found === null || text === saved} @click=${keep}>${t('drill.note.save')}</button><span>${text !== '' && found === null ? t('drill.alarm-time.form') : saved !== '' && text === saved ? t('drill.note.saved') : ''}</span></p></fieldset>`;
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
    return html`<section class="sbox"><h3>${t('drill.note.text')}</h3><div class="b"><textarea rows="5" maxlength=${LONGEST_NOTE} aria-label=${t('drill.note')} placeholder=${t('drill.note.hint')} ?disabled=${this.idle} .value=${text} @input=${(/** @type {any} */ event) => { this.note = event.target.value; }}></textarea>
      <p class="ln"><span class="hintl">${saved !== '' && text === saved ? t('drill.note.saved') : ''}</span><span class="sp"></span><button class="btn act" ?disabled=${this.idle || this.busy !== '' || text.trim() === '' || text === saved} @click=${keep}>${t('drill.note.save')}</button></p></div></section>`;
  }
}

customElements.define('ots-drill-panel', DrillPanel);
