// @ts-check
import { nothing, svg } from 'lit';
import { DASH, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { qualityWords } from '../core/quality.js';
import { nearest, stateOf } from './interlocks.js';

/** @typedef {import('../core/run-store.js').RunStore} RunStore */

const CELL = 20;
const CELL_PITCH = 24;
const ROW = 22;
const BAR_X = 72;
const BAR_WIDTH = 76;
const LINE = 14;
const MOST_LINES = 2;
/** Widths of a letter of 12 px, px: Chinese, and the others on average. */
const WIDE = 12;
const NARROW = 6.2;

/**
 * Words in as many lines as fit a panel; what is too much ends in dots.
 * @param {string} text
 * @param {number} room px
 */
function lines(text, room) {
  const long = (/** @type {string} */ part) => [...part].reduce((sum, letter) => sum + (letter > '\u2e80' ? WIDE : NARROW), 0);
  /** @type {string[]} */
  const found = [''];
  for (const part of text.match(/[\u2e80-\uffff]|[^\u2e80-\uffff\s]+|\s/g) ?? []) {
    const last = found[found.length - 1];
    if (last === '' || long(last + part) <= room) {
      found[found.length - 1] = `${last}${part}`.trimStart();
    } else if (found.length < MOST_LINES) {
      found.push(part.trimStart());
    } else {
      found[found.length - 1] = `${last.trimEnd()}\u2026`;
      break;
    }
  }
  return found;
}

/**
 * @param {any} panel
 * @param {RunStore} store
 * @param {{ tabindex: (key: string) => number }} state
 */
export function panel(panel, store, state) {
  switch (panel.kind) {
    case 'targets': return targets(panel, store);
    case 'interlocks': return interlocks(panel, store, state);
    case 'value': return calculated(panel, store);
    default: return frame(panel);
  }
}

/** @param {any} panel */
function frame({ x, y, width, height, title }) {
  return svg`<g class="grp"><rect x=${x} y=${y} width=${width} height=${height} rx="2"/><text class="gh" x=${x + 10} y=${y + 18}>${pick(title)}</text></g>`;
}

/**
 * @param {any} panel
 * @param {RunStore} store
 */
function targets(panel, store) {
  const { x, y, width } = panel;
  return svg`${frame(panel)}${panel.rows.map((/** @type {any} */ row, /** @type {number} */ i) => {
    const base = y + 40 + i * ROW;
    const [low, high] = row.range;
    const at = (/** @type {number} */ v) => x + BAR_X + BAR_WIDTH * Math.min(1, Math.max(0, (v - low) / (high - low)));
    const value = store.value(row.signal);
    const known = value !== null && value !== undefined;
    const doubt = store.qualityOf(row.signal);
    return svg`<g class="kv">${doubt ? svg`<title>${qualityWords(doubt, value, store.time)}</title>` : nothing}<text class="lb" x=${x + 10} y=${base}>${pick(row.text)}</text>
      <rect class="bar" x=${x + BAR_X} y=${base - 9} width=${BAR_WIDTH} height="9"/>
      <rect class="nb" x=${at(row.band[0])} y=${base - 9} width=${at(row.band[1]) - at(row.band[0])} height="9"/>
      ${known && !doubt ? svg`<path class="pvm" d="M${at(value)} ${base - 11}v13"/>` : nothing}
      <text class="kvv ${doubt ? 'dq' : ''}" x=${x + 246} y=${base} text-anchor="end">${known ? `${number(value, row.decimals)} ${row.unit}` : DASH}</text>
      <text class="lbs" x=${x + width - 10} y=${base} text-anchor="end">${pick(row.limit)}</text></g>`;
  })}`;
}

/**
 * @param {any} panel
 * @param {RunStore} store
 */
function calculated({ x, y, width, height, text, signal, decimals, setPoint }, store) {
  const set = setPoint ? store.trusted(setPoint) ?? undefined : undefined;
  const doubt = store.qualityOf(signal);
  return svg`<g class="calc" transform="translate(${x} ${y})"><rect width=${width} height=${height} rx="2"/>
    <text class="tg" x="8" y="13">${pick(text)}</text>
    <text class="pv ${doubt ? 'dq' : ''}" x="40" y="29" text-anchor="end">${number(store.value(signal), decimals)}</text>
    ${set === undefined ? nothing : svg`<text class="un" x="48" y="29">SP ${number(set, decimals)}</text>`}</g>`;
}

/**
 * One cell for each interlock; the one nearest to acting is framed and its distance is written below.
 * @param {any} panel
 * @param {RunStore} store
 * @param {{ tabindex: (key: string) => number }} state
 */
function interlocks(panel, store, state) {
  const list = store.plant?.interlocks ?? [];
  const states = new Map(list.map((one) => [one.id, stateOf(one, store)]));
  const tripped = list.filter((one) => states.get(one.id)?.tripped);
  const bypassed = list.filter((one) => states.get(one.id)?.bypassed).length;
  const next = tripped.length > 0 ? null : nearest(store);
  const unknown = list.filter((one) => states.get(one.id)?.unknown).length;
  const head = tripped.length > 0 ? t('interlock.panel.tripped', tripped.length)
    : unknown > 0 ? t('interlock.panel.unknown', unknown)
    : bypassed > 0 ? t('interlock.panel.bypassed', bypassed) : t('interlock.panel.ready');
  const { x, y, width } = panel;
  const below = y + 26 + Math.ceil(list.length / panel.columns) * CELL_PITCH + 14;
  const foot = (/** @type {any} */ one, /** @type {string} */ state) => {
    const words = lines(`${one.id.replace(/^\D+/, '')} ${pick(one.text)}`, width - 20);
    return svg`${words.map((word, i) => svg`<text class="lb" x=${x + 10} y=${below + i * LINE}>${word}</text>`)}<text class="lbs" x=${x + 10} y=${below + words.length * LINE}>${state}</text>`;
  };
  const first = tripped.find((one) => states.get(one.id)?.first) ?? tripped[0];
  return svg`${frame(panel)}<text class="lb" x=${x + width - 10} y=${y + 18} text-anchor="end">${head}</text>
    ${list.map((one, i) => {
      const now = /** @type {any} */ (states.get(one.id));
      const name = now.tripped ? 'trip' : next?.interlock.id === one.id ? 'warn' : '';
      const short = one.id.replace(/^\D+/, '');
      return svg`<g class="il ${name} ${now.bypassed ? 'byp' : ''} ${now.unknown ? 'unk' : ''}" data-pick="interlock" data-tag=${one.id} tabindex=${state.tabindex(one.id)} role="button"
        aria-label="${one.id} ${pick(one.text)} ${t(`interlock.state.${now.word}`)}"
        transform="translate(${x + 10 + (i % panel.columns) * CELL_PITCH} ${y + 26 + Math.floor(i / panel.columns) * CELL_PITCH})">
        <rect width=${CELL} height=${CELL} rx="1"/><text class="iln" x="10" y="14" text-anchor="middle">${now.bypassed ? t('interlock.chip.bypass') : short}</text>
        ${now.first ? svg`<path class="ilf" d="M0 0h6l-6 6z"/>` : nothing}</g>`;
    })}
    ${first ? foot(first, t('interlock.state.tripped')) : next ? foot(next.interlock, t('interlock.distance', number(next.distance, next.decimals), next.unit)) : nothing}`;
}
