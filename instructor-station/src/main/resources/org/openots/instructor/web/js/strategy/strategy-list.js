// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { pair } from '../skill/parts.js';
import { bar } from '../station/bar.js';

/** All strategies this person works on. */
class StrategyList extends LightElement {
  static properties = { list: { state: true }, damaged: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.list = null;
    /** @type {any[]} */
    this.damaged = [];
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      const answer = await api.get('/api/strategies');
      this.list = answer.strategies;
      this.damaged = answer.damaged;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** A file becomes a new strategy, or the next draft of the one with its id. @param {Event} event */
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
      this.failure = t('strategy.import.bad', file.name);
      return;
    }
    try {
      const known = (this.list ?? []).some((one) => one.id === document?.id);
      const token = known ? (await api.get(`/api/strategies/${encodeURIComponent(document.id)}`)).token : '';
      const saved = await api.post('/api/strategies', { token, document });
      router.go(`/strategy/${encodeURIComponent(saved.id)}`);
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const list = this.list ?? [];
    const reader = session.me?.role === 'supervisor';
    return html`<div class="station">${bar('strategy')}<main class="wrap sy"><header class="row">${session.me?.role === 'exam-officer' ? nothing : pair('strategy', 'strategy')}<h1>${this.list === null ? '\u00a0' : list.length === 0 ? t('strategy.list.none') : t('strategy.list.n', list.length)}</h1><span class="sp"></span>
      ${session.me?.role === 'exam-officer' ? nothing : html`<a class="btn" href="/scenario">${t('scenario.library')}</a>`}${reader ? nothing : html`<label class="btn syi">${t('strategy.import')}<input type="file" accept=".json,application/json" class="sr" @change=${this.#import}></label>`}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      ${this.damaged.map((one) => html`<p class="row err" role="alert">${pick(one.message)}</p>`)}
      <section class="sheet syl"><table class="t"><thead><tr><th>${t('strategy.name')}</th><th>${t('strategy.kind')}</th><th>${t('strategy.newest')}</th><th>${t('strategy.in-use')}</th><th>${t('strategy.changed')}</th></tr></thead>
      <tbody>${list.map((one) => html`<tr><td><a href="/strategy/${encodeURIComponent(one.id)}">${pick(one.title)}</a><br><span class="cap">${one.id}</span></td><td>${t(`strategy.kind.${one.kind}`)}</td>
        <td><span class="tagc ${one.newest.state === 'draft' ? 'acc' : one.newest.state === 'retired' ? '' : 'ok'}">${t('strategy.version', t(`strategy.state.${one.newest.state}`), one.newest.version)}</span></td>
        <td>${one.inUse ? t('strategy.v', one.inUse) : t('strategy.none')}</td><td>${date(one.newest.at)} <span class="mut">${one.newest.by}</span></td></tr>`)}</tbody></table></section></main></div>`;
  }
}

customElements.define('ots-strategies', StrategyList);
