// @ts-check
/** Draws curves on a canvas, one point a pixel column kept: the smallest and the largest. */

export const PENS = ['a', 'b', 'c', 'd', 'e', 'f'];
export const DASHES = [[], [8, 4], [2, 3], [12, 4], [8, 3, 2, 3], [3, 5]];
const GRID_X = 6;
const GRID_Y = 4;

/**
 * @typedef {{ times: number[], values: Array<number | null>, low: number, high: number, pen: number, bold: boolean }} Curve
 */

/**
 * @param {HTMLCanvasElement} canvas
 * @param {Curve[]} curves
 * @param {number} from
 * @param {number} to
 * @param {Array<{ y: number, pen: number }>} limits dotted lines, y as a part of the height from the top
 */
export function draw(canvas, curves, from, to, limits) {
  const place = fresh(canvas);
  if (!place) {
    return;
  }
  const { context, width, height } = place;
  const style = getComputedStyle(canvas);
  grid(context, width, height);
  for (const { y, pen } of limits) {
    stroke(context, style.getPropertyValue(`--pen-${PENS[pen]}`), 1.4, [2, 4]);
    context.beginPath();
    context.moveTo(0, y * height);
    context.lineTo(width, y * height);
    context.stroke();
  }
  for (const curve of curves) {
    stroke(context, style.getPropertyValue(`--pen-${PENS[curve.pen]}`), curve.bold ? 2.6 : 1.8, DASHES[curve.pen]);
    trace(context, curve, from, to, width, height);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} width
 * @param {number} height
 */
export function grid(context, width, height) {
  for (let i = 1; i < GRID_Y; i++) {
    stroke(context, '#c9ced2', 1, []);
    segment(context, 0, (i * height) / GRID_Y, width, (i * height) / GRID_Y);
  }
  for (let i = 1; i < GRID_X; i++) {
    stroke(context, '#dadee1', 1, []);
    segment(context, (i * width) / GRID_X, 0, (i * width) / GRID_X, height);
  }
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} ax
 * @param {number} ay
 * @param {number} bx
 * @param {number} by
 */
function segment(context, ax, ay, bx, by) {
  context.beginPath();
  context.moveTo(ax, ay);
  context.lineTo(bx, by);
  context.stroke();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {string} color
 * @param {number} width
 * @param {number[]} dash
 */
function stroke(context, color, width, dash) {
  context.strokeStyle = color.trim() || '#000';
  context.lineWidth = width;
  context.setLineDash(dash);
  context.lineJoin = 'round';
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {Curve} curve
 * @param {number} from
 * @param {number} to
 * @param {number} width
 * @param {number} height
 */
function trace(context, { times, values, low, high }, from, to, width, height) {
  const x = (/** @type {number} */ time) => ((time - from) / (to - from)) * width;
  const y = (/** @type {number} */ value) => height * (1 - (value - low) / (high - low));
  let column = -1;
  let least = 0;
  let most = 0;
  let last = 0;
  let drawing = false;
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  context.beginPath();
  const finish = () => {
    if (drawing && most - least > 1) {
      context.lineTo(column, least);
      context.lineTo(column, most);
      context.lineTo(column, last);
    }
  };
  times.forEach((time, i) => {
    const value = values[i];
    if (value === null || value === undefined || time < from - 30 || time > to) {
      finish();
      drawing = drawing && value !== null && value !== undefined;
      column = -1;
      return;
    }
    const here = Math.floor(x(time));
    const level = y(value);
    if (here === column) {
      least = Math.min(least, level);
      most = Math.max(most, level);
    } else {
      finish();
      context[drawing ? 'lineTo' : 'moveTo'](x(time), level);
      drawing = true;
      column = here;
      least = level;
      most = level;
    }
    last = level;
  });
  finish();
  context.stroke();
  context.restore();
}

/**
 * Where the labels at the right end go, so that none covers another.
 * @param {number[]} wanted tops wanted, px
 * @param {number} gap smallest distance, px
 * @param {number} height
 */
export function spread(wanted, gap, height) {
  const order = wanted.map((y, i) => ({ y: Math.min(height, Math.max(0, y)), i })).sort((a, b) => a.y - b.y);
  for (let i = 1; i < order.length; i++) {
    order[i].y = Math.max(order[i].y, order[i - 1].y + gap);
  }
  for (let i = order.length - 1; i >= 0; i--) {
    order[i].y = Math.min(order[i].y, height - (order.length - 1 - i) * gap);
  }
  const result = new Array(wanted.length).fill(0);
  order.forEach(({ y, i }) => { result[i] = y; });
  return result;
}

/**
 * The drawn range of a curve: its instrument's, narrowed to round numbers around what is seen.
 * @param {[number, number]} range of the instrument
 * @param {number | null} least
 * @param {number | null} most
 * @returns {[number, number]}
 */
export function rangeAround([low, high], least, most) {
  if (least === null || most === null) {
    return [low, high];
  }
  const need = Math.max((most - least) * 1.4, (high - low) * 0.1);
  const steps = [1, 2, 2.5, 5, 10];
  const raw = need / 4;
  const power = 10 ** Math.floor(Math.log10(raw));
  for (const step of [...steps.map((one) => one * power), 10 * power * 2]) {
    const wanted = Math.floor(((least + most - need) / 2) / step) * step;
    const bottom = Math.max(low, Math.min(wanted, Math.floor((high - 4 * step) / step) * step));
    if (bottom + 4 * step >= most && bottom <= least && 4 * step >= need) {
      return 4 * step >= high - low ? [low, high] : [Number(bottom.toFixed(6)), Number((bottom + 4 * step).toFixed(6))];
    }
  }
  return [low, high];
}

/**
 * Fits the canvas to its place on the screen and clears it; null when it is not shown.
 * @param {HTMLCanvasElement} canvas
 */
export function fresh(canvas) {
  const ratio = window.devicePixelRatio || 1;
  const width = canvas.clientWidth;
  const height = canvas.clientHeight;
  if (width === 0 || height === 0) {
    return null;
  }
  if (canvas.width !== Math.round(width * ratio) || canvas.height !== Math.round(height * ratio)) {
    canvas.width = Math.round(width * ratio);
    canvas.height = Math.round(height * ratio);
  }
  const context = /** @type {CanvasRenderingContext2D} */ (canvas.getContext('2d'));
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  return { context, width, height };
}
