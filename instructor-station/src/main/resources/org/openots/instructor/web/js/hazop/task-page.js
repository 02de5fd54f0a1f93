// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { number } from '../core/format.js';
import { language, pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import { control } from './task-questions.js';
import { TaskStore } from './task-store.js';

/** Pages that need the whole width. */
const WIDE = 'nodes';

/** One attempt: its pages at the left, the questions of one page, what is due of the score. */
class TaskPage extends LightElement {
  static properties = { attemptId: {}, page: { state: true }, question: { state: true }, study: { state: true } };

  constructor() {
    super();
    this.attemptId = '';
    this.page = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    /** Names of the risk matrix, for ratings. @type {any} */
    this.study = null;
    /** @type {TaskStore | null} */
    this.store = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const store = new TaskStore(this.attemptId, session.me?.account ?? '');
    this.store = store;
    this.follow(store);
    this.endings.push(() => store.close());
    this.#load(store);
  }

  /** @param {TaskStore} store */
  async #load(store) {
    await store.load();
    const info = store.info;
    if (info && this.page === '') {
      const open = info.pages.find((/** @type {any} */ page) => !page.afterSheet && page.questions.some((/** @type {any} */ one) => store.answer(one).length === 0));
      this.page = (open ?? info.pages.find((/** @type {any} */ page) => !page.afterSheet))?.id ?? (info.sheet ? 'sheet' : '');
    }
    if (info && store.questions.some((one) => one.kind === 'rating')) {
      try {
        this.study = await api.get(path`/api/hazop/studies/${info.plant}`);
      } catch {
        // without the names the numbers of the matrix are shown
      }
    }
  }

  render() {
    const store = /** @type {TaskStore} */ (this.store);
    const info = store.info;
    if (!info) {
      return html`<div class="station">${bar('hazop')}<main class="wrap one">${store.problem ? html`<p class="row err" role="alert">${store.problem} <button class="btn s" @click=${() => this.#load(store)}>${t('action.retry')}</button><a class="btn s" href="/hazop">${t('task.all')}</a></p>` : nothing}</main></div>`;
    }
    const page = info.pages.find((/** @type {any} */ one) => one.id === this.page);
    const wide = page?.questions.some((/** @type {any} */ one) => one.kind === WIDE);
    return html`<div class="station">${ask(this.question, () => { this.question = null; })}${bar('hazop', this.#chip(store))}
      <main class="wrap tkp"><header class="hd"><div class="tkhd"><h1 class="clamp">${this.#finding(store)}</h1><p class="mut cutl"><a href="/hazop">${t('task.all')}</a> ${info.module} ${t(`level.${info.level}`)} ${pick(info.title)}${store.own ? '' : ` ${info.name ?? info.owner}`}</p></div><span class="sp"></span>${this.#action(store)}</header>
      ${store.problem ? html`<p class="row err" role="alert">${store.problem} <button class="btn s" @click=${() => { store.problem = ''; this.#load(store); }}>${t('action.retry')}</button></p>` : nothing}
      <nav class="sheet tkv scroll" aria-label=${t('task.pages')}><p class="cap pad">${pick(info.intro)}</p>${info.pages.map((/** @type {any} */ one) => this.#link(store, one))}${info.sheet ? this.#sheetLink(store) : nothing}</nav>
      <section class="sheet tkq ${wide ? 'wide' : ''}" aria-label=${page ? pick(page.title) : t('task.sheet')}>${page ? this.#questions(store, page) : info.sheet ? this.#sheet(store) : nothing}</section></main></div>`;
  }

  /** @param {TaskStore} store */
  #finding(store) {
    const { info } = store;
    if (info.feedback && info.submitted) {
      const word = info.pending ? t('task.result.pending') : info.percent >= info.passPercent ? t('task.result.passed') : t('task.result.failed', number(info.passPercent, 0));
      return `${t('task.result', number(info.earned, 1), number(info.possible, 0), number(info.percent, 0))}${language() === 'en' ? ' ' : ''}${word}`;
    }
    if (info.submitted) {
      return t('task.waiting');
    }
    const left = store.questions.filter((one) => store.answer(one).length === 0).length;
    const hidden = store.questions.length === 0 || info.pages.some((/** @type {any} */ page) => page.afterSheet);
    return left > 0 ? t('task.left', left) : info.sheet && !info.sheet.handedIn ? t(hidden ? 'task.left.first' : 'task.left.sheet') : t('task.left.none');
  }

  /** @param {TaskStore} store */
  #chip(store) {
    if (store.info.submitted || !store.own) {
      return nothing;
    }
    const waiting = store.waiting.length;
    if (store.offline) {
      return html`<span class="tagc save t2" role="status">${icon('broken', 14)}${t('hazop.save.lost', waiting)}</span>`;
    }
    return waiting > 0 ? html`<span class="tagc save" role="status">${t('save.waiting', waiting)}</span>` : html`<span class="tagc save" role="status">${icon('check', 14)}${t('save.saved', store.info.revision)}</span>`;
  }

  /** @param {TaskStore} store */
  #action(store) {
    const { info } = store;
    if (!info.submitted) {
      return store.own ? html`<button class="btn act" data-act="submit" ?disabled=${store.finishing} @click=${() => this.#askSubmit(store)}>${t('task.submit')}</button>` : html`<span class="tagc">${t('task.state.open')}</span>`;
    }
    const teacher = ['instructor', 'assessor'].includes(session.me?.role ?? '');
    return teacher && info.level === 'senior' && !info.releasedAt ? html`<button class="btn act" @click=${() => store.finish('release')}>${t('task.release')}</button>` : html`<span class="tagc">${t('task.receipt', info.submitted.receipt.slice(0, 8))}</span>`;
  }

  /** @param {TaskStore} store */
  #askSubmit(store) {
    const { info } = store;
    if (info.sheet && !info.sheet.handedIn) {
      this.page = 'sheet';
      store.problem = t('task.sheet.first');
      store.emit();
      return;
    }
    const left = store.questions.filter((one) => store.answer(one).length === 0).length;
    this.question = { title: t('task.submit.ask'), text: `${left > 0 ? t('task.submit.left', left) : t('task.submit.full')} ${t('task.submit.loss')}`, action: t('task.submit'), run: () => store.finish('submit') };
  }

  /** @param {TaskStore} store @param {any} page */
  #link(store, page) {
    const done = page.questions.filter((/** @type {any} */ one) => store.answer(one).length > 0).length;
    const earned = page.questions.every((/** @type {any} */ one) => one.feedback) ? page.questions.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.feedback.earned, 0) : null;
    const most = page.questions.reduce((/** @type {number} */ sum, /** @type {any} */ one) => sum + one.weight, 0);
    return html`<button class="tkl ${this.page === page.id ? 'on' : ''}" aria-current=${this.page === page.id ? 'page' : nothing} @click=${() => this.#go(page.id)}><b>${pick(page.title)}</b>
      <span class="cap">${page.afterSheet ? t('task.after-sheet.short') : earned === null ? t('task.answered', done, page.questions.length) : t('task.points', number(earned, 1), number(most, 0))}</span></button>`;
  }

  /** @param {TaskStore} store */
  #sheetLink(store) {
    const { sheet } = store.info;
    const state = sheet.earned === undefined || sheet.pending ? (sheet.handedIn ? t('task.sheet.in') : t('task.sheet.submitted', sheet.submitted ?? 0, sheet.deviations.length)) : t('task.points', number(sheet.earned, 1), number(sheet.weight, 0));
    return html`<button class="tkl ${this.page === 'sheet' ? 'on' : ''}" aria-current=${this.page === 'sheet' ? 'page' : nothing} @click=${() => this.#go('sheet')}><b>${t('task.sheet')}</b><span class="cap">${state}</span></button>`;
  }

  /** @param {string} page */
  async #go(page) {
    this.page = page;
    await this.updateComplete;
    const list = this.querySelector('.tkb');
    list?.scrollTo(0, 0);
    /** @type {HTMLElement | null} */ (this.querySelector('.tkb h2'))?.focus();
  }

  /** @param {TaskStore} store @param {any} page */
  #questions(store, page) {
    const pages = [...store.info.pages.map((/** @type {any} */ one) => one.id), ...(store.info.sheet ? ['sheet'] : [])];
    const at = pages.indexOf(page.id);
    return html`<div class="tkb scroll"><h2 tabindex="-1">${pick(page.title)}</h2>${page.text ? html`<p class="tktx">${pick(page.text)}</p>` : nothing}
      ${page.afterSheet ? html`<p class="mut">${t('task.after-sheet')}</p>` : nothing}${page.questions.map((/** @type {any} */ one, /** @type {number} */ i) => this.#question(store, one, i + 1, page.questions.length))}</div>
      <footer class="tkf"><button class="btn s" ?disabled=${at === 0} @click=${() => this.#go(pages[at - 1])}>${icon('left', 14)}${t('task.previous')}</button><span class="sp"></span>${at < pages.length - 1 ? html`<button class="btn s" data-act="next" @click=${() => this.#go(pages[at + 1])}>${t('task.next')}${icon('right', 14)}</button>` : nothing}</footer>`;
  }

  /** @param {TaskStore} store @param {any} question @param {number} no @param {number} of */
  #question(store, question, no, of) {
    const locked = !store.open || question.checked;
    const answer = store.answer(question);
    const junior = store.info.level === 'junior' && store.open && !question.checked;
    return html`<fieldset class="tkqn" data-question=${question.id} data-kind=${question.kind}><legend><span class="tkle">${of > 1 ? html`<span class="tkno">${no}</span>` : nothing}<span>${pick(question.prompt)}</span><span class="cap tkpt">${t('task.weight', number(question.weight, 0))}${question.several ? html`<br>${t('task.several')}` : nothing}</span></span></legend>
      ${control(question, answer, locked, (next) => store.set(question, next), { plant: store.info.plant, matrix: this.study?.matrix })}
      ${junior ? html`<p class="row"><button class="btn s act" data-act="check" ?disabled=${answer.length === 0} @click=${() => store.finish('check', { question: question.id })}>${t('task.check')}</button>${answer.length === 0 ? html`<span class="cap">${t('task.check.first')}</span>` : nothing}</p>` : nothing}
      ${question.feedback ? this.#why(question) : nothing}</fieldset>`;
  }

  /** @param {any} question */
  #why(question) {
    const { earned, why } = question.feedback;
    const part = earned >= question.weight - 1e-6 ? 'full' : earned > 0 ? 'part' : 'none';
    return html`<div class="tkw ${part}" role="status"><b>${icon(part === 'none' ? 'close' : 'check', 16)}${t(`task.got.${part}`, number(earned, 1), number(question.weight, 0))}</b><p>${pick(why)}</p></div>`;
  }

  /** @param {TaskStore} store */
  #sheet(store) {
    const { sheet } = store.info;
    return html`<div class="tkb scroll"><h2 tabindex="-1">${t('task.sheet')}</h2><p class="tktx">${t('task.sheet.how', sheet.deviations.length)}</p>
      ${sheet.given.length > 0 ? html`<h3>${t('task.given')}</h3><ul class="tkg">${sheet.given.map((/** @type {any} */ one) => html`<li>${pick(one)}</li>`)}</ul>` : nothing}
      <p class="row"><a class="btn ${sheet.handedIn ? '' : 'act'}" href=${path`/hazop/${sheet.id}`}>${sheet.handedIn ? t('task.sheet.look') : t('task.sheet.open')}</a><span class="mut">${sheet.handedIn ? t('task.sheet.in') : t('task.sheet.submitted', sheet.submitted ?? 0, sheet.deviations.length)}</span></p>
      ${sheet.earned === undefined ? nothing : html`<p>${sheet.pending ? t('task.sheet.pending') : t('task.sheet.score', number(sheet.earned, 1), number(sheet.weight, 0))}</p>`}
      ${sheet.audit ? this.#audit(sheet.audit) : nothing}</div>`;
  }

  /** @param {any} audit */
  #audit(audit) {
    return html`<h3>${t('task.audit', number(audit.earned, 1), number(audit.possible, 0))}</h3>${audit.flags.length === 0 ? html`<p class="tkw full"><b>${icon('check', 16)}${t('task.audit.none')}</b></p>`
      : html`<ul class="tka">${audit.flags.map((/** @type {any} */ flag) => html`<li><span class="tg0">${flag.deviation}</span> ${pick(flag.text)}</li>`)}</ul>`}`;
  }
}

customElements.define('ots-hazop-task', TaskPage);
