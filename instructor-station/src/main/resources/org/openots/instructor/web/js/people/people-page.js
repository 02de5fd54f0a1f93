// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { language, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import { askNewPassword, showNewPassword } from '../station/new-password.js';
import { codeWindow, seatWindow } from './person-windows.js';
import { tabs } from './tabs.js';

/** Everybody who is a student; the staff; those who cannot sign in. A class has its own name. */
const ALL = '*';
const STAFF = '*staff';
const OFF = '*off';
const ROLES = ['instructor', 'assessor', 'exam-officer', 'invigilator', 'supervisor', 'rig-engineer', 'admin'];
/** How long a code of a class is valid, minutes: the lesson of today, and the week. */
const LIVES = [90, 1440, 10080];

/** Classes, students and staff: who is there, and what can be done for one or for a class. */
class People extends LightElement {
  static properties = { people: { state: true }, group: { state: true }, search: { state: true }, chosen: { state: true }, form: { state: true }, fresh: { state: true }, failure: { state: true }, note: { state: true }, question: { state: true }, made: { state: true }, code: { state: true }, seat: { state: true }, life: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.people = null;
    this.group = ALL;
    this.search = '';
    this.chosen = '';
    /** @type {Record<string, string>} */
    this.form = {};
    /** @type {Record<string, string>} */
    this.fresh = { account: '', name: '', role: 'student', class: '', seat: '' };
    this.failure = '';
    /** What was done, said in the language of the page. @type {{ text: () => string, slips?: string } | null} */
    this.note = null;
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    /** @type {import('../station/new-password.js').NewPassword | null} */
    this.made = null;
    /** @type {any} */
    this.code = null;
    /** @type {any} */
    this.seat = null;
    this.life = LIVES[0];
    this.busy = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#try(() => this.#load());
  }

  get admin() {
    return session.me?.role === 'admin';
  }

  get keeper() {
    return this.admin || session.me?.role === 'instructor';
  }

  async #load() {
    this.people = (await api.get('/api/people')).people;
  }

  /** @param {() => Promise<any>} action */
  async #try(action) {
    this.busy = true;
    this.failure = '';
    try {
      await action();
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  get students() {
    return (this.people ?? []).filter((one) => one.role === 'student' && !one.disabled);
  }

  /** Names of the classes with the number of their students. @returns {Array<[string, number]>} */
  get classes() {
    const counts = new Map();
    this.students.forEach((one) => counts.set(one.class, (counts.get(one.class) ?? 0) + 1));
    return [...counts.entries()].sort((a, b) => a[0].localeCompare(b[0], undefined, { numeric: true }));
  }

  /** Who is in a group. @param {string} group */
  #in(group) {
    const people = this.people ?? [];
    switch (group) {
      case ALL: return this.students;
      case STAFF: return people.filter((one) => one.role !== 'student' && !one.disabled);
      case OFF: return people.filter((one) => one.disabled);
      default: return this.students.filter((one) => one.class === group);
    }
  }

  /** The people of the group that is looked at, by seat. */
  get shown() {
    const key = this.search.trim().toLowerCase();
    return this.#in(this.group).filter((one) => `${one.account} ${one.name} ${one.seat} ${one.class}`.toLowerCase().includes(key))
      .sort((a, b) => a.class.localeCompare(b.class, undefined, { numeric: true }) || (a.seat || '~').localeCompare(b.seat || '~', undefined, { numeric: true }) || a.account.localeCompare(b.account));
  }

  get person() {
    return (this.people ?? []).find((one) => one.account === this.chosen);
  }

  /** @param {any} one */
  #choose(one) {
    this.chosen = one.account;
    this.form = { name: one.name, class: one.class, seat: one.seat, role: one.role };
    this.failure = '';
  }

  /** @param {string} group */
  #open(group) {
    this.group = group;
    this.chosen = '';
    this.fresh = { ...this.fresh, role: group === STAFF ? 'instructor' : 'student', class: group.startsWith('*') ? '' : group };
  }

  #save() {
    const { name, class: group, seat, role } = this.form;
    return this.#try(async () => {
      await api.post(path`/api/people/${this.chosen}/change`, { name, class: group, seat, ...(this.admin ? { role } : {}) });
      await this.#load();
      this.note = { text: () => t('people.saved', name) };
    });
  }

  /** @param {any} one */
  #able(one) {
    const change = () => this.#try(async () => {
      await api.post(path`/api/people/${one.account}/change`, { disabled: one.disabled ? 0 : 1 });
      await this.#load();
    });
    if (one.disabled) {
      change();
    } else {
      this.question = { title: t('people.disable.ask', one.name), text: t('people.disable.text'), action: t('people.disable'), danger: true, run: change };
    }
  }

  /** @param {SubmitEvent} event */
  #create(event) {
    event.preventDefault();
    const { account, name, role, class: group, seat } = this.fresh;
    return this.#try(async () => {
      const made = role === 'student'
        ? await api.post('/api/people', { account: account.trim(), name, class: group, seat })
        : await api.post('/api/users', { account: account.trim(), name, role, class: group, seat });
      this.made = { account: made.account, name: made.name, password: made.password };
      this.fresh = { ...this.fresh, account: '', name: '', seat: '' };
      await this.#load();
    });
  }

  #passwords() {
    this.question = { title: t('people.passwords.ask', this.group), text: t('people.passwords.text', this.#in(this.group).length), action: t('people.passwords'), danger: true,
      run: () => this.#try(async () => {
        const { count, slips } = await api.post('/api/people/passwords', { class: this.group });
        this.note = { text: () => t('people.passwords.done', count), slips };
      }) };
  }

  #codes() {
    return this.#try(async () => {
      const { count, until, slips } = await api.post('/api/people/codes', { class: this.group, minutes: this.life });
      await this.#load();
      this.note = { text: () => t('people.codes.done', count, date(until)), slips };
    });
  }

  /** @param {Record<string, string>} whom */
  #revoke(whom) {
    return this.#try(async () => {
      const { ended } = await api.post('/api/people/codes/revoke', whom);
      await this.#load();
      this.note = { text: () => t('people.codes.revoked', ended) };
    });
  }

  /** @param {any} one */
  #show(one) {
    return this.#try(async () => {
      this.code = { ...(await api.post('/api/people/codes', { account: one.account, minutes: this.life })), name: one.name };
      await this.#load();
    });
  }

  /** @param {any} one @param {string} seat */
  #move(one, seat) {
    return this.#try(async () => {
      this.seat = { ...(await api.post(path`/api/people/${one.account}/seat`, { seat })), person: one };
      this.form = { ...this.form, seat: this.seat.seat };
      await this.#load();
    });
  }

  render() {
    const shown = this.shown;
    return html`<div class="station">${bar('people')}<main class="wrap pe"><header class="peh"><h1>${this.#finding()}</h1><span class="sp"></span>${tabs('list')}
        <input class="field pef" placeholder=${t('people.search')} aria-label=${t('people.search')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></header>
      ${this.#groups()}
      <section class="sheet scroll"><table class="t pel"><thead><tr><th>${t('people.seat')}</th><th>${t('people.name')}</th><th>${t('people.account')}</th><th>${this.group === STAFF ? t('people.role') : t('people.class')}</th><th>${t('people.state')}</th></tr></thead>
        <tbody>${shown.map((one) => this.#row(one))}</tbody></table>${this.people !== null && shown.length === 0 ? html`<p class="pad mut">${this.search ? t('people.none') : t('people.empty')}</p>` : nothing}</section>
      <aside class="col pea">${this.failure ? html`<p class="row err" role="alert">${this.failure}</p>` : nothing}${this.#note()}${this.keeper ? this.person ? this.#card(this.person) : this.#ofGroup() : nothing}</aside></main>
      ${ask(this.question, () => { this.question = null; })}${showNewPassword(this.made, () => { this.made = null; })}${codeWindow(this.code, () => { this.code = null; })}${seatWindow(this.seat, (one, seat) => this.#move(one, seat), () => { this.seat = null; })}</div>`;
  }

  #finding() {
    if (this.people === null) {
      return '\u00a0';
    }
    const count = this.#in(this.group).length;
    switch (this.group) {
      case ALL: return t('people.finding', count, this.classes.length);
      case STAFF: return t('people.finding.staff', count);
      case OFF: return t('people.finding.off', count);
      default: return t('people.finding.class', this.group || t('people.class.none'), count);
    }
  }

  #groups() {
    const entry = (/** @type {string} */ id, /** @type {string} */ text, /** @type {number} */ count) => html`<button class=${id === this.group ? 'on' : ''} aria-pressed=${id === this.group} @click=${() => this.#open(id)}><span class="cutl">${text}</span><span class="mut">${count}</span></button>`;
    return html`<nav class="syn" aria-label=${t('people.groups')}>${entry(ALL, t('people.all'), this.students.length)}${this.classes.map(([id, count]) => entry(id, id || t('people.class.none'), count))}${this.admin ? entry(STAFF, t('people.staff'), this.#in(STAFF).length) : nothing}${this.#in(OFF).length > 0 ? entry(OFF, t('people.off'), this.#in(OFF).length) : nothing}</nav>`;
  }

  /** @param {any} one */
  #row(one) {
    const state = one.disabled ? html`<span class="tagc">${t('people.off')}</span>` : one.code ? html`<span class="tagc acc" title=${t('people.code.until', date(one.codeUntil))}>${t('people.code.live')}</span>` : nothing;
    return html`<tr class=${one.account === this.chosen ? 'sel' : ''}><td>${one.seat}</td><td>${this.keeper ? html`<button class="lnk" aria-pressed=${one.account === this.chosen} @click=${() => this.#choose(one)}>${one.name}</button>` : one.name}</td><td>${one.account}</td><td>${one.role === 'student' ? one.class : t(`role.${one.role}`)}</td><td>${state}</td></tr>`;
  }

  #note() {
    const { note } = this;
    return note ? html`<section class="sheet pad col shown" role="status"><p>${note.text()}</p><p class="pew">${note.slips ? html`<a class="btn act" target="_self" download href=${`${path`/api/people/slips/${note.slips}`}?lang=${language() === 'en' ? 'en' : 'zh'}`}>${icon('print')}${t('people.slips')}</a>` : nothing}<button class="btn s" @click=${() => { this.note = null; }}>${t('action.close')}</button></p></section>` : nothing;
  }

  /** @param {'form' | 'fresh'} which @param {string} name @param {string} label */
  #input(which, name, label) {
    const values = this[which];
    return html`<div><label class="l" for=${`pe-${which}-${name}`}>${label}</label><input id=${`pe-${which}-${name}`} class="field" autocomplete="off" maxlength="40" .value=${values[name]} @input=${(/** @type {any} */ event) => { this[which] = { ...values, [name]: event.target.value }; }}></div>`;
  }

  /** @param {'form' | 'fresh'} which @param {string[]} roles */
  #roles(which, roles) {
    return html`<div><label class="l" for=${`pe-${which}-role`}>${t('people.role')}</label><select id=${`pe-${which}-role`} class="field" @change=${(/** @type {any} */ event) => { this[which] = { ...this[which], role: event.target.value }; }}>${roles.map((role) => html`<option value=${role} ?selected=${role === this[which].role}>${t(`role.${role}`)}</option>`)}</select></div>`;
  }

  #lives() {
    return html`<div><label class="l" for="pe-life">${t('people.life')}</label><select id="pe-life" class="field" @change=${(/** @type {any} */ event) => { this.life = Number(event.target.value); }}>${LIVES.map((one) => html`<option value=${one} ?selected=${one === this.life}>${t(`people.life.${one}`)}</option>`)}</select></div>`;
  }

  /** One person. @param {any} one */
  #card(one) {
    const student = one.role === 'student';
    const same = ['name', 'class', 'seat', 'role'].every((field) => this.form[field] === one[field]);
    const own = one.account === session.me?.account;
    return html`<section class="sheet pad col"><div class="row"><h2>${one.name}</h2><span class="mut">${one.account}</span><span class="sp"></span><button class="btn s q" aria-label=${t('action.close')} @click=${() => { this.chosen = ''; }}>${icon('close')}</button></div>
      ${this.#input('form', 'name', t('people.name'))}<div class="two">${this.#input('form', 'class', t('people.class'))}${this.#input('form', 'seat', t('people.seat'))}</div>${this.admin && !own ? this.#roles('form', ['student', ...ROLES]) : nothing}
      <button class="btn ${same ? '' : 'act'}" ?disabled=${same || this.busy} @click=${() => this.#save()}>${t('people.save')}</button></section>
      <section class="sheet pad col"><h3>${t('people.signing')}</h3>
      ${student && !one.disabled ? html`${this.#lives()}<div class="pew"><button class="btn s" ?disabled=${this.busy} @click=${() => this.#show(one)}>${t('people.code.show')}</button>${one.code ? html`<button class="btn s" ?disabled=${this.busy} @click=${() => this.#revoke({ account: one.account })}>${t('people.codes.revoke')}</button>` : nothing}
        ${this.admin ? nothing : html`<button class="btn s" ?disabled=${this.busy} @click=${() => { this.seat = { person: one }; }}>${t('people.move')}</button>`}</div>` : nothing}
      <div class="pew"><button class="btn s" ?disabled=${this.busy} @click=${() => { this.question = askNewPassword(one, (made) => { this.made = made; }, (error) => { this.failure = errorText(error); }); }}>${t('users.reset')}</button>
      ${own ? nothing : html`<button class="btn s ${one.disabled ? '' : 'stop'}" ?disabled=${this.busy} @click=${() => this.#able(one)}>${one.disabled ? t('people.enable') : t('people.disable')}</button>`}</div></section>`;
  }

  /** A class, and new people. */
  #ofGroup() {
    const group = !this.group.startsWith('*') && this.group !== '';
    const staff = this.group === STAFF;
    const file = `/api/people/file?lang=${language() === 'en' ? 'en' : 'zh'}${group ? `&class=${encodeURIComponent(this.group)}` : ''}`;
    return html`${group ? html`<section class="sheet pad col"><h2>${this.group}</h2>${this.#lives()}
        <div class="pew"><button class="btn s act" ?disabled=${this.busy} @click=${() => this.#codes()}>${t('people.codes')}</button>${this.#in(this.group).some((one) => one.code) ? html`<button class="btn s" ?disabled=${this.busy} @click=${() => this.#revoke({ class: this.group })}>${t('people.codes.revoke')}</button>` : nothing}</div>
        <div class="pew"><button class="btn s" ?disabled=${this.busy} @click=${() => this.#passwords()}>${t('people.passwords')}</button><a class="btn s" target="_self" download href=${file}>${t('people.file')}</a></div></section>` : nothing}
      ${this.group === OFF ? nothing : html`<form class="sheet pad col" @submit=${this.#create}><h2>${staff ? t('people.new.staff') : t('people.new')}</h2>${this.#input('fresh', 'account', staff ? t('users.account') : t('people.account'))}${this.#input('fresh', 'name', t('people.name'))}
        <div class="two">${this.#input('fresh', 'class', t('people.class'))}${this.#input('fresh', 'seat', t('people.seat'))}</div>${staff ? this.#roles('fresh', ROLES) : nothing}
        <button class="btn ${group ? '' : 'act'}" ?disabled=${this.busy || this.fresh.account.trim() === '' || this.fresh.name.trim() === '' || (!staff && this.fresh.class.trim() === '')}>${t('people.create')}</button></form>`}
      ${group || staff || this.group === OFF ? nothing : html`<p class="mut">${t('people.import.hint')} <a href="/people/import">${t('people.tab.import')}</a></p>`}`;
  }
}

customElements.define('ots-people', People);
