// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { bar } from '../station/bar.js';
import { meter, percent, why } from './parts.js';
import { parameterTable } from './skills.js';

/**
 * Begins a task, whatever its kind.
 * @param {any} task
 */
export async function begin(task) {
  if (task.kind === 'drill') {
    router.go(path`/hazop/drills/${task.id}`);
  } else if (task.kind === 'hazop') {
    const attempt = await api.post('/api/my/hazop-attempts', { task: task.id });
    router.go(path`/hazop-task/${attempt.id}`);
  } else {
    const run = await api.post('/api/my/runs', { task: task.id });
    router.go(path`/run/${run.id}/graphic`);
  }
}

/** What a student can do of a certificate, function by function; his own and nobody else's. */
class MySkills extends LightElement {
  static properties = { data: { state: true }, code: { state: true }, open: { state: true }, busy: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.data = null;
    this.code = '';
    /** Function whose skills are shown. */
    this.open = '';
    this.busy = false;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      this.data = await api.get(`/api/my/skills${this.code ? `?certificate=${encodeURIComponent(this.code)}` : ''}`);
      this.code = this.data.certificate;
      this.open = this.data.next?.function.id ?? this.data.functions[0]?.id ?? '';
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  async #begin() {
    this.busy = true;
    this.failure = '';
    try {
      await begin(this.data.next.task);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  render() {
    const { data } = this;
    return html`<div class="station">${bar('skills')}<main class="wrap one"><header class="hd"><h1 class="clamp">${data ? this.#finding() : '\u00a0'}</h1><span class="sp"></span>${data ? segment(data.certificates.map((/** @type {any} */ one) => ({ value: one.code, text: t(`skill.certificate.${one.code}`) })), this.code, (value) => { this.code = value; this.#load(); }, t('subject.certificate'), 's') : nothing}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      ${data ? html`<div class="sky"><section class="sheet pad scroll">${data.functions.map((/** @type {any} */ fn, /** @type {number} */ i) => this.#function(fn, i))}</section><aside class="col sxr">${this.#next()}${this.#skills()}</aside></div>` : nothing}</main></div>`;
  }

  #finding() {
    const known = this.data.functions.filter((/** @type {any} */ fn) => fn.mastery !== undefined);
    return t('skill.mine', known.filter((/** @type {any} */ fn) => fn.mastery >= this.data.rules.ready).length, known.length);
  }

  /** @param {any} fn @param {number} i */
  #function(fn, i) {
    const on = fn.id === this.open;
    return html`<button class="skf ${on ? 'on' : ''}" aria-pressed=${String(on)} @click=${() => { this.open = fn.id; }}><span class="skno">${i + 1}</span><b>${pick(fn.title)}</b>${fn.mastery === undefined ? html`<span class="mut">${t('subject.none')}</span>` : html`<b class="num">${percent(fn.mastery)}</b>${meter(fn.mastery, this.data.rules.ready)}<span class="cap">${fn.trials > 0 ? t('skill.trials', fn.trials) : t('skill.untried')}</span>`}</button>`;
  }

  #next() {
    const { next } = this.data;
    return next ? html`<section class="col skx"><span class="cap">${t('home.next')}</span><h2>${next.task.kind === 'run' ? `${next.task.id} ` : ''}${pick(next.task.title)}</h2><p>${why(next)}</p><p><button class="btn act" ?disabled=${this.busy} @click=${() => this.#begin()}>${icon('play')}${t('home.begin')}</button></p></section>` : html`<p class="mut">${t('skill.next.none')}</p>`;
  }

  /** Skills of the chosen function, and by what they were judged. */
  #skills() {
    const fn = this.data.functions.find((/** @type {any} */ one) => one.id === this.open);
    return fn ? html`<section class="col"><h2>${pick(fn.title)}</h2>${fn.skills.map((/** @type {any} */ one) => html`<div class="skill"><span>${pick(one.title)}</span>${one.mastery === undefined ? html`<span class="mut">${t('subject.none')}</span>` : html`<b>${percent(one.mastery)}</b>${meter(one.mastery, this.data.rules.ready)}<span class="cap">${one.trials > 0 ? t('skill.last', one.trials, date(one.last), percent(one.share)) : t('skill.untried')}</span>`}</div>`)}
      <details><summary>${t('skill.rules')}</summary><p class="mut">${t('skill.rules.text', percent(this.data.rules.well), percent(this.data.rules.ready), percent(this.data.rules.mastered))}</p>${parameterTable(fn)}</details></section>` : nothing;
  }
}

customElements.define('ots-my-skills', MySkills);
