// @ts-check
import { html, nothing, svg } from 'lit';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { segment, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { DASH, number, typed } from '../core/format.js';
import { language, pick, t } from '../core/i18n.js';
import { pair } from '../skill/parts.js';
import '../skill/result-export.js';
import { bar } from './bar.js';

const KEEPS = ['best', 'first', 'latest'];
/** A share of points above or below this is all or nothing. */
const EDGE = 1e-6;
/** The width of the drawing of the distribution, px, and of a class of scores, points. */
const WIDTH = 336;
const HEIGHT = 108;
const CLASS = 2.5;
const DOT = 4.8;
/** Scores below this share the left end of the drawing when nobody has less. */
const LOWEST = 40;

/** Where a class loses points, how good the items are, and whether two classes did equally well. */
class Statistics extends LightElement {
  static properties = { choices: { state: true }, task: { state: true }, group: { state: true }, keep: { state: true }, report: { state: true }, chosen: { state: true }, other: { state: true }, margin: { state: true }, marginWrong: { state: true }, comparison: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.choices = null;
    this.task = '';
    this.group = '';
    this.keep = 'best';
    /** @type {any} */
    this.report = null;
    this.chosen = -1;
    this.other = '';
    this.margin = '5';
    this.marginWrong = '';
    /** @type {any} */
    this.comparison = null;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#start();
  }

  async #start() {
    this.failure = '';
    try {
      this.choices = await api.get('/api/statistics');
      this.task = this.task || this.choices?.[0]?.id || '';
      await this.#load();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  async #load() {
    if (!this.task) {
      return;
    }
    this.failure = '';
    this.comparison = null;
    const wish = `${this.task} ${this.group} ${this.keep}`;
    this.wish = wish;
    try {
      const group = this.group ? `&class=${encodeURIComponent(this.group)}` : '';
      const report = await api.get(`${path`/api/statistics/tasks/${this.task}`}?keep=${this.keep}${group}`);
      if (this.wish === wish) {
        this.report = report;
        this.chosen = report.hardest[0] ?? -1;
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** Classes that have results in this task. */
  get classes() {
    return (this.choices ?? []).find((one) => one.id === this.task)?.classes ?? [];
  }

  /** @param {string} task */
  #chooseTask(task) {
    this.task = task;
    this.group = this.classes.some((/** @type {any} */ one) => one.id === this.group) ? this.group : '';
    this.other = '';
    this.#load();
  }

  render() {
    const report = this.report;
    return html`<div class="station">${bar('statistics')}<main class="wrap sx">${this.failure ? html`<p class="row err sxh" role="alert">${this.failure} <button class="btn s" @click=${() => this.#start()}>${t('action.retry')}</button></p>` : nothing}
      ${this.choices && this.choices.length === 0 ? html`<section class="sheet pad sxh empty"><h2>${t('stat.empty')}</h2><p class="mut">${t('stat.empty.how')}</p><p><a class="btn" href="/class">${t('nav.class')}</a></p></section>` : nothing}
      ${report ? html`${this.#head()}${this.#heat()}<aside class="col sxr">${this.#dots()}${this.#hardest()}${this.#item()}${this.#quality()}${this.#compare()}<ots-result-export .group=${this.group}></ots-result-export></aside>` : nothing}</main></div>`;
  }

  #head() {
    const { report } = this;
    const first = report.hardest[0];
    const short = first === undefined ? 0 : report.shares.filter((/** @type {any[]} */ row) => row[first] !== null && row[first] < 1 - EDGE).length;
    const finding = report.results.length === 0 ? t('stat.none') : first === undefined ? t('stat.all-full') : t(`stat.finding.${report.items[first].kind}`, this.#number(first), short);
    return html`<header class="sxh"><div class="cutl"><span class="cap row">${pair('statistics', 'statistics')}<label>${t('stat.task')} <select class="field s" @change=${(/** @type {any} */ event) => this.#chooseTask(event.target.value)}>${(this.choices ?? []).map((one) => html`<option value=${one.id} ?selected=${one.id === this.task}>${one.id} ${pick(one.title)}</option>`)}</select></label>
      <label>${t('stat.class')} <select class="field s" @change=${(/** @type {any} */ event) => { this.group = event.target.value; this.#load(); }}><option value="" ?selected=${this.group === ''}>${t('stat.all')}</option>${this.classes.map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${one.id === this.group}>${one.id || t('stat.no-class')}</option>`)}</select></label>
      <span>${t('stat.people', report.results.length)}</span></span><h1 class="cutl"><span>${finding}</span></h1></div><span class="sp"></span>
      ${segment(KEEPS.map((value) => ({ value, text: t(`stat.keep.${value}`) })), this.keep, (value) => { this.keep = value; this.#load(); }, t('stat.keep'))}${['xlsx', 'pdf'].map((format) => html`<a class="btn" download href=${this.#file(format)} title=${t(`stat.file.${format}`)}>${format.toUpperCase()}</a>`)}</header>`;
  }

  /** @param {string} format */
  #file(format) {
    const group = this.group ? `&class=${encodeURIComponent(this.group)}` : '';
    return `${path`/api/statistics/tasks/${this.task}/file`}?format=${format}&lang=${language() === 'en' ? 'en' : 'zh'}&keep=${this.keep}${group}`;
  }

  /** What an item is called in short: steps by their place, quality items by a letter. @param {number} item */
  #number(item) {
    const one = this.report.items[item];
    const place = this.report.items.slice(0, item + 1).filter((/** @type {any} */ other) => other.kind === one.kind).length;
    return one.kind === 'step' ? String(place) : `Q${place}`;
  }

  #heat() {
    const { report } = this;
    const count = report.items.length;
    const most = Math.max(EDGE, ...report.items.map((/** @type {any} */ item) => item.lost ?? 0));
    const cell = (/** @type {number | null} */ share) => (share === null ? 'no' : share > 1 - EDGE ? 'full' : share < EDGE ? 'zero' : 'part');
    const legend = (/** @type {string} */ kind) => html`<span class="sw"><i class=${kind}></i>${t(`stat.${kind}`)}</span>`;
    return html`<section class="sheet hm"><header class="row"><h2>${t('stat.where')}</h2><span class="sp"></span>${legend('full')}${legend('part')}${legend('zero')}</header>
      ${count === 0 ? html`<p class="mut pad">${t('stat.no-items')}</p>` : html`<div class="hms"><table class="heat"><thead><tr class="bars"><td></td>${report.items.map((/** @type {any} */ item, /** @type {number} */ j) => html`<td aria-hidden="true"><i class=${report.hardest.includes(j) ? 'h' : ''} ${css({ height: `${Math.round((100 * (item.lost ?? 0)) / most)}%` })}></i></td>`)}</tr>
        <tr><th scope="col" aria-label=${t('stat.person')}></th>${report.items.map((/** @type {any} */ item, /** @type {number} */ j) => html`<th scope="col"><button class="colb" aria-pressed=${String(j === this.chosen)} title=${pick(item.text)} aria-label=${`${this.#number(j)} ${pick(item.text)}`} @click=${() => { this.chosen = j; }}>${this.#number(j)}</button></th>`)}</tr></thead>
        <tbody>${report.results.map((/** @type {any} */ result, /** @type {number} */ i) => html`<tr><th scope="row"><a href="/score/${result.run}" title=${`${result.seat} ${result.name} ${number(result.score, 1)}`}><span>${result.name}</span></a></th>${report.shares[i].map((/** @type {number | null} */ share, /** @type {number} */ j) => html`<td class="${cell(share)}${j === this.chosen ? ' sel' : ''}" aria-label=${share === null ? DASH : `${number(100 * share, 0)} %`} title=${`${result.name} ${this.#number(j)} ${share === null ? t('stat.other-rubric') : `${number(100 * share, 0)} %`}`}></td>`)}</tr>`)}</tbody></table></div>`}</section>`;
  }

  /** One dot a person. */
  #dots() {
    const { report } = this;
    const scores = report.results.map((/** @type {any} */ one) => one.score);
    const low = Math.min(LOWEST, ...scores.map((/** @type {number} */ one) => Math.floor(one / 20) * 20));
    const x = (/** @type {number} */ score) => 12 + ((WIDTH - 24) * (score - low)) / (100 - low);
    /** @type {Map<number, number>} */
    const heights = new Map();
    for (const score of scores) {
      const at = Math.min(100 - CLASS, Math.floor(score / CLASS) * CLASS);
      heights.set(at, (heights.get(at) ?? 0) + 1);
    }
    const top = Math.max(1, ...heights.values());
    const gap = Math.min(11, 66 / top);
    const radius = Math.min(DOT, gap / 2);
    const dist = report.distribution;
    const spread = dist ? t('stat.spread', number(dist.mean, 1), number(dist.deviation, 1), number(dist.median, 1), number(dist.least, 1), number(dist.most, 1)) : '';
    return html`<section><div class="row"><h2>${t('stat.distribution')}</h2><span class="sp"></span><span class="mut">${t('stat.dot')}</span></div><svg class="dots" viewBox="0 0 ${WIDTH} ${HEIGHT}" role="img" aria-label=${spread}>
      ${[...heights].flatMap(([at, many]) => Array.from({ length: many }, (_, i) => svg`<circle cx=${x(at + CLASS / 2)} cy=${78 - i * gap} r=${radius} fill="var(--act)"/>`))}
      <path d="M4 84H${WIDTH - 4}" stroke="var(--line-2)"/><path d="M${x(report.pass)} 10V90" stroke="var(--ink)" stroke-width="1.5"/>
      ${Array.from({ length: (100 - low) / 20 + 1 }, (_, i) => low + 20 * i).map((one) => svg`<text x=${x(one)} y="103" text-anchor=${one === 100 ? 'end' : one === low ? 'start' : 'middle'} font-size="12" fill="var(--ink-2)">${one === report.pass ? t('stat.pass', one) : one}</text>`)}</svg><p class="mut">${spread}</p></section>`;
  }

  #hardest() {
    const { report } = this;
    if (report.hardest.length === 0) {
      return nothing;
    }
    return html`<section><h2>${t('stat.teach')}</h2><ul class="wk">${report.hardest.map((/** @type {number} */ j) => {
      const rows = report.shares.map((/** @type {any[]} */ row, /** @type {number} */ i) => ({ share: row[j], i })).filter((/** @type {any} */ one) => one.share !== null && one.share < 1 - EDGE);
      const worst = rows.reduce((/** @type {any} */ a, /** @type {any} */ b) => (b.share < a.share ? b : a), rows[0]);
      return html`<li><b>${this.#number(j)}</b><span>${pick(report.items[j].text)}</span><span class="mut">${t('stat.lost', rows.length, number(100 * report.items[j].lost, 0))}</span>${worst ? html`<a class="btn s" href="/score/${report.results[worst.i].run}">${t('stat.example')}</a>` : nothing}</li>`;
    })}</ul></section>`;
  }

  /** How the chosen item did its work. */
  #item() {
    const item = this.report.items[this.chosen];
    if (!item || item.difficulty === undefined) {
      return nothing;
    }
    const row = (/** @type {string} */ key, /** @type {any} */ value) => html`<dt title=${t(`stat.${key}.what`)}>${t(`stat.${key}`)}</dt><dd class="num">${value}</dd>`;
    return html`<section class="itm"><h2>${t('stat.item', this.#number(this.chosen))}</h2><p>${pick(item.text)}</p><dl>${row('difficulty', number(item.difficulty, 2))}${row('discrimination', number(item.discrimination, 2))}${row('gap', number(item.spread, 2))}${row('full-none', `${item.full} / ${item.none}`)}</dl>
      ${item.flags.map((/** @type {string} */ flag) => html`<p class="tagc t3">${t(`stat.flag.${flag}`)}</p>`)}</section>`;
  }

  #quality() {
    const { reliability, secondLook, comparable, results } = this.report;
    const names = new Map(results.map((/** @type {any} */ one) => [one.account, one.name]));
    return html`<section class="col"><h2>${t('stat.reliability')}</h2>${reliability ? html`<p>${t('stat.alpha', number(reliability.alpha, 2), number(reliability.low, 2), number(reliability.high, 2))}${reliability.kr20 === undefined ? nothing : html` ${t('stat.kr20', number(reliability.kr20, 2))}`}</p><p>${t('stat.error', number(reliability.error, 1))}</p>
      ${secondLook.length > 0 ? html`<p>${t('stat.second', secondLook.map((/** @type {string} */ one) => names.get(one)).join(t('stat.and')))}</p>` : nothing}` : html`<p class="mut">${t('stat.too-few', comparable)}</p>`}</section>`;
  }

  async #ask() {
    const margin = typed(this.margin);
    this.marginWrong = margin >= 0.1 && margin <= 100 ? '' : t('stat.margin.wrong');
    if (this.marginWrong) {
      return;
    }
    try {
      this.comparison = await api.get(`${path`/api/statistics/tasks/${this.task}/comparison`}?keep=${this.keep}&a=${encodeURIComponent(this.group)}&b=${encodeURIComponent(this.other)}&margin=${margin}`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** Two classes. */
  #compare() {
    const others = this.classes.filter((/** @type {any} */ one) => one.id !== this.group);
    if (this.group === '' || others.length === 0) {
      return this.classes.length > 1 ? html`<section class="col"><h2>${t('stat.compare')}</h2><p class="mut">${t('stat.compare.how')}</p></section>` : nothing;
    }
    const one = this.comparison;
    return html`<section class="col"><h2>${t('stat.compare')}</h2><div class="row"><select class="field" aria-label=${t('stat.compare.with')} @change=${(/** @type {any} */ event) => { this.other = event.target.value; this.comparison = null; }}><option value="">${t('stat.compare.with')}</option>${others.map((/** @type {any} */ other) => html`<option value=${other.id} ?selected=${other.id === this.other}>${other.id || t('stat.no-class')}</option>`)}</select>
      <label class="row">±<input class="field num" size="4" inputmode="decimal" aria-label=${t('stat.margin')} title=${t('stat.margin')} .value=${this.margin} @input=${(/** @type {any} */ event) => { this.margin = event.target.value; }}></label><button class="btn s" ?disabled=${this.other === ''} @click=${() => this.#ask()}>${t('stat.compare.do')}</button></div>${wrong(this.marginWrong)}
      ${one ? html`<p><b>${t(`stat.verdict.${one.verdict ?? 'too-few'}`, number(one.margin, 1))}</b> ${one.verdict ? t('stat.difference', number(one.difference, 1), number(one.low, 1), number(one.high, 1), one.first, one.second) : ''}</p>` : nothing}</section>`;
  }
}

customElements.define('ots-statistics', Statistics);
