// @ts-check
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import './task-nodes.js';

/**
 * The controls of a question by its kind. Answers are lists of words, the same as at the station.
 * @typedef {(next: string[]) => void} Put
 * @typedef {{ plant: string, matrix: any }} Around
 */

/**
 * @param {any} question
 * @param {string[]} answer
 * @param {boolean} locked
 * @param {Put} put
 * @param {Around} around
 */
export function control(question, answer, locked, put, around) {
  switch (question.kind) {
    case 'choice': return choice(question, answer, locked, put);
    case 'number': return numeric(question, answer, locked, put);
    case 'order': return ordering(question, answer, locked, put);
    case 'match': return matching(question, answer, locked, put);
    case 'grid': return grid(question, answer, locked, put);
    case 'nodes': return html`<ots-node-task .question=${question} .answer=${answer} .locked=${locked} .plant=${around.plant} @answer=${(/** @type {CustomEvent} */ event) => put(event.detail)}></ots-node-task>`;
    default: return ratings(question, answer, locked, put, around.matrix);
  }
}

/** What the key says about something chosen or not, as a class and a word. @param {any} question @param {string} word @param {boolean} chosen */
function verdict(question, word, chosen) {
  const due = question.feedback;
  if (!due) {
    return { mark: '', text: nothing };
  }
  if (due.key.includes(word)) {
    return { mark: 'right', text: html`<span class="tkm1">${icon('check', 14)}${chosen ? t('task.mark.right') : t('task.mark.missed')}</span>` };
  }
  if (due.either.includes(word)) {
    return { mark: 'either', text: chosen ? html`<span class="tkm1">${t('task.mark.either')}</span>` : nothing };
  }
  return chosen ? { mark: 'miss', text: html`<span class="tkm1">${icon('close', 14)}${t('task.mark.wrong')}</span>` } : { mark: '', text: nothing };
}

/** @param {any} question @param {string[]} answer @param {boolean} locked @param {Put} put */
function choice(question, answer, locked, put) {
  const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) => put(question.several ? question.options.map((/** @type {any} */ one) => one.id).filter((/** @type {string} */ one) => (one === id ? on : answer.includes(one))) : [id]);
  return html`<div class="tko ${question.options.length > 6 || question.options.length === 2 ? 'two' : ''}">${question.options.map((/** @type {any} */ one) => {
    const chosen = answer.includes(one.id);
    const { mark, text } = verdict(question, one.id, chosen);
    return html`<label class="tkop ${mark} ${chosen ? 'on' : ''}"><input type=${question.several ? 'checkbox' : 'radio'} name=${question.id} value=${one.id} .checked=${live(chosen)} ?disabled=${locked} @change=${(/** @type {any} */ event) => toggle(one.id, event.target.checked)}><span>${pick(one.text)}</span>${text}</label>`;
  })}</div>`;
}

/** @param {any} question @param {string[]} answer @param {boolean} locked @param {Put} put */
function numeric(question, answer, locked, put) {
  const change = (/** @type {any} */ event) => {
    const text = event.target.value.trim();
    const plain = text.normalize('NFKC').replace('\u2212', '-');
    const good = /^[+-]?(\d+\.?\d*|\.\d+)([eE][+-]?\d{1,2})?$/.test(plain);
    event.target.setCustomValidity(text === '' || good ? '' : t('task.number.form'));
    event.target.closest('.tknum').classList.toggle('bad', text !== '' && !good);
    put(good ? [plain] : []);
  };
  return html`<div class="tknum"><input class="field num" inputmode="decimal" aria-label=${t('task.number')} .value=${live(answer[0] ?? '')} ?readonly=${locked} @change=${change}><span>${question.unit === '1/a' ? t('task.unit.year') : question.unit === 'd' ? t('task.unit.day') : question.unit}</span><span class="wrong cap">${t('task.number.form')}</span>
    ${question.feedback ? html`<span class="tkm1">${t('task.number.right', question.feedback.key[0])}</span>` : nothing}</div>`;
}

/** @param {any} question @param {string[]} answer @param {boolean} locked @param {Put} put */
function ordering(question, answer, locked, put) {
  const order = answer.length > 0 ? answer : question.steps.map((/** @type {any} */ one) => one.id);
  const right = question.feedback?.key ?? [];
  const move = (/** @type {number} */ at, /** @type {number} */ by, /** @type {any} */ event) => {
    if (at + by < 0 || at + by >= order.length) {
      return;
    }
    const next = [...order];
    next.splice(at + by, 0, ...next.splice(at, 1));
    put(next);
    const list = event.currentTarget.closest('ol');
    const button = event.currentTarget.dataset.way;
    requestAnimationFrame(() => list.children[at + by]?.querySelector(`[data-way="${button}"]`)?.focus());
  };
  return html`<ol class="tkor">${order.map((/** @type {string} */ id, /** @type {number} */ at) => html`<li class=${right.length === 0 ? '' : right[at] === id ? 'right' : 'miss'}><span class="tkno">${at + 1}</span><span>${pick(question.steps.find((/** @type {any} */ one) => one.id === id)?.text)}</span>
      ${right.length > 0 && right[at] !== id ? html`<span class="tkm1">${t('task.order.right', right.indexOf(id) + 1)}</span>` : nothing}
      ${locked ? nothing : html`<span class="row"><button class="btn s" data-way="up" aria-label=${t('task.up')} ?disabled=${at === 0} @click=${(/** @type {any} */ event) => move(at, -1, event)}>${icon('up', 14)}</button><button class="btn s" data-way="down" aria-label=${t('task.down')} ?disabled=${at === order.length - 1} @click=${(/** @type {any} */ event) => move(at, 1, event)}>${icon('down', 14)}</button></span>`}</li>`)}</ol>
    ${locked || answer.length > 0 ? nothing : html`<p class="row"><button class="btn s" @click=${() => put(order)}>${t('task.order.keep')}</button></p>`}`;
}

/** The value of a name in words such as name=value. @param {string[]} words @param {string} name */
function valueOf(words, name) {
  return words.find((word) => word.startsWith(`${name}=`))?.slice(name.length + 1) ?? '';
}

/** @param {string[]} words @param {string} name @param {string} value */
export function withValue(words, name, value) {
  const rest = words.filter((word) => !word.startsWith(`${name}=`));
  return value === '' ? rest : [...rest, `${name}=${value}`];
}

/** @param {any} question @param {string[]} answer @param {boolean} locked @param {Put} put */
function matching(question, answer, locked, put) {
  const name = (/** @type {string} */ id) => pick(question.right.find((/** @type {any} */ one) => one.id === id)?.text);
  return html`<table class="t tkmt"><tbody>${question.left.map((/** @type {any} */ one) => {
    const value = valueOf(answer, one.id);
    const key = question.feedback ? valueOf(question.feedback.key, one.id) : '';
    return html`<tr class=${key === '' ? '' : key === value ? 'right' : 'miss'}><td>${pick(one.text)}</td><td><select class="field" aria-label=${pick(one.text)} ?disabled=${locked} .value=${live(value)} @change=${(/** @type {any} */ event) => put(withValue(answer, one.id, event.target.value))}>
      <option value="" ?selected=${value === ''}>${t('task.choose')}</option>${question.right.map((/** @type {any} */ to) => html`<option value=${to.id} ?selected=${to.id === value}>${pick(to.text)}</option>`)}</select>
      ${key !== '' && key !== value ? html`<span class="tkm1">${t('task.match.right', name(key))}</span>` : nothing}</td></tr>`;
  })}</tbody></table>`;
}

/** @param {any} question @param {string[]} answer @param {boolean} locked @param {Put} put */
function grid(question, answer, locked, put) {
  const arrows = (/** @type {KeyboardEvent} */ event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1, ArrowDown: question.columns.length, ArrowUp: -question.columns.length }[event.key];
    const boxes = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('input')];
    const at = boxes.indexOf(/** @type {any} */ (event.target));
    if (by !== undefined && boxes[at + by]) {
      event.preventDefault();
      boxes[at + by].focus();
    }
  };
  return html`<div class="scroll"><table class="tkgr" @keydown=${arrows}><thead><tr><td></td>${question.columns.map((/** @type {any} */ column) => html`<th scope="col">${pick(column.text)}</th>`)}</tr></thead>
    <tbody>${question.rows.map((/** @type {any} */ row) => html`<tr><th scope="row">${pick(row.text)}</th>${question.columns.map((/** @type {any} */ column) => {
      const word = `${row.id}/${column.id}`;
      const chosen = answer.includes(word);
      const { mark } = verdict(question, word, chosen);
      return html`<td class=${mark}><label><input type="checkbox" aria-label="${pick(row.text)} ${pick(column.text)}" .checked=${live(chosen)} ?disabled=${locked} @change=${(/** @type {any} */ event) => put(event.target.checked ? [...answer, word] : answer.filter((one) => one !== word))}></label></td>`;
    })}</tr>`)}</tbody></table></div>${question.feedback ? html`<p class="cap tklg"><i class="right"></i>${t('task.grid.right')}<i class="miss"></i>${t('task.grid.wrong')}<i class="either"></i>${t('task.grid.either')}</p>` : nothing}`;
}

/** @param {any} question @param {string[]} answer @param {boolean} locked @param {Put} put @param {any} matrix */
function ratings(question, answer, locked, put, matrix) {
  const levels = (/** @type {number} */ most, /** @type {any[] | undefined} */ names) => Array.from({ length: most }, (_, i) => ({ value: String(i + 1), text: names?.[i] ? `${i + 1} ${pick(names[i].name)}` : String(i + 1) }));
  const severities = levels(question.severities, matrix?.severities);
  const likelihoods = levels(question.likelihoods, matrix?.likelihoods);
  const band = (/** @type {number} */ score) => matrix?.bands.findIndex((/** @type {any} */ one) => score <= one.max) ?? -1;
  const select = (/** @type {string} */ label, /** @type {any[]} */ options, /** @type {string} */ value, /** @type {(value: string) => void} */ change) => html`<select class="field" aria-label=${label} ?disabled=${locked} .value=${live(value)} @change=${(/** @type {any} */ event) => change(event.target.value)}><option value="" ?selected=${value === ''}>${label}</option>${options.map((one) => html`<option value=${one.value} ?selected=${one.value === value}>${one.text}</option>`)}</select>`;
  const partly = (/** @type {string} */ id) => half.get(`${question.id} ${id}`) ?? ['', ''];
  return html`<table class="t tkrt"><thead><tr><th>${t('task.rating.scenario')}</th><th>S</th><th>L</th><th>R</th></tr></thead><tbody>${question.scenarios.map((/** @type {any} */ one) => {
    const [s, l] = valueOf(answer, one.id) === '' ? partly(one.id) : valueOf(answer, one.id).split('/');
    const change = (/** @type {string} */ severity, /** @type {string} */ likelihood) => {
      half.set(`${question.id} ${one.id}`, [severity, likelihood]);
      put(withValue(answer, one.id, severity && likelihood ? `${severity}/${likelihood}` : ''));
    };
    const score = Number(s) * Number(l);
    const at = score > 0 ? band(score) : -1;
    const key = question.feedback ? valueOf(question.feedback.key, one.id) : '';
    return html`<tr class=${key === '' ? '' : key === `${s}/${l}` ? 'right' : 'miss'}><td>${pick(one.text)}${key !== '' && key !== `${s}/${l}` ? html`<br><span class="tkm1">${t('task.rating.right', key.split('/')[0], key.split('/')[1])}</span>` : nothing}</td><td>${select(t('task.severity'), severities, s, (value) => change(value, l))}</td><td>${select(t('task.likelihood'), likelihoods, l, (value) => change(s, value))}</td>
      <td class="rk ${at >= 0 ? `k${at + 1}` : ''}">${score > 0 ? html`<b>${score}</b><small>${at >= 0 ? pick(matrix.bands[at].text) : ''}</small>` : nothing}</td></tr>`;
  })}</tbody></table>`;
}

/** Ratings of which only one half is chosen yet: not an answer, and yet to be shown. @type {Map<string, string[]>} */
const half = new Map();

