// @ts-check
/** Numbers and times as people read them: minus sign U+2212, decimals fixed per tag, 24 h. */
import { language } from './i18n.js';

const MINUS = '\u2212';
export const DASH = '\u2014';

/**
 * @param {number | null | undefined} value
 * @param {number} [decimals]
 */
export function number(value, decimals = 1) {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return DASH;
  }
  const text = Math.abs(value).toFixed(decimals);
  return (value < 0 && Number(text) !== 0 ? MINUS : '') + text;
}

/**
 * With a sign in front, also for gains.
 * @param {number | null | undefined} value
 * @param {number} [decimals]
 */
export function signed(value, decimals = 1) {
  const text = number(value, decimals);
  return value !== null && value !== undefined && value > 0 && Number(value.toFixed(decimals)) !== 0 ? '+' + text : text;
}

/** @param {number} value */
function two(value) {
  return String(value).padStart(2, '0');
}

/**
 * Model time or a duration as 00:42:17.
 * @param {number | null | undefined} seconds
 */
export function clock(seconds) {
  if (seconds === null || seconds === undefined || !Number.isFinite(seconds)) {
    return DASH;
  }
  const whole = Math.max(0, Math.floor(seconds));
  return `${two(Math.floor(whole / 3600))}:${two(Math.floor(whole / 60) % 60)}:${two(whole % 60)}`;
}

/**
 * A short duration as 02:14, hours only when there are some.
 * @param {number | null | undefined} seconds
 */
export function duration(seconds) {
  const text = clock(seconds);
  return text.startsWith('00:') ? text.slice(3) : text;
}

/**
 * Seconds of 00:42:17, 42:17 or 17; NaN when it is none of these.
 * @param {string} text
 */
export function seconds(text) {
  const parts = text.trim().split(':');
  if (parts.length === 0 || parts.length > 3 || parts.some((part) => !/^\d+$/.test(part))) {
    return Number.NaN;
  }
  return parts.reduce((sum, part) => sum * 60 + Number(part), 0);
}

/**
 * A number as typed by a person, NaN when it is none. Full-width digits and U+2212 are understood.
 * @param {string} text
 */
export function typed(text) {
  const plain = text.trim().normalize('NFKC').replace(MINUS, '-');
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : Number.NaN;
}

/**
 * A date of the wall clock in the chosen language.
 * @param {number | string} instant ISO text or milliseconds
 */
export function date(instant) {
  const when = new Date(instant);
  if (Number.isNaN(when.getTime())) {
    return DASH;
  }
  return new Intl.DateTimeFormat(language(), {
    month: 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false,
  }).format(when);
}

/**
 * The unit with its space; some units are written without one in English and in Chinese alike.
 * @param {string | null | undefined} unit
 */
export function unit(unit) {
  return unit ? ` ${unit}` : '';
}
