// @ts-check
import { html, nothing, svg } from 'lit';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, date, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { Making } from './debrief-data.js';
import { axisWords, LANES, lanes, moments, place } from './debrief-lanes.js';
import { differences, lossList, lostTable } from './debrief-lost.js';
import './debrief-pick.js';

const PENS = 3;
const POINTS = 600;
const HEIGHT = 100;
const TOP = 12;

/** The timeline of a run, alone or with another run of the same task on one axis. */
class Compare extends LightElement {
  static properties = { runId: {}, otherId: {}, plant: { attribute: false }, a: { state: true }, b: { state: true }, align: { state: true }, tags: { state: true }, trendA: { state: true }, trendB: { state: true }, picking: { state: true }, making: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.runId = '';
    this.otherId = '';
    /** @type {any} */
    this.plant = null;
    /** @type {any} */
    this.a = null;
    /** @type {any} */
    this.b = null;
    /** Moment by which the clocks are set; empty for model time. */
    this.align = '';
    /** @type {string[]} */
    this.tags = [];
    /** @type {any} */
    this.trendA = null;
    /** @type {any} */
    this.trendB = null;
    this.picking = false;
    /** @type {Making | null} */
    this.making = null;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.endings.push(() => this.making?.leave());
    this.#load();
  }

  /** @param {Map<string, any>} changed */
  updated(changed) {
    if (changed.has('otherId') && changed.get('otherId') !== undefined) {
      this.#load();
    }
  }

  async #load() {
    const wish = this.otherId;
    this.wish = wish;
    this.failure = '';
    this.picking = false;
    try {
      this.a = this.a ?? (await this.#read(this.runId));
      this.b = wish === '' || !this.a ? null : await this.#read(wish);
      if (this.a && this.wish === wish) {
        this.align = this.b ? moments(this.a, this.b)[0]?.key ?? '' : '';
        this.tags = this.#usual();
        await this.#trends();
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** The debrief of a run; null when somebody cancelled. @param {string} run */
  async #read(run) {
    const making = new Making(run, 'data', () => this.requestUpdate());
    this.making = making;
    if (await making.done()) {
      const data = await api.get(making.address);
      this.making = null;
      return data;
    }
    if (making.problem) {
      this.making = null;
      this.failure = pick(making.problem.message);
    }
    return null;
  }

  /** Tags with curves. */
  get known() {
    return (this.plant?.signals ?? []).filter((/** @type {any} */ signal) => signal.unit);
  }

  /** The tags that tell most of both runs. */
  #usual() {
    const known = new Set(this.known.map((/** @type {any} */ signal) => signal.name));
    const of = (/** @type {any} */ data) => (data ? [...(data.sheet.losses ?? []).flatMap((/** @type {any} */ loss) => (loss.evidence ?? []).map((/** @type {any} */ one) => one.tag)), ...data.alarms.map((/** @type {any} */ one) => one.alarm.replace(/\.[A-Z]+$/, ''))] : []);
    const all = [...of(this.a), ...of(this.b), ...(this.plant?.layout?.related?.default ?? []), ...known];
    // what is measured tells more than how a valve stands
    const measured = new Set(this.known.filter((/** @type {any} */ signal) => signal.normal).map((/** @type {any} */ signal) => signal.name));
    return all.filter((tag, i) => known.has(tag) && all.indexOf(tag) === i).sort((one, two) => Number(measured.has(two)) - Number(measured.has(one))).slice(0, PENS);
  }

  async #trends() {
    const tags = this.tags.map(encodeURIComponent).join(',');
    const of = (/** @type {string} */ run) => api.get(`${path`/api/runs/${run}/trend`}?tags=${tags}&points=${POINTS}`);
    const wish = `${this.otherId} ${tags}`;
    this.drawn = wish;
    if (tags === '') {
      return;
    }
    const trendA = await of(this.runId);
    const trendB = this.b ? await of(this.otherId) : null;
    if (this.drawn === wish) {
      this.trendA = trendA;
      this.trendB = trendB;
    }
  }

  /** @param {number} i @param {string} tag */
  async #pen(i, tag) {
    this.tags = this.tags.map((one, k) => (k === i ? tag : one));
    try {
      await this.#trends();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @returns {import('./debrief-lanes.js').Axis} */
  get axis() {
    const moment = this.b ? moments(this.a, this.b).find((one) => one.key === this.align) : undefined;
    const shift = moment ? moment.a - moment.b : 0;
    const ends = [this.a.run.seconds, ...(this.b ? [this.b.run.seconds + shift] : [])];
    const from = Math.min(0, shift);
    return { from, to: Math.max(...ends, from + 1), zero: moment ? moment.a : from, shifts: [0, shift] };
  }

  /** What the page found, for its heading. */
  get finding() {
    if (!this.a || !this.b) {
      return '';
    }
    const first = differences(this.a, this.b)[0];
    const more = this.b.sheet.total - this.a.sheet.total;
    return !first || Math.abs(first.a - first.b) < 0.005 ? t('debrief.compare.finding.same') : Math.abs(more) < 0.05 ? t('debrief.compare.finding.even', pick(first.text)) : t(more < 0 ? 'debrief.compare.finding.less' : 'debrief.compare.finding', number(Math.abs(more), 1), pick(first.text));
  }

  render() {
    if (this.failure) {
      return html`<section class="sheet pad"><p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p></section>`;
    }
    if (this.making) {
      return this.#wait(this.making);
    }
    if (!this.a) {
      return nothing;
    }
    const { axis } = this;
    // a lane that is empty in both runs says nothing, except that nothing was lost or no alarm came
    const shown = LANES.filter((lane) => ['alarm', 'lost'].includes(lane) || [this.a, this.b].some((data) => data?.marks.some((/** @type {any} */ mark) => mark.lane === lane)));
    return html`<div class="cmp ${this.b ? 'two' : ''}">${this.#controls()}
      ${this.picking ? html`<ots-debrief-pick class="sheet" .runId=${this.runId} .chosen=${this.otherId} @take=${(/** @type {CustomEvent} */ event) => this.#take(event.detail)}></ots-debrief-pick>` : html`
      <section class="sheet tls">${this.#side('a', this.a, t('debrief.compare.one'))}${lanes(this.a, axis, 0, shown)}${this.b ? html`${this.#side('b', this.b, t('debrief.compare.two'))}${lanes(this.b, axis, 1, shown)}` : nothing}${axisWords(axis)}</section>
      <section class="sheet trs">${this.tags.map((tag, i) => this.#trend(tag, i, axis))}</section>
      <section class="sheet dlst scroll"><h2>${t(this.b ? 'debrief.lost.title' : 'debrief.lane.lost')}</h2>${this.b ? lostTable(this.a, this.b) : lossList(this.a)}</section>`}</div>`;
  }

  /** @param {Making} making */
  #wait(making) {
    const stopped = making.state === 'stopped';
    return html`<section class="sheet pad rdg"><h2>${t(stopped ? 'debrief.reading.stopped' : 'debrief.reading')}</h2>${stopped ? html`<p><button class="btn" @click=${() => { this.making = null; this.#load(); }}>${t('debrief.again')}</button></p>` : html`<div class="meter" role="progressbar" aria-label=${t('debrief.reading')} aria-valuenow=${Math.round(100 * making.progress)} aria-valuemin="0" aria-valuemax="100"><i ${css({ width: `${Math.round(100 * making.progress)}%` })}></i></div><p><button class="btn" @click=${() => making.stop()}>${t('debrief.reading.cancel')}</button></p>`}</section>`;
  }

  #controls() {
    const shared = this.b ? moments(this.a, this.b) : [];
    return html`<div class="row ctl">${this.b ? html`<label class="row"><span class="cap">${t('debrief.align')}</span><select class="field" @change=${(/** @type {Event} */ event) => { this.align = /** @type {HTMLSelectElement} */ (event.target).value; }}><option value="" ?selected=${this.align === ''}>${t('debrief.align.time')}</option>${shared.map((one) => html`<option value=${one.key} ?selected=${one.key === this.align}>${pick(one.text)}</option>`)}</select></label>` : nothing}
      <span class="mut cutl" title=${this.finding}><span>${this.finding}</span></span><span class="sp"></span>
      ${this.b ? html`<a class="btn s" href=${path`/debrief/${this.runId}/with`}>${t('debrief.compare.alone')}</a>` : nothing}<button class="btn s" aria-expanded=${String(this.picking)} @click=${() => { this.picking = !this.picking; }}>${icon('branch')}${t(this.b ? 'debrief.compare.other' : 'debrief.compare.choose')}</button></div>`;
  }

  /** @param {string} other */
  #take(other) {
    this.picking = false;
    router.go(path`/debrief/${this.runId}/${other}`);
  }

  /** Whose timeline it is. @param {string} pen @param {any} data @param {string} role */
  #side(pen, data, role) {
    const { run } = data;
    const words = `${run.name} ${run.seat ? t('seat.n', run.seat) : ''} ${run.class ?? ''} ${date(run.startedAt)}`;
    return html`<header class="row sd ${pen}"><span class="let">${pen.toUpperCase()}</span><b>${role}</b><span class="cutl" title=${words}><span>${words}</span></span>${run.branchOf ? html`<span class="tagc">${icon('branch', 14)}${t('debrief.compare.branch')}</span>` : nothing}<span class="sp"></span><span class="mut">${clock(run.seconds)}</span><b class="tot">${number(data.sheet.total, 1)}</b></header>`;
  }

  /** A tag of both runs: one solid, one dashed, each with its letter at its end. @param {string} tag @param {number} i @param {import('./debrief-lanes.js').Axis} axis */
  #trend(tag, i, axis) {
    const signal = this.known.find((/** @type {any} */ one) => one.name === tag);
    const values = [this.trendA, this.trendB].flatMap((one) => (one?.series?.[tag] ?? []).filter((/** @type {any} */ v) => typeof v === 'number'));
    const least = values.length === 0 ? 0 : Math.min(...values);
    const most = values.length === 0 ? 1 : Math.max(...values);
    const y = (/** @type {number} */ v) => HEIGHT - TOP - ((HEIGHT - 2 * TOP) * (v - least)) / Math.max(most - least, 1e-6);
    const a = this.#line(this.trendA, tag, axis, 0, y);
    const b = this.#line(this.trendB, tag, axis, 1, y);
    const zero = (1000 * (axis.zero - axis.from)) / (axis.to - axis.from);
    return html`<div class="trd"><div class="row"><select class="field" aria-label=${t('debrief.trend.tag', i + 1)} @change=${(/** @type {Event} */ event) => this.#pen(i, /** @type {HTMLSelectElement} */ (event.target).value)}>${this.known.map((/** @type {any} */ one) => html`<option value=${one.name} ?selected=${one.name === tag}>${one.name} ${pick(one.text)}</option>`)}</select><span class="sp"></span><span class="cap num">${number(least, signal?.decimals ?? 1)} ${t('debrief.to')} ${number(most, signal?.decimals ?? 1)} ${signal?.unit ?? ''}</span>${i === 0 && this.b ? html`<span class="cap key"><i class="a"></i>${t('debrief.trend.solid')}<i class="b"></i>${t('debrief.trend.dashed')}</span>` : nothing}</div>
      <div class="gr"><svg viewBox="0 0 1000 ${HEIGHT}" preserveAspectRatio="none" role="img" aria-label="${tag} ${pick(signal?.text)}"><rect width="1000" height=${HEIGHT} fill="#f6f8f7"/>${axis.zero > axis.from ? svg`<path d="M${zero} 0V${HEIGHT}" stroke="var(--ink-2)" stroke-dasharray="2 3" vector-effect="non-scaling-stroke"/>` : nothing}${svg`<path d=${a.d} fill="none" stroke="var(--pen-a)" stroke-width="1.8" vector-effect="non-scaling-stroke"/>`}${this.b ? svg`<path d=${b.d} fill="none" stroke="var(--pen-c)" stroke-width="1.8" stroke-dasharray="7 4" vector-effect="non-scaling-stroke"/>` : nothing}</svg>${this.b ? html`${this.#letter('A', 'a', a)}${this.#letter('B', 'b', b, a)}` : nothing}</div></div>`;
  }

  /** The letter at the end of a curve, aside when another is there. @param {string} letter @param {string} pen @param {any} line @param {any} [other] */
  #letter(letter, pen, line, other) {
    if (!line.end) {
      return nothing;
    }
    const [x, y] = line.end;
    const near = other?.end && Math.abs(other.end[1] - y) < 24 && Math.abs(other.end[0] - x) < 4;
    const aside = near ? (y > 50 ? -26 : 26) : 0;
    return html`<span class="let ${pen}" ${css({ left: `${Math.min(97.5, Math.max(0, x))}%`, top: `${Math.max(2, Math.min(76, y + aside - 10))}%` })}>${letter}</span>`;
  }

  /** @param {any} trend @param {string} tag @param {import('./debrief-lanes.js').Axis} axis @param {number} of @param {(value: number) => number} y */
  #line(trend, tag, axis, of, y) {
    let move = 'M';
    let d = '';
    /** @type {number[] | null} */
    let end = null;
    (trend?.t ?? []).forEach((/** @type {number} */ time, /** @type {number} */ i) => {
      const value = trend.series[tag]?.[i];
      if (typeof value === 'number') {
        const x = place(axis, of, time);
        d += `${move}${(10 * x).toFixed(1)} ${y(value).toFixed(1)}`;
        move = 'L';
        end = [x, y(value)];
      } else {
        move = 'M';
      }
    });
    return { d: d || 'M0 0', end };
  }
}

customElements.define('ots-debrief-compare', Compare);
