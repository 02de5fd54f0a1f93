// @ts-check
import { nothing, svg } from 'lit';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { priorityMark } from '../core/icons.js';
import { lookOf, qualityMark, qualityWords } from '../core/quality.js';
import { coil } from './equipment.js';
import { degrees } from './geometry.js';

/** A valve counts as open above this, %. */
const OPEN_PERCENT = 1;
/** Side of the square in which a symbol can be hit, px of the drawing; the symbol itself is smaller. */
const HIT = 24;

/** An unseen square around a point, for pointers. @param {number} x @param {number} y */
export function hitBox(x = 0, y = 0) {
  return svg`<rect class="hit" x=${x - HIT / 2} y=${y - HIT / 2} width=${HIT} height=${HIT}/>`;
}

/**
 * @typedef {{ selected: boolean, tabindex: number, moving: boolean }} SymbolState
 * @typedef {import('../core/run-store.js').RunStore} RunStore
 */

/**
 * Whether a device is open or running.
 * @param {any} item
 * @param {RunStore} store
 */
function active(item, store) {
  const value = store.value(item.tag) ?? 0;
  return item.kind.endsWith('valve') ? value > OPEN_PERCENT : value > 0.5;
}

/**
 * The state in words.
 * @param {any} item
 * @param {RunStore} store
 */
export function stateWord(item, store) {
  const value = store.value(item.tag);
  const quality = store.qualityOf(item.tag);
  if (value === null || value === undefined) {
    return quality ? qualityWords(quality, value, store.time) : t('state.unknown');
  }
  return quality ? `${plainWord(item, store, value)} ${qualityWords(quality, value, store.time)}` : plainWord(item, store, value);
}

/**
 * The state that was last known, without how far it can be trusted.
 * @param {any} item
 * @param {RunStore} store
 */
export function plainState(item, store) {
  const value = store.value(item.tag);
  return value === null || value === undefined ? t('state.unknown') : plainWord(item, store, value);
}

/**
 * @param {any} item
 * @param {RunStore} store
 * @param {number} value
 */
function plainWord(item, store, value) {
  const on = active(item, store);
  switch (item.kind) {
    case 'hand-valve':
    case 'control-valve':
    case 'solenoid-valve':
    case 'shutoff-valve':
    case 'motor-valve':
      return !on ? t('state.closed') : value > 99 ? t('state.open') : t('state.open.part', number(value, 0));
    case 'switch': return on ? t('state.switch.on') : t('state.switch.off');
    case 'estop': return on ? t('state.estop.pressed') : t('state.estop.normal');
    case 'heater': return on ? t('state.heater.on') : t('state.heater.off');
    default: return on ? t('state.running') : t('state.stopped');
  }
}

/** @param {any} item */
function valve(item) {
  const { kind, turn } = item;
  const rotation = turn === 'left' || turn === 'right' ? 90 : 0;
  const stem = turn === 'left' ? 'rotate(-90)' : turn === 'right' ? 'rotate(90)' : turn === 'down' ? 'rotate(180)' : '';
  const actuator = kind === 'control-valve' ? svg`<path class="st" d="M0 0V-9"/><path class="ac" d="M-7 -9a7 6.5 0 0 1 14 0z"/>`
    : kind === 'motor-valve' ? svg`<path class="st" d="M0 0V-7"/><circle class="ac" cy="-12" r="5"/>`
    : kind === 'solenoid-valve' || kind === 'shutoff-valve' ? svg`<path class="st" d="M0 0V-7"/><rect class="ac" x="-5" y="-16" width="10" height="9"/><path class="sol" d="M-2.6 -9l5.2 -5"/>`
    : svg`<path class="st" d="M0 0V-7M-4.5 -7h9"/>`;
  return svg`<rect class="vh" x="-9" y="-7" width="18" height="14" transform="rotate(${rotation})"/>
    <g transform="rotate(${rotation})"><path class="vb" d="M-8 -5.5L8 5.5V-5.5L-8 5.5z"/></g><g transform=${stem}>${actuator}</g>`;
}

/**
 * @param {any} item
 * @param {RunStore} store
 */
function body(item, store) {
  switch (item.kind) {
    case 'pump': return svg`<circle r="11"/><path transform="rotate(${degrees(item.turn)})" d="M10.5 0L-5.5 -9.2V9.2z"/>
      ${store.trusted(`${item.tag}.TRIP`) ? svg`<g transform="translate(7 -20) scale(.85)">${priorityMark(1, false)}</g>` : nothing}`;
    case 'fan': return svg`<circle r="11"/><path d="M0 0C2 -9 8 -9 7 -3C5 0 2 0 0 0C-2 9 -8 9 -7 3C-5 0 -2 0 0 0z"/>`;
    case 'switch': return svg`<rect x="-5" y="-10" width="11" height="20"/><path d="M-3 ${store.on(item.tag) ? -4 : 4}h7"/>`;
    case 'estop': return svg`<circle r="10"/><circle class="in" r="4.5"/>`;
    case 'heater': return item.form === 'rods' ? rods(item) : svg`<circle r=${item.radius}/>${coil(0, 0, item.radius)}`;
    default: return valve(item);
  }
}

/** Heating rods that enter a vessel from the right. @param {any} item */
function rods({ width, height }) {
  const bars = [0, height / 2, height].map((y) => `M${width} ${y}h-${width}`).join('');
  return svg`<rect class="hit" x="-4" y="-6" width=${width + 2} height=${height + 12}/><path class="rodo" d=${bars}/><path class="rod" d=${bars}/>`;
}

const GROUPS = { pump: 'pump', fan: 'pump', switch: 'sw', estop: 'sw', heater: 'htr' };

/**
 * A device with its label: open or running is bright, closed or stopped is dark.
 * @param {any} item
 * @param {RunStore} store
 * @param {SymbolState} state
 */
export function symbol(item, store, state) {
  const on = active(item, store);
  const permit = store.trusted(`${item.tag}.PERMIT`);
  const quality = store.qualityOf(item.tag);
  const names = [GROUPS[item.kind] ?? 'valve', quality ? 'dbt' : on ? 'op' : 'cl', state.selected ? 'sel' : '', state.moving ? 'mov' : '',
    !on && permit === 0 ? 'nop' : '', item.kind === 'estop' && on && !quality ? 'trip' : ''];
  return svg`<g class=${names.join(' ')} transform="translate(${item.x} ${item.y})" data-pick="device" data-tag=${item.tag} data-kind=${item.kind}
    tabindex=${state.tabindex} role="button" aria-label="${item.tag} ${stateWord(item, store)}">${quality ? svg`<title>${item.tag} ${stateWord(item, store)}</title>` : nothing}${body(item, store)}${quality ? doubt(item, lookOf(quality, store.value(item.tag))) : nothing}${item.kind === 'heater' ? nothing : hitBox()}</g>${label(item, store)}`;
}

/**
 * The mark of a state that cannot be trusted, in the middle of the symbol; what was never measured is only drawn dashed.
 * @param {any} item
 * @param {'bad' | 'uncertain' | 'never'} look
 */
function doubt(item, look) {
  const [x, y] = item.form === 'rods' ? [item.width / 2, item.height / 2] : [0, 0];
  return look === 'never' ? nothing : svg`<g class="qmk" transform="translate(${x - 6} ${y - 6}) scale(.67)">${qualityMark(look)}</g>`;
}

/**
 * @param {any} item
 * @param {RunStore} store
 */
function label(item, store) {
  if (!item.label) {
    return nothing;
  }
  const [x, y, anchor = 'middle'] = item.label;
  const shown = item.value ? store.value(item.value.signal) : undefined;
  const text = svg`<text class="vt" x=${x} y=${y} text-anchor=${anchor}>${item.tag}${shown === undefined || (item.kind === 'pump' && !active(item, store)) ? nothing
    : svg`<tspan class="opv ${store.qualityOf(item.value.signal) ? 'dq' : ''}"> ${number(shown, item.value.decimals)}${item.value.unit}</tspan>`}</text>`;
  if (!item.state) {
    return text;
  }
  return svg`${text}<text class="lb" x=${item.state[0]} y=${item.state[1]} text-anchor=${item.state[2] ?? 'start'}>${pick(item.text)}${item.text ? ' ' : ''}${plainState(item, store)}</text>`;
}
