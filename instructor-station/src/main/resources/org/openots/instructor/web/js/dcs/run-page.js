// @ts-check
import { html, nothing } from 'lit';
import { keyed } from 'lit/directives/keyed.js';
import { path } from '../core/api.js';
import { css } from '../core/css.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, number } from '../core/format.js';
import { language, pick, t, toggleLanguage } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { lastCall, lastMessage } from '../core/radio.js';
import { router } from '../core/router.js';
import { RunStore } from '../core/run-store.js';
import { session } from '../core/session.js';
import { AlarmTone } from '../core/tone.js';
import '../graphic/graphic.js';
import './alarm-page.js';
import './banner.js';
import './device-plate.js';
import { isFaultTask } from './diagnosis-panel.js';
import './faceplate.js';
import './interlock-page.js';
import './mini-trends.js';
import './record-page.js';
import { currentStep } from './procedure.js';
import './run-menu.js';
import './trend-page.js';
import { RigStatus } from '../rig/rig-status.js';
import { linkOf } from '../rig/rig-words.js';
import '../field/field-panel.js';
import '../field/field3d.js';
import { isDrill } from '../hazop/drill-panel.js';
import '../exam/exam-bar.js';
import { myExam } from '../exam/my-exam.js';

const TABS = ['graphic', 'field', 'trends', 'alarms', 'interlocks', 'procedure'];
/** A drill has no procedure to follow: what is wrong is to be found out. */
const DRILL_TABS = ['graphic', 'field', 'trends', 'alarms', 'interlocks', 'drill'];
/** So it is with a hidden fault. */
const FAULT_TABS = ['graphic', 'field', 'trends', 'alarms', 'interlocks', 'diagnosis'];
/** At a rig the field is the rig itself; what people read there is written into the record. */
const RIG_TABS = ['graphic', 'record', 'trends', 'alarms', 'interlocks', 'procedure'];
const WATCH_TABS = ['graphic', 'trends', 'alarms', 'interlocks'];
/** How often the link to the rig is asked for, ms. */
const RIG_MS = 5000;
const GRAPHIC_TABS = ['graphic', 'field'];
const FIELD_MARKS = ['sample', 'check', 'ppe', 'detector', 'radio', 'log', 'report'];
const NOTICE_MS = 8000;
const SECOND_MS = 1000;
const SLOW_MS = 300;

/** Whether the run stands still because its time is over. @param {RunStore} store */
function timeUp(store) {
  return store.run.state === 'frozen' && store.remaining === 0;
}

/** The frame around all pages of a run: top bar, page, procedure, alarm banner; and the states of the connection. */
class RunPage extends LightElement {
  static properties = {
    runId: {}, tab: {}, observer: { type: Boolean },
    selected: { state: true }, failure: { state: true }, notice: { state: true }, heard: { state: true }, unfolded: { state: true }, question: { state: true }, trendTag: { state: true }, slow: { state: true },
  };

  constructor() {
    super();
    this.runId = '';
    this.tab = 'graphic';
    this.observer = false;
    /** @type {{ kind: string, tag: string, device?: string } | null} */
    this.selected = null;
    this.failure = '';
    /** @type {{ tag: string, text: string } | null} */
    this.notice = null;
    /** The call that was read. @type {import('../core/types.js').RunEvent | null} */
    this.heard = null;
    this.unfolded = false;
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    this.trendTag = '';
    this.slow = false;
  }

  connectedCallback() {
    super.connectedCallback();
    document.documentElement.dataset.world = 'dcs';
    this.store = new RunStore(this.runId);
    this.tone = new AlarmTone();
    this.follow(this.store);
    this.follow(myExam.moved);
    this.endings.push(this.store.subscribe(() => this.tone?.hear(this.store?.alarms ?? [])));
    this.endings.push(() => { this.store?.close(); this.tone?.end(); });
    this.listen(this, 'refused', (event) => this.#refused(event.detail));
    this.listen(this, 'tab', (event) => this.#go(event.detail));
    this.listen(this, 'menu', (event) => this.#menu(event.detail));
    this.listen(this, 'fold', () => { this.unfolded = false; });
    this.every(SECOND_MS, () => this.store?.link === 'lost' && this.requestUpdate());
    setTimeout(() => { this.slow = true; }, SLOW_MS);
    this.#open();
  }

  async #open() {
    this.failure = '';
    try {
      await this.store?.open();
      this.#followRig();
    } catch (error) {
      this.failure = errorText(error);
      if (this.store?.plant) {
        this.#refused({ error, target: this.runId });
      }
    }
  }

  /** A run on a rig shows how the link to the rig is. */
  #followRig() {
    if (this.store?.rig && !this.rig) {
      this.rig = new RigStatus();
      this.follow(this.rig);
      this.endings.push(this.rig.every(RIG_MS));
    }
  }

  /** @param {Map<string, any>} changed */
  willUpdate(changed) {
    if (changed.has('tab') && changed.get('tab') !== undefined) {
      this.selected = null;
      this.unfolded = false;
    }
  }

  /** @param {{ error: any, target: string }} detail */
  #refused({ error, target }) {
    this.notice = { tag: target, text: errorText(error) };
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => { this.notice = null; }, NOTICE_MS);
  }

  /** @param {string} tab */
  #go(tab) {
    router.go(path`/run/${this.runId}/${tab}`);
  }

  /** @param {{ action: string, tag: string }} detail */
  #menu({ action, tag }) {
    if (action === 'trend') {
      this.trendTag = tag;
      this.#go('trends');
    } else if (action === 'alarms') {
      this.#go('alarms');
    } else if (action === 'related') {
      this.selected = { kind: 'related', tag };
    }
  }

  /** Whether this is the item of an exam at which the candidate is now. */
  get exam() {
    return myExam.working && myExam.mine.page === path`/run/${this.runId}`;
  }

  /** Whether this person may only look: at the run of another, or at the rig as everybody sees it. */
  get locked() {
    const mine = this.store?.rig && this.store.info?.owner === session.me?.account;
    return mine ? false : this.observer || Boolean(this.store?.watching);
  }

  get tabs() {
    return this.store?.watching ? WATCH_TABS : this.store?.rig ? RIG_TABS : isDrill(this.store?.info) ? DRILL_TABS : isFaultTask(this.store) ? FAULT_TABS : TABS;
  }

  render() {
    const store = this.store;
    if (!store?.plant || !store.info) {
      return html`<div class="dcs"><header class="top"></header>${this.failure ? html`<main class="main page-wait"><p class="note">${this.failure}</p><p><button class="btn" @click=${() => this.#open()}>${t('action.retry')}</button> <a class="btn" href="/">${t('run.leave')}</a></p></main>`
        : html`<main class="main page-wait">${this.slow ? html`<i></i><i></i><i></i>` : nothing}</main>`}</div>`;
    }
    const tab = this.tabs.includes(this.tab) && !(this.exam && this.tab === 'procedure') ? this.tab : 'graphic';
    const graphic = GRAPHIC_TABS.includes(tab);
    const lost = store.link === 'lost';
    const left = store.link === 'elsewhere' || store.link === 'out';
    return html`<div class="dcs ${graphic ? '' : 'wide'} ${lost || left ? 'stale' : ''} ${store.rig && !store.watching ? 'rigrun' : ''}" @keydown=${this.#key}>${this.#top(store, tab)}
      ${graphic ? this.#graphic(store, tab) : this.#page(store, tab)}
      ${graphic ? this.#strip(store, tab) : nothing}
      <ots-banner .store=${store} .tone=${this.tone}></ots-banner>${this.#messages(store)}${lost ? this.#lost(store) : left ? this.#left(store) : nothing}${ask(this.question, () => { this.question = null; })}</div>`;
  }

  /**
   * @param {RunStore} store
   * @param {string} tab
   */
  #top(store, tab) {
    const waiting = store.outbox.waiting.length;
    const chip = store.link === 'over' && this.exam ? nothing : store.link === 'over' ? html`<a class="btn s" href=${path`/score/${this.runId}`}>${t('run.score')}</a>`
      : ['elsewhere', 'out'].includes(store.link) ? html`<span class="chip">${icon('broken')}${t('save.ended')}</span>`
      : store.link === 'lost' ? html`<span class="chip">${icon('broken')}${waiting > 0 ? t('save.waiting', waiting) : t('save.lost')}</span>`
      : waiting > 0 ? html`<span class="chip">${icon('clock')}${t('save.waiting', waiting)}</span>`
      : store.link === 'live' ? html`<span class="chip" role="status">${icon('check')}${t('save.saved', store.durable)}</span>` : html`<span class="chip">${icon('clock')}${t('save.connecting')}</span>`;
    const info = /** @type {import('../core/types.js').RunDescription} */ (store.info);
    const seat = this.exam ? myExam.mine.seat : info.seat ?? session.me?.seat;
    const seatText = seat ? t('seat.n', seat) : '';
    const name = info.name ?? session.me?.name ?? '';
    const who = html`<span class="whoami" title="${seatText} ${name}">${seatText ? html`<span class="whose">${seatText}</span>` : nothing}<span class="cutl">${name}</span></span>`;
    const tabs = this.tabs.filter((name) => !(this.exam && name === 'procedure'));
    return html`<header class="top"><span class="unit cutl" title=${pick(store.plant?.title)}><span>${pick(store.plant?.title)}</span></span><nav class="tabs" aria-label=${t('nav.pages')}>${tabs.map((name) => html`<a href=${path`/run/${this.runId}/${name}`} aria-current=${name === tab ? 'page' : nothing}>${t(`tab.${name}`)}</a>`)}${this.#field3d(store)}${GRAPHIC_TABS.includes(tab) ? this.#radio('t3d roomy call') : nothing}</nav><span class="sp"></span>
      ${this.exam ? html`<ots-exam-bar .dcs=${true} .middle=${html`${chip}${who}`} .undone=${this.#undone(store)}></ots-exam-bar>`
        : html`${store.rig ? this.#rigChip() : nothing}<ots-run-menu .store=${store}></ots-run-menu>${store.watching ? nothing : chip}${store.rig ? html`<span class="roomy">${who}</span>` : who}`}
      <button class="btn s" lang=${language() === 'en' ? 'zh' : 'en'} @click=${() => toggleLanguage()}>${t('language.other')}</button></header>`;
  }

  /** The way into the plant on a lab PC, while there is something to operate. @param {RunStore} store */
  #field3d(store) {
    const there = this.tabs.includes('field') && store.info?.state !== 'closed' && ['student', 'instructor'].includes(session.me?.role ?? '');
    return there ? html`<ots-field3d .runId=${this.runId}></ots-field3d>` : nothing;
  }

  /** That this is a real rig, and how the link to it is. */
  #rigChip() {
    if (this.store.info?.state === 'closed') {
      return html`<span class="chip rigc"><b>${t(this.store.info?.virtual ? 'rig.chip.recorded.virtual' : 'rig.chip.recorded')}</b></span>`;
    }
    const link = linkOf(this.rig?.data ?? null);
    return html`<a class="chip rigc ${link.live ? '' : 'cutoff'}" href="/rig" role="status" title=${t('rig.chip.title')}>${icon(link.live ? 'link' : 'broken')}<b>${t(this.store.info?.virtual ? 'rig.chip.virtual' : 'rig.chip')}</b><span class="rigw">${link.word}</span></a>`;
  }

  /** What is not done yet of an item, in words. @param {RunStore} store */
  #undone(store) {
    const waiting = store.outbox.waiting.length;
    return waiting > 0 ? [t('ex.undone.waiting', waiting)] : [];
  }

  /** Hands an exercise in: it ends at its score sheet. */
  async #close() {
    try {
      await this.store?.end();
      router.go(path`/score/${this.runId}`);
    } catch (error) {
      this.#refused({ error, target: t('run.end') });
    }
  }

  /**
   * @param {RunStore} store
   * @param {string} tab
   */
  #graphic(store, tab) {
    const drawing = store.plant?.layout?.drawings?.[tab === 'field' ? 'field' : 'dcs'];
    const plate = this.#plate(store, tab);
    const left = this.#sideOf(drawing) === 'left';
    return html`<main class="main"><ots-graphic .store=${store} .drawing=${drawing} .selected=${this.selected?.tag ?? ''} @pick=${this.#pick}></ots-graphic>
      ${plate ? html`<div class="over ${left ? 'atl' : 'atr'}">${plate}</div>` : nothing}
      ${this.unfolded ? html`<div class="prover"><ots-procedure .store=${store}></ots-procedure></div>` : nothing}</main>
      <aside class="side">${plate ?? html`<section class="fp idle"><p>${t('faceplate.pick')}</p></section>`}
      ${tab === 'field' ? html`<ots-field-panel .store=${store} .list=${true} .selected=${this.selected} @pick=${this.#pick} @close=${() => { this.selected = null; }}></ots-field-panel>`
        : html`<ots-mini-trends .store=${store} .tag=${this.selected?.tag ?? ''}></ots-mini-trends>`}
      ${store.watching ? nothing : this.exam ? this.#section(store) : isFaultTask(store) ? this.#diagnosis('diagnosis') : isDrill(store.info) ? this.#diagnosis('drill') : html`<ots-procedure .store=${store}></ots-procedure>`}</aside>`;
  }

  /** Where a drill, or a hidden fault, is answered. @param {string} tab */
  #diagnosis(tab) {
    return html`<section class="pr sect"><h3>${t(`tab.${tab}`)}</h3><p class="foot">${t(`${tab}.how`)}</p><p class="foot"><a class="btn act" href=${path`/run/${this.runId}/${tab}`}>${t('drill.go')}</a></p></section>`;
  }

  /** The part of the exam, where the strip has no place. @param {RunStore} store */
  #section(store) {
    const { item } = myExam;
    const answered = isFaultTask(store) ? 'diagnosis' : isDrill(store.info) ? 'drill' : '';
    return html`<section class="pr sect"><h3>${t('ex.item.short', myExam.mine.item, myExam.mine.items.length)}<small>${t('ex.points', number(item.weight, item.weight % 1 === 0 ? 0 : 1))}</small></h3><p class="foot">${pick(item.title)}</p>${answered ? html`<p class="foot"><a class="btn act" href=${path`/run/${this.runId}/${answered}`}>${t('drill.go')}</a></p>` : nothing}</section>`;
  }

  /** The plate floats on the half without its tag. @param {any} drawing */
  #sideOf(drawing) {
    const tag = this.selected?.tag;
    const place = [...(drawing?.tiles ?? []), ...(drawing?.symbols ?? []), ...(drawing?.gauges ?? []), ...(drawing?.marks ?? [])].find((item) => (item.tag ?? item.id) === tag);
    return (place?.x ?? 0) > (drawing?.viewBox?.[2] ?? 1024) / 2 - 46 ? 'left' : 'right';
  }

  /**
   * @param {RunStore} store
   * @param {string} tab
   */
  #plate(store, tab) {
    const { selected } = this;
    if (!selected) {
      return null;
    }
    const close = () => { this.selected = null; };
    const key = `${selected.kind} ${selected.tag} ${tab}`;
    if (selected.kind === 'related') {
      return keyed(key, html`<div @close=${close}><ots-mini-trends .store=${store} .tag=${selected.tag}></ots-mini-trends></div>`);
    }
    if (selected.kind === 'device') {
      return keyed(key, html`<ots-device-plate .store=${store} .tag=${selected.tag} .kind=${selected.device ?? ''} .place=${tab === 'field' ? 'field' : 'dcs'} .locked=${this.locked} @close=${close}></ots-device-plate>`);
    }
    if (FIELD_MARKS.includes(selected.kind)) {
      return keyed(key, html`<ots-field-panel .store=${store} .selected=${selected} .board=${tab !== 'field'} .locked=${this.locked} @close=${close}></ots-field-panel>`);
    }
    return keyed(key, html`<ots-faceplate .store=${store} .tag=${selected.tag} .locked=${this.locked} @close=${close}></ots-faceplate>`);
  }

  /** @param {CustomEvent} event */
  #pick(event) {
    if (event.detail.kind === 'interlock') {
      this.#go('interlocks');
      return;
    }
    this.selected = event.detail;
    this.unfolded = false;
  }

  /**
   * @param {RunStore} store
   * @param {string} tab
   */
  #page(store, tab) {
    switch (tab) {
      case 'trends': return html`<ots-trend-page .store=${store} .tag=${this.trendTag}></ots-trend-page>`;
      case 'alarms': return html`<ots-alarm-page .store=${store} .locked=${this.locked}></ots-alarm-page>`;
      case 'interlocks': return html`<ots-interlock-page .store=${store} .locked=${this.locked}></ots-interlock-page>`;
      case 'record': return html`<ots-record-page .store=${store} .locked=${this.locked}></ots-record-page>`;
      case 'diagnosis': return html`<ots-diagnosis-panel .store=${store} .locked=${this.locked}></ots-diagnosis-panel>`;
      case 'drill': return html`<ots-drill-panel .store=${store} .locked=${this.locked}></ots-drill-panel>`;
      default: return html`<ots-procedure-page .store=${store}></ots-procedure-page>`;
    }
  }

  /**
   * The one line of the procedure on small screens, with the radio, which has no place in the drawing.
   * @param {RunStore} store
   * @param {string} tab
   */
  #strip(store, tab) {
    const proc = store.proc;
    const step = currentStep(proc);
    const held = store.run.state !== 'running';
    if (store.watching) {
      return html`<section class="strip"><b>${pick(proc?.title)}</b><span class="dim cutl">${t('rig.run.watch.note')}</span></section>`;
    }
    if (this.exam) {
      return html`<section class="strip"><b>${t('ex.item.short', myExam.mine.item, myExam.mine.items.length)}</b><span class="cutl">${pick(myExam.item.title)}</span>${held ? html`<span class="dim">${myExam.mine.still ? t('ex.still') : this.#stateWord(store)}</span>` : nothing}<span class="sp"></span>${this.#radio('btn s call')}${isDrill(store.info) ? html`<a class="btn s" href=${path`/run/${this.runId}/drill`}>${t('drill.go')}</a>` : nothing}</section>`;
    }
    return html`<section class="strip">${proc ? html`<b>${proc.task} ${pick(proc.title)}</b>` : html`<b>${store.info?.task ?? ''}</b>`}
      ${proc && step ? html`<span class="dim">${step.no} / ${proc.steps.length}</span>` : nothing}
      ${held ? html`<span>${this.#stateWord(store)}</span>` : step ? html`<span class="cutl">${pick(step.text)}</span>` : nothing}
      ${!held && step?.hold && step.state === 'ACTIVE' ? html`<span class="prog w160"><i ${css({ width: `${Math.min(100, (100 * step.hold[0]) / Math.max(1, step.hold[1]))}%` })}></i></span><span>${number(step.hold[0], 0)} / ${number(step.hold[1], 0)} s</span>` : nothing}
      <span class="sp"></span>
      ${this.#radio('btn s call')}
      ${isDrill(store.info) || isFaultTask(store) ? html`<a class="btn s" href=${path`/run/${this.runId}/${isFaultTask(store) ? 'diagnosis' : 'drill'}`}>${t('drill.go')}</a>` : !proc ? nothing : html`<button class="btn s" aria-expanded=${this.unfolded} @click=${() => { this.unfolded = !this.unfolded; this.selected = null; }}>${this.unfolded ? t('procedure.fold') : t('procedure.unfold')} ${icon(this.unfolded ? 'down' : 'up')}</button>`}</section>`;
  }

  /** The radio of the operator at this page, where there is somebody to be called; who only watches has none. @param {string} look */
  #radio(look) {
    return this.tabs.includes('field') && !this.locked ? html`<button class=${look} @click=${() => { this.selected = { kind: 'radio', tag: 'RADIO' }; this.unfolded = false; }}>${icon('radio')}${t('field.radio')}</button>` : nothing;
  }

  /** @param {RunStore} store */
  #stateWord(store) {
    const { state } = store.run;
    const name = store.by;
    return timeUp(store) ? t('run.time-up') : state === 'held' ? t('run.held') : state === 'closed' ? t('run.closed') : name ? t('run.frozen.by', name) : t('run.frozen');
  }

  /** What is not normal about the run, and the last refusal. @param {RunStore} store */
  #messages(store) {
    const { state, since } = store.run;
    const over = state === 'closed' && store.wasLive && !this.exam;
    const held = state === 'held' ? (store.stuck ? t('run.held.text', clock(since ?? store.time)) : t('run.held.link', clock(since ?? store.time))) : over ? t('run.closed.text') : '';
    return html`<div class="msgs" aria-live="polite">
      ${timeUp(store) && !this.exam ? html`<p class="note">${priority(2, 20)}<span>${t('run.time-up.text')}</span>${this.observer ? nothing : html`<button class="btn s act" @click=${() => this.#close()}>${t('run.end')}</button>`}</p>` : nothing}
      ${held ? html`<p class="note">${priority(2, 20)}<span>${held}</span>${over ? html`<a class="btn s" href=${path`/score/${this.runId}`}>${t('run.score')}</a>` : nothing}</p>` : nothing}
      ${this.#call(store, this.tab === 'field')}${this.#told(store)}
      ${this.notice ? html`<p class="note"><b>${this.notice.tag}</b><span>${this.notice.text}</span><button class="btn s ibtn" aria-label=${t('action.close')} @click=${() => { this.notice = null; }}>${icon('close')}</button></p>` : nothing}</div>`;
  }

  /**
   * What the other operator just said on the radio, until it is read.
   * @param {RunStore} store
   * @param {boolean} board whether the board said it
   */
  #call(store, board) {
    const call = lastCall(store, board);
    if (!call || call === this.heard) {
      return nothing;
    }
    return html`<p class="note radio" role="status">${icon('radio')}<time>${clock(call.time)}</time><span>${pick(call.text)}</span><button class="btn s ibtn" aria-label=${t('action.close')} @click=${() => { this.heard = call; }}>${icon('close')}</button></p>`;
  }

  /** What the exercise just told the trainee, until it is read. @param {RunStore} store */
  #told(store) {
    const told = lastMessage(store);
    return told && told !== this.heard ? html`<p class="note told" role="status">${icon('person')}<time>${clock(told.time)}</time><b>${t('message.from')}</b><span>${pick(told.text)}</span><button class="btn s ibtn" aria-label=${t('action.close')} @click=${() => { this.heard = told; }}>${icon('close')}</button></p>` : nothing;
  }

  /** @param {RunStore} store */
  #lost(store) {
    const since = (Date.now() - store.lostAt) / 1000;
    const wait = Math.max(0, Math.ceil((store.retryAt - Date.now()) / 1000));
    const unsent = store.outbox.waiting;
    return html`<section class="lost" role="alertdialog" aria-label=${t('lost.title')}><h2>${priority(1, 28)}${t('lost.title')} ${clock(since)}</h2>
      <p>${t(this.exam ? 'lost.exam' : 'lost.picture', clock(store.time))}</p><p>${t('lost.saved', store.durable, unsent.length)}</p>
      ${unsent.length > 0 ? html`<ol class="unsent">${unsent.map((one) => html`<li>${one.target} ${one.verb} ${number(one.value, 1)}</li>`)}</ol>` : nothing}
      <p class="ln"><button class="btn act" @click=${() => store.reconnect()}>${t('lost.now')}</button><span class="dim">${wait > 0 ? t('lost.next', store.attempt, wait) : t('lost.trying')}</span></p></section>`;
  }

  /** The page has stopped for good: the account is in use on another computer, or signed out. @param {RunStore} store */
  #left(store) {
    const unsent = store.outbox.waiting;
    return html`<section class="lost" role="alertdialog" aria-label=${t(`left.${store.link}`)}><h2>${priority(2, 28)}${t(`left.${store.link}`)}</h2>
      <p>${t(`left.${store.link}.how`)}</p>${unsent.length > 0 ? html`<p>${t('left.unsent', unsent.length)}</p>` : nothing}
      <p class="ln"><button class="btn act" @click=${() => { session.forget(); router.go('/sign-in'); }}>${t('left.sign-in')}</button></p></section>`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape' && !event.defaultPrevented) {
      this.selected = null;
      this.unfolded = false;
    }
  }
}

customElements.define('ots-run', RunPage);
