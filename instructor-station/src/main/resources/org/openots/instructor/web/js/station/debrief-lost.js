// @ts-check
import { html, nothing } from 'lit';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { secondOf } from './debrief-lanes.js';

/** Points that are none. */
const NOTHING = 0.005;

/**
 * What was lost in a run by item: steps, quality, penalties, each with the moment of its first loss.
 * @param {any} data
 */
function lost(data) {
  /** @type {Map<string, { text: any, points: number, time: number | null }>} */
  const items = new Map();
  const add = (/** @type {string} */ kind, /** @type {any[]} */ list, /** @type {(one: any) => number} */ points) => (list ?? []).forEach((one) => items.set(`${kind} ${one.id}`, { text: one.text, points: points(one), time: null }));
  add('step', data.sheet.steps, (one) => one.points - one.earned);
  add('quality', data.sheet.quality, (one) => one.points - one.earned);
  add('penalty', data.sheet.penalties, (one) => one.lost);
  for (const loss of data.sheet.losses ?? []) {
    for (const kind of ['step', 'quality', 'penalty']) {
      const item = items.get(`${kind} ${loss.rule}`);
      if (item && item.time === null && loss.category.startsWith(kind.slice(0, 4))) {
        item.time = loss.time;
      }
    }
  }
  return items;
}

/**
 * What one run lost and the other did not, the largest difference first.
 * @param {any} a @param {any} b
 */
export function differences(a, b) {
  const mine = lost(a);
  const others = lost(b);
  return [...new Set([...mine.keys(), ...others.keys()])].map((key) => {
    const one = mine.get(key);
    const two = others.get(key);
    return { text: one?.text ?? two?.text, a: one?.points ?? 0, b: two?.points ?? 0, timeA: one?.time ?? null, timeB: two?.time ?? null };
  }).filter((row) => row.a > NOTHING || row.b > NOTHING).sort((one, two) => Math.abs(two.a - two.b) - Math.abs(one.a - one.b) || two.a - one.a);
}

/** Points as a link to the second in which they were lost. @param {number} points @param {number | null} time @param {any} data */
function cell(points, time, data) {
  const words = points > NOTHING ? number(-points, 1) : '0';
  return points > NOTHING && time !== null ? html`<a href=${secondOf(data.run.id, time)}>${words}</a>` : words;
}

/** The table of both. @param {any} a @param {any} b */
export function lostTable(a, b) {
  const rows = differences(a, b);
  return html`<table class="t"><thead><tr><th>${t('debrief.lost.item')}</th><th class="num">${t('debrief.lost.a')}</th><th class="num">${t('debrief.lost.b')}</th><th></th></tr></thead><tbody>
    <tr class="sum"><td><b>${t('debrief.lost.total')}</b></td><td class="num"><b>${number(a.sheet.total, 1)}</b></td><td class="num"><b>${number(b.sheet.total, 1)}</b></td><td></td></tr>
    ${rows.map((row) => html`<tr><td>${pick(row.text)}</td><td class="num">${cell(row.a, row.timeA, a)}</td><td class="num">${cell(row.b, row.timeB, b)}</td><td class="nw">${row.b <= NOTHING ? html`<span class="tagc">${t('debrief.lost.only', 'A')}</span>` : row.a <= NOTHING ? html`<span class="tagc">${t('debrief.lost.only', 'B')}</span>` : nothing}</td></tr>`)}
    ${rows.length === 0 ? html`<tr><td colspan="4" class="mut">${t('debrief.lost.none')}</td></tr>` : nothing}</tbody></table>`;
}

/** The losses of one run. @param {any} a */
export function lossList(a) {
  const list = [...(a.sheet.losses ?? [])].sort((one, two) => two.points - one.points);
  return html`<table class="t"><tbody>${list.map((loss) => html`<tr><td class="num"><a href=${secondOf(a.run.id, loss.time)}><span class="lossb">${number(-Math.abs(loss.points), 1)}</span></a></td><td>${pick(loss.reason)}</td></tr>`)}${list.length === 0 ? html`<tr><td class="mut">${t('score.none-lost')}</td></tr>` : nothing}</tbody></table>`;
}
