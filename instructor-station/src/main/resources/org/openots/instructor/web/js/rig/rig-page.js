// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import './audit-view.js';
import './gate-view.js';
import './history-view.js';
import './map-view.js';
import { RigStatus } from './rig-status.js';
import { linkOf } from './rig-words.js';
import './skills-view.js';
import './status-view.js';
import './tags-view.js';
import './twin-view.js';

const TABS = ['status', 'tags', 'trends'];
/** Who may write to the rig, and who may read what was written; the station sees to it that nobody else does. */
const WRITERS = ['instructor', 'rig-engineer'];
const READERS = [...WRITERS, 'assessor', 'supervisor', 'admin'];
/** Tabs that there is something to see on without an open bridge. */
const ALWAYS = ['status', 'skills', 'mapping', 'audit'];
/** Who sees the twin: its causes are the answer to a hidden fault. */
const TWIN_READERS = ['instructor', 'assessor', 'rig-engineer'];
/** Who makes the tag map. */
const ENGINEER = 'rig-engineer';
/** How often the state is asked for, ms. */
const REFRESH_MS = 2000;

/** The school's rig: how its bridge is, its tags, its history, the skills that are trained at it, and a look at it. */
class RigPage extends LightElement {
  static properties = { tab: {}, tag: {}, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.tab = 'status';
    this.tag = '';
    this.failure = '';
    this.busy = false;
    this.rig = new RigStatus();
  }

  connectedCallback() {
    super.connectedCallback();
    this.follow(this.rig);
    if (!this.auditor) {
      this.endings.push(this.rig.every(REFRESH_MS));
    }
  }

  async #watch() {
    this.busy = true;
    this.failure = '';
    try {
      const run = await api.post('/api/rig/watch');
      router.go(path`/run/${run.id}/graphic`);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** The administrator looks after the audit and sees nothing else of the rig. */
  get auditor() {
    return session.me?.role === 'admin';
  }

  /** The tabs of this person. */
  get tabs() {
    const role = session.me?.role ?? '';
    return this.auditor ? ['audit'] : [...TABS, ...(TWIN_READERS.includes(role) ? ['twin'] : []), 'skills', ...(role === ENGINEER ? ['mapping'] : []), ...(WRITERS.includes(role) ? ['gate'] : []), ...(READERS.includes(role) ? ['audit'] : [])];
  }

  /** What matters, in one sentence. */
  get finding() {
    const { data } = this.rig;
    if (this.auditor) {
      return t('rig.tab.audit');
    }
    if (!data) {
      return '\u00a0';
    }
    if (data.state !== 'open') {
      return t(`rig.finding.${data.state}`);
    }
    const link = linkOf(data);
    const { bad, uncertain, total } = data.tags;
    return !link.live ? t('rig.finding.lost', link.word) : bad + uncertain === 0 ? t('rig.finding.good', total)
      : uncertain === 0 ? t('rig.finding.bad', bad, total) : t('rig.finding.some', bad, uncertain, total);
  }

  render() {
    const { data, failure } = this.rig;
    const open = data?.state === 'open';
    const words = this.failure || failure;
    return html`<div class="station">${bar('rig')}<main class="wrap rgp"><header class="hd"><div class="rgh"><p class="cap cutl">${pick(data?.title) || t('nav.rig')}</p><h1 class="cutl" title=${this.finding}>${this.finding}</h1></div><span class="sp"></span>
      ${segment(this.tabs.map((value) => ({ value, text: t(`rig.tab.${value}`), disabled: !open && !ALWAYS.includes(value) })), this.auditor ? 'audit' : this.tab, (value) => router.go(value === 'status' ? '/rig' : `/rig/${value}`), t('rig.tabs'), 's')}
      ${this.auditor ? nothing : html`<button class="btn s act ${this.busy ? 'busy' : ''}" ?disabled=${!open || this.busy} title=${open ? '' : this.finding} @click=${() => this.#watch()}>${icon('eye')}${t('rig.watch')}</button>`}</header>
      ${words ? html`<p class="row err" role="alert">${words} <button class="btn s" @click=${() => this.rig.load()}>${t('action.retry')}</button></p>` : nothing}
      ${this.tabs.includes('audit') && (this.auditor || this.tab === 'audit') ? html`<ots-rig-audit></ots-rig-audit>` : data ? this.#view(data) : nothing}</main></div>`;
  }

  /** @param {import('./rig-words.js').Rig} data */
  #view(data) {
    if (this.tab === 'skills') {
      return html`<ots-rig-skills .open=${data.state === 'open'}></ots-rig-skills>`;
    }
    if (this.tab === 'mapping' && session.me?.role === ENGINEER) {
      return html`<ots-rig-mapping .rig=${data} @map-saved=${() => this.rig.load()}></ots-rig-mapping>`;
    }
    if (data.state !== 'open') {
      const student = session.me?.role === 'student';
      return html`<section class="sheet pad rge">${data.failure && !student ? html`<p>${pick(data.failure)}</p>` : nothing}<p class="mut">${t(student ? 'rig.how.student' : `rig.how.${data.state}`)}</p></section>`;
    }
    switch (this.tabs.includes(this.tab) ? this.tab : 'status') {
      case 'gate': return html`<ots-rig-gate></ots-rig-gate>`;
      case 'tags': return html`<ots-rig-tags></ots-rig-tags>`;
      case 'twin': return html`<ots-rig-twin></ots-rig-twin>`;
      case 'trends': return html`<ots-rig-history .tag=${this.tag}></ots-rig-history>`;
      default: return html`<ots-rig-state .rig=${data}></ots-rig-state>`;
    }
  }
}

customElements.define('ots-rig', RigPage);
