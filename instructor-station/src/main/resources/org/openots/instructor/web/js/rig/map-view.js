// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { ask, modal, segment, shut } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { hasText, language, pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { MapDraft, needsRange, newTag, placeOf } from './map-draft.js';
import './map-fields.js';
import { overdue } from './map-table.js';
import './map-table.js';
import './map-traffic.js';
import { Trial } from './map-trial.js';
import './map-trial.js';
import { Traffic } from './traffic.js';

const PANELS = ['edit', 'check', 'trial', 'missing', 'kept'];
/** Version of a map that does not exist yet. */
const NO_MAP = 'none';
/** From here on all columns have room beside the traffic, px. */
const ROOMY = 1600;

/** The desk of a rig engineer: traffic, items, and the map that is made of them; tested and saved from here. */
class MapView extends LightElement {
  static properties = { rig: { attribute: false }, panel: { state: true }, selected: { state: true }, search: { state: true }, traffic: { state: true }, question: { state: true }, imported: { state: true }, upload: { state: true }, matched: { state: true }, failure: { state: true }, setup: { state: true }, roomy: { state: true } };

  constructor() {
    super();
    /** @type {import('./rig-words.js').Rig | null} */
    this.rig = null;
    this.draft = new MapDraft();
    this.source = new Traffic();
    this.trial = new Trial();
    this.panel = 'edit';
    /** @type {Set<number>} */
    this.selected = new Set();
    this.search = '';
    /** Whether the panes of the traffic are shown. */
    this.traffic = true;
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    /** What an export gave. @type {any} */
    this.imported = null;
    /** What the export does not say. */
    this.upload = { open: false, topic: '', dialect: 'neuron-values', busy: false, failure: '' };
    /** What matching by name did. @type {null | { added: number, rest: number }} */
    this.matched = null;
    this.failure = '';
    this.setup = { zh: '', en: '', own: true, host: '', port: '1883' };
    this.roomy = innerWidth >= ROOMY;
  }

  connectedCallback() {
    super.connectedCallback();
    for (const one of [this.draft, this.source, this.trial]) {
      this.follow(one);
    }
    this.draft.load().then(() => {
      this.source.active ||= this.draft.desk?.probe ?? false;
    });
    this.endings.push(this.source.every(() => this.draft.map?.plant ?? ''), () => this.trial.end());
    this.listen(window, 'resize', () => { this.roomy = innerWidth >= ROOMY; });
    this.listen(window, 'beforeunload', (event) => {
      if (this.draft.dirty) {
        event.preventDefault();
        event.returnValue = true;
      }
    });
  }

  /** The broker that the traffic comes from, when it is not that of the bridge. */
  get broker() {
    const pane = /** @type {any} */ (this.querySelector('ots-map-traffic'));
    return pane && (pane.where === 'lab' || !this.draft.desk?.broker) && pane.host ? { host: pane.host, port: Number(pane.port) } : null;
  }

  /** Maps what can only be one signal; what could be several stays for people. */
  #match() {
    const { mapped } = this.draft;
    const items = this.source.items;
    const fresh = items.filter(({ match }) => match?.signal && !mapped.has(match.signal) && this.draft.signals[match.signal] && !needsRange(/** @type {any} */ (this.draft.signals[match.signal])));
    this.draft.edit((map) => fresh.forEach(({ topic, item, match }) => map.tags.push(newTag(match?.signal ?? '', topic, item.item, this.draft.signals[match?.signal ?? '']))));
    this.matched = { added: fresh.length, rest: this.#rest.length };
    this.panel = 'missing';
  }

  /** Items that came and are no tag. */
  get #rest() {
    const { tags = [] } = this.draft.map ?? {};
    const taken = new Set(tags.map((one) => `${one.topic}\n${one.dialect === 'pointer' ? one.pointer : one.item ?? one.tag}`));
    return this.source.items.filter(({ topic, item }) => !taken.has(`${newTag('', topic, '').topic}\n${item.item}`));
  }

  async #save() {
    if (await this.draft.save()) {
      this.dispatchEvent(new CustomEvent('map-saved', { bubbles: true }));
    } else if (this.draft.findings.length > 0) {
      this.panel = 'check';
    }
  }

  #export() {
    const { map } = this.draft;
    const link = document.createElement('a');
    link.href = URL.createObjectURL(new Blob([`${JSON.stringify(map, null, 2)}\n`], { type: 'application/json' }));
    link.download = `map-${map?.plant ?? 'rig'}.json`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  }

  render() {
    const { draft } = this;
    if (!draft.map || !draft.desk) {
      return html`<section class="sheet pad">${draft.failure ? html`<p class="wrong" role="alert">${draft.failure}</p>` : html`<p class="mut">…</p>`}</section>`;
    }
    const wide = !this.traffic || this.roomy;
    return html`${this.#banners()}<div class="mp ${this.traffic ? '' : 'alone'}">
      ${this.traffic ? html`<ots-map-traffic .traffic=${this.source} .draft=${draft}></ots-map-traffic>` : nothing}
      <section class="sheet mpr">${this.#tools()}
        <ots-map-table .draft=${draft} .traffic=${this.source} .trial=${this.trial} .wide=${wide} .search=${this.search} .selected=${this.selected} @select-rows=${(/** @type {any} */ event) => this.#rows(event.detail)}></ots-map-table>
        <div class="mpp"><div class="row mpph">${segment(PANELS.map((value) => ({ value, text: this.#panelName(value) })), this.panel, (value) => { this.panel = value; }, t('map.panels'), 's')}</div>
        <div class="scroll mppb" @select-rows=${(/** @type {any} */ event) => this.#rows(event.detail)}>${this.#panel()}</div></div></section></div>
      <datalist id="mp-signals">${draft.desk.signals.filter((one) => !draft.mapped.has(one.name)).map((one) => html`<option value=${one.name}>${pick(one.text)}</option>`)}</datalist>
      ${this.#upload()}${ask(this.question, () => { this.question = null; })}`;
  }

  /** @param {Set<number>} rows */
  #rows(rows) {
    this.selected = rows;
    if (rows.size > 0) {
      this.panel = 'edit';
    }
  }

  /** @param {string} value */
  #panelName(value) {
    const { draft, selected } = this;
    const n = value === 'edit' ? selected.size : value === 'check' ? this.#mistakes.length : value === 'missing' ? this.#unmapped.length : value === 'kept' ? draft.desk?.kept.length ?? 0 : 0;
    return n > 0 ? `${t(`map.panel.${value}`)} ${n}` : t(`map.panel.${value}`);
  }

  /** An empty map is no mistake before anybody saves it. */
  get #mistakes() {
    return this.draft.map?.tags.length === 0 ? [] : this.draft.findings;
  }

  get #unmapped() {
    const { desk, mapped } = this.draft;
    return (desk?.signals ?? []).filter((one) => !mapped.has(one.name) && one.kind !== 'own');
  }

  /** What somebody must know before going on. */
  #banners() {
    const { draft, rig } = this;
    const { desk } = draft;
    const differ = draft.conflict ? draft.different : [];
    return html`${desk?.broken ? html`<p class="mpban t2" role="alert">${priority(2, 18)}<span>${t('map.broken', desk.broken)}</span></p>` : nothing}
      ${draft.conflict ? html`<p class="mpban t2" role="alert">${priority(2, 18)}<span><b>${t('map.conflict')}</b> ${t('map.conflict.differ', differ.length, differ.slice(0, 8).join(' '))}</span><span class="sp"></span><button class="btn s" @click=${() => this.#discard()}>${t('map.conflict.theirs')}</button><button class="btn s" @click=${() => draft.rebase()}>${t('map.conflict.mine')}</button></p>`
      : draft.restored > 0 && draft.dirty ? html`<p class="mpban t3" role="status">${priority(3, 18)}<span>${t('map.restored', when(draft.restored))}</span><span class="sp"></span><button class="btn s" @click=${() => this.#discard()}>${t('map.discard')}</button></p>` : nothing}
      ${draft.failure && !draft.conflict ? html`<p class="mpban t1" role="alert">${priority(1, 18)}<span>${draft.failure}</span></p>` : nothing}
      ${draft.saved ? html`<p class="mpban ok" role="status">${icon('check', 18)}<span>${t('map.saved')} ${rig?.state === 'open' ? pick(rig.link?.text) : rig?.state === 'failed' ? pick(rig.failure) : ''}</span><span class="sp"></span><a class="btn s" href="/rig/tags">${t('map.saved.tags')}</a></p>` : nothing}
      ${desk?.state === 'off' ? this.#setup() : nothing}`;
  }

  #discard() {
    this.question = { title: t('map.discard'), text: t('map.discard.text', this.draft.different.length), action: t('map.discard'), danger: true, run: () => this.draft.discard() };
  }

  /** The bridge itself, as far as it is set up in a browser. */
  #setup() {
    const { setup } = this;
    const field = (/** @type {'zh' | 'en' | 'host' | 'port'} */ name, /** @type {string} */ label) => html`<label class="mpl"><span class="cap">${label}</span><input class="field" required maxlength=${name === 'host' ? 200 : 100} .value=${setup[name]} @input=${(/** @type {any} */ event) => { this.setup = { ...setup, [name]: event.target.value }; }}></label>`;
    const send = async (/** @type {Event} */ event) => {
      event.preventDefault();
      this.failure = '';
      try {
        await api.post('/api/rig/bridge', { zh: setup.zh, en: setup.en, ...(setup.own ? {} : { host: setup.host, port: Number(setup.port) }) });
        await this.draft.load();
        this.dispatchEvent(new CustomEvent('map-saved', { bubbles: true }));
      } catch (error) {
        this.failure = errorText(error);
      }
    };
    return html`<form class="sheet mpset" @submit=${send}><b>${t('map.setup')}</b>${field('zh', t('map.setup.zh'))}${field('en', t('map.setup.en'))}
      <label class="mpl"><span class="cap">${t('map.broker')}</span><select class="field" @change=${(/** @type {any} */ event) => { this.setup = { ...setup, own: event.target.value === 'own' }; }}><option value="own" ?selected=${setup.own}>${t('map.setup.own')}</option><option value="lab" ?selected=${!setup.own}>${t('map.broker.lab')}</option></select></label>
      ${setup.own ? nothing : html`${field('host', t('map.host'))}${field('port', t('map.port'))}`}<button class="btn act">${t('map.setup.do')}</button>
      <p class="cap mpsn">${t('map.by.file')}</p>${this.failure ? html`<p class="wrong" role="alert">${this.failure}</p>` : nothing}</form>`;
  }

  #tools() {
    const { draft } = this;
    const { desk, map, mapped } = draft;
    const known = (desk?.signals ?? []).filter((one) => one.kind !== 'own');
    const instruments = known.filter((one) => one.kind === 'instrument');
    const needed = known.filter((one) => one.skills.length > 0);
    const done = (/** @type {any[]} */ list) => list.filter((one) => mapped.has(one.name)).length;
    const due = (map?.tags ?? []).filter((one) => overdue(one.calibration, desk?.today ?? '')).length;
    const wrong = this.#mistakes.length;
    return html`<div class="mph"><div class="row mph1"><button class="btn s" aria-pressed=${this.traffic} @click=${() => { this.traffic = !this.traffic; }}>${icon(this.traffic ? 'left' : 'right', 14)}${t(this.traffic ? 'map.traffic.hide' : 'map.traffic.show')}</button>
        <select class="field rgday" aria-label=${t('map.plant')} title=${t('map.plant')} @change=${(/** @type {any} */ event) => draft.plant(event.target.value)}>${(desk?.plants ?? []).map((one) => html`<option value=${one.id} ?selected=${one.id === map?.plant}>${pick(one.title) || one.id}</option>`)}</select>
        <span class="sp"></span>
        <button class="btn s mpmatch" ?disabled=${this.source.items.length === 0} @click=${() => this.#match()}>${icon('bolt', 14)}${t('map.match')}</button>
        <button class="btn s" @click=${() => { this.upload = { ...this.upload, open: true, failure: '' }; this.imported = null; }}>${t('map.import')}</button>
        <button class="btn s" ?disabled=${map?.tags.length === 0} @click=${() => this.#export()}>${t('map.export')}</button>
        <button class="btn s" ?disabled=${this.trial.running || map?.tags.length === 0 || wrong > 0} @click=${() => { this.panel = 'trial'; this.trial.start(map, 10, this.broker); }}>${icon('play', 14)}${t('map.trial')}</button>
        <button class="btn s act mpsave ${draft.busy ? 'busy' : ''}" ?disabled=${draft.busy || !draft.dirty || draft.conflict || map?.tags.length === 0} @click=${() => this.#save()}>${t('map.save')}</button></div>
      <div class="row mph2"><label class="rgfind">${icon('search')}<input class="field" placeholder=${t('rig.tags.search')} aria-label=${t('rig.tags.search')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></label>
        <span class="cutl" role="status" title=${t('map.coverage.title')}>${t('map.coverage', done(instruments), instruments.length)}${needed.length > 0 ? ` · ${t('map.coverage.skills', done(needed), needed.length)}` : ''}</span>
        ${due > 0 ? html`<button class="tagc t2 mpdue" @click=${() => this.#rows(new Set((map?.tags ?? []).flatMap((one, i) => (overdue(one.calibration, desk?.today ?? '') ? [i] : []))))}>${priority(2, 12)}${t('map.due', due)}</button>` : nothing}
        <span class="sp"></span><span class="cap">${draft.dirty || draft.base !== NO_MAP ? t(draft.dirty ? 'map.dirty' : 'map.clean', map?.tags.length ?? 0) : t('map.no')}</span></div></div>`;
  }

  #panel() {
    const { draft } = this;
    switch (this.panel) {
      case 'check': return this.#check();
      case 'trial': return html`<ots-map-trial .trial=${this.trial} .draft=${draft} .broker=${this.broker}></ots-map-trial>`;
      case 'missing': return this.#missing();
      case 'kept': return this.#kept();
      default: return html`<ots-map-fields .draft=${draft} .selected=${this.selected}></ots-map-fields>`;
    }
  }

  #check() {
    const mistakes = this.#mistakes;
    const tags = this.draft.map?.tags ?? [];
    return html`<div class="mpq">${mistakes.length === 0 ? html`<p class="row mpok">${icon('check', 16)}${t(tags.length === 0 ? 'map.empty' : 'map.check.clean')}</p>` : mistakes.map((one) => {
      const { row, field } = placeOf(one);
      return html`<p class="mpno">${priority(2, 14)}<span>${row >= 0 ? html`<button class="plain rgtag" @click=${() => this.#rows(new Set([row]))}>${tags[row]?.tag || t('map.row.n', row + 1)}</button> ` : nothing}${field ? html`<span class="tagc">${fieldName(field)}</span> ` : nothing}${pick(one.rule)} <span class="cap">${one.code}</span></span></p>`;
    })}</div>`;
  }

  /** Signals that nothing is mapped to, those that skills need first, and items that are no tag. */
  #missing() {
    const order = { instrument: 0, loop: 1, part: 2, other: 3 };
    const signals = [...this.#unmapped].sort((a, b) => Number(b.skills.length > 0) - Number(a.skills.length > 0) || (/** @type {any} */ (order)[a.kind] ?? 9) - (/** @type {any} */ (order)[b.kind] ?? 9));
    const rest = this.#rest;
    return html`<div class="mpx"><div><h3>${t('map.missing.signals', signals.length)}</h3>${this.matched ? html`<p class="row mpok" role="status">${icon('check', 16)}${t('map.matched', this.matched.added, this.matched.rest)}</p>` : nothing}
        <ul class="mpxl">${signals.slice(0, 300).map((one) => html`<li><b>${one.name}</b><span class="cutl">${pick(one.text)}</span>${one.skills.length > 0 ? html`<span class="tagc t3" title=${t('map.skills', one.skills.join(' '))}>${t('map.skills.short', one.skills.length)}</span>` : html`<span class="cap">${t(`map.kind.${one.kind}`)}</span>`}</li>`)}</ul></div>
      <div><h3>${t('map.missing.items', rest.length)}</h3><ul class="mpxl">${rest.slice(0, 300).map(({ topic, item, match }) => html`<li><b class="cutl" title=${topic.topic}>${item.item}</b><span class="cutl cap">${match?.candidates.length ? t('map.maybe', match.candidates.join(' ')) : match?.signal ? t(this.draft.mapped.has(match.signal) ? 'map.twice' : 'map.range.unknown', match.signal) : topic.topic}</span></li>`)}</ul></div></div>`;
  }

  #kept() {
    const { kept = [] } = this.draft.desk ?? {};
    return html`<div class="mpq">${kept.length === 0 ? html`<p class="mut">${t('map.kept.none')}</p>` : html`<p class="cap">${t('map.kept.how')}</p>`}
      ${kept.map((one) => html`<p class="row mpkp"><b>${when(one.time)}</b><span class="cap cutl">${one.name}</span><span class="sp"></span><button class="btn s" @click=${() => this.draft.bring(one.name)}>${icon('undo', 14)}${t('map.kept.bring')}</button></p>`)}
      <p class="cap">${t('map.by.file')}</p></div>`;
  }

  /** An export of a control system becomes rows of the table. */
  #upload() {
    const { upload, draft, imported } = this;
    if (!upload.open) {
      return nothing;
    }
    const close = () => { this.upload = { ...this.upload, open: false }; };
    const topics = this.source.probe?.topics ?? [];
    const set = (/** @type {object} */ part) => { this.upload = { ...this.upload, ...part }; };
    const send = async (/** @type {Event} */ event) => {
      const input = /** @type {HTMLInputElement} */ (event.currentTarget);
      const file = input.files?.[0];
      input.value = '';
      if (!file) {
        return;
      }
      set({ busy: true, failure: '' });
      try {
        const query = new URLSearchParams({ name: file.name, plant: draft.map?.plant ?? '', topic: this.upload.topic || topics[0]?.topic || 'dcs', dialect: this.upload.dialect });
        this.imported = await api.upload(`/api/rig/map/import?${query}`, file);
      } catch (error) {
        set({ failure: errorText(error) });
      }
      set({ busy: false });
    };
    const take = (/** @type {boolean} */ whole) => (/** @type {Event} */ event) => {
      draft.edit((map) => {
        const { mapped } = draft;
        map.tags = whole ? imported.map.tags : [...map.tags, ...imported.map.tags.filter((/** @type {any} */ one) => !mapped.has(one.tag))];
      });
      this.selected = new Set();
      shut(event);
    };
    return modal(t('map.import'), close, html`<h2>${t('map.import')}</h2><p class="mut">${t('map.import.how')}</p>
      <label class="mpl"><span class="cap">${t('map.import.topic')}</span><input class="field" list="mp-topics" .value=${upload.topic || topics[0]?.topic || ''} @input=${(/** @type {any} */ event) => set({ topic: event.target.value })}></label><datalist id="mp-topics">${topics.slice(0, 50).map((one) => html`<option value=${one.topic}></option>`)}</datalist>
      <label class="mpl"><span class="cap">${t('map.field.dialect')}</span><select class="field" @change=${(/** @type {any} */ event) => set({ dialect: event.target.value })}>${(draft.desk?.dialects ?? []).map((one) => html`<option value=${one} ?selected=${one === upload.dialect}>${one}</option>`)}</select></label>
      <label class="mpl"><span class="cap">${t('map.import.file')}</span><input class="field mpfile" type="file" accept=".csv,.txt,.xlsx" ?disabled=${upload.busy} @change=${send}></label>
      ${upload.failure ? html`<p class="wrong" role="alert">${upload.failure}</p>` : nothing}
      ${imported ? html`<p role="status"><b>${t('map.import.read', imported.map.tags.length, imported.leftOut.length)}</b></p>
        <div class="scroll mpim">${imported.findings.map((/** @type {any} */ one) => html`<p class="wrong">${pick(one.text)}</p>`)}${imported.leftOut.slice(0, 100).map((/** @type {any} */ one) => html`<p class="cap">${t('map.import.left', one.line, one.name)}</p>`)}</div>
        <p class="row mpwr"><button class="btn act" ?disabled=${imported.map.tags.length === 0} @click=${take(false)}>${t('map.import.add')}</button><button class="btn" ?disabled=${imported.map.tags.length === 0} @click=${take(true)}>${t('map.import.replace')}</button><button class="btn" @click=${shut}>${t('action.cancel')}</button></p>` : html`<p class="row"><button class="btn" @click=${shut}>${t('action.cancel')}</button></p>`}`, 'dialog');
  }
}

/** What people call a field of the file. @param {string} field */
function fieldName(field) {
  const key = `map.field.${field.split('.')[0]}`;
  return hasText(key) ? t(key) : field;
}

/** A time of the wall clock with its day. @param {number} time UTC in ms */
function when(time) {
  return new Intl.DateTimeFormat(language(), { month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hour12: false }).format(time);
}

customElements.define('ots-rig-mapping', MapView);
