// @ts-check
import { html, nothing } from 'lit';
import { pick, t } from '../core/i18n.js';

/** @typedef {{ severities: any[], likelihoods: any[], bands: Array<{ id: string, max: number, text: import('../core/i18n.js').LocalText }> }} Matrix */

/** Tints of the design; a matrix with more bands uses the last for the rest. */
const TINTS = 4;

/**
 * The risk of a rating, null while one of the two is missing.
 * @param {Matrix} matrix
 * @param {string | undefined} severity
 * @param {string | undefined} likelihood
 */
export function risk(matrix, severity, likelihood) {
  if (!severity || !likelihood) {
    return null;
  }
  const score = Number(severity) * Number(likelihood);
  const index = matrix.bands.findIndex((band) => score <= band.max);
  return { score, index, band: matrix.bands[index], tint: `k${Math.min(TINTS, index + 1)}` };
}

/** The word of a band without the word risk in it: 低 一般 较大 重大. @param {{ text: import('../core/i18n.js').LocalText }} band */
export function bandWord(band) {
  return pick(band.text).replace(/(风险|\s*risk)$/i, '');
}

/**
 * Number, word and tint of a risk.
 * @param {ReturnType<typeof risk>} found
 */
export function riskText(found) {
  return found ? html`<b>${found.score}</b><small>${bandWord(found.band)}</small>` : nothing;
}

/**
 * Both parts of a rating in words, for labels.
 * @param {string | undefined} severity
 * @param {string | undefined} likelihood
 */
export function ratingWords(severity, likelihood) {
  return t('hazop.rating', likelihood || '?', severity || '?');
}
