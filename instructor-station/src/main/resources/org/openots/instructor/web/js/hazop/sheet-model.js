// @ts-check
/**
 * The rows of a worksheet and what can be done to them; the same rules as the station's, so that a page can go on
 * without it. Nothing here changes its arguments.
 *
 * @typedef {{ id: string, [column: string]: string }} Line
 * @typedef {{ id: string, cause: string, lines: Line[] }} Cause
 * @typedef {Record<string, Cause[]>} Content
 * @typedef {{ kind: 'set', cell: string, value: string, session?: string }
 *   | { kind: 'insert-cause', deviation: string, after: string, cause: Cause }
 *   | { kind: 'insert-line', cause: string, after: string, line: Line }
 *   | { kind: 'remove', row: string } | { kind: 'undo' } | { kind: 'redo' }} Operation
 * @typedef {{ deviation: string, op: any, inverse: any }} Step
 * @typedef {{ content: Content, undo: Step[], redo: Step[] }} Sheet
 */

/** Steps that can be taken back, as at the station. */
const DEEPEST = 200;

/** An operation that does not fit the rows as they are. */
export class Misfit extends Error {}

/**
 * Where a row is; line is -1 for a cause.
 * @param {Content} content
 * @param {string} row
 */
export function find(content, row) {
  for (const [deviation, causes] of Object.entries(content)) {
    for (let cause = 0; cause < causes.length; cause++) {
      if (causes[cause].id === row) {
        return { deviation, cause, line: -1 };
      }
      const line = causes[cause].lines.findIndex((one) => one.id === row);
      if (line >= 0) {
        return { deviation, cause, line };
      }
    }
  }
  return null;
}

/**
 * @param {Content} content
 * @param {string} row
 */
function place(content, row) {
  const found = find(content, row);
  if (!found) {
    throw new Misfit(row);
  }
  return found;
}

/**
 * @template T
 * @param {T[]} list
 * @param {number} at
 * @param {T} value
 */
const replaced = (list, at, value) => list.map((one, i) => (i === at ? value : one));

/**
 * @template {{ id: string }} T
 * @param {T[]} rows
 * @param {string} after
 * @param {T} fresh
 */
function inserted(rows, after, fresh) {
  const at = after === '' ? 0 : rows.findIndex((one) => one.id === after) + 1;
  if (after !== '' && at === 0) {
    throw new Misfit(after);
  }
  return [...rows.slice(0, at), fresh, ...rows.slice(at)];
}

/** A line without its empty values. @param {Line} line */
function tidy(line) {
  return /** @type {Line} */ (Object.fromEntries(Object.entries(line).filter(([, value]) => value !== '')));
}

/** @param {string} cell */
export function split(cell) {
  const dot = cell.lastIndexOf('.');
  return { row: cell.slice(0, dot), column: cell.slice(dot + 1) };
}

/**
 * @param {Content} content
 * @param {string} cell
 */
export function valueOf(content, cell) {
  const { row, column } = split(cell);
  const at = find(content, row);
  if (!at) {
    return '';
  }
  const cause = content[at.deviation][at.cause];
  return (at.line < 0 ? cause.cause : cause.lines[at.line][column]) ?? '';
}

/**
 * Applies an operation on rows.
 * @param {Content} content
 * @param {any} op
 * @returns {{ content: Content, deviation: string, inverse: any }}
 */
export function apply(content, op) {
  switch (op.kind) {
    case 'set': return set(content, op);
    case 'insert-cause': {
      const rows = content[op.deviation];
      if (!rows || find(content, op.cause.id)) {
        throw new Misfit(op.deviation);
      }
      const cause = { ...op.cause, lines: op.cause.lines.map(tidy) };
      return { content: { ...content, [op.deviation]: inserted(rows, op.after, cause) }, deviation: op.deviation, inverse: { kind: 'remove', row: op.cause.id } };
    }
    case 'insert-line': {
      const at = place(content, op.cause);
      const cause = content[at.deviation][at.cause];
      const lines = inserted(cause.lines, op.after, tidy(op.line));
      return { content: withCause(content, at, { ...cause, lines }), deviation: at.deviation, inverse: { kind: 'remove', row: op.line.id } };
    }
    case 'remove': return remove(content, op.row);
    default: throw new Misfit(op.kind);
  }
}

/**
 * @param {Content} content
 * @param {{ deviation: string, cause: number }} at
 * @param {Cause} cause
 */
function withCause(content, at, cause) {
  return { ...content, [at.deviation]: replaced(content[at.deviation], at.cause, cause) };
}

/**
 * @param {Content} content
 * @param {any} op
 */
function set(content, op) {
  const { row, column } = split(op.cell);
  const at = place(content, row);
  const cause = content[at.deviation][at.cause];
  const before = valueOf(content, op.cell);
  const changed = at.line < 0
    ? { ...cause, cause: op.value }
    : { ...cause, lines: replaced(cause.lines, at.line, tidy({ ...cause.lines[at.line], [column]: op.value })) };
  return { content: withCause(content, at, changed), deviation: at.deviation, inverse: { kind: 'set', cell: op.cell, value: before } };
}

/**
 * @param {Content} content
 * @param {string} row
 */
function remove(content, row) {
  const at = place(content, row);
  const rows = content[at.deviation];
  const cause = rows[at.cause];
  if (at.line < 0 || cause.lines.length === 1) {
    return {
      content: { ...content, [at.deviation]: rows.filter((one) => one.id !== cause.id) },
      deviation: at.deviation,
      inverse: { kind: 'insert-cause', deviation: at.deviation, after: rows[at.cause - 1]?.id ?? '', cause },
    };
  }
  const lines = cause.lines.filter((one) => one.id !== row);
  return {
    content: withCause(content, at, { ...cause, lines }),
    deviation: at.deviation,
    inverse: { kind: 'insert-line', cause: cause.id, after: cause.lines[at.line - 1]?.id ?? '', line: cause.lines[at.line] },
  };
}

/**
 * Whether a step went on writing where the earlier one wrote, during the same stay in the cell.
 * @param {any} op
 * @param {any} earlier
 */
export function continues(op, earlier) {
  return op.kind === 'set' && earlier?.kind === 'set' && Boolean(op.session) && op.session === earlier.session && op.cell === earlier.cell;
}

/**
 * The worksheet after an operation; undo and redo are operations too.
 * @param {Sheet} sheet
 * @param {any} op
 * @returns {Sheet}
 */
export function after(sheet, op) {
  const { undo, redo } = sheet;
  if (op.kind === 'undo' || op.kind === 'redo') {
    const from = op.kind === 'undo' ? undo : redo;
    const step = from[from.length - 1];
    if (!step) {
      throw new Misfit(op.kind);
    }
    const { content } = apply(sheet.content, op.kind === 'undo' ? step.inverse : step.op);
    return op.kind === 'undo'
      ? { content, undo: undo.slice(0, -1), redo: [...redo, step] }
      : { content, undo: [...undo, step], redo: redo.slice(0, -1) };
  }
  const { content, deviation, inverse } = apply(sheet.content, op);
  const last = undo[undo.length - 1];
  const steps = last && continues(op, last.op)
    ? [...undo.slice(0, -1), { deviation, op, inverse: last.inverse }]
    : [...undo, { deviation, op, inverse }];
  return { content, undo: steps.slice(-DEEPEST), redo: [] };
}

/** An id no other browser makes; works on plain http, where crypto.randomUUID is missing. @param {string} kind */
export function newId(kind) {
  return `${kind}-${Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(16).padStart(2, '0')).join('')}`;
}

/**
 * The safeguards that stand against a line, also when its cell is merged with the one above.
 * @param {Cause} cause
 * @param {number} index
 */
export function safeguards(cause, index) {
  let from = index;
  while (from > 0 && cause.lines[from].shared) {
    from--;
  }
  return cause.lines[from].safeguards ?? '';
}

/** Whether anything is written for a deviation. @param {Cause[]} causes */
export function written(causes) {
  return causes.some((cause) => cause.cause.trim() !== '' || cause.lines.some((line) => Object.keys(line).length > 1));
}
