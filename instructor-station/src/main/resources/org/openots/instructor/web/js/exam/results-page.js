// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { css } from '../core/css.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { DASH, duration, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { session } from '../core/session.js';
import { examBar, waitRows } from './exam-frame.js';
import { bySeat, examTitle } from './exam-words.js';

const SLOW_MS = 300;
const PROOF_MS = 1500;
const PROVERS = ['exam-officer', 'assessor'];

/** How a proof is marked: same is certain, different is trouble. */
const PROOFS = { same: 'check', recorded: 'radio', manual: 'person' };

/** What an exam came to: marks, what they rest on, and what makes them final. */
class ResultsPage extends LightElement {
  static properties = { examId: {}, data: { state: true }, failure: { state: true }, chosen: { state: true }, question: { state: true }, busy: { state: true }, slow: { state: true } };

  constructor() {
    super();
    this.examId = '';
    /** @type {any} */
    this.data = null;
    this.failure = '';
    /** Account of the candidate that is looked at. */
    this.chosen = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    this.busy = '';
    this.slow = false;
  }

  connectedCallback() {
    super.connectedCallback();
    setTimeout(() => { this.slow = true; }, SLOW_MS);
    this.#load();
    this.every(PROOF_MS, () => this.data?.proof.state === 'running' && this.#load());
  }

  async #load() {
    try {
      this.data = await api.get(path`/api/exams/${this.examId}/results`);
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} action */
  async #do(action) {
    this.busy = action;
    try {
      this.data = await api.post(`${path`/api/exams/${this.examId}`}/${action}`, {});
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  render() {
    const { data } = this;
    return html`<div class="station">${examBar(this.examId, 'results')}${data ? this.#page(data) : html`<main class="wrap xone">${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button><a class="btn s" href="/exams">${t('ex.all')}</a></p>` : waitRows(this.slow)}</main>`}${ask(this.question, () => { this.question = null; })}</div>`;
  }

  /** @param {any} data */
  #finding(data) {
    const marked = data.candidates.filter((/** @type {any} */ one) => one.passed !== undefined);
    const passed = marked.filter((/** @type {any} */ one) => one.passed).length;
    const open = Number(data.open);
    return data.candidates.length === 0 ? t('ex.res.none') : open > 0 ? t('ex.res.open', open) : data.proof.different > 0 ? t('ex.res.different', data.proof.different) : t('ex.res.finding', marked.length, passed, data.candidates.filter((/** @type {any} */ one) => one.state === 'absent').length);
  }

  /** @param {any} data */
  #page(data) {
    const list = [...data.candidates].sort(bySeat);
    const chosen = list.find((one) => one.account === this.chosen) ?? list[0];
    return html`<main class="wrap xr"><header class="hd"><div class="xmin"><h1>${this.#finding(data)}</h1><p class="mut cutl">${examTitle(data)} ${t('ex.room', data.room)} <span class="tagc">${pick(data.phaseText)}</span></p></div><span class="sp"></span>${this.#actions(data)}</header>
      <div class="xrmsg">${this.failure ? html`<p class="row err" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}${this.#proof(data)}</div>
      <section class="sheet scroll" aria-label=${t('ex.res.list')}>${this.#list(list, chosen)}</section><section class="sheet scroll pad xrd" aria-label=${t('ex.res.detail')}>${chosen ? this.#detail(chosen) : html`<p class="mut">${t('ex.res.none')}</p>`}</section></main>`;
  }

  /** The next step to final marks is the main button. @param {any} data */
  #actions(data) {
    const { role = '' } = session.me ?? {};
    const officer = role === 'exam-officer';
    const proven = data.proof.state === 'done' && data.proof.different === 0;
    const closed = data.phase === 'closed';
    const over = ['closed', 'confirmed', 'released'].includes(data.phase);
    const put = (/** @type {string} */ action, /** @type {boolean} */ main, /** @type {boolean} */ may, /** @type {string} */ why) => html`<button class="btn ${main && may ? 'act' : ''} ${this.busy === action ? 'busy' : ''}" data-act=${action} title=${may ? '' : why} ?disabled=${!may || this.busy !== ''} @click=${() => {
      if (action === 'prove') {
        this.#do(action);
      } else {
        this.question = { title: t(`ex.res.${action}.ask`), text: t(`ex.res.${action}.text`, data.candidates.length), action: t(`ex.res.${action}`), run: () => this.#do(action) };
      }
    }}>${t(`ex.res.${action}`)}</button>`;
    return html`<div class="row">${PROVERS.includes(role) && over ? put('prove', closed && !proven, data.proof.state !== 'running', t('ex.res.prove.running')) : nothing}
      ${officer && closed ? put('confirm', true, proven && Number(data.open) === 0, Number(data.open) > 0 ? t('ex.res.confirm.open') : t('ex.res.confirm.unproven')) : nothing}
      ${officer && data.phase === 'confirmed' ? put('release', true, true, '') : nothing}
      ${['confirmed', 'released'].includes(data.phase) ? html`<a class="btn" download target="_blank" href=${path`/api/exams/${data.id}/folder`}>${icon('down', 14)}${t('ex.res.folder')}</a>` : nothing}</div>`;
  }

  /** @param {any} data */
  #proof(data) {
    const { state, done, of, different } = data.proof;
    if (state === 'running') {
      return html`<p class="row" role="status"><progress max=${of || 1} .value=${done} aria-label=${t('ex.res.proving', done, of)}></progress><span>${t('ex.res.proving', done, of)}</span></p>`;
    }
    if (state === 'none') {
      return html`<p class="mut">${t('ex.res.unproven')}</p>`;
    }
    return different > 0 ? html`<p class="row xdiff t1" role="alert">${priority(1, 20)}<span>${t('ex.res.differs', different)}</span></p>` : html`<p class="row xgood">${icon('check', 16)}<span>${t('ex.res.proven', of)}</span>${data.fingerprint ? html`<span class="sp"></span><span class="cap">${t('ex.res.key', String(data.fingerprint).slice(0, 14))}</span>` : nothing}</p>`;
  }

  /** @param {any[]} list @param {any} chosen */
  #list(list, chosen) {
    return html`<table class="t xrt"><thead><tr><th>${t('ex.res.seat')}</th><th>${t('ex.res.name')}</th><th class="num">${t('ex.res.mark')}</th><th>${t('ex.res.outcome')}</th><th>${t('ex.res.critical')}</th></tr></thead><tbody>${list.map((one) => html`<tr class=${one === chosen ? 'sel' : ''} data-account=${one.account}><td>${one.seat}</td>
      <td><button class="xlink" aria-pressed=${one === chosen} @click=${() => { this.chosen = one.account; }}><b>${one.name}</b><span class="cap">${one.account}</span></button></td><td class="num"><b>${typeof one.mark === 'number' ? number(one.mark, 2) : DASH}</b></td>
      <td>${one.passed === undefined ? html`<span class="mut">${pick(one.stateText)}</span>` : html`<span class="tagc ${one.passed ? 'ok' : ''}">${icon(one.passed ? 'check' : 'close', 14)}${t(one.passed ? 'ex.res.passed' : 'ex.res.failed')}</span>`}</td><td>${one.critical.length > 0 ? html`<span class="row">${priority(2, 16)}${t('ex.times', one.critical.length)}</span>` : nothing}</td></tr>`)}</tbody></table>`;
  }

  /** @param {any} one */
  #detail(one) {
    return html`<h2>${one.seat} ${one.name} <span class="mut">${typeof one.mark === 'number' ? t('ex.points', number(one.mark, 2)) : pick(one.stateText)}</span></h2>${one.receipt ? html`<p class="mut">${t('ex.receipt.no', one.receipt)}</p>` : nothing}
      ${one.critical.length > 0 ? html`<p class="row xneed">${priority(2, 18)}<span>${t('ex.res.critical.text', one.critical.map((/** @type {string} */ word) => this.#critical(word)).join(t('ex.comma')))}</span></p>` : nothing}
      ${one.items.length === 0 ? html`<p class="mut">${t('ex.res.no-items')}</p>` : html`<ul class="xri">${one.items.map((/** @type {any} */ item, /** @type {number} */ i) => html`<li><div class="row"><b>${i + 1} ${pick(item.title)}</b><span class="sp"></span><b class="num">${number(item.points, 2)} / ${number(item.weight, 0)}</b></div>
        <div class="meter"><i ${css({ width: `${Math.round(100 * Math.min(1, item.points / Math.max(1, item.weight)))}%` })}></i></div>
        <div class="row wrapl"><span class="mut">${item.usedS === undefined ? t('ex.res.not-begun') : t('ex.res.used', duration(item.usedS))}</span><span class="tagc ${item.proof === 'same' ? 'ok' : item.proof === 'different' ? 't1' : ''}">${PROOFS[item.proof] ? icon(PROOFS[item.proof], 14) : item.proof === 'different' ? priority(1, 14) : nothing}${t(`ex.proof.${item.proof}`)}</span><span class="sp"></span>${item.work ? html`<a class="btn s" href=${item.kind === 'hazop' ? path`/hazop-task/${item.work}` : path`/score/${item.work}`}>${icon('eye', 14)}${t('ex.res.evidence')}</a>` : nothing}</div></li>`)}</ul>`}`;
  }

  /** @param {string} word */
  #critical(word) {
    return t(`ex.critical.${['interlock', 'bypass'].includes(word) ? word : 'other'}`, word);
  }
}

customElements.define('ots-exam-results', ResultsPage);
