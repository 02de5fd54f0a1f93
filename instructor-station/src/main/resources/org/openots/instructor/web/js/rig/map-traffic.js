// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/element.js';
import { DASH } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { itemOf, newTag } from './map-draft.js';
import { keyOf } from './traffic.js';
import { count } from './rig-words.js';

/** Items that are drawn at once; more are found with the search. */
const MOST_ITEMS = 400;

/** A number as the gateway sent it. @param {number | null} value */
export function rawNumber(value) {
  return value === null || value === undefined ? DASH : String(Number(value.toPrecision(6))).replace('-', '\u2212');
}

/** What comes from the broker: the tree of topics, and the items of the chosen one, to be picked for signals of the plant. */
class MapTraffic extends LightElement {
  static properties = { traffic: { attribute: false }, draft: { attribute: false }, where: { state: true }, search: { state: true }, find: { state: true }, chosen: { state: true }, ticked: { state: true }, open: { state: true }, closed: { state: true }, host: { state: true }, port: { state: true }, filter: { state: true } };

  constructor() {
    super();
    /** @type {import('./traffic.js').Traffic | null} */
    this.traffic = null;
    /** @type {import('./map-draft.js').MapDraft | null} */
    this.draft = null;
    this.where = 'own';
    this.host = '';
    this.port = '1883';
    this.filter = '#';
    this.search = '';
    this.find = '';
    /** Path of the chosen node of the tree. */
    this.chosen = '';
    /** Ticked items. @type {Set<string>} */
    this.ticked = new Set();
    /** The item whose signal is being looked for. */
    this.open = '';
    /** Nodes that are folded. @type {Set<string>} */
    this.closed = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.traffic && this.draft) {
      this.follow(this.traffic);
      this.follow(this.draft);
    }
  }

  render() {
    return html`<section class="sheet mpt" aria-label=${t('map.topics')}>${this.#broker()}${this.#tree()}</section>
      <section class="sheet mpi" aria-label=${t('map.items')}>${this.#items()}</section>`;
  }

  /** Where it listens, and whether the broker answers. */
  #broker() {
    const { traffic, draft } = this;
    if (!traffic || !draft) {
      return nothing;
    }
    const own = draft.desk?.broker;
    const lab = this.where === 'lab' || !own;
    const { probe } = traffic;
    const start = (/** @type {Event} */ event) => {
      event.preventDefault();
      traffic.start({ filter: this.filter.trim(), ...(lab ? { host: this.host.trim(), port: Number(this.port) } : {}) });
    };
    return html`<form class="mpb" @submit=${start}><label class="l" for="mp-where">${t('map.broker')}</label>
      <select id="mp-where" class="field" .value=${lab ? 'lab' : 'own'} @change=${(/** @type {any} */ event) => { this.where = event.target.value; }}>
        ${own ? html`<option value="own" ?selected=${!lab}>${t('map.broker.own', `${own.host}:${own.port}`)}</option>` : nothing}<option value="lab" ?selected=${lab}>${t('map.broker.lab')}</option></select>
      ${lab ? html`<div class="mp2"><div><label class="l" for="mp-host">${t('map.host')}</label><input id="mp-host" class="field" required maxlength="200" placeholder="192.168.1.20" .value=${this.host} @input=${(/** @type {any} */ event) => { this.host = event.target.value; }}></div>
        <div><label class="l" for="mp-port">${t('map.port')}</label><input id="mp-port" class="field" required type="number" min="1" max="65535" .value=${this.port} @input=${(/** @type {any} */ event) => { this.port = event.target.value; }}></div></div><p class="cap">${t('map.broker.plain')}</p>` : nothing}
      <div class="mp2 mpf"><div><label class="l" for="mp-filter">${t('map.filter')}</label><input id="mp-filter" class="field" required maxlength="500" .value=${this.filter} @input=${(/** @type {any} */ event) => { this.filter = event.target.value; }}></div>
        ${probe ? html`<button type="button" class="btn" @click=${() => traffic.stop()}>${t('map.stop')}</button>` : html`<button class="btn act ${traffic.starting ? 'busy' : ''}" ?disabled=${traffic.starting}>${t('map.listen')}</button>`}</div>
      ${traffic.failure ? html`<p class="wrong" role="alert">${traffic.failure}</p>` : nothing}
      ${probe ? this.#link(probe) : html`<p class="cap">${t('map.listen.how')}</p>`}</form>`;
  }

  /** @param {import('./traffic.js').Probe} probe */
  #link(probe) {
    const silent = probe.connected && probe.topics.length === 0;
    return html`<p class="mplk" role="status">${probe.connected ? icon('link', 16) : priority(2, 16)}<span>${pick(probe.text)}${silent ? html` <span class="mut">${t('map.silent', probe.filter)}</span>` : nothing}</span></p>
      ${probe.problem && !probe.connected ? html`<p class="wrong" role="alert">${pick(probe.problem)}</p>` : nothing}
      ${probe.forgotten > 0 ? html`<p class="cap">${t('map.forgotten', count(probe.forgotten))}</p>` : nothing}`;
  }

  #tree() {
    const { traffic } = this;
    const tree = traffic?.tree(this.search.trim().toLowerCase()) ?? [];
    return html`<label class="rgfind mpsf">${icon('search')}<input class="field" placeholder=${t('map.topics.find')} aria-label=${t('map.topics.find')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></label>
      <div class="scroll mptr">${tree.length === 0 ? nothing : html`<ul>${tree.map((node) => this.#node(node, 0))}</ul>`}</div>`;
  }

  /**
   * @param {import('./traffic.js').Node} node
   * @param {number} depth
   * @returns {any}
   */
  #node(node, depth) {
    const folded = this.closed.has(node.path);
    const { topic } = node;
    const toggle = () => {
      const closed = new Set(this.closed);
      folded ? closed.delete(node.path) : closed.add(node.path);
      this.closed = closed;
    };
    return html`<li class="mpn d${Math.min(depth, 6)}"><div class="mpnr ${this.chosen === node.path ? 'sel' : ''}">
      ${node.children.length > 0 ? html`<button class="plain" aria-expanded=${!folded} aria-label=${t('map.fold', node.label)} @click=${toggle}>${icon(folded ? 'right' : 'down', 14)}</button>` : html`<i></i>`}
      <button class="plain mpnl" aria-pressed=${this.chosen === node.path} title=${node.path} @click=${() => { this.chosen = node.path; this.ticked = new Set(); }}><span class="cutl">${node.label}</span>
      <span class="cap cutl">${topic ? html`${topic.dialect ?? t('map.dialect.none')} · ${rate(topic.rate)}${topic.retained ? html` · <b>${t('map.retained')}</b>` : nothing}` : t('map.branch', node.children.length)}</span></button><span class="num cap">${count(node.messages)}</span></div>
      ${node.children.length > 0 && !folded ? html`<ul>${node.children.map((child) => this.#node(child, depth + 1))}</ul>` : nothing}</li>`;
  }

  /** Items of the chosen topics. */
  get shown() {
    const wanted = this.find.trim().toLowerCase();
    const under = (/** @type {string} */ topic) => this.chosen === '' || topic === this.chosen || topic.startsWith(`${this.chosen}/`);
    return (this.traffic?.items ?? []).filter(({ topic, item, match }) => under(topic.topic)
      && (wanted === '' || item.item.toLowerCase().includes(wanted) || (match?.signal ?? '').toLowerCase().includes(wanted)));
  }

  /** Which tag an item is already. */
  get #taken() {
    return new Map((this.draft?.map?.tags ?? []).map((one) => [keyOf(one.topic, itemOf(one)), one.tag]));
  }

  #items() {
    const { shown } = this;
    if (!this.traffic?.probe || !this.draft) {
      return html`<p class="mut rgd0">${t('map.items.how')}</p>`;
    }
    const taken = this.#taken;
    const ticked = shown.filter(({ topic, item }) => this.ticked.has(keyOf(topic.topic, item.item)));
    const add = ticked.filter(({ topic, item, match }) => match?.signal && !this.draft?.mapped.has(match.signal) && !taken.has(keyOf(newTag('', topic, item.item).topic, item.item)));
    return html`<div class="row mpih"><label class="rgfind">${icon('search')}<input class="field" placeholder=${t('map.items.find')} aria-label=${t('map.items.find')} .value=${this.find} @input=${(/** @type {any} */ event) => { this.find = event.target.value; }}></label><span class="sp"></span><span class="cap">${t('map.items.count', shown.length)}</span></div>
      <div class="row mpih"><label class="rgck"><input type="checkbox" .checked=${shown.length > 0 && ticked.length === shown.length} @change=${(/** @type {any} */ event) => { this.ticked = new Set(event.target.checked ? shown.map(({ topic, item }) => keyOf(topic.topic, item.item)) : []); }}>${t('map.items.all')}</label><span class="sp"></span>
        <button class="btn s" ?disabled=${add.length === 0} @click=${() => this.#add(add)}>${icon('plus', 14)}${t('map.items.add', add.length)}</button></div>
      <div class="scroll"><ul class="mpil">${repeat(shown.slice(0, MOST_ITEMS), ({ topic, item }) => keyOf(topic.topic, item.item), (one) => this.#item(one, taken))}</ul>
      ${shown.length > MOST_ITEMS ? html`<p class="cap rgd0">${t('map.items.more', shown.length - MOST_ITEMS)}</p>` : nothing}
      ${shown.length === 0 ? html`<p class="mut rgd0">${t(this.traffic.probe.topics.length === 0 ? 'map.items.wait' : 'map.items.none')}</p>` : nothing}</div>`;
  }

  /**
   * @param {{ topic: import('./traffic.js').Topic, item: import('./traffic.js').Item, match: import('./traffic.js').Match | null }} one
   * @param {Map<string, any>} taken
   */
  #item(one, taken) {
    const { topic, item, match } = one;
    const key = keyOf(topic.topic, item.item);
    const tag = taken.get(keyOf(newTag('', topic, item.item).topic, item.item));
    const guess = match?.signal ?? match?.candidates.find((name) => !this.draft?.mapped.has(name));
    const tick = (/** @type {any} */ event) => {
      const next = new Set(this.ticked);
      event.target.checked ? next.add(key) : next.delete(key);
      this.ticked = next;
    };
    return html`<li class="mpit ${this.open === key ? 'sel' : ''}" data-item=${item.item}><div class="mpir"><input type="checkbox" aria-label=${item.item} .checked=${this.ticked.has(key)} @change=${tick}>
      <span class="mpin"><b class="cutl" title=${`${topic.topic} ${item.item}`}>${item.item}</b><span class="cap cutl">${item.quality === '' ? t('map.quality.none') : t('map.quality.sent', item.quality)}</span></span>
      <b class="num mpiv">${rawNumber(item.value)}</b>
      ${tag ? html`<span class="tagc acc mpig" title=${t('map.item.is', tag)}>${icon('check', 12)}<span class="cutl">${tag}</span></span>` : html`<button class="btn s mpig" aria-expanded=${this.open === key} title=${t('map.item.pick')} @click=${() => { this.open = this.open === key ? '' : key; }}>${guess ? html`<span class="cutl">${guess}${match?.signal ? '' : '?'}</span>` : t('map.item.choose')}${icon('down', 12)}</button>`}</div>
      ${this.open === key && !tag ? this.#pick(one) : nothing}</li>`;
  }

  /** @param {{ topic: import('./traffic.js').Topic, item: import('./traffic.js').Item, match: import('./traffic.js').Match | null }} one */
  #pick({ topic, item, match }) {
    const { draft } = this;
    const names = [match?.signal, ...(match?.candidates ?? [])].filter((name) => name);
    const choose = (/** @type {string} */ name) => {
      if (draft?.signals[name] && !draft.mapped.has(name)) {
        draft.edit((map) => map.tags.push(newTag(name, topic, item.item, draft.signals[name])));
        this.open = '';
      }
    };
    return html`<div class="mpik">${names.map((name) => {
      const signal = draft?.signals[name ?? ''];
      const used = draft?.mapped.has(name ?? '') ?? false;
      return signal ? html`<button class="btn s mpic" ?disabled=${used} @click=${() => choose(signal.name)}><b>${signal.name}</b><span class="cutl">${pick(signal.text)}</span><span class="cap">${used ? t('map.signal.used') : fits(signal, item.value)}</span></button>` : nothing;
    })}<label class="l">${t('map.signal.find')}<input class="field" list="mp-signals" autocomplete="off" placeholder=${t('map.signal.example')} @change=${(/** @type {any} */ event) => choose(event.target.value.trim())}></label></div>`;
  }

  /** @param {Array<{ topic: import('./traffic.js').Topic, item: import('./traffic.js').Item, match: import('./traffic.js').Match | null }>} list */
  #add(list) {
    this.draft?.edit((map) => list.forEach(({ topic, item, match }) => map.tags.push(newTag(match?.signal ?? '', topic, item.item, this.draft?.signals[match?.signal ?? '']))));
    this.ticked = new Set();
  }
}

/** The range of a signal, and whether the value that comes is in it. @param {import('./map-draft.js').PlantSignal} signal @param {number | null} value */
function fits({ low, high, unit }, value) {
  if (low === null || high === null) {
    return unit;
  }
  const range = `${rawNumber(low)} \u2013 ${rawNumber(high)} ${unit}`;
  return value === null || (value >= low && value <= high) ? range : t('map.signal.outside', range);
}

/** @param {number} perSecond */
function rate(perSecond) {
  return perSecond <= 0 ? t('map.rate.none') : perSecond >= 1 ? t('map.rate', rawNumber(Number(perSecond.toPrecision(2)))) : t('map.rate.slow', rawNumber(Number((1 / perSecond).toPrecision(2))));
}

customElements.define('ots-map-traffic', MapTraffic);
