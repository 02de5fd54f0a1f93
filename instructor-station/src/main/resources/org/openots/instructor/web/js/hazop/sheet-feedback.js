// @ts-check
import { html, nothing } from 'lit';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { cellLabel } from './sheet-grid.js';

/**
 * What became of the answers of a worksheet, at the cells they stand in.
 * @typedef {import('./sheet-store.js').SheetStore} SheetStore
 * @typedef {(about: { deviation: string, index: number, text: string }) => void} Appeal
 */

const OUTCOMES = { credit: { tone: 'g', icon: 'check' }, zero: { tone: 'r', icon: 'close' }, examiner: { tone: 'q', icon: 'clock' } };
/** The ratings of a line: the cell their answer has, both their columns, and what they are called. */
const RATINGS = [
  { severity: 'severity', likelihood: 'likelihood', key: 'hazop.col.r' },
  { severity: 'existingSeverity', likelihood: 'existingLikelihood', key: 'hazop.col.existing' },
  { severity: 'afterSeverity', likelihood: 'afterLikelihood', key: 'hazop.col.after' },
];

/** @param {number} value */
const points = (value) => number(value, Number.isInteger(value) ? 0 : 1);

/**
 * What became of the answers of a cell.
 * @param {SheetStore} sheet
 * @param {string} deviation
 * @param {string} name of the cell
 * @param {Appeal} appeal asks for an appeal
 * @param {string} [about] what the answers are about, when the cell does not say it
 */
export function reasons(sheet, deviation, name, appeal, about = '') {
  const answers = sheet.info.scores[deviation]?.answers ?? [];
  return answers.filter((/** @type {any} */ one) => one.cell === name).map((/** @type {any} */ one) => {
    const { tone, icon: sign } = OUTCOMES[one.outcome];
    const earned = one.outcome === 'examiner' ? t('hazop.pending') : one.outcome === 'zero' ? '0' : `+${points(one.earned)}`;
    return html`<p class="why ${tone}">${icon(/** @type {any} */ (sign), 14)}<span><b>${earned}</b> ${about === '' ? '' : `${about} `}${pick(one.reason)}${mayAppeal(sheet, one) ? html` <button class="aplb" @mousedown=${(/** @type {Event} */ event) => event.stopPropagation()} @click=${() => appeal({ deviation, index: one.index, text: one.text })}>${t('hazop.appeal')}</button>` : nothing}</span></p>${appealed(one.appeal)}`;
  });
}

/**
 * Whether a student may still appeal against the score of an answer.
 * @param {SheetStore} sheet
 * @param {any} answer
 */
function mayAppeal({ info, readonly }, answer) {
  return !readonly && info.release?.appealUntil && Date.parse(info.release.appealUntil) > Date.now() && !answer.appeal && answer.earned < answer.possible;
}

/** What became of an appeal; the released points stay beside it. @param {any} appeal */
function appealed(appeal) {
  if (!appeal) {
    return nothing;
  }
  const { result } = appeal;
  return html`<p class="why ap">${icon('undo', 14)}<span>${t('hazop.appeal.open', appeal.reason)}${result ? html`<br><b>${t('hazop.appeal.result', points(result.points), points(result.before), result.reason)}</b>` : nothing}</span></p>`;
}

/**
 * What became of a line's ratings, or why one was not judged; under its consequence, because their own cells are too
 * narrow for words.
 * @param {SheetStore} sheet
 * @param {import('./sheet-grid.js').Row} row
 * @param {Appeal} appeal
 */
export function riskReasons(sheet, row, appeal) {
  const { scores } = sheet.info;
  if (!scores[row.deviation]) {
    return nothing;
  }
  const answers = scores[row.deviation].answers;
  const own = RATINGS.filter(({ severity }) => answers.some((/** @type {any} */ one) => one.cell === `${row.line.id}.${severity}`));
  const words = RATINGS.filter((rating) => !own.includes(rating)).map((rating) => notJudged(sheet, row, rating, answers)).filter((text) => text !== '');
  return html`${own.map(({ severity, key }) => reasons(sheet, row.deviation, `${row.line.id}.${severity}`, appeal, t(key)))}${words.length > 0 ? html`<p class="why n">${words.join(t('list.stop'))}</p>` : nothing}`;
}

/**
 * Why a rating was not judged; empty when none is given.
 * @param {SheetStore} sheet
 * @param {import('./sheet-grid.js').Row} row
 * @param {typeof RATINGS[0]} rating
 * @param {any[]} answers of the deviation
 */
function notJudged(sheet, row, { severity, likelihood, key }, answers) {
  const given = { severity: row.line[severity], likelihood: row.line[likelihood] };
  if (!given.severity && !given.likelihood) {
    return '';
  }
  const other = answers.find((one) => one.cell.endsWith(`.${severity}`));
  const why = !given.severity || !given.likelihood ? t('hazop.risk.half', given.severity ? 'L' : 'S')
    : other ? t('hazop.risk.highest', cellLabel(sheet.sheet.content, other.cell).split(' ')[0]) : t('hazop.risk.not-judged');
  return `${t(key)} ${why}`;
}
