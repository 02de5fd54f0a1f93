// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import './hazop-home.js';

const MODULES = ['M1', 'M2', 'M3', 'M4', 'M5'];
const LEVELS = ['junior', 'intermediate', 'senior'];
const PLANT = 'ots.hazop.plant';

/** The training tasks as a table of modules and levels; without any, the worksheets to choose from. */
class HazopTasks extends LightElement {
  static properties = { tasks: { state: true }, plant: { state: true }, busy: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.tasks = null;
    this.plant = localStorage.getItem(PLANT) ?? '';
    this.busy = '';
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      this.tasks = await api.get('/api/hazop/tasks');
      if (!this.plants.includes(this.plant)) {
        this.plant = '';
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** Whether this person may look at tasks with their keys. */
  get previews() {
    return ['instructor', 'assessor'].includes(session.me?.role ?? '');
  }

  /** @returns {string[]} */
  get plants() {
    return [...new Set((this.tasks ?? []).map((task) => task.plant))];
  }

  /** @param {string} plant */
  #choose(plant) {
    this.plant = plant;
    localStorage.setItem(PLANT, plant);
  }

  /** @param {any} task */
  async #begin(task) {
    if (task.link) {
      router.go(task.link);
      return;
    }
    this.busy = task.id;
    try {
      const attempt = await api.post('/api/my/hazop-attempts', { task: task.id });
      router.go(path`/hazop-task/${attempt.id}`);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  render() {
    if (this.tasks?.length === 0) {
      return html`<ots-hazop></ots-hazop>`;
    }
    const student = session.me?.role === 'student';
    const shown = (this.tasks ?? []).filter((task) => this.plant === '' || task.plant === this.plant);
    const plants = [{ value: '', text: t('task.plant.all') }, ...this.plants.map((plant) => ({ value: plant, text: t(`task.plant.${plant}`) }))];
    return html`<div class="station">${bar('hazop')}<main class="wrap one tkh"><header class="hd"><h1 class="clamp">${this.#finding(student)}</h1><span class="sp"></span>
      ${this.plants.length > 1 ? segment(plants, this.plant, (plant) => this.#choose(plant), t('task.plant'), 's') : nothing}
      ${student ? nothing : html`<a class="btn s" href="/hazop-attempts">${t('task.attempts')}</a>`}<a class="btn s" href="/hazop-sheets">${t('task.sheets')}</a></header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      <section class="sheet scroll tkm"><table class="tkt"><thead><tr><th class="tkc">${t('task.module')}</th>${LEVELS.map((level) => html`<th>${t(`level.${level}`)}<span class="cap">${t(`task.level.${level}`)}</span></th>`)}</tr></thead>
      <tbody>${MODULES.filter((module) => (this.tasks ?? []).some((task) => task.module === module)).map((module) => html`<tr><th scope="row">${module}<b>${t(`task.${module}`)}</b><span class="cap">${t(`task.${module}.what`)}</span></th>
        ${LEVELS.map((level) => html`<td>${shown.filter((task) => task.module === module && task.level === level).map((task) => this.#task(task, student))}</td>`)}</tr>`)}</tbody></table></section></main></div>`;
  }

  /** @param {boolean} student */
  #finding(student) {
    const tasks = this.tasks;
    if (tasks === null) {
      return '\u00a0';
    }
    if (!student) {
      return t('task.finding.teacher', tasks.length, this.plants.length);
    }
    const open = tasks.find((task) => task.state === 'open');
    const passed = tasks.filter((task) => task.passed).length;
    return open ? t('task.finding.open', pick(open.title), t(`level.${open.level}`)) : passed > 0 ? t('task.finding.passed', passed, tasks.length) : t('task.finding.begin');
  }

  /** @param {any} task @param {boolean} student */
  #task(task, student) {
    const score = task.provisional !== undefined ? html`<span class="tagc" title=${t('task.provisional.why')}>${t('task.provisional', number(task.provisional, 0))}</span>` : task.best === undefined ? nothing : html`<span class="tks ${task.passed ? 'ok' : ''}">${task.passed ? icon('check', 14) : nothing}${t('task.best', number(task.best, 0))}</span>`;
    const state = task.state === 'open' ? html`<span class="tagc acc">${t('task.state.open')}</span>` : task.state === 'submitted' && task.best === undefined && task.provisional === undefined ? html`<span class="tagc">${t('task.state.waiting')}</span>` : score;
    const own = pick(task.title).replace(/^[^:：]*[:：]\s*/, '');
    const alike = (this.tasks ?? []).filter((other) => other.module === task.module && other.level === task.level && other.plant === task.plant);
    const title = this.plant === '' ? `${t(`task.plant.${task.plant}`)}${alike.length > 1 ? ` · ${alike.indexOf(task) + 1}` : ''}` : own.charAt(0).toUpperCase() + own.slice(1);
    return html`<div class="tkx" title=${pick(task.title)}><span class="tkn"><b>${title}</b>${task.state ? nothing : html`<span class="cap">${t('task.minutes', task.minutes)}</span>`}</span>${state}
      ${!student ? (this.previews && !task.link ? html`<a class="btn s" data-preview=${task.id} href=${path`/hazop-preview/${task.id}`} aria-label="${t('task.preview')} ${pick(task.title)}">${t('task.preview')}</a>` : nothing) : task.state === 'open' && task.page ? html`<a class="btn s act" href=${task.page} aria-label="${t('home.continue')} ${pick(task.title)}">${t('home.continue')}</a>`
        : html`${task.page ? html`<a class="btn s q" href=${task.page} title=${t('task.look')} aria-label="${t('task.look')} ${pick(task.title)}">${icon('eye')}</a>` : nothing}<button class="btn s ${this.busy === task.id ? 'busy' : ''}" ?disabled=${this.busy !== ''} data-task=${task.id} aria-label="${task.state ? t('home.again') : t('home.begin')} ${pick(task.title)}" @click=${() => this.#begin(task)}>${task.state ? t('home.again') : t('home.begin')}</button>`}</div>`;
  }
}

customElements.define('ots-hazop-tasks', HazopTasks);
