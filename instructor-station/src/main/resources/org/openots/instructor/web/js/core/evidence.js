// @ts-check
import { html } from 'lit';
import { number } from './format.js';
import { pick, t } from './i18n.js';

/** The band of a quality mark as the scorer writes it: target, unit, then the inner and the outer limits. */
const BAND = /^(\S+) (\S*) ?\[(\S+) … (\S+) \| (\S+) … (\S+)\]$/;

/**
 * Both limits as one width where they are alike; an open side is left out.
 * @param {string} low
 * @param {string} high
 */
function width(low, high) {
  if (low.replace('-', '') === high.replace('+', '')) {
    return `±${high.replace('+', '')}`;
  }
  return [low, high].filter((one) => !one.includes('∞')).join(' / ');
}

/**
 * The criterion, and whether it held; without a reading nothing is said about that.
 * @param {string} criterion
 * @param {boolean | undefined} met
 */
function criterionWords(criterion, met) {
  const band = BAND.exec(criterion);
  return band
    ? t('score.criterion.band', `${band[1]} ${band[2]}`.trim(), width(band[3], band[4]), width(band[5], band[6]))
    : met === undefined ? t('score.criterion', criterion) : t(met ? 'score.criterion.met' : 'score.criterion.not', criterion);
}

/**
 * A piece of evidence: what was read, and the criterion it was compared with.
 * @param {{ tag: string, value: number | null, criterion?: string, met?: boolean }} one
 * @param {{ unit: string, decimals: number } | undefined} signal
 * @param {Array<{ id: string, no: number, text: import('./i18n.js').LocalText }>} [steps] of the task; one that is not done may be the evidence
 */
export function evidenceWords({ tag, value, criterion, met }, signal, steps = []) {
  const step = tag === criterion ? steps.find((one) => one.id === tag) : undefined;
  if (step) {
    return html`<b>${t('score.step.open', step.no, pick(step.text))}</b>`;
  }
  const known = typeof value === 'number';
  const reading = known ? `${number(value, signal?.decimals ?? 1)} ${signal?.unit ?? ''}`.trim() : t('score.no-reading');
  if (tag === criterion) {
    return html`<b>${criterionWords(criterion, met)}</b>`;
  }
  return html`${tag} <b>${reading}</b>${criterion ? ` ${criterionWords(criterion, known ? met : undefined)}` : ''}`;
}
