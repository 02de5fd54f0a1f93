// @ts-check
/** @typedef {[number, number]} Point */

/** Length of an arrow head and of the part of its line that it hides, px. */
const HEAD = 8;
const HIDDEN = 4;

/** @param {Point[]} points */
export function line(points) {
  return 'M' + points.map(([x, y]) => `${x} ${y}`).join('L');
}

/**
 * The line without the tip that the arrow head covers.
 * @param {Point[]} points
 */
export function shortened(points) {
  const [ax, ay] = points[points.length - 2];
  const [bx, by] = points[points.length - 1];
  const length = Math.hypot(bx - ax, by - ay) || 1;
  /** @type {Point} */
  const end = [bx - (HIDDEN * (bx - ax)) / length, by - (HIDDEN * (by - ay)) / length];
  return line([...points.slice(0, -1), end]);
}

/**
 * Place and direction of the arrow head at the end of a line.
 * @param {Point[]} points
 */
export function headTransform(points) {
  const [ax, ay] = points[points.length - 2];
  const [bx, by] = points[points.length - 1];
  return `translate(${bx} ${by}) rotate(${Math.round((Math.atan2(by - ay, bx - ax) * 180) / Math.PI)})`;
}

export const HEAD_PATH = `M0 0l-${HEAD} -4v8z`;

const TURNS = { right: 0, down: 90, left: 180, up: -90 };

/** @param {string | undefined} turn */
export function degrees(turn) {
  return TURNS[turn ?? 'right'] ?? 0;
}

/**
 * The element nearest in a direction, for the arrow keys.
 * @param {Element[]} elements
 * @param {Element} from
 * @param {'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown'} key
 */
export function neighbour(elements, from, key) {
  const centre = (/** @type {Element} */ element) => {
    const box = element.getBoundingClientRect();
    return [box.x + box.width / 2, box.y + box.height / 2];
  };
  const [x, y] = centre(from);
  const horizontal = key === 'ArrowLeft' || key === 'ArrowRight';
  const sign = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
  let best = null;
  let smallest = Infinity;
  for (const element of elements) {
    const [ex, ey] = centre(element);
    const along = sign * (horizontal ? ex - x : ey - y);
    const across = Math.abs(horizontal ? ey - y : ex - x);
    const distance = along + 2.5 * across;
    if (element !== from && along > 4 && distance < smallest) {
      smallest = distance;
      best = element;
    }
  }
  return best;
}
