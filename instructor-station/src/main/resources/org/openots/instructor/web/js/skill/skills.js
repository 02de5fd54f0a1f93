// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { css } from '../core/css.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { bar } from '../station/bar.js';
import '../station/class-task.js';
import './result-export.js';
import { meter, pair, percent, why } from './parts.js';

/** Names of students that are shown before the rest is a number. */
const NAMES = 6;

/** Who of a class has which function of a certificate, and what the class is to train next. */
class ClassSkills extends LightElement {
  static properties = { data: { state: true }, group: { state: true }, code: { state: true }, chosen: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.data = null;
    this.group = '';
    this.code = '';
    this.chosen = -1;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.failure = '';
    const query = new URLSearchParams();
    if (this.group) {
      query.set('class', this.group);
    }
    if (this.code) {
      query.set('certificate', this.code);
    }
    const wish = String(query);
    this.wish = wish;
    try {
      const data = await api.get(`/api/skills?${wish}`);
      if (this.wish === wish) {
        this.data = data;
        this.code = data.certificate;
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const { data } = this;
    return html`<div class="station">${bar('statistics')}<main class="wrap sx">${this.failure ? html`<p class="row err sxh" role="alert">${this.failure} <button class="btn s" @click=${() => this.load()}>${t('action.retry')}</button></p>` : nothing}
      ${data ? html`${this.#head()}${data.students.length === 0 ? html`<section class="sheet pad sxh empty"><h2>${t('skill.nobody')}</h2><p class="mut">${t('skill.nobody.how')}</p></section>` : html`${this.#heat()}<aside class="col sxr">${this.#next()}${this.#means()}${this.#rules()}<ots-result-export .group=${this.group}></ots-result-export></aside>`}` : nothing}</main></div>`;
  }

  #head() {
    const { data } = this;
    const known = data.functions.filter((/** @type {any} */ fn) => fn.mastery !== undefined);
    const weak = known.filter((/** @type {any} */ fn) => fn.mastery < data.rules.ready).length;
    const first = data.next[0];
    const finding = first ? t('skill.finding', pick(first.function.title), first.students.length) : weak === 0 ? t('skill.finding.all') : t('skill.finding.none');
    return html`<header class="sxh"><div class="skh"><span class="cap row">${pair('statistics', 'skills')}<label>${t('stat.class')} <select class="field s" @change=${(/** @type {any} */ event) => { this.group = event.target.value; this.load(); }}><option value="">${t('stat.all')}</option>${data.classes.map((/** @type {string} */ one) => html`<option value=${one} ?selected=${one === this.group}>${one}</option>`)}</select></label><span>${t('stat.people', data.students.length)}</span></span><h1 class="clamp">${finding}</h1></div><span class="sp"></span>
      ${segment(data.certificates.map((/** @type {any} */ one) => ({ value: one.code, text: t(`skill.certificate.${one.code}`) })), this.code, (value) => { this.code = value; this.chosen = -1; this.load(); }, t('subject.certificate'), 's')}</header>`;
  }

  #heat() {
    const { data } = this;
    return html`<section class="sheet hm"><header class="row"><h2>${t('skill.who')}</h2><span class="sp"></span><span class="sw"><i class="skl"></i>${t('skill.scale')}</span></header><div class="hms"><table class="heat skt"><thead><tr><th scope="col" aria-label=${t('stat.person')}></th>${data.functions.map((/** @type {any} */ fn, /** @type {number} */ j) => html`<th scope="col"><button class="colb" aria-pressed=${String(j === this.chosen)} title=${pick(fn.title)} aria-label=${pick(fn.title)} @click=${() => { this.chosen = j === this.chosen ? -1 : j; }}>${j + 1}</button></th>`)}</tr></thead>
      <tbody>${data.students.map((/** @type {any} */ one) => html`<tr><th scope="row" title=${`${one.seat} ${one.name}`}><span>${one.name}</span></th>${one.mastery.map((/** @type {number | null} */ mastery, /** @type {number} */ j) => this.#cell(one, mastery, j))}</tr>`)}</tbody></table></div></section>`;
  }

  /** @param {any} one @param {number | null} mastery @param {number} j */
  #cell(one, mastery, j) {
    const fn = this.data.functions[j];
    const label = mastery === null ? t('skill.untrained') : `${percent(mastery)} %`;
    return html`<td class="${mastery === null ? 'no' : 'skc'} ${j === this.chosen ? 'sel' : ''}" title=${`${one.name} ${pick(fn.title)} ${label}`} aria-label=${label} ${css({ '--m': mastery === null ? null : String(mastery) })}>${mastery === null ? '' : percent(mastery)}</td>`;
  }

  #next() {
    const { data } = this;
    return html`<section class="col"><h2>${t('skill.next')}</h2>${data.next.length === 0 ? html`<p class="mut">${t('skill.next.none')}</p>` : html`<ol class="skn">${data.next.map((/** @type {any} */ one, /** @type {number} */ i) => html`<li><b>${pick(one.function.title)}</b><p>${one.task.id} ${pick(one.task.title)}</p><p class="mut">${why(one, i === 0)}</p>
      ${one.students.length > 0 ? html`<p class="cap">${t('skill.next.who', one.students.length, one.students.slice(0, NAMES).map((/** @type {any} */ who) => who.name).join(t('stat.and')))}${one.students.length > NAMES ? t('skill.next.more') : ''}</p>` : nothing}
      ${one.task.kind === 'run' ? html`<p class="row"><ots-class-task .preset=${one.task.id} .room=${this.group} .rooms=${data.classes}></ots-class-task></p>` : html`<p class="row"><a class="btn s" href=${one.task.kind === 'drill' ? `/hazop/drills/${one.task.id}` : '/hazop'}>${t('subject.open')}</a></p>`}</li>`)}</ol>`}</section>`;
  }

  #means() {
    const { data } = this;
    return html`<section class="col"><h2>${t('skill.mean')} <span class="cap">${t('skill.mark', percent(data.rules.ready))}</span></h2>${data.functions.map((/** @type {any} */ fn, /** @type {number} */ j) => html`<div class="skill ${j === this.chosen ? 'skon' : ''}"><span>${j + 1} ${pick(fn.title)}</span>${fn.mastery === undefined ? html`<span class="mut">${t('subject.none')}</span>` : html`<b>${percent(fn.mastery)}</b>${meter(fn.mastery, data.rules.ready)}`}</div>`)}</section>`;
  }

  /** By what the tries were judged. */
  #rules() {
    const { data } = this;
    const fn = data.functions[this.chosen];
    return html`<section class="col"><h2>${t('skill.rules')}</h2><p class="mut">${t('skill.rules.text', percent(data.rules.well), percent(data.rules.ready), percent(data.rules.mastered))}</p>${fn ? parameterTable(fn) : html`<p class="mut">${t('skill.rules.choose')}</p>`}</section>`;
  }
}

/**
 * Parameters of the skills of a function.
 * @param {any} fn
 */
export function parameterTable(fn) {
  return html`<table class="t skq"><caption class="cap">${pick(fn.title)}</caption><thead><tr><th>${t('skill.one')}</th>${['known', 'learned', 'slip', 'guess'].map((name) => html`<th class="num" title=${t(`skill.${name}.what`)}>${t(`skill.${name}`)}</th>`)}</tr></thead>
    <tbody>${fn.skills.map((/** @type {any} */ one) => html`<tr><td>${pick(one.title)}<br><span class="cap">${one.parameters ? (one.parameters.fitted > 0 ? t('skill.fitted', one.parameters.fitted) : t('skill.usual')) : t('subject.none')}</span></td>${['known', 'learned', 'slip', 'guess'].map((name) => html`<td class="num">${one.parameters ? number(one.parameters[name], 2) : ''}</td>`)}</tr>`)}</tbody></table>`;
}

customElements.define('ots-class-skills', ClassSkills);
