// @ts-check
import { html, svg } from 'lit';
import { t } from './i18n.js';

const PATHS = {
  play: svg`<path d="M5 3.5v9l7.5-4.5z" fill="currentColor" stroke="none"/>`,
  pause: svg`<path d="M5.2 3.5v9M10.8 3.5v9" stroke-width="2.4"/>`,
  check: svg`<path d="M3.5 8.5l3 3 6-7"/>`,
  cube: svg`<path d="M8 1.8l5.5 3v6.4L8 14.2l-5.5-3V4.8zM2.5 4.8L8 7.8l5.5-3M8 7.8v6.4"/>`,
  close: svg`<path d="M4 4l8 8M12 4l-8 8"/>`,
  up: svg`<path d="M4 10l4-4 4 4"/>`,
  down: svg`<path d="M4 6l4 4 4-4"/>`,
  left: svg`<path d="M10 4L6 8l4 4"/>`,
  right: svg`<path d="M6 4l4 4-4 4"/>`,
  plus: svg`<path d="M8 3.5v9M3.5 8h9"/>`,
  search: svg`<circle cx="7" cy="7" r="4"/><path d="M10 10l3.5 3.5"/>`,
  clock: svg`<circle cx="8" cy="8" r="5.5"/><path d="M8 5v3.2l2 1.3"/>`,
  person: svg`<path d="M3 13v-2.5A2.5 2.5 0 0 1 5.5 8h5a2.5 2.5 0 0 1 2.5 2.5V13"/><circle cx="8" cy="4.7" r="2.2"/>`,
  eye: svg`<path d="M1.8 8S4 4 8 4s6.2 4 6.2 4S12 12 8 12 1.8 8 1.8 8z"/><circle cx="8" cy="8" r="1.8"/>`,
  bolt: svg`<path d="M9 2L4.5 9H8l-1 5 4.5-7H8z"/>`,
  back: svg`<path d="M13 8H3M7 4L3 8l4 4"/>`,
  undo: svg`<path d="M3.5 6.5h6a3.2 3.2 0 0 1 0 6.5H7M6 3.5l-3 3 3 3"/>`,
  print: svg`<path d="M4.5 6V2.5h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4h-7z"/>`,
  mute: svg`<path d="M2.5 6.2v3.6h2.3L8 12.5v-9L4.8 6.2zM10.5 6l3.5 4M14 6l-3.5 4"/>`,
  link: svg`<path d="M2.5 6.5a8 8 0 0 1 11 0M4.7 9a5 5 0 0 1 6.6 0"/><circle cx="8" cy="12" r="1.1" fill="currentColor"/>`,
  broken: svg`<path d="M2.5 6.5a8 8 0 0 1 5-2.2M13.5 6.5a8 8 0 0 0-2-1.4M3 3l10 10"/><circle cx="8" cy="12" r="1.1" fill="currentColor"/>`,
  radio: svg`<path d="M4.5 6.5h7v7h-7zM6 6.5v-4M6.5 8.5h3"/><path d="M10.5 4.5a2 2 0 0 1 2 0M9.8 2.8a4 4 0 0 1 3.6 0"/>`,
  camera: svg`<path d="M2.5 5h2.2l1-1.8h4.6l1 1.8h2.2v8h-11z"/><circle cx="8" cy="8.8" r="2.3"/>`,
  branch: svg`<circle cx="4.5" cy="3.5" r="1.5"/><circle cx="4.5" cy="12.5" r="1.5"/><circle cx="11.5" cy="5.5" r="1.5"/><path d="M4.5 5v6M11.5 7c0 3-7 1.5-7 4"/>`,
  lock: svg`<path d="M3.5 7.5h9v6h-9zM5.5 7.5V5a2.5 2.5 0 0 1 5 0v2.5"/>`,
  menu: svg`<circle cx="3.5" cy="8" r="1.2" fill="currentColor" stroke="none"/><circle cx="8" cy="8" r="1.2" fill="currentColor" stroke="none"/><circle cx="12.5" cy="8" r="1.2" fill="currentColor" stroke="none"/>`,
};

/**
 * @param {keyof typeof PATHS} name
 * @param {number} [size]
 */
export function icon(name, size = 16) {
  return html`<svg class="ico" width=${size} height=${size} viewBox="0 0 16 16" aria-hidden="true" fill="none"
    stroke="currentColor" stroke-width="1.5" stroke-linecap="round" stroke-linejoin="round">${PATHS[name]}</svg>`;
}

const SHAPES = {
  1: { path: 'M1.5 1.5h15v15h-15z', fill: 'var(--p1)', ink: 'var(--p1-ink)', y: 13.4, size: 12 },
  2: { path: 'M9 .9 17.4 16.6H.6z', fill: 'var(--p2)', ink: 'var(--p2-ink)', y: 15, size: 10.5 },
  3: { path: 'M1.2 9a7.8 7.8 0 1 1 15.6 0 7.8 7.8 0 1 1-15.6 0z', fill: 'var(--p3)', ink: 'var(--p3-ink)', y: 13.4, size: 12 },
  bad: { path: 'M9 .6 17.4 9 9 17.4.6 9z', fill: 'var(--bad)', ink: 'var(--bad-ink)', y: 13.4, size: 12 },
};

/**
 * The mark of a priority as content of an svg of 18 by 18: filled while unacknowledged, hollow afterwards.
 * @param {1 | 2 | 3 | 'bad'} priority
 * @param {boolean} hollow
 */
export function priorityMark(priority, hollow) {
  const shape = SHAPES[priority] ?? SHAPES[3];
  const letter = priority === 'bad' ? '?' : String(priority);
  return svg`${hollow
    ? svg`<path d=${shape.path} fill="none" stroke="var(--p-line)" stroke-width="3.6"/><path d=${shape.path} fill="var(--field)" stroke=${shape.fill} stroke-width="2.2" stroke-linejoin="round"/>`
    : svg`<path d=${shape.path} fill=${shape.fill} stroke="var(--p-line)" stroke-width="1.3" stroke-linejoin="round"/>`}
    <text class="pn" x="9" y=${shape.y} text-anchor="middle" font-size=${shape.size} font-weight="700" fill=${hollow ? 'var(--ink)' : shape.ink}>${letter}</text>`;
}

/**
 * @param {1 | 2 | 3 | 'bad'} priority
 * @param {number} [size]
 * @param {boolean} [hollow]
 */
export function priority(priority, size = 20, hollow = false) {
  const name = priority === 'bad' ? t('priority.bad') : t('priority.n', priority);
  return html`<svg class="prio ${hollow ? 'ack' : ''}" width=${size} height=${size} viewBox="0 0 18 18" role="img"
    aria-label="${name}${hollow ? ' ' + t('alarm.state.ack') : ''}">${priorityMark(priority, hollow)}</svg>`;
}

export const brand = html`<span class="mark"><svg width="24" height="24" viewBox="0 0 24 24" aria-hidden="true" fill="none"
  stroke="currentColor" stroke-width="1.8" stroke-linecap="round"><path d="M8 21V6a4 4 0 0 1 8 0v15zM8 10h5M11 14h5M8 18h5M16 8h4v4"/></svg>OpenOTS</span>`;
