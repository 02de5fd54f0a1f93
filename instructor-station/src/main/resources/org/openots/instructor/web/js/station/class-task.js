// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { modal, shut, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { hasText, pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

/** Gives a class, a room or a seat a task: who is there begins at once, who comes later falls in. */
class ClassTask extends LightElement {
  static properties = { preset: {}, rooms: { attribute: false }, room: {}, seats: { attribute: false }, open: { state: true }, tasks: { state: true }, task: { state: true }, whom: { state: true }, conditions: { state: true }, condition: { state: true }, scenarios: { state: true }, scenario: { state: true }, given: { state: true }, done: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** The task that is chosen first; empty for the one chosen last. */
    this.preset = '';
    /** Rooms of the class. @type {string[]} */
    this.rooms = [];
    /** The room that is looked at; empty for all. */
    this.room = '';
    /** @type {Array<{ account: string, seat: string, name: string }>} */
    this.seats = [];
    this.open = false;
    /** @type {any[]} */
    this.tasks = [];
    this.task = '';
    /** `room:` or `seat:` and its name. */
    this.whom = 'room:';
    /** @type {string[]} */
    this.conditions = [];
    this.condition = '';
    /** Scenarios of the library. @type {any[]} */
    this.scenarios = [];
    this.scenario = '';
    /** What is given now. @type {any[]} */
    this.given = [];
    /** @type {{ begun: number, busy: number, absent: number } | null} */
    this.done = null;
    this.failure = '';
    this.busy = false;
  }

  async #show() {
    this.open = true;
    this.done = null;
    this.failure = '';
    this.whom = `room:${this.room}`;
    try {
      const [tasks, given, library] = await Promise.all([api.get('/api/tasks'), api.get('/api/class/task'), api.get('/api/scenarios')]);
      this.tasks = tasks;
      this.given = given;
      this.scenarios = library.scenarios.filter((/** @type {any} */ one) => !one.retired);
      await this.#choose(this.preset || this.task || (this.tasks[0]?.id ?? ''));
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} task */
  async #choose(task) {
    this.task = task;
    if (task) {
      const { own, all } = await api.get(path`/api/class/conditions/${task}`);
      this.conditions = all;
      this.condition = own;
      this.scenario = this.fitting.some((one) => one.id === this.scenario) ? this.scenario : '';
    }
  }

  /** Scenarios that can be played with the chosen task. */
  get fitting() {
    const plant = this.tasks.find((one) => one.id === this.task)?.plant;
    return this.scenarios.filter((one) => one.plant === plant && (one.task ?? this.task) === this.task);
  }

  async #give() {
    this.busy = true;
    this.failure = '';
    const [kind, name] = [this.whom.slice(0, 4), this.whom.slice(5)];
    try {
      this.done = await api.post('/api/class/task', { task: this.task, initialCondition: this.condition, scenario: this.scenario, ...(kind === 'seat' ? { account: name } : { room: name }) });
      this.given = await api.get('/api/class/task');
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  async #takeBack() {
    try {
      await api.delete('/api/class/task');
      this.given = [];
      this.done = null;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    return html`<button class="btn s" @click=${() => this.#show()}>${icon('play')}${t('class.task')}</button>${this.open ? modal(t('class.task'), () => { this.open = false; }, this.#form(), 'dialog') : nothing}`;
  }

  #form() {
    const text = (/** @type {string} */ name) => (/** @type {any} */ event) => { /** @type {any} */ (this)[name] = event.target.value; };
    const rooms = this.rooms.length > 1 ? this.rooms : [];
    return html`<h2>${t('class.task')}</h2><p class="mut">${t('class.task.text')}</p>
      <p><label class="l" for="ct-task">${t('class.task.which')}</label><select id="ct-task" class="field" @change=${(/** @type {any} */ event) => this.#choose(event.target.value).catch((error) => { this.failure = errorText(error); })}>${this.tasks.map((one) => html`<option value=${one.id} ?selected=${one.id === this.task}>${one.id} ${pick(one.title)}</option>`)}</select></p>
      ${this.fitting.length > 0 ? html`<p><label class="l" for="ct-scenario">${t('scenario.class')}</label><select id="ct-scenario" class="field" @change=${(/** @type {any} */ event) => { this.scenario = event.target.value; this.condition = this.fitting.find((one) => one.id === this.scenario)?.initialCondition ?? this.condition; }}><option value="" ?selected=${this.scenario === ''}>${t('scenario.class.none')}</option>${this.fitting.map((one) => html`<option value=${one.id} ?selected=${one.id === this.scenario}>${pick(one.title)}</option>`)}</select></p>` : nothing}
      <div class="two"><div><label class="l" for="ct-from">${t('class.task.from')}</label><select id="ct-from" class="field" ?disabled=${this.scenario !== ''} @change=${text('condition')}>${this.conditions.map((one) => html`<option value=${one} ?selected=${one === this.condition}>${hasText(`condition.${one}`) ? t(`condition.${one}`) : one}</option>`)}</select></div>
      <div><label class="l" for="ct-whom">${t('class.task.whom')}</label><select id="ct-whom" class="field" @change=${text('whom')}><option value="room:" ?selected=${this.whom === 'room:'}>${t('class.task.all')}</option>${rooms.map((one) => html`<option value="room:${one}" ?selected=${this.whom === `room:${one}`}>${one}</option>`)}${this.seats.map((one) => html`<option value="seat:${one.account}" ?selected=${this.whom === `seat:${one.account}`}>${one.seat ? `${t('seat.n', one.seat)} ` : ''}${one.name}</option>`)}</select></div></div>
      ${wrong(this.failure)}${this.done ? html`<p role="status">${t('class.task.done', this.done.begun, this.done.busy, this.done.absent)}</p>` : nothing}
      ${this.given.length > 0 ? html`<p class="mut">${t('class.task.now', this.given.map((one) => one.task).join(' '))}</p>` : nothing}
      <p class="row"><button class="btn act ${this.busy ? 'busy' : ''}" ?disabled=${this.busy || !this.task} @click=${() => this.#give()}>${t('class.task.give')}</button>${this.given.length > 0 ? html`<button class="btn" @click=${() => this.#takeBack()}>${t('class.task.stop')}</button>` : nothing}<button class="btn" @click=${shut}>${t('action.close')}</button></p>`;
  }
}

customElements.define('ots-class-task', ClassTask);
