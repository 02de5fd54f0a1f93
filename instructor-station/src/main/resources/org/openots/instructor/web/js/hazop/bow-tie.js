// @ts-check
import { html, nothing, svg } from 'lit';
import { css } from '../core/css.js';
import { pick, t } from '../core/i18n.js';
import { risk, bandWord } from './risk.js';
import { safeguards } from './sheet-model.js';
import { indexOf, pieces } from './tags.js';

/** Kinds of things that act after the event: they soften what follows. */
const SOFTENS = new Set(['relief', 'detector']);
const SOFTENING_WORDS = /安全阀|泄放|泄压|阻火|围堰|消防|喷淋|气体检测|应急|疏散|relief|flame arrester|bund|dike|fire|gas detect|emergency|evacuat/i;

/** Measures of the drawing, px of its own. */
const WIDTH = 1200;
const BOX = 236;
const BARRIER = 112;
const GAP = 16;
const LINE = 17;

/** The single items of a cell. @param {string} text */
function items(text) {
  return text.split(/[；;\n]+/).map((one) => one.trim()).filter((one) => one !== '');
}

/**
 * The rows of one deviation as a bow tie: causes on the left, the deviation in the middle, consequences on the right;
 * what stands against them on the lines between.
 * @param {any} study
 * @param {string} deviation
 * @param {import('./sheet-model.js').Cause[]} causes
 * @param {any[]} others deviations that can be chosen
 * @param {(deviation: string) => void} choose
 */
export function bowTie(study, deviation, causes, others, choose) {
  const about = study.deviations.find((/** @type {any} */ one) => one.id === deviation);
  const shown = causes.filter((cause) => cause.cause !== '' || cause.lines.some((line) => line.consequence));
  return html`<section class="sheet bt"><div class="row"><select class="field bts" aria-label=${t('hazop.col.deviation')} @change=${(/** @type {any} */ event) => choose(event.target.value)}>${others.map((one) => html`<option value=${one.id} ?selected=${one.id === deviation}>${one.id} ${pick(one.text)}</option>`)}</select><span class="mut">${t('hazop.tie.how')}</span></div>
    ${shown.length === 0 ? html`<p class="mut">${t('hazop.tie.none')}</p>` : drawing(study, about, shown)}</section>`;
}

/**
 * Lines of a text that fit in a width; Chinese may break anywhere.
 * @param {string} text
 * @param {number} width
 * @param {number} most
 */
function wrap(text, width, most) {
  const words = text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\u3000-\u9fff\uff00-\uffef\s]+\s?|\s/g) ?? [];
  const size = (/** @type {string} */ word) => [...word].reduce((sum, letter) => sum + (/[\u3000-\u9fff\uff00-\uffef]/.test(letter) ? 13 : 7.2), 0);
  /** @type {string[]} */
  const lines = [''];
  let room = width;
  for (const word of words) {
    if (size(word) > room && lines[lines.length - 1] !== '') {
      lines.push('');
      room = width;
    }
    lines[lines.length - 1] += word;
    room -= size(word);
  }
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1].slice(0, -1)}…`];
}

/**
 * @param {any} study
 * @param {any} about
 * @param {import('./sheet-model.js').Cause[]} causes
 */
function drawing(study, about, causes) {
  const index = indexOf(study.tags);
  const softens = (/** @type {string} */ text) => SOFTENING_WORDS.test(text) || pieces(text, index).some((piece) => piece.tag && SOFTENS.has(piece.tag.kind));
  const left = causes.map((cause) => ({
    text: cause.cause || t('hazop.tie.no-cause'), ids: [cause.id],
    barriers: [...new Set(cause.lines.flatMap((_, i) => items(safeguards(cause, i))).filter((one) => !softens(one)))],
  }));
  const right = causes.flatMap((cause) => cause.lines.filter((line) => line.consequence).map((line) => ({
    text: line.consequence, found: risk(study.matrix, line.severity, line.likelihood), rest: risk(study.matrix, line.existingSeverity, line.existingLikelihood),
    barriers: items(safeguards(cause, cause.lines.indexOf(line))).filter(softens),
  })));
  const lines = Math.max(left.length, right.length, 1);
  const pitch = 92;
  const height = Math.max(240, lines * pitch + 32);
  const middle = { x: WIDTH / 2 - 82, y: height / 2 - 56, width: 164, height: 112 };
  const y = (/** @type {number} */ i, /** @type {number} */ of) => height / 2 + (i - (of - 1) / 2) * pitch;
  return html`<div class="btw"><svg class="btd" viewBox="0 0 ${WIDTH} ${height}" role="img" aria-label=${`${t('hazop.view.tie')} ${pick(about?.text)}`} ${css({ 'max-height': `${height * 1.4}px` })}>
    ${left.map((one, i) => side(one, 0, y(i, left.length), 1, middle))}
    ${right.map((one, i) => side(one, WIDTH - BOX, y(i, right.length), -1, middle))}
    <g class="evt"><rect x=${middle.x} y=${middle.y} width=${middle.width} height=${middle.height} rx="8"/>${words(wrap(`${pick(about?.parameter)} ${pick(about?.guideWord)}`.trim(), 140, 2), WIDTH / 2, height / 2 - 20, 'middle', 'bth')}${words(wrap(pick(about?.text), 140, 3), WIDTH / 2, height / 2 + 14, 'middle', '')}</g></svg></div>`;
}

/**
 * A box at the side with its line to the middle and the barriers on it.
 * @param {any} one
 * @param {number} x
 * @param {number} y
 * @param {number} to 1 to the right, -1 to the left
 * @param {{ x: number, y: number, width: number, height: number }} middle
 */
function side(one, x, y, to, middle) {
  const from = to > 0 ? x + BOX : x;
  const end = to > 0 ? middle.x : middle.x + middle.width;
  const target = Math.min(middle.y + middle.height - 14, Math.max(middle.y + 14, y));
  const knee = from + to * (2 * BARRIER + 3 * GAP) * (Math.abs(end - from) < 2 * BARRIER + 4 * GAP ? 0.6 : 0.78);
  const shown = one.barriers.slice(0, 2);
  const more = one.barriers.length - shown.length;
  const lines = wrap(one.text, BOX - 20, one.found ? 3 : 4);
  const height = 76;
  const room = (Math.abs(knee - from) - shown.length * (BARRIER - 8)) / (shown.length + 1);
  return svg`<path class="btl" d="M${from} ${y}H${knee}L${end} ${target}"/>
    <g class=${`btb ${one.found?.tint ?? ''}`}><rect x=${x} y=${y - height / 2} width=${BOX} height=${height} rx="4"/>${words(lines, x + 10, y - height / 2 + 20, 'start', '')}
    ${one.found ? svg`<text class="bth" x=${x + 10} y=${y + height / 2 - 8}>R ${one.found.score} ${bandWord(one.found.band)}${one.rest ? ` → ${one.rest.score} ${bandWord(one.rest.band)}` : ''}</text>` : nothing}</g>
    ${shown.map((/** @type {string} */ text, /** @type {number} */ i) => { const width = BARRIER - 8; const bx = from + to * (room * (i + 1) + width * i + (to > 0 ? 0 : width)); return svg`<g class="bar"><rect x=${bx} y=${y - 30} width=${width} height="60" rx="2"/>${words(wrap(text + (more > 0 && i === shown.length - 1 ? ` +${more}` : ''), width - 12, 3), bx + width / 2, y - 30 + 20, 'middle', 'sm')}<title>${text}</title></g>`; })}`;
}

/**
 * @param {string[]} lines
 * @param {number} x
 * @param {number} y
 * @param {string} anchor
 * @param {string} name
 */
function words(lines, x, y, anchor, name) {
  return lines.map((line, i) => svg`<text class=${name} x=${x} y=${y + i * LINE} text-anchor=${anchor}>${line}</text>`);
}
