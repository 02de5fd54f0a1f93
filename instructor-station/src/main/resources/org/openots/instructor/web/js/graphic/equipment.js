// @ts-check
import { nothing, svg } from 'lit';

/** Outlines of vessels, columns and exchangers; flat, with the liquid level where one is measured. */

/**
 * @param {any} item
 * @param {(name: string) => number | null | undefined} value
 */
export function equipment(item, value) {
  switch (item.kind) {
    case 'column': return column(item);
    case 'vessel':
    case 'drum': return vessel(item, value);
    case 'condenser': return condenser(item);
    case 'exchanger': return exchanger(item);
    default: return nothing;
  }
}

/** @param {any} item */
function column({ id, x, y, width, height, dome, trays }) {
  const right = x + width;
  const middle = x + width / 2;
  const outline = `M${x} ${y + dome}Q${x} ${y} ${middle} ${y}Q${right} ${y} ${right} ${y + dome}V${y + height}H${x}z`;
  const gap = 10;
  let lines = '';
  for (let i = 0; i < trays.count; i++) {
    lines += `M${i % 2 === 0 ? x + gap : x} ${trays.firstY + i * trays.pitch}h${width - gap}`;
  }
  return svg`<g class="eq" data-equipment=${id}><path d=${outline}/><path class="tray" d=${lines}/></g>
    ${trays.labels.map((/** @type {number} */ label) => svg`<text class="trn" x=${middle} y=${trays.firstY + (label - 1) * trays.pitch + 13} text-anchor="middle">${label}</text>`)}`;
}

/**
 * @param {any} item
 * @param {(name: string) => number | null | undefined} value
 */
function vessel(item, value) {
  const { id, x, y, width, height, radius, level } = item;
  let fill = /** @type {any} */ (nothing);
  const reading = level ? value(level.signal) : null;
  if (reading !== null && reading !== undefined) {
    const [low, high] = level.range;
    const part = Math.min(1, Math.max(0, (reading - low) / (high - low)));
    const depth = part * (height - 2);
    const name = `level-${id}`;
    fill = svg`<clipPath id=${name}><rect x=${x + 1} y=${y + 1} width=${width - 2} height=${height - 2} rx=${Math.max(0, radius - 1)}/></clipPath>
      <rect class="fl" clip-path="url(#${name})" x=${x} y=${y + height - 1 - depth} width=${width} height=${depth + 1}/>`;
  }
  return svg`<g data-equipment=${id}><rect class="eqb" x=${x} y=${y} width=${width} height=${height} rx=${radius}/>${fill}
    <rect class="eqo" x=${x} y=${y} width=${width} height=${height} rx=${radius}/></g>`;
}

/** @param {any} item */
function condenser({ id, x, y, width, height, radius }) {
  const middle = y + height / 2;
  return svg`<g class="eq" data-equipment=${id}><rect x=${x} y=${y} width=${width} height=${height} rx=${radius}/>
    <path d="M${x} ${middle}h10l6 -8 12 16 12 -16 8 8h${width - 48}" fill="none"/></g>`;
}

/** @param {any} item */
function exchanger({ id, x, y, radius }) {
  return svg`<g class="eq" data-equipment=${id}><circle cx=${x} cy=${y} r=${radius}/>${coil(x, y, radius)}</g>`;
}

/**
 * The zigzag of an exchanger.
 * @param {number} x
 * @param {number} y
 * @param {number} radius
 */
export function coil(x, y, radius) {
  const k = radius / 15;
  return svg`<path d="M${x - radius} ${y}h${6.75 * k}l${4.5 * k} ${-8.25 * k}l${7.5 * k} ${16.5 * k}l${4.5 * k} ${-8.25 * k}h${6.75 * k}" fill="none"/>`;
}
