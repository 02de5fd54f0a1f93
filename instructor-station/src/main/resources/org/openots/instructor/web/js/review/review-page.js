// @ts-check
import { html } from 'lit';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { router } from '../core/router.js';
import './decision.js';
import './proposals.js';
import './queue.js';
import './sheet-answers.js';
import './sheets.js';

const TABS = ['queue', 'sheets', 'proposals'];

/** What the parts of the examiner's side have in common: the choice between them. @param {string} chosen */
export function tabs(chosen) {
  return segment(TABS.map((value) => ({ value, text: t(`review.tab.${value}`) })), chosen, (value) => router.go(value === 'queue' ? '/review' : `/review/${value}`), t('review.tabs'), 's');
}

/** The examiner's side of worksheets. */
class ReviewPage extends LightElement {
  static properties = { tab: {}, sheet: {} };

  constructor() {
    super();
    this.tab = 'queue';
    this.sheet = '';
  }

  render() {
    switch (this.tab) {
      case 'sheets': return this.sheet ? html`<ots-review-answers .sheetId=${this.sheet}></ots-review-answers>` : html`<ots-review-sheets></ots-review-sheets>`;
      case 'proposals': return html`<ots-review-proposals></ots-review-proposals>`;
      default: return html`<ots-review-queue></ots-review-queue>`;
    }
  }
}

customElements.define('ots-review', ReviewPage);
