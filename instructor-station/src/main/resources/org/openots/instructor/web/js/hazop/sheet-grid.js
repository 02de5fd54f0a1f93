// @ts-check
import { t } from '../core/i18n.js';
import { find, split } from './sheet-model.js';

/** The worksheet as a grid: which cell lies where, which are merged, and where an arrow key leads. */

/**
 * @typedef {{ deviation: string, cause: import('./sheet-model.js').Cause, causeNo: number, line: import('./sheet-model.js').Line,
 *   lineNo: number, fresh: boolean, locked: boolean, label: string, deviationSpan: number, causeSpan: number, guardSpan: number }} Row
 * @typedef {{ line: string, column: string }} At
 */

/** Columns a person goes through, in their order. */
export const COLUMNS = ['cause', 'consequence', 'likelihood', 'severity', 'safeguards', 'existing', 'recommendations'];

/** Columns of a senior worksheet: the risk when the recommendations are carried out comes last. */
export const SENIOR = [...COLUMNS, 'after'];

/**
 * The letter of a line: a, b, ... z, aa.
 * @param {number} index
 */
function letter(index) {
  return (index >= 26 ? letter(Math.floor(index / 26) - 1) : '') + String.fromCharCode(97 + (index % 26));
}

/**
 * The label of a row: deviation, number of the cause, letter of the line when the cause has several.
 * @param {string} deviation
 * @param {number} causeNo
 * @param {number} lineNo less than 0 for the cause itself
 * @param {number} lines how many lines the cause has
 */
function rowLabel(deviation, causeNo, lineNo, lines) {
  return `${deviation}-${causeNo + 1}${lines > 1 && lineNo >= 0 ? letter(lineNo) : ''}`;
}

/**
 * What people call a cell: D01-3 and its column.
 * @param {import('./sheet-model.js').Content} content
 * @param {string} cell its name
 */
export function cellLabel(content, cell) {
  const { row, column } = split(cell);
  const at = find(content, row);
  const label = at ? rowLabel(at.deviation, at.cause, at.line, content[at.deviation][at.cause].lines.length) : '';
  return `${label} ${t(`hazop.cell.${column}`)}`.trim();
}

/**
 * All rows in their order. A deviation without causes, and one that gets a new cause, has an empty row at its end that
 * is not in the worksheet yet.
 * @param {string[]} deviations
 * @param {import('./sheet-model.js').Content} content
 * @param {(deviation: string) => { cause: string, line: string } | null} draft ids of the row that is not there yet
 * @param {(deviation: string) => boolean} locked
 * @returns {Row[]}
 */
export function rowsOf(deviations, content, draft, locked) {
  /** @type {Row[]} */
  const rows = [];
  for (const deviation of deviations) {
    const first = rows.length;
    const causes = content[deviation] ?? [];
    causes.forEach((cause, causeNo) => rows.push(...rowsOfCause(deviation, cause, causeNo, locked(deviation))));
    const ids = draft(deviation);
    if (ids) {
      const cause = { id: ids.cause, cause: '', lines: [{ id: ids.line }] };
      rows.push(...rowsOfCause(deviation, cause, causes.length, locked(deviation)).map((row) => ({ ...row, fresh: true })));
    }
    if (rows.length > first) {
      rows[first].deviationSpan = rows.length - first;
    }
  }
  return rows;
}

/**
 * @param {string} deviation
 * @param {import('./sheet-model.js').Cause} cause
 * @param {number} causeNo
 * @param {boolean} locked
 * @returns {Row[]}
 */
function rowsOfCause(deviation, cause, causeNo, locked) {
  return cause.lines.map((line, lineNo) => {
    const merged = lineNo > 0 && Boolean(line.shared);
    let guardSpan = merged ? 0 : 1;
    while (!merged && cause.lines[lineNo + guardSpan]?.shared) {
      guardSpan++;
    }
    return {
      deviation, cause, causeNo, line, lineNo, locked, fresh: false, deviationSpan: 0, guardSpan,
      label: rowLabel(deviation, causeNo, lineNo, cause.lines.length),
      causeSpan: lineNo === 0 ? cause.lines.length : 0,
    };
  });
}

/**
 * The line whose row draws the cell, which is another one when cells are merged.
 * @param {Row[]} rows
 * @param {At} at
 */
export function ownerOf(rows, at) {
  const index = rows.findIndex((row) => row.line.id === at.line);
  if (index < 0) {
    return -1;
  }
  let from = index;
  const span = (/** @type {Row} */ row) => (at.column === 'cause' ? row.causeSpan : at.column === 'safeguards' ? row.guardSpan : 1);
  while (from > 0 && span(rows[from]) === 0) {
    from--;
  }
  return from;
}

/**
 * The name of the cell in the worksheet.
 * @param {Row} row
 * @param {string} column
 */
export function cellName(row, column) {
  return `${column === 'cause' ? row.cause.id : row.line.id}.${column}`;
}

/** The cells that draw the worksheet's columns, where they are not cells of their own. @type {Record<string, string>} */
const DRAWN_IN = {
  existingLikelihood: 'existing', existingSeverity: 'existing', afterLikelihood: 'after', afterSeverity: 'after',
  owner: 'recommendations', due: 'recommendations', shared: 'safeguards',
};

/**
 * Where the cell of a name is, null when its row is not shown.
 * @param {Row[]} rows
 * @param {string} name
 * @returns {At | null}
 */
export function placeOf(rows, name) {
  const { row: id, column } = split(name);
  const row = rows.find((one) => one.line.id === id || one.cause.id === id);
  return row ? { line: row.line.id, column: DRAWN_IN[column] ?? column } : null;
}

/**
 * Where a key leads; the same place when it leads out of the sheet.
 * @param {Row[]} rows
 * @param {string[]} columns
 * @param {At} at
 * @param {'up' | 'down' | 'left' | 'right' | 'first' | 'last' | 'top' | 'bottom'} direction
 * @returns {At}
 */
export function move(rows, columns, at, direction) {
  const index = rows.findIndex((row) => row.line.id === at.line);
  const column = columns.indexOf(at.column);
  const to = (/** @type {number} */ row, /** @type {number} */ col) => ({
    line: rows[Math.min(rows.length - 1, Math.max(0, row))].line.id,
    column: columns[Math.min(columns.length - 1, Math.max(0, col))],
  });
  switch (direction) {
    case 'left': return to(index, column - 1);
    case 'right': return to(index, column + 1);
    case 'first': return to(index, 0);
    case 'last': return to(index, columns.length - 1);
    case 'top': return to(0, column);
    case 'bottom': return to(rows.length - 1, column);
    case 'up': return to(ownerOf(rows, at) - 1, column);
    default: return to(ownerOf(rows, at) + spanOf(rows[ownerOf(rows, at)], at.column), column);
  }
}

/**
 * @param {Row} row
 * @param {string} column
 */
function spanOf(row, column) {
  return column === 'cause' ? row.causeSpan : column === 'safeguards' ? row.guardSpan : 1;
}

/**
 * The cell after this one in the order of filling in, null at the end of the deviation.
 * @param {Row[]} rows
 * @param {string[]} columns
 * @param {At} at
 * @returns {At | null}
 */
export function following(rows, columns, at) {
  const index = rows.findIndex((row) => row.line.id === at.line);
  for (let column = columns.indexOf(at.column) + 1; column < columns.length; column++) {
    if (spanOf(rows[index], columns[column]) > 0) {
      return { line: at.line, column: columns[column] };
    }
  }
  const next = rows[index + 1];
  if (!next || next.deviation !== rows[index].deviation) {
    return null;
  }
  return { line: next.line.id, column: next.causeSpan > 0 ? 'cause' : 'consequence' };
}
