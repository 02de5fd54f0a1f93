// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { date, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';

/** Pages that stand side by side, by the one of them that the bar names. @type {Record<string, string[]>} */
const PAIRS = { strategy: ['strategy', 'subjects'], statistics: ['statistics', 'skills'] };

/**
 * The way between two pages of one part of the station.
 * @param {string} part
 * @param {string} current
 */
export function pair(part, current) {
  return html`<nav class="seg skp" aria-label=${t(`nav.${part}`)}>${PAIRS[part].map((name) => html`<a class="btn s ${name === current ? 'on' : ''}" href=${`/${name}`} aria-current=${name === current ? 'page' : nothing}>${t(`skill.page.${name}`)}</a>`)}</nav>`;
}

/** @param {number | null | undefined} share */
export function percent(share) {
  return typeof share === 'number' ? number(100 * share, 0) : number(share);
}

/**
 * How well something is known, with a mark where the next thing can begin.
 * @param {number} mastery
 * @param {number} ready
 */
export function meter(mastery, ready) {
  return html`<div class="meter"><i ${css({ width: `${Math.round(100 * mastery)}%` })}></i><u ${css({ left: `${100 * ready}%` })}></u></div>`;
}

/**
 * Why this is what to train next, in one sentence.
 * @param {any} next
 * @param {boolean} [first] whether nothing is weaker
 */
export function why(next, first = true) {
  const last = next.last ? (next.best === undefined ? t('next.last', date(next.last)) : t('next.last.best', date(next.last), number(next.best, 0))) : t('next.never');
  const met = next.function.after.length > 0 ? t('next.met') : '';
  return t(first ? 'next.why' : 'next.why.more', pick(next.function.title), percent(next.mastery), met, percent(next.share), last);
}

/**
 * What a task is called beside the name of its plant.
 * @param {any} task
 */
export function shortTitle(task) {
  const own = task.kind === 'hazop' ? pick(task.title).replace(/^[^:：]*[:：]\s*/, '') : pick(task.title);
  return own.charAt(0).toUpperCase() + own.slice(1);
}
