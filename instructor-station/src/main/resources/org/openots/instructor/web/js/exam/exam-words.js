// @ts-check
import { clock } from '../core/format.js';
import { language, pick, t } from '../core/i18n.js';

/** Who may run a room, and who may only look. */
export const RUNNERS = ['invigilator', 'exam-officer'];
export const READERS = ['exam-officer', 'invigilator', 'assessor', 'supervisor'];
export const RESULT_READERS = ['exam-officer', 'assessor', 'supervisor'];

/** What an incident can be about. */
export const CODES = ['late', 'violation', 'equipment', 'illness', 'identity', 'paper', 'other'];

/** Whole minutes of seconds, at least one. @param {number} seconds */
export function minutes(seconds) {
  return Math.max(1, Math.ceil(seconds / 60));
}

/** Whole minutes of a planned length. @param {number} seconds */
export function planned(seconds) {
  return Math.round(seconds / 60);
}

/** A time of day in the chosen language, 10:30:00. @param {number | string} instant @param {boolean} [seconds] */
export function time(instant, seconds = true) {
  return new Intl.DateTimeFormat(language(), { hour: '2-digit', minute: '2-digit', ...(seconds ? { second: '2-digit' } : {}), hour12: false }).format(new Date(instant));
}

/** What an incident is about. @param {string} code */
export function codeText(code) {
  return t(`ex.code.${[...CODES, 'blur', 'collected'].includes(code) ? code : 'other'}`);
}

/** Who wrote something down. @param {string} account */
export function by(account) {
  return account === 'station' ? t('ex.by.station') : account;
}

/** A person and his seat. @param {any} seat */
export function seatName(seat) {
  return `${seat.seat} ${seat.name}`;
}

/**
 * A need of a room: what, about whom, how urgent (1 to 3), in words, and since when.
 * @typedef {{ kind: string, level: 1 | 2 | 3, seat: any, text: string, aside: string, grant?: any }} Need
 */

/** What a lost connection, a sign-in elsewhere and the like ask for at one seat. @param {any} seat @param {any} room @returns {Need[]} */
function atSeat(seat, room) {
  /** @type {Need[]} */
  const needs = [];
  const add = (/** @type {string} */ kind, /** @type {1 | 2 | 3} */ level, /** @type {string} */ text, /** @type {string} */ aside, /** @type {any} */ grant = undefined) => needs.push({ kind, level, seat, text, aside, grant });
  if (seat.handover && !seat.handover.approved) {
    add('handover', 1, t('ex.need.handover', seat.handover.address), time(seat.handover.askedAt));
  }
  if (seat.state === 'working' && seat.lostS !== undefined) {
    add('lost', 1, t('ex.need.lost', seat.saved), clock(seat.lostS));
  }
  for (const grant of seat.grants.filter((/** @type {any} */ one) => one.state === 'pending')) {
    add('grant', 2, grant.kind === 'outage' ? t('ex.need.grant.outage', Math.round(grant.seconds)) : t('ex.need.grant', grant.by, grant.reason), t('ex.seconds', Math.round(grant.seconds)), grant);
  }
  if (room.phase === 'running' && seat.state === 'expected') {
    const left = room.lateEntryS - room.clockS;
    add('late', 2, left > 0 ? t('ex.need.late', minutes(left)) : t('ex.need.late.over'), t('ex.late.by', Math.floor(room.clockS / 60)));
  }
  if (blurred(seat, room)) {
    add('blur', 2, t('ex.need.blur'), t('ex.blurs', seat.blurs));
  }
  if (seat.handS !== undefined) {
    add('hand', 3, t('ex.need.hand'), clock(seat.handS));
  }
  if (seat.stoppedAlone && seat.state === 'working') {
    add('stopped', 3, t('ex.need.stopped'), '');
  }
  return needs;
}

/** Whether a candidate left the page as often as is told, and nobody has looked since. @param {any} seat @param {any} room */
function blurred(seat, room) {
  if (room.blurWarnings === 0 || seat.blurs < room.blurWarnings || seat.state !== 'working') {
    return false;
  }
  const mine = room.incidents.filter((/** @type {any} */ one) => one.account === seat.account);
  const last = mine.findLastIndex((/** @type {any} */ one) => one.code === 'blur');
  return !mine.slice(last + 1).some((/** @type {any} */ one) => one.by !== 'station');
}

/** All that needs somebody in a room, the most urgent first. @param {any} room @returns {Need[]} */
export function needs(room) {
  return room.seats.flatMap((/** @type {any} */ seat) => atSeat(seat, room)).sort((/** @type {Need} */ a, /** @type {Need} */ b) => a.level - b.level || bySeat(a.seat, b.seat));
}

/** By the names of places, numbers as numbers. @param {any} a @param {any} b */
export function bySeat(a, b) {
  return String(a.seat).localeCompare(String(b.seat), undefined, { numeric: true });
}

/** Title of an exam in a line. @param {any} exam */
export function examTitle(exam) {
  return t('ex.title', pick(exam.title), exam.strategy, exam.version);
}
