// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { hasText, pick, t } from '../core/i18n.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';

/** The library of scenarios. */
class ScenarioList extends LightElement {
  static properties = { list: { state: true }, damaged: { state: true }, failure: { state: true }, all: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.list = null;
    /** @type {any[]} */
    this.damaged = [];
    this.failure = '';
    /** Whether those that were put away are shown too. */
    this.all = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      const answer = await api.get('/api/scenarios');
      this.list = answer.scenarios;
      this.damaged = answer.damaged;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** A file becomes a new scenario, or the next version of the one with its id. @param {Event} event */
  async #import(event) {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    const file = input.files?.[0];
    input.value = '';
    if (!file) {
      return;
    }
    this.failure = '';
    let document;
    try {
      document = JSON.parse(await file.text());
    } catch {
      this.failure = t('scenario.import.bad', file.name);
      return;
    }
    try {
      const known = (this.list ?? []).some((one) => one.id === document?.id);
      const token = known ? (await api.get(path`/api/scenarios/${document.id}`)).token : '';
      const saved = await api.post('/api/scenarios', { token, document });
      router.go(path`/scenario/${saved.id}`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const away = (this.list ?? []).filter((one) => one.retired).length;
    const list = (this.list ?? []).filter((one) => this.all || !one.retired);
    const reader = session.me?.role === 'supervisor';
    return html`<div class="station">${bar('strategy')}<main class="wrap sy"><header class="row"><div><span class="cap"><a href="/strategy">${t('nav.strategy')}</a></span><h1>${this.list === null ? '\u00a0' : list.length === 0 ? t('scenario.list.none') : t('scenario.list.n', list.length)}</h1></div><span class="sp"></span>
      ${away > 0 ? html`<label class="syc"><input type="checkbox" .checked=${this.all} @change=${(/** @type {any} */ event) => { this.all = event.target.checked; }}>${t('scenario.away', away)}</label>` : nothing}
      ${reader ? nothing : html`<label class="btn syi">${t('scenario.import')}<input type="file" accept=".json,application/json" class="sr" @change=${this.#import}></label><a class="btn act" href="/scenario/new">${t('scenario.new')}</a>`}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      ${this.damaged.map((one) => html`<p class="row err" role="alert">${pick(one.message)}</p>`)}
      <section class="sheet syl">${list.length === 0 && this.list !== null ? html`<p class="pad mut">${t('scenario.list.how')}</p>` : html`<table class="t"><thead><tr><th>${t('scenario.name')}</th><th>${t('scenario.f.plant')}</th><th>${t('scenario.f.initialCondition')}</th><th>${t('scenario.f.task')}</th><th class="num">${t('scenario.events')}</th><th>${t('scenario.version')}</th></tr></thead>
      <tbody>${list.map((one) => html`<tr><td><a href=${path`/scenario/${one.id}`}>${pick(one.title)}</a>${one.retired ? html` <span class="tagc">${t('scenario.retired')}</span>` : nothing}<br><span class="cap">${one.id}</span></td><td>${one.plant}</td>
        <td>${hasText(`condition.${one.initialCondition}`) ? t(`condition.${one.initialCondition}`) : one.initialCondition}</td><td>${one.task ?? t('scenario.task.any')}</td><td class="num">${one.events}</td><td>${t('scenario.v', one.version)}<br><span class="cap">${date(one.at)} ${one.by}</span></td></tr>`)}</tbody></table>`}</section></main></div>`;
  }
}

customElements.define('ots-scenarios', ScenarioList);
