// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date, DASH, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';

const STATES = ['all', 'open', 'waiting', 'done'];

/** All attempts at training tasks, for teachers. */
class AttemptList extends LightElement {
  static properties = { attempts: { state: true }, shown: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.attempts = null;
    this.shown = 'all';
    this.failure = '';
    this.busy = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      this.attempts = await api.get('/api/hazop/attempts');
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {any} attempt */
  #state(attempt) {
    return !attempt.submitted ? 'open' : attempt.level === 'senior' && !attempt.releasedAt ? 'waiting' : 'done';
  }

  /** @param {any} attempt */
  async #release(attempt) {
    this.busy = attempt.id;
    try {
      await api.post(path`/api/hazop/attempts/${attempt.id}/release`);
      await this.#load();
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  render() {
    const all = this.attempts ?? [];
    const waiting = all.filter((one) => this.#state(one) === 'waiting').length;
    const shown = all.filter((one) => this.shown === 'all' || this.#state(one) === this.shown);
    const releases = ['instructor', 'assessor'].includes(session.me?.role ?? '');
    const finding = this.attempts === null ? '\u00a0' : all.length === 0 ? t('task.list.none') : waiting > 0 ? t('task.list.waiting', waiting) : t('task.list.all', all.length);
    return html`<div class="station">${bar('hazop')}<main class="wrap one"><header class="hd"><h1 class="clamp">${finding}</h1><span class="sp"></span>${segment(STATES.map((value) => ({ value, text: t(`task.list.${value}.n`) })), this.shown, (value) => { this.shown = value; }, t('task.list.show'), 's')}<a class="btn s" href="/hazop">${t('task.all')}</a></header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      <section class="sheet scroll"><table class="t"><thead><tr><th>${t('task.list.who')}</th><th>${t('task.list.task')}</th><th>${t('task.list.level')}</th><th>${t('task.list.begun')}</th><th>${t('task.list.state')}</th><th class="num">${t('task.list.score')}</th><th></th></tr></thead>
      <tbody>${shown.map((one) => html`<tr><td>${one.name ?? one.owner}${one.seat ? html` <span class="cap">${t('seat.n', one.seat)}</span>` : nothing}</td><td>${one.module ?? ''} ${pick(one.title) || one.task}</td><td>${t(`level.${one.level}`)}</td><td class="mut">${date(one.openedAt)}</td><td>${t(this.#state(one) === 'waiting' ? 'task.list.waiting.state' : `task.list.${this.#state(one)}`)}</td>
        <td class="num"><b>${one.submitted ? t(one.pending ? 'task.provisional' : 'task.best', number(one.percent, 0)) : DASH}</b>${one.pending && one.submitted ? html`<br><span class="cap">${one.waiting > 0 ? t('task.list.examiner', one.waiting) : t('task.list.pending')}</span>` : nothing}</td>
        <td class="num"><a class="btn s" href=${path`/hazop-task/${one.id}`}>${t('task.look')}</a> ${releases && this.#state(one) === 'waiting' ? html`<button class="btn s act" ?disabled=${this.busy !== ''} @click=${() => this.#release(one)}>${t('task.release')}</button>` : nothing}</td></tr>`)}</tbody></table>
        ${all.length === 0 && this.attempts ? html`<p class="mut pad">${t('task.list.empty')}</p>` : nothing}</section></main></div>`;
  }
}

customElements.define('ots-hazop-attempts', AttemptList);
