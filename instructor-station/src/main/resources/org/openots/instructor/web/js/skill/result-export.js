// @ts-check
import { html } from 'lit';
import { LightElement } from '../core/element.js';
import { language, t } from '../core/i18n.js';

const ACTORS = ['name', 'account', 'pseudonym'];
const FORMATS = ['xlsx', 'json', 'xapi'];

/** Results of a class and some days as a file, to be looked at, read by a program, or given to a learning record store. */
class ResultExport extends LightElement {
  static properties = { group: {}, from: { state: true }, to: { state: true }, actor: { state: true } };

  constructor() {
    super();
    /** The class; empty for all. */
    this.group = '';
    this.from = '';
    this.to = '';
    this.actor = 'name';
  }

  /** @param {string} format */
  #file(format) {
    const query = new URLSearchParams({ format, actor: this.actor, lang: language() === 'en' ? 'en' : 'zh' });
    for (const [name, value] of [['class', this.group], ['from', this.from], ['to', this.to]]) {
      if (value) {
        query.set(name, value);
      }
    }
    return `/api/results?${query}`;
  }

  render() {
    const set = (/** @type {string} */ name) => (/** @type {any} */ event) => { /** @type {any} */ (this)[name] = event.target.value; };
    return html`<section class="col rex"><h2>${t('export.title')}</h2><p class="mut">${this.group ? t('export.class', this.group) : t('export.all')}</p>
      <div class="rexd"><label><span class="cap">${t('export.from')}</span><input class="field" type="date" .value=${this.from} max=${this.to} @change=${set('from')}></label><label><span class="cap">${t('export.to')}</span><input class="field" type="date" .value=${this.to} min=${this.from} @change=${set('to')}></label></div>
      <label><span class="cap">${t('export.actor')}</span><select class="field" @change=${set('actor')}>${ACTORS.map((one) => html`<option value=${one} ?selected=${one === this.actor}>${t(`export.actor.${one}`)}</option>`)}</select></label>
      <p class="row">${FORMATS.map((format) => html`<a class="btn s" download href=${this.#file(format)} title=${t(`export.${format}.what`)}>${t(`export.${format}`)}</a>`)}</p></section>`;
  }
}

customElements.define('ots-result-export', ResultExport);
