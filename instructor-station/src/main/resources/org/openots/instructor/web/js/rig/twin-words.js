// @ts-check
/** What a digital twin says, in words. */
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';

/**
 * @typedef {import('../core/i18n.js').LocalText} LocalText
 * @typedef {{ name: string, tag: string, text: LocalText, against: 'model' | 'signal' | 'mean', other: string,
 *   unit: string, rig: number | null, model: number | null, residual: number | null, sigma: number, share: number, alarm: -1 | 0 | 1 }} TwinTag
 * @typedef {{ fault: string, score: number, title: LocalText }} Cause
 * @typedef {{ id: string, text: LocalText, value: number, sigma: number, design: number, low: number, high: number,
 *   identifiable: boolean }} Parameter
 * @typedef {{ id: string, text: LocalText, unit: string, value: number, sigma: number }} Soft
 * @typedef {{ from: number, until: number | null, name: string, side: -1 | 0 | 1, worst: number | null, causes: Cause[] }} TwinEvent
 * @typedef {{ time: number, seconds: number, takenUp: boolean, runs: number, condition: number | null, rms: number | null }} Calibration
 * @typedef {{ state: 'off' | 'starting' | 'running' | 'paused' | 'failed', absent?: LocalText, failure?: LocalText, note?: LocalText,
 *   wanted: number, saved: boolean, cost: { waiting: number, dropped: number, milliseconds: number, filter: boolean },
 *   calibration: Calibration | null, plant?: string, time?: number, phase?: 'waiting' | 'recording' | 'fitting' | 'settling' | 'watching',
 *   progress?: number, reason?: LocalText, tags?: TwinTag[], joint?: boolean, parameters?: Parameter[], causes?: Cause[], soft?: Soft[],
 *   events?: TwinEvent[] }} Twin
 */

const MINUTE_S = 60;

/** Outputs that are in alarm. @param {Twin} twin */
export function alarmsOf(twin) {
  return (twin.tags ?? []).filter((one) => one.alarm !== 0);
}

/**
 * What matters about the twin, in one sentence.
 * @param {Twin} twin
 */
export function findingOf(twin) {
  if (twin.state !== 'running') {
    return twin.state === 'off' && twin.absent ? pick(twin.absent) : t(`twin.finding.${twin.state}`);
  }
  switch (twin.phase) {
    case 'waiting': return t('twin.finding.waiting', pick(twin.reason));
    case 'recording': return t('twin.finding.recording', Math.ceil(((1 - (twin.progress ?? 0)) * twin.wanted) / MINUTE_S));
    case 'fitting': return t('twin.finding.fitting');
    case 'settling': return t('twin.finding.settling', Math.floor(100 * (twin.progress ?? 0)));
    case 'watching': {
      const alarms = alarmsOf(twin).length;
      return alarms > 0 ? t('twin.finding.alarms', alarms) : t(twin.joint ? 'twin.finding.joint' : 'twin.finding.calm');
    }
    default: return t('twin.finding.starting');
  }
}

/**
 * What an output is called: the tag, and what it is compared with when that is not the model.
 * @param {{ tag: string, against: string, other: string }} one
 */
export function againstOf(one) {
  return one.against === 'model' ? t('twin.against.model') : one.against === 'signal' ? t('twin.against.signal', one.other) : t('twin.against.mean');
}

/**
 * A number with as many decimals as its spread asks for.
 * @param {number | null | undefined} value
 * @param {number} sigma
 */
export function fine(value, sigma) {
  const decimals = sigma > 0 ? Math.min(5, Math.max(0, Math.ceil(-Math.log10(sigma)) + 1)) : 2;
  return number(value, decimals);
}
