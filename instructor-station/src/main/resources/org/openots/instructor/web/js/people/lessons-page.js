// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { bar } from '../station/bar.js';
import { tabs } from './tabs.js';

const DAY_MS = 86_400_000;

/** A day after another one, as the station writes days. @param {string} day @param {number} days */
function after(day, days) {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The lessons of a class: which tasks in which order and until when, and how many have done them. */
class Lessons extends LightElement {
  static properties = { plan: { state: true }, tasks: { state: true }, lessons: { state: true }, chosen: { state: true }, failure: { state: true }, busy: { state: true }, saved: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.plan = null;
    /** @type {any[]} */
    this.tasks = [];
    /** @type {any[]} */
    this.lessons = [];
    this.chosen = -1;
    this.failure = '';
    this.busy = false;
    this.saved = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#try(async () => {
      this.tasks = await api.get('/api/tasks');
      await this.#load('');
    });
  }

  /** @param {() => Promise<void>} action */
  async #try(action) {
    this.failure = '';
    this.busy = true;
    try {
      await action();
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** @param {string} group */
  async #load(group) {
    this.plan = await api.get(group ? path`/api/lessons?class=${group}` : '/api/lessons');
    this.lessons = this.plan.lessons.map((/** @type {any} */ one) => ({ ...one, tasks: one.tasks.map((/** @type {any} */ task) => task.id) }));
    this.chosen = this.lessons.length > 0 ? 0 : -1;
  }

  get changed() {
    const plain = (/** @type {any[]} */ list) => JSON.stringify(list.map(({ title, strategy, tasks, opens, due }) => [title, strategy, tasks.map((/** @type {any} */ task) => task.id ?? task), opens, due]));
    return this.plan !== null && plain(this.plan.lessons) !== plain(this.lessons);
  }

  #add() {
    const last = this.lessons.at(-1);
    const opens = last ? after(last.due, 1) : this.plan.today;
    this.lessons = [...this.lessons, { title: '', strategy: '', tasks: [], opens, due: after(opens, 6) }];
    this.chosen = this.lessons.length - 1;
    this.saved = false;
  }

  /** @param {any} change */
  #set(change) {
    this.lessons = this.lessons.map((one, i) => (i === this.chosen ? { ...one, ...change } : one));
    this.saved = false;
  }

  /** @param {number} by */
  #shift(by) {
    const lessons = [...this.lessons];
    const [one] = lessons.splice(this.chosen, 1);
    lessons.splice(this.chosen + by, 0, one);
    this.lessons = lessons;
    this.chosen += by;
  }

  #drop() {
    this.lessons = this.lessons.filter((_, i) => i !== this.chosen);
    this.chosen = Math.min(this.chosen, this.lessons.length - 1);
  }

  #save() {
    return this.#try(async () => {
      const { chosen } = this;
      await api.post('/api/lessons', { class: this.plan.class, saved: this.plan.saved, lessons: this.lessons.map(({ title, strategy, tasks, opens, due }) => ({ title, strategy, tasks, opens, due })) });
      await this.#load(this.plan.class);
      this.chosen = Math.min(chosen, this.lessons.length - 1);
      this.saved = true;
    });
  }

  render() {
    const { plan } = this;
    return html`<div class="station">${bar('people')}<main class="wrap pln"><header class="peh"><h1>${this.#finding()}</h1><span class="sp"></span>${tabs('lessons')}</header>
      <section class="sheet pll"><div class="pad row pec"><label class="l" for="le-class">${t('people.class')}</label><select id="le-class" class="field" ?disabled=${this.changed} @change=${(/** @type {any} */ event) => this.#try(() => this.#load(event.target.value))}>${(plan?.classes ?? []).map((/** @type {string} */ one) => html`<option value=${one} ?selected=${one === plan.class}>${one}</option>`)}</select>
          <button class="btn" ?disabled=${!plan || plan.class === ''} @click=${() => this.#add()}>${icon('plus')}${t('lesson.add')}</button><span class="sp"></span><button class="btn ${this.changed ? 'act' : ''}" ?disabled=${!this.changed || this.busy} @click=${() => this.#save()}>${t('lesson.save')}</button></div>
        <div class="scroll">${this.failure ? html`<p class="row err pad" role="alert">${this.failure}</p>` : nothing}${this.saved ? html`<p class="pad" role="status">${t('lesson.saved')}</p>` : nothing}
        <ol class="plo">${this.lessons.map((lesson, i) => this.#row(lesson, i))}</ol>${plan && this.lessons.length === 0 ? html`<p class="pad mut">${plan.class === '' ? t('lesson.no-class') : t('lesson.none')}</p>` : nothing}</div></section>
      <aside class="sheet pad col scroll">${this.lessons[this.chosen] ? this.#form(this.lessons[this.chosen]) : html`<p class="mut">${t('lesson.how')}</p>`}</aside></main></div>`;
  }

  #finding() {
    const { plan } = this;
    if (!plan) {
      return '\u00a0';
    }
    const now = plan.lessons.find((/** @type {any} */ one) => one.opens <= plan.today && plan.today <= one.due);
    return now ? t('lesson.finding.now', plan.class, now.done, now.students) : plan.lessons.length > 0 ? t('lesson.finding', plan.class, plan.lessons.length) : t('lesson.title');
  }

  /** @param {any} lesson @param {number} i */
  #row(lesson, i) {
    const titles = lesson.tasks.map((/** @type {string} */ id) => pick(this.tasks.find((task) => task.id === id)?.title) || id);
    const name = lesson.title || (lesson.strategy ? pick(this.plan.strategies.find((/** @type {any} */ one) => one.id === lesson.strategy)?.title) || lesson.strategy : titles[0]) || t('lesson.unnamed');
    const { today } = this.plan;
    const state = today < lesson.opens ? 'later' : today > lesson.due ? 'over' : 'now';
    return html`<li><button class=${i === this.chosen ? 'on' : ''} aria-pressed=${i === this.chosen} @click=${() => { this.chosen = i; }}><b class="no">${i + 1}</b><span class="ti"><b>${name}</b><span class="mut">${titles.length > 0 ? titles.join(t('list.comma')) : lesson.strategy ? t('lesson.all') : t('lesson.no-tasks')}</span></span>
      <span class="wh"><span class="tagc ${state === 'now' ? 'acc' : ''}">${t(`lesson.${state}`)}</span><span class="mut">${lesson.opens} – ${lesson.due}</span></span><span class="dn">${lesson.students === undefined ? '' : t('lesson.done', lesson.done, lesson.students)}</span></button></li>`;
  }

  /** @param {any} lesson */
  #form(lesson) {
    const day = (/** @type {'opens' | 'due'} */ name) => html`<div><label class="l" for=${`le-${name}`}>${t(`lesson.${name}`)}</label><input id=${`le-${name}`} class="field" type="date" .value=${lesson[name]} @change=${(/** @type {any} */ event) => event.target.value && this.#set({ [name]: event.target.value })}></div>`;
    const toggle = (/** @type {string} */ id, /** @type {boolean} */ on) => this.#set({ tasks: on ? [...lesson.tasks, id] : lesson.tasks.filter((/** @type {string} */ one) => one !== id) });
    return html`<div class="row"><h2>${t('lesson.n', this.chosen + 1)}</h2><span class="sp"></span><button class="btn s" aria-label=${t('lesson.up')} ?disabled=${this.chosen === 0} @click=${() => this.#shift(-1)}>${icon('up')}</button><button class="btn s" aria-label=${t('lesson.down')} ?disabled=${this.chosen === this.lessons.length - 1} @click=${() => this.#shift(1)}>${icon('down')}</button><button class="btn s" @click=${() => this.#drop()}>${t('lesson.drop')}</button></div>
      <div><label class="l" for="le-title">${t('lesson.name')}</label><input id="le-title" class="field" autocomplete="off" maxlength="60" .value=${lesson.title} @input=${(/** @type {any} */ event) => this.#set({ title: event.target.value })}></div>
      <div class="two">${day('opens')}${day('due')}</div>
      <div><label class="l" for="le-strategy">${t('lesson.strategy')}</label><select id="le-strategy" class="field" @change=${(/** @type {any} */ event) => this.#set({ strategy: event.target.value })}><option value="" ?selected=${lesson.strategy === ''}>${t('lesson.strategy.none')}</option>${this.plan.strategies.map((/** @type {any} */ one) => html`<option value=${one.id} ?selected=${one.id === lesson.strategy}>${pick(one.title)}</option>`)}</select></div>
      <fieldset class="plt"><legend class="l">${lesson.strategy ? t('lesson.tasks.strategy') : t('lesson.tasks')}</legend>${this.tasks.map((task) => html`<label class="syc"><input type="checkbox" .checked=${lesson.tasks.includes(task.id)} @change=${(/** @type {any} */ event) => toggle(task.id, event.target.checked)}><span>${pick(task.title)} <span class="cap">${task.id}</span></span></label>`)}</fieldset>`;
  }
}

customElements.define('ots-lessons', Lessons);
