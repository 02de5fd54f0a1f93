// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { number, signed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { qualityIcon } from '../core/quality.js';
import { session } from '../core/session.js';
import { count, linkOf, problemsOf, size, wall } from './rig-words.js';

/** @typedef {import('./rig-words.js').Rig} Rig */
/** @typedef {{ level: 1 | 2 | 3, title: string, text: string, items?: string[] }} Need */

/** A clock that is off by more needs somebody, ms. */
const CLOCK_MS = 2000;
const SHOWN_ITEMS = 12;
const SHOWN_NOTICES = 50;

/**
 * What somebody should do about the rig and its bridge, the most urgent first.
 * @param {Rig} rig
 * @returns {Need[]}
 */
function needsOf(rig) {
  const { intake, history, receiver, link, influx } = rig;
  const off = Object.entries(intake.clockOffsets).filter(([, ms]) => Math.abs(ms) > CLOCK_MS);
  const unmapped = intake.unmapped.map(({ topic, item }) => `${topic} ${item}`.trim());
  const units = Object.entries(intake.unitHints).map(([tag, unit]) => `${tag} ${unit}`);
  const need = (/** @type {boolean} */ there, /** @type {1 | 2 | 3} */ level, /** @type {string} */ key, /** @type {Array<string | number>} */ values, /** @type {string[]} */ items = []) =>
    (there ? [{ level, title: t(`rig.need.${key}`, ...values), text: t(`rig.need.${key}.do`), items }] : []);
  const dropped = rig.overflowed + (receiver?.overflowed ?? 0);
  return [
    ...need(Boolean(history.failure), 2, 'history', [pick(history.failure)]),
    ...need(dropped > 0, 2, 'dropped', [count(dropped)]),
    ...need(Boolean(influx?.problem), 2, 'influx', [pick(influx?.problem?.text)]),
    ...need((influx?.dropped ?? 0) + (influx?.refused ?? 0) > 0, 3, 'influx-lost', [count((influx?.dropped ?? 0) + (influx?.refused ?? 0))]),
    ...need(units.length > 0, 2, 'unit', [units.length], units),
    ...need(off.length > 0, 2, 'clock', [off.length], off.map(([topic, ms]) => `${topic} ${signed(ms / 1000, 1)} s`)),
    ...need(rig.overdue.length > 0, 2, 'overdue', [rig.overdue.length], rig.overdue.map((one) => t('rig.need.overdue.item', one.tag, one.date, one.days))),
    ...need(intake.neverSeen.length > 0, 3, 'never', [intake.neverSeen.length], intake.neverSeen),
    ...need(unmapped.length > 0, 3, 'unmapped', [unmapped.length], unmapped),
    ...need(intake.bad > 0, 3, 'unreadable', [count(intake.bad)]),
    ...need((receiver?.missing ?? 0) > 0, 3, 'missing', [count(receiver?.missing)]),
    ...need((link?.oversized ?? 0) > 0, 3, 'oversized', [count(link?.oversized)]),
  ];
}

/** The bridge to the rig at a glance: link, quality, what needs somebody, and the counts behind it. */
class StatusView extends LightElement {
  static properties = { rig: { attribute: false }, whole: { state: true } };

  constructor() {
    super();
    /** @type {Rig | null} */
    this.rig = null;
    /** Lists that are shown whole. @type {Set<string>} */
    this.whole = new Set();
  }

  render() {
    const { rig } = this;
    if (!rig) {
      return nothing;
    }
    return html`<div class="rgs"><div class="rgl">${this.#link(rig)}${this.#needs(rig)}</div><aside class="rgl">${this.#facts(rig)}${session.me?.role === 'student' ? nothing : this.#notices(rig)}</aside></div>`;
  }

  /** @param {Rig} rig */
  #link(rig) {
    const link = linkOf(rig);
    const { good, uncertain, bad, total } = rig.tags;
    const part = (/** @type {string} */ name, /** @type {number} */ n) => (n === 0 ? nothing : html`<i class=${name} ${css({ flex: `${n} 1 0` })}></i>`);
    const row = (/** @type {any} */ mark, /** @type {string} */ word, /** @type {number} */ n) => html`<div class="rgq">${mark}<span>${word}</span><b>${n}</b></div>`;
    return html`<section class="sheet pad rgc ${link.live ? '' : 't1'}"><div class="row">${link.live ? icon('link', 24) : priority(1, 24)}<h2 role="status">${link.word}</h2><span class="sp"></span>
        ${rig.link?.broker ? html`<span class="mut cutl">${t('rig.broker', rig.link.broker, rig.link.protocol)}</span>` : nothing}<span class="tagc">${t(`rig.grade.${rig.grade}`)}</span></div>
      ${this.#problems(rig)}
      <div class="rgb" role="img" aria-label=${t('rig.quality.said', good, uncertain, bad)}>${part('g', good)}${part('u', uncertain)}${part('b', bad)}</div>
      <div class="rgt">${row(icon('check', 18), t('quality.level.GOOD'), good)}${row(qualityIcon('uncertain', 18), t('quality.level.UNCERTAIN'), uncertain)}${row(qualityIcon('bad', 18), t('quality.level.BAD'), bad)}<div class="rgq all"><span>${t('rig.quality.all')}</span><b>${total}</b></div></div>
      <p class="mut">${pick(rig.gradeText)}</p></section>`;
  }

  /** What is wrong with the link, in full; what is about accounts at the broker is for teachers. @param {Rig} rig */
  #problems(rig) {
    const problems = linkOf(rig).live ? [] : problemsOf(rig);
    if (session.me?.role === 'student') {
      return problems.length > 0 ? html`<p>${t('rig.problem.student')}</p>` : nothing;
    }
    return problems.map((one) => html`<p>${pick(one.text)} <span class="cap">${one.code}</span></p>`);
  }

  /** @param {Rig} rig */
  #needs(rig) {
    const needs = needsOf(rig);
    return html`<section class="sheet rgn"><h2>${needs.length === 0 ? t('rig.needs.none') : t('rig.needs', needs.length)}</h2>
      <div class="scroll">${needs.map((one) => html`<div class="rgd">${priority(one.level, 20)}<div><b>${one.title}</b><p class="mut">${one.text}</p>${this.#items(one)}</div></div>`)}
      ${needs.length === 0 ? html`<p class="mut rgd0">${t('rig.needs.none.text')}</p>` : nothing}</div></section>`;
  }

  /** @param {Need} need */
  #items({ title, items = [] }) {
    if (items.length === 0) {
      return nothing;
    }
    const all = this.whole.has(title) || items.length <= SHOWN_ITEMS;
    return html`<p class="rgi">${(all ? items : items.slice(0, SHOWN_ITEMS)).map((item) => html`<span class="tagc" title=${item}>${item}</span>`)}
      ${all ? nothing : html`<button class="btn s" @click=${() => { this.whole = new Set([...this.whole, title]); }}>${t('rig.items.more', items.length - SHOWN_ITEMS)}</button>`}</p>`;
  }

  /** @param {Rig} rig */
  #facts(rig) {
    const { intake, history, link, receiver, influx } = rig;
    const worst = Object.values(intake.clockOffsets).sort((a, b) => Math.abs(b) - Math.abs(a))[0];
    const fact = (/** @type {string} */ key, /** @type {string} */ value) => html`<dt>${t(`rig.fact.${key}`)}</dt><dd>${value}</dd>`;
    return html`<section class="sheet pad"><h2>${t('rig.facts')}</h2><dl class="rgf">${fact('messages', count(intake.messages))}${fact('samples', count(intake.samples))}
      ${receiver ? html`${fact('frames', count(receiver.received))}${fact('duplicates', count(receiver.duplicates))}${fact('rejected', count(receiver.rejected))}` : nothing}
      ${fact('repeated', count(intake.repeated))}${fact('late', count(intake.late))}${fact('unreadable', count(intake.bad))}${fact('unknown', count(intake.unknownTopics))}
      ${fact('gaps', count(rig.gaps))}${fact('waiting', count(rig.waiting))}${fact('clock', worst === undefined ? t('rig.fact.clock.none') : `${signed(worst / 1000, 1)} s`)}
      ${link ? fact('connections', count(link.connections)) : nothing}
      ${fact('history', size(history.bytes))}${fact('segments', count(history.segments))}${fact('unsealed', count(history.unsealed))}${fact('forgotten', number(history.forgotten, 0))}
      ${influx ? html`${fact('influx', count(influx.written))}${fact('influx-waiting', count(influx.waiting))}${fact('influx-dropped', count(influx.dropped + influx.refused))}` : nothing}</dl></section>`;
  }

  /** @param {Rig} rig */
  #notices(rig) {
    const notices = [...(rig.notices ?? [])].reverse().slice(0, SHOWN_NOTICES);
    return html`<section class="sheet rgn"><h2>${t('rig.notices')}</h2><div class="scroll">${notices.map((one) => html`<p class="rgo"><time>${wall(one.time)}</time><span>${pick(one.text)}</span></p>`)}
      ${notices.length === 0 ? html`<p class="mut rgd0">${t('rig.notices.none')}</p>` : nothing}</div></section>`;
  }
}

customElements.define('ots-rig-state', StatusView);
