// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import { exportMenu, keyChoices, takeOut } from './exports.js';

const LEVELS = ['junior', 'intermediate', 'senior'];
/** Who may take a key out. */
const KEY_HOLDERS = ['instructor', 'assessor'];

/** The studies to choose from, and the worksheets one has. */
class HazopHome extends LightElement {
  static properties = { studies: { state: true }, sheets: { state: true }, level: { state: true }, busy: { state: true }, failure: { state: true }, exporting: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.studies = null;
    /** @type {any[]} */
    this.sheets = [];
    this.level = 'junior';
    this.busy = false;
    this.failure = '';
    this.exporting = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      const mine = session.me?.role === 'student' ? api.get('/api/my/worksheets') : Promise.resolve([]);
      [this.studies, this.sheets] = await Promise.all([api.get('/api/hazop/studies'), mine]);
      const open = this.sheets.find((sheet) => !sheet.handIn);
      this.level = open?.level ?? this.level;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {any} study @param {any} scope */
  async #open(study, scope) {
    this.busy = true;
    try {
      const sheet = await api.post('/api/my/worksheets', { study: study.id, level: scope.level, nodes: scope.nodes });
      router.go(path`/hazop/${sheet.id}`);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** A study with its key, as a file. @param {any} study @param {string} format */
  async #takeOut(study, format) {
    this.exporting = study.id;
    try {
      await takeOut(path`/api/hazop/studies/${study.id}/key`, format);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.exporting = '';
  }

  /** The part of its study that a worksheet is about. @param {any} sheet */
  #part(sheet) {
    const study = this.studies?.find((one) => one.id === sheet.study);
    const scope = study?.scopes.find((/** @type {any} */ one) => one.level === sheet.level && one.deviations.includes(sheet.first));
    return scope ? this.#nodes(study, scope) : pick(study?.title) || sheet.study;
  }

  /** @param {any} study @param {any} scope */
  #nodes(study, scope) {
    return scope.nodes.map((/** @type {string} */ id) => `${id} ${pick(study.nodes.find((/** @type {any} */ node) => node.id === id)?.name)}`).join(t('list.comma'));
  }

  render() {
    const open = this.sheets.filter((sheet) => !sheet.handIn);
    const finding = this.studies === null ? '\u00a0' : this.studies.length === 0 ? t('hazop.home.none') : KEY_HOLDERS.includes(session.me?.role ?? '') ? t('report.home', this.studies.length) : open.length > 0 ? t(open.length > 1 ? 'hazop.home.open.more' : 'hazop.home.open', this.#part(open[0]), open.length) : t('hazop.home.choose');
    return html`<div class="station">${bar('hazop')}<main class="wrap hh1"><header class="hd"><h1 class="clamp">${finding}</h1><span class="sp"></span>${session.me?.role === 'instructor' ? html`<a class="btn" href="/hazop/import">${t('import.open.page')}</a><a class="btn" href="/hazop/draft">${t('draft.open')}</a>` : nothing}<a class="btn" href="/hazop/drills">${t('drill.home')}</a></header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      <section class="sheet hzl"><div class="row pad"><h2>${t('hazop.home.new')}</h2><span class="sp"></span>${segment(LEVELS.map((value) => ({ value, text: t(`level.${value}`) })), this.level, (value) => { this.level = value; }, t('hazop.home.level'), 's')}</div>
        <p class="mut hzn">${t(`hazop.home.size.${this.level}`)}</p><div class="scroll">${this.studies?.length === 0 ? html`<p class="mut pad">${t('hazop.home.empty')}</p>` : nothing}${(this.studies ?? []).map((study) => this.#study(study))}</div></section>
      <aside class="sheet hzm"><div class="pad"><h2>${t('hazop.home.mine')}</h2></div><div class="scroll">${this.sheets.length === 0 ? html`<p class="mut pad">${t('hazop.home.mine.none')}</p>` : this.sheets.map((sheet) => this.#sheet(sheet))}</div></aside></main></div>`;
  }

  /** @param {any} study */
  #study(study) {
    const scopes = study.scopes.filter((/** @type {any} */ scope) => scope.level === this.level);
    return html`<div class="hzs"><div class="hzt"><h3>${pick(study.title)}</h3>${KEY_HOLDERS.includes(session.me?.role ?? '') ? exportMenu(t('report.menu.key'), keyChoices(), (format) => this.#takeOut(study, format), this.exporting === study.id) : nothing}</div><p class="cap">${pick(study.disclaimer)}</p>${scopes.map((/** @type {any} */ scope) => {
      const open = this.sheets.find((sheet) => !sheet.handIn && sheet.study === study.id && sheet.level === scope.level && scope.deviations.includes(sheet.first));
      return html`<div class="hzr"><b>${this.#nodes(study, scope)}</b><span class="mut">${t('hazop.home.deviations', scope.deviations.length)}</span>${session.me?.role !== 'student' ? nothing : open ? html`<a class="btn s" href=${path`/hazop/${open.id}`}>${t('home.continue')}</a>` : html`<button class="btn s" ?disabled=${this.busy} @click=${() => this.#open(study, scope)}>${t('home.begin')}</button>`}</div>`;
    })}</div>`;
  }

  /** @param {any} sheet */
  #sheet(sheet) {
    const state = sheet.handIn ? (sheet.scored > 0 ? t(sheet.state === 'released' ? 'hazop.release' : 'hazop.scored', number(sheet.earned, 1), number(sheet.possible, 0)) : t(sheet.level === 'senior' ? 'hazop.release.wait' : 'hazop.waiting')) : t('hazop.home.progress', sheet.submitted, sheet.deviations);
    return html`<a class="hzr" href=${path`/hazop/${sheet.id}`}><span><b>${this.#part(sheet)}</b><span class="cap">${pick(this.studies?.find((one) => one.id === sheet.study)?.title)}<br>${t(`level.${sheet.level}`)} ${date(sheet.openedAt)}</span></span><span class="mut">${state}</span></a>`;
  }
}

customElements.define('ots-hazop', HazopHome);
