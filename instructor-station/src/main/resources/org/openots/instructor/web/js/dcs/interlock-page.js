// @ts-check
import { html, nothing } from 'lit';
import { LightElement } from '../core/element.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { limitsOf, stateOf } from '../graphic/interlocks.js';

/** The cause-and-effect matrix with its live state, resets and start permissives. */
class InterlockPage extends LightElement {
  static properties = { store: { attribute: false }, locked: { type: Boolean }, teacher: { type: Boolean } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.locked = false;
    this.teacher = false;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
  }

  render() {
    const store = this.store;
    const list = store?.plant?.interlocks ?? [];
    if (!store) {
      return nothing;
    }
    /** @type {Map<string, import('../core/types.js').LocalText>} */
    const effects = new Map();
    list.forEach((one) => one.effects.forEach((effect) => effects.set(effect.en, effect)));
    const tripped = list.filter((one) => stateOf(one, store).tripped);
    const unknown = list.filter((one) => stateOf(one, store).unknown).length;
    const idle = this.locked || !store.operable;
    return html`<main class="xp"><div class="tbar"><b class="find1">${tripped.length === 0 ? (unknown > 0 ? t('interlock.unknown', unknown) : t('interlock.none')) : t('interlock.some', tripped.map((one) => one.id).join(' '))}</b><span class="sp"></span>
      ${store.rig ? html`<span class="dim">${t('rig.interlock.reset')}</span>` : html`<button class="btn act s" ?disabled=${idle || tripped.length === 0} @click=${() => this.#send('TRIPS', 'reset')}>${icon('check')}${t('interlock.reset.all')}</button>`}</div>
      <div class="list"><table class="g x"><thead><tr><th>${t('interlock.col.id')}</th><th>${t('interlock.col.cause')}</th><th>${t('interlock.col.state')}</th>${[...effects.values()].map((effect) => html`<th class="fx">${pick(effect).split(' ').map((word, i) => html`${i > 0 ? ' ' : ''}<span class="nb">${word}</span>`)}</th>`)}<th></th></tr></thead>
      <tbody>${list.map((one) => this.#row(one, effects, store, idle))}</tbody></table></div>
      <aside>${this.#permissives()}<section class="sbox"><h3>${t('interlock.legend')}</h3><div class="b"><p class="hintl">${t('interlock.legend.text')}</p></div></section></aside></main>`;
  }

  /**
   * @param {import('../core/types.js').InterlockDefinition} one
   * @param {Map<string, any>} effects
   * @param {import('../core/run-store.js').RunStore} store
   * @param {boolean} idle
   */
  #row(one, effects, store, idle) {
    const state = stateOf(one, store);
    const mine = new Set(one.effects.map((effect) => effect.en));
    return html`<tr class=${state.tripped ? 'un' : ''}><td><span class="ln">${state.tripped ? priority(1, 20, !state.cause) : nothing}<b class="tagn">${one.id}</b></span></td>
      <td class="wrapc"><b class="tagn">${pick(one.text)}</b><br>${one.causes.map((cause) => html`<span class="cs1">${pick(cause)}${this.#distance(cause, store)}</span>`)}</td>
      <td><b class="st1 ${state.word}">${t(`interlock.state.${state.word}`)}</b>${state.first ? html`<br><small>${t('interlock.first')}</small>` : nothing}</td>
      ${[...effects.keys()].map((key) => html`<td class="fx ${state.tripped && mine.has(key) ? 'hot' : ''}">${mine.has(key) ? html`<span aria-label=${t('interlock.acts')}>${state.tripped ? icon('check', 14) : '\u00d7'}</span>` : nothing}</td>`)}
      <td><span class="acts2">${store.rig ? nothing : html`<button class="btn s" ?disabled=${idle || !state.tripped} title=${state.cause ? t('interlock.cause.there') : ''} @click=${() => this.#send(one.id, 'reset')}>${t('interlock.reset')}</button>`}
      ${this.teacher ? html`<button class="btn s" @click=${() => this.#send(one.id, 'bypass', state.bypassed ? 0 : 1)}>${state.bypassed ? t('interlock.bypass.end') : t('interlock.bypass')}</button>` : nothing}</span></td></tr>`;
  }

  /**
   * Value and limit of a cause.
   * @param {any} cause
   * @param {import('../core/run-store.js').RunStore} store
   */
  #distance(cause, store) {
    return limitsOf(cause, store).map(({ signal, low, limit }) => {
      const definition = store.definition(signal);
      return html` <small>${definition?.unit ? t('interlock.cause', signal, low ? '<' : '>', number(limit, definition.decimals), definition.unit, number(store.trusted(signal), definition.decimals)) : ''}</small>`;
    });
  }

  #permissives() {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const devices = (store.plant?.devices ?? []).filter((device) => (store.rig ? store.trusted(`${device.tag}.PERMIT`) !== null : store.value(`${device.tag}.PERMIT`) !== undefined));
    return html`<section class="sbox"><h3>${t('interlock.permissives')}</h3><div class="b">${devices.length === 0 ? html`<p class="hintl">${t(store.rig ? 'rig.permissives.none' : 'interlock.permissives.none')}</p>` : devices.map((device) => html`<div class="pm"><p class="ln"><b>${device.tag}</b>${pick(device.text)}<span class="sp"></span>
      <b>${store.on(`${device.tag}.PERMIT`) ? t('device.permit.yes') : t('device.permit.no')}</b></p>
      ${(device.permissives ?? []).map((one) => {
        const value = one.signal ? store.trusted(one.signal) : undefined;
        const met = value === undefined || value === null || one.limit === undefined ? null : one.low ? value <= one.limit : value >= one.limit;
        return html`<p class="ln hintl">${met === null ? nothing : met ? icon('check', 14) : icon('close', 14)}${pick(one.text)}<span class="sp"></span>${value === undefined ? nothing : number(value, store.signals.get(one.signal ?? '')?.decimals ?? 1)}</p>`;
      })}</div>`)}</div></section>`;
  }

  /**
   * @param {string} target
   * @param {string} verb
   * @param {number} [value]
   */
  #send(target, verb, value = 0) {
    this.store?.send(target, verb, value).catch((error) => this.dispatchEvent(new CustomEvent('refused', { bubbles: true, detail: { error, target } })));
  }
}

customElements.define('ots-interlock-page', InterlockPage);
