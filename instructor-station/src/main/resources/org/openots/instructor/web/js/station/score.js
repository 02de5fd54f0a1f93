// @ts-check
import { html, nothing, svg } from 'lit';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { evidenceWords } from '../core/evidence.js';
import { clock, date, DASH, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { operationWords } from '../core/operation-words.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from './bar.js';
import { faultParts } from './fault-parts.js';

/** How long before a loss one begins again, s. */
const BEFORE = 30;
const LANES = 3;
const POINTS = 400;
const PASS = 60;
const TOP = 190;
/** Where the lowest value of a curve lies in its lane, from the top; the highest lies as far from the bottom. */
const BOTTOM_PART = 0.88;
const MARK_GAP = 5.4;
/** Losses closer than this on the time line share a chip, percent of its length. */
const SAME_INSTANT = 0.5;
/** The shortest time line, s. */
const SHORTEST = 10;
/** Who has a debrief of a run. */
const DEBRIEFED = ['student', 'instructor', 'assessor'];

/** The score sheet: what was lost, when, by which rule and with what evidence. */
class Score extends LightElement {
  static properties = { runId: {}, sheet: { state: true }, run: { state: true }, plant: { state: true }, trend: { state: true }, alarms: { state: true }, chosen: { state: true }, failure: { state: true }, embedded: { type: Boolean } };

  constructor() {
    super();
    this.runId = '';
    /** @type {any} */
    this.sheet = null;
    /** @type {any} */
    this.run = null;
    /** @type {any} */
    this.plant = null;
    /** @type {any} */
    this.trend = null;
    /** @type {any} */
    this.alarms = null;
    this.chosen = 0;
    this.failure = '';
    this.embedded = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      [this.sheet, this.run] = await Promise.all([api.get(path`/api/runs/${this.runId}/score`), api.get(path`/api/runs/${this.runId}`)]);
      this.plant = await api.get(path`/api/plants/${this.run.plant}`);
      await this.#loadTrend();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** Losses, the largest first. */
  get losses() {
    return [...(this.sheet?.losses ?? [])].sort((a, b) => b.points - a.points);
  }

  /** The tags whose curves tell most: evidence of the losses, the largest first. */
  get lanes() {
    const tags = new Set(this.losses.flatMap((loss) => (loss.evidence ?? []).map((/** @type {any} */ one) => one.tag)));
    const known = new Set((this.plant?.signals ?? []).map((/** @type {any} */ signal) => signal.name));
    const usual = (this.plant?.layout?.related?.default ?? []);
    return [...tags, ...usual].filter((tag, i, all) => known.has(tag) && all.indexOf(tag) === i).slice(0, LANES);
  }

  get end() {
    const times = this.trend?.t ?? [];
    return Math.max(SHORTEST, times[times.length - 1] ?? 0, this.sheet?.time ?? 0, ...this.losses.map((loss) => loss.time ?? 0));
  }

  async #loadTrend() {
    this.trend = { t: [], series: {} };
    this.alarms = this.sheet.evidence === 'recorded' ? null : await api.get(path`/api/runs/${this.runId}/alarm-metrics`);
    if (this.lanes.length > 0) {
      const end = this.sheet.time ?? Math.max(600, ...this.losses.map((loss) => (loss.time ?? 0) + 120));
      this.trend = await api.get(`${path`/api/runs/${this.runId}/trend`}?tags=${this.lanes.map(encodeURIComponent).join(',')}&from=0&to=${end}&points=${POINTS}`);
    }
  }

  render() {
    const role = session.me?.role === 'student' ? 'history' : 'class';
    if (!this.sheet || !this.plant) {
      return this.embedded ? html`<p class="mut">${this.failure}</p>` : html`<div class="station">${bar(role)}<main class="wrap one">${this.failure ? this.#trouble() : nothing}</main></div>`;
    }
    const body = html`<main class="wrap sc ${this.sheet.fault ? 'fault' : ''}">${this.#head()}${faultParts(this.sheet, this.runId)}${this.failure ? html`<section class="sheet tlx pad">${this.#trouble()}</section>` : this.#timeLine()}${this.#list()}${this.#evidence()}</main>${this.#record()}`;
    return this.embedded ? body : html`<div class="station score">${bar(role, html`<button class="btn s" @click=${() => window.print()}>${icon('print')}${t('score.print')}</button>`)}${body}</div>`;
  }

  /** The run as it was seen in the field, for a replay in 3D; not of a trainee's own examination. */
  #film() {
    const { allowed, state } = this.run;
    const mine = session.me?.role === 'student';
    return state === 'closed' && (!mine || allowed?.hints || allowed?.liveScore)
      ? html`<a href=${path`/api/runs/${this.runId}/field-recording`} download target="_blank" title=${t('score.film.how')}>${t('score.film')}</a>` : nothing;
  }

  /** How much the alarms asked of the operator. */
  #alarmWords() {
    const one = this.alarms;
    if (!one) {
      return nothing;
    }
    const answer = one.acknowledgeSeconds === undefined ? '' : t('score.alarms.answer', number(one.acknowledgeSeconds, 0));
    const chatter = one.chattering.length > 0 ? t('score.alarms.chatter', one.chattering.join(t('score.alarms.and'))) : '';
    return html`<div class="cap" title=${t('score.alarms.what')}>${one.alarms === 0 ? t('score.alarms.none') : `${t('score.alarms', one.alarms, number(one.perTenMinutes, 1), one.peakTenMinutes)}${answer}${chatter}`}</div>`;
  }

  #trouble() {
    return html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>`;
  }

  #head() {
    const { sheet, run } = this;
    const lost = this.losses.reduce((sum, loss) => sum + Math.abs(loss.points), 0);
    const largest = this.losses[0];
    const sum = (/** @type {any[]} */ list, /** @type {string} */ key) => (list ?? []).reduce((total, one) => total + (one[key] ?? 0), 0);
    const penalty = sum(sheet.penalties, 'lost');
    return html`<header class="hd"><div><span class="cap">${run.task} ${pick(run.title)} ${run.startedAt ? date(run.startedAt) : ''} ${run.seat ? t('seat.n', run.seat) : ''} ${run.name ?? session.me?.name ?? ''} ${this.#film()}${run.state !== 'closed' || !DEBRIEFED.includes(session.me?.role ?? '') ? nothing : !run.rig && (session.me?.role === 'instructor' || session.me?.role === 'assessor') ? html` <a href=${`/debrief/${this.runId}`}>${t('score.debrief')}</a>` : html` <a href=${path`/debrief/${this.runId}/with`}>${t('score.timeline')}</a>`}${run.rig ? html` <span class="tagc" title=${t('score.recorded.note')}>${t(run.virtual ? 'score.recorded.virtual' : 'score.recorded')}</span>` : nothing}${run.branchOf ? html` <span class="tagc" title=${t('branch.no-record')}>${icon('branch', 14)}${t('branch.sheet', run.branchOf, clock(this.sheet?.branchOf?.time ?? 0))}</span>` : nothing}<span class="onpaper"> ${t('score.paper.run', this.runId)}</span></span>
      ${this.#alarmWords()}<h1 class="clamp" title=${largest ? pick(largest.reason) : ''}>${largest ? t('score.finding', number(lost, 1), number(Math.abs(largest.points), 1), pick(largest.reason)) : t(sheet.closed === false ? 'score.full.open' : 'score.full')}</h1></div><span class="sp"></span>
      <div class="k"><span class="cap">${t('score.steps')}</span><b>${number(sum(sheet.steps, 'earned'), 1)} / ${number(sum(sheet.steps, 'points'), 0)}</b></div>
      <div class="k"><span class="cap">${t('score.quality')}</span><b>${number(sum(sheet.quality, 'earned'), 1)} / ${number(sum(sheet.quality, 'points'), 0)}</b></div>
      <div class="k"><span class="cap">${t('score.penalties')}</span><b>${number(-Math.abs(penalty), 1)}</b></div>
      <div class="k tot"><span class="cap">${t('score.total', PASS)}</span><span class="huge">${number(sheet.total, 1)}</span></div></header>`;
  }

  #timeLine() {
    const lanes = this.lanes;
    const height = TOP / Math.max(1, lanes.length);
    const end = this.end;
    const chosen = this.losses[this.chosen];
    const at = (/** @type {number} */ time) => (1000 * time) / end;
    const step = [2, 5, 10, 20, 60, 120, 300, 600, 900, 1800, 3600].find((one) => end / one <= 7) ?? 7200;
    const marks = Array.from({ length: Math.floor(end / step) + 1 }, (_, i) => i * step).filter((time) => time < end * 0.97);
    return html`<section class="sheet tlx">${lanes.map((tag, i) => {
      const signal = this.plant.signals.find((/** @type {any} */ one) => one.name === tag);
      return html`<span class="lane" ${css({ top: `calc(42px + ${i} * ((100% - 64px) / ${lanes.length}))` })}><b>${tag}</b>${pick(signal?.text)}</span>`;
    })}<div class="rib"><svg viewBox="0 0 1000 ${TOP}" preserveAspectRatio="none" aria-hidden="true"><rect width="1000" height=${TOP} fill="#f6f8f7"/>
      ${chosen ? svg`<rect x=${at(chosen.time) - 14} width="47" height=${TOP} fill="var(--p1-soft)"/>` : nothing}
      ${lanes.map((tag, i) => this.#lane(tag, i * height, height, end))}
      ${this.losses.map((loss, i) => svg`<path d="M${at(loss.time)} 0V${TOP}" stroke="var(--loss)" stroke-width=${i === this.chosen ? 2.5 : 1.2} vector-effect="non-scaling-stroke"/>`)}</svg>
      ${this.#markers(end)}${this.#limitWords(lanes)}${this.#axisWords(lanes)}${marks.map((time) => html`<span class="tx ax" ${css({ left: `${(100 * time) / end}%` })}>${time % 60 === 0 ? `${time / 60} min` : `${time} s`}</span>`)}</div></section>`;
  }

  /** The limit that was broken, written at its line. @param {string[]} lanes */
  #limitWords(lanes) {
    return lanes.map((tag, i) => {
      const limit = this.#limitOf(tag);
      const signal = this.plant.signals.find((/** @type {any} */ one) => one.name === tag);
      const kind = signal?.alarms?.find((/** @type {any} */ alarm) => alarm.limit === limit)?.kind;
      return limit === undefined ? nothing : html`<span class="tx lim" ${css({ top: `${(100 * i) / lanes.length}%` })}>${kind ?? t('score.limit', '')} ${number(limit, signal?.decimals ?? 1)} ${signal?.unit ?? ''}</span>`;
    });
  }

  /** The lowest and the highest value of each curve, at its right. @param {string[]} lanes */
  #axisWords(lanes) {
    return lanes.map((tag, i) => {
      const signal = this.plant.signals.find((/** @type {any} */ one) => one.name === tag);
      const extent = this.#extent(tag);
      const words = (/** @type {number} */ value) => `${number(value, signal?.decimals ?? 1)} ${signal?.unit ?? ''}`;
      const at = (/** @type {number} */ part) => css({ top: `calc(${(100 * (i + part)) / lanes.length}% - 7px)` });
      return extent === null ? nothing : words(extent[0]) === words(extent[1]) ? html`<span class="tx axv" ${at(BOTTOM_PART)}>${words(extent[0])}</span>`
        : html`<span class="tx axv" ${at(1 - BOTTOM_PART)}>${words(extent[1])}</span><span class="tx axv" ${at(BOTTOM_PART)}>${words(extent[0])}</span>`;
    });
  }

  /** What a curve and its limit reach, or null before anything is known. @param {string} tag @returns {[number, number] | null} */
  #extent(tag) {
    const known = (this.trend?.series?.[tag] ?? []).filter((/** @type {any} */ value) => typeof value === 'number');
    const limit = this.#limitOf(tag);
    const all = limit === undefined ? known : [...known, limit];
    return all.length > 0 ? [Math.min(...all), Math.max(...all)] : null;
  }

  /** @param {string} tag */
  #limitOf(tag) {
    return this.losses.flatMap((loss) => loss.evidence ?? []).find((one) => one.tag === tag && typeof one.limit === 'number')?.limit;
  }

  /** The chips above the time line; losses of one instant share a chip, and where two would cover each other one moves aside. @param {number} end */
  #markers(end) {
    const all = this.losses.map((loss, i) => ({ list: [i], x: (100 * (loss.time ?? 0)) / end })).sort((a, b) => a.x - b.x);
    /** @type {Array<{ list: number[], x: number }>} */
    const order = [];
    for (const one of all) {
      const last = order[order.length - 1];
      if (last && one.x - last.x < SAME_INSTANT) {
        last.list.push(...one.list);
      } else {
        order.push(one);
      }
    }
    for (let i = 1; i < order.length; i++) {
      order[i].x = Math.max(order[i].x, order[i - 1].x + MARK_GAP);
    }
    for (let i = order.length - 1; i >= 0; i--) {
      order[i].x = Math.min(order[i].x, 98 - (order.length - 1 - i) * MARK_GAP);
    }
    return order.filter((one) => one.x >= 0).map(({ list, x }) => {
      const sum = list.reduce((total, i) => total + Math.abs(this.losses[i].points), 0);
      const words = list.map((i) => pick(this.losses[i].reason)).join(' ');
      return html`<button class="mk ${list.includes(this.chosen) ? 'on' : ''}" ${css({ left: `${x}%` })} aria-label=${words} title=${words} @click=${() => { this.chosen = Math.min(...list); }}><span class="lossb">${number(-sum, 1)}</span></button>`;
    });
  }

  /**
   * @param {string} tag
   * @param {number} top
   * @param {number} height
   * @param {number} end
   */
  #lane(tag, top, height, end) {
    const signal = this.plant.signals.find((/** @type {any} */ one) => one.name === tag);
    const values = this.trend?.series?.[tag] ?? [];
    const limit = this.#limitOf(tag);
    const [least, most] = this.#extent(tag) ?? [0, 1];
    const room = Math.max(most - least, 1e-6);
    const y = (/** @type {number} */ v) => top + height * (BOTTOM_PART - ((2 * BOTTOM_PART - 1) * (v - least)) / room);
    let pen = 'M';
    let d = '';
    (this.trend?.t ?? []).forEach((/** @type {number} */ time, /** @type {number} */ i) => {
      if (typeof values[i] === 'number') {
        d += `${pen}${((1000 * time) / end).toFixed(1)} ${y(values[i]).toFixed(1)}`;
        pen = 'L';
      } else {
        pen = 'M';
      }
    });
    const band = signal?.normal ?? null;
    return svg`${top > 0 ? svg`<path d="M0 ${top}H1000" stroke="var(--line)" vector-effect="non-scaling-stroke"/>` : nothing}
      ${band && band[1] > least && band[0] < most ? svg`<rect x="0" y=${Math.max(top, y(Math.min(band[1], most)))} width="1000" height=${Math.max(0, y(Math.max(band[0], least)) - y(Math.min(band[1], most)))} fill="#e0eeeb"/>` : nothing}
      ${limit === undefined ? nothing : svg`<path d="M0 ${y(limit)}H1000" stroke="#c4161c" stroke-dasharray="4 4" vector-effect="non-scaling-stroke"/>`}
      <path d=${d || 'M0 0'} fill="none" stroke="var(--ink-2)" stroke-width="1.7" vector-effect="non-scaling-stroke"/>`;
  }

  #list() {
    return html`<section class="sheet ll scroll"><table class="t"><thead><tr><th>${t('score.col.lost')}</th><th>${t('score.col.reason')}</th><th>${t('score.col.category')}</th><th>${t('score.col.time')}</th><th></th></tr></thead>
      <tbody>${this.losses.map((loss, i) => html`<tr class=${i === this.chosen ? 'sel' : ''} @click=${() => { this.chosen = i; }}><td><span class="lossb">${number(-Math.abs(loss.points), 1)}</span></td><td>${pick(loss.reason)}</td><td class="mut nw">${t(`score.category.${loss.category}`)}</td><td>${clock(loss.time)}</td>
      <td class="num"><button class="btn s" @click=${() => { this.chosen = i; }}>${t('score.evidence.show')}</button></td></tr>`)}
      ${this.losses.length === 0 ? html`<tr><td colspan="5" class="mut">${this.#none()}</td></tr>` : nothing}</tbody></table>${this.#note()}</section>`;
  }

  /** The free text of an incident note: no points are given for it here, an examiner reads it. */
  #note() {
    return this.sheet?.note ? html`<div class="pad"><h2>${t('drill.note.text')}</h2><p class="nt">${this.sheet.note}</p></div>` : nothing;
  }

  /** That nothing is lost; of an open run, that nothing is lost yet. */
  #none() {
    return t(this.sheet?.closed === false ? 'score.none-lost.open' : 'score.none-lost');
  }

  #evidence() {
    const loss = this.losses[this.chosen];
    if (!loss) {
      return html`<aside class="sheet ev good"><div class="pad"><h2>${this.#none()}</h2></div></aside>`;
    }
    return html`<aside class="sheet ev"><div class="pad"><div class="row"><h2>${number(-Math.abs(loss.points), 1)} ${pick(loss.reason)}</h2><span class="sp"></span>${priority(loss.category === 'penalty' ? 1 : loss.category === 'quality' ? 3 : 2, 20)}</div>
      <dl>${loss.rule ? html`<dt>${t('score.rule')}</dt><dd>${pick(loss.rule)}</dd>` : html`<dt>${t('score.col.category')}</dt><dd>${t(`score.category.${loss.category}`)}</dd>`}<dt>${t('score.col.time')}</dt><dd>${clock(loss.time)}</dd>
      ${(loss.evidence ?? []).map((/** @type {any} */ one) => html`<dt>${t('score.evidence')}</dt><dd>${this.#proof(one)}</dd>`)}
      ${loss.before ? html`<dt>${t('score.before')}</dt><dd>${clock(loss.before.time)} ${operationWords(loss.before)}</dd>` : nothing}</dl>
      ${loss.advice ? html`<p class="mut">${pick(loss.advice)}</p>` : nothing}${this.#again(loss)}</div></aside>`;
  }

  /** The way back to the moment of a loss: to look for a teacher, to try again on a branch for whoever may. @param {any} loss */
  #again(loss) {
    const { run } = this;
    const teacher = session.me?.role === 'instructor';
    if (run.rig || this.embedded || (!teacher && !(run.owner === session.me?.account && run.allowed?.rewind))) {
      return nothing;
    }
    const from = Math.max(0, Math.floor(loss.time - BEFORE));
    return html`<p class="row agn">${teacher ? html`<a class="btn s" href=${path`/class/${this.runId}/${Math.floor(loss.time)}`}>${t('score.look', clock(loss.time))}</a>` : nothing}<button class="btn s" title=${t('branch.text')} @click=${() => this.#branch(from)}>${icon('branch')}${t('score.again', clock(from))}</button></p>`;
  }

  /** @param {number} time */
  async #branch(time) {
    try {
      const made = await api.post(path`/api/runs/${this.runId}/branch`, { time });
      router.go(path`/run/${made.id}/graphic`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** Value and criterion of a piece of evidence. @param {any} one */
  #proof(one) {
    const signal = this.plant.signals.find((/** @type {any} */ other) => other.name === one.tag);
    return html`<span>${evidenceWords(one, signal, this.sheet.steps)}</span><br>`;
  }

  /** The whole sheet for paper: every step, quality mark and penalty, and the fingerprints that prove it. */
  #record() {
    const { sheet } = this;
    return html`<section class="paper">${(sheet.steps ?? []).length === 0 ? nothing : html`<h2>${t('score.steps')}</h2><table class="t"><thead><tr><th>${t('score.paper.no')}</th><th>${t('score.paper.step')}</th><th class="num">${t('score.paper.points')}</th><th class="num">${t('score.paper.earned')}</th></tr></thead>
      <tbody>${(sheet.steps ?? []).map((/** @type {any} */ step, /** @type {number} */ i) => html`<tr><td>${step.no ?? i + 1}</td><td>${pick(step.text)}</td><td class="num">${number(step.points, 1)}</td><td class="num">${number(step.earned, 1)}</td></tr>`)}</tbody></table>`}
      <h2>${t('score.evidence')}</h2><table class="t"><tbody>${this.losses.map((loss) => html`<tr><td>${number(-Math.abs(loss.points), 1)}</td><td>${clock(loss.time)}</td><td>${pick(loss.reason)}</td><td>${(loss.evidence ?? []).map((/** @type {any} */ one) => this.#proof(one))}</td></tr>`)}</tbody></table>
      <h2>${t('score.quality')}</h2><table class="t"><tbody>${(sheet.quality ?? []).map((/** @type {any} */ one) => html`<tr><td>${one.tag ?? ''} ${pick(one.text)}</td><td class="num">${number(one.earned, 1)} / ${number(one.points, 1)}</td></tr>`)}</tbody></table>
      <h2>${t('score.penalties')}</h2><table class="t"><tbody>${(sheet.penalties ?? []).map((/** @type {any} */ one) => html`<tr><td>${pick(one.text)}</td><td class="num">${one.count ?? 0}</td><td class="num">${number(-Math.abs(one.lost ?? 0), 1)}</td></tr>`)}</tbody></table>${this.#note()}
      <p class="cap">${this.run.branchOf ? html`${t('branch.sheet', this.run.branchOf, clock(sheet.branchOf?.time ?? 0))}: ${t('branch.no-record')}<br>` : nothing}${this.run.rig ? html`${t(this.run.virtual ? 'score.recorded.virtual' : 'score.recorded')}: ${t('score.recorded.note')}<br>` : nothing}${t('score.paper.rubric', sheet.rubric?.id ?? DASH, sheet.rubric?.version ?? DASH, sheet.rubric?.sha256 ?? DASH)}<br>${t('score.paper.run', this.runId)}<br>${t('score.paper.engine', sheet.engine ?? DASH)}<br>${t('score.paper.journal', sheet.journalHead ?? DASH)}<br>${t('score.paper.state', sheet.stateHash ?? DASH)}</p></section>`;
  }
}

customElements.define('ots-score', Score);
