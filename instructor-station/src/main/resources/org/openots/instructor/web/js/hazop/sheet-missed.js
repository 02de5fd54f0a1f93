// @ts-check
import { html, nothing } from 'lit';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

/** Columns of the key by the columns of the worksheet, in their order. */
const COLUMNS = [['cause', 'cause'], ['consequence', 'consequence'], ['safeguard', 'safeguards'], ['recommendation', 'recommendations']];

/** @param {number} value */
const points = (value) => number(value, Number.isInteger(value) ? 0 : 1);

/**
 * What the row of a deviation lacks, once that is due: points of the key with what links them to the row, and the rating.
 * @param {any} missed as the station tells it
 * @param {number} columns of the table
 * @param {number} waiting answers that an examiner must still decide
 */
export function missedRow(missed, columns, waiting) {
  if (!missed) {
    return nothing;
  }
  if (missed.withheld) {
    return html`<tr class="ref"><td colspan=${columns}><p class="cap">${icon('clock', 14)}${t('hazop.missed.later')}</p></td></tr>`;
  }
  const all = missed.points.length + (missed.risk ? 1 : 0);
  if (all === 0) {
    return html`<tr class="ref"><td colspan=${columns}><p class="cap">${icon('check', 14)}${t('hazop.missed.none')}</p></td></tr>`;
  }
  return html`<tr class="ref"><td colspan=${columns}><details open><summary>${t('hazop.missed', all)}${waiting > 0 ? html` <span class="cap">${t('hazop.missed.waiting', waiting)}</span>` : nothing}</summary><dl>${COLUMNS.map(([column, name]) => {
    const own = missed.points.filter((/** @type {any} */ one) => one.column === column);
    return own.length === 0 ? nothing : html`<div><dt>${t(`hazop.col.${name}`)}${own[0].needed ? nothing : html`<small>${t('hazop.missed.full')}</small>`}</dt><dd><ul>${own.map(point)}</ul></dd></div>`;
  })}${missed.risk ? html`<div><dt>${t('hazop.missed.risk')}</dt><dd><b>S${missed.risk.severity} × L${missed.risk.likelihood} = ${missed.risk.severity * missed.risk.likelihood}</b>${missed.risk.reason ? html`<span class="cap">${pick(missed.risk.reason)}</span>` : nothing}</dd></div>` : nothing}</dl></details></td></tr>`;
}

/** @param {any} one */
function point(one) {
  return html`<li>${pick(one.text)} <b>${one.earned > 0 ? t('hazop.missed.part', points(one.earned), points(one.possible)) : nothing}</b>${one.reason ? html`<span class="cap">${pick(one.reason)}</span>` : nothing}</li>`;
}
