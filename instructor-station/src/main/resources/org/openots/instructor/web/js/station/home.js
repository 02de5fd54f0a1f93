// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask, segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, date, DASH, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { begin } from '../skill/my-skills.js';
import { meter, percent, why } from '../skill/parts.js';
import { bar } from './bar.js';
import { lessonList } from './lesson-list.js';
import { rigArt } from './rig-art.js';
import { stepRibbon } from './step-ribbon.js';

const SHOWN_TASKS = 4;
/** Functions that are shown beside the tasks, the weakest first. */
const SHOWN_SKILLS = 5;
const PASS = 60;
/** How often the station is asked whether the class does something, ms. */
const CLASS_MS = 5000;

/** What the pages of a student have in common: his tasks and runs. */
class StudentPage extends LightElement {
  static properties = { tasks: { state: true }, runs: { state: true }, skills: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.tasks = null;
    /** @type {any[]} */
    this.runs = [];
    /** What this student can do of his certificate, and what to train next. @type {any} */
    this.skills = null;
    this.failure = '';
    this.busy = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.load();
  }

  async load() {
    this.failure = '';
    try {
      [this.tasks, this.runs, this.skills] = await Promise.all([api.get('/api/tasks'), api.get('/api/my/runs'), api.get(`/api/my/skills${this.certificate ? `?certificate=${this.certificate}` : ''}`)]);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** The certificate asked for; empty for that of the last try. */
  get certificate() {
    return '';
  }

  /** Newest first. */
  get ordered() {
    return [...this.runs].sort((a, b) => new Date(b.startedAt).getTime() - new Date(a.startedAt).getTime());
  }

  /** The runs that count; what is tried on a branch does not. */
  get records() {
    return this.ordered.filter((run) => !run.branchOf);
  }

  /** @param {string} task */
  async begin(task) {
    this.busy = task;
    try {
      const run = await api.post('/api/my/runs', { task });
      router.go(path`/run/${run.id}/graphic`);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  /** @param {any} task */
  stateOf(task) {
    const mine = this.records.filter((run) => run.task === task.id);
    const open = mine.find((run) => run.state === 'open');
    const closed = mine.filter((run) => run.state === 'closed' && typeof run.score === 'number');
    return { open, last: closed[0], best: closed.length > 0 ? Math.max(...closed.map((run) => run.score)) : null };
  }

  /** @param {any} task */
  taskRow(task) {
    const { open, last, best } = this.stateOf(task);
    const other = open ? undefined : this.records.find((run) => run.state === 'open');
    const reason = other ? t('home.first', other.task) : '';
    const limit = task.timeLimitS ? t('home.limit', Math.round(task.timeLimitS / 60)) : t('home.no-limit');
    const word = open ? t('home.open', clock(open.modelTime)) : last ? t('home.done', number(last.score, 1)) : t('home.not-begun');
    return html`<div class="task"><span class="mut">${task.id}</span><div><b>${pick(task.title)}</b><p class="mut">${task.level ? html`${t(`level.${task.level}`)} ` : nothing}${limit}${best === null ? '' : ` ${t('home.best', number(best, 1))}`}${reason ? html`<br>${reason}` : nothing}</p></div>
      <span class="mut">${word}</span>${open ? html`<a class="btn" href=${path`/run/${open.id}/graphic`}>${t('home.continue')}</a>`
        : html`<button class="btn ${this.busy === task.id ? 'busy' : ''}" title=${reason} ?disabled=${this.busy !== '' || other !== undefined} @click=${() => this.begin(task.id)}>${last ? t('home.again') : t('home.begin')}</button>`}</div>`;
  }

  problem() {
    return this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.load()}>${t('action.retry')}</button></p>` : nothing;
  }
}

class Home extends StudentPage {
  static properties = { ...StudentPage.properties, question: { state: true }, studies: { state: true }, sheets: { state: true }, lessons: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.studies = [];
    /** What the class is to do, in order. @type {any[]} */
    this.lessons = [];
    /** The run of the class that was seen last, and whether the station was asked for one. */
    this.met = undefined;
    this.asked = false;
    /** @type {any[]} */
    this.sheets = [];
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#fallIn();
    this.every(CLASS_MS, () => this.#fallIn());
  }

  /** What the class does now: whoever is there or comes later is put into it. */
  async #fallIn() {
    try {
      const given = await api.post('/api/my/task');
      // whoever left his run for this page is not put back into it
      const news = given.begun || (this.asked && given.run !== this.met);
      this.met = given.run;
      this.asked = true;
      if (given.run && news) {
        router.go(path`/run/${given.run}/graphic`);
      }
    } catch (error) {
      // without the network the next question, five seconds later, tells
      this.failure = /** @type {any} */ (error).offline ? this.failure : errorText(error);
    }
  }

  async load() {
    await super.load();
    try {
      [this.studies, this.sheets, this.lessons] = await Promise.all([api.get('/api/hazop/studies'), api.get('/api/my/worksheets'), api.get('/api/my/lessons')]);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** The way to the worksheets: the one in work, else the choice. */
  #hazop() {
    if (this.studies.length === 0) {
      return nothing;
    }
    const open = this.sheets.find((sheet) => !sheet.handIn);
    return html`<div class="task"><span class="mut">HAZOP</span><div><b>${open ? pick(this.studies.find((study) => study.id === open.study)?.title) : t('home.hazop')}</b><p class="mut">${open ? t('home.hazop.open', open.submitted, open.deviations) : t('home.hazop.new')}</p></div>
      <span class="mut">${open ? t(`level.${open.level}`) : ''}</span>${open ? html`<a class="btn" href=${path`/hazop/${open.id}`}>${t('home.continue')}</a>` : html`<a class="btn" href="/hazop">${t('home.begin')}</a>`}</div>`;
  }

  /** @param {any} run */
  #askRestart(run) {
    this.question = { title: t('run.restart.ask'), text: t('run.restart.loss', clock(run.modelTime)), action: t('run.restart'), danger: true, run: () => this.#restart(run) };
  }

  /** @param {any} run */
  async #restart(run) {
    try {
      await api.post(path`/api/runs/${run.id}/control`, { action: 'restart' });
      router.go(path`/run/${run.id}/graphic`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** What to do next: go on with the open run, else what trains the weakest function, else the first task not yet passed. */
  get next() {
    const open = this.records.find((run) => run.state === 'open');
    if (open) {
      return { run: open, task: this.tasks?.find((task) => task.id === open.task) };
    }
    const tasks = this.tasks ?? [];
    if (this.skills?.next) {
      return { run: null, task: this.skills.next.task };
    }
    return { run: null, task: tasks.find((task) => (this.stateOf(task).best ?? -1) < PASS) ?? tasks[0] };
  }

  render() {
    const { run, task } = this.next;
    return html`<div class="station">${ask(this.question, () => { this.question = null; })}${bar('home')}<main class="wrap home"><section class="next"><div class="tx1"><span class="cap">${t('home.next')}</span>${this.#next(run, task)}${this.problem()}</div>${rigArt()}</section>
      <section class="today"><h2>${t('home.tasks')}</h2><div class="scroll">${this.#hazop()}${(this.tasks ?? []).filter((one) => one.id !== task?.id || !run).slice(0, SHOWN_TASKS).map((one) => this.taskRow(one))}
      ${this.tasks?.length === 0 ? html`<p class="mut">${t('home.empty')}</p>` : nothing}</div></section>
      <aside class="col rside">${lessonList(this.lessons, this.records, (task) => this.begin(task), this.busy !== '' || this.records.some((one) => one.state === 'open'))}<h2>${t('home.skills')}${this.skills ? html` <span class="cap">${t('skill.mark', percent(this.skills.rules.ready))}</span>` : nothing}</h2>${this.#skills()}</aside></main></div>`;
  }

  /**
   * @param {any} run
   * @param {any} task
   */
  #next(run, task) {
    if (this.tasks === null) {
      return html`<h1>\u00a0</h1>`;
    }
    if (!task && !run) {
      return html`<h1>${t('home.nothing')}</h1><p>${t('home.empty')}</p>`;
    }
    const title = pick(task?.title ?? run?.title);
    if (!run) {
      const { next } = this.skills ?? {};
      if (next) {
        return html`<h1>${t('home.start', title)}</h1><p>${why(next)}</p><div class="row go"><button class="btn act l" ?disabled=${this.busy !== ''} @click=${() => this.#train(task)}>${icon('play')}${t('home.begin')}</button></div>`;
      }
      return html`<h1>${t('home.start', title)}</h1><p>${task.timeLimitS ? t('home.limit', Math.round(task.timeLimitS / 60)) : t('home.no-limit')}</p>
        <div class="row go"><button class="btn act l" ?disabled=${this.busy !== ''} @click=${() => this.begin(task.id)}>${icon('play')}${t('home.begin')}</button></div>`;
    }
    const steps = run.proc?.steps ?? [];
    const at = steps.findIndex((/** @type {any} */ step) => !['DONE_OK', 'EARLY', 'CLOSED', 'WAIVED', 'WRONG'].includes(step.state));
    const step = steps[at];
    return html`<h1>${step ? t('home.resume.step', title, step.no) : t('home.resume', title)}</h1><p>${step ? `${pick(step.text)}${t('list.stop')}${t('home.left', steps.length - at)}` : t('home.resume.text', clock(run.modelTime))}</p>
      ${steps.length > 0 ? stepRibbon(steps, at) : nothing}
      <div class="row go"><a class="btn act l" href=${path`/run/${run.id}/graphic`}>${icon('play')}${t('home.continue.from', clock(run.modelTime))}</a><button class="btn q" ?disabled=${this.busy !== ''} @click=${() => this.#askRestart(run)}>${t('home.restart')}</button><span class="sp"></span>
      ${typeof run.score === 'number' ? html`<span class="row base"><span class="cap">${t('home.score')}</span><span class="big">${number(run.score, 1)}</span></span>` : nothing}</div>`;
  }

  /** @param {any} task */
  async #train(task) {
    this.busy = task.id;
    try {
      await begin(task);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  /** Functions that a task trains, the weakest first; once something was tried. */
  #skills() {
    const known = (this.skills?.functions ?? []).filter((/** @type {any} */ fn) => fn.mastery !== undefined);
    if (!known.some((/** @type {any} */ fn) => fn.trials > 0)) {
      return html`<p class="mut">${t('home.skills.none')}</p>`;
    }
    const list = [...known].sort((a, b) => a.mastery - b.mastery).slice(0, SHOWN_SKILLS);
    return html`${list.map((fn) => html`<a class="skill" href="/skills"><span>${pick(fn.title)}</span><b>${percent(fn.mastery)}</b>${meter(fn.mastery, this.skills.rules.ready)}</a>`)}
      <p class="row"><span class="sp"></span><a class="btn s" href="/history">${t('home.results.all')}</a><a class="btn s" href="/skills">${t('home.skills.all')}</a></p>`;
  }
}

class Training extends StudentPage {
  static properties = { ...StudentPage.properties, code: { state: true } };

  constructor() {
    super();
    this.code = '';
  }

  get certificate() {
    return this.code;
  }

  render() {
    const tasks = this.tasks ?? [];
    const passed = tasks.filter((task) => (this.stateOf(task).best ?? 0) >= PASS).length;
    const { skills } = this;
    return html`<div class="station">${bar('training')}<main class="wrap one"><header class="hd"><h1>${t('training.finding', passed, tasks.length)}</h1><span class="sp"></span>${skills ? segment(skills.certificates.map((/** @type {any} */ one) => ({ value: one.code, text: t(`skill.certificate.${one.code}`) })), skills.certificate, (value) => { this.code = value; this.load(); }, t('subject.certificate'), 's') : nothing}</header>${this.problem()}
      <section class="sheet pad scroll">${this.tasks?.length === 0 ? html`<p class="mut">${t('home.empty')}</p>` : nothing}${skills ? html`${skills.functions.map((/** @type {any} */ fn, /** @type {number} */ i) => this.#function(fn, i))}${this.#other()}` : nothing}</section></main></div>`;
  }

  /** @param {any} fn @param {number} i */
  #function(fn, i) {
    return html`<div class="trf"><h2>${i + 1} ${pick(fn.title)}</h2>${fn.mastery === undefined ? html`<span></span><span></span>` : html`${meter(fn.mastery, this.skills.rules.ready)}<b class="num">${percent(fn.mastery)}</b>`}</div>
      ${fn.tasks.map((/** @type {any} */ task) => this.#task(task))}${fn.tasks.length === 0 ? html`<p class="mut">${t('training.none')}</p>` : nothing}`;
  }

  /** Tasks that no certificate says anything about. */
  #other() {
    const { other } = this.skills;
    return other.length === 0 ? nothing : html`<div class="trf"><h2>${t('training.other')}</h2></div>${other.map((/** @type {any} */ task) => this.#task(task))}`;
  }

  /** A task of a run with its state; the others begin on a page of their own. @param {any} one */
  #task(one) {
    const task = this.tasks?.find((other) => other.id === one.id);
    return task ? this.taskRow(task) : html`<div class="task"><span class="mut"></span><div><b>${pick(one.title)}</b><p class="mut">${t(`level.${one.level}`)} ${t('task.minutes', one.minutes)}</p></div><span class="mut">${t('training.hazop')}</span><a class="btn" href=${one.kind === 'drill' ? path`/hazop/drills/${one.id}` : '/hazop'}>${t('subject.open')}</a></div>`;
  }
}

class History extends StudentPage {
  render() {
    const runs = this.ordered;
    const best = this.records.filter((run) => run.state === 'closed' && typeof run.score === 'number').sort((a, b) => b.score - a.score)[0];
    return html`<div class="station">${bar('history')}<main class="wrap one"><header class="hd"><h1>${best ? t('history.finding', this.records.length, pick(best.title), number(best.score, 1)) : t('history.none')}</h1></header>${this.problem()}
      <section class="sheet scroll"><table class="t"><thead><tr><th>${t('history.col.when')}</th><th>${t('history.col.task')}</th><th>${t('history.col.state')}</th><th class="num">${t('history.col.time')}</th><th class="num">${t('history.col.score')}</th><th></th></tr></thead>
      <tbody>${runs.map((run) => html`<tr><td class="mut">${date(run.startedAt)}</td><td>${run.task} ${pick(run.title)}${run.branchOf ? html` <span class="tagc" title=${t('branch.no-record')}>${icon('branch', 14)}${t('branch.tag')}</span>` : nothing}</td><td>${t(`run.state.${run.state}`)}</td><td class="num">${clock(run.modelTime)}</td><td class="num"><b>${typeof run.score === 'number' ? number(run.score, 1) : DASH}</b></td>
        <td class="num">${run.state === 'open' ? html`<a class="btn s" href=${path`/run/${run.id}/graphic`}>${t('home.continue')}</a>` : html`<a class="btn s" href=${path`/score/${run.id}`}>${t('history.score')}</a>`}</td></tr>`)}</tbody></table></section></main></div>`;
  }
}

customElements.define('ots-home', Home);
customElements.define('ots-training', Training);
customElements.define('ots-history', History);
