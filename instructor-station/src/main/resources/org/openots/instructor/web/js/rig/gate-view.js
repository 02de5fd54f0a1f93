// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api } from '../core/api.js';
import { css } from '../core/css.js';
import { segment, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { duration } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { hindrance, limits, mistake, plain, shown, typed, wanted } from './gate-words.js';
import { wall } from './rig-words.js';

/** @typedef {import('./gate-words.js').Gate} Gate */
/** @typedef {import('./gate-words.js').Target} Target */
/** @typedef {import('./gate-words.js').Pending} Pending */

/** The gate is asked for this often, ms; more often while somebody waits for it. */
const REFRESH_MS = 1000;
const BUSY_MS = 300;
/** Countdowns move this often, ms. */
const BEAT_MS = 250;
/** From here on a lease should be renewed, s. */
const LEASE_SOON = 120;
const PATH = '/api/rig/gate';
const PERCENT = 100;

/** The write gate: what must hold, who may write, what may be written, and the one write that is under way. */
class GateView extends LightElement {
  static properties = { gate: { state: true }, failure: { state: true }, refused: { state: true }, texts: { state: true }, busy: { state: true } };

  constructor() {
    super();
    /** @type {Gate | null} */
    this.gate = null;
    this.failure = '';
    /** What the station refused last. */
    this.refused = '';
    /** What is typed, by tag. @type {Record<string, string>} */
    this.texts = {};
    this.busy = false;
    this.asking = false;
    this.asked = 0;
    this.received = 0;
    /** The end of a write that was read and put away. */
    this.seen = 0;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.every(BEAT_MS, () => this.#beat());
  }

  #beat() {
    const { gate } = this;
    const often = gate?.writing || (gate?.pending?.length ?? 0) > 0;
    if (document.visibilityState === 'visible' && performance.now() - this.asked > (often ? BUSY_MS : REFRESH_MS)) {
      this.#load();
    }
    if (gate?.lease || (gate?.pending?.length ?? 0) > 0) {
      this.requestUpdate();
    }
  }

  async #load() {
    if (this.asking) {
      return;
    }
    this.asking = true;
    this.asked = performance.now();
    try {
      this.#show(await api.get(PATH));
      this.failure = '';
    } catch (error) {
      this.failure = errorText(error);
    }
    this.asking = false;
  }

  /** @param {Gate} gate */
  #show(gate) {
    this.gate = gate;
    this.received = performance.now();
  }

  /**
   * Does something at the gate; a refusal is told where it was asked for.
   * @param {string} deed
   * @param {any} [body]
   */
  async #do(deed, body) {
    this.busy = true;
    this.refused = '';
    try {
      this.#show(await api.post(`${PATH}/${deed}`, body));
    } catch (error) {
      this.refused = errorText(error);
    }
    this.busy = false;
    return this.refused === '';
  }

  /** @param {Target} target @param {number} value */
  async #prepare(target, value) {
    this.seen = this.gate?.ended?.time ?? this.seen;
    if (await this.#do('prepare', { tag: target.tag, value })) {
      await this.updateComplete;
      // not onto the button: committing is a deed of its own, not the rest of a key press
      /** @type {HTMLElement | null} */ (this.querySelector('.gtop'))?.focus();
    }
  }

  /** Time left of something that ends, s. @param {number} seconds as the station told */
  #left(seconds) {
    return Math.max(0, seconds - (performance.now() - this.received) / 1000);
  }

  render() {
    const { gate, failure } = this;
    if (!gate) {
      return failure ? html`<p class="row err" role="alert">${failure}</p>` : nothing;
    }
    if (gate.state !== 'open') {
      return html`<section class="sheet pad rge gtoff">${gate.failure ? html`<h2>${priority(1, 20)}${t('rig.gate.failed')}</h2><p>${pick(gate.failure.text)} <span class="cap">${gate.failure.code}</span></p>` : html`<h2>${t('rig.gate.off')}</h2>`}
        <p class="mut">${t(gate.failure ? 'rig.gate.how.failed' : 'rig.gate.how.off')}</p></section>`;
    }
    return html`${failure ? html`<p class="row err" role="alert">${failure}</p>` : nothing}<div class="gt"><div class="rgl">${this.#lease(gate)}${this.#panel(gate)}</div><div class="rgl">${this.#operation(gate)}${this.#targets(gate)}</div></div>`;
  }

  /** @param {Gate} gate */
  #lease(gate) {
    const { lease } = gate;
    const left = lease ? this.#left(lease.seconds) : 0;
    const held = lease && left > 0;
    const said = !held ? t('rig.gate.lease.none') : lease.mine ? t('rig.gate.lease.mine') : t('rig.gate.lease.other', lease.who);
    return html`<section class="sheet pad gtl"><div class="row"><h2>${t('rig.gate.lease')}</h2><span class="sp"></span>${held ? html`<b class="gtime ${left < LEASE_SOON ? 'soon' : ''}" role="timer">${icon('clock')}${duration(left)}</b>` : nothing}</div>
      <p class=${held && lease.mine ? '' : 'mut'} role="status">${said}</p>
      <div class="row">${held && lease.mine
        ? html`<button class="btn s" ?disabled=${this.busy} @click=${() => this.#do('take')}>${t('rig.gate.renew')}</button><button class="btn s" ?disabled=${this.busy} @click=${() => this.#do('release')}>${t('rig.gate.release')}</button>`
        : html`<button class="btn s act" ?disabled=${this.busy || Boolean(held)} @click=${() => this.#do('take')}>${t('rig.gate.take')}</button>`}</div>
      ${gate.virtual ? this.#key(gate) : nothing}</section>`;
  }

  /** The key of a virtual rig, which has no cabinet to walk to. @param {Gate} gate */
  #key(gate) {
    const on = gate.permissives.find((one) => one.kind === 'key')?.value === 1;
    return html`<div class="gtk"><span class="cap">${t('rig.gate.key')}</span>${segment([{ value: false, text: t('rig.gate.key.off') }, { value: true, text: t('rig.gate.key.on') }], on, (value) => { this.#do('key', { on: value ? 'yes' : 'no' }); }, t('rig.gate.key'), 's')}</div>`;
  }

  /** @param {Gate} gate */
  #panel(gate) {
    const met = gate.permissives.filter((one) => one.ok).length;
    const all = gate.permissives.length;
    const { heated } = gate;
    return html`<section class="sheet rgn gtp"><h2 class="row" role="status">${met === all ? icon('check', 20) : priority(2, 20)}${t('rig.gate.permissives', met, all)}</h2>
      <div class="scroll" tabindex="0" aria-label=${t('rig.gate.permissives', met, all)}><ul class="gtul">${gate.permissives.map((one) => html`<li class=${one.ok ? '' : 'no'}>${one.ok ? icon('check', 18) : priority(2, 18)}
        <div><b>${one.kind === 'link' ? t('rig.gate.link') : one.tag}</b><span class="cap cutl" title=${pick(one.text)}>${one.kind === 'link' ? gate.link.client : pick(one.text)}</span></div>
        <span class="gtv">${one.kind === 'link' ? pick(gate.link.text) : html`<b>${plain(one.value)}</b><span class="cap">${one.ok ? wanted(one) : t('rig.gate.must', wanted(one))}</span>`}</span>
        ${one.ok ? nothing : html`<p class="cap gtq">${one.kind === 'link' ? pick(gate.link.problem) : pick(one.quality)}</p>`}</li>`)}
      ${heated ? html`<li>${heated.on ? icon('bolt', 18) : icon('check', 18)}<div><b>${heated.tag}</b><span class="cap cutl" title=${pick(heated.text)}>${pick(heated.text)}</span></div><span class="gtv"><b>${plain(heated.value)}</b><span class="cap">${t(heated.on ? 'rig.gate.hot' : 'rig.gate.cold')}</span></span></li>` : nothing}</ul></div></section>`;
  }

  /** The one thing that is going on. @param {Gate} gate */
  #operation(gate) {
    const mine = gate.pending.find((one) => one.mine && this.#left(one.seconds) > 0);
    const others = gate.pending.find((one) => !one.mine && one.second && one.approved === '' && this.#left(one.seconds) > 0);
    const { ended } = gate;
    const refusal = this.refused ? html`<p class="row err" role="alert">${this.refused}</p>` : nothing;
    const inside = gate.writing ? this.#writing(gate) : mine ? this.#mine(gate, mine) : others ? this.#approval(gate, others)
      : ended && ended.time !== this.seen ? this.#ended(ended) : html`<p class="mut">${t(gate.lease?.mine ? 'rig.gate.next.prepare' : 'rig.gate.next.take')}</p>`;
    const bad = !gate.writing && !mine && !others && ended && ended.time !== this.seen && !ended.ok;
    return html`<section class="sheet pad gtop ${bad ? 't1' : mine || others ? 't3' : ''}" tabindex="-1" aria-label=${t('rig.gate.operation')}>${refusal}${inside}</section>`;
  }

  /** @param {Gate} gate */
  #writing(gate) {
    const writing = /** @type {import('./gate-words.js').Writing} */ (gate.writing);
    const target = gate.targets.find((one) => one.tag === writing.tag);
    const start = writing.start ?? 0;
    const whole = (writing.goal ?? 0) - start;
    const at = (/** @type {number | null | undefined} */ value) => (whole === 0 ? PERCENT : Math.max(0, Math.min(PERCENT, ((value ?? start) - start) / whole * PERCENT)));
    return html`<div class="row gth"><div><h2>${t('rig.gate.writing', writing.tag)}</h2><p class="mut">${pick(target?.text)} ${t('rig.gate.by', writing.who)}</p></div><span class="sp"></span>
        <button class="btn l stop fill" @click=${() => this.#do('stop')}>${t('rig.gate.stop')}</button></div>
      <div class="meter gtm" role="progressbar" aria-valuemin="0" aria-valuemax="100" aria-valuenow=${Math.round(at(writing.confirmed))} aria-label=${t('rig.gate.progress')}><i ${css({ width: `${at(writing.confirmed)}%` })}></i><u ${css({ left: `${at(writing.sent)}%` })}></u></div>
      <div class="gtn"><span>${t('rig.gate.from')} <b>${plain(writing.start)}</b></span><span>${t('rig.gate.sent')} <b>${plain(writing.sent)}</b></span><span>${t('rig.gate.confirmed')} <b>${plain(writing.confirmed)}</b></span><span>${t('rig.gate.goal')} <b>${plain(writing.goal)}</b> ${target?.unit}</span></div>`;
  }

  /** @param {Gate} gate @param {Pending} pending */
  #mine(gate, pending) {
    const waits = pending.second && pending.approved === '';
    return html`<p class="gte" role="status">${pick(pending.echo)}</p>${this.#countdown(gate, pending)}
      <div class="row">${pending.second ? html`<p class=${waits ? '' : 'mut'}>${waits ? t('rig.gate.second') : t('rig.gate.approved', pending.approved)}</p>` : html`<p class="mut">${t('rig.gate.check')}</p>`}<span class="sp"></span>
        <button class="btn l act gtc" ?disabled=${this.busy || waits} @click=${() => this.#do('commit', { token: pending.token })}>${t('rig.gate.commit')}</button></div>`;
  }

  /** @param {Gate} gate @param {Pending} pending */
  #countdown(gate, pending) {
    const left = this.#left(pending.seconds);
    return html`<div class="row"><div class="meter gtm" role="img" aria-label=${t('rig.gate.left', Math.ceil(left))}><i ${css({ width: `${left / gate.tokenSeconds * PERCENT}%` })}></i></div><b class="gtime" role="timer">${Math.ceil(left)} s</b></div>`;
  }

  /** @param {Gate} gate @param {Pending} pending */
  #approval(gate, pending) {
    return html`<p class="gte" role="status">${pick(pending.echo)}</p>${this.#countdown(gate, pending)}
      <div class="row"><p>${t('rig.gate.approve.ask', pending.who)}</p><span class="sp"></span><button class="btn l act" ?disabled=${this.busy} @click=${() => this.#do('approve', { token: pending.token })}>${t('rig.gate.approve')}</button></div>`;
  }

  /** @param {import('./gate-words.js').Ended} ended */
  #ended(ended) {
    return html`<div class="row gth">${ended.ok ? icon('check', 24) : priority(1, 24)}<div role="status"><h2>${t(ended.ok ? 'rig.gate.done' : 'rig.gate.ended', ended.tag, plain(ended.ok ? ended.goal : ended.last))}</h2>
        ${ended.reason ? html`<p>${pick(ended.reason.text)} <span class="cap">${ended.reason.code}</span></p>` : nothing}<p class="mut">${t('rig.gate.by', ended.who)} ${wall(ended.time)}</p></div><span class="sp"></span>
      <button class="btn s" @click=${() => { this.seen = ended.time; this.requestUpdate(); }}>${t('rig.gate.read')}</button></div>`;
  }

  /** @param {Gate} gate */
  #targets(gate) {
    return html`<section class="sheet rgv"><div class="scroll"><table class="t rgtab gtt"><thead><tr><th class="gw1">${t('rig.gate.col.target')}</th><th class="gw2 num">${t('rig.gate.col.value')}</th><th class="gw3">${t('rig.gate.col.limits')}</th><th class="gw4">${t('rig.gate.col.rate')}</th><th class="gw5">${t('rig.gate.col.new')}</th><th class="gw6"></th></tr></thead>
      <tbody>${repeat(gate.targets, (one) => one.tag, (one) => this.#row(gate, one))}</tbody></table></div></section>`;
  }

  /** @param {Gate} gate @param {Target} target */
  #row(gate, target) {
    const text = this.texts[target.tag] ?? '';
    const error = mistake(target, text);
    const value = typed(text);
    const hindered = hindrance(target);
    const may = Boolean(gate.lease?.mine) && !gate.writing && !this.busy && !hindered && !error && !Number.isNaN(value);
    const go = () => may && this.#prepare(target, value);
    const label = t('rig.gate.new.of', target.tag);
    const write = (/** @type {string} */ words) => { this.texts = { ...this.texts, [target.tag]: words }; };
    return html`<tr data-tag=${target.tag}><td><span class="rgtag">${target.tag}</span><span class="cap cutl" title=${pick(target.text)}>${pick(target.text)}</span></td>
      <td class="num"><b>${shown(target, target.value)}</b> <span class="cap">${target.unit}</span></td><td>${limits(target)}<span class="cap rg2">${target.unit}</span></td>
      <td>${target.rate === null ? t('rig.gate.at-once') : html`${plain(target.rate)}<span class="cap rg2">${target.unit}/s</span>`}</td>
      <td>${target.values.length > 0
        ? html`<select class="field gtf" aria-label=${label} @change=${(/** @type {any} */ event) => write(event.target.value)}><option value="" .selected=${text === ''}>\u2014</option>${target.values.map((one) => html`<option value=${String(one)} .selected=${text === String(one)}>${shown(target, one)}</option>`)}</select>`
        : html`<input class="field gtf" inputmode="decimal" autocomplete="off" aria-label=${label} aria-invalid=${error ? 'true' : 'false'} .value=${text} @input=${(/** @type {any} */ event) => write(event.target.value)} @keydown=${(/** @type {KeyboardEvent} */ event) => event.key === 'Enter' && !event.repeat && !event.isComposing && go()}>`}${wrong(error)}</td>
      <td><button class="btn s" ?disabled=${!may} aria-label="${t('rig.gate.prepare')} ${target.tag}" title=${hindered || (gate.lease?.mine ? '' : t('rig.gate.next.take'))} @click=${go}>${t('rig.gate.prepare')}</button>${hindered ? html`<span class="cap gtw" title=${hindered}>${hindered}</span>` : nothing}</td></tr>`;
  }
}

customElements.define('ots-rig-gate', GateView);
