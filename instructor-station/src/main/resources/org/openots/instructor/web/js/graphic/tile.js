// @ts-check
import { nothing, svg } from 'lit';
import { number } from '../core/format.js';
import { priorityMark } from '../core/icons.js';
import { t } from '../core/i18n.js';
import { lookOf, qualityMark, qualityWords } from '../core/quality.js';

export const TILE_WIDTH = 92;
export const TILE_HEIGHT = 34;
const BAR_TOP = 4;
const BAR_HEIGHT = 26;
const MODES = ['M', 'A', 'C'];
/** Place of the unit in the tile, and where its room ends. */
const UNIT_AT = 65;
const UNIT_END = 90;

/** About how wide a unit is at its size. @param {string} unit */
function unitWidth(unit) {
  return [...unit].reduce((sum, letter) => sum + (letter === '%' ? 10 : letter === 'm' || letter === 'M' ? 9.6 : /[A-Z]/.test(letter) ? 6.8 : /[/ijl.³]/.test(letter) ? 4 : 6.2), 0);
}

/**
 * Height in the tile's bar of a value, within the bar.
 * @param {number} value
 * @param {[number, number]} range
 */
function height(value, [low, high]) {
  const part = Math.min(1, Math.max(0, (value - low) / (high - low)));
  return BAR_TOP + BAR_HEIGHT * (1 - part);
}

/**
 * The range in which a signal needs nobody: between its low and high alarms.
 * @param {import('../core/types.js').SignalDefinition} signal
 * @returns {[number, number]}
 */
export function normalBand(signal) {
  const low = signal.alarms?.filter((alarm) => alarm.kind === 'L').map((alarm) => alarm.limit)[0];
  const high = signal.alarms?.filter((alarm) => alarm.kind === 'H').map((alarm) => alarm.limit)[0];
  return low === undefined && high === undefined && signal.normal ? signal.normal : [low ?? signal.range[0], high ?? signal.range[1]];
}

/**
 * How an alarm shows on its tile.
 * @param {import('../core/types.js').Alarm | null} alarm
 * @param {boolean} bad
 */
function look(alarm, bad) {
  if (bad) {
    return { name: 'alb', mark: svg`<g class="pmk" transform="translate(-8 -6) scale(.9445)">${priorityMark('bad', alarm?.state === 'ack')}</g>` };
  }
  if (!alarm) {
    return { name: '', mark: nothing };
  }
  if (alarm.state === 'shelved' || alarm.state === 'suppressed' || alarm.state === 'oos') {
    return {
      name: alarm.state === 'oos' ? 'oos' : '',
      mark: svg`<g><rect class="chp" x="-8" y="-6" width="18" height="16" rx="1"/><text class="chpt" x="1" y="6.4" text-anchor="middle">${t(`alarm.chip.${alarm.state}`)}</text></g>`,
    };
  }
  const hollow = alarm.state === 'ack';
  return {
    name: `al${alarm.priority} ${hollow ? 'ack' : 'una'} ${alarm.state === 'rtn' ? 'rtn' : ''}`,
    mark: svg`<g class="pmk" transform="translate(-8 -6) scale(.9445)">${priorityMark(alarm.priority, hollow)}</g>`,
  };
}

/**
 * How a value of a rig shows that is not good: grey, without its place on the bar, a mark there instead.
 * @param {import('../core/quality.js').Quality | null} quality
 * @param {number | null | undefined} value
 */
function doubt(quality, value) {
  if (!quality) {
    return { name: '', mark: nothing };
  }
  const look = lookOf(quality, value);
  return { name: `dub q-${look}`, mark: svg`<g class="qmk" transform="translate(.5 11.5) scale(.83)">${qualityMark(look)}</g>` };
}

/**
 * A value tile: analog bar with normal range, mark of the value, set point, tag, value, unit and mode.
 * @param {{ tag: string, x: number, y: number, bar?: [number, number] }} place
 * @param {import('../core/run-store.js').RunStore} store
 * @param {{ selected: boolean, tabindex: number }} state
 */
export function tile(place, store, state) {
  const { tag } = place;
  const signal = store.definition(tag);
  const value = store.pv(tag);
  // before the first frame nothing is known, which is no fault of the instrument
  const waiting = store.frames === 0;
  const none = value === null || value === undefined;
  const quality = waiting ? null : store.qualityOf(tag);
  const bad = !waiting && none && !quality;
  const doubted = doubt(quality, value);
  const alarm = store.alarmOf(tag);
  const { name, mark } = look(alarm, bad);
  const range = place.bar ?? signal?.range ?? [0, 100];
  const band = signal ? normalBand(signal) : range;
  const [top, bottom] = [height(band[1], range), height(band[0], range)];
  const setPoint = store.trusted(`${tag}.SP`);
  const mode = store.trusted(`${tag}.MODE`);
  const letter = mode === null || mode === undefined ? '' : MODES[Math.round(mode)] ?? '';
  const unit = signal?.unit ?? '';
  const at = Math.min(UNIT_AT, UNIT_END - unitWidth(unit));
  const text = waiting ? '' : none ? '????' : number(value, signal?.decimals ?? 1);
  const why = quality ? qualityWords(quality, value, store.time) : '';
  const said = [tag, text, unit, why, letter ? t(`mode.${letter}`) : '', alarm ? `${t('priority.n', alarm.priority)} ${t(`alarm.state.${alarm.state}`)}` : ''];
  return svg`<g class="tile ${name} ${doubted.name} ${state.selected ? 'sel' : ''}" transform="translate(${place.x} ${place.y})" data-pick="tile" data-tag=${tag}
    tabindex=${state.tabindex} role="button" aria-label=${said.filter((part) => part !== '').join(' ')}>
    ${quality ? svg`<title>${tag} ${why}</title>` : nothing}<rect class="tb" width=${TILE_WIDTH} height=${TILE_HEIGHT} rx="2"/>
    ${quality ? doubted.mark : svg`<rect class="bar" x="4" y=${BAR_TOP} width="6" height=${BAR_HEIGHT}/>
    <rect class="nb" x="4" y=${top} width="6" height=${Math.max(0, bottom - top)}/>`}
    ${none || quality || waiting ? nothing : svg`<path class="pvm" d="M3 ${height(value, range)}h8"/>`}
    ${setPoint === null || setPoint === undefined || quality ? nothing : svg`<path class="spm" d="M10.4 ${height(setPoint, range)}l5 -3v6z"/>`}
    <text class="tg" x="18" y="13">${tag}</text>
    ${letter === '' ? nothing : svg`<g class="mode m${letter}"><rect x="77" y="3" width="12" height="12" rx="1"/><text x="83" y="12.6" text-anchor="middle">${letter}</text></g>`}
    <text class="pv" x=${at - 3} y="29" text-anchor="end">${text}</text><text class="un" x=${at} y="29">${none ? '' : unit}</text>${mark}</g>`;
}
