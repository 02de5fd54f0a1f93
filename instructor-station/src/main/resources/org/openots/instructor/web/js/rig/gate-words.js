// @ts-check
/** The write gate in words, and what may be typed into it. */
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';

/**
 * @typedef {import('../core/i18n.js').LocalText} LocalText
 * @typedef {{ kind: 'link' | 'key' | 'zero' | 'mode' | 'read-back', tag: string, text: LocalText, value: number | null,
 *   quality: LocalText, ok: boolean }} Permissive
 * @typedef {{ tag: string, text: LocalText, unit: string, kind: string, readBack: string, low: number, high: number,
 *   values: number[], rate: number | null, value: number | null, ok: boolean, needs: Permissive[], modes?: number[] }} Target
 * @typedef {{ token: string, who: string, mine: boolean, tag: string, echo: LocalText, seconds: number, second: boolean,
 *   approved: string }} Pending
 * @typedef {{ tag: string, who: string, start: number | null, goal: number | null, sent: number | null,
 *   confirmed: number | null }} Writing
 * @typedef {{ tag: string, who: string, goal: number | null, last: number | null, time: number, ok: boolean,
 *   reason?: { code: string, text: LocalText } }} Ended
 * @typedef {{ state: 'off' | 'failed' | 'open', virtual: boolean, me: string, failure?: { code: string, text: LocalText },
 *   link: { connected: boolean, phase: string, client: string, user: string, broker: string, text: LocalText, problem: LocalText | null },
 *   lease: null | { who: string, mine: boolean, seconds: number }, leaseSeconds: number, tokenSeconds: number,
 *   permissives: Permissive[], heated: null | { tag: string, text: LocalText, value: number | null, above: number, on: boolean },
 *   targets: Target[], pending: Pending[], writing: Writing | null, ended: Ended | null }} Gate
 */

const MOST_DECIMALS = 3;

/**
 * A number with no more decimals than it has.
 * @param {number | null | undefined} value
 */
export function plain(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return number(value);
  }
  const text = number(value, MOST_DECIMALS);
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

/**
 * The number that somebody typed; NaN for anything else.
 * @param {string} text
 */
export function typed(text) {
  const plainText = text.trim().replace(/^[\u2212\uff0d]/, '-').replace(/[\uff0e\u3002]/, '.');
  return /^-?\d+(\.\d+)?$/.test(plainText) ? Number(plainText) : Number.NaN;
}

/**
 * What is wrong with a value for a target; empty for nothing, and while nothing is typed.
 * @param {Target} target
 * @param {string} text
 */
export function mistake(target, text) {
  if (text.trim() === '') {
    return '';
  }
  const value = typed(text);
  if (Number.isNaN(value)) {
    return t('rig.gate.wrong.number');
  }
  if (value < target.low || value > target.high) {
    return t('rig.gate.wrong.range', plain(target.low), plain(target.high), target.unit);
  }
  return '';
}

/**
 * A value of a target; a mode by its name.
 * @param {Target} target
 * @param {number | null} value
 */
export function shown(target, value) {
  return target.kind === 'mode' && value !== null && [0, 1, 2].includes(value) ? t(`rig.gate.mode.${value}`) : plain(value);
}

/**
 * The limits of a target, or its values.
 * @param {Target} target
 */
export function limits(target) {
  return target.values.length > 0 ? target.values.map((value) => shown(target, value)).join(' / ') : `${plain(target.low)} \u2013 ${plain(target.high)}`;
}

/**
 * What must hold, for the reader of the panel.
 * @param {Permissive} one
 * @param {number[]} [modes]
 */
export function wanted(one, modes = []) {
  switch (one.kind) {
    case 'key': return '= 1';
    case 'zero': return '= 0';
    case 'mode': return `= ${modes.map((mode) => t(`rig.gate.mode.${mode}`)).join(' / ')}`;
    default: return '';
  }
}

/**
 * Why a target cannot be written now; empty when it can.
 * @param {Target} target
 */
export function hindrance(target) {
  const bad = target.needs.find((one) => !one.ok);
  if (!bad) {
    return '';
  }
  return bad.kind === 'mode' ? t('rig.gate.need.mode', bad.tag, (target.modes ?? []).map((mode) => t(`rig.gate.mode.${mode}`)).join(' / ')) : t('rig.gate.need.read', bad.tag);
}
