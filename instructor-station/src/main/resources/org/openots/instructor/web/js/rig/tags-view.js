// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { DASH } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { age, lookOf, qualityIcon } from '../core/quality.js';
import { reading } from './rig-words.js';

/** @typedef {import('./rig-words.js').RigTag} RigTag */

/** How often the values are asked for, ms. */
const REFRESH_MS = 1000;
const QUALITIES = ['all', 'GOOD', 'UNCERTAIN', 'BAD'];
const GRADES = ['all', 'native', 'foreign'];

/** The tags of the rig: value, quality, where it comes from, calibration. Their order and place stay while values change. */
class TagsView extends LightElement {
  static properties = { tags: { state: true }, failure: { state: true }, search: { state: true }, quality: { state: true }, grade: { state: true }, overdue: { state: true } };

  constructor() {
    super();
    /** @type {RigTag[] | null} */
    this.tags = null;
    this.failure = '';
    this.search = '';
    this.quality = 'all';
    this.grade = 'all';
    this.overdue = false;
    this.asking = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.every(REFRESH_MS, () => document.visibilityState === 'visible' && this.#load());
  }

  async #load() {
    if (this.asking) {
      return;
    }
    this.asking = true;
    try {
      this.tags = await api.get('/api/rig/tags');
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
    this.asking = false;
  }

  /** @returns {RigTag[]} */
  get shown() {
    const wanted = this.search.trim().toLowerCase();
    return (this.tags ?? []).filter((one) => (this.quality === 'all' || one.level === this.quality)
      && (this.grade === 'all' || one.grade === this.grade) && (!this.overdue || one.calibration?.overdue)
      && (wanted === '' || [one.tag, pick(one.text), one.topic, one.item].some((text) => (text ?? '').toLowerCase().includes(wanted))));
  }

  render() {
    const { shown, tags } = this;
    const grades = new Set((tags ?? []).map((one) => one.grade));
    const due = (tags ?? []).filter((one) => one.calibration?.overdue).length;
    return html`<section class="sheet rgv"><div class="row rgbar"><label class="rgfind">${icon('search')}<input class="field" placeholder=${t('rig.tags.search')} aria-label=${t('rig.tags.search')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></label>
        ${segment(QUALITIES.map((value) => ({ value, text: t(value === 'all' ? 'rig.tags.all' : `quality.level.${value}`) })), this.quality, (value) => { this.quality = value; }, t('quality'), 's')}
        ${grades.size > 1 ? segment(GRADES.map((value) => ({ value, text: t(value === 'all' ? 'rig.tags.all' : `rig.grade.${value}`) })), this.grade, (value) => { this.grade = value; }, t('rig.col.grade'), 's') : nothing}
        <label class="rgck"><input type="checkbox" .checked=${this.overdue} @change=${(/** @type {any} */ event) => { this.overdue = event.target.checked; }}>${t('rig.tags.overdue', due)}</label><span class="sp"></span><span class="mut" role="status">${t('rig.tags.shown', shown.length, tags?.length ?? 0)}</span></div>
      ${this.failure ? html`<p class="row err rgd0" role="alert">${this.failure}</p>` : nothing}
      <div class="scroll"><table class="t rgtab"><thead><tr><th class="c1">${t('rig.col.tag')}</th><th class="c2 num">${t('rig.col.value')}</th><th class="c3">${t('quality')}</th><th class="c4">${t('rig.col.source')}</th><th class="c5">${t('rig.col.grade')}</th><th class="c6">${t('rig.col.period')}</th><th class="c7">${t('rig.col.calibration')}</th></tr></thead>
      <tbody>${repeat(shown, (one) => one.tag, (one) => this.#row(one))}</tbody></table>
      ${tags && shown.length === 0 ? html`<p class="mut rgd0">${t(tags.length === 0 ? 'rig.tags.none' : 'rig.tags.no-match')}</p>` : nothing}</div></section>`;
  }

  /** @param {RigTag} one */
  #row(one) {
    const good = one.level === 'GOOD';
    const look = good ? null : lookOf(one, one.value);
    const range = one.low === null && one.high === null ? '' : `${reading(one.low, one.low, one.high)} \u2013 ${reading(one.high, one.low, one.high)}`;
    return html`<tr data-tag=${one.tag} class=${good ? '' : 'dub'}><td><a class="rgtag" href=${path`/rig/trends/${one.tag}`}>${one.tag}</a><span class="cap cutl" title=${pick(one.text)}>${pick(one.text)}</span></td>
      <td class="num"><b class=${good ? '' : 'dq'}>${reading(one.value, one.low, one.high)}</b> <span class="cap">${one.unit}</span><span class="cap rg2">${range}</span></td>
      <td><span class="rgql">${qualityIcon(look, 18)}<span class="cutl">${good ? t('quality.good') : look === 'never' ? t('quality.never') : pick(one.causeText)}</span></span><span class="cap rg2 in">${age(one.age) || '\u00a0'}</span></td>
      <td><span class="cutl rg1" title=${one.topic}>${one.topic}</span><span class="cap cutl rg1" title=${one.item}>${one.item || '\u00a0'}</span></td>
      <td>${t(`rig.grade.${one.grade}`)}<span class="cap cutl rg1" title=${one.dialect}>${one.dialect}</span></td><td>${one.period} s<span class="cap rg2">${t('rig.timeout', one.timeout)}</span></td>
      <td>${this.#calibration(one)}</td></tr>`;
  }

  /** @param {RigTag} one */
  #calibration({ calibration }) {
    if (!calibration) {
      return html`<span class="mut">${DASH}</span>`;
    }
    return html`<span class="rgql">${calibration.overdue ? priority(2, 16) : nothing}<span class="cutl">${calibration.date}</span></span><span class="cap rg2">${calibration.overdue ? t('rig.calibration.over') : t('rig.calibration.days', calibration.validDays)}</span>`;
  }
}

customElements.define('ots-rig-tags', TagsView);
