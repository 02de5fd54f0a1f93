// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask, segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { hasText, pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import { eventForm, freshEvent } from './event-form.js';
import { eventTitle, fieldName, KINDS } from './scenario-words.js';
import './timeline.js';

const NEW = 'new';
const RECORD = 'record';
const CHECK_MS = 300;

/** One scenario: where it plays, what happens on a timeline, its versions. */
class ScenarioPage extends LightElement {
  static properties = { scenarioId: {}, run: {}, view: { state: true }, draft: { state: true }, check: { state: true }, offer: { state: true }, tasks: { state: true }, chosen: { state: true }, side: { state: true }, changes: { state: true }, failure: { state: true }, busy: { state: true }, question: { state: true } };

  constructor() {
    super();
    this.scenarioId = '';
    /** The run it is made of, when the id is `record`. */
    this.run = '';
    /** What the station has; null for a new one. @type {any} */
    this.view = null;
    /** @type {any} */
    this.draft = null;
    /** @type {any} */
    this.check = null;
    /** @type {import('./scenario-words.js').Offer | null} */
    this.offer = null;
    /** @type {any[]} */
    this.tasks = [];
    this.chosen = '';
    this.side = 'event';
    /** @type {any[] | null} */
    this.changes = null;
    this.failure = '';
    this.busy = false;
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.endings.push(() => clearTimeout(this.timer));
    this.#load();
  }

  get reader() {
    return session.me?.role !== 'instructor';
  }

  /** Whether something is not saved. */
  get changed() {
    return this.draft !== null && (this.view === null || JSON.stringify(this.draft) !== JSON.stringify(this.view.document));
  }

  async #load() {
    this.failure = '';
    try {
      this.tasks = await api.get('/api/tasks');
      if (this.scenarioId === NEW) {
        const plant = this.tasks.find((one) => /^[A-Z]-\d/.test(one.id)) ?? this.tasks[0];
        this.draft = { format: 'scenario', formatVersion: '1.0', id: 'SC-1', version: 1, title: { zh: '新场景', en: 'New scenario' }, plant: plant?.plant ?? '', initialCondition: plant?.ic ?? 'normal', events: [] };
      } else if (this.scenarioId === RECORD) {
        const made = await api.post('/api/scenarios/record', { run: this.run });
        this.draft = made.document;
        this.check = made.check;
      } else {
        this.#show(await api.get(path`/api/scenarios/${this.scenarioId}`));
      }
      this.chosen = this.draft.events[0]?.id ?? '';
      await this.#plant(this.draft.plant);
      this.#soon();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** What the plant offers. @param {string} plant */
  async #plant(plant) {
    const [faults, instruments, events, whole] = await Promise.all([api.get(path`/api/plants/${plant}/faults`), api.get(path`/api/plants/${plant}/instruments`), api.get(path`/api/plants/${plant}/events`), api.get(path`/api/plants/${plant}`)]);
    this.offer = { faults, instruments, devices: whole.devices, ...events };
  }

  /** @param {any} view */
  #show(view) {
    this.view = view;
    this.draft = view.document;
    this.check = view.check;
    this.changes = null;
  }

  /** @param {any} part */
  #set(part) {
    this.draft = { ...this.draft, ...part };
    this.#soon();
  }

  /** Asks the station what is wrong, when nothing is typed for a moment. */
  #soon() {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      try {
        this.check = await api.post('/api/scenarios/check', { document: this.draft });
      } catch (error) {
        this.failure = errorText(error);
      }
    }, CHECK_MS);
  }

  /** @param {any} event */
  #change(event) {
    this.#set({ events: this.draft.events.map((/** @type {any} */ one) => (one.id === event.id ? event : one)) });
  }

  /** @param {string} kind */
  #add(kind) {
    const number = Math.max(0, ...this.draft.events.map((/** @type {any} */ one) => Number(one.id.slice(1)) || 0)) + 1;
    const last = Math.max(0, ...this.draft.events.map((/** @type {any} */ one) => Number(one.trigger.atSeconds) || 0));
    const event = { id: `e${number}`, ...freshEvent(kind, /** @type {any} */ (this.offer)), trigger: { atSeconds: last + 60 } };
    this.chosen = event.id;
    this.side = 'event';
    this.#set({ events: [...this.draft.events, event] });
  }

  /** @param {string} id */
  #remove(id) {
    const at = this.draft.events.findIndex((/** @type {any} */ one) => one.id === id);
    const events = this.draft.events.filter((/** @type {any} */ one) => one.id !== id);
    this.chosen = events[Math.min(at, events.length - 1)]?.id ?? '';
    this.#set({ events });
  }

  /** @param {() => Promise<any>} action */
  async #do(action) {
    this.busy = true;
    this.failure = '';
    try {
      await action();
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  #save() {
    this.#do(async () => {
      const saved = await api.post('/api/scenarios', { token: this.view?.token ?? '', document: this.draft });
      if (this.view === null) {
        router.go(path`/scenario/${saved.id}`, true);
      } else {
        this.#show(saved);
      }
    });
  }

  #retire() {
    const away = !this.view.retired;
    this.#do(async () => this.#show(await api.post(path`/api/scenarios/${this.view.id}/retire`, { token: this.view.token, retired: away ? 'yes' : 'no' })));
  }

  /** @param {number} version */
  #compare(version) {
    this.#do(async () => { this.changes = await api.get(path`/api/scenarios/${this.view.id}/diff?from=` + Math.max(1, version - 1) + '&to=' + version); });
  }

  render() {
    const { draft } = this;
    if (!draft || !this.offer) {
      return html`<div class="station">${bar('strategy')}<main class="wrap sy">${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : html`<p role="status">${t('scenario.loading')}</p>`}</main></div>`;
    }
    return html`<div class="station">${bar('strategy')}<main class="wrap scp">${this.#head()}${this.#general()}${this.#line()}${this.#aside()}${ask(this.question, () => { this.question = null; })}</main></div>`;
  }

  #head() {
    const { view, draft } = this;
    const tag = view === null ? t('scenario.unsaved') : this.changed ? t('scenario.changed', view.version) : view.retired ? t('scenario.retired') : t('scenario.v', view.version);
    return html`<header class="syh sch"><div><span class="cap"><a href="/scenario">${t('scenario.library')}</a> ${draft.id}</span><h1>${pick(draft.title)}</h1></div><span class="tagc ${this.changed ? 'acc' : ''}">${tag}</span><span class="sp"></span>
      ${view && !this.changed ? html`<a class="btn" href=${path`/api/scenarios/${view.id}/document?version=` + view.version} download target="_blank">${t('scenario.export')}</a>` : nothing}
      ${this.reader ? nothing : this.changed ? html`${view ? html`<button class="btn" ?disabled=${this.busy} @click=${() => this.#set(view.document)}>${t('scenario.discard')}</button>` : nothing}<button class="btn act ${this.busy ? 'busy' : ''}" ?disabled=${this.busy} @click=${() => this.#save()}>${t('scenario.save')}</button>`
        : html`<button class="btn" ?disabled=${this.busy} @click=${() => this.#retire()}>${t(view?.retired ? 'scenario.unretire' : 'scenario.retire')}</button>`}</header>`;
  }

  #general() {
    const { draft, reader } = this;
    const offer = /** @type {import('./scenario-words.js').Offer} */ (this.offer);
    const plants = [...new Set(this.tasks.map((one) => one.plant))];
    const text = (/** @type {string} */ key, /** @type {string} */ value, /** @type {(value: string) => void} */ take) => html`<label class="scx"><span class="l">${t(`scenario.f.${key}`)}</span><input class="field" data-field=${key} ?disabled=${reader} .value=${value} @change=${(/** @type {any} */ event) => take(event.target.value.trim())}></label>`;
    const choice = (/** @type {string} */ key, /** @type {string} */ value, /** @type {Array<[string, string]>} */ options, /** @type {(value: string) => void} */ take) => html`<label class="scx"><span class="l">${t(`scenario.f.${key}`)}</span><select class="field" data-field=${key} ?disabled=${reader} @change=${(/** @type {any} */ event) => take(event.target.value)}>${options.map(([one, words]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`)}</select></label>`;
    return html`<section class="sheet scg">
      ${this.view === null ? text('id', draft.id, (id) => this.#set({ id })) : nothing}${text('title.zh', draft.title.zh, (zh) => this.#set({ title: { ...draft.title, zh } }))}${text('title.en', draft.title.en, (en) => this.#set({ title: { ...draft.title, en } }))}
      ${choice('plant', draft.plant, plants.map((one) => [one, one]), (plant) => { this.#set({ plant, initialCondition: 'normal', task: undefined, events: [] }); this.#do(() => this.#plant(plant)); })}
      ${choice('initialCondition', draft.initialCondition, offer.conditions.map((one) => [one, hasText(`condition.${one}`) ? t(`condition.${one}`) : one]), (initialCondition) => this.#set({ initialCondition }))}
      ${choice('task', draft.task ?? '', [['', t('scenario.task.any')], ...this.tasks.filter((one) => one.plant === draft.plant).map((one) => /** @type {[string, string]} */ ([one.id, `${one.id} ${pick(one.title)}`]))], (task) => this.#set({ task: task === '' ? undefined : task }))}</section>`;
  }

  /** Events with mistakes. */
  get wrong() {
    const ids = (this.check?.findings ?? []).map((/** @type {any} */ one) => this.draft.events[Number(/^\/events\/(\d+)/.exec(one.pointer)?.[1] ?? -1)]?.id);
    return new Set(ids.filter((/** @type {any} */ id) => id !== undefined));
  }

  #line() {
    return html`<section class="sheet sct"><div class="row sctb"><h2>${t('scenario.timeline', this.draft.events.length)}</h2><span class="sp"></span>${this.reader ? nothing : KINDS.map((kind) => html`<button class="btn s" @click=${() => this.#add(kind)}>${icon('plus', 14)}${t(`scenario.kind.${kind}`)}</button>`)}</div>
      <ots-timeline .events=${this.draft.events} .offer=${this.offer} .chosen=${this.chosen} .reader=${this.reader} .wrong=${this.wrong} @choose=${(/** @type {CustomEvent} */ event) => { this.chosen = event.detail; this.side = 'event'; }}
        @move=${(/** @type {CustomEvent} */ event) => { const one = this.draft.events.find((/** @type {any} */ it) => it.id === event.detail.id); if (one) { this.#change({ ...one, trigger: { ...one.trigger, atSeconds: event.detail.at } }); } }} @remove=${(/** @type {CustomEvent} */ event) => this.#remove(event.detail)}></ots-timeline>
      <p class="cap sctn">${t(this.draft.events.length === 0 ? 'scenario.empty' : 'scenario.keys')}</p></section>`;
  }

  #aside() {
    const tabs = ['event', 'versions'].map((value) => ({ value, text: t(`scenario.side.${value}`), disabled: value === 'versions' && this.view === null }));
    const findings = this.check?.findings ?? [];
    return html`<aside class="sheet sca"><div class="pad">${segment(tabs, this.side, (value) => { this.side = value; if (value === 'versions') { this.#compare(this.view.version); } }, t('scenario.side'), 's')}</div>
      <div class="scas">${this.side === 'event' ? this.#event() : this.#versions()}</div>
      ${this.failure ? html`<div class="inv" role="alert">${priority(1)}<p>${this.failure}</p></div>` : nothing}
      ${findings.length > 0 ? html`<div class="inv" role="status">${priority(2)}<div><b>${t('scenario.wrong', findings.length)}</b>${findings.map((/** @type {any} */ one) => this.#finding(one))}</div></div>` : html`<p class="pad cap">${this.check ? t('scenario.sound') : ''}</p>`}</aside>`;
  }

  /** @param {any} finding */
  #finding(finding) {
    const index = Number(/^\/events\/(\d+)/.exec(finding.pointer)?.[1] ?? -1);
    const event = this.draft.events[index];
    const words = html`${pick(finding.rule)} ${pick(finding.hint)}`;
    return event ? html`<p><button class="lnk" @click=${() => { this.chosen = event.id; this.side = 'event'; }}>${event.id} ${eventTitle(event, /** @type {any} */ (this.offer))}</button> ${words}</p>` : html`<p><b>${fieldName(finding.pointer.split('/')[1] ?? '')}</b> ${words}</p>`;
  }

  #event() {
    const event = this.draft.events.find((/** @type {any} */ one) => one.id === this.chosen);
    if (!event) {
      return html`<p class="mut">${t('scenario.pick')}</p>`;
    }
    return html`<div class="row"><h2>${t(`scenario.kind.${event.kind}`)} ${event.id}</h2><span class="sp"></span>${this.reader ? nothing : html`<button class="btn s" @click=${() => this.#remove(event.id)}>${t('scenario.remove')}</button>`}</div>
      ${eventForm(event, /** @type {any} */ (this.offer), this.reader, (changed) => this.#change(changed))}`;
  }

  #versions() {
    const value = (/** @type {any} */ one) => (one === undefined ? t('scenario.nothing') : typeof one === 'object' ? (one.kind ? eventTitle(one, /** @type {any} */ (this.offer)) : one.zh !== undefined ? pick(one) : Object.values(one).join(' ')) : String(one));
    return html`<ul class="syv">${[...this.view.versions].reverse().map((one) => html`<li><span class="row"><a href=${path`/api/scenarios/${this.view.id}/document?version=` + one.version} download target="_blank">${t('scenario.v', one.version)}</a><span class="sp"></span><span class="mut">${date(one.at)} ${one.by}</span></span><span class="row"><span class="cap">SHA-256 ${one.hash.slice(0, 12)}</span><span class="sp"></span>${one.version > 1 ? html`<button class="lnk" @click=${() => this.#compare(one.version)}>${t('scenario.diff', one.version - 1)}</button>` : nothing}</span></li>`)}</ul>
      ${this.changes === null || this.view.versions.length < 2 ? nothing : html`<h3 class="syt">${t('scenario.diff.n', this.changes.length)}</h3><ul class="syv">${this.changes.map((one) => html`<li><b>${one.event} ${one.field ? fieldName(one.field) : ''}</b><span class="o"><b>−</b> ${value(one.before)}</span><span class="nw"><b>+</b> ${value(one.after)}</span></li>`)}</ul>`}`;
  }
}

customElements.define('ots-scenario', ScenarioPage);
