// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { clock, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { session } from '../core/session.js';

export const LANES = ['alarm', 'action', 'fault', 'step', 'lost'];
const STEPS = [10, 20, 60, 120, 300, 600, 900, 1800, 3600];
const MOST_TICKS = 9;
/** Marks closer than this share a place, percent of the axis. */
const NEAR = 3.6;

/**
 * The axis of one or two runs: model time, or the time before and after a moment of both.
 * @typedef {{ from: number, to: number, zero: number, shifts: number[] }} Axis
 */

/**
 * Where a time of a run lies, percent.
 * @param {Axis} axis @param {number} of which run @param {number} time
 */
export function place(axis, of, time) {
  return (100 * (time + axis.shifts[of] - axis.from)) / Math.max(1, axis.to - axis.from);
}

/**
 * The address at which a second of a run is shown again.
 * @param {string} run @param {number} time
 */
export function secondOf(run, time) {
  const second = Math.max(0, Math.floor(time));
  return session.me?.role === 'instructor' ? `/class/${encodeURIComponent(run)}/${second}` : `/replay/${encodeURIComponent(run)}/${second}`;
}

/** Marks of a lane, near ones together. @param {any[]} marks @param {Axis} axis @param {number} of */
function clusters(marks, axis, of) {
  /** @type {Array<{ at: number, marks: any[] }>} */
  const list = [];
  for (const mark of marks) {
    const at = place(axis, of, mark.t);
    const last = list[list.length - 1];
    if (last && at - last.at < NEAR) {
      last.marks.push(mark);
    } else {
      list.push({ at, marks: [mark] });
    }
  }
  return list;
}

/** What a mark looks like. @param {string} lane @param {any[]} marks */
function shape(lane, marks) {
  switch (lane) {
    case 'alarm': return priority(/** @type {any} */ (Math.min(...marks.map((mark) => mark.priority))), 16);
    case 'fault': return icon('bolt', 14);
    case 'step': return icon('check', 14);
    case 'lost': return html`<span class="lossb">${number(-marks.reduce((sum, mark) => sum + mark.points, 0), 1)}</span>`;
    default: return html`<i class="act"></i>`;
  }
}

/** One tab stop a lane; arrow keys go from mark to mark. @param {KeyboardEvent} event */
function keys(event) {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
  const lane = /** @type {HTMLElement} */ (event.currentTarget);
  const links = [...lane.querySelectorAll('a')];
  const at = links.indexOf(/** @type {any} */ (document.activeElement));
  const next = links[at + step];
  if (step !== 0 && next) {
    links.forEach((link) => { link.tabIndex = link === next ? 0 : -1; });
    next.focus();
    event.preventDefault();
  }
}

/**
 * The lanes of a run over an axis; every mark leads to its second.
 * @param {any} data debrief of the run
 * @param {Axis} axis
 * @param {number} of which of the runs of the axis
 * @param {string[]} shown the lanes, in their order
 */
export function lanes(data, axis, of, shown) {
  return html`<div class="dtl">${shown.map((lane) => html`<span class="cap">${t(`debrief.lane.${lane}`)}</span><div class="dln ${lane}" role="group" aria-label=${t(`debrief.lane.${lane}`)} @keydown=${keys}>${axis.zero > axis.from ? html`<u ${css({ left: `${(100 * (axis.zero - axis.from)) / (axis.to - axis.from)}%` })}></u>` : nothing}${clusters(data.marks.filter((/** @type {any} */ mark) => mark.lane === lane), axis, of).map(({ at, marks }, i) => {
    const first = marks[0];
    const words = t('debrief.lane.jump', clock(first.t), `${pick(first.text)}${marks.length > 1 ? ` ${t('debrief.lane.more', marks.length)}` : ''}`);
    return html`<a href=${secondOf(data.run.id, first.t)} tabindex=${i === 0 ? 0 : -1} title=${words} aria-label=${words} ${css({ left: `${Math.min(lane === 'lost' ? 97.6 : 98.8, Math.max(1.2, at))}%` })}>${shape(lane, marks)}${marks.length > 1 && lane !== 'lost' ? html`<small>${marks.length}</small>` : nothing}</a>`;
  })}</div>`)}</div>`;
}

/** Words of the axis. @param {Axis} axis */
export function axisWords(axis) {
  const room = Math.max(1, axis.to - axis.from);
  const step = STEPS.find((one) => room / one <= MOST_TICKS) ?? 7200;
  const first = Math.ceil((axis.from - axis.zero) / step);
  const times = [];
  for (let i = first; i * step + axis.zero <= axis.to - room * 0.02; i++) {
    times.push(i * step);
  }
  const words = (/** @type {number} */ time) => (step % 60 === 0 ? `${number(time / 60, 0)} min` : `${number(time, 0)} s`);
  return html`<div class="dtl dax"><span></span><div class="dln">${times.map((time) => {
    const at = (100 * (time + axis.zero - axis.from)) / room;
    return html`<span class=${at < 3 ? 'l' : ''} ${css({ left: `${at}%` })}>${axis.zero > axis.from && time > 0 ? '+' : ''}${words(time)}</span>`;
  })}</div></div>`;
}

/**
 * Moments that two runs share, to set their clocks by: faults first, then interlocks, steps, alarms.
 * @param {any} a @param {any} b
 */
export function moments(a, b) {
  const order = ['fault', 'trip', 'step', 'alarm'];
  const firsts = (/** @type {any} */ data) => {
    /** @type {Map<string, any>} */
    const found = new Map();
    data.marks.forEach((/** @type {any} */ mark) => mark.key && !found.has(mark.key) && found.set(mark.key, mark));
    return found;
  };
  const mine = firsts(a);
  const others = firsts(b);
  return [...mine.keys()].filter((key) => others.has(key) && order.includes(key.split(':')[0])).sort((one, two) => order.indexOf(one.split(':')[0]) - order.indexOf(two.split(':')[0])).map((key) => ({ key, text: mine.get(key).text, a: mine.get(key).t, b: others.get(key).t }));
}
