// @ts-check
import { html, nothing, svg } from 'lit';
import { api, path } from '../core/api.js';
import { alarmsThatCame, priorityOf } from '../core/alarm-events.js';
import { css } from '../core/css.js';
import { ask, segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { evidenceWords } from '../core/evidence.js';
import { clock, duration, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { RunStore } from '../core/run-store.js';
import { session } from '../core/session.js';
import { activeAlarms, alarmWords } from '../dcs/banner.js';
import { currentStep } from '../dcs/procedure.js';
import '../graphic/graphic.js';
import { bar } from './bar.js';
import { askNewPassword, showNewPassword } from './new-password.js';
import './fault-panel.js';

const SPEEDS = [0.5, 1, 5, 10, 20];
const TREND_POINTS = 200;
const TREND_MS = 10_000;
const ROOM = 1.25;
const SCORE_FULL = 100;

/** One trainee as the teacher sees him: his graphic, run control with the way back, faults, and the score so far. */
class Trainee extends LightElement {
  static properties = { runId: {}, back: { state: true }, failure: { state: true }, question: { state: true }, view: { state: true }, sheet: { state: true }, curve: { state: true }, full: { state: true }, made: { state: true } };

  constructor() {
    super();
    this.runId = '';
    /** @type {number | null} */
    this.back = null;
    this.failure = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    this.view = 'graphic';
    /** @type {any} */
    this.sheet = null;
    /** @type {Array<[number, number]>} */
    this.curve = [];
    this.full = false;
    /** @type {import('./new-password.js').NewPassword | null} */
    this.made = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.store = new RunStore(this.runId);
    this.follow(this.store);
    this.endings.push(() => this.store?.close());
    this.store.open().catch((error) => { this.failure = errorText(error); });
    this.endings.push(this.store.subscribe(() => this.#keep()));
    this.every(TREND_MS, () => this.view === 'score' && this.#loadScore());
  }

  /** The score as it was, one point in ten seconds of model time. */
  #keep() {
    const { time = 0, proc } = this.store ?? {};
    const last = this.curve[this.curve.length - 1];
    if (typeof proc?.total !== 'number') {
      return;
    }
    if (last && time < last[0]) {
      this.curve = this.curve.filter(([at]) => at <= time);
    } else if (!last || time - last[0] >= 10) {
      this.curve = [...this.curve, /** @type {[number, number]} */ ([time, proc.total])].slice(-TREND_POINTS * 10);
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
      this.back = null;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const store = this.store;
    if (!store?.plant || !store.info) {
      return html`<div class="station">${bar('class')}<main class="wrap one">${this.failure ? html`<p class="row err" role="alert">${this.failure} <a class="btn s" href="/class">${t('trainee.wall')}</a></p>` : nothing}</main></div>`;
    }
    const worst = activeAlarms(store)[0];
    const info = store.info;
    const step = currentStep(store.proc);
    const tripped = (store.plant.interlocks ?? []).find((one) => (store.trusted(`${one.id}.TRIP`) ?? 0) > 0.5);
    const finding = tripped ? `${tripped.id} ${pick(tripped.text)} ${t('interlock.state.tripped')}` : worst ? `${worst.tag} ${alarmWords(worst, store)}` : step ? `${step.no} ${pick(step.text)}` : '';
    return html`<div class="station">${bar('class')}<main class="wrap on1 ${this.full ? 'full' : ''}"><div class="oh"><a class="btn s" href="/class" aria-label=${t('trainee.wall')}>${icon('back')}</a>
      ${tripped || worst ? priority(tripped ? 1 : worst.priority, 24, !tripped && worst.state === 'ack') : nothing}<h1>${info.seat ? `${t('seat.n', info.seat)} ` : ''}${info.name ?? info.owner}</h1><span class="cutl">${finding}</span><span class="sp"></span>
      ${segment([{ value: 'graphic', text: t('tab.graphic') }, { value: 'score', text: t('trainee.score') }], this.view, (value) => { this.view = value; this.#loadScore(); }, t('trainee.view'), 's')}${this.view === 'score' ? html`<a class="btn s" href=${path`/score/${this.runId}`}>${t('history.score')}</a>` : nothing}
      <button class="btn s" @click=${() => this.#password(info)}>${t('users.reset')}</button>
      <span class="mut">${this.#state(store)}</span><b class="tot1">${typeof store.proc?.total === 'number' ? number(store.proc.total, 1) : ''}</b></div>
      ${this.view === 'score' ? this.#score(store) : html`<div class="mim" data-world="dcs"><ots-graphic .store=${store} .drawing=${store.plant.layout?.drawings?.dcs}></ots-graphic><a class="btn s fullb" href=${path`/run/${this.runId}/graphic`}>${t('trainee.full')}</a></div>`}
      ${this.#controls(store)}${store.rig ? html`<aside class="sheet inj pad"><p class="mut">${t('rig.run.faults')}</p></aside>` : this.#ended(store) ? html`<aside class="sheet inj pad"><p class="mut">${t('fault.ended')}</p></aside>` : html`<ots-fault-panel .store=${store}></ots-fault-panel>`}</main>${ask(this.question, () => { this.question = null; })}${showNewPassword(this.made, () => { this.made = null; })}</div>`;
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
    if (this.#ended(store)) {
      return html`<section class="sheet rc"><div class="row"><span>${t('run.closed.text')}</span><a class="btn act" href=${path`/score/${this.runId}`}>${t('run.score')}</a><span class="sp"></span>${this.failure ? html`<span class="wrong" role="alert">${this.failure}</span>` : nothing}</div></section>`;
    }
    if (store.rig) {
      return html`<section class="sheet rc"><p class="mut">${t('rig.run.note')}</p></section>`;
    }
    const frozen = store.run.state === 'frozen';
    return html`<section class="sheet rc"><div class="row"><button class="btn act" @click=${() => this.#control(frozen ? 'run' : 'freeze')}>${icon(frozen ? 'play' : 'pause')}${frozen ? t('run.go') : t('run.freeze')}</button>
      ${segment(SPEEDS.map((value) => ({ value, text: `\u00d7${value}` })), store.run.speed, (value) => this.#control('speed', value), t('run.speed'))}<span class="sp"></span>${this.failure ? html`<span class="wrong" role="alert">${this.failure}</span>` : nothing}
      <button class="btn" ?disabled=${this.back === null} @click=${() => this.#ask(store)}>${icon('undo')}${this.back === null ? t('run.back.pick') : t('run.back.at', clock(this.back))}</button>
      <button class="btn stop" @click=${() => { this.question = { title: t('run.restart.ask'), text: t('run.restart.loss', clock(store.time)), action: t('run.restart'), danger: true, run: () => this.#control('restart') }; }}>${t('run.restart')}</button></div>${this.#ribbon(store)}</section>`;
  }

  /** @param {RunStore} store */
  #ask(store) {
    const target = this.back ?? 0;
    this.question = { title: t('run.back.ask', clock(target)), text: t('run.back.loss', clock(target), duration(store.time - target)), action: t('run.back'), danger: true, run: () => this.#control('rewind', target) };
  }

  /** The way back on the time ribbon: left is earlier, ink is now, blue is the target. @param {RunStore} store */
  #ribbon(store) {
    const now = Math.max(1, store.time);
    const end = now * ROOM;
    const at = (/** @type {number} */ time) => (1000 * time) / end;
    const d = this.curve.map(([time, score], i) => `${i === 0 ? 'M' : 'L'}${at(time).toFixed(1)} ${(40 - (34 * score) / SCORE_FULL).toFixed(1)}`).join('');
    const alarms = alarmsThatCame(store.events).filter((event) => event.time <= now).slice(-12);
    let free = -Infinity;
    const shown = alarms.filter((event) => { const x = at(event.time); const fits = x >= free; free = fits ? x + 30 : free; return fits; });
    const step = [60, 300, 600, 1200, 1800, 3600].find((one) => end / one <= 6) ?? 7200;
    const marks = Array.from({ length: Math.floor(now / step) }, (_, i) => (i + 1) * step);
    const back = this.back;
    const nowAt = 100 / ROOM;
    const backAt = back === null ? 0 : at(back) / 10;
    return html`<div class="rib big1" role="slider" tabindex="0" aria-label=${t('run.back.to')} aria-valuemin="0" aria-valuemax=${Math.floor(now)} aria-valuenow=${Math.floor(back ?? now)} aria-valuetext=${clock(back ?? now)} @keydown=${this.#key} @pointerdown=${this.#point} @pointermove=${(/** @type {PointerEvent} */ event) => event.buttons === 1 && this.#point(event)}>
      <svg viewBox="0 0 1000 44" preserveAspectRatio="none" aria-hidden="true"><rect width="1000" height="44" fill="#eef2f0"/><rect width=${at(now)} height="44" fill="#e0e9e5"/>${back === null ? nothing : svg`<rect x=${at(back)} width=${at(now) - at(back)} height="44" fill="#c5d6e4"/>`}
      <path d=${d || 'M0 40'} fill="none" stroke="var(--act)" stroke-width="1.8" vector-effect="non-scaling-stroke"/></svg>
      ${shown.map((event) => html`<span class="alm" ${css({ left: `${at(event.time) / 10}%` })}>${priority(priorityOf(event, store), 16)}</span>`)}
      ${back === null ? nothing : html`<i class="tgt" ${css({ left: `${backAt}%` })}></i><span class="mk tgl" ${css({ left: `${Math.min(nowAt - 14, Math.max(8, backAt))}%` })}>${t('run.back.at', clock(back))}</span>`}
      <i class="nowl" ${css({ left: `${nowAt}%` })}></i><span class="mk nwl" ${css({ left: `${nowAt}%` })}>${t('trainee.now', clock(now))}</span>
      ${marks.map((time) => html`<span class="tx" ${css({ left: `${at(time) / 10}%` })}>${clock(time).slice(0, 5)}</span>`)}</div>`;
  }

  /** @param {PointerEvent} event */
  #point(event) {
    const box = /** @type {HTMLElement} */ (event.currentTarget).getBoundingClientRect();
    const now = this.store?.time ?? 0;
    this.back = Math.round(Math.min(now, Math.max(0, ((event.clientX - box.x) / box.width) * now * ROOM)));
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    const now = this.store?.time ?? 0;
    const step = { ArrowLeft: -10, ArrowRight: 10, PageDown: -60, PageUp: 60 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      this.back = Math.min(Math.floor(now), Math.max(0, (this.back ?? Math.floor(now)) + step));
    } else if (event.key === 'Escape') {
      this.back = null;
    }
  }

  /** @param {RunStore} store */
  #score(store) {
    const losses = [...(this.sheet?.losses ?? [])].sort((a, b) => b.points - a.points);
    return html`<section class="sheet scroll tsc"><table class="t"><thead><tr><th>${t('score.col.lost')}</th><th>${t('score.col.reason')}</th><th>${t('score.col.time')}</th><th>${t('score.evidence')}</th></tr></thead>
      <tbody>${losses.map((loss) => html`<tr><td><span class="lossb">${number(-Math.abs(loss.points), 1)}</span></td><td>${pick(loss.reason)}<br><span class="cap">${t(`score.category.${loss.category}`)}</span></td><td>${clock(loss.time)}</td>
        <td>${(loss.evidence ?? []).map((/** @type {any} */ one) => html`<p>${evidenceWords(one, store.signals.get(one.tag), this.sheet?.steps)}</p>`)}</td></tr>`)}
      ${losses.length === 0 ? html`<tr><td colspan="4" class="mut">${t(this.sheet?.closed === false ? 'score.none-lost.open' : 'score.none-lost')}</td></tr>` : nothing}</tbody></table></section>`;
  }
}

customElements.define('ots-trainee', Trainee);
