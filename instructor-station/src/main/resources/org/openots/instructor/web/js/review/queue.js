// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { bar } from '../station/bar.js';
import { typing } from './decision.js';
import { tabs } from './review-page.js';

/** How often new answers are looked for, ms. */
const POLL = 15_000;

/** @typedef {import('./decision.js').Case & { kind: string, id: string }} Entry */

/** The answers that wait for a person, by deviation and column, and the appeals. */
class ReviewQueue extends LightElement {
  static properties = { entries: { state: true }, at: { state: true }, failure: { state: true }, told: { state: true } };

  constructor() {
    super();
    /** @type {Entry[] | null} */
    this.entries = null;
    this.at = 0;
    this.failure = '';
    this.told = () => '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.listen(window, 'keydown', (event) => this.#key(event));
    this.every(POLL, () => this.#load());
    this.#load();
  }

  async #load() {
    try {
      const queue = await api.get('/api/review/queue');
      const answers = queue.groups.flatMap((/** @type {any} */ group) => group.answers.map((/** @type {any} */ answer) => ({ ...group, ...answer, kind: 'answer' })));
      const appeals = queue.appeals.map((/** @type {any} */ appeal) => ({ ...appeal, kind: 'appeal' }));
      this.#take([...appeals, ...answers].map((entry) => ({ ...entry, id: `${entry.kind} ${entry.refs.map((/** @type {any} */ ref) => `${ref.sheet} ${ref.deviation} ${ref.index}`).join(',')}` })));
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** Keeps the answer that is being looked at, so that nothing changes under a person's hands. @param {Entry[]} fresh */
  #take(fresh) {
    const current = this.current;
    const known = new Map((this.entries ?? []).map((entry) => [entry.id, entry]));
    const entries = fresh.map((entry) => known.get(entry.id) ?? entry);
    const found = current ? entries.findIndex((entry) => entry.id === current.id) : -1;
    this.entries = entries;
    this.at = found >= 0 ? found : Math.max(0, Math.min(this.at, entries.length - 1));
  }

  get current() {
    return this.entries?.[this.at] ?? null;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (typing(event) || event.isComposing || event.ctrlKey || event.metaKey || event.altKey || document.querySelector('.veil, dialog[open]')) {
      return;
    }
    const inList = document.activeElement?.closest('[role=radiogroup]') !== null;
    const step = event.key === 'j' || (event.key === 'ArrowDown' && !inList) ? 1 : event.key === 'k' || (event.key === 'ArrowUp' && !inList) ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      this.#go(this.at + step);
    }
  }

  /** @param {number} at */
  #go(at) {
    this.at = Math.max(0, Math.min(at, (this.entries?.length ?? 1) - 1));
    this.told = () => '';
    this.updateComplete.then(() => this.querySelector('.rqe.on')?.scrollIntoView({ block: 'nearest' }));
  }

  /** @param {CustomEvent} event */
  #decided(event) {
    const { case: about, proposed } = event.detail;
    this.told = () => proposed === null ? t('review.done', about.refs.length) : proposed.state === 'refused' ? t('review.proposed.refused', proposed.text, proposed.trial.losses.length) : t('review.proposed', proposed.text);
    const at = this.entries?.findIndex((entry) => entry.id === about.id) ?? -1;
    this.entries = (this.entries ?? []).filter((entry) => entry.id !== about.id);
    this.at = Math.max(0, Math.min(at < this.at ? this.at - 1 : this.at, this.entries.length - 1));
    /** @type {HTMLElement} */ (document.activeElement)?.blur();
    this.#load();
  }

  render() {
    const entries = this.entries ?? [];
    const answers = entries.filter((entry) => entry.kind === 'answer').reduce((sum, entry) => sum + entry.refs.length, 0);
    const appeals = entries.length - entries.filter((entry) => entry.kind === 'answer').length;
    const finding = this.entries === null ? '\u00a0' : entries.length === 0 ? t('review.queue.none') : appeals > 0 && answers === 0 ? t('review.queue.appeals.only', appeals) : appeals > 0 ? t('review.queue.appeals', answers, appeals) : t('review.queue', answers);
    const { current } = this;
    return html`<div class="station">${bar('review')}<main class="wrap rv"><header class="hd"><h1 class="cutl">${finding}</h1><span class="sp"></span>${tabs('queue')}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      ${this.entries !== null && entries.length === 0 ? html`<section class="sheet pad rve"><p>${t('review.queue.empty')}</p>${this.told() ? html`<p class="cap" role="status">${this.told()}</p>` : nothing}</section>` : html`<div class="rq">${this.#list(entries)}<section class="sheet rqd">${current ? html`<ots-decision .case=${current} .way=${current.kind === 'appeal' ? 'appeals' : 'rulings'} ?needed=${current.kind === 'appeal'} @decided=${this.#decided}></ots-decision>` : nothing}</section></div>
      <footer class="rvf cap">${this.told() ? html`<b role="status">${this.told()}</b>` : nothing}<span class="sp"></span>${t('review.keys')}</footer>`}</main></div>`;
  }

  /** @param {Entry[]} entries */
  #list(entries) {
    let last = '';
    return html`<section class="sheet rql scroll" aria-label=${t('review.tab.queue')}>${entries.map((entry, at) => {
      const head = entry.kind === 'appeal' ? 'appeal' : `${entry.study.id} ${entry.deviation.id} ${entry.column}`;
      const title = head === last ? nothing : entry.kind === 'appeal' ? html`<h3 class="rqh">${t('review.appeals')}</h3>` : html`<h3 class="rqh"><span>${entry.deviation.id} ${pick(entry.deviation.text)}</span><span class="tagc">${t(`review.column.${entry.column}`)}</span></h3>`;
      last = head;
      return html`${title}<button class="rqe ${at === this.at ? 'on' : ''}" aria-current=${at === this.at ? 'true' : nothing} @click=${() => this.#go(at)}><span>${entry.text}</span>${entry.refs.length > 1 ? html`<b class="num">${t('review.people', entry.refs.length)}</b>` : nothing}</button>`;
    })}</section>`;
  }
}

customElements.define('ots-review-queue', ReviewQueue);
