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

/** Measures of the drawing at the smallest and at the usual screen, px. */
const SMALL = { width: 944, box: 216, middle: 140, barrier: 78, size: 13, line: 17, pitch: 92, height: 80, gap: 8 };
const USUAL = { width: 1810, box: 420, middle: 240, barrier: 164, size: 17, line: 23, pitch: 124, height: 104, gap: 16 };

/** @typedef {typeof SMALL} Measures */

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
 * @param {number} font
 */
function wrap(text, width, most, font) {
  const words = text.match(/[\u3000-\u9fff\uff00-\uffef]|[^\u3000-\u9fff\uff00-\uffef\s]+\s?|\s/g) ?? [];
  const size = (/** @type {string} */ word) => [...word].reduce((sum, letter) => sum + font * (/[\u3000-\u9fff\uff00-\uffef]/.test(letter) ? 1 : /[A-Z]/.test(letter) ? 0.68 : 0.57), 0);
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
  return lines.length <= most ? lines : [...lines.slice(0, most - 1), `${lines[most - 1].slice(0, -1)}\u2026`];
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
    text: cause.cause || t('hazop.tie.no-cause'), found: null, rest: null,
    barriers: [...new Set(cause.lines.flatMap((_, i) => items(safeguards(cause, i))).filter((one) => !softens(one)))],
  }));
  const right = causes.flatMap((cause) => cause.lines.filter((line) => line.consequence).map((line) => ({
    text: line.consequence, found: risk(study.matrix, line.severity, line.likelihood), rest: risk(study.matrix, line.existingSeverity, line.existingLikelihood),
    barriers: items(safeguards(cause, cause.lines.indexOf(line))).filter(softens),
  })));
  const m = innerWidth >= 1600 ? USUAL : SMALL;
  const rows = Math.max(left.length, right.length, 2);
  const height = rows * m.pitch + m.gap * 2;
  const event = { x: (m.width - m.middle) / 2, y: height / 2 - m.height * 0.75, width: m.middle, height: m.height * 1.5 };
  const y = (/** @type {number} */ i, /** @type {number} */ of) => height / 2 + (i - (of - 1) / 2) * m.pitch;
  const head = wrap(`${pick(about?.parameter)} ${pick(about?.guideWord)}`.trim(), m.middle - 20, 2, m.size);
  const text = wrap(pick(about?.text), m.middle - 20, 3, m.size);
  const top = height / 2 - ((head.length + text.length) * m.line) / 2 + m.size;
  return html`<div class="btw"><svg class="btd" viewBox="0 0 ${m.width} ${height}" role="img" aria-label=${`${t('hazop.view.tie')} ${pick(about?.text)}`} ${css({ 'max-width': `${m.width}px`, 'font-size': `${m.size}px` })}>
    ${left.map((one, i) => side(one, y(i, left.length), 1, event, m))}
    ${right.map((one, i) => side(one, y(i, right.length), -1, event, m))}
    <g class="evt"><rect x=${event.x} y=${event.y} width=${event.width} height=${event.height} rx="8"/>${words(head, m.width / 2, top, 'middle', 'bth', m)}${words(text, m.width / 2, top + head.length * m.line, 'middle', '', m)}</g></svg></div>`;
}

/**
 * A box at the side with its line to the middle and the barriers on it.
 * @param {{ text: string, found: ReturnType<typeof risk>, rest: ReturnType<typeof risk>, barriers: string[] }} one
 * @param {number} y
 * @param {number} to 1 from the left to the middle, -1 from the right
 * @param {{ x: number, y: number, width: number, height: number }} event
 * @param {Measures} m
 */
function side(one, y, to, event, m) {
  const x = to > 0 ? 0 : m.width - m.box;
  const from = to > 0 ? m.box : m.width - m.box;
  const end = to > 0 ? event.x : event.x + event.width;
  const target = Math.min(event.y + event.height - 14, Math.max(event.y + 14, y));
  const knee = end - to * m.gap * 1.5;
  const shown = one.barriers.slice(0, 2);
  const more = one.barriers.length - shown.length;
  const top = y - m.height / 2;
  const tall = m.height - 16;
  const place = (/** @type {number} */ i) => (to > 0 ? from + m.gap + i * (m.barrier + m.gap) : from - m.gap - m.barrier - i * (m.barrier + m.gap));
  return svg`<path class="btl" d="M${from} ${y}H${knee}L${end} ${target}"/>
    <g class=${`btb ${one.found?.tint ?? ''}`}><rect x=${x + 0.5} y=${top} width=${m.box - 1} height=${m.height} rx="4"/>${words(wrap(one.text, m.box - 22, one.found ? 3 : 4, m.size), x + 10, top + m.line, 'start', '', m)}
    ${one.found ? svg`<text class="bth" x=${x + 10} y=${top + m.height - 8}>R ${one.found.score} ${bandWord(one.found.band)}${one.rest ? ` \u2192 ${one.rest.score} ${bandWord(one.rest.band)}` : ''}</text>` : nothing}</g>
    ${shown.map((text, i) => svg`<g class="bar"><rect x=${place(i)} y=${y - tall / 2} width=${m.barrier} height=${tall} rx="2"/>${words(wrap(text, m.barrier - 10, more > 0 && i === 1 ? 2 : 3, m.size), place(i) + m.barrier / 2, y - tall / 2 + m.line, 'middle', '', m)}${more > 0 && i === 1 ? svg`<text x=${place(i) + m.barrier / 2} y=${y + tall / 2 - 6} text-anchor="middle" class="bth">+${more}</text>` : nothing}<title>${one.barriers.join('\n')}</title></g>`)}`;
}

/**
 * @param {string[]} lines
 * @param {number} x
 * @param {number} y
 * @param {string} anchor
 * @param {string} name
 * @param {Measures} m
 */
function words(lines, x, y, anchor, name, m) {
  return lines.map((line, i) => svg`<text class=${name} x=${x} y=${y + i * m.line} text-anchor=${anchor}>${line}</text>`);
}
