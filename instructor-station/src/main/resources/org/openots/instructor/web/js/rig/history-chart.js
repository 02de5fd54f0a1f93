// @ts-check
/** Draws what the history of a rig knows of some tags: band and mean, times without samples, and how far to trust it. */
import { DASHES, fresh, grid, PENS } from '../dcs/trend-chart.js';

/**
 * @typedef {{ from: number, count: number, min: number | null, max: number | null, mean: number | null, level: string }} Step
 * @typedef {{ steps: Step[], step: number, hole: number, low: number, high: number, pen: number, bold: boolean }} Series
 */

const BAND_ALPHA = 0.2;
/** Distance of hatching lines, px. */
const HATCH = 8;
const HATCH_ALPHA = 0.5;
/** Height of a lane of quality and its distance to the next, px. */
export const LANE_PX = 14;
const LANE_BAR_PX = 10;

/**
 * Times of which nothing is known, longer than the tag may be silent.
 * @param {Step[]} steps those with samples are used, by time
 * @param {number} step length of a step, ms
 * @param {number} hole longest time between two samples that is no gap, ms
 * @param {number} from
 * @param {number} to
 * @returns {Array<[number, number]>}
 */
export function gapsOf(steps, step, hole, from, to) {
  /** @type {Array<[number, number]>} */
  const gaps = [];
  let known = from;
  for (const one of steps) {
    if (one.count > 0) {
      if (one.from - known > hole) {
        gaps.push([known, one.from]);
      }
      known = Math.max(known, one.from + step);
    }
  }
  if (to - known > hole) {
    gaps.push([known, to]);
  }
  return gaps;
}

/**
 * The step a time is in.
 * @param {Step[]} steps
 * @param {number} step length, ms
 * @param {number} time
 */
export function stepAt(steps, step, time) {
  let low = 0;
  let high = steps.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (steps[middle].from <= time) {
      low = middle;
    } else {
      high = middle - 1;
    }
  }
  const found = steps[low];
  return found && found.count > 0 && found.from <= time && time < found.from + step ? found : null;
}

/**
 * Smallest and largest value.
 * @param {Step[]} steps
 * @returns {[number | null, number | null]}
 */
export function extentOf(steps) {
  let low = Infinity;
  let high = -Infinity;
  for (const { min, max } of steps) {
    low = Math.min(low, min ?? Infinity);
    high = Math.max(high, max ?? -Infinity);
  }
  return low === Infinity ? [null, null] : [low, high];
}

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Series[]} all the bold one is drawn last
 * @param {number} from UTC in ms
 * @param {number} to
 */
export function drawHistory(canvas, all, from, to) {
  const place = fresh(canvas);
  if (!place) {
    return;
  }
  const { context, width, height } = place;
  const style = getComputedStyle(canvas);
  const x = (/** @type {number} */ time) => ((time - from) / (to - from)) * width;
  grid(context, width, height);
  const lead = all.find((one) => one.bold);
  for (const [a, b] of lead ? gapsOf(lead.steps, lead.step, lead.hole, from, to) : []) {
    hatch(context, x(a), 0, x(b) - x(a), height, style.getPropertyValue('--line-2'));
  }
  for (const series of [...all].sort((a, b) => Number(a.bold) - Number(b.bold))) {
    curve(context, series, x, height, style);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} left
 * @param {number} top
 * @param {number} width
 * @param {number} height
 * @param {string} colour
 */
function hatch(context, left, top, width, height, colour) {
  context.save();
  context.beginPath();
  context.rect(left, top, width, height);
  context.clip();
  context.strokeStyle = colour;
  context.globalAlpha = HATCH_ALPHA;
  context.lineWidth = 1;
  context.setLineDash([]);
  context.beginPath();
  // by the place on the canvas, so that the lines of two hatched parts meet
  const first = Math.floor((left - height) / HATCH) * HATCH;
  for (let at = first; at < left + width; at += HATCH) {
    context.moveTo(at, top + height);
    context.lineTo(at + height, top);
  }
  context.stroke();
  context.restore();
}

/**
 * The steps with values, cut where a gap is.
 * @param {Series} series
 */
function pieces({ steps, step, hole }) {
  /** @type {Step[][]} */
  const found = [];
  let last = -Infinity;
  for (const one of steps.filter((other) => other.count > 0 && other.mean !== null)) {
    if (one.from - last > Math.max(hole, 1)) {
      found.push([]);
    }
    found[found.length - 1].push(one);
    last = one.from + step;
  }
  return found;
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Series} series
 * @param {(time: number) => number} x
 * @param {number} height
 * @param {CSSStyleDeclaration} style
 */
function curve(context, series, x, height, style) {
  const { low, high, step, pen, bold } = series;
  const y = (/** @type {number | null} */ value) => height * (1 - ((value ?? 0) - low) / (high - low));
  const middle = (/** @type {Step} */ one) => x(one.from + step / 2);
  const colour = style.getPropertyValue(`--pen-${PENS[pen]}`);
  for (const piece of pieces(series)) {
    context.globalAlpha = BAND_ALPHA;
    context.fillStyle = colour;
    context.beginPath();
    piece.forEach((one, i) => context[i === 0 ? 'moveTo' : 'lineTo'](middle(one), y(one.max)));
    [...piece].reverse().forEach((one) => context.lineTo(middle(one), y(one.min)));
    context.closePath();
    context.fill();
    context.globalAlpha = 1;
    context.strokeStyle = colour;
    context.lineWidth = bold ? 2.4 : 1.6;
    context.setLineDash(DASHES[pen]);
    context.beginPath();
    piece.forEach((one, i) => context[i === 0 ? 'moveTo' : 'lineTo'](middle(one), y(one.mean)));
    if (piece.length === 1) {
      context.lineTo(middle(piece[0]) + 2, y(piece[0].mean));
    }
    context.stroke();
    doubts(context, piece, (one) => [x(one.from), x(one.from + step), y(one.mean)], style.getPropertyValue('--bad'));
  }
}

/**
 * Marks the parts of a curve that are not good.
 * @param {CanvasRenderingContext2D} context
 * @param {Step[]} piece
 * @param {(one: Step) => [number, number, number]} place left, right and height of a step
 * @param {string} colour
 */
function doubts(context, piece, place, colour) {
  context.strokeStyle = colour;
  context.lineWidth = 4;
  for (const one of piece) {
    if (one.level !== 'GOOD') {
      const [left, right, y] = place(one);
      context.setLineDash(one.level === 'BAD' ? [] : [3, 3]);
      context.beginPath();
      context.moveTo(left, y);
      context.lineTo(Math.max(right, left + 2), y);
      context.stroke();
    }
  }
}

/**
 * One lane a tag: plain where it was good, outlined where uncertain, filled where bad, hatched where nothing is known.
 * @param {HTMLCanvasElement} canvas
 * @param {Series[]} all
 * @param {number} from UTC in ms
 * @param {number} to
 */
export function drawLanes(canvas, all, from, to) {
  const place = fresh(canvas);
  if (!place) {
    return;
  }
  const { context, width } = place;
  const style = getComputedStyle(canvas);
  const x = (/** @type {number} */ time) => ((time - from) / (to - from)) * width;
  const bad = style.getPropertyValue('--bad');
  all.forEach((series, lane) => {
    const top = lane * LANE_PX + (LANE_PX - LANE_BAR_PX) / 2;
    for (const piece of pieces(series)) {
      const left = x(piece[0].from);
      const right = x(piece[piece.length - 1].from + series.step);
      context.fillStyle = style.getPropertyValue('--line');
      context.fillRect(left, top, right - left, LANE_BAR_PX);
    }
    for (const [a, b] of gapsOf(series.steps, series.step, series.hole, from, to)) {
      hatch(context, x(a), top, x(b) - x(a), LANE_BAR_PX, style.getPropertyValue('--line-2'));
    }
    for (const one of series.steps) {
      if (one.level !== 'GOOD' && one.count > 0) {
        context.fillStyle = bad;
        const span = Math.max(2, x(one.from + series.step) - x(one.from));
        context.fillRect(x(one.from), top + (one.level === 'BAD' ? 0 : LANE_BAR_PX - 4), span, one.level === 'BAD' ? LANE_BAR_PX : 4);
      }
    }
  });
}
