// @ts-check
import { html, nothing, svg } from 'lit';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number, signed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { operationWords } from '../core/operation-words.js';
import { segment } from '../core/dialog.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from './bar.js';
import './debrief-compare.js';
import './debrief-export.js';
import { shiftFinding, shiftTable, shiftWords } from './debrief-times.js';

const LANES = 3;
const POINTS = 600;
const AGAIN_MS = 1000;
const HEIGHT = 100;
/** Parts of a lane that are left free above its curve, for words, and below it. */
const ABOVE = 0.34;
const BELOW = 0.1;
/** Marks closer than this on the time line share a place, percent of its length. */
const NEAR = 7;
/** A deed that stands for less harm than this changed nothing. */
const NOTHING = 0.05;

/** Why a run went wrong: beside it the run as it would have been without one of the things that were done. */
class Debrief extends LightElement {
  static properties = { runId: {}, view: {}, run: { state: true }, plant: { state: true }, found: { state: true }, chosen: { state: true }, moved: { state: true }, actual: { state: true }, other: { state: true }, events: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.runId = '';
    /** Empty for the causes, `times` for other times of deeds, `with` for the timeline, or the run to compare with. */
    this.view = '';
    /** @type {any} */
    this.run = null;
    /** @type {any} */
    this.plant = null;
    /** @type {any} */
    this.found = null;
    this.chosen = 0;
    this.moved = 0;
    /** @type {any} */
    this.actual = null;
    /** @type {any} */
    this.other = null;
    /** @type {any[]} */
    this.events = [];
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.endings.push(() => clearTimeout(this.timer));
  }

  /** Whether the causes may be told. */
  get tells() {
    return ['instructor', 'assessor'].includes(session.me?.role ?? '') && this.run && !this.run.rig;
  }

  /** Whether the timeline is shown. */
  get timeline() {
    return !this.tells || (this.view !== '' && this.view !== 'times');
  }

  async #load() {
    this.failure = '';
    try {
      this.run = await api.get(path`/api/runs/${this.runId}`);
      this.plant = await api.get(path`/api/plants/${this.run.plant}`);
      if (this.tells) {
        // what is known is shown; whoever only looks at the timeline starts no search
        this.found = await (this.timeline ? api.get(path`/api/runs/${this.runId}/causes`) : api.post(path`/api/runs/${this.runId}/causes`, {}));
        this.#wait();
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {Map<string, any>} changed */
  updated(changed) {
    if (changed.has('view') && changed.get('view') !== undefined && this.tells && !this.timeline) {
      if (this.found && this.found.state !== 'none') {
        this.#pictures();
      } else {
        this.#load();
      }
    }
  }

  /** Asks again until the causes are known. */
  #wait() {
    clearTimeout(this.timer);
    if (this.found.state === 'done') {
      this.#pictures();
    } else if (this.found.state === 'waiting' || this.found.state === 'working') {
      this.timer = setTimeout(async () => {
        try {
          this.found = await api.get(path`/api/runs/${this.runId}/causes`);
          this.#wait();
        } catch (error) {
          this.failure = errorText(error);
        }
      }, AGAIN_MS);
    } else if (this.found.problem) {
      this.failure = pick(this.found.problem.message);
    }
  }

  async #stop() {
    try {
      this.found = await api.delete(path`/api/runs/${this.runId}/causes`);
      this.#wait();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  get cause() {
    return this.found?.causes?.[this.shift ? this.shift.cause : this.chosen];
  }

  /** The other time that is looked at. */
  get shift() {
    return this.view === 'times' ? this.found?.times?.[this.moved] : undefined;
  }

  /** Tags whose curves tell most of the chosen cause. */
  get lanes() {
    const known = new Set((this.plant?.signals ?? []).map((/** @type {any} */ signal) => signal.name));
    const related = this.plant?.layout?.related ?? {};
    const alarmed = this.events.filter((event) => event.kind === 'alarm' && event.code === 'unack').map((event) => event.subject.replace(/\.[A-Z]+$/, ''));
    const tags = [this.cause?.subject ?? '', ...(related[this.cause?.subject ?? ''] ?? []), ...alarmed, ...(related.default ?? [])];
    return tags.filter((tag, i) => known.has(tag) && tags.indexOf(tag) === i && this.plant.signals.find((/** @type {any} */ one) => one.name === tag)?.unit).slice(0, LANES);
  }

  async #pictures() {
    const wish = this.shift ? `times/${this.moved}` : `${this.chosen}`;
    this.wish = wish;
    this.other = null;
    try {
      this.events = (await api.get(path`/api/runs/${this.runId}/events`)) ?? [];
      const tags = this.lanes.map(encodeURIComponent).join(',');
      if (!this.cause || !tags) {
        return;
      }
      const actual = await api.get(`${path`/api/runs/${this.runId}/trend`}?tags=${tags}&points=${POINTS}`);
      const other = await api.get(`${path`/api/runs/${this.runId}/causes/`}${wish}/trend?tags=${tags}`);
      if (this.wish === wish) {
        this.actual = actual;
        this.other = other;
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {number} rank */
  #choose(rank) {
    this.chosen = rank;
    this.#pictures();
  }

  /** @param {number} rank */
  #move(rank) {
    this.moved = rank;
    this.#pictures();
  }

  /** What a cause is called. @param {any} cause */
  #name(cause) {
    return cause.kind === 'fault' ? `${cause.subject} ${cause.title ? pick(cause.title) : ''}` : operationWords(cause.operations[0]);
  }

  render() {
    const inner = this.timeline && this.run && this.plant;
    return html`<div class="station">${bar(session.me?.role === 'student' ? 'history' : 'class')}<main class="wrap db ${this.timeline ? 'line' : ''}">${this.failure ? html`<p class="row err dh" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      ${this.run ? this.#head() : nothing}
      ${inner ? html`<ots-debrief-compare class="dh" .runId=${this.runId} .otherId=${['', 'with', 'times'].includes(this.view) ? '' : this.view} .plant=${this.plant}></ots-debrief-compare>` : nothing}${this.tells && !this.timeline ? this.#causes() : nothing}</main></div>`;
  }

  #causes() {
    const done = this.found?.state === 'done';
    const working = this.found?.state === 'waiting' || this.found?.state === 'working';
    const { shift } = this;
    const other = this.cause && (shift ? t('debrief.times.title', this.#name(this.cause), shiftWords(shift.seconds)) : t('debrief.without', this.#name(this.cause)));
    return html`${working ? html`<section class="sheet pad dh wait"><h2>${t('debrief.working')}</h2><p class="mut">${t('debrief.working.how')}</p><div class="meter" role="progressbar" aria-label=${t('debrief.working')} aria-valuenow=${Math.round(100 * this.found.progress)} aria-valuemin="0" aria-valuemax="100"><i ${css({ width: `${Math.round(100 * this.found.progress)}%` })}></i></div><p><button class="btn" @click=${() => this.#stop()}>${t('debrief.stop')}</button></p></section>` : nothing}
      ${this.found?.state === 'stopped' ? html`<section class="sheet pad dh"><p>${t('debrief.stopped')}</p><p><button class="btn" @click=${() => this.#load()}>${t('debrief.again')}</button></p></section>` : nothing}
      ${done && this.cause && (this.view !== 'times' || shift) ? html`${this.#side('a', t('debrief.actual'), t('debrief.actual.what', clock(this.end)), this.found.score, this.actual, this.events)}${this.#side('b', other, t(shift ? 'debrief.times.what' : 'debrief.without.what'), this.other?.score, this.other, this.other?.events ?? [])}${shift ? shiftTable(this.found, this.moved, (cause) => this.#name(cause), (rank) => this.#move(rank)) : this.#table()}` : nothing}
      ${done && !this.cause ? html`<section class="sheet pad dh"><p>${t('debrief.empty')}</p></section>` : nothing}${done && this.cause && this.view === 'times' && !shift ? html`<section class="sheet pad dh"><p>${t('debrief.times.none')}</p></section>` : nothing}`;
  }

  get end() {
    const times = this.actual?.t ?? [];
    return times[times.length - 1] ?? 0;
  }

  /** What was found, in a sentence. */
  get finding() {
    const first = this.found?.causes?.[0];
    if (this.timeline) {
      return t('debrief.compare.title');
    }
    if (this.found?.state !== 'done') {
      return t('debrief.title');
    }
    if (this.view === 'times') {
      return shiftFinding(this.found, (cause) => this.#name(cause));
    }
    return !first || first.weight < NOTHING ? t('debrief.no-cause') : first.without.trips < this.found.harm.trips ? t('debrief.finding.trips', this.#name(first), this.found.harm.trips - first.without.trips) : t('debrief.finding.alarms', this.#name(first), this.found.harm.alarms - first.without.alarms);
  }

  #head() {
    const { run, finding } = this;
    const views = [{ value: '', text: t('debrief.tab.causes') }, { value: 'times', text: t('debrief.tab.times') }, { value: 'with', text: t('debrief.tab.compare') }];
    return html`<header class="dh"><div class="cutl"><span class="cap">${run.seat ? t('seat.n', run.seat) : ''} ${run.name ?? ''} ${run.task} ${pick(run.title)}</span><h1 class="cutl"><span title=${finding}>${finding}</span></h1></div><span class="sp"></span>${this.tells ? segment(views, this.timeline ? 'with' : this.view, (view) => router.go(view === '' ? path`/debrief/${this.runId}` : path`/debrief/${this.runId}/${view}`), t('debrief.tabs')) : nothing}<ots-debrief-export class="row" .runId=${this.runId}></ots-debrief-export><a class="btn" href="/score/${this.runId}">${icon('back')}${t('debrief.score')}</a></header>`;
  }

  /** @param {string} pen @param {string} title @param {string} what @param {number | undefined} score @param {any} trend @param {any[]} events */
  #side(pen, title, what, score, trend, events) {
    return html`<section class="sheet rn ${pen}"><header class="row"><div class="cutl"><h2 class="cutl"><span title=${title}>${title}</span></h2><span class="mut">${what}</span></div><span class="sp"></span><span class="big num">${score === undefined ? '' : number(score, 1)}</span></header>
      <div class="lanes">${this.lanes.map((tag) => this.#lane(tag, trend, pen))}</div>${this.#marks(events)}</section>`;
  }

  /** Least and most value of a tag in both runs. @param {string} tag */
  #extent(tag) {
    const values = [this.actual, this.other].flatMap((one) => (one?.series?.[tag] ?? []).filter((/** @type {any} */ v) => typeof v === 'number'));
    return values.length === 0 ? [0, 1] : [Math.min(...values), Math.max(...values)];
  }

  /** @param {string} tag @param {any} trend @param {string} pen */
  #lane(tag, trend, pen) {
    const signal = this.plant.signals.find((/** @type {any} */ one) => one.name === tag);
    const [least, most] = this.#extent(tag);
    const room = Math.max(most - least, 1e-6);
    const y = (/** @type {number} */ v) => HEIGHT * (1 - BELOW - ((1 - ABOVE - BELOW) * (v - least)) / room);
    const end = Math.max(1, this.end);
    let move = 'M';
    let d = '';
    (trend?.t ?? []).forEach((/** @type {number} */ time, /** @type {number} */ i) => {
      const value = trend.series[tag]?.[i];
      if (typeof value === 'number') {
        d += `${move}${((1000 * time) / end).toFixed(1)} ${y(value).toFixed(1)}`;
        move = 'L';
      } else {
        move = 'M';
      }
    });
    const at = (1000 * (this.cause?.time ?? 0)) / end;
    return html`<div class="ln"><svg viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none" aria-hidden="true"><rect width="1000" height=${HEIGHT} fill="#f6f8f7"/>${svg`<path d="M${at} 0V${HEIGHT}" stroke="var(--ink-2)" stroke-dasharray="2 3" vector-effect="non-scaling-stroke"/><path d=${d || 'M0 0'} fill="none" stroke="var(--pen-${pen === 'a' ? 'a' : 'c'})" stroke-width="1.8" vector-effect="non-scaling-stroke"/>`}</svg><span class="lt">${tag} ${pick(signal?.text)}</span><span class="lv">${number(least, signal?.decimals ?? 1)} ${t('debrief.to')} ${number(most, signal?.decimals ?? 1)} ${signal?.unit ?? ''}</span></div>`;
  }

  /** The deed, interlocks and the first urgent alarms below the curves. @param {any[]} events */
  #marks(events) {
    const end = Math.max(1, this.end);
    // interlocks have the places they need, alarms what is left
    const chosen = [...events.filter((event) => event.kind === 'interlock-tripped'), ...events.filter((event) => event.kind === 'alarm' && event.code === 'unack' && event.priority <= 2)];
    /** @type {any[]} */
    const shown = [];
    for (const event of chosen) {
      const left = (100 * event.time) / end;
      if (shown.every((one) => Math.abs(one.left - left) >= NEAR)) {
        shown.push({ event, left });
      }
    }
    return html`<div class="evl">${shown.slice(0, 8).map(({ event, left }) => html`<span class="mk" title=${`${clock(event.time)} ${pick(event.text)}`} ${css({ left: `${Math.min(96, Math.max(4, left))}%` })}>${priority(event.kind === 'alarm' ? event.priority ?? 2 : 1)}<small>${event.kind === 'alarm' ? event.subject.replace(/\.[A-Z]+$/, '') : t('debrief.trip')}</small></span>`)}</div>`;
  }

  #table() {
    const most = Math.max(NOTHING, ...this.found.causes.map((/** @type {any} */ one) => one.weight));
    return html`<section class="sheet rk scroll"><table class="t"><thead><tr><th>${t('debrief.rank')}</th><th>${t('debrief.cause')}</th><th>${t('debrief.when')}</th><th>${t('debrief.weight')}</th><th>${t('debrief.result')}</th><th class="num">${t('debrief.points')}</th><th></th></tr></thead><tbody>${this.found.causes.map((/** @type {any} */ cause, /** @type {number} */ i) => html`<tr class=${i === this.chosen ? 'sel' : ''}><td><b>${i + 1}</b></td><td><span class="nm" title=${this.#name(cause)}>${this.#name(cause)}</span> <span class="tagc">${t(`debrief.kind.${cause.kind}`)}</span></td><td>${clock(cause.time)}${cause.operations.length > 1 ? ` ${t('debrief.steps', cause.operations.length)}` : ''}</td><td><span class="wbar" ${css({ width: `${Math.max(0, Math.round((120 * cause.weight) / most))}px` })}></span></td><td>${cause.weight < NOTHING && cause.weight > -NOTHING ? t('debrief.same') : t('debrief.harm', cause.without.trips, cause.without.alarms)}</td><td class="num">${signed(cause.points, 1)}</td><td><button class="btn s" aria-pressed=${String(i === this.chosen)} @click=${() => this.#choose(i)}>${icon('play')}${t('debrief.look')}</button></td></tr>`)}</tbody></table></section>`;
  }
}

customElements.define('ots-debrief', Debrief);
