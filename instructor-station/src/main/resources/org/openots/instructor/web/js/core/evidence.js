// @ts-check
import { html } from 'lit';
import { number } from './format.js';
import { t } from './i18n.js';

/**
 * A piece of evidence: what was read, and the criterion it was compared with.
 * @param {{ tag: string, value: number | null, criterion?: string, met?: boolean }} one
 * @param {{ unit: string, decimals: number } | undefined} signal
 */
export function evidenceWords({ tag, value, criterion, met }, signal) {
  const reading = typeof value === 'number' ? `${number(value, signal?.decimals ?? 1)} ${signal?.unit ?? ''}`.trim() : t(met ? 'score.kept' : 'score.no-reading');
  return html`${tag} <b>${reading}</b>${criterion ? ` ${t(met ? 'score.criterion.met' : 'score.criterion.not', criterion)}` : ''}`;
}
