// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { Making } from './debrief-data.js';

/** The files of a debrief: asked for, watched while they are made, saved. */
class Export extends LightElement {
  static properties = { runId: {}, making: { state: true }, failure: { state: true } };

  constructor() {
    super();
    this.runId = '';
    /** @type {Making | null} */
    this.making = null;
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.endings.push(() => this.making?.leave());
  }

  /** @param {'pdf' | 'zip'} format */
  async #make(format) {
    this.failure = '';
    const making = new Making(this.runId, format, () => this.requestUpdate());
    this.making = making;
    try {
      if (await making.done()) {
        this.#save(making);
      } else if (making.problem) {
        this.failure = pick(making.problem.message);
        this.making = null;
      } else if (making === this.making) {
        this.making = null;
      }
    } catch (error) {
      this.failure = errorText(error);
      this.making = null;
    }
  }

  /** @param {Making} making */
  #save(making) {
    const link = document.createElement('a');
    link.href = making.address;
    link.download = '';
    link.target = '_blank';
    this.append(link);
    link.click();
    link.remove();
  }

  render() {
    const { making } = this;
    if (making?.busy) {
      const percent = Math.round(100 * making.progress);
      return html`<span class="exw" role="status"><span class="cap">${t('debrief.export.working', t(`debrief.export.${making.format}`))}</span><span class="meter" role="progressbar" aria-label=${t('debrief.export.working', t(`debrief.export.${making.format}`))} aria-valuenow=${percent} aria-valuemin="0" aria-valuemax="100"><i ${css({ width: `${percent}%` })}></i></span><button class="btn s" @click=${() => making.stop()}>${t('debrief.reading.cancel')}</button></span>`;
    }
    return html`${this.failure ? html`<span class="err" role="alert">${this.failure}</span>` : nothing}${/** @type {Array<'pdf' | 'zip'>} */ (['pdf', 'zip']).map((format) => html`<button class="btn" title=${t(`debrief.export.${format}.what`)} @click=${() => this.#make(format)}>${icon(format === 'pdf' ? 'print' : 'down')}${t(`debrief.export.${format}`)}</button>`)}`;
  }
}

customElements.define('ots-debrief-export', Export);
