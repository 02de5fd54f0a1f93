// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { ask } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { language, pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { bar } from '../station/bar.js';
import { tabs } from './tabs.js';

/** A list of students as a file: looked through first, then imported as a whole or without the wrong lines. */
class RosterPage extends LightElement {
  static properties = { group: { state: true }, file: { state: true }, read: { state: true }, done: { state: true }, only: { state: true }, busy: { state: true }, failure: { state: true }, question: { state: true } };

  constructor() {
    super();
    this.group = '';
    /** @type {File | null} */
    this.file = null;
    /** @type {any} */
    this.read = null;
    /** @type {any} */
    this.done = null;
    /** What of the lines is shown: all or the wrong ones. */
    this.only = false;
    this.busy = false;
    this.failure = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
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
  #choose(event) {
    const input = /** @type {HTMLInputElement} */ (event.currentTarget);
    this.file = input.files?.[0] ?? null;
    input.value = '';
    return this.#open('');
  }

  /** @param {string} sheet */
  #open(sheet) {
    const { file } = this;
    if (!file) {
      return Promise.resolve();
    }
    return this.#try(async () => {
      this.read = null;
      this.done = null;
      this.read = await api.upload(path`/api/people/imports?name=${file.name}&sheet=${sheet}&class=${this.group.trim()}`, file);
      this.only = this.read.counts.wrong > 0;
    });
  }

  /** @param {string} mode */
  #apply(mode) {
    return this.#try(async () => {
      this.done = await api.post(path`/api/people/imports/${this.read.id}/apply`, { mode });
      this.read = null;
      this.file = null;
    });
  }

  #good() {
    const { wrong } = this.read.counts;
    this.question = { title: t('roster.good.ask', wrong), text: t('roster.good.text'), action: t('roster.good'), danger: true, run: () => this.#apply('good') };
  }

  render() {
    const template = `/api/people/template?lang=${language() === 'en' ? 'en' : 'zh'}`;
    return html`<div class="station">${bar('people')}<main class="wrap per"><header class="peh"><h1>${this.#finding()}</h1><span class="sp"></span>${tabs('import')}</header>
      <section class="sheet pad col pes"><div><label class="l" for="ro-class">${t('roster.class')}</label><input id="ro-class" class="field" autocomplete="off" maxlength="40" .value=${this.group} @input=${(/** @type {any} */ event) => { this.group = event.target.value; }}></div>
        <label class="btn ${this.read ? '' : 'act'} ${this.busy ? 'busy' : ''}">${t('roster.choose')}<input type="file" class="off1" accept=".xlsx,.xls,.csv,.txt" ?disabled=${this.busy} @change=${this.#choose}></label><a class="btn" target="_self" download href=${template}>${t('roster.template')}</a>
        ${this.read ? this.#about() : html`<p class="mut">${t('roster.note')}</p><p class="mut">${t('roster.note.id')}</p>`}</section>
      <section class="sheet scroll">${this.failure ? html`<p class="row err pad" role="alert">${priority(2, 18)}<span>${this.failure}</span>${this.file && !this.read ? html`<button class="btn s" ?disabled=${this.busy} @click=${() => this.#open('')}>${t('roster.again')}</button>` : nothing}</p>` : nothing}${this.done ? this.#done() : this.read ? this.#lines() : this.failure ? nothing : html`<p class="pad mut">${t('roster.empty')}</p>`}</section></main>${ask(this.question, () => { this.question = null; })}</div>`;
  }

  #finding() {
    const { read, done } = this;
    if (done) {
      return t('roster.finding.done', done.created, done.moved);
    }
    return read ? read.counts.wrong > 0 ? t('roster.finding.wrong', read.counts.wrong, read.rows.length) : t('roster.finding.good', read.rows.length) : t('roster.title');
  }

  #about() {
    const { read } = this;
    const { fresh, moved, same, wrong } = read.counts;
    return html`<hr><p><b class="pfn">${read.name.replace(/\.[^.]*$/, '')}</b> <span class="mut">${read.kind.toUpperCase()}${read.encoding ? ` ${read.encoding}` : ''}</span></p>${read.sheets.length > 1 ? html`<div><label class="l" for="ro-sheet">${t('roster.sheet')}</label><select id="ro-sheet" class="field" @change=${(/** @type {any} */ event) => this.#open(event.target.value)}>${read.sheets.map((/** @type {string} */ one) => html`<option value=${one} ?selected=${one === read.sheet}>${one}</option>`)}</select></div>` : nothing}
      <dl class="ped"><dt>${t('roster.fresh')}</dt><dd>${fresh}</dd><dt>${t('roster.moved')}</dt><dd>${moved}</dd><dt>${t('roster.same')}</dt><dd>${same}</dd><dt>${t('roster.wrong')}</dt><dd>${wrong}</dd></dl>
      ${wrong === 0 ? html`<button class="btn act" ?disabled=${this.busy || fresh + moved === 0} @click=${() => this.#apply('all')}>${t('roster.all', fresh + moved)}</button>`
        : html`<p class="mut">${t('roster.mistakes')}</p><button class="btn" ?disabled=${this.busy || fresh + moved === 0} @click=${() => this.#good()}>${t('roster.good.n', fresh + moved)}</button>`}`;
  }

  #done() {
    const { done } = this;
    return html`<div class="pad col"><p role="status">${t('roster.done', done.created, done.moved, done.same, done.left)}</p>
      ${done.slips ? html`<p>${t('roster.done.slips')}</p><p><a class="btn act" target="_self" download href=${`${path`/api/people/slips/${done.slips}`}?lang=${language() === 'en' ? 'en' : 'zh'}`}>${icon('print')}${t('people.slips')}</a></p>` : nothing}<p><a class="btn" href="/people">${t('people.tab.list')}</a></p></div>`;
  }

  #lines() {
    const { read } = this;
    const general = read.findings.filter((/** @type {any} */ one) => one.row === 0);
    const by = new Map();
    read.findings.filter((/** @type {any} */ one) => one.row > 0).forEach((/** @type {any} */ one) => by.set(one.row, [...(by.get(one.row) ?? []), one]));
    const rows = this.only ? read.rows.filter((/** @type {any} */ row) => by.has(row.row)) : read.rows;
    const citizens = read.columns.includes('id-number');
    return html`${general.map((/** @type {any} */ one) => html`<p class="pen1">${pick(one.message)}</p>`)}
      <p class="pad row pec"><label class="row"><input type="checkbox" class="impc" .checked=${this.only} @change=${(/** @type {any} */ event) => { this.only = event.target.checked; }}>${t('roster.only', by.size)}</label></p>
      <table class="t ros"><thead><tr><th class="num">${t('roster.row')}</th><th>${t('people.account')}</th><th>${t('people.name')}</th><th>${t('people.class')}</th><th>${t('people.seat')}</th>${citizens ? html`<th>${t('roster.id')}</th>` : nothing}<th>${t('people.state')}</th></tr></thead>
      <tbody>${rows.map((/** @type {any} */ row) => html`<tr class=${row.state === 'wrong' ? 't2' : ''}><td class="num">${row.row}</td><td>${row.account}</td><td>${row.name}</td><td>${row.class}</td><td>${row.seat}</td>${citizens ? html`<td>${row.idNumber}</td>` : nothing}<td>${row.state === 'wrong' ? html`<span class="row">${priority(2, 16)}${t('roster.state.wrong')}</span>` : t(`roster.state.${row.state}`)}</td></tr>
        ${(by.get(row.row) ?? []).map((/** @type {any} */ one) => html`<tr class="ren"><td class="num">${one.cell}</td><td colspan=${citizens ? 6 : 5}>${pick(one.message)} <span class="cap">${one.code}</span></td></tr>`)}`)}</tbody></table>
      ${read.moreFindings > 0 ? html`<p class="pad mut">${t('roster.more', read.moreFindings)}</p>` : nothing}`;
  }
}

customElements.define('ots-roster', RosterPage);
