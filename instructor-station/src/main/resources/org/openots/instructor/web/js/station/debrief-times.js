// @ts-check
import { html } from 'lit';
import { css } from '../core/css.js';
import { clock, number, signed } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

/** A gain smaller than this is none. */
const NOTHING = 0.05;
const MINUTE = 60;

/** How far a deed is moved, in words. @param {number} seconds */
export function shiftWords(seconds) {
  const size = Math.abs(seconds);
  const words = size >= MINUTE && Math.round(size) % MINUTE === 0 ? `${Math.round(size) / MINUTE} min` : `${number(size, 0)} s`;
  return t(seconds < 0 ? 'debrief.times.earlier' : 'debrief.times.later', words);
}

/**
 * What the best other time would have brought, in a sentence.
 * @param {any} found @param {(cause: any) => string} name
 */
export function shiftFinding(found, name) {
  const helps = (found.times ?? []).filter((/** @type {any} */ one) => one.gain >= NOTHING);
  // what somebody did can be done better; when a fault comes is nobody's choice
  const best = helps.find((/** @type {any} */ one) => found.causes[one.cause].kind === 'action') ?? helps[0];
  if (!best) {
    return t('debrief.times.none');
  }
  const cause = name(found.causes[best.cause]);
  const words = shiftWords(best.seconds);
  const trips = found.harm.trips - best.then.trips;
  const alarms = found.harm.alarms - best.then.alarms;
  return trips > 0 ? t('debrief.times.finding.trips', cause, words, trips) : alarms > 0 ? t('debrief.times.finding.alarms', cause, words, alarms) : t('debrief.times.finding.points', cause, words, signed(best.points, 1));
}

/**
 * The other times that were tried, those that would have helped most first.
 * @param {any} found @param {number} chosen @param {(cause: any) => string} name @param {(rank: number) => void} choose
 */
export function shiftTable(found, chosen, name, choose) {
  const most = Math.max(NOTHING, ...found.times.map((/** @type {any} */ one) => one.gain));
  return html`<section class="sheet rk scroll"><table class="t"><thead><tr><th>${t('debrief.cause')}</th><th>${t('debrief.when')}</th><th>${t('debrief.times.moved')}</th><th>${t('debrief.times.gain')}</th><th>${t('debrief.times.then')}</th><th class="num">${t('debrief.points')}</th><th></th></tr></thead><tbody>${found.times.map((/** @type {any} */ one, /** @type {number} */ i) => {
    const cause = found.causes[one.cause];
    return html`<tr class=${i === chosen ? 'sel' : ''}><td><span class="nm" title=${name(cause)}>${name(cause)}</span> <span class="tagc">${t(`debrief.kind.${cause.kind}`)}</span></td><td>${clock(cause.time)}</td><td><b>${shiftWords(one.seconds)}</b> ${clock(one.time)}</td><td><span class="wbar" ${css({ width: `${Math.max(0, Math.round((90 * one.gain) / most))}px` })}></span></td><td>${Math.abs(one.gain) < NOTHING ? t('debrief.same') : t('debrief.harm', one.then.trips, one.then.alarms)}</td><td class="num">${signed(one.points, 1)}</td><td><button class="btn s" aria-pressed=${String(i === chosen)} aria-label="${t('debrief.look')} ${name(cause)} ${shiftWords(one.seconds)}" @click=${() => choose(i)}>${icon('play')}${t('debrief.look')}</button></td></tr>`;
  })}</tbody></table></section>`;
}
