// @ts-check
/** How far a value of a rig can be trusted, in words and as a mark; values of a simulated plant are always good. */
import { html, svg } from 'lit';
import { t } from './i18n.js';

/** @typedef {{ level: string, cause: string, since: number }} Quality */

const MINUTE_S = 60;
const HOUR_S = 3600;
/** Up to here an age is told in seconds, and up to here in minutes, s. */
const SECONDS_UNTIL_S = 120;
const MINUTES_UNTIL_S = 2 * HOUR_S;
const DAYS_FROM_S = 48 * HOUR_S;

const DIAMOND = 'M9 .6 17.4 9 9 17.4.6 9z';
const LOOKS = {
  bad: { fill: 'var(--bad)', edge: 'var(--p-line)', width: 1.3, ink: 'var(--bad-ink)', letter: '?' },
  uncertain: { fill: 'var(--field)', edge: 'var(--bad)', width: 2.2, ink: 'var(--ink)', letter: 'U' },
  never: { fill: 'var(--field)', edge: 'var(--line-2)', width: 1.6, ink: 'var(--ink-2)', letter: '?' },
};

/**
 * An age as people say it: 12 s, 5 min, 3 h.
 * @param {number | null | undefined} seconds
 */
export function age(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return '';
  }
  const whole = Math.max(0, Math.round(seconds));
  return whole < SECONDS_UNTIL_S ? `${whole} s` : whole < MINUTES_UNTIL_S ? `${Math.floor(whole / MINUTE_S)} min`
    : whole < DAYS_FROM_S ? `${Math.floor(whole / HOUR_S)} h` : t('quality.days', Math.floor(whole / (24 * HOUR_S)));
}

/**
 * Which mark a quality has; a value that never came is no fault that needs somebody.
 * @param {{ level: string, cause: string }} quality
 * @param {number | null | undefined} value
 * @returns {keyof typeof LOOKS}
 */
export function lookOf(quality, value) {
  return (value === null || value === undefined) && quality.cause === 'NOT_CONNECTED' ? 'never' : quality.level === 'UNCERTAIN' ? 'uncertain' : 'bad';
}

/**
 * The cause in words with the age of the value.
 * @param {Quality | null} quality
 * @param {number | null | undefined} value
 * @param {number} now time of the run, s
 */
export function qualityWords(quality, value, now) {
  if (!quality) {
    return t('quality.good');
  }
  return lookOf(quality, value) === 'never' ? t('quality.never') : `${t(`quality.cause.${quality.cause}`)} ${age(now - quality.since)}`;
}

/**
 * The mark as content of an svg of 18 by 18.
 * @param {keyof typeof LOOKS} look
 */
export function qualityMark(look) {
  const { fill, edge, width, ink, letter } = LOOKS[look];
  return svg`<path d=${DIAMOND} fill=${fill} stroke=${edge} stroke-width=${width} stroke-linejoin="round"/>
    <text class="pn" x="9" y="13.2" text-anchor="middle" font-size="11.5" font-weight="700" fill=${ink}>${letter}</text>`;
}

/**
 * The mark in a line of text; its place is taken also when there is none.
 * @param {keyof typeof LOOKS | null} look
 * @param {number} [size]
 */
export function qualityIcon(look, size = 16) {
  return html`<svg class="prio qm" width=${size} height=${size} viewBox="0 0 18 18" aria-hidden="true">${look ? qualityMark(look) : ''}</svg>`;
}
