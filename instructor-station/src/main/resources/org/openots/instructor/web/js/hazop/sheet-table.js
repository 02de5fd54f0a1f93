// @ts-check
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { LightElement } from '../core/element.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import './cell-editor.js';
import './digit-editor.js';
import { ratingWords, risk, riskText } from './risk.js';
import { reasons, riskReasons } from './sheet-feedback.js';
import { cellName, COLUMNS, following, move, ownerOf, placeOf, rowsOf, SENIOR } from './sheet-grid.js';
import { PlayOffers } from './play-offers.js';
import { missedRow } from './sheet-missed.js';
import { newId, safeguards, written } from './sheet-model.js';
import { indexOf, pieces } from './tags.js';

/** @typedef {import('./sheet-grid.js').Row} Row */

/** The worksheet's columns behind the rating cells. */
const RATING = {
  likelihood: { likelihood: 'likelihood' },
  severity: { severity: 'severity' },
  existing: { likelihood: 'existingLikelihood', severity: 'existingSeverity' },
  after: { likelihood: 'afterLikelihood', severity: 'afterSeverity' },
};

/** The worksheet as a table with merged cells, filled in with the keyboard. */
class SheetTable extends LightElement {
  static properties = { store: { attribute: false }, at: { attribute: false }, draft: { state: true } };

  constructor() {
    super();
    /** @type {import('./sheet-store.js').SheetStore | null} */
    this.store = null;
    /** @type {import('./sheet-grid.js').At | null} */
    this.at = null;
    /** Deviation that gets a new cause. */
    this.draft = '';
    /** Ids of rows that are shown and not there yet, by deviation. @type {Map<string, { cause: string, line: string }>} */
    this.fresh = new Map();
    this.plays = new PlayOffers();
    /** Asks for an appeal against an answer. */
    this.appeal = (/** @type {{ deviation: string, index: number, text: string }} */ detail) => this.dispatchEvent(new CustomEvent('appeal', { detail }));
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
      this.follow(this.plays);
    }
  }

  get sheet() {
    return /** @type {import('./sheet-store.js').SheetStore} */ (this.store);
  }

  get columns() {
    return this.sheet.info.level === 'senior' ? SENIOR : COLUMNS;
  }

  /** @returns {Row[]} */
  get rows() {
    const { sheet } = this;
    const draft = (/** @type {string} */ deviation) => {
      const empty = (sheet.sheet.content[deviation] ?? []).length === 0;
      return (empty || this.draft === deviation) && !sheet.locked(deviation) ? this.#ids(deviation) : null;
    };
    const shown = (/** @type {string} */ deviation) => draft(deviation) ?? ((sheet.sheet.content[deviation] ?? []).length === 0 ? this.#ids(deviation) : null);
    return rowsOf(sheet.info.deviations, sheet.sheet.content, shown, (deviation) => sheet.locked(deviation));
  }

  /** @param {string} deviation */
  #ids(deviation) {
    const ids = this.fresh.get(deviation) ?? { cause: newId('c'), line: newId('l') };
    this.fresh.set(deviation, ids);
    return ids;
  }

  /** The row a person is in. */
  get current() {
    return this.rows.find((row) => row.line.id === this.at?.line) ?? null;
  }

  /** @param {import('./sheet-grid.js').At} at */
  goTo(at) {
    /** @type {any} */ (this.querySelector('ots-cell-editor'))?.flush();
    const from = this.current;
    this.at = at;
    if (from?.fresh && from.deviation === this.draft && this.current?.deviation !== this.draft) {
      this.draft = '';
    }
    this.dispatchEvent(new CustomEvent('moved', { bubbles: true, detail: at }));
  }

  willUpdate() {
    this.plays.follow(this.sheet.info);
    const { rows } = this;
    if (rows.length > 0 && !rows.some((row) => row.line.id === this.at?.line)) {
      this.at = { line: this.#nearest(rows), column: this.at?.column ?? 'cause' };
    }
    this.last = rows.findIndex((row) => row.line.id === this.at?.line);
  }

  /** Goes to a cell by its name, for example back to the one that a step was about. @param {string} name */
  visit(name) {
    const at = placeOf(this.rows, name);
    if (at) {
      this.goTo(at);
      queueMicrotask(() => this.focusCell());
    }
  }

  /** Where to be when the row one was in is gone. @param {Row[]} rows */
  #nearest(rows) {
    const at = Math.min(Math.max(0, (this.last ?? 0) - (this.at ? 1 : 0)), rows.length - 1);
    return rows[at].line.id;
  }

  render() {
    const { rows, columns } = this;
    const senior = columns.includes('after');
    const owner = this.at ? ownerOf(rows, this.at) : -1;
    let node = '';
    const nodes = new Set(this.sheet.info.deviations.map((/** @type {string} */ id) => this.#deviation(id)?.node)).size;
    return html`<table class="hg ${senior ? 'sen' : ''}" @digit=${this.#digit} @go=${this.#go} @act=${(/** @type {CustomEvent} */ event) => this.act(event.detail.what)}>
      <colgroup>${['dev', 'cau', 'con', 'l', 's', 'r', 'saf', 'x', ...(senior ? ['rec2', 'x'] : ['rec'])].map((name) => html`<col class="w-${name}">`)}</colgroup>
      <thead><tr>${['deviation', 'cause', 'consequence', 'l', 's', 'r', 'safeguards', 'existing', 'recommendations', ...(senior ? ['after'] : [])].map((name) => html`<th scope="col">${t(`hazop.col.${name}`)}</th>`)}</tr></thead>
      <tbody>${rows.map((row, index) => {
        const at = this.#deviation(row.deviation)?.node;
        const head = nodes > 1 && row.deviationSpan > 0 && at !== node;
        node = at ?? '';
        return html`${head ? html`<tr class="nd"><th colspan=${senior ? 10 : 9} scope="rowgroup">${at} ${pick(this.sheet.study.nodes.find((/** @type {any} */ one) => one.id === at)?.name)}</th></tr>` : nothing}${this.#row(row, index, owner)}${rows[index + 1]?.deviation === row.deviation ? nothing : missedRow(this.sheet.info.missed?.[row.deviation], senior ? 10 : 9, this.sheet.info.scores[row.deviation]?.waiting ?? 0)}`;
      })}</tbody></table>`;
  }

  /** @param {string} id */
  #deviation(id) {
    return this.sheet.study.deviations.find((/** @type {any} */ one) => one.id === id);
  }

  /**
   * @param {Row} row
   * @param {number} index
   * @param {number} owner
   */
  #row(row, index, owner) {
    const { at } = this;
    const here = (/** @type {string} */ column) => at !== null && at.column === column && index === owner;
    const { line, cause } = row;
    const matrix = this.sheet.study.matrix;
    return html`<tr data-line=${line.id} class=${row.locked ? 'lock' : ''}>
      ${row.deviationSpan > 0 ? this.#head(row) : nothing}
      ${row.causeSpan > 0 ? this.#text(row, 'cause', this.sheet.value(`${cause.id}.cause`), row.causeSpan, here('cause')) : nothing}
      ${this.#text(row, 'consequence', this.sheet.value(`${line.id}.consequence`), 1, here('consequence'))}
      ${this.#rating(row, 'likelihood', here('likelihood'))}${this.#rating(row, 'severity', here('severity'))}
      ${this.#risk(row, risk(matrix, line.severity, line.likelihood))}
      ${row.guardSpan > 0 ? this.#text(row, 'safeguards', this.sheet.value(`${line.id}.safeguards`), row.guardSpan, here('safeguards')) : nothing}
      ${this.#pair(row, 'existing', risk(matrix, line.existingSeverity, line.existingLikelihood), here('existing'))}
      ${this.#text(row, 'recommendations', this.sheet.value(`${line.id}.recommendations`), 1, here('recommendations'))}
      ${this.columns.includes('after') ? this.#pair(row, 'after', risk(matrix, line.afterSeverity, line.afterLikelihood), here('after')) : nothing}</tr>`;
  }

  /** The deviation with how far it is. @param {Row} row */
  #head(row) {
    const deviation = this.#deviation(row.deviation);
    const words = deviation?.parameter ? `${pick(deviation.parameter)} ${pick(deviation.guideWord)}` : pick(deviation?.text);
    return html`<td class="dev" rowspan=${row.deviationSpan}>${words}<small>${pick(deviation?.text)}</small><small class=${`st ${this.#tone(row.deviation)}`}>${this.#progress(row.deviation)}</small></td>`;
  }

  /** @param {string} deviation */
  #tone(deviation) {
    return deviation in this.sheet.info.submitted ? 'done' : '';
  }

  /** @param {string} deviation */
  #progress(deviation) {
    const { info, sheet } = this.sheet;
    const score = info.scores[deviation];
    if (score) {
      return t('hazop.scored', number(score.earned, 1), number(score.possible, 0));
    }
    if (deviation in info.submitted) {
      return t(info.level === 'senior' && info.state === 'handed-in' ? 'hazop.release.wait' : 'hazop.waiting');
    }
    return t(written(sheet.content[deviation] ?? []) ? 'hazop.begun' : 'hazop.not-begun');
  }

  /**
   * @param {Row} row
   * @param {string} column
   * @param {string} value
   * @param {number} span
   * @param {boolean} here
   */
  #text(row, column, value, span, here) {
    const name = cellName(row, column);
    const excess = this.sheet.excess(name);
    const label = `${row.label} ${t(`hazop.col.${column}`)}`;
    const hint = !row.locked && (row.fresh || (column === 'consequence' && value === '' && row.cause.cause !== '')) ? (column === 'cause' || column === 'consequence' ? t(`hazop.hint.${column}`) : '') : '';
    const body = here
      ? keyed(name, html`<ots-cell-editor data-cell=${name} .value=${value} .label=${label} .hint=${hint} .tags=${this.sheet.study.tags} .node=${this.#deviation(row.deviation)?.node ?? ''} ?readonly=${row.locked}
        ?planned=${column === 'recommendations' && value !== ''} .write=${(/** @type {string} */ text, /** @type {string} */ session) => this.#write(name, text, session)}></ots-cell-editor>`)
      : html`<div class="txt">${value === '' ? html`<span class="mut">${hint}</span>` : this.#chips(value)}</div>`;
    return html`<td class="tx ${here ? 'edit' : ''} ${excess ? 'bad' : ''}" rowspan=${span} data-name=${name} @mousedown=${(/** @type {MouseEvent} */ event) => this.#point(event, row, column)}>${excess ? html`<p class="wrong" role="alert">${excess}</p>` : nothing}${body}${reasons(this.sheet, row.deviation, name, this.appeal)}${column === 'cause' ? this.plays.button(row.cause.id, (offer) => this.dispatchEvent(new CustomEvent('play', { bubbles: true, detail: offer }))) : nothing}${column === 'consequence' ? riskReasons(this.sheet, row, this.appeal) : nothing}${column === 'recommendations' ? this.#plan(row, here) : nothing}</td>`;
  }

  /** @param {string} text */
  #chips(text) {
    return pieces(text, this.index).map((piece) => (piece.tag ? html`<span class="tg0" title=${pick(piece.tag.name)}>${piece.text}</span>` : piece.text));
  }

  get index() {
    this.known ??= indexOf(this.sheet.study.tags);
    return this.known;
  }

  /** Who carries a recommendation out and until when. @param {Row} row @param {boolean} here */
  #plan(row, here) {
    const { owner = '', due = '', recommendations = '' } = row.line;
    const team = this.sheet.study.team;
    if (!here || row.locked || recommendations === '') {
      const role = team.find((/** @type {any} */ one) => one.role === owner);
      return owner || due ? html`<p class="plan">${role ? pick(role.name) : owner}${due ? html` <time>${due}</time>` : nothing}</p>` : nothing;
    }
    const set = (/** @type {string} */ column, /** @type {string} */ value) => this.sheet.do({ kind: 'set', cell: `${row.line.id}.${column}`, value });
    const key = (/** @type {KeyboardEvent} */ event) => {
      if (event.key === 'Escape' || (event.key === 'Enter' && !event.ctrlKey)) {
        event.preventDefault();
        this.focusCell();
      } else if (event.key === 'Enter') {
        event.preventDefault();
        this.act('next');
      }
    };
    return html`<div class="plan" @keydown=${key}><select aria-label=${t('hazop.owner')} .value=${owner} @change=${(/** @type {any} */ event) => set('owner', event.target.value)}><option value="" ?selected=${owner === ''}>${t('hazop.owner')}</option>${team.map((/** @type {any} */ one) => html`<option value=${one.role} ?selected=${one.role === owner}>${pick(one.name)}</option>`)}</select>
      <input type="date" aria-label=${t('hazop.due')} .value=${due} @change=${(/** @type {any} */ event) => set('due', event.target.value)}></div>`;
  }

  /**
   * @param {Row} row
   * @param {'likelihood' | 'severity'} column
   * @param {boolean} here
   */
  #rating(row, column, here) {
    const name = cellName(row, column);
    const value = row.line[column] ?? '';
    const { matrix } = this.sheet.study;
    return html`<td class="c ${here ? 'edit' : ''}" data-name=${name} @mousedown=${(/** @type {MouseEvent} */ event) => this.#point(event, row, column)}>${value}${here ? keyed(name, html`<ots-digit-editor data-cell=${name} axis=${column} .label=${`${row.label} ${t(`hazop.col.${column}`)} ${value}`} .likelihoods=${matrix.likelihoods} .severities=${matrix.severities} ?readonly=${row.locked}></ots-digit-editor>`) : nothing}</td>`;
  }

  /** @param {Row} row @param {ReturnType<typeof risk>} found */
  #risk(row, found) {
    return html`<td class="rk ${found?.tint ?? ''}">${riskText(found)}</td>`;
  }

  /**
   * @param {Row} row
   * @param {'existing' | 'after'} column
   * @param {ReturnType<typeof risk>} found
   * @param {boolean} here
   */
  #pair(row, column, found, here) {
    const name = cellName(row, column);
    const { matrix } = this.sheet.study;
    const { likelihood, severity } = RATING[column];
    const given = row.line[likelihood] || row.line[severity];
    const words = ratingWords(row.line[severity], row.line[likelihood]);
    return html`<td class="rk ${found?.tint ?? ''} ${here ? 'edit' : ''}" data-name=${name} @mousedown=${(/** @type {MouseEvent} */ event) => this.#point(event, row, column)}>${riskText(found)}${given && (here || !found) ? html`<small class="ls">${words}</small>` : nothing}${here ? keyed(name, html`<ots-digit-editor data-cell=${name} pair .label=${`${row.label} ${t(`hazop.col.${column}`)} ${given ? words : ''}`} .likelihoods=${matrix.likelihoods} .severities=${matrix.severities} ?readonly=${row.locked}></ots-digit-editor>`) : nothing}</td>`;
  }

  /** @param {MouseEvent} event @param {Row} row @param {string} column */
  #point(event, row, column) {
    const target = /** @type {Element} */ (event.target);
    if (this.at?.line === row.line.id && this.at.column === column) {
      if (!target.closest('select, input, textarea, button, .pick')) {
        // the empty part of the cell one is in, or a reason in it
        event.preventDefault();
        this.focusCell();
      }
      return;
    }
    if (!target.closest('select, input')) {
      event.preventDefault();
      this.goTo({ line: row.line.id, column });
    }
  }

  /** @param {CustomEvent} event */
  #go(event) {
    if (this.at) {
      this.goTo(move(this.rows, this.columns, this.at, event.detail.to));
    }
  }

  /** Back to the keys of the cell, for example from a button. */
  focusCell() {
    /** @type {HTMLElement | null} */ (this.querySelector('td.edit textarea, td.edit input.dig'))?.focus();
  }

  /** Puts a row in that was only shown until now. @param {Row} row */
  #real(row) {
    if (row.fresh) {
      const causes = this.sheet.sheet.content[row.deviation];
      this.fresh.delete(row.deviation);
      this.draft = '';
      this.sheet.do({ kind: 'insert-cause', deviation: row.deviation, after: causes[causes.length - 1]?.id ?? '', cause: row.cause });
    }
  }

  /**
   * @param {string} name
   * @param {string} value
   * @param {string} session
   */
  #write(name, value, session) {
    const row = this.rows.find((one) => name === cellName(one, 'cause') || name.startsWith(`${one.line.id}.`));
    if (!row || row.locked || this.sheet.value(name) === value) {
      return;
    }
    this.#real(row);
    this.sheet.do({ kind: 'set', cell: name, value, session });
  }

  /** @param {CustomEvent} event */
  #digit(event) {
    const row = this.current;
    if (!row || row.locked || !this.at) {
      return;
    }
    const { value, part } = event.detail;
    const columns = RATING[this.at.column];
    const set = (/** @type {string} */ column, /** @type {string} */ text) => (row.line[column] ?? '') === text || this.sheet.do({ kind: 'set', cell: `${row.line.id}.${column}`, value: text });
    if (value !== '' || !row.fresh) {
      this.#real(row);
    }
    if (part === 'both') {
      set(columns.likelihood, '');
      set(columns.severity, '');
      return;
    }
    set(columns[part], value);
    if (part === 'likelihood' && columns.severity && value !== '' && !row.line[columns.severity] && row.line.severity) {
      // safeguards rarely change how bad it is: the severity stays until a second digit says otherwise
      set(columns.severity, row.line.severity);
    }
  }

  /**
   * Carries out a command in the row a person is in.
   * @param {'next' | 'line' | 'copy' | 'delete' | 'undo' | 'redo' | 'merge' | 'cause'} what
   */
  act(what) {
    const row = this.current;
    if (!this.at || !row) {
      return;
    }
    if (what === 'next') {
      this.#next(row);
    } else if (what === 'undo' || what === 'redo') {
      this.#step(what);
    } else if (!row.locked) {
      this.#edit(row, what);
    }
  }

  /** @param {Row} row @param {string} what */
  #edit(row, what) {
    const column = this.at?.column ?? 'cause';
    switch (what) {
      case 'cause': return this.#newCause(row);
      case 'line': return this.#newLine(row);
      case 'copy': return column === 'cause' ? this.#copyCause(row) : this.#copyLine(row);
      case 'merge': return this.#merge(row);
      default: return row.fresh ? this.goTo(move(this.rows, this.columns, /** @type {any} */ (this.at), 'up')) : this.#remove(column === 'cause' ? row.cause.id : row.line.id);
    }
  }

  /** @param {string} row */
  #remove(row) {
    const { undo } = this.sheet.sheet;
    if (this.sheet.do({ kind: 'remove', row }) && this.sheet.sheet.undo !== undo) {
      const [step] = this.sheet.sheet.undo.slice(-1);
      this.#beside(step.inverse);
    }
  }

  /** Takes back or repeats the last step and goes to where it was. @param {'undo' | 'redo'} kind */
  #step(kind) {
    const before = this.sheet.sheet;
    const [step] = before[kind].slice(-1);
    if (!this.sheet.do({ kind }) || this.sheet.sheet === before) {
      return;
    }
    const [done, other] = kind === 'undo' ? [step.inverse, step.op] : [step.op, step.inverse];
    switch (done.kind) {
      case 'set': return this.visit(done.cell);
      case 'insert-cause': return this.visit(`${done.cause.lines[0].id}.cause`);
      case 'insert-line': return this.visit(`${done.line.id}.consequence`);
      default: return this.#beside(other);
    }
  }

  /** To the row before one that is gone, or the one in its place. @param {any} insert the operation that would put it back */
  #beside(insert) {
    const { rows } = this;
    const own = rows.filter((row) => (insert.kind === 'insert-line' ? row.cause.id === insert.cause : row.deviation === insert.deviation));
    const before = own.filter((row) => row.line.id === insert.after || row.cause.id === insert.after).pop() ?? own[0];
    if (before) {
      this.visit(`${before.line.id}.${this.at?.column ?? 'cause'}`);
    }
  }

  /** To the next cell; at the end of a deviation to a new cause, from an empty one to the next deviation. @param {Row} row */
  #next(row) {
    const { rows, columns } = this;
    const at = /** @type {import('./sheet-grid.js').At} */ (this.at);
    const next = row.fresh && row.deviation === this.draft ? null : following(rows, columns, at);
    if (next) {
      this.goTo(next);
      return;
    }
    const empty = row.cause.cause === '' && Object.keys(row.line).length <= 1;
    if (!row.locked && !empty) {
      this.#newCause(row);
      return;
    }
    const index = rows.findIndex((one) => one.line.id === row.line.id);
    const later = rows.slice(index + 1).find((one) => one.deviation !== row.deviation);
    if (later) {
      this.goTo({ line: later.line.id, column: 'cause' });
    }
  }

  /** @param {Row} row */
  #newCause(row) {
    this.draft = row.deviation;
    this.goTo({ line: this.#ids(row.deviation).line, column: 'cause' });
  }

  /** Another consequence of the same cause, against which the same safeguards stand. @param {Row} row */
  #newLine(row) {
    if (!row.fresh) {
      const line = { id: newId('l'), shared: 'yes' };
      this.sheet.do({ kind: 'insert-line', cause: row.cause.id, after: row.line.id, line });
      this.goTo({ line: line.id, column: 'consequence' });
    }
  }

  /** @param {Row} row */
  #copyLine(row) {
    if (!row.fresh) {
      const line = { ...row.line, id: newId('l') };
      this.sheet.do({ kind: 'insert-line', cause: row.cause.id, after: row.line.id, line });
      this.goTo({ line: line.id, column: this.at?.column ?? 'consequence' });
    }
  }

  /** @param {Row} row */
  #copyCause(row) {
    if (!row.fresh) {
      const cause = { ...row.cause, id: newId('c'), lines: row.cause.lines.map((line) => ({ ...line, id: newId('l') })) };
      this.sheet.do({ kind: 'insert-cause', deviation: row.deviation, after: row.cause.id, cause });
      this.goTo({ line: cause.lines[0].id, column: 'cause' });
    }
  }

  /** Merges the safeguards of a line with those above, or gives it its own. @param {Row} row */
  #merge(row) {
    if (row.lineNo === 0) {
      return;
    }
    const set = (/** @type {string} */ column, /** @type {string} */ value) => this.sheet.do({ kind: 'set', cell: `${row.line.id}.${column}`, value });
    if (row.line.shared) {
      set('safeguards', safeguards(row.cause, row.lineNo));
      set('shared', '');
    } else {
      set('shared', 'yes');
    }
  }
}

customElements.define('ots-sheet-table', SheetTable);
