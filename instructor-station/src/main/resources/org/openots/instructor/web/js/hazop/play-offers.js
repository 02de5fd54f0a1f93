// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { Signal } from '../core/element.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';

/**
 * @typedef {{ text: string, possible: boolean }} Choice
 * @typedef {{ deviation: string, row: string, state: 'ready' | 'not-matched' | 'not-modelled', causes: Choice[], safeguards: Choice[] }} Offer
 */

/** Which rows of a worksheet can be played; asked for again when another deviation was scored. */
export class PlayOffers extends Signal {
  constructor() {
    super();
    /** @type {Map<string, Offer>} */
    this.rows = new Map();
    this.scored = '';
  }

  /** @param {any} info the worksheet */
  async follow(info) {
    const scored = Object.keys(info?.scores ?? {}).sort().join(' ');
    if (scored === this.scored) {
      return;
    }
    this.scored = scored;
    try {
      /** @type {Offer[]} */
      const offers = await api.get(path`/api/worksheets/${info.id}/plays`);
      this.rows = new Map(offers.map((offer) => [offer.row, offer]));
      this.emit();
    } catch {
      // asked again with the next score, or when the worksheet is opened again
      this.scored = '';
    }
  }

  /**
   * The button under a cause.
   * @param {string} row
   * @param {(offer: Offer) => void} play
   */
  button(row, play) {
    const offer = this.rows.get(row);
    if (!offer) {
      return nothing;
    }
    return offer.state === 'ready'
      ? html`<p class="plb"><button class="btn s" @mousedown=${(/** @type {Event} */ event) => event.stopPropagation()} @click=${() => play(offer)}>${icon('play', 14)}${t('play.button')}</button></p>`
      : html`<p class="plb mut">${t(`play.${offer.state}`)}</p>`;
  }
}
