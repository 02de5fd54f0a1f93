// @ts-check
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { api, path } from '../core/api.js';
import { ask, modal, segment, shut, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { evidenceWords } from '../core/evidence.js';
import { clock, duration, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { router } from '../core/router.js';
import { RunStore } from '../core/run-store.js';
import { session } from '../core/session.js';
import { activeAlarms, alarmWords } from '../dcs/banner.js';
import { currentStep } from '../dcs/procedure.js';
import '../graphic/graphic.js';
import { bar } from './bar.js';
import { faultParts } from './fault-parts.js';
import { askNewPassword, showNewPassword } from './new-password.js';
import { EVENT_KINDS, eventList, interventionList } from './run-log.js';
import { overrideWords } from './fault-panel.js';
import { orderWords } from '../scenario/scenario-words.js';
import './time-ribbon.js';

const SPEEDS = [0.2, 0.5, 1, 2, 5, 10, 20];
const RECORD_MS = 10_000;
/** Rest of the slider after which the past is asked for, ms: not for every pixel of a drag. */
const SEEK_MS = 120;

/** One trainee as the teacher sees him: his graphic, run control with the way back, faults, and the score so far. */
class Trainee extends LightElement {
  static properties = {
    runId: {}, start: {}, back: { state: true }, past: { state: true }, failure: { state: true }, question: { state: true }, view: { state: true }, kind: { state: true }, sheet: { state: true },
    curve: { state: true }, recorded: { state: true }, log: { state: true }, snapshots: { state: true }, naming: { state: true }, origin: { state: true }, made: { state: true },
  };

  constructor() {
    super();
    this.runId = '';
    /** Second of the run that is shown first; empty for now. */
    this.start = '';
    /** Where one would go, s; null for now. @type {number | null} */
    this.back = null;
    /** The run as it was there. @type {RunStore | null} */
    this.past = null;
    this.failure = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    this.view = 'graphic';
    this.kind = 'all';
    /** @type {any} */
    this.sheet = null;
    /** @type {Array<[number, number]>} */
    this.curve = [];
    /** Events as the station had them last. @type {any[]} */
    this.recorded = [];
    /** @type {any[] | null} */
    this.log = null;
    /** Faults of the plant, for their names. @type {any[]} */
    this.faults = [];
    /** @type {Array<{ time: number, by: string, name: string }>} */
    this.snapshots = [];
    /** Whether a name is asked for, and what was wrong with the last one. @type {{ wrong: string } | null} */
    this.naming = null;
    /** The run that a branch left. @type {any} */
    this.origin = null;
    /** @type {import('./new-password.js').NewPassword | null} */
    this.made = null;
    this.asked = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.seeking = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.store = new RunStore(this.runId);
    this.follow(this.store);
    this.endings.push(() => this.store?.close());
    this.store.open().then(() => this.start !== '' && this.#seek(Number(this.start))).catch((error) => { this.failure = errorText(error); });
    this.endings.push(() => clearTimeout(this.seeking));
    this.#record();
    this.every(RECORD_MS, () => this.#record());
  }

  /** What the station knows of the past that the frames do not tell. */
  async #record() {
    try {
      const run = this.runId;
      [this.curve, this.recorded, this.snapshots] = await Promise.all([api.get(path`/api/runs/${run}/score-curve`), api.get(path`/api/runs/${run}/events`), api.get(path`/api/runs/${run}/snapshots`)]);
      const of = this.store?.info?.branchOf;
      if (of && !this.origin) {
        this.origin = await api.get(path`/api/runs/${of}`);
      }
      await this.#detail();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** What only the chosen view shows. */
  async #detail() {
    if (this.view === 'score') {
      await this.#loadScore();
    } else if (this.view === 'log') {
      const plant = this.store?.info?.plant;
      this.faults = this.faults.length === 0 && plant ? await api.get(path`/api/plants/${plant}/faults`) : this.faults;
      this.log = await api.get(path`/api/runs/${this.runId}/interventions`);
    }
  }

  /** All events known: those of the last look at the record, and what came since. */
  get events() {
    const last = this.recorded[this.recorded.length - 1]?.time ?? -1;
    return [...this.recorded, ...(this.store?.events ?? []).filter((event) => event.time > last)];
  }

  /** Shows a second of the past, or the present again. @param {number | null} time */
  #seek(time) {
    this.back = time;
    const asked = ++this.asked;
    clearTimeout(this.seeking);
    if (time === null) {
      this.past = null;
      return;
    }
    this.seeking = setTimeout(async () => {
      try {
        const frame = await api.get(path`/api/runs/${this.runId}/at/${time}`);
        if (asked === this.asked && this.store) {
          this.past = RunStore.still(this.store, frame);
          this.failure = '';
        }
      } catch (error) {
        this.failure = asked === this.asked ? errorText(error) : this.failure;
      }
    }, SEEK_MS);
  }

  /** Goes on from the chosen second as a run of one's own. */
  async #branch() {
    this.failure = '';
    try {
      const made = await api.post(path`/api/runs/${this.runId}/branch`, { time: this.back ?? Math.floor(this.store?.time ?? 0) });
      router.go(path`/class/${made.id}`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** Ends a branch of one's own. */
  async #end() {
    try {
      await this.store?.end();
      router.go('/class');
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} name */
  async #name(name) {
    try {
      await api.post(path`/api/runs/${this.runId}/snapshots`, { name });
      this.naming = null;
      this.snapshots = await api.get(path`/api/runs/${this.runId}/snapshots`);
    } catch (error) {
      this.naming = { wrong: errorText(error) };
    }
  }

  async #loadScore() {
    try {
      this.sheet = await api.get(path`/api/runs/${this.runId}/score`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /**
   * @param {string} action
   * @param {number} [value]
   */
  async #control(action, value) {
    this.failure = '';
    try {
      await this.store?.control(action, value);
      this.#seek(null);
      await this.#record();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const store = this.store;
    if (!store?.plant || !store.info) {
      return html`<div class="station">${bar('class')}<main class="wrap one">${this.failure ? html`<p class="row err" role="alert">${this.failure} <a class="btn s" href="/class">${t('trainee.wall')}</a></p>` : nothing}</main></div>`;
    }
    const shown = this.past ?? store;
    const worst = activeAlarms(shown)[0];
    const info = store.info;
    const step = currentStep(shown.proc);
    const tripped = (store.plant.interlocks ?? []).find((one) => (shown.trusted(`${one.id}.TRIP`) ?? 0) > 0.5);
    const finding = tripped ? `${tripped.id} ${pick(tripped.text)} ${t('interlock.state.tripped')}` : worst ? `${worst.tag} ${alarmWords(worst, shown)}` : step ? `${step.no} ${pick(step.text)}` : '';
    const views = ['graphic', 'score', 'events', 'log'].map((value) => ({ value, text: t(value === 'graphic' ? 'tab.graphic' : `trainee.${value}`) }));
    return html`<div class="station">${bar('class')}<main class="wrap on1"><div class="oh"><a class="btn s" href="/class" aria-label=${t('trainee.wall')}>${icon('back')}</a>
      ${tripped || worst ? priority(tripped ? 1 : worst.priority, 24, !tripped && worst.state === 'ack') : nothing}<h1>${info.seat ? `${t('seat.n', info.seat)} ` : ''}${info.name ?? info.owner}</h1>${this.#mark(info)}${this.back === null ? nothing : html`<span class="thn" role="status">${t(this.past && Math.round(this.past.time) === this.back ? 'trainee.then' : 'trainee.seeking', clock(this.back))}</span><button class="btn s" @click=${() => this.#seek(null)}>${t('trainee.to-now')}</button>`}<span class="cutl">${finding}</span><span class="sp"></span>
      ${segment(views, this.view, (value) => { this.view = value; this.#record(); }, t('trainee.view'), 's')}
      <span class="mut">${this.#state(store)}</span><b class="tot1 ${this.past ? 'then' : ''}">${typeof shown.proc?.total === 'number' ? number(shown.proc.total, 1) : ''}</b></div>
      ${this.#view(store, shown, info)}
      ${this.#controls(store)}${store.rig ? html`<aside class="sheet inj pad"><p class="mut">${t('rig.run.faults')}</p></aside>` : this.#ended(store) ? html`<aside class="sheet inj pad"><p class="mut">${t('fault.ended')}</p></aside>` : html`<ots-fault-panel .store=${store}></ots-fault-panel>`}</main>${ask(this.question, () => { this.question = null; })}${this.#naming()}${showNewPassword(this.made, () => { this.made = null; })}</div>`;
  }

  /** That a branch is one, of what, and that it is no record. @param {any} info */
  #mark(info) {
    if (!info.branchOf) {
      return nothing;
    }
    const of = this.origin;
    const time = info.branchTime ?? /** @type {any} */ (this.store?.proc)?.branchOf?.time ?? 0;
    const whose = of ? `${of.seat ? `${t('seat.n', of.seat)} ` : ''}${of.name ?? of.owner}` : info.branchOf;
    return html`<a class="tagc brn" href=${path`/class/${info.branchOf}`} title=${t('branch.of', whose, clock(time))}>${icon('branch', 14)}${t('branch.chip', clock(time))}</a>${info.owner === session.me?.account && info.state === 'open' ? html`<a class="btn s" href=${path`/run/${this.runId}/graphic`}>${t('branch.operate')}</a><button class="btn s" @click=${() => { this.question = { title: t('branch.end.ask'), text: t('branch.end.text'), action: t('branch.end'), danger: true, run: () => this.#end() }; }}>${t('branch.end')}</button>` : nothing}`;
  }

  /**
   * @param {RunStore} store
   * @param {RunStore} shown
   * @param {any} info
   */
  #view(store, shown, info) {
    switch (this.view) {
      case 'score': return html`<div class="vw">${this.#score(store)}<div class="row"><a class="btn s" href=${path`/score/${this.runId}`}>${t('history.score')}</a>${info.branchOf ? html`<span class="mut">${t('branch.no-record')}</span>` : nothing}<span class="sp"></span><button class="btn s" @click=${() => this.#password(info)}>${t('users.reset')}</button></div></div>`;
      case 'events': return html`<div class="vw"><div class="row">${segment(EVENT_KINDS.map((value) => ({ value, text: t(`log.kind.${value}`) })), this.kind, (value) => { this.kind = value; }, t('trainee.events'), 's')}</div>${eventList(this.events, this.kind, store, (time) => this.#seek(time))}</div>`;
      case 'log': return html`<div class="vw"><div class="row"><span class="sp"></span>${info.rig ? nothing : html`<a class="btn s" href=${path`/scenario/record/${this.runId}`}>${t('scenario.record')}</a>`}</div>${interventionList(this.log, (id) => this.#fault(id), (time) => this.#seek(time))}</div>`;
      default: return html`<div class="mim ${this.past ? 'then' : ''}" data-world="dcs">${keyed(this.past ?? store, html`<ots-graphic .store=${shown} .drawing=${store.plant?.layout?.drawings?.dcs}></ots-graphic>`)}<a class="btn s fullb" href=${path`/run/${this.runId}/graphic`}>${t('trainee.full')}</a></div>`;
    }
  }

  /** @param {string} id */
  #fault(id) {
    return id.startsWith('@') ? overrideWords(id, []) : '!~#'.includes(id[0]) ? orderWords(id) : `${id} ${pick(this.faults.find((one) => one.id === id)?.title)}`;
  }

  #naming() {
    if (!this.naming) {
      return nothing;
    }
    const send = (/** @type {Event} */ event) => {
      event.preventDefault();
      this.#name(/** @type {HTMLInputElement} */ (/** @type {Element} */ (event.currentTarget).querySelector('input')).value.trim());
    };
    return modal(t('snapshot.title'), () => { this.naming = null; }, html`<form @submit=${send}><h2>${t('snapshot.title')}</h2><p>${t('snapshot.text', clock(this.store?.time ?? 0))}</p>
      <p><label class="l" for="snapshot-name">${t('snapshot.name')}</label><input id="snapshot-name" class="field" maxlength="40" required autofocus></p>${wrong(this.naming.wrong)}
      <p class="row"><button class="btn act">${t('snapshot.do')}</button><button type="button" class="btn" @click=${shut}>${t('action.cancel')}</button></p></form>`, 'dialog');
  }

  /** What is not usual about the run and its connection. @param {RunStore} store */
  #state(store) {
    switch (store.link) {
      case 'live': return store.run.state === 'running' ? '' : t(`wall.state.${store.run.state}`);
      case 'over': return t('run.closed');
      case 'connecting': return '';
      case 'lost': return t('save.lost');
      default: return html`<button class="btn s act" @click=${() => session.forget()}>${t('left.sign-in')}</button>`;
    }
  }

  /** The trainee forgot his password. @param {import('../core/types.js').RunDescription} info */
  #password(info) {
    const person = { account: info.owner, name: info.name ?? info.owner };
    this.question = askNewPassword(person, (made) => { this.made = made; }, (error) => { this.failure = errorText(error); });
  }

  /** A closed run is neither controlled nor given faults. @param {RunStore} store */
  #ended(store) {
    return store.link === 'over' || store.run.state === 'closed';
  }

  /** @param {RunStore} store */
  #controls(store) {
    const ribbon = html`<ots-time-ribbon .store=${store} .curve=${this.curve} .events=${this.events} .snapshots=${this.snapshots} .back=${this.back} @seek=${(/** @type {CustomEvent} */ event) => this.#seek(event.detail)}></ots-time-ribbon>`;
    const failure = this.failure ? html`<span class="wrong" role="alert">${this.failure}</span>` : nothing;
    if (this.#ended(store)) {
      return html`<section class="sheet rc"><div class="row"><span>${t('run.closed.text')}</span><a class="btn act" href=${path`/score/${this.runId}`}>${t('run.score')}</a><span class="sp"></span>${failure}${this.#named()}${store.rig ? nothing : this.#brancher(store)}</div>${ribbon}</section>`;
    }
    if (store.rig) {
      return html`<section class="sheet rc"><div class="row"><p class="mut">${t('rig.run.note')}</p><span class="sp"></span>${failure}</div>${ribbon}</section>`;
    }
    const frozen = store.run.state === 'frozen';
    const { speed } = store.run;
    const speeds = SPEEDS.includes(speed) ? SPEEDS : [...SPEEDS, speed].sort((a, b) => a - b);
    return html`<section class="sheet rc"><div class="row"><button class="btn act" @click=${() => this.#control(frozen ? 'run' : 'freeze')}>${icon(frozen ? 'play' : 'pause')}${frozen ? t('run.go') : t('run.freeze')}</button>
      <select class="field spd" aria-label=${t('run.speed')} @change=${(/** @type {any} */ event) => this.#control('speed', Number(event.target.value))}>${speeds.map((value) => html`<option value=${value} ?selected=${value === speed}>\u00d7${value}</option>`)}</select>
      <button class="btn" aria-label=${t('snapshot.do')} title=${t('snapshot.do')} @click=${() => { this.naming = { wrong: '' }; }}>${icon('camera')}<span class="lbl">${t('snapshot.do')}</span></button>${this.#named()}<span class="sp"></span>
      <button class="btn" ?disabled=${this.back === null} @click=${() => this.#ask(store)}>${icon('undo')}${this.back === null ? t('run.back.pick') : t('run.back.at', clock(this.back))}</button>${this.#brancher(store)}</div>${ribbon}${failure === nothing ? nothing : html`<div class="row rcx">${failure}</div>`}</section>`;
  }

  /** Named snapshots to go back to. */
  #named() {
    if (this.snapshots.length === 0) {
      return nothing;
    }
    return html`<select class="field spd nmd" aria-label=${t('snapshot.list')} .value=${String(this.snapshots.find((one) => Math.floor(one.time) === this.back)?.time ?? '')} @change=${(/** @type {any} */ event) => event.target.value !== '' && this.#seek(Math.floor(Number(event.target.value)))}>
      <option value="">${t('snapshot.list')} ${this.snapshots.length}</option>${this.snapshots.map((one) => html`<option value=${one.time}>${clock(one.time)} ${one.name}</option>`)}</select>`;
  }

  /** @param {RunStore} store */
  #brancher(store) {
    const from = clock(this.back ?? store.time);
    return html`<button class="btn" @click=${() => { this.question = { title: t('branch.ask', from), text: t('branch.text'), action: t('branch.do'), run: () => this.#branch() }; }}>${icon('branch')}${t('branch.do')}</button>`;
  }

  /** @param {RunStore} store */
  #ask(store) {
    const target = this.back ?? 0;
    this.question = { title: t('run.back.ask', clock(target)), text: t('run.back.loss', clock(target), duration(store.time - target)), action: t('run.back'), danger: true, run: () => this.#control('rewind', target) };
  }

  /** @param {RunStore} store */
  #score(store) {
    const losses = [...(this.sheet?.losses ?? [])].sort((a, b) => b.points - a.points);
    return html`<section class="sheet scroll tsc">${faultParts(this.sheet, this.runId)}<table class="t"><thead><tr><th>${t('score.col.lost')}</th><th>${t('score.col.reason')}</th><th>${t('score.col.time')}</th><th>${t('score.evidence')}</th></tr></thead>
      <tbody>${losses.map((loss) => html`<tr><td><span class="lossb">${number(-Math.abs(loss.points), 1)}</span></td><td>${pick(loss.reason)}<br><span class="cap">${t(`score.category.${loss.category}`)}</span></td><td>${clock(loss.time)}</td>
        <td>${(loss.evidence ?? []).map((/** @type {any} */ one) => html`<p>${evidenceWords(one, store.signals.get(one.tag), this.sheet?.steps)}</p>`)}</td></tr>`)}
      ${losses.length === 0 ? html`<tr><td colspan="4" class="mut">${t(this.sheet?.closed === false ? 'score.none-lost.open' : 'score.none-lost')}</td></tr>` : nothing}</tbody></table></section>`;
  }
}

customElements.define('ots-trainee', Trainee);
