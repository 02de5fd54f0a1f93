// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { clock, DASH, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { operationWords } from '../core/operation-words.js';
import { deeds } from '../core/radio.js';

/** @typedef {import('../core/types.js').Step} Step */

const CURRENT = ['ACTIVE', 'REGRESSED', 'WRONG', 'READY'];
const ENDED = ['DONE_OK', 'EARLY', 'CLOSED', 'WAIVED'];
const MARKS = { DONE_OK: '\u2713', EARLY: '\u2713', WAIVED: '\u2013', CLOSED: '\u2013', WRONG: '\u00d7' };

/**
 * The step the operator is at: one that runs, else the first that could be begun.
 * @param {import('../core/types.js').Procedure | null} proc
 */
export function currentStep(proc) {
  const steps = proc?.steps ?? [];
  for (const state of CURRENT) {
    const found = steps.find((step) => step.state === state);
    if (found) {
      return found;
    }
  }
  return steps.find((step) => !ENDED.includes(step.state)) ?? null;
}

/** @param {Step} step */
function right(step) {
  if (step.hold && step.state === 'ACTIVE') {
    return `${number(step.hold[0], 0)}/${number(step.hold[1], 0)} s`;
  }
  if (ENDED.includes(step.state) || step.state === 'WRONG') {
    return step.earned === undefined ? t(`step.${step.state}`) : `+${number(step.earned, 1)}`;
  }
  return t('step.points', number(step.points, step.points % 1 === 0 ? 0 : 1));
}

/**
 * @param {Step} step
 * @param {Step | null} current
 */
function line(step, current) {
  const now = step === current;
  const done = ENDED.includes(step.state);
  return html`<li class="${now ? 'now' : done ? 'done' : ''} ${step.state.toLowerCase()}" aria-current=${now ? 'step' : 'false'}><small>${step.no}</small><span class="st" title=${t(`step.${step.state}`)}>${MARKS[step.state] ?? ''}</span>
    <span>${pick(step.text)}${step.state === 'REGRESSED' || step.state === 'EARLY' || step.state === 'WRONG' ? html` <small class="note1">${t(`step.${step.state}`)}</small>` : nothing}
    ${now && step.hint ? html`<small class="hint1">${pick(step.hint)}</small>` : nothing}
    ${now && step.hold && step.state === 'ACTIVE' ? html`<span class="prog"><i ${css({ width: `${Math.min(100, (100 * step.hold[0]) / Math.max(1, step.hold[1]))}%` })}></i></span>` : nothing}</span><small>${right(step)}</small></li>`;
}

/**
 * The quality marks of a task, with what is earned so far where the trainee may see it.
 * @param {import('../core/types.js').Procedure} proc
 */
function qualityRows(proc) {
  return (proc.quality ?? []).map((one) => html`<div class="qrow"><span>${one.tag ? html`<b>${one.tag}</b> ` : nothing}${pick(one.text)}</span>
      <span>${one.earned === undefined ? nothing : `${number(one.earned, 1)} / `}${number(one.points, 0)}</span>
      ${one.earned === undefined ? nothing : html`<span class="prog"><i ${css({ width: `${(100 * one.earned) / Math.max(0.001, one.points)}%` })}></i></span>`}</div>`);
}

/** The steps of the task, as a panel; the current step is always in view. */
class ProcedurePanel extends LightElement {
  static properties = { store: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    /** Step and height of the list for which the current step was last brought into view. */
    this.shown = '';
    this.resize = new ResizeObserver(() => this.#bring());
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
    this.endings.push(() => this.resize.disconnect());
  }

  updated() {
    const list = this.querySelector('ol');
    if (list) {
      this.resize.observe(list);
      this.#bring();
    }
  }

  #bring() {
    const list = this.querySelector('ol');
    const now = this.querySelector('li.now');
    if (!(now instanceof HTMLElement) || !list || list.clientHeight === 0) {
      return;
    }
    const place = `${currentStep(this.store?.proc ?? null)?.id} ${list.clientHeight}`;
    if (place !== this.shown) {
      this.shown = place;
      list.scrollTop = now.offsetTop - list.offsetTop - list.clientHeight / 2 + now.offsetHeight / 2;
    }
  }

  render() {
    const proc = this.store?.proc;
    if (!proc) {
      return html`<section class="pr"><h3>${t('procedure')}</h3><p class="foot">${t('procedure.none')}</p></section>`;
    }
    const current = currentStep(proc);
    return html`<section class="pr"><h3>${proc.task} ${pick(proc.title)}<small>${current ? t('procedure.step', current.no, proc.steps.length) : proc.steps.length > 0 ? t('procedure.finished') : nothing}</small><span class="sp"></span>
      ${proc.total === undefined ? nothing : html`<small>${t('procedure.score')} <b>${number(proc.total, 1)}</b></small>`}
      <button class="btn s ibtn fold" aria-label=${t('procedure.fold')} @click=${() => this.dispatchEvent(new CustomEvent('fold', { bubbles: true }))}>${icon('down')}</button></h3>
      ${proc.steps.length === 0 ? html`<div class="qlist" tabindex="0"><p class="foot">${t('procedure.no-steps')}</p>${qualityRows(proc)}</div>` : html`<ol tabindex="0">${proc.steps.map((step) => line(step, current))}</ol>`}</section>`;
  }
}

customElements.define('ots-procedure', ProcedurePanel);

/** The procedure as a page: all steps, the quality marks and the penalties. */
class ProcedurePage extends LightElement {
  static properties = { store: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
  }

  render() {
    const proc = this.store?.proc;
    if (!proc) {
      return html`<main class="xp"><p class="foot">${t('procedure.none')}</p></main>`;
    }
    const current = currentStep(proc);
    const done = proc.steps.filter((step) => ENDED.includes(step.state)).length;
    return html`<main class="xp pp">${this.#heading()}<div class="tbar"><b class="find1">${current ? t('procedure.finding', current.no, pick(current.text)) : proc.steps.length > 0 ? t('procedure.finished') : t('procedure.quality.only')}</b><span class="sp"></span>
      ${proc.steps.length > 0 ? html`<span>${t('procedure.done', done, proc.steps.length)}</span>` : nothing}${proc.total === undefined ? nothing : html`<span>${t('procedure.score')} <b>${number(proc.total, 1)}</b>${proc.max === undefined ? nothing : ` / ${number(proc.max, 0)}`}</span>`}
      <button class="btn s" @click=${() => window.print()}>${icon('print')}${t('record.print')}</button></div>
      <section class="pr list">${proc.steps.length === 0 ? html`<p class="foot">${t('procedure.no-steps')}</p>` : html`<ol tabindex="0">${proc.steps.map((step) => line(step, current))}</ol>`}</section>
      <aside>${this.#quality(proc)}${this.#penalties(proc)}</aside></main>${this.#record()}`;
  }

  /** Whose record it is, on top of the first sheet of paper. */
  #heading() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const info = store.info;
    return html`<header class="paper first"><h1>${t('record.title')} ${pick(store.plant?.title)}</h1><p>${info?.task ?? ''} ${pick(store.proc?.title)} ${info?.seat ? t('seat.n', info.seat) : ''} ${info?.name ?? info?.owner ?? ''} ${clock(store.time)}</p><p>${t('score.paper.run', store.runId)}</p></header>`;
  }

  /** The shift record for paper: readings, samples, field work and the last operations. */
  #record() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const tasks = store.plant?.fieldTasks;
    const row = (/** @type {any} */ text, /** @type {string} */ value) => html`<tr><td>${text}</td><td class="num">${value}</td></tr>`;
    const value = (/** @type {string} */ name, /** @type {string | undefined} */ unit) => {
      const reading = store.value(name);
      return typeof reading === 'number' ? `${number(reading, 2)} ${unit ?? ''}` : DASH;
    };
    return html`<section class="paper"><h2>${t('field.log')}</h2><table class="g"><tbody>${(tasks?.log ?? []).map((item) => row(pick(item.text), value(`LOG.${item.id}`, item.unit)))}</tbody></table>
      <h2>${t('field.sample')}</h2><table class="g"><tbody>${(tasks?.samples ?? []).map((item) => html`<tr><td>${item.id} ${pick(item.text)}</td><td class="num">${t('field.sample.result')} ${value(`SAMPLE.${item.id}`, item.unit)}</td><td class="num">${t('field.sample.record')} ${value(`RECORD.${item.id}`, item.unit)}</td></tr>`)}</tbody></table>
      <h2>${t('field.check')}</h2><table class="g"><tbody>${(tasks?.checks ?? []).map((item) => row(`${item.id} ${pick(item.text)}`, store.on(`CHECK.${item.id}`) ? t('field.done') : t('field.open')))}</tbody></table>
      <h2>${t('record.operations')}</h2><table class="g"><tbody>${deeds(store).map((event) => row(operationWords(event, store), clock(event.time)))}</tbody></table></section>`;
  }

  /** @param {import('../core/types.js').Procedure} proc */
  #quality(proc) {
    return html`<section class="sbox"><h3>${t('procedure.quality')}</h3><div class="b">${(proc.quality ?? []).length === 0 ? html`<p class="hintl">${t('procedure.quality.none')}</p>` : qualityRows(proc)}</div></section>`;
  }

  /** @param {import('../core/types.js').Procedure} proc */
  #penalties(proc) {
    return html`<section class="sbox"><h3>${t('procedure.penalties')}</h3><div class="b">${(proc.penalties ?? []).length === 0 ? html`<p class="hintl">${t('procedure.penalties.none')}</p>` : (proc.penalties ?? []).map((one) => html`<p class="ln"><span class="grow">${pick(one.text)}</span>
      ${one.count > 0 ? html`<b>${t('procedure.times', one.count)} ${number(-Math.abs(one.lost), 1)}</b>` : html`<span class="hintl">${number(-Math.abs(one.points), 0)}</span>`}</p>`)}</div></section>`;
  }
}

customElements.define('ots-procedure-page', ProcedurePage);
