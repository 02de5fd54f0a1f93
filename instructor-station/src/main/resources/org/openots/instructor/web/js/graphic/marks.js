// @ts-check
import { nothing, svg } from 'lit';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { line } from './geometry.js';
import { hitBox } from './symbols.js';

/** Local gauges, sample and inspection points and other things of the field drawing. */

/** @typedef {import('../core/run-store.js').RunStore} RunStore */

/**
 * A gauge read on the spot; it does not go through the transmitters of the control system.
 * @param {any} item
 * @param {RunStore} store
 * @param {{ tabindex: number, selected: boolean }} state
 */
export function gauge(item, store, state) {
  const value = store.value(item.tag);
  const known = value !== null && value !== undefined;
  const words = item.kind === 'window' ? (known ? t(`gauge.window.${Math.round(Math.min(2, Math.max(0, value)))}`) : '')
    : known ? `${number(value, item.decimals ?? 0)} ${item.unit}` : '';
  const [x, y, anchor = 'middle'] = item.label;
  return svg`${item.lead ? svg`<path class="lead" data-lead="1" d=${line(item.lead)}/>` : nothing}<g class="gau ${state.selected ? 'sel' : ''}" data-pick="gauge" data-tag=${item.tag} tabindex=${state.tabindex} role="button" aria-label="${item.tag} ${words}"
    transform="translate(${item.x} ${item.y})">${face(item, value)}${item.kind === 'sight-glass' ? hitBox(item.width / 2, item.height / 2) : hitBox()}</g>
    <text class="vt" x=${x} y=${y} text-anchor=${anchor}>${item.tag}<tspan class="opv"> ${words}</tspan></text>`;
}

/**
 * @param {any} item
 * @param {number | null | undefined} value
 */
function face(item, value) {
  const known = value !== null && value !== undefined;
  const part = known && item.range ? Math.min(1, Math.max(0, (value - item.range[0]) / (item.range[1] - item.range[0]))) : 0;
  switch (item.kind) {
    case 'sight-glass':
      return svg`<rect class="gf" width=${item.width} height=${item.height} rx="3"/>
        <rect class="fl" x="1.5" y=${1.5 + (item.height - 3) * (1 - part)} width=${item.width - 3} height=${(item.height - 3) * part}/>`;
    case 'dial': {
      const angle = -135 + 270 * part;
      return svg`<circle class="gf" r="9"/>${known ? svg`<path class="gn" d="M0 3V-7" transform="rotate(${angle})"/>` : nothing}`;
    }
    default:
      return svg`<circle class="gf" r="8"/>${known && value >= 0.5 ? svg`<circle class="fl" cx="-2.5" cy="2" r="1.8"/><circle class="fl" cx="2.5" cy="-1" r="1.8"/><circle class="fl" cx="1.5" cy="4" r="1.4"/>` : nothing}`;
  }
}

const LETTERS = { sample: 'S', ppe: 'P', detector: 'G', log: 'L', report: 'R' };

/**
 * Whether a field task is done.
 * @param {{ kind: string, id: string }} mark
 * @param {RunStore} store
 */
export function done(mark, store) {
  switch (mark.kind) {
    case 'check': return store.on(`CHECK.${mark.id}`);
    case 'sample': return Number.isFinite(store.value(`RECORD.${mark.id}`) ?? Number.NaN);
    case 'ppe': return store.on('PPE');
    case 'detector': return store.on(`${mark.id}.TEST`);
    case 'log': return store.on('LOG.COMPLETE');
    case 'report': return store.on('REPORT');
    default: return false;
  }
}

/**
 * Whether the plant has this mark; a drawing may show more than a task uses.
 * @param {{ kind: string, id: string }} mark
 * @param {RunStore} store
 */
function known(mark, store) {
  const tasks = store.plant?.fieldTasks;
  const list = mark.kind === 'check' ? tasks?.checks : mark.kind === 'sample' ? tasks?.samples : null;
  return list === null || Boolean(list?.some((item) => item.id === mark.id));
}

/**
 * @param {any} item
 * @param {RunStore} store
 * @param {{ tabindex: number, selected: boolean }} state
 */
export function mark(item, store, state) {
  if (!known(item, store)) {
    return nothing;
  }
  const ready = done(item, store);
  const letter = item.kind === 'check' ? item.id.replace(/^\D+0?/, '') : LETTERS[item.kind];
  const words = item.text ? pick(item.text) : item.kind === 'check' ? '' : item.id;
  const said = `${words || item.id} ${ready ? t('field.done') : t('field.open')}`;
  return svg`${item.lead ? svg`<path class="lead" d=${line(item.lead)}/>` : nothing}
    <g class="mk2 ${item.kind} ${ready ? 'rdy' : ''} ${state.selected ? 'sel' : ''}" data-pick=${item.kind} data-tag=${item.id} tabindex=${state.tabindex} role="button" aria-label=${said}
    transform="translate(${item.x} ${item.y})">${item.kind === 'check' ? svg`<path class="mkb" d="M0 -11L10 -5.5V5.5L0 11L-10 5.5V-5.5z"/>` : svg`<rect class="mkb" x="-10" y="-10" width="20" height="20" rx="3"/>`}
    ${ready ? svg`<path class="mkc" d="M-4.5 .5l3 3 6 -7"/>` : svg`<text class="mkt" y="4" text-anchor="middle">${letter}</text>`}${hitBox()}</g>
    ${item.label ? svg`<text class="lb" x=${item.label[0]} y=${item.label[1]} text-anchor=${item.label[2] ?? 'middle'}>${words}</text>` : nothing}`;
}
