// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { bar } from '../station/bar.js';

/** What stands for the whole workbook of a study of ours. */
const WHOLE = 'workbook';
/** Profile whose words are used when columns are chosen by hand. */
const USUAL = 'chinese-worksheet';
/** Our columns, the needed ones first. */
const FIELDS = ['node', 'parameter', 'guideWord', 'deviation', 'cause', 'consequence', 'severity', 'likelihood', 'risk', 'safeguards', 'existingSeverity', 'existingLikelihood', 'existingRisk', 'recommendations', 'owner', 'due', 'afterSeverity', 'afterLikelihood', 'afterRisk', 'number', 'remarks'];
const MOST_MISTAKES = 200;
/** Rows below the headings in which an example is looked for. */
const SAMPLES = 6;

/** The name of a column as spreadsheet programs show it. @param {number} column @returns {string} */
function letters(column) {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}

/** Worksheets of other tools as studies of this station. */
class ImportPage extends LightElement {
  static properties = { profiles: { state: true }, studies: { state: true }, book: { state: true }, form: { state: true }, byHand: { state: true }, heading: { state: true }, result: { state: true }, kept: { state: true }, busy: { state: true }, failure: { state: true }, question: { state: true }, profile: { state: true } };

  constructor() {
    super();
    /** @type {any[]} */
    this.profiles = [];
    /** @type {any[] | null} */
    this.studies = null;
    /** @type {any} */
    this.book = null;
    this.form = { profile: WHOLE, study: '', title: '', date: new Date().toLocaleDateString('sv') };
    this.byHand = false;
    /** @type {{ sheet: number, first: number, count: number, columns: Record<string, number> }} */
    this.heading = { sheet: 0, first: 0, count: 1, columns: {} };
    /** @type {any} */
    this.result = null;
    this.kept = '';
    this.busy = false;
    this.failure = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    this.profile = { id: '', name: '' };
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    await this.#try(async () => {
      [this.profiles, this.studies] = await Promise.all([api.get('/api/hazop/profiles'), api.get('/api/hazop/own-studies')]);
    });
  }

  /** @param {() => Promise<void>} action */
  async #try(action) {
    this.failure = '';
    this.busy = true;
    try {
      await action();
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = false;
  }

  /** @param {Event} event */
  async #choose(event) {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    const file = input.files?.[0];
    input.value = '';
    if (!file) {
      return;
    }
    await this.#try(async () => {
      this.book = null;
      this.result = null;
      this.kept = '';
      const book = await api.upload(path`/api/hazop/imports?name=${file.name}`, file);
      const fits = Object.keys(book.headings);
      this.byHand = false;
      this.heading = book.headings[fits[0]] ?? { sheet: 0, first: 0, count: 1, columns: {} };
      const name = file.name.replace(/\.[^.]*$/, '');
      const id = name.toLowerCase().replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '');
      this.form = { ...this.form, profile: fits[0] ?? WHOLE, study: id || 'imported-study', title: name };
      this.book = book;
    });
  }

  /** Chooses a profile; the columns it finds are shown when they are chosen by hand then. @param {string} profile */
  #profile(profile) {
    this.form = { ...this.form, profile };
    this.heading = this.book.headings[profile] ?? this.heading;
    this.result = null;
  }

  /** How the workbook is to be read. */
  get reading() {
    const hand = this.byHand ? { ...this.heading, profile: this.profiles.some((one) => one.id === this.form.profile && !one.own) ? this.form.profile : USUAL, columns: Object.entries(this.heading.columns).map(([field, column]) => ({ field, column })) } : {};
    return { ...this.form, ...hand };
  }

  async #read() {
    await this.#try(async () => {
      this.kept = '';
      this.result = await api.post(path`/api/hazop/imports/${this.book.id}/read`, this.reading);
    });
  }

  /** @param {string} state */
  async #keep(state) {
    await this.#try(async () => {
      this.result = await api.post(path`/api/hazop/imports/${this.book.id}/keep`, { ...this.reading, state });
      this.studies = await api.get('/api/hazop/own-studies');
      this.kept = state;
    });
  }

  /** Asks before what replaces a study or gives an unfinished one to the class. @param {string} state */
  #before(state) {
    const same = this.studies?.find((one) => one.id === this.form.study);
    const open = state === 'offered' ? this.result.open.length : 0;
    if (!same && open === 0) {
      this.#keep(state);
      return;
    }
    const text = [same ? t('import.replace.text', this.form.study, pick(same.title)) : '', open > 0 ? t('import.offer.text', open) : ''].join(' ').trim();
    this.question = { title: t(same ? 'import.replace' : 'import.offer'), text, action: t(`import.keep.${state}`), run: () => this.#keep(state) };
  }

  async #saveProfile() {
    await this.#try(async () => {
      const { id } = await api.post(path`/api/hazop/imports/${this.book.id}/profile`, { ...this.reading, ...this.profile });
      this.profiles = await api.get('/api/hazop/profiles');
      this.book = { ...this.book, headings: { ...this.book.headings, [id]: this.heading } };
      this.form = { ...this.form, profile: id };
      this.byHand = false;
    });
  }

  /** @param {any} study @param {string} state */
  async #move(study, state) {
    await this.#try(async () => {
      await api.post(path`/api/hazop/own-studies/${study.id}`, { state });
      this.studies = await api.get('/api/hazop/own-studies');
    });
  }

  /** @param {any} study */
  #delete(study) {
    this.question = { title: t('import.delete'), text: t('import.delete.text', pick(study.title)), action: t('import.delete'), danger: true, run: () => this.#try(async () => {
      await api.delete(path`/api/hazop/own-studies/${study.id}`);
      this.studies = await api.get('/api/hazop/own-studies');
    }) };
  }

  render() {
    return html`<div class="station">${bar('hazop')}<main class="wrap us imp"><header class="hd"><h1>${this.#finding()}</h1><span class="sp"></span>
        <label class="btn ${this.book ? '' : 'act'} ${this.busy ? 'busy' : ''}">${t('import.choose')}<input type="file" class="off1" accept=".xlsx" ?disabled=${this.busy} @change=${this.#choose}></label></header>
      <section class="sheet scroll"><div class="pad col">${this.failure ? html`<p class="row err" role="alert">${this.failure}</p>` : nothing}${this.book ? this.#book() : html`<p>${t('import.note')}</p><p class="mut">${t('import.note.columns')}</p>`}</div>
        ${this.result ? this.#result() : nothing}</section>
      <aside class="col">${this.#own()}</aside></main>${ask(this.question, () => { this.question = null; })}</div>`;
  }

  #finding() {
    const { result } = this;
    if (!result) {
      return this.book ? t('import.title.file', this.book.name.replace(/\.[^.]*$/, '')) : t('import.title');
    }
    return this.kept ? t(`import.kept.${this.kept}`, this.form.study) : result.ok ? result.open.length > 0 ? t('import.finding', result.rows.length, result.open.length) : t('import.finding.sound', result.rows.length) : t('import.finding.mistakes', result.mistakes.length);
  }

  /** @param {string} name @param {string} [type] */
  #input(name, type = 'text') {
    return html`<div><label class="l" for=${`imp-${name}`}>${t(name === 'title' ? 'import.title.label' : `import.${name}`)}</label><input id=${`imp-${name}`} class="field" type=${type} autocomplete="off" .value=${this.form[name]} @input=${(/** @type {any} */ event) => { this.form = { ...this.form, [name]: event.target.value }; this.result = null; }}></div>`;
  }

  #book() {
    const { book, form } = this;
    return html`<div class="impf"><div><label class="l" for="imp-profile">${t('import.profile')}</label><select id="imp-profile" class="field" @change=${(/** @type {any} */ event) => this.#profile(event.target.value)}>
        <option value=${WHOLE} ?selected=${form.profile === WHOLE}>${t('import.whole')}</option>
        ${this.profiles.map((one) => html`<option value=${one.id} ?selected=${form.profile === one.id}>${pick(one.title)}${book.headings[one.id] ? ` ✓ ${t('import.fits', book.sheets[book.headings[one.id].sheet]?.name ?? '')}` : ''}</option>`)}</select></div>
        ${this.#input('study')}${this.#input('title')}${this.#input('date', 'date')}</div>
      <p class="row"><label class="row"><input type="checkbox" class="impc" .checked=${this.byHand} @change=${(/** @type {any} */ event) => { this.byHand = event.target.checked; this.result = null; }}>${t('import.byHand')}</label></p>
      ${this.byHand ? this.#columns() : nothing}
      <p class="row"><button class="btn ${this.result?.ok ? '' : 'act'}" ?disabled=${this.busy} @click=${() => this.#read()}>${t('import.read')}</button>
        ${this.result?.ok ? html`<button class="btn" ?disabled=${this.busy} @click=${() => this.#before('draft')}>${t('import.keep.draft')}</button><button class="btn act" ?disabled=${this.busy} @click=${() => this.#before('offered')}>${t('import.keep.offered')}</button>` : nothing}</p>`;
  }

  /** The columns of the sheet with what stands in them, and a choice for each. */
  #columns() {
    const { heading, book } = this;
    const sheet = book.sheets[heading.sheet] ?? { top: [] };
    const width = Math.max(0, ...sheet.top.map((/** @type {string[]} */ row) => row.length));
    const set = (/** @type {Partial<typeof heading>} */ change) => { this.heading = { ...heading, ...change }; this.result = null; };
    const number = (/** @type {'first' | 'count'} */ name, /** @type {number} */ from, /** @type {number} */ to) => html`<div><label class="l" for=${`imp-${name}`}>${t(`import.${name}`)}</label><select id=${`imp-${name}`} class="field" @change=${(/** @type {any} */ event) => set({ [name]: Number(event.target.value) })}>
      ${Array.from({ length: to - from + 1 }, (_, i) => i + from).map((value) => html`<option value=${value} ?selected=${heading[name] === value}>${name === 'first' ? value + 1 : value}</option>`)}</select></div>`;
    const assign = (/** @type {number} */ column, /** @type {string} */ field) => {
      const columns = Object.fromEntries(Object.entries(heading.columns).filter(([one, at]) => at !== column && one !== field));
      set({ columns: field === '' ? columns : { ...columns, [field]: column } });
    };
    const cells = (/** @type {number} */ column, /** @type {number} */ from, /** @type {number} */ to) => [...new Set(sheet.top.slice(from, to).map((/** @type {string[]} */ row) => row[column] ?? '').filter((/** @type {string} */ text) => text !== ''))];
    const below = heading.first + heading.count;
    return html`<div class="impf"><div><label class="l" for="imp-sheet">${t('import.sheet')}</label><select id="imp-sheet" class="field" @change=${(/** @type {any} */ event) => set({ sheet: Number(event.target.value), columns: {} })}>${book.sheets.map((/** @type {any} */ one, /** @type {number} */ i) => html`<option value=${i} ?selected=${heading.sheet === i}>${one.name}</option>`)}</select></div>
        ${number('first', 0, Math.max(0, sheet.top.length - 1))}${number('count', 1, 4)}</div>
      <table class="t impt"><thead><tr><th>${t('import.column')}</th><th>${t('import.heading')}</th><th>${t('import.sample')}</th><th>${t('import.meaning')}</th></tr></thead><tbody>${Array.from({ length: width }, (_, column) => {
        const field = Object.entries(heading.columns).find(([, at]) => at === column)?.[0] ?? '';
        return html`<tr><td>${letters(column)}</td><td><b>${cells(column, heading.first, below).join(' / ')}</b></td><td class="mut">${cells(column, below, below + SAMPLES)[0] ?? ''}</td><td><select class="field" data-column=${column} aria-label="${t('import.column')} ${letters(column)}" @change=${(/** @type {any} */ event) => assign(column, event.target.value)}><option value="" ?selected=${field === ''}>${t('import.column.none')}</option>${FIELDS.map((one) => html`<option value=${one} ?selected=${field === one}>${t(`import.field.${one}`)}</option>`)}</select></td></tr>`;
      })}</tbody></table>
      <div class="impf">${['id', 'name'].map((name) => html`<div><label class="l" for=${`imp-p${name}`}>${t(`import.profile.${name}`)}</label><input id=${`imp-p${name}`} class="field" autocomplete="off" .value=${this.profile[name]} @input=${(/** @type {any} */ event) => { this.profile = { ...this.profile, [name]: event.target.value }; }}></div>`)}
        <div class="impb"><button class="btn" ?disabled=${this.busy || this.profile.id === '' || this.profile.name === ''} @click=${() => this.#saveProfile()}>${t('import.profile.save')}</button></div></div>`;
  }

  #result() {
    const { result } = this;
    if (!result.ok) {
      return html`<table class="t impm"><thead><tr><th>${t('import.sheet')}</th><th>${t('import.cell')}</th><th>${t('import.mistake')}</th></tr></thead><tbody>${result.mistakes.slice(0, MOST_MISTAKES).map((/** @type {any} */ one) => html`<tr><td>${one.sheet}</td><td><b>${one.cell}</b></td><td>${pick(one.message)} <span class="cap">${one.code}</span></td></tr>`)}</tbody></table>`;
    }
    const list = (/** @type {any[]} */ items) => html`<ul class="dfl">${items.map((item) => html`<li>${pick(item)}</li>`)}</ul>`;
    return html`${result.open.length > 0 ? html`<details class="pad impo"><summary>${t('import.open', result.open.length)}</summary><ul class="dfl">${result.open.slice(0, MOST_MISTAKES).map((/** @type {any} */ one) => html`<li>${pick(one.message)}</li>`)}</ul></details>` : nothing}
      <table class="t dft"><thead><tr><th>${t('hazop.col.deviation')}</th><th>${t('hazop.col.cause')}</th><th>${t('import.field.consequence')}</th><th>S×L</th><th>${t('import.field.safeguards')}</th><th>${t('import.field.recommendations')}</th></tr></thead><tbody>
      ${result.rows.map((/** @type {any} */ row) => row.scenarios.map((/** @type {any} */ one, /** @type {number} */ i) => html`<tr>${i === 0 ? html`<td rowspan=${row.scenarios.length}><b>${row.id}</b> ${pick(row.text)}<span class="cap"><br>${pick(row.node)} · ${row.guideWord}</span></td>` : nothing}<td>${pick(one.cause)}</td><td>${pick(one.consequence)}</td><td>${one.severity}×${one.likelihood}</td><td>${list(one.safeguards)}</td><td>${list(one.recommendations)}</td></tr>`))}</tbody></table>`;
  }

  #own() {
    const studies = this.studies ?? [];
    return html`<section class="sheet pad col"><h2>${t('import.own')}</h2>${this.studies !== null && studies.length === 0 ? html`<p class="mut">${t('import.own.none')}</p>` : nothing}
      ${studies.map((study) => html`<div class="impo1"><b>${pick(study.title)}</b><span class="cap">${study.id} · ${t('import.own.size', study.nodes, study.deviations)}${study.open > 0 ? ` · ${t('import.own.open', study.open)}` : ''}</span>
        <span class="row"><span class="tagc ${study.state === 'offered' ? 'ok' : ''}">${study.state === 'offered' ? icon('check', 14) : nothing}${t(`import.state.${study.state}`)}</span><span class="sp"></span>
        <button class="btn s" ?disabled=${this.busy} @click=${() => this.#move(study, study.state === 'offered' ? 'draft' : 'offered')}>${t(study.state === 'offered' ? 'import.withdraw' : 'import.offer')}</button>
        <a class="btn s" target="_self" download href=${path`/api/hazop/own-studies/${study.id}/file`}>JSON</a>
        ${study.state === 'draft' ? html`<button class="btn s" ?disabled=${this.busy} @click=${() => this.#delete(study)}>${t('import.delete')}</button>` : nothing}</span></div>`)}</section>`;
  }
}

customElements.define('ots-import', ImportPage);
