// @ts-check
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { LightElement } from './core/element.js';
import { errorText } from './core/errors.js';
import { setLanguage, storedLanguage, t } from './core/i18n.js';
import { router } from './core/router.js';
import { session } from './core/session.js';
import { READERS as EXAM_READERS, RESULT_READERS } from './exam/exam-words.js';
import { myExam } from './exam/my-exam.js';

/** Pages by the first part of the address; each loads its code when it is first shown. */
const PAGES = {
  'sign-in': { load: () => import('./station/sign-in.js'), show: () => html`<ots-sign-in></ots-sign-in>` },
  home: { load: () => import('./station/home.js'), show: () => html`<ots-home></ots-home>` },
  training: { load: () => import('./station/home.js'), show: () => html`<ots-training></ots-training>` },
  history: { load: () => import('./station/home.js'), show: () => html`<ots-history></ots-history>` },
  score: { load: () => import('./station/score.js'), show: (/** @type {string} */ id) => keyed(id, html`<ots-score .runId=${id}></ots-score>`) },
  run: {
    load: () => import('./dcs/run-page.js'),
    show: (/** @type {string} */ id, /** @type {string} */ tab) => keyed(id, html`<ots-run .runId=${id} .tab=${tab || 'graphic'} .observer=${session.me?.role !== 'student'}></ots-run>`),
  },
  class: {
    load: () => Promise.all([import('./station/wall.js'), import('./station/trainee.js')]),
    show: (/** @type {string} */ id, /** @type {string} */ second) => (id ? keyed(id, html`<ots-trainee .runId=${id} .start=${second}></ots-trainee>`) : html`<ots-wall></ots-wall>`),
  },
  phone: { load: () => import('./station/phone.js'), show: () => html`<ots-phone></ots-phone>` },
  hazop: {
    load: () => Promise.all([import('./hazop/hazop-home.js'), import('./hazop/hazop-page.js'), import('./hazop/task-home.js'), import('./hazop/drill-home.js'), import('./hazop/draft-page.js'), import('./hazop/import-page.js')]),
    show: (/** @type {string} */ id, /** @type {string} */ view) => (id === 'draft' ? html`<ots-draft></ots-draft>` : id === 'import' ? html`<ots-import></ots-import>` : id === 'drills' ? html`<ots-drills .chosen=${view}></ots-drills>` : id ? keyed(id, html`<ots-worksheet .sheetId=${id} .view=${view || 'sheet'}></ots-worksheet>`) : html`<ots-hazop-tasks></ots-hazop-tasks>`),
  },
  review: {
    load: () => import('./review/review-page.js'),
    show: (/** @type {string} */ tab, /** @type {string} */ sheet) => keyed(`${tab} ${sheet}`, html`<ots-review .tab=${tab || 'queue'} .sheet=${sheet}></ots-review>`),
  },
  'hazop-sheets': { load: () => import('./hazop/hazop-home.js'), show: () => html`<ots-hazop></ots-hazop>` },
  'hazop-task': { load: () => import('./hazop/task-page.js'), show: (/** @type {string} */ id) => keyed(id, html`<ots-hazop-task .attemptId=${id}></ots-hazop-task>`) },
  'hazop-preview': { load: () => import('./hazop/task-page.js'), show: (/** @type {string} */ id) => keyed(id, html`<ots-hazop-task .attemptId=${id} .preview=${true}></ots-hazop-task>`) },
  'hazop-attempts': { load: () => import('./hazop/task-list.js'), show: () => html`<ots-hazop-attempts></ots-hazop-attempts>` },
  rig: {
    load: () => import('./rig/rig-page.js'),
    show: (/** @type {string} */ tab, /** @type {string} */ tag) => html`<ots-rig .tab=${tab || 'status'} .tag=${tag}></ots-rig>`,
  },
  debrief: { load: () => import('./station/debrief.js'), show: (/** @type {string} */ id, /** @type {string} */ view) => keyed(id, html`<ots-debrief .runId=${id} .view=${view}></ots-debrief>`) },
  replay: { load: () => import('./station/replay.js'), show: (/** @type {string} */ id, /** @type {string} */ second) => keyed(`${id} ${second}`, html`<ots-replay .runId=${id} .second=${second}></ots-replay>`) },
  statistics: { load: () => import('./station/statistics.js'), show: () => html`<ots-statistics></ots-statistics>` },
  subjects: { load: () => import('./skill/subjects.js'), show: () => html`<ots-subjects></ots-subjects>` },
  skills: {
    load: () => Promise.all([import('./skill/skills.js'), import('./skill/my-skills.js')]),
    show: () => (session.me?.role === 'student' ? html`<ots-my-skills></ots-my-skills>` : html`<ots-class-skills></ots-class-skills>`),
  },
  strategy: {
    load: () => Promise.all([import('./strategy/strategy-list.js'), import('./strategy/strategy-page.js')]),
    show: (/** @type {string} */ id) => (id ? keyed(id, html`<ots-strategy .strategyId=${id}></ots-strategy>`) : html`<ots-strategies></ots-strategies>`),
  },
  exam: { load: () => import('./exam/candidate-page.js'), show: () => html`<ots-exam></ots-exam>` },
  exams: {
    load: () => Promise.all([import('./exam/exam-list.js'), import('./exam/room-page.js'), import('./exam/results-page.js')]),
    show: (/** @type {string} */ id, /** @type {string} */ tab) => (!id ? html`<ots-exams></ots-exams>` : keyed(id, tab === 'results' && RESULT_READERS.includes(session.me?.role ?? '') ? html`<ots-exam-results .examId=${id}></ots-exam-results>` : html`<ots-exam-room .examId=${id} .tab=${['incidents', 'rules'].includes(tab) ? tab : 'room'}></ots-exam-room>`)),
  },
  people: {
    load: () => Promise.all([import('./people/people-page.js'), import('./people/roster-page.js'), import('./people/lessons-page.js'), import('./people/rights-page.js'), import('./people/audit-page.js'), import('./people/tabs.js')]),
    show: (/** @type {string} */ tab) => (tab === 'import' ? html`<ots-roster></ots-roster>` : tab === 'lessons' ? html`<ots-lessons></ots-lessons>` : tab === 'rights' ? html`<ots-rights></ots-rights>` : tab === 'audit' ? html`<ots-audit></ots-audit>` : html`<ots-people></ots-people>`),
  },
  code: { load: () => import('./station/code-page.js'), show: () => html`<ots-code></ots-code>` },
  health: { load: () => import('./station/health.js'), show: () => html`<ots-health></ots-health>` },
  scenario: {
    load: () => Promise.all([import('./scenario/scenario-list.js'), import('./scenario/scenario-page.js')]),
    show: (/** @type {string} */ id, /** @type {string} */ run) => (id ? keyed(`${id} ${run}`, html`<ots-scenario .scenarioId=${id} .run=${run}></ots-scenario>`) : html`<ots-scenarios></ots-scenarios>`),
  },
};

class App extends LightElement {
  static properties = { loaded: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.loaded = '';
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(router);
    this.follow(session);
    this.follow(myExam.moved);
    this.#start();
  }

  async #start() {
    this.failure = '';
    if (location.hash.startsWith('#/')) {
      router.go(location.hash.slice(1), true);
    }
    const came = location.pathname;
    try {
      await setLanguage(storedLanguage());
      await session.load();
      if (!session.me) {
        router.keep(came);
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** The page asked for, or the one this person starts from. */
  get page() {
    const name = router.parts[0] ?? '';
    if (name === 'code') {
      return name;
    }
    if (!session.me) {
      return 'sign-in';
    }
    if (name === 'phone' && session.me.role !== 'instructor') {
      return session.start.slice(1);
    }
    const role = session.me.role;
    if ((name === 'exam' && role !== 'student') || (name === 'exams' && !EXAM_READERS.includes(role))) {
      return session.start.slice(1);
    }
    return name in PAGES && name !== 'sign-in' ? name : session.start.slice(1);
  }

  render() {
    if (this.failure) {
      return html`<main class="page-wait"><p role="alert">${this.failure}</p><p><button @click=${() => this.#start()}>${t('action.retry')}</button></p></main>`;
    }
    if (!session.known || (session.me?.role === 'student' && !myExam.known)) {
      return nothing;
    }
    const must = session.me ? myExam.place(location.pathname) : '';
    if (must) {
      queueMicrotask(() => router.go(must, true));
      return nothing;
    }
    const name = this.page;
    const parts = router.parts;
    if (parts[0] !== name) {
      queueMicrotask(() => router.go(`/${name}`, true));
      return nothing;
    }
    if (this.loaded !== name) {
      this.#load(name);
      return nothing;
    }
    document.documentElement.dataset.world = name === 'run' ? 'dcs' : 'station';
    return PAGES[name].show(parts[1] ?? '', parts[2] ?? '');
  }

  /** @param {string} name */
  async #load(name) {
    try {
      await PAGES[name].load();
      if (this.page === name) {
        this.loaded = name;
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }
}

customElements.define('ots-app', App);
