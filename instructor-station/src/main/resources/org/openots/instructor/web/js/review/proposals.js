// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import { tabs } from './review-page.js';

const TONES = { open: 'acc', approved: 'ok', rejected: '', refused: 't1' };

/** Proposed wordings with what a trial found, and the decision of a second person. */
class Proposals extends LightElement {
  static properties = { version: { state: true }, list: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.version = 0;
    /** @type {any[] | null} */
    this.list = null;
    this.failure = '';
    this.busy = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const answer = await api.get('/api/review/proposals');
      this.list = answer.proposals;
      this.version = answer.version;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {any} proposal @param {string} how */
  async #decide(proposal, how) {
    this.busy = proposal.id;
    this.failure = '';
    try {
      await api.post(path`/api/review/proposals/${proposal.id}/` + how, {});
    } catch (error) {
      this.failure = errorText(error);
    }
    await this.#load();
    this.busy = '';
  }

  render() {
    const list = this.list ?? [];
    const open = list.filter((one) => one.state === 'open');
    const mine = open.filter((one) => one.by === session.me?.account).length;
    const finding = this.list === null ? '\u00a0' : list.length === 0 ? t('review.proposals.none') : open.length === 0 ? t('review.proposals.done', this.version) : open.length === mine ? t('review.proposals.mine', mine) : t('review.proposals.open', open.length - mine);
    return html`<div class="station">${bar('review')}<main class="wrap rv"><header class="hd"><h1 class="cutl">${finding}</h1><span class="sp"></span>${tabs('proposals')}</header>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => { this.failure = ''; this.#load(); }}>${t('action.retry')}</button></p>` : nothing}
      <section class="sheet rvs"><div class="row rvt"><span class="mut">${t('review.proposals.how')}</span><span class="sp"></span><span class="cap">${t('review.version', this.version)}</span><a class="btn s" href="/api/review/wordings" download target="_blank">${t('review.export')}</a></div>
      <div class="scroll">${list.map((one) => this.#one(one))}${this.list !== null && list.length === 0 ? html`<p class="mut pad">${t('review.proposals.empty')}</p>` : nothing}</div></section></main></div>`;
  }

  /** @param {any} one */
  #one(one) {
    const own = one.by === session.me?.account;
    const { trial } = one;
    return html`<article class="rw"><div class="rwt"><p class="row"><span class="tagc ${TONES[/** @type {'open'} */ (one.state)]}">${t(`review.proposal.${one.state}`)}</span><span class="mut">${t(`review.proposal.${one.kind}`)}</span>${one.kind === 'alias' ? html`<span class="mut">${one.deviation} ${pick(one.deviationText)} ${t(`review.column.${one.column}`)}</span>` : nothing}</p>
      <p class="rww"><b>${one.text}</b><span class="mut">${t('review.means')}</span><span>${one.kind === 'word' ? `${one.targetText} (${one.target})` : pick(one.item ?? one.targetText)}</span></p>
      <p class="cap">${t('review.by', one.byName, date(one.at))}${one.decidedBy ? ` ${t(`review.by.${one.state}`, one.decidedByName, date(one.decidedAt))}` : ''}${one.reason ? ` ${one.reason}` : ''}</p></div>
      <div class="rwr"><p class="why ${trial.losses.length === 0 ? 'g' : 'r'}">${icon(trial.losses.length === 0 ? 'check' : 'close', 14)}<span>${t(trial.losses.length === 0 ? 'review.trial.good' : 'review.trial.bad', trial.losses.length)}<br>${t('review.trial', trial.decided, trial.agreed, trial.agreeing, trial.keyTests)}</span></p>
      ${trial.losses.length > 0 ? html`<ul class="rwl">${trial.losses.map((/** @type {any} */ loss) => html`<li><span class="mut">${loss.deviation} ${t(`review.column.${loss.column}`)} ${t(`review.source.${loss.source}`)}</span> ${loss.text} <b>${t(loss.lost ? 'review.lost' : 'review.gained', loss.item)}</b></li>`)}</ul>` : nothing}</div>
      <div class="rwb">${one.state !== 'open' ? nothing : html`${own ? html`<p class="cap">${t('review.own')}</p>` : html`<button class="btn act ${this.busy === one.id ? 'busy' : ''}" ?disabled=${this.busy !== ''} @click=${() => this.#decide(one, 'approve')}>${t('review.approve')}</button>`}<button class="btn" ?disabled=${this.busy !== ''} @click=${() => this.#decide(one, 'reject')}>${t(own ? 'review.withdraw' : 'review.reject')}</button>`}</div></article>`;
  }
}

customElements.define('ots-review-proposals', Proposals);
