// @ts-check
import { html, nothing } from 'lit';
import { LightElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import '../field/field-panel.js';
import { done } from '../graphic/marks.js';

/** The record sheet of a run on a rig: what people read at the rig and write down, and the report. */
class RecordPage extends LightElement {
  static properties = { store: { attribute: false }, locked: { type: Boolean } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.locked = false;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
  }

  render() {
    const { store } = this;
    const tasks = store?.plant?.fieldTasks;
    if (!store || !tasks) {
      return nothing;
    }
    const written = tasks.log.filter((item) => typeof store.value(`LOG.${item.id}`) === 'number').length;
    const sampled = tasks.samples.filter((item) => done({ kind: 'sample', id: item.id }, store)).length;
    return html`<main class="xp rec"><div class="tbar"><b class="find1">${t('rig.record.finding', written, tasks.log.length, sampled, tasks.samples.length)}</b></div>
      <div class="recs"><div>${this.#part('log', 'LOG')}</div><div>${tasks.samples.map((item) => this.#part('sample', item.id))}</div><div>${this.#part('report', 'REPORT')}<p class="hintl">${t('rig.record.note')}</p></div></div></main>`;
  }

  /**
   * @param {string} kind
   * @param {string} tag
   */
  #part(kind, tag) {
    return html`<ots-field-panel .store=${this.store} .fixed=${true} .locked=${this.locked} .selected=${{ kind, tag }}></ots-field-panel>`;
  }
}

customElements.define('ots-record-page', RecordPage);
