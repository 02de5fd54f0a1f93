// @ts-check
/** What the state of a bridge means, in words. */
import { number } from '../core/format.js';
import { language, pick, t } from '../core/i18n.js';

/**
 * @typedef {import('../core/i18n.js').LocalText} LocalText
 * @typedef {{ code: string, text: LocalText }} Problem
 * @typedef {{ phase: string, text: LocalText, attempt: number, broker: string, protocol: string, problem?: Problem,
 *   connections?: number, attempts?: number, received?: number, oversized?: number }} RigLink
 * @typedef {{ online: boolean, received: number, duplicates: number, rejected: number, missing: number, overflowed: number,
 *   text: LocalText, phase?: string, problem?: Problem }} Receiver
 * @typedef {{ messages: number, unknownTopics: number, bad: number, repeated: number, late: number, samples: number,
 *   unmapped: Array<{ topic: string, item: string }>, unmappedMore: number | boolean, neverSeen: string[],
 *   clockOffsets: Record<string, number>, unitHints: Record<string, string> }} Intake
 * @typedef {{ state: 'off' | 'failed' | 'open', failure?: LocalText, title?: LocalText, plant: string, grade: 'native' | 'foreign',
 *   gradeText: LocalText, link: RigLink | null, receiver: Receiver | null, intake: Intake, waiting: number, overflowed: number,
 *   influx?: { written: number, waiting: number, dropped: number, refused: number, retries: number, problem?: Problem },
 *   gaps: number, history: { segments: number, bytes: number, unsealed: number, forgotten: number, failure?: LocalText },
 *   tags: { good: number, uncertain: number, bad: number, total: number },
 *   overdue: Array<{ tag: string, date: string, validDays: number, days: number }>,
 *   notices?: Array<{ time: number, text: LocalText }>, now?: number }} Rig
 * @typedef {{ tag: string, text: LocalText, unit: string, value: number | null, level: string, cause: string, causeText: LocalText,
 *   age: number | null, sourceTime: number | null, topic: string, item: string, dialect: string, grade: string, period: number,
 *   timeout: number, low: number | null, high: number | null, write: string,
 *   calibration: null | { date: string, validDays: number, overdue: boolean } }} RigTag
 */

/** From the best phase to the worst. */
const PHASES = ['connected', 'silent', 'connecting', 'waiting', 'stopped', 'closed'];
/** What counts as connected. */
const LIVE = ['connected', 'silent'];

const KILO = 1000;
const UNITS = ['B', 'kB', 'MB', 'GB', 'TB'];

/**
 * The worst phase of the links of a bridge.
 * @param {Rig} rig
 */
export function phaseOf(rig) {
  const phases = [rig.link?.phase, rig.receiver?.phase].map((phase) => PHASES.indexOf(phase ?? ''));
  return PHASES[Math.max(...phases)] ?? 'connected';
}

/**
 * The link in one word.
 * @param {Rig | null} rig
 * @returns {{ live: boolean, word: string }}
 */
export function linkOf(rig) {
  if (!rig) {
    return { live: true, word: '\u2026' };
  }
  if (rig.state !== 'open') {
    return { live: false, word: t(`rig.state.${rig.state}`) };
  }
  const phase = phaseOf(rig);
  if (LIVE.includes(phase) && rig.receiver && !rig.receiver.online) {
    return { live: false, word: t('rig.state.offline') };
  }
  return { live: LIVE.includes(phase), word: t(`rig.phase.${phase}`) };
}

/**
 * What is wrong with the links, in full words.
 * @param {Rig} rig
 * @returns {Problem[]}
 */
export function problemsOf(rig) {
  const found = [rig.link?.problem, rig.receiver?.problem].filter((one) => one !== undefined && one !== null);
  return /** @type {Problem[]} */ (found).filter((one, i) => found.findIndex((other) => other?.code === one.code && pick(other?.text) === pick(one.text)) === i);
}

/**
 * A number of bytes as people read it.
 * @param {number} bytes
 */
export function size(bytes) {
  let value = bytes;
  let unit = 0;
  while (value >= KILO && unit < UNITS.length - 1) {
    value /= KILO;
    unit++;
  }
  return `${number(value, unit === 0 || value >= 100 ? 0 : 1)} ${UNITS[unit]}`;
}

/** A whole number with gaps between the thousands. @param {number | undefined} value */
export function count(value) {
  return new Intl.NumberFormat(language(), { useGrouping: true }).format(value ?? 0);
}

/**
 * A value of a rig with as many digits as its range asks for.
 * @param {number | null | undefined} value
 * @param {number | null} low
 * @param {number | null} high
 */
export function reading(value, low, high) {
  const span = low === null || high === null ? Math.abs(value ?? 0) : high - low;
  return number(value, span <= 1 ? 3 : span < 20 ? 2 : span < 1000 ? 1 : 0);
}

/** A time of the wall clock with seconds. @param {number} time UTC in ms */
export function wall(time) {
  return new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(time);
}
