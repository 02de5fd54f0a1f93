// @ts-check
/** Draws an output of the digital twin: rig and model with the band of three sigma, and what is between them. */
import { DASHES, fresh, grid, rangeAround } from '../dcs/trend-chart.js';

/**
 * @typedef {{ t: number, rig: number | null, model: number | null, residual: number | null, sigma: number | null, alarm: number }} TwinStep
 */

const BAND = 3;
const BAND_ALPHA = 0.16;
/** Steps that are missing for longer are a hole, in steps. */
const HOLE = 2.5;
const ALARM_PX = 5;

/**
 * The steps without holes between them, those only that have a number.
 * @param {TwinStep[]} steps
 * @param {number} step
 * @param {(one: TwinStep) => boolean} there
 */
export function piecesOf(steps, step, there) {
  /** @type {TwinStep[][]} */
  const found = [];
  let last = -Infinity;
  for (const one of steps) {
    if (there(one)) {
      if (one.t - last > HOLE * step) {
        found.push([]);
      }
      found[found.length - 1].push(one);
      last = one.t;
    }
  }
  return found;
}

/**
 * The range that shows rig, model and band.
 * @param {TwinStep[]} steps
 * @returns {[number, number]}
 */
export function rangeOf(steps) {
  let low = Infinity;
  let high = -Infinity;
  for (const { rig, model, sigma } of steps) {
    const band = BAND * (sigma ?? 0);
    low = Math.min(low, rig ?? Infinity, model === null ? Infinity : model - band);
    high = Math.max(high, rig ?? -Infinity, model === null ? -Infinity : model + band);
  }
  return around(low, high);
}

/**
 * The range that shows the residual and its band.
 * @param {TwinStep[]} steps
 * @returns {[number, number]}
 */
export function residualRange(steps) {
  let most = 0;
  for (const { residual, sigma } of steps) {
    most = Math.max(most, Math.abs(residual ?? 0), BAND * (residual === null ? 0 : sigma ?? 0));
  }
  return most > 0 ? [-1.15 * most, 1.15 * most] : [-1, 1];
}

/** @param {number} low @param {number} high @returns {[number, number]} */
function around(low, high) {
  if (low > high) {
    return [0, 1];
  }
  const room = high > low ? 4 * (high - low) : Math.max(1e-6, Math.abs(high) * 0.01);
  return rangeAround([low - room, high + room], low, high);
}

/**
 * A canvas to draw on, with where times and values are on it; null while it is not shown.
 * @param {HTMLCanvasElement} canvas
 * @param {number} step
 * @param {number} from
 * @param {number} to
 * @param {[number, number]} range
 */
function stage(canvas, step, from, to, range) {
  const place = fresh(canvas);
  return place ? {
    ...place,
    style: getComputedStyle(canvas),
    x: (/** @type {TwinStep} */ one) => ((one.t + step / 2 - from) / (to - from)) * place.width,
    y: (/** @type {number} */ value) => place.height * (1 - (value - range[0]) / (range[1] - range[0])),
  } : null;
}

/**
 * Rig beside model.
 * @param {HTMLCanvasElement} canvas
 * @param {TwinStep[]} steps
 * @param {number} step length of a step, ms
 * @param {number} from UTC in ms
 * @param {number} to
 * @param {[number, number]} range
 */
export function drawBeside(canvas, steps, step, from, to, range) {
  const place = stage(canvas, step, from, to, range);
  if (!place) {
    return;
  }
  const { context, width, height, style, x, y } = place;
  grid(context, width, height);
  clip(context, width, height, () => {
    const [rigPen, modelPen] = ['a', 'b'].map((pen) => style.getPropertyValue(`--pen-${pen}`));
    for (const piece of piecesOf(steps, step, (one) => one.model !== null && one.sigma !== null)) {
      context.globalAlpha = BAND_ALPHA;
      context.fillStyle = modelPen;
      context.beginPath();
      piece.forEach((one, i) => context[i === 0 ? 'moveTo' : 'lineTo'](x(one), y(edge(one, 1))));
      [...piece].reverse().forEach((one) => context.lineTo(x(one), y(edge(one, -1))));
      context.closePath();
      context.fill();
      context.globalAlpha = 1;
    }
    line(context, piecesOf(steps, step, (one) => one.model !== null), x, (one) => y(one.model ?? 0), modelPen, 1.8, DASHES[1]);
    line(context, piecesOf(steps, step, (one) => one.rig !== null), x, (one) => y(one.rig ?? 0), rigPen, 2.2, DASHES[0]);
  });
}

/** @param {TwinStep} one @param {number} side */
function edge(one, side) {
  return (one.model ?? 0) + side * BAND * (one.sigma ?? 0);
}

/**
 * Rig less model, with the band, and where the chart was in alarm.
 * @param {HTMLCanvasElement} canvas
 * @param {TwinStep[]} steps
 * @param {number} step
 * @param {number} from
 * @param {number} to
 * @param {[number, number]} range
 */
export function drawResidual(canvas, steps, step, from, to, range) {
  const place = stage(canvas, step, from, to, range);
  if (!place) {
    return;
  }
  const { context, width, height, style, x, y } = place;
  const ink = style.getPropertyValue('--pen-f');
  clip(context, width, height, () => {
    context.strokeStyle = style.getPropertyValue('--line');
    context.lineWidth = 1;
    context.setLineDash([]);
    context.beginPath();
    context.moveTo(0, y(0));
    context.lineTo(width, y(0));
    context.stroke();
    for (const side of [1, -1]) {
      const pieces = piecesOf(steps, step, (one) => one.residual !== null && one.sigma !== null);
      line(context, pieces, x, (one) => y(side * BAND * (one.sigma ?? 0)), style.getPropertyValue('--pen-b'), 1.2, [4, 4]);
    }
    line(context, piecesOf(steps, step, (one) => one.residual !== null), x, (one) => y(one.residual ?? 0), ink, 1.6, []);
    context.fillStyle = style.getPropertyValue('--p2');
    const wide = Math.max(2, (step / (to - from)) * width + 0.5);
    for (const one of steps) {
      if (one.alarm !== 0) {
        context.fillRect(x(one) - wide / 2, one.alarm > 0 ? 0 : height - ALARM_PX, wide, ALARM_PX);
      }
    }
  });
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {number} width
 * @param {number} height
 * @param {() => void} drawing
 */
function clip(context, width, height, drawing) {
  context.save();
  context.beginPath();
  context.rect(0, 0, width, height);
  context.clip();
  drawing();
  context.restore();
}

/**
 * @param {CanvasRenderingContext2D} context
 * @param {TwinStep[][]} pieces
 * @param {(one: TwinStep) => number} x
 * @param {(one: TwinStep) => number} y
 * @param {string} colour
 * @param {number} width
 * @param {number[]} dash
 */
function line(context, pieces, x, y, colour, width, dash) {
  context.strokeStyle = colour;
  context.lineWidth = width;
  context.lineJoin = 'round';
  context.setLineDash(dash);
  for (const piece of pieces) {
    context.beginPath();
    piece.forEach((one, i) => context[i === 0 ? 'moveTo' : 'lineTo'](x(one), y(one)));
    if (piece.length === 1) {
      context.lineTo(x(piece[0]) + 2, y(piece[0]));
    }
    context.stroke();
  }
}
