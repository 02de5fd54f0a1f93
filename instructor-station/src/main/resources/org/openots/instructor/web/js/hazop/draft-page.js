// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { bar } from '../station/bar.js';

const POLL_MS = 2000;

/** Drafts of studies that the simulator proposes, for instructors to edit. */
class DraftPage extends LightElement {
  static properties = { plants: { state: true }, plant: { state: true }, draft: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.plants = [];
    this.plant = '';
    /** @type {any} */
    this.draft = null;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.every(POLL_MS, () => this.draft?.state === 'running' && this.#read());
    this.#load();
  }

  async #load() {
    try {
      const studies = await api.get('/api/hazop/studies');
      this.plants = studies.filter((/** @type {any} */ study) => study.plant);
      await this.#choose(this.plants[0]?.plant ?? '');
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} plant */
  async #choose(plant) {
    this.plant = plant;
    this.draft = null;
    await this.#read();
  }

  async #read() {
    await this.#ask(() => api.get(path`/api/hazop/drafts/${this.plant}`));
  }

  /** @param {() => Promise<any>} question */
  async #ask(question) {
    this.failure = '';
    const { plant } = this;
    try {
      const draft = await question();
      if (plant === this.plant) {
        this.draft = draft;
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const { draft } = this;
    const share = Math.round((draft?.share ?? 0) * 100);
    const running = draft?.state === 'running';
    return html`<div class="station">${bar('hazop')}<main class="wrap one"><header class="hd"><h1>${draft?.state === 'done' ? t('draft.finding', draft.rows.length) : t('draft.title')}</h1><span class="sp"></span>
        ${draft?.state === 'done' ? html`<a class="btn" target="_self" download href=${path`/api/hazop/drafts/${this.plant}/study`}>${t('draft.file')}</a>` : nothing}
        <button class="btn act" ?disabled=${!draft || running} @click=${() => this.#ask(() => api.post(path`/api/hazop/drafts/${this.plant}`))}>${icon('play', 14)}${t(draft?.state === 'done' ? 'draft.again' : 'draft.start')}</button></header>
      <section class="sheet scroll"><div class="pad">${segment(this.plants.map((study) => ({ value: study.plant, text: pick(study.title) })), this.plant, (plant) => this.#choose(plant), t('draft.plant'), 's')}<p class="mut dfn">${t('draft.note')}</p>
        ${this.failure ? html`<p class="row err" role="alert">${this.failure}</p>` : nothing}${draft?.state === 'failed' ? html`<p class="row err" role="alert">${t('draft.failed')}</p>` : nothing}
        ${running ? html`<div role="status"><p>${t('draft.running', share)}</p><div class="meter" role="progressbar" aria-valuenow=${share} aria-valuemin="0" aria-valuemax="100" aria-label=${t('draft.title')}><i ${css({ width: `${share}%` })}></i></div></div>` : nothing}</div>
        ${draft?.state === 'done' ? this.#table(draft) : nothing}</section></main></div>`;
  }

  /** @param {any} draft */
  #table(draft) {
    const list = (/** @type {any[]} */ items) => html`<ul class="dfl">${items.map((item) => html`<li>${pick(item)}</li>`)}</ul>`;
    return html`<table class="t dft"><thead><tr><th>${t('hazop.col.deviation')}</th><th>${t('hazop.col.cause')}</th><th>${t('draft.col.effects')}</th><th>${t('draft.col.safeguards')}</th></tr></thead><tbody>
      ${draft.rows.map((/** @type {any} */ row) => html`<tr><td><b>${row.id}</b> ${pick(row.text)}</td><td>${list(row.causes)}</td><td>${list(row.consequences)}</td><td>${list(row.safeguards)}</td></tr>`)}</tbody></table>
      ${draft.unplaced.length > 0 ? html`<p class="pad mut">${t('draft.unplaced', draft.unplaced.map((/** @type {any} */ one) => one.fault).join(t('list.comma')))}</p>` : nothing}`;
  }
}

customElements.define('ots-draft', DraftPage);
