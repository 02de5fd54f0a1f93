// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask, segment, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, duration, number, seconds } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';

const SPEEDS = [0.2, 0.5, 1, 2, 5, 10, 20];
const MOST_SPEEDS = 6;

/** Run control as far as the task allows: freeze, speed, rewind, restart, end. */
class RunMenu extends LightElement {
  static properties = { store: { attribute: false }, open: { state: true }, back: { state: true }, failure: { state: true }, question: { state: true } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.open = false;
    /** @type {string | null} */
    this.back = null;
    this.failure = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
    this.listen(window, 'pointerdown', (event) => {
      if (this.open && !this.question && !event.composedPath().includes(this)) {
        this.open = false;
      }
    });
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const { state, speed } = store.run;
    const word = state === 'frozen' ? frozen(store.by) : state === 'held' ? t('run.held') : state === 'closed' ? t('run.closed') : store.rig ? t(store.watching ? 'rig.run.live' : 'rig.run.recording') : `\u00d7${number(speed, speed % 1 === 0 ? 0 : 1)}`;
    return html`<span class="runm"><button class="run" aria-haspopup="true" aria-expanded=${this.open} title=${t('run.menu')} @click=${() => { this.open = !this.open; this.failure = ''; }} @keydown=${this.#key}>
      ${icon(state === 'running' ? 'play' : 'pause')}<b>${word}</b> ${clock(store.time)}${icon(this.open ? 'up' : 'down')}</button>
      ${this.open ? this.#menu() : nothing}</span>${ask(this.question, () => { this.question = null; })}`;
  }

  /** @param {KeyboardEvent} event */
  #key(event) {
    if (event.key === 'Escape') {
      this.open = false;
    }
  }

  #menu() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const allowed = store.info?.allowed ?? {};
    const [low, high] = allowed.speed ?? [1, 1];
    const speeds = SPEEDS.filter((one) => one >= low && one <= high).slice(-MOST_SPEEDS);
    const frozen = store.run.state === 'frozen';
    const live = store.link === 'live';
    const teacher = store.frozenByTeacher && session.me?.account === store.info?.owner;
    return html`<section class="pop" role="dialog" aria-label=${t('run.menu')} @keydown=${this.#key}>
      ${store.info?.branchOf ? html`<p class="note">${icon('branch')}<span>${t('branch.menu', clock(store.info.branchTime ?? 0))}</span></p>` : nothing}
      ${store.rig ? html`<p class="hintl">${t(store.watching ? 'rig.run.watch.note' : 'rig.run.note')}</p>` : nothing}
      ${teacher ? html`<p class="note">${t('run.frozen.teacher')}</p>` : nothing}
      ${allowed.freeze && !teacher && !store.rig ? html`<button class="btn ${frozen ? 'act' : ''}" ?disabled=${!live} @click=${() => this.#control(frozen ? 'run' : 'freeze')}>${icon(frozen ? 'play' : 'pause')}${frozen ? t('run.go') : t('run.freeze')}</button>` : nothing}
      ${speeds.length > 1 && !teacher && !store.rig ? html`<div><label>${t('run.speed')}</label>${segment(speeds.map((value) => ({ value, text: `\u00d7${value}`, disabled: !live })), store.run.speed, (value) => this.#control('speed', value), t('run.speed'), 's')}</div>` : nothing}
      ${allowed.rewind && !teacher && !store.rig ? html`<div><label for="back">${t('run.back.to')}</label><div class="ln"><input id="back" class="field" .value=${this.back ?? clock(Math.max(0, store.time - 60))} @input=${(/** @type {any} */ event) => { this.back = event.target.value; }}
        @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && this.#rewind()}><button class="btn danger" ?disabled=${!live} @click=${() => this.#rewind()}>${icon('undo')}${t('run.back')}</button></div>
        <div class="ln"><button class="btn" ?disabled=${!live} @click=${() => this.#askBranch()}>${icon('branch')}${t('branch.do')}</button></div></div>` : nothing}
      ${wrong(this.failure)}
      <div class="ln wrapl">${allowed.restart && !teacher && !store.rig ? html`<button class="btn danger" ?disabled=${!live} @click=${() => {
        this.question = { title: t('run.restart.ask'), text: t('run.restart.loss', clock(store.time)), action: t('run.restart'), danger: true, run: () => this.#control('restart') };
      }}>${t('run.restart')}</button>` : nothing}
      ${store.watching ? nothing : html`<button class="btn danger" ?disabled=${!live} @click=${() => {
        this.question = { title: t('run.end.ask'), text: t('run.end.loss', clock(store.time)), action: t('run.end'), danger: true, run: () => this.#end() };
      }}>${t('run.end')}</button>`}<a class="btn" href=${store.rig ? '/rig' : '/'}>${t('run.leave')}</a></div>
      ${store.outbox.waiting.length > 0 ? html`<div><label>${t('run.unsent')}</label><ol class="unsent">${store.outbox.waiting.map((one) => html`<li>${one.target} ${one.verb} ${number(one.value, 1)}</li>`)}</ol></div>` : nothing}</section>`;
  }

  /** The past time that was typed, s; null, and said, when it is none. */
  #target() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const target = seconds(this.back ?? clock(Math.max(0, store.time - 60)));
    const wrong = Number.isNaN(target) || target > store.time;
    this.failure = wrong ? t('run.back.wrong', this.back ?? '', clock(store.time)) : '';
    return wrong ? null : target;
  }

  #askBranch() {
    const target = this.#target();
    if (target !== null) {
      this.question = { title: t('branch.ask', clock(target)), text: t('branch.text'), action: t('branch.do'), run: () => this.#branch(target) };
    }
  }

  /** @param {number} time */
  async #branch(time) {
    try {
      const made = await api.post(path`/api/runs/${this.store?.runId ?? ''}/branch`, { time });
      router.go(path`/run/${made.id}/graphic`);
    } catch (error) {
      this.failure = errorText(error);
      this.open = true;
    }
  }

  #rewind() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const target = this.#target();
    if (target === null) {
      return;
    }
    this.question = { title: t('run.back.ask', clock(target)), text: t('run.back.loss', clock(target), duration(store.time - target)), action: t('run.back'), danger: true, run: () => this.#control('rewind', target) };
  }

  /**
   * @param {string} action
   * @param {number} [value]
   */
  async #control(action, value) {
    this.failure = '';
    try {
      await this.store?.control(action, value);
      if (action !== 'speed') {
        this.open = false;
      }
      this.back = null;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  async #end() {
    try {
      await this.store?.end();
      router.go(path`/score/${this.store?.runId ?? ''}`);
    } catch (error) {
      this.failure = errorText(error);
      this.open = true;
    }
  }
}

/** Who froze the run is said in the bar where there is room, else in the strip below the graphic. @param {string} name */
function frozen(name) {
  return name ? html`<span class="roomy">${t('run.frozen.by', name)}</span><span class="tight">${t('run.frozen')}</span>` : t('run.frozen');
}

customElements.define('ots-run-menu', RunMenu);
