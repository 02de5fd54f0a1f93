// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { number } from '../core/format.js';
import { language, pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import { myExam } from '../exam/my-exam.js';
import { control } from './task-questions.js';
import { TaskStore } from './task-store.js';

/** Pages that need the whole width. */
const WIDE = 'nodes';

/** Questions that a worksheet would answer. */
const FRAME = ['nodes', 'grid'];

/** @typedef {{ id: string, page?: any, done: boolean, locked: boolean }} Step */

/** What is to be done, in its order: questions, the worksheet, questions after it. @param {TaskStore} store @returns {Step[]} */
function steps(store) {
  const { info } = store;
  const pages = info.pages.map((/** @type {any} */ page) => ({ id: page.id, page, locked: page.locked, done: !page.locked && page.questions.every((/** @type {any} */ one) => store.answer(one).length > 0) }));
  const sheet = info.sheet ? [{ id: 'sheet', locked: false, done: Boolean(info.sheet.handedIn) }] : [];
  return [...pages.filter((/** @type {Step} */ step) => !step.page.afterSheet), ...sheet, ...pages.filter((/** @type {Step} */ step) => step.page.afterSheet)];
}

/** Why points may still change. @param {{ waiting: number }} total @param {string} level */
function unsettled(total, level) {
  return total.waiting > 0 ? t('task.result.waiting', total.waiting) : t(level === 'senior' ? 'task.result.unreleased' : 'task.result.pending');
}

/** One attempt: its pages at the left, the questions of one page, what is due of the score. */
class TaskPage extends LightElement {
  static properties = { attemptId: {}, preview: { type: Boolean }, page: { state: true }, question: { state: true }, study: { state: true } };

  constructor() {
    super();
    this.attemptId = '';
    this.preview = false;
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
    const store = new TaskStore(this.attemptId, session.me?.account ?? '', this.preview);
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
      const all = steps(store);
      this.page = (info.submitted ? all[0] : all.find((step) => !step.done) ?? all[all.length - 1]).id;
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
      return html`<div class="station">${bar('hazop')}<main class="wrap one">${store.problem ? html`<p class="row err" role="alert">${store.problem} <button class="btn s" @click=${() => this.#load(store)}>${t('action.retry')}</button>${myExam.working ? nothing : html`<a class="btn s" href="/hazop">${t('task.all')}</a>`}</p>` : nothing}</main></div>`;
    }
    const page = info.pages.find((/** @type {any} */ one) => one.id === this.page);
    const wide = page?.questions.some((/** @type {any} */ one) => one.kind === WIDE);
    return html`<div class="station">${ask(this.question, () => { this.question = null; })}${bar('hazop', this.#chip(store), myExam.working ? this.#undone(store) : [])}
      <main class="wrap tkp"><header class="hd"><div class="tkhd"><h1 class="clamp">${this.#finding(store)}</h1><p class="mut cutl">${myExam.working ? nothing : html`<a href="/hazop">${t('task.all')}</a>`} ${info.module} ${t(`level.${info.level}`)} ${pick(info.title)}${store.own ? '' : ` ${info.name ?? info.owner}`}</p></div><span class="sp"></span>${this.#action(store)}</header>
      ${store.problem ? html`<p class="row err" role="alert">${store.problem} <button class="btn s" @click=${() => { store.problem = ''; this.#load(store); }}>${t('action.retry')}</button></p>` : nothing}
      <nav class="sheet tkv scroll" aria-label=${t('task.pages')}><p class="cap pad">${pick(info.intro)}</p>${this.#steps(store)}</nav>
      <section class="sheet tkq ${wide ? 'wide' : ''}" aria-label=${page ? pick(page.title) : t('task.sheet')}>${page ? this.#questions(store, page) : info.sheet ? this.#sheet(store) : nothing}</section></main></div>`;
  }

  /** @param {TaskStore} store */
  #finding(store) {
    const { info } = store;
    if (store.preview) {
      return t('task.preview.finding');
    }
    if (info.feedback && info.submitted) {
      const word = info.pending ? unsettled(info, info.level) : info.percent >= info.passPercent ? t('task.result.passed') : t('task.result.failed', number(info.passPercent, 0));
      return `${t(info.pending ? 'task.result.provisional' : 'task.result', number(info.earned, 1), number(info.possible, 0), number(info.percent, 0))}${language() === 'en' ? ' ' : ''}${word}`;
    }
    if (info.submitted) {
      return t('task.waiting');
    }
    const left = steps(store).filter((step) => !step.done);
    return left.length === 0 ? t('task.left.none') : t('task.left', left.length, this.#next(store, left[0]));
  }

  /** What is to be done next, in words. @param {TaskStore} store @param {Step} step */
  #next(store, step) {
    return step.page ? t('task.next.page', pick(step.page.title), step.page.questions.filter((/** @type {any} */ one) => store.answer(one).length === 0).length) : t('task.next.sheet');
  }

  /** @param {TaskStore} store */
  #chip(store) {
    if (store.info.submitted || !store.own || store.preview) {
      return nothing;
    }
    const waiting = store.waiting.length;
    if (store.offline) {
      return html`<span class="tagc save t2" role="status">${icon('broken', 14)}${t('hazop.save.lost', waiting)}</span>`;
    }
    return waiting > 0 ? html`<span class="tagc save" role="status">${t('save.waiting', waiting)}</span>` : html`<span class="tagc save" role="status">${icon('check', 14)}${t('save.saved', store.info.revision)}</span>`;
  }

  /** What an exam's candidate has not done yet, in words. @param {TaskStore} store */
  #undone(store) {
    return steps(store).filter((step) => !step.done).map((step) => this.#next(store, step));
  }

  /** @param {TaskStore} store */
  #action(store) {
    const { info } = store;
    if (myExam.working) {
      // the bar of the exam hands in
      return nothing;
    }
    if (store.preview) {
      return html`<button class="btn ${store.key ? 'on' : 'act'}" data-act="key" aria-pressed=${store.key} @click=${() => store.toggleKey()}>${icon('eye', 14)}${t(store.key ? 'task.preview.hide' : 'task.preview.key')}</button>`;
    }
    if (!info.submitted) {
      return store.own ? html`<button class="btn ${steps(store).every((step) => step.done) ? 'act' : ''}" data-act="submit" ?disabled=${store.finishing} @click=${() => this.#askSubmit(store)}>${t('task.submit')}</button>` : html`<span class="tagc">${t('task.state.open')}</span>`;
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

  /** What is to be done, in the order it must be done, with how far each step is. @param {TaskStore} store */
  #steps(store) {
    const working = store.own && !store.info.submitted && !store.preview && !myExam.working;
    const all = steps(store);
    const next = working ? all.find((step) => !step.done) : undefined;
    const rows = all.map((step, at) => html`<li><button class="tkl ${this.page === step.id ? 'on' : ''} ${step.locked ? 'off' : ''}" data-step=${step.id} aria-current=${this.page === step.id ? 'page' : nothing} @click=${() => this.#go(step.id)}>
      <i class="tkst ${step.done ? 'done' : step === next ? 'now' : ''}">${step.done ? icon('check', 14) : at + 1}</i><b>${step.page ? pick(step.page.title) : t('task.sheet')}</b><span class="cap">${step.page ? this.#pageState(store, step.page) : this.#sheetState(store)}</span></button></li>`);
    return html`<ol class="tkls">${rows}${working ? html`<li><button class="tkl ${next ? 'off' : ''}" data-step="submit" ?disabled=${store.finishing} @click=${() => this.#askSubmit(store)}><i class="tkst ${next ? '' : 'now'}">${all.length + 1}</i><b>${t('task.step.submit')}</b><span class="cap">${next ? t('task.step.last') : t('task.step.ready')}</span></button></li>` : nothing}</ol>`;
  }

  /** @param {TaskStore} store @param {any} page */
  #pageState(store, page) {
    if (page.locked) {
      return t('task.after-sheet.short');
    }
    const done = page.questions.filter((/** @type {any} */ one) => store.answer(one).length > 0).length;
    const sum = (/** @type {(one: any) => number} */ part) => page.questions.reduce((/** @type {number} */ total, /** @type {any} */ one) => total + part(one), 0);
    return !store.preview && page.questions.every((/** @type {any} */ one) => one.feedback) ? t('task.points', number(sum((one) => one.feedback.earned), 1), number(sum((one) => one.weight), 0)) : t('task.answered', done, page.questions.length);
  }

  /** @param {TaskStore} store */
  #sheetState(store) {
    const { sheet } = store.info;
    if (store.preview) {
      return t('task.preview.deviations', sheet.deviations.length);
    }
    if (sheet.earned !== undefined) {
      return t(sheet.pending ? 'task.points.provisional' : 'task.points', number(sheet.earned, 1), number(sheet.weight, 0));
    }
    return sheet.handedIn ? t('task.sheet.in') : t('task.sheet.submitted', sheet.submitted ?? 0, sheet.deviations.length);
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
    const pages = steps(store).map((step) => step.id);
    const at = pages.indexOf(page.id);
    return html`<div class="tkb scroll"><h2 tabindex="-1">${pick(page.title)}</h2>${page.text ? html`<p class="tktx">${pick(page.text)}</p>` : nothing}
      ${page.locked ? html`<p class="mut">${t('task.after-sheet', page.count)}</p><p class="row"><button class="btn s act" @click=${() => this.#go('sheet')}>${t('task.to-sheet')}</button></p>` : nothing}${page.questions.map((/** @type {any} */ one, /** @type {number} */ i) => this.#question(store, one, i + 1, page.questions.length))}</div>
      <footer class="tkf"><button class="btn s" ?disabled=${at === 0} @click=${() => this.#go(pages[at - 1])}>${icon('left', 14)}${t('task.previous')}</button><span class="sp"></span>${at < pages.length - 1 ? html`<button class="btn s" data-act="next" @click=${() => this.#go(pages[at + 1])}>${t('task.next')}${icon('right', 14)}</button>` : nothing}</footer>`;
  }

  /** @param {TaskStore} store @param {any} question @param {number} no @param {number} of */
  #question(store, question, no, of) {
    const locked = !store.open || question.checked || question.settled || store.key;
    const answer = store.answer(question);
    const junior = store.info.level === 'junior' && !store.preview && !myExam.working && store.open && !question.checked;
    return html`<fieldset class="tkqn" data-question=${question.id} data-kind=${question.kind}><legend><span class="tkle">${of > 1 ? html`<span class="tkno">${no}</span>` : nothing}<span>${pick(question.prompt)}</span><span class="cap tkpt">${t('task.weight', number(question.weight, 0))}${question.several ? html`<br>${t('task.several')}` : nothing}</span></span></legend>
      ${control(question, answer, locked, (next) => store.set(question, next), { plant: store.info.plant, matrix: this.study?.matrix })}
      ${junior ? html`<p class="row"><button class="btn s act" data-act="check" ?disabled=${answer.length === 0} @click=${() => store.finish('check', { question: question.id })}>${t('task.check')}</button>${answer.length === 0 ? html`<span class="cap">${t('task.check.first')}</span>` : nothing}</p>` : nothing}
      ${question.settled && !question.feedback ? html`<p class="cap">${t('task.settled')}</p>` : nothing}${question.feedback ? (store.preview ? html`<div class="tkw full" role="status"><p>${pick(question.feedback.why)}</p></div>` : this.#why(question)) : nothing}</fieldset>`;
  }

  /** @param {any} question */
  #why(question) {
    const { earned, why } = question.feedback;
    const part = earned >= question.weight - 1e-6 ? 'full' : earned > 0 ? 'part' : 'none';
    return html`<div class="tkw ${part}" role="status"><b>${icon(part === 'none' ? 'close' : 'check', 16)}${t(`task.got.${part}`, number(earned, 1), number(question.weight, 0))}</b><p>${pick(why)}</p></div>`;
  }

  /** @param {TaskStore} store */
  #sheet(store) {
    const { info } = store;
    const { sheet } = info;
    const after = info.pages.filter((/** @type {any} */ page) => page.afterSheet);
    const how = after.length === 0 ? t('task.sheet.how', sheet.deviations.length) : t('task.sheet.how.after', sheet.deviations.length, after.map((/** @type {any} */ page) => pick(page.title)).join(t('list.comma')));
    return html`<div class="tkb scroll"><h2 tabindex="-1">${t('task.sheet')}</h2>${info.submitted ? nothing : html`<p class="tktx">${how}</p>`}
      ${sheet.given.length > 0 ? html`<h3>${t('task.given')}</h3><ul class="tkg">${sheet.given.map((/** @type {any} */ one) => html`<li>${pick(one)}</li>`)}</ul>` : nothing}
      ${store.preview ? html`<p>${t('task.preview.sheet', sheet.deviations.join(t('list.comma')))}</p><p><a class="btn" href="/hazop-sheets">${t('task.sheets')}</a></p>` : nothing}
      <p class="row">${store.preview ? nothing : this.#toSheet(store)}<span class="mut">${store.preview ? nothing : sheet.handedIn ? t('task.sheet.in') : t('task.sheet.submitted', sheet.submitted ?? 0, sheet.deviations.length)}</span></p>
      ${sheet.earned === undefined ? nothing : html`<p>${t(sheet.pending ? 'task.sheet.provisional' : 'task.sheet.score', number(sheet.earned, 1), number(sheet.weight, 0))}${sheet.pending ? unsettled(sheet, info.level) : nothing}</p>`}
      ${sheet.audit ? this.#audit(sheet.audit) : nothing}</div>`;
  }

  /** @param {TaskStore} store */
  #toSheet(store) {
    const { info } = store;
    if (info.sheet.id) {
      return html`<a class="btn ${info.sheet.handedIn ? '' : 'act'}" data-act="sheet" href=${path`/hazop/${info.sheet.id}`}>${info.sheet.handedIn ? t('task.sheet.look') : t('task.sheet.open')}</a>`;
    }
    return store.open ? html`<button class="btn act" data-act="sheet" @click=${() => this.#askSheet(store)}>${t('task.sheet.open')}</button>` : nothing;
  }

  /** The worksheet tells nodes and guide words: opening it settles the questions on them. @param {TaskStore} store */
  #askSheet(store) {
    const parts = store.info.pages.filter((/** @type {any} */ page) => page.questions.some((/** @type {any} */ one) => FRAME.includes(one.kind)));
    const run = async () => {
      await store.finish('sheet');
      if (store.info.sheet.id) {
        router.go(path`/hazop/${store.info.sheet.id}`);
      }
    };
    this.question = { title: t('task.sheet.ask'), text: t('task.sheet.settles', parts.map((/** @type {any} */ page) => pick(page.title)).join(t('list.comma'))), action: t('task.sheet.open'), run };
  }

  /** @param {any} audit */
  #audit(audit) {
    return html`<h3>${t('task.audit', number(audit.earned, 1), number(audit.possible, 0))}</h3>${audit.flags.length === 0 ? html`<p class="tkw full"><b>${icon('check', 16)}${t('task.audit.none')}</b></p>`
      : html`<ul class="tka">${audit.flags.map((/** @type {any} */ flag) => html`<li><span class="tg0">${flag.deviation}</span> ${pick(flag.text)}</li>`)}</ul>`}`;
  }
}

customElements.define('ots-hazop-task', TaskPage);
