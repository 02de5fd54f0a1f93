// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import './dry-run-window.js';
import { differences, groupOf, groupsOf, valueAt, withValue } from './strategy-fields.js';
import { choiceName, fieldName, valueText } from './strategy-words.js';

/** How long nothing is typed before the station checks, ms. */
const PAUSE_MS = 400;

/** @typedef {import('./strategy-fields.js').Field} Field */

/** One strategy: its form by groups, what differs from the version in use, and what keeps it from being used. */
class StrategyPage extends LightElement {
  static properties = { strategyId: {}, view: { state: true }, draft: { state: true }, base: { state: true }, check: { state: true }, group: { state: true }, failure: { state: true }, question: { state: true }, playing: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.strategyId = '';
    /** @type {any} */
    this.view = null;
    /** @type {any} */
    this.draft = null;
    /** @type {any} */
    this.base = null;
    /** @type {any} */
    this.check = null;
    this.group = '';
    this.failure = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    this.playing = false;
    this.busy = false;
    this.timer = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.endings.push(() => clearTimeout(this.timer));
  }

  async #load() {
    this.failure = '';
    try {
      await this.#show(await api.get(path`/api/strategies/${this.strategyId}`));
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {any} view */
  async #show(view) {
    this.view = view;
    this.draft = view.document;
    this.group ||= groupsOf(view.kind)[1].name;
    const used = view.inUse && view.inUse !== view.newest.version ? view.inUse : view.newest.version - 1;
    this.base = used > 0 ? await api.get(path`/api/strategies/${view.id}/document?version=` + used) : null;
    await this.#check();
  }

  async #check() {
    if (this.reader) {
      return;
    }
    const asked = this.draft;
    try {
      const check = await api.post('/api/strategies/check', { document: asked });
      if (this.draft === asked) {
        this.check = check;
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  get reader() {
    return session.me?.role === 'supervisor';
  }

  get changed() {
    return differences(this.view?.document, this.draft).length > 0;
  }

  /** @param {string} pointer @param {any} value */
  #set(pointer, value) {
    this.draft = withValue(this.draft, pointer, value);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.#check(), PAUSE_MS);
  }

  /** @param {() => Promise<any>} action */
  async #do(action) {
    this.busy = true;
    this.failure = '';
    try {
      await this.#show(await action());
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  #save() {
    this.#do(() => api.post('/api/strategies', { token: this.view.token, document: this.draft }));
  }

  /** @param {string} what */
  #move(what) {
    const { version } = this.view.newest;
    this.question = { title: t(`strategy.${what}`, version), text: t(`strategy.${what}.text`), action: t(`strategy.${what}`, version), danger: what === 'retire',
      run: () => this.#do(() => api.post(path`/api/strategies/${this.view.id}/` + what, { version, token: this.view.token })) };
  }

  render() {
    const { view, draft } = this;
    if (!view) {
      return html`<div class="station">${bar('strategy')}<main class="wrap sy">${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}</main></div>`;
    }
    return html`<div class="station">${bar('strategy')}<main class="wrap syg">
      <header class="syh"><div><span class="cap"><a href="/strategy">${t(`strategy.kind.${view.kind}`)}</a> ${view.id}</span><h1>${pick(draft.title)}</h1></div><span class="tagc ${view.newest.state === 'draft' ? 'acc' : 'ok'}">${t('strategy.version', t(`strategy.state.${view.newest.state}`), view.newest.version)}</span><span class="sp"></span>${this.#buttons()}</header>
      ${this.#groups()}<section class="sheet syf">${this.#form()}</section>${this.#side()}
      ${ask(this.question, () => { this.question = null; })}${this.playing ? html`<ots-dry-run .strategy=${view.id} .version=${view.newest.version} .token=${view.token} @done=${() => { this.playing = false; this.#load(); }}></ots-dry-run>` : nothing}</main></div>`;
  }

  #buttons() {
    if (this.reader) {
      return html`<a class="btn" href=${path`/api/strategies/${this.view.id}/document?version=` + this.view.newest.version} download target="_blank">${t('strategy.export')}</a>`;
    }
    const { state, version } = this.view.newest;
    const sound = this.check?.sound === true;
    const next = this.view.kind === 'training' ? { draft: 'publish', published: 'retire' }[/** @type {'draft'} */ (state)] : { draft: 'review', 'dry-run': 'seal', sealed: 'retire' }[/** @type {'draft'} */ (state)];
    const own = next === 'review' && this.view.newest.editors.includes(session.me?.account);
    return html`${this.changed ? html`<button class="btn" ?disabled=${this.busy} @click=${() => { this.draft = this.view.document; this.#check(); }}>${t('strategy.discard')}</button><button class="btn act" ?disabled=${this.busy || this.check?.rules === 0} @click=${() => this.#save()}>${t('strategy.save')}</button>`
      : html`<a class="btn" href=${path`/api/strategies/${this.view.id}/document?version=` + version} download target="_blank">${t('strategy.export')}</a><button class="btn" ?disabled=${this.busy || !sound} @click=${() => { this.playing = true; }}>${t('strategy.dry')}</button>
        ${own ? html`<span class="cap">${t('strategy.own')}</span>` : next ? html`<button class="btn ${next === 'retire' ? '' : 'act'}" ?disabled=${this.busy || (next !== 'retire' && !sound)} @click=${() => this.#move(next)}>${t(`strategy.${next}`, version)}</button>` : nothing}`}`;
  }

  #groups() {
    const counts = new Map();
    for (const finding of this.check?.findings ?? []) {
      const name = groupOf(finding.pointer, this.view.kind);
      counts.set(name, (counts.get(name) ?? 0) + 1);
    }
    return html`<nav class="syn" aria-label=${t('strategy.groups')}>${groupsOf(this.view.kind).map((group) => html`<button class=${group.name === this.group ? 'on' : ''} aria-current=${group.name === this.group} @click=${() => { this.group = group.name; }}>${t(`strategy.g.${group.name}`)}${counts.has(group.name) ? html`<i aria-label=${t('strategy.problems', counts.get(group.name))}>${counts.get(group.name)}</i>` : nothing}</button>`)}</nav>`;
  }

  #form() {
    const group = groupsOf(this.view.kind).find((one) => one.name === this.group);
    if (!group) {
      return nothing;
    }
    const { each } = group;
    const parts = each ? valueAt(this.draft, each.at) ?? [] : [];
    return html`<h2>${t(`strategy.g.${group.name}`)}</h2>${group.fields ? html`<div class="syr">${group.fields.map((field) => this.#field(field, field.at))}</div>` : nothing}
      ${each ? parts.map((/** @type {any} */ part, /** @type {number} */ i) => html`<hr><h3>${choiceName(part[each.title])}</h3><div class="syr">${each.fields.map((field) => this.#field(field, `${each.at}/${i}${field.at}`))}</div>`) : nothing}`;
  }

  /** @param {Field} field @param {string} at */
  #field(field, at) {
    const value = valueAt(this.draft, at);
    const marked = this.base && JSON.stringify(valueAt(this.base, at)) !== JSON.stringify(value) ? 'chg' : '';
    const name = fieldName(field.at);
    if (field.kind === 'switch') {
      return html`<label class="syc ${marked}"><input type="checkbox" ?disabled=${this.reader} .checked=${value === true} @change=${(/** @type {any} */ event) => this.#set(at, event.target.checked)}>${name}</label>`;
    }
    if (field.kind === 'who') {
      return html`<fieldset class="syw ${marked}"><legend class="l">${name}</legend>${(field.options ?? []).map((one) => html`<label class="syc"><input type="checkbox" ?disabled=${this.reader} .checked=${(value ?? []).includes(one)} @change=${(/** @type {any} */ event) => this.#set(at, (field.options ?? []).filter((word) => (word === one ? event.target.checked : (value ?? []).includes(word))))}>${choiceName(one)}</label>`)}</fieldset>`;
    }
    if (field.kind === 'choice') {
      return html`<label class="syx ${marked}"><span class="l">${name}</span><select class="field" ?disabled=${this.reader} @change=${(/** @type {any} */ event) => this.#set(at, event.target.value)}>${(field.options ?? []).map((one) => html`<option value=${one} ?selected=${one === value}>${choiceName(one)}</option>`)}</select></label>`;
    }
    const shown = value === undefined ? '' : field.kind === 'list' ? value.join(', ') : field.kind === 'json' ? JSON.stringify(value) : String(value);
    return html`<label class="syx ${field.kind === 'list' || field.kind === 'json' ? 'wide' : ''} ${marked}"><span class="l">${name}</span><span class="syu"><input class="field" ?disabled=${this.reader} .value=${shown} @change=${(/** @type {any} */ event) => this.#set(at, parsed(field, event.target.value))}>${field.unit ? html`<span class="mut">${t(`strategy.u.${field.unit}`)}</span>` : nothing}</span></label>`;
  }

  #side() {
    const changes = this.base ? differences(this.base, this.draft) : [];
    const findings = this.check?.findings ?? [];
    return html`<aside class="sheet sya"><div class="row pad"><h2>${this.base ? t('strategy.diff', this.base.version) : t('strategy.first')}</h2><span class="sp"></span>${this.base ? html`<span class="mut">${t('strategy.diff.n', changes.length)}</span>` : nothing}</div>
      <div class="sys"><ul class="syv">${changes.map((change) => html`<li><b>${fieldName(change.pointer)}</b><span class="o"><b>−</b> ${valueText(change.before)}</span><span class="nw"><b>+</b> ${valueText(change.after)}</span></li>`)}</ul>
      <h3 class="syt">${t('strategy.versions')}</h3><ul class="syv">${[...this.view.versions].reverse().map((one) => html`<li><span class="row"><a href=${path`/api/strategies/${this.view.id}/document?version=` + one.version} download target="_blank">${t('strategy.v', one.version)}</a>${t(`strategy.state.${one.state}`)}<span class="sp"></span><span class="mut">${date(one.at)} ${one.by}</span></span><span class="cap">SHA-256 ${one.hash.slice(0, 12)}</span></li>`)}</ul></div>
      ${this.failure ? html`<div class="inv" role="alert">${icon('close', 16)}<p>${this.failure}</p></div>` : nothing}
      ${findings.length > 0 ? html`<div class="inv" role="status"><div><b>${t('strategy.not-yet', findings.length)}</b>${findings.map((/** @type {any} */ one) => html`<p><b>${fieldName(one.pointer)}</b> ${pick(one.rule)} ${pick(one.hint)}</p>`)}</div></div>` : nothing}
      <p class="pad cap">${this.check && this.check.rules > 0 ? t('strategy.checked', this.check.rules, this.check.kept) : ''} ${t(`strategy.run.${this.view.kind}`)}</p></aside>`;
  }
}

/** What was typed, as a value of the document; a text that is no number stays one, and the station says what is wrong. @param {Field} field @param {string} text */
function parsed(field, text) {
  const typed = text.trim();
  if (typed === '' && field.optional) {
    return undefined;
  }
  if (field.kind === 'list') {
    return typed.split(/[\s,，、]+/).filter((word) => word !== '').map((word) => (field.unit ? figure(word) : word));
  }
  if (field.kind === 'json') {
    try {
      return JSON.parse(typed);
    } catch {
      return typed;
    }
  }
  return field.kind === 'number' ? figure(typed) : typed;
}

/** @param {string} typed */
function figure(typed) {
  return typed !== '' && Number.isFinite(Number(typed)) ? Number(typed) : typed;
}

customElements.define('ots-strategy', StrategyPage);
