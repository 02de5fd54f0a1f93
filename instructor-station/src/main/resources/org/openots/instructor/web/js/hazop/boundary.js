// @ts-check
/**
 * The boundary of a node on a drawing: the outline around boxes and the pipes between them, on a raster. It follows what
 * belongs to the node, so that two nodes beside each other do not overlap as their convex hulls would.
 *
 * @typedef {[number, number, number, number]} Box left, top, right, bottom
 * @typedef {[number, number]} Point
 */

/** Width of a cell of the raster, px of the drawing. */
const CELL = 6;
/** How far from a box the end of a pipe may lie to belong to it, px. */
const NEAR = 10;
/** Half the width of the boundary around a pipe, px. */
const PIPE = 8;
/** Cells by which gaps are closed: things of one node less than about 60 px apart get one outline. */
const CLOSING = 5;

/**
 * @param {Box[]} boxes what belongs to the node
 * @param {Point[][]} pipes all pipes of the drawing
 * @param {Box} frame the drawing
 * @returns {Point[][]} closed outlines
 */
export function boundary(boxes, pipes, frame) {
  if (boxes.length === 0) {
    return [];
  }
  // shrinking needs empty cells around what was grown
  const [left, top, right, bottom] = frame;
  const rim = CELL * (CLOSING + 1);
  const raster = new Raster([left - rim, top - rim, right + rim, bottom + rim]);
  boxes.forEach((box) => raster.fill(box));
  const inside = ([x, y]) => boxes.some(([left, top, right, bottom]) => x >= left - NEAR && x <= right + NEAR && y >= top - NEAR && y <= bottom + NEAR);
  for (const pipe of pipes) {
    if (inside(pipe[0]) && inside(pipe[pipe.length - 1])) {
      for (let i = 1; i < pipe.length; i++) {
        raster.fill(around(pipe[i - 1], pipe[i]));
      }
    }
  }
  raster.close(CLOSING);
  raster.join();
  return raster.outlines();
}

/** @param {Point} a @param {Point} b @returns {Box} */
function around([ax, ay], [bx, by]) {
  return [Math.min(ax, bx) - PIPE, Math.min(ay, by) - PIPE, Math.max(ax, bx) + PIPE, Math.max(ay, by) + PIPE];
}

class Raster {
  /** @param {Box} frame */
  constructor([left, top, right, bottom]) {
    this.left = left;
    this.top = top;
    this.columns = Math.ceil((right - left) / CELL);
    this.rows = Math.ceil((bottom - top) / CELL);
    this.cells = new Uint8Array(this.columns * this.rows);
  }

  /** @param {number} column @param {number} row */
  at(column, row) {
    return column >= 0 && row >= 0 && column < this.columns && row < this.rows ? this.cells[row * this.columns + column] : 0;
  }

  /** @param {Box} box */
  fill([left, top, right, bottom]) {
    const clamp = (/** @type {number} */ value, /** @type {number} */ most) => Math.min(most, Math.max(0, value));
    for (let row = clamp(Math.floor((top - this.top) / CELL), this.rows - 1); row <= clamp(Math.floor((bottom - this.top) / CELL), this.rows - 1); row++) {
      for (let column = clamp(Math.floor((left - this.left) / CELL), this.columns - 1); column <= clamp(Math.floor((right - this.left) / CELL), this.columns - 1); column++) {
        this.cells[row * this.columns + column] = 1;
      }
    }
  }

  /** Grows and shrinks again, which fills gaps. @param {number} by cells */
  close(by) {
    for (let i = 0; i < by; i++) {
      this.#spread(1);
    }
    for (let i = 0; i < by; i++) {
      this.#spread(0);
    }
  }

  /** Every cell beside a cell of the value gets it. @param {0 | 1} value */
  #spread(value) {
    const next = this.cells.slice();
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        if (this.at(column, row) === 1 - value) {
          for (let dy = -1; dy <= 1; dy++) {
            for (let dx = -1; dx <= 1; dx++) {
              const inRaster = column + dx >= 0 && row + dy >= 0 && column + dx < this.columns && row + dy < this.rows;
              if (inRaster && this.at(column + dx, row + dy) === value) {
                next[row * this.columns + column] = value;
              }
            }
          }
        }
      }
    }
    this.cells = next;
  }

  /** Joins parts by corridors, each to the part nearest to it. */
  join() {
    for (let parts = this.#parts(); parts.length > 1; parts = this.#parts()) {
      const first = parts.reduce((best, part) => (part.length < best.length ? part : best));
      let best = { distance: Infinity, from: first[0], to: first[0] };
      for (const part of parts) {
        if (part !== first) {
          for (const from of first) {
            for (const to of part) {
              const distance = Math.abs(from[0] - to[0]) + Math.abs(from[1] - to[1]);
              if (distance < best.distance) {
                best = { distance, from, to };
              }
            }
          }
        }
      }
      this.#corridor(best.from, best.to);
    }
  }

  /** @param {Point} from @param {Point} to */
  #corridor([ax, ay], [bx, by]) {
    const px = (/** @type {number} */ column) => this.left + (column + 0.5) * CELL;
    const py = (/** @type {number} */ row) => this.top + (row + 0.5) * CELL;
    this.fill([Math.min(px(ax), px(bx)), py(ay) - CELL, Math.max(px(ax), px(bx)), py(ay) + CELL]);
    this.fill([px(bx) - CELL, Math.min(py(ay), py(by)), px(bx) + CELL, Math.max(py(ay), py(by))]);
  }

  /** Cells at the edge of each connected part. @returns {Point[][]} */
  #parts() {
    const seen = new Uint8Array(this.cells.length);
    /** @type {Point[][]} */
    const parts = [];
    for (let start = 0; start < this.cells.length; start++) {
      if (this.cells[start] === 1 && seen[start] === 0) {
        /** @type {Point[]} */
        const edge = [];
        const queue = [start];
        seen[start] = 1;
        while (queue.length > 0) {
          const cell = /** @type {number} */ (queue.pop());
          const column = cell % this.columns;
          const row = Math.floor(cell / this.columns);
          for (const [dx, dy] of [[1, 0], [-1, 0], [0, 1], [0, -1]]) {
            if (this.at(column + dx, row + dy) === 0) {
              edge.push([column, row]);
            } else if (seen[cell + dx + dy * this.columns] === 0) {
              seen[cell + dx + dy * this.columns] = 1;
              queue.push(cell + dx + dy * this.columns);
            }
          }
        }
        parts.push(edge);
      }
    }
    return parts;
  }

  /** The edges between filled and empty cells, chained to closed lines with the filled side on the right. */
  outlines() {
    /** @type {Map<string, Point[]>} */
    const next = new Map();
    const add = (/** @type {Point} */ from, /** @type {Point} */ to) => next.set(String(from), [...(next.get(String(from)) ?? []), to]);
    for (let row = 0; row < this.rows; row++) {
      for (let column = 0; column < this.columns; column++) {
        if (this.at(column, row) === 1) {
          if (this.at(column, row - 1) === 0) { add([column, row], [column + 1, row]); }
          if (this.at(column + 1, row) === 0) { add([column + 1, row], [column + 1, row + 1]); }
          if (this.at(column, row + 1) === 0) { add([column + 1, row + 1], [column, row + 1]); }
          if (this.at(column - 1, row) === 0) { add([column, row + 1], [column, row]); }
        }
      }
    }
    /** @type {Point[][]} */
    const lines = [];
    for (const key of [...next.keys()]) {
      while ((next.get(key) ?? []).length > 0) {
        lines.push(this.#chain(key, next));
      }
    }
    return lines;
  }

  /** @param {string} start @param {Map<string, Point[]>} next @returns {Point[]} */
  #chain(start, next) {
    /** @type {Point[]} */
    const corners = [];
    let at = /** @type {Point} */ (start.split(',').map(Number));
    do {
      const to = /** @type {Point} */ ((next.get(String(at)) ?? []).pop());
      const [a, b] = corners.slice(-2);
      const straight = b && ((a[0] === b[0] && b[0] === to[0]) || (a[1] === b[1] && b[1] === to[1]));
      if (straight) {
        corners.pop();
      }
      corners.push(to);
      at = to;
    } while (String(at) !== start);
    return corners.map(([column, row]) => /** @type {Point} */ ([this.left + column * CELL, this.top + row * CELL]));
  }
}
