// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../core/api.js';
import { css } from '../core/css.js';
import { modal, segment, shut } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { DASH, date, duration, number, signed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { session } from '../core/session.js';
import { count, wall } from './rig-words.js';
import './twin-trend.js';
import { againstOf, alarmsOf, findingOf, fine } from './twin-words.js';

/** @typedef {import('./twin-words.js').Twin} Twin */
/** @typedef {import('./twin-words.js').TwinTag} TwinTag */
/** @typedef {import('./twin-words.js').Cause} Cause */

/** How often the state is asked for, ms. */
const REFRESH_MS = 2000;
const KEEPERS = ['instructor', 'rig-engineer'];
const PANELS = ['causes', 'parameters', 'soft', 'events'];
const LENGTHS = [10, 30, 60, 120, 240];
const USUAL_MINUTES = 60;
/** The bar of residuals ends here, sigma. */
const BAR_SIGMAS = 6;
const PHASES = ['recording', 'fitting', 'settling'];

/** The digital twin beside the rig: model and rig side by side, alarms with their likely causes, what is estimated. */
class TwinView extends LightElement {
  static properties = {
    twin: { state: true }, failure: { state: true }, name: { state: true }, panel: { state: true }, asking: { state: true },
    minutes: { state: true }, busy: { state: true }, only: { state: true },
  };

  constructor() {
    super();
    /** @type {Twin | null} */
    this.twin = null;
    this.failure = '';
    this.name = '';
    this.panel = 'causes';
    this.asking = false;
    this.minutes = USUAL_MINUTES;
    this.busy = false;
    this.only = false;
    this.loading = false;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.every(REFRESH_MS, () => document.visibilityState === 'visible' && this.#load());
  }

  async #load() {
    if (this.loading) {
      return;
    }
    this.loading = true;
    try {
      this.#take(await api.get('/api/rig/twin'));
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
    this.loading = false;
  }

  /** @param {Twin} twin */
  #take(twin) {
    this.twin = twin;
    if (!this.name && twin.tags) {
      this.name = (alarmsOf(twin)[0] ?? twin.tags[0])?.name ?? '';
    }
  }

  /** @param {string} action @param {number} [minutes] */
  async #order(action, minutes) {
    this.busy = true;
    try {
      this.#take(await api.post('/api/rig/twin', minutes === undefined ? { action } : { action, minutes }));
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  get chosen() {
    return this.twin?.tags?.find((one) => one.name === this.name) ?? null;
  }

  render() {
    const { twin, failure } = this;
    if (!twin) {
      return failure ? html`<p class="row err" role="alert">${failure}</p>` : nothing;
    }
    return html`${this.#head(twin)}${twin.tags ? html`<div class="twg">${this.#table(twin)}<div class="twd"><ots-twin-trend .tag=${this.chosen}></ots-twin-trend>${this.#side(twin)}</div></div>` : this.#empty(twin)}${this.asking ? this.#question(twin) : nothing}`;
  }

  /** @param {Twin} twin */
  #empty(twin) {
    return html`<section class="sheet pad rge"><p class="mut">${t(twin.state === 'off' ? 'twin.how.off' : 'twin.how.starting')}</p></section>`;
  }

  /** @param {Twin} twin */
  #head(twin) {
    const alarms = alarmsOf(twin);
    const urgent = twin.state === 'failed' || (twin.state === 'running' && (alarms.length > 0 || twin.joint));
    const known = twin.calibration;
    const moving = twin.state === 'running' && PHASES.includes(twin.phase ?? '');
    return html`<section class="sheet twh ${urgent ? 't2' : ''}"><div class="row">${urgent ? priority(2, 22) : icon(twin.state === 'paused' ? 'pause' : twin.phase === 'watching' ? 'eye' : 'clock', 22)}
        <div class="tws"><h2 class="cutl" role="status" title=${findingOf(twin)}>${findingOf(twin)}</h2>
          <p class="cap cutl">${known ? t('twin.calibrated', date(known.time), Math.round(known.seconds / 60), known.takenUp ? t('twin.taken-up') : '') : t('twin.uncalibrated')}
          ${twin.state === 'running' && twin.cost.milliseconds > 0 ? html` · ${t('twin.cost', number(twin.cost.milliseconds, 1))}` : nothing}${twin.cost.dropped > 0 ? html` · ${t('twin.dropped', count(twin.cost.dropped))}` : nothing}${twin.cost.waiting > 5 ? html` · ${t('twin.waiting', twin.cost.waiting)}` : nothing}</p></div>
        ${moving ? html`<div class="twp"><div class="meter" role="progressbar" aria-label=${t(`twin.phase.${twin.phase}`)} aria-valuenow=${Math.round(100 * (twin.progress ?? 0))}><i ${css({ width: `${100 * (twin.progress ?? 0)}%` })}></i></div><span class="cap">${t(`twin.phase.${twin.phase}`)}</span></div>` : nothing}
        <span class="sp"></span>${this.#controls(twin)}</div>
      ${this.failure ? html`<p class="err" role="alert">${this.failure}</p>` : nothing}
      ${twin.failure ? html`<p>${pick(twin.failure)}</p>` : nothing}${twin.note ? html`<p class="mut">${pick(twin.note)}</p>` : nothing}</section>`;
  }

  /** @param {Twin} twin */
  #controls(twin) {
    if (!KEEPERS.includes(session.me?.role ?? '') || twin.state === 'off' || twin.state === 'starting') {
      return nothing;
    }
    const fresh = twin.saved && !twin.calibration;
    return html`${fresh ? html`<button class="btn s" ?disabled=${this.busy} @click=${() => this.#order('keep')}>${icon('undo')}${t('twin.keep')}</button>` : nothing}
      ${twin.state === 'failed' ? nothing : html`<button class="btn s" ?disabled=${this.busy} @click=${() => this.#order(twin.state === 'paused' ? 'resume' : 'pause')}>${icon(twin.state === 'paused' ? 'play' : 'pause')}${t(twin.state === 'paused' ? 'twin.resume' : 'twin.pause')}</button>`}
      <button class="btn s" ?disabled=${this.busy} @click=${() => { this.asking = true; }}>${t('twin.calibrate')}</button>`;
  }

  /** @param {Twin} twin */
  #question(twin) {
    const close = () => { this.asking = false; };
    return modal(t('twin.calibrate'), close, html`<h2>${t('twin.ask')}</h2><p>${t('twin.ask.text')}</p>
      ${alarmsOf(twin).length > 0 ? html`<p class="row">${priority(2, 18)}${t('twin.ask.alarms', alarmsOf(twin).length)}</p>` : nothing}
      <p class="cap">${t('twin.ask.length')}</p>${segment(LENGTHS.map((value) => ({ value, text: value < 60 ? `${value} min` : `${value / 60} h` })), this.minutes, (value) => { this.minutes = value; }, t('twin.ask.length'), 's')}
      <p class="row"><button class="btn act" @click=${(/** @type {Event} */ event) => { shut(event); close(); this.#order('calibrate', this.minutes); }}>${t('twin.ask.go')}</button>
      <button class="btn" autofocus @click=${shut}>${t('action.cancel')}</button></p>`, 'dialog');
  }

  /** @param {Twin} twin */
  #table(twin) {
    const tags = (twin.tags ?? []).filter((one) => !this.only || one.alarm !== 0);
    return html`<section class="sheet twv"><div class="row twb"><h2>${t('twin.outputs')}</h2><span class="sp"></span>
        <label class="rgck"><input type="checkbox" .checked=${this.only} @change=${(/** @type {any} */ event) => { this.only = event.target.checked; }}>${t('twin.only', alarmsOf(twin).length)}</label></div>
      <div class="scroll"><table class="t twtab"><thead><tr><th class="c1">${t('twin.col.output')}</th><th class="c2 num">${t('twin.rig')}</th><th class="c3 num">${t('twin.model')}</th><th class="c4 num">${t('twin.col.residual')}</th><th class="c5" title=${t('twin.bar.text')}>${t('twin.col.bar')}</th><th class="c6">${t('twin.col.alarm')}</th></tr></thead>
      <tbody>${repeat(tags, (one) => one.name, (one) => this.#row(one))}</tbody></table>
      ${tags.length === 0 ? html`<p class="mut rgd0">${t('twin.only.none')}</p>` : nothing}</div></section>`;
  }

  /** @param {TwinTag} one */
  #row(one) {
    const sel = one.name === this.name;
    const choose = () => { this.name = one.name; };
    return html`<tr data-name=${one.name} class=${sel ? 'sel' : ''} @click=${choose}><td><button class="plain twn" aria-pressed=${sel} @click=${choose}>${one.tag}</button><span class="cap cutl" title=${`${pick(one.text)} ${againstOf(one)}`}>${one.against === 'model' ? pick(one.text) : againstOf(one)}</span></td>
      <td class="num">${one.rig === null ? html`<span class="mut">${DASH}</span>` : html`<b>${fine(one.rig, one.sigma)}</b>`}<span class="cap rg2">${one.unit}</span></td>
      <td class="num">${fine(one.model, one.sigma)}<span class="cap rg2">${one.model === null ? '\u00a0' : `\u00b1${fine(3 * one.sigma, one.sigma)}`}</span></td>
      <td class="num">${one.residual === null ? DASH : signed(one.residual, decimals(one.sigma))}<span class="cap rg2">${one.residual === null ? '\u00a0' : `${signed(one.residual / one.sigma, 1)} \u03c3`}</span></td>
      <td>${this.#bar(one)}</td>
      <td>${one.alarm === 0 ? html`<span class="cap">${one.model === null ? DASH : t('twin.share', Math.round(100 * Math.abs(one.share)))}</span>` : html`<span class="rgql">${priority(2, 16)}${t(one.alarm > 0 ? 'twin.above' : 'twin.below')}</span>`}</td></tr>`;
  }

  /** Residual in sigma over the band of three, and the sum of the chart over its limit below. @param {TwinTag} one */
  #bar(one) {
    const sigmas = one.residual === null ? 0 : Math.max(-BAR_SIGMAS, Math.min(BAR_SIGMAS, one.residual / one.sigma));
    const share = Math.max(-1, Math.min(1, one.share));
    const said = one.residual === null ? t('twin.bar.none') : t('twin.bar.said', signed(one.residual / one.sigma, 1), Math.round(100 * Math.abs(one.share)));
    const part = (/** @type {number} */ value) => css({ left: `${50 + Math.min(0, value) * 50}%`, width: `${Math.abs(value) * 50}%` });
    return html`<div class="twbar ${one.alarm === 0 ? '' : 'al'}" role="img" aria-label=${said} title=${said}><span class="bd"></span><i class="r" ${part(sigmas / BAR_SIGMAS)}></i><i class="s" ${part(share)}></i><u></u></div>`;
  }

  /** @param {Twin} twin */
  #side(twin) {
    return html`<section class="sheet twe"><div class="row twb">${segment(PANELS.map((value) => ({ value, text: t(`twin.panel.${value}`) })), this.panel, (value) => { this.panel = value; }, t('twin.panels'), 's')}</div>
      <div class="scroll">${this.panel === 'causes' ? this.#causes(twin) : this.panel === 'parameters' ? this.#parameters(twin) : this.panel === 'soft' ? this.#soft(twin) : this.#events(twin)}</div></section>`;
  }

  /** @param {Twin} twin */
  #causes(twin) {
    const { causes = [], phase } = twin;
    if (causes.length === 0) {
      const alarmed = alarmsOf(twin).length > 0 || twin.joint;
      return html`<p class="mut rgd0">${alarmed ? t('twin.causes.small') : phase === 'watching' ? t('twin.causes.none') : t('twin.causes.later')}</p>`;
    }
    return html`${causes.map((one, i) => html`<div class="twcause"><b>${i + 1}</b><span class="cutl" title=${pick(one.title)}>${pick(one.title)} <span class="cap">${one.fault}</span></span>
      <div class="meter" role="img" aria-label=${t('twin.score', number(one.score, 2))}><i ${css({ width: `${100 * Math.max(0, one.score)}%` })}></i></div><span class="num">${number(one.score, 2)}</span></div>`)}<p class="cap rgd0">${t('twin.causes.note')}</p>`;
  }

  /** @param {Twin} twin */
  #parameters({ parameters = [], calibration }) {
    if (parameters.length === 0) {
      return html`<p class="mut rgd0">${t('twin.parameters.none')}</p>`;
    }
    return html`<table class="t twpar"><thead><tr><th>${t('twin.col.parameter')}</th><th class="num">${t('twin.col.estimate')}</th><th class="num">${t('twin.col.design')}</th><th>${t('twin.col.known')}</th></tr></thead><tbody>
      ${parameters.map((one) => html`<tr><td>${pick(one.text)}</td><td class="num nw"><b>${fine(one.value, one.sigma)}</b> <span class="cap">\u00b1 ${fine(one.sigma, one.sigma)}</span></td><td class="num">${number(one.design, 2)}</td>
        <td class="nw">${one.identifiable ? html`<span class="rgql">${icon('check')}${t('twin.identifiable')}</span>` : html`<span class="mut">${t('twin.not-identifiable')}</span>`}</td></tr>`)}</tbody></table>
      ${calibration ? html`<p class="cap rgd0">${t('twin.fit', calibration.runs, number(calibration.rms, 2), number(calibration.condition, 0))}</p>` : nothing}`;
  }

  /** @param {Twin} twin */
  #soft({ soft = [] }) {
    if (soft.length === 0) {
      return html`<p class="mut rgd0">${t('twin.soft.none')}</p>`;
    }
    return html`${soft.map((one) => html`<div class="twsoft"><span class="cutl" title=${pick(one.text)}>${pick(one.text)}</span>
      <div class="twsb" aria-hidden="true">${one.unit === 'wt%' ? html`<i ${css({ left: `${clamp(one.value - one.sigma)}%`, width: `${Math.max(0.5, clamp(one.value + one.sigma) - clamp(one.value - one.sigma))}%` })}></i><u ${css({ left: `${clamp(one.value)}%` })}></u>` : nothing}</div>
      <span class="num nw"><b>${fine(one.value, one.sigma)}</b> <span class="cap">\u00b1 ${fine(one.sigma, one.sigma)} ${one.unit}</span></span></div>`)}<p class="cap rgd0">${t('twin.soft.note')}</p>`;
  }

  /** @param {Twin} twin */
  #events({ events = [], tags = [], time }) {
    if (events.length === 0) {
      return html`<p class="mut rgd0">${t('twin.events.none')}</p>`;
    }
    return html`${events.map((one) => {
      const tag = tags.find((other) => other.name === one.name);
      const lasts = ((one.until ?? time ?? one.from) - one.from) / 1000;
      const open = one.until === null;
      return html`<div class="twev">${open ? priority(2, 16) : icon('check')}<time>${wall(one.from)}</time>
        <div>${one.name === '' ? html`<b>${t('twin.event.joint')}</b>` : html`<button class="plain twn" @click=${() => { this.name = one.name; }}>${tag?.tag ?? one.name}</button> ${t(one.side > 0 ? 'twin.above' : 'twin.below')} <span class="cap">${tag ? againstOf(tag) : ''} ${signed(one.worst, 1)} \u03c3</span>`}
        ${one.causes.length > 0 ? html`<span class="cap twec cutl" title=${one.causes.map((cause) => pick(cause.title)).join('; ')}>${pick(one.causes[0].title)} ${number(one.causes[0].score, 2)}</span>` : nothing}</div>
        <span class="cap nw">${t(open ? 'twin.event.since' : 'twin.event.for', duration(lasts))}</span></div>`;
    })}`;
  }
}

/** @param {number} sigma */
function decimals(sigma) {
  return sigma > 0 ? Math.min(5, Math.max(0, Math.ceil(-Math.log10(sigma)) + 1)) : 2;
}

/** @param {number} percent */
function clamp(percent) {
  return Math.max(0, Math.min(100, percent));
}

customElements.define('ots-rig-twin', TwinView);
