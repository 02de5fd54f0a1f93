// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { number } from '../core/format.js';
import { hasText, pick, t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import '../station/class-task.js';
import { pair, percent, shortTitle } from './parts.js';

const LEVELS = ['junior', 'intermediate', 'senior'];
/** A share of its points from which on a task is shown with a function that is not its main one. */
const ALSO = 0.2;

/** Which task trains which function of a certificate, at which level and on which plant; what there is none for is said. */
class SubjectsPage extends LightElement {
  static properties = { data: { state: true }, code: { state: true }, level: { state: true }, plant: { state: true }, chosen: { state: true }, outline: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.data = null;
    this.code = '';
    this.level = '';
    this.plant = '';
    this.chosen = '';
    /** What the chosen task gives points for. @type {any} */
    this.outline = null;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      this.data = await api.get('/api/subjects');
      this.code = this.code || (this.data.certificates[0]?.code ?? '');
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} id */
  async #choose(id) {
    this.chosen = id;
    this.outline = null;
    if (session.me?.role !== 'instructor') {
      return;
    }
    try {
      const outline = await api.get(path`/api/subjects/${id}`);
      if (this.chosen === id) {
        this.outline = outline;
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  get certificate() {
    return this.data?.certificates.find((/** @type {any} */ one) => one.code === this.code);
  }

  /** Tasks of the chosen plant. @returns {any[]} */
  get tasks() {
    return (this.data?.tasks ?? []).filter((/** @type {any} */ one) => this.plant === '' || one.plant === this.plant);
  }

  get levels() {
    return this.level === '' ? LEVELS : [this.level];
  }

  /**
   * Tasks of a cell: those whose main function it is, and those that show it too.
   * @param {any} fn
   * @param {string} level
   */
  #cell(fn, level) {
    const here = this.tasks.filter((task) => task.level === level && task.functions[fn.id] !== undefined);
    return { main: here.filter((task) => task.main === fn.id), also: here.filter((task) => task.main !== fn.id && task.functions[fn.id] >= ALSO) };
  }

  render() {
    const { certificate } = this;
    return html`<div class="station">${bar('strategy')}<main class="wrap sjx"><header class="sjh">${pair('strategy', 'subjects')}<h1 class="clamp">${certificate ? this.#finding() : '\u00a0'}</h1></header>
      ${this.failure ? html`<p class="row err sjh" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      ${this.data?.mistakes.length > 0 ? html`<div class="row err sjh col" role="alert"><b>${t('subject.mistakes', this.data.mistakes.length)}</b>${this.data.mistakes.map((/** @type {any} */ one) => html`<span>${pick(one)}</span>`)}</div>` : nothing}
      ${certificate ? html`${this.#filters()}${this.#table()}<aside class="sheet sja scroll">${this.#detail()}</aside>` : nothing}</main></div>`;
  }

  #finding() {
    const cells = this.certificate.functions.flatMap((/** @type {any} */ fn) => this.levels.map((level) => this.#cell(fn, level).main.length + this.#cell(fn, level).also.length));
    const filled = cells.filter((/** @type {number} */ count) => count > 0).length;
    return filled === cells.length ? t('subject.finding.all', cells.length) : t('subject.finding', filled, cells.length);
  }

  #filters() {
    const option = (/** @type {any} */ one) => ({ value: one, text: one === '' ? t('task.plant.all') : t(`level.${one}`) });
    return html`<div class="row sjf sjh">${segment(this.data.certificates.map((/** @type {any} */ one) => ({ value: one.code, text: pick(one.title) })), this.code, (value) => { this.code = value; this.chosen = ''; }, t('subject.certificate'), 's')}
      ${segment(['', ...LEVELS].map(option), this.level, (value) => { this.level = value; }, t('hazop.home.level'), 's')}
      <label class="row">${t('task.plant')} <select class="field sjs" @change=${(/** @type {any} */ event) => { this.plant = event.target.value; }}><option value="">${t('task.plant.all')}</option>${this.data.plants.map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${one.id === this.plant}>${this.#plant(one.id)}</option>`)}</select></label></div>`;
  }

  /** @param {string} plant */
  #plant(plant) {
    return hasText(`task.plant.${plant}`) ? t(`task.plant.${plant}`) : pick(this.data.plants.find((/** @type {any} */ one) => one.id === plant)?.title) || plant;
  }

  #table() {
    return html`<section class="sheet scroll tkm"><table class="tkt sjt"><thead><tr><th class="tkc">${t('subject.function')}</th>${this.levels.map((level) => html`<th>${t(`level.${level}`)}</th>`)}</tr></thead>
      <tbody>${this.certificate.functions.map((/** @type {any} */ fn, /** @type {number} */ i) => html`<tr><th scope="row">${i + 1}<b>${pick(fn.title)}</b></th>${this.levels.map((level) => this.#tasks(fn, level))}</tr>`)}</tbody></table></section>`;
  }

  /** @param {any} fn @param {string} level */
  #tasks(fn, level) {
    const { main, also } = this.#cell(fn, level);
    return html`<td>${main.map((task) => this.#chip(task, fn, false))}${also.map((task) => this.#chip(task, fn, true))}${main.length + also.length === 0 ? html`<span class="sjn">${t('subject.none')}</span>` : nothing}</td>`;
  }

  /** @param {any} task @param {any} fn @param {boolean} also */
  #chip(task, fn, also) {
    const name = task.kind === 'hazop' || task.kind === 'drill' ? this.#plant(task.plant) : task.id;
    return html`<button class="sjc ${also ? 'also' : ''} ${task.id === this.chosen ? 'on' : ''}" aria-pressed=${String(task.id === this.chosen)} data-task=${task.id} @click=${() => this.#choose(task.id)}><b>${name}</b><span>${shortTitle(task)}${also ? html` <em>${t('subject.part', percent(task.functions[fn.id]))}</em>` : nothing}</span></button>`;
  }

  #detail() {
    const task = this.data.tasks.find((/** @type {any} */ one) => one.id === this.chosen);
    if (!task) {
      return html`<div class="pad col"><h2>${t('subject.choose')}</h2><p class="mut">${t('subject.choose.how')}</p>${this.#missing()}</div>`;
    }
    const teacher = session.me?.role === 'instructor';
    return html`<div class="pad col"><span class="cap">${task.id} ${this.#plant(task.plant)} ${t(`level.${task.level}`)} ${task.minutes > 0 ? t('task.minutes', task.minutes) : t('home.no-limit')}</span><h2>${shortTitle(task)}</h2>
      ${teacher ? html`<p class="row sjb">${task.kind === 'run' ? html`<ots-class-task .preset=${task.id} .rooms=${[]}></ots-class-task>` : nothing}${task.page ? html`<a class="btn s" href=${task.page}>${t('subject.open')}</a>` : nothing}</p>` : nothing}
      <h3>${t('subject.covers')}</h3><ul class="sjl">${Object.entries(task.functions).map(([id, share]) => html`<li><span>${pick(this.#function(id)?.title)}</span><b class="num">${percent(/** @type {number} */ (share))} %</b></li>`)}</ul>
      ${Object.keys(task.functions).length === 0 ? html`<p class="mut">${t('subject.unmapped')}</p>` : nothing}${teacher ? this.#outline() : nothing}</div>`;
  }

  /** @param {string} id */
  #function(id) {
    return this.data.certificates.flatMap((/** @type {any} */ one) => one.functions).find((/** @type {any} */ one) => one.id === id);
  }

  /** Skills that the certificate asks for and nothing trains. */
  #missing() {
    const skills = this.certificate.functions.flatMap((/** @type {any} */ fn) => fn.skills.filter((/** @type {any} */ one) => one.tasks === 0).map((/** @type {any} */ one) => ({ fn, one })));
    return skills.length === 0 ? nothing : html`<h3>${t('subject.missing', skills.length)}</h3><ul class="sjl">${skills.map(({ fn, one }) => html`<li><span>${pick(one.title)}<br><span class="cap">${pick(fn.title)} ${one.levels.map((/** @type {string} */ level) => t(`level.${level}`)).join(t('stat.and'))}</span></span></li>`)}</ul>`;
  }

  /** Points, what they are for, and the skills they show. */
  #outline() {
    const one = this.outline;
    if (!one) {
      return nothing;
    }
    const row = (/** @type {any} */ item) => html`<li><span>${item.text ? pick(item.text) : t(`subject.item.${item.id.replace('/', '.')}`)}${item.skills.length > 0 ? html`<br><span class="cap">${item.skills.map((/** @type {any} */ skill) => pick(skill)).join(t('stat.and'))}</span>` : nothing}</span><b class="num">${number(item.points, item.points % 1 === 0 ? 0 : 1)}</b></li>`;
    return html`${one.whole.length > 0 ? html`<p class="mut">${t('subject.whole', one.whole.map((/** @type {any} */ skill) => pick(skill)).join(t('stat.and')))}</p>` : nothing}
      ${one.items.length > 0 ? html`<h3>${t('subject.items', one.items.length)}</h3><ul class="sjl">${one.items.map(row)}</ul>` : nothing}
      ${one.penalties.length > 0 ? html`<h3>${t('subject.penalties', one.penalties.length)}</h3><ul class="sjl">${one.penalties.map((/** @type {any} */ item) => html`<li><span>${pick(item.text)}</span><b class="num">${number(-item.points, 0)}</b></li>`)}</ul>` : nothing}`;
  }
}

customElements.define('ots-subjects', SubjectsPage);
