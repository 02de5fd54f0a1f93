// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { DASH } from '../core/format.js';
import { hasText, language, pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { count } from './rig-words.js';

/** @typedef {import('../core/i18n.js').LocalText} LocalText */
/** @typedef {{ number: number, time: number, who: string, what: string, details: Record<string, string> }} Entry */
/** @typedef {{ verified: boolean, sound: number, lines: number, hash: string, problem?: { line: number, code: string, text: LocalText },
 *   matching: number, page: number, size: number, entries: Entry[] }} Audit */

const REFRESH_MS = 5000;
const TYPING_MS = 300;
const PAGE = 50;
const SHORT_HASH = 12;

/** The audit of the write gate: who did what, and whether the file is as it was written. */
class AuditView extends LightElement {
  static properties = { audit: { state: true }, failure: { state: true }, search: { state: true }, page: { state: true } };

  constructor() {
    super();
    /** @type {Audit | null} */
    this.audit = null;
    this.failure = '';
    this.search = '';
    this.page = 0;
    this.number = 0;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.typing = undefined;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.every(REFRESH_MS, () => document.visibilityState === 'visible' && this.#load());
    this.endings.push(() => clearTimeout(this.typing));
  }

  async #load() {
    const number = ++this.number;
    try {
      const audit = await api.get(`/api/rig/audit?size=${PAGE}&page=${this.page}&q=${encodeURIComponent(this.search.trim())}`);
      if (number === this.number) {
        this.audit = audit;
        this.failure = '';
      }
    } catch (error) {
      if (number === this.number) {
        this.failure = errorText(error);
      }
    }
  }

  /** @param {string} text */
  #find(text) {
    this.search = text;
    this.page = 0;
    clearTimeout(this.typing);
    this.typing = setTimeout(() => this.#load(), TYPING_MS);
  }

  /** @param {number} page */
  #turn(page) {
    this.page = page;
    this.#load();
  }

  render() {
    const { audit, failure } = this;
    if (!audit) {
      return failure ? html`<section class="sheet pad rge"><p role="alert">${failure}</p></section>` : nothing;
    }
    const last = Math.max(0, Math.ceil(audit.matching / PAGE) - 1);
    return html`<section class="sheet rgv"><div class="row rgbar"><label class="rgfind">${icon('search')}<input class="field" maxlength="100" placeholder=${t('rig.audit.search')} aria-label=${t('rig.audit.search')} .value=${this.search} @input=${(/** @type {any} */ event) => this.#find(event.target.value)}></label>
        ${audit.verified ? html`<span class="tagc ok" role="status" title=${audit.hash}>${icon('check', 14)}${t('rig.audit.sound', count(audit.sound))}</span><span class="cap cutl gah" title=${audit.hash}>${t('rig.audit.hash', audit.hash.slice(0, SHORT_HASH))}</span>` : nothing}<span class="sp"></span>
        <span class="mut" role="status">${t('rig.audit.matching', count(audit.matching))}</span>
        <button class="btn s" ?disabled=${this.page === 0} aria-label=${t('rig.audit.newer')} @click=${() => this.#turn(this.page - 1)}>${icon('left')}</button><span>${this.page + 1} / ${last + 1}</span><button class="btn s" ?disabled=${this.page >= last} aria-label=${t('rig.audit.older')} @click=${() => this.#turn(this.page + 1)}>${icon('right')}</button>
        <a class="btn s" href="/api/rig/audit.jsonl" download target="_blank">${t('rig.audit.download')}</a></div>
      ${failure ? html`<p class="row err rgd0" role="alert">${failure}</p>` : nothing}
      ${audit.problem ? html`<div class="row t1 gab" role="alert">${priority(1, 24)}<div><b>${t('rig.audit.broken', audit.problem.line, audit.lines)}</b><p>${pick(audit.problem.text)} <span class="cap">${audit.problem.code}</span></p></div></div>` : nothing}
      <div class="scroll" tabindex="0" aria-label=${t('rig.tab.audit')}><table class="t rgtab gat"><thead><tr><th class="aw1 num">${t('rig.audit.col.number')}</th><th class="aw2">${t('rig.audit.col.time')}</th><th class="aw3">${t('rig.audit.col.who')}</th><th class="aw4">${t('rig.audit.col.what')}</th><th class="aw5">${t('rig.audit.col.tag')}</th><th class="aw6 num">${t('rig.audit.col.old')}</th><th class="aw7 num">${t('rig.audit.col.new')}</th><th class="aw8">${t('rig.audit.col.result')}</th></tr></thead>
      <tbody>${audit.entries.map((one) => this.#row(one))}</tbody></table>${audit.entries.length === 0 ? html`<p class="mut rgd0">${t(this.search.trim() ? 'rig.audit.no-match' : 'rig.audit.none')}</p>` : nothing}</div></section>`;
  }

  /** @param {Entry} one */
  #row(one) {
    const { details } = one;
    const key = `rig.audit.what.${one.what}`;
    const result = this.#result(one);
    const who = one.who === 'bridge' ? t('rig.audit.bridge') : one.who;
    return html`<tr data-what=${one.what}><td class="num">${one.number}</td><td>${this.#time(one.time)}</td><td><span class="cutl" title=${who}>${who}</span></td><td><span class="rgql">${one.what === 'end' ? priority(2, 16) : nothing}<span class="cutl">${hasText(key) ? t(key) : one.what}</span></span></td><td><span class="cutl" title=${details.tag ?? ''}>${details.tag ?? DASH}</span></td><td class="num">${details.from ?? DASH}</td><td class="num">${details.to ?? DASH}</td><td><span class=${result === '' ? 'mut' : ''}>${result === '' ? DASH : result}</span></td></tr>`;
  }

  /** @param {Entry} one */
  #result({ what, details }) {
    switch (what) {
      case 'end': return (language() === 'en' ? details.reasonEn : details.reason) ?? '';
      case 'done': return t('rig.audit.read', details.read ?? '');
      case 'approve': return t('rig.audit.prepared', details.prepared ?? '');
      case 'open': return t('rig.audit.targets', (details.targets ?? '').split(' ').filter((tag) => tag !== '').length);
      default: return '';
    }
  }

  /** @param {number} time */
  #time(time) {
    return new Intl.DateTimeFormat(language(), { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hour12: false }).format(time);
  }
}

customElements.define('ots-rig-audit', AuditView);
