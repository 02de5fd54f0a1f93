// @ts-check
import { html, nothing } from 'lit';
import { path } from '../core/api.js';
import { ask, modal, segment, shut, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';
import { myExam } from '../exam/my-exam.js';
import { bowTie } from './bow-tie.js';
import { matrixView } from './matrix-view.js';
import { exportMenu, sheetChoices, takeOut } from './exports.js';
import './node-view.js';
import { written } from './sheet-model.js';
import { SheetStore } from './sheet-store.js';
import './row-play.js';
import { rowsOf } from './sheet-grid.js';
import './sheet-table.js';

const VIEWS = ['node', 'sheet', 'matrix', 'tie'];
const TOOLS = [['cause', ''], ['line', 'Ctrl+Shift+Enter'], ['copy', 'Ctrl+D'], ['merge', 'Ctrl+M'], ['delete', 'Ctrl+Del'], ['undo', 'Ctrl+Z'], ['redo', 'Ctrl+Y']];

/** One worksheet with its views. */
class WorksheetPage extends LightElement {
  static properties = { sheetId: {}, view: {}, deviation: { state: true }, question: { state: true }, appealing: { state: true }, failure: { state: true }, playing: { state: true }, exporting: { state: true } };

  constructor() {
    super();
    this.sheetId = '';
    this.view = 'sheet';
    /** The deviation a person is in. */
    this.deviation = '';
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    /** The answer a person appeals against. @type {{ deviation: string, index: number, text: string } | null} */
    this.appealing = null;
    this.failure = '';
    /** The row that is played. @type {import('./play-offers.js').Offer | null} */
    this.playing = null;
    this.exporting = false;
    /** @type {import('./sheet-grid.js').At | null} */
    this.at = null;
    /** @type {SheetStore | null} */
    this.store = null;
  }

  connectedCallback() {
    super.connectedCallback();
    const account = session.me?.account ?? '';
    const store = new SheetStore(this.sheetId, account);
    this.store = store;
    this.follow(store);
    this.endings.push(() => queueMicrotask(() => store.close()));
    store.load(account);
  }

  get table() {
    return /** @type {any} */ (this.querySelector('ots-sheet-table'));
  }

  render() {
    const store = /** @type {SheetStore} */ (this.store);
    const chip = this.#chip(store);
    if (!store.info || !store.study) {
      return html`<div class="station">${bar('hazop', chip)}<main class="wrap one">${store.problem || store.tries > 0 ? html`<p class="row err" role="alert">${store.problem || t('hazop.unreached', store.waiting.length)} <button class="btn s" @click=${() => store.load(session.me?.account ?? '')}>${t('action.retry')}</button>${myExam.working ? nothing : html`<a class="btn s" href="/hazop">${t('hazop.all')}</a>`}</p>` : nothing}</main></div>`;
    }
    return html`<div class="station">${ask(this.question, () => { this.question = null; this.table?.focusCell(); })}${this.#clash(store)}${this.#appeal(store)}${this.#play(store)}${bar('hazop', chip)}
      <main class="wrap hz">${this.#head(store)}${store.problem || store.unfinished || store.link === 'signed-out' || store.link === 'elsewhere' ? this.#trouble(store) : nothing}${this.#view(store)}${this.view === 'sheet' ? this.#tools(store) : nothing}</main></div>`;
  }

  /** Never "saved" before the station says so. @param {SheetStore} store */
  #chip(store) {
    if (!store.info) {
      return html`<span class="tagc save">${t('save.connecting')}</span>`;
    }
    const waiting = store.waiting.length;
    const held = store.heldCells().length;
    if (store.link === 'offline') {
      return html`<span class="tagc save t2" role="status">${icon('broken', 14)}${waiting + held > 0 ? t('hazop.save.lost', waiting + held) : t('hazop.save.lost.none')}</span>`;
    }
    if (held > 0) {
      return html`<span class="tagc save t2" role="status">${icon('close', 14)}${t('hazop.save.held', held)}</span>`;
    }
    return waiting > 0 ? html`<span class="tagc save" role="status">${t('save.waiting', waiting)}</span>` : html`<span class="tagc save" role="status">${icon('check', 14)}${t('save.saved', store.revision)}</span>`;
  }

  /** @param {SheetStore} store */
  #trouble(store) {
    const again = () => store.load(session.me?.account ?? '');
    if (store.link === 'signed-out') {
      return html`<p class="row err" role="alert">${t('hazop.signed-out', store.waiting.length)} <button class="btn s act" @click=${() => session.forget()}>${t('left.sign-in')}</button></p>`;
    }
    if (store.link === 'elsewhere') {
      return html`<p class="row err" role="alert">${t('hazop.elsewhere')} <button class="btn s" @click=${again}>${t('hazop.here')}</button></p>`;
    }
    const close = () => {
      store.problem = '';
      store.unfinished = null;
      this.requestUpdate();
      this.table?.focusCell();
    };
    const { unfinished } = store;
    const about = unfinished?.deviation === undefined ? '' : this.#words(store, unfinished.deviation);
    return html`<p class="row err" role="alert">${unfinished ? t(`hazop.unfinished.${unfinished.what}`, about) : nothing}${store.problem} ${unfinished ? html`<button class="btn s act" @click=${() => store.finish(unfinished.what, unfinished.deviation)}>${t('action.retry')}</button>` : nothing}<button class="btn s" @click=${close}>${t('action.close')}</button></p>`;
  }

  /** The worksheet was changed from another computer: nothing is merged without being asked. @param {SheetStore} store */
  #clash(store) {
    if (store.link !== 'conflict') {
      return nothing;
    }
    return html`<div class="veil"><section class="ask" role="alertdialog" aria-modal="true" aria-label=${t('hazop.clash')}><h2>${t('hazop.clash')}</h2><p>${t('hazop.clash.text', store.waiting.length)}</p>
      <p class="row"><button class="btn act" @click=${() => store.resolve(true)}>${t('hazop.clash.mine')}</button><button class="btn danger" @click=${() => store.resolve(false)}>${t('hazop.clash.theirs', store.waiting.length)}</button></p></section></div>`;
  }

  /** @param {SheetStore} store */
  #appeal(store) {
    const about = this.appealing;
    if (!about) {
      return nothing;
    }
    const close = () => { this.appealing = null; };
    const send = async () => {
      const reason = /** @type {HTMLTextAreaElement} */ (this.querySelector('.aplq')).value.trim();
      if (reason === '') {
        this.failure = t('hazop.appeal.empty');
        return;
      }
      try {
        await store.appeal(about.deviation, about.index, reason);
        close();
      } catch (error) {
        this.failure = errorText(error);
      }
    };
    return modal(t('hazop.appeal.ask'), close, html`<h2>${t('hazop.appeal.ask')}</h2><p><b>${about.text}</b></p><p class="mut">${t('hazop.appeal.how')}</p>
      <textarea class="field aplq" maxlength="500" autofocus aria-label=${t('hazop.appeal.reason')} placeholder=${t('hazop.appeal.reason')}></textarea>${wrong(this.failure)}
      <p class="row"><button class="btn act" @click=${send}>${t('hazop.appeal.send')}</button><button class="btn" @click=${shut}>${t('action.cancel')}</button></p>`, 'dialog');
  }

  /** @param {SheetStore} store */
  #play(store) {
    const offer = this.playing;
    if (!offer) {
      return nothing;
    }
    const about = store.study.deviations.find((/** @type {any} */ one) => one.id === offer.deviation);
    return html`<ots-row-play .sheetId=${this.sheetId} .offer=${offer} .about=${pick(about?.text)} @close=${() => { this.playing = null; }}></ots-row-play>`;
  }

  /** @param {SheetStore} store */
  get nodes() {
    const store = /** @type {SheetStore} */ (this.store);
    const used = new Set(store.info.deviations.map((/** @type {string} */ id) => store.study.deviations.find((/** @type {any} */ one) => one.id === id)?.node));
    return store.study.nodes.filter((/** @type {any} */ node) => used.has(node.id));
  }

  /** @param {SheetStore} store */
  #head(store) {
    const { info } = store;
    const { nodes } = this;
    const title = nodes.length === 1 ? `${nodes[0].id} ${pick(nodes[0].name)}` : t('hazop.nodes', nodes.map((/** @type {any} */ node) => node.id).join(' '));
    const done = Object.keys(info.submitted).length;
    const scored = Object.keys(info.scores).length;
    const show = (/** @type {number} */ value) => number(value, Number.isInteger(value) ? 0 : 1);
    const { release } = info;
    const words = release ? t(release.corrected === release.earned ? 'hazop.release' : 'hazop.release.corrected', show(release.earned), show(release.possible), show(release.corrected)) : info.handIn ? t('hazop.handed-in', date(info.handIn.at), info.handIn.receipt.slice(0, 8)) : scored > 0 ? t('hazop.count.scored', info.deviations.length, scored) : t('hazop.count', info.deviations.length, done);
    const current = this.deviation || info.deviations[0];
    const locked = store.locked(current);
    const due = info.handIn && info.task?.submitted === false && !store.readonly;
    return html`<div class="hh">${info.task ? html`<a class="btn s ${due ? 'act' : ''}" data-act="task" href=${path`/hazop-task/${info.task.attempt}`}>${icon('left', 14)}${t(due ? 'hazop.task.submit' : 'hazop.task')}</a>` : nothing}<h1 class="cutl" title=${`${title} ${pick(store.study.title)}`}><span>${title}</span></h1><span class="mut">${words}</span><span class="sp"></span>
      ${segment(VIEWS.map((value) => ({ value, text: t(`hazop.view.${value}`) })), this.view, (value) => this.#show(value), t('hazop.views'), 's')}
      ${myExam.working ? nothing : exportMenu(t('report.menu'), sheetChoices(Boolean(store.info.release)), (format) => this.#takeOut(store, format), this.exporting)}
      ${info.handIn || store.readonly ? nothing : html`<button class="btn s" ?disabled=${!store.open} @click=${() => this.#askHandIn(store)}>${t('hazop.hand-in')}</button>
      <button class="btn s act" ?disabled=${locked} title=${locked && store.open ? t('hazop.submitted.already') : ''} @click=${() => this.#askSubmit(store, current)}>${t('hazop.submit')}</button>`}</div>`;
  }

  /** What is saved, as a file. @param {SheetStore} store @param {string} format */
  async #takeOut(store, format) {
    this.table?.querySelector('ots-cell-editor')?.flush();
    this.exporting = true;
    try {
      await takeOut(path`/api/worksheets/${this.sheetId}/report`, format);
    } catch (error) {
      store.problem = errorText(error);
    }
    this.exporting = false;
  }

  /** @param {string} view */
  #show(view) {
    this.at = this.table?.at ?? this.at;
    router.go(view === 'sheet' ? path`/hazop/${this.sheetId}` : path`/hazop/${this.sheetId}/${view}`);
  }

  /** @param {SheetStore} store */
  #view(store) {
    const current = this.deviation || store.info.deviations[0];
    switch (this.view) {
      case 'node': return html`<ots-node-view .study=${store.study} .nodes=${this.nodes.map((/** @type {any} */ node) => node.id)} chosen=${store.study.deviations.find((/** @type {any} */ one) => one.id === current)?.node ?? ''}></ots-node-view>`;
      case 'matrix': return matrixView(store.study, this.#rows(store), (row) => { this.at = { line: row.line.id, column: 'consequence' }; this.deviation = row.deviation; this.#show('sheet'); });
      case 'tie': return bowTie(store.study, current, store.sheet.content[current] ?? [], store.info.deviations.map((/** @type {string} */ id) => store.study.deviations.find((/** @type {any} */ one) => one.id === id)), (deviation) => { this.deviation = deviation; this.at = null; });
      default: return html`<div class="gridw"><ots-sheet-table .store=${store} .at=${this.at} @moved=${this.#moved} @appeal=${(/** @type {CustomEvent} */ event) => { this.appealing = event.detail; this.failure = ''; }} @play=${(/** @type {CustomEvent} */ event) => { this.playing = event.detail; }}></ots-sheet-table></div>`;
    }
  }

  /** @param {SheetStore} store */
  #rows(store) {
    return rowsOf(store.info.deviations, store.sheet.content, () => null, () => true);
  }

  #moved() {
    const { table } = this;
    this.at = table.at;
    this.deviation = table.current?.deviation ?? this.deviation;
  }

  /** @param {SheetStore} store */
  #tools(store) {
    const act = (/** @type {string} */ what) => { this.table?.act(what); queueMicrotask(() => this.table?.focusCell()); };
    const off = (/** @type {string} */ what) => !store.open || (what === 'undo' ? store.sheet.undo.length === 0 : what === 'redo' ? store.sheet.redo.length === 0 : store.locked(this.deviation || store.info.deviations[0]));
    return html`<footer class="hzf"><div class="row" role="toolbar" aria-label=${t('hazop.tools')}>${TOOLS.map(([what, keys]) => html`<button class="btn s" title=${keys} ?disabled=${off(what)} @click=${() => act(what)}>${t(`hazop.tool.${what}`)}</button>`)}</div><span class="sp"></span><span class="cap">${t('hazop.keys')}</span></footer>`;
  }

  /** What a deviation is called. @param {SheetStore} store @param {string} deviation */
  #words(store, deviation) {
    return pick(store.study.deviations.find((/** @type {any} */ one) => one.id === deviation)?.text);
  }

  /** Goes to the first cell that cannot be saved, says why, and whether there is one. @param {SheetStore} store @param {string} [deviation] */
  #tooLong(store, deviation) {
    const [cell] = store.heldCells(deviation);
    if (cell === undefined) {
      return false;
    }
    store.problem = `${store.excess(cell)} ${t('hazop.too-long.first')}`;
    this.requestUpdate();
    this.table?.visit(cell);
    return true;
  }

  /** @param {SheetStore} store @param {string} deviation */
  #askSubmit(store, deviation) {
    this.table?.querySelector('ots-cell-editor')?.flush();
    if (this.#tooLong(store, deviation)) {
      return;
    }
    const words = this.#words(store, deviation);
    const causes = store.sheet.content[deviation] ?? [];
    if (!written(causes)) {
      store.problem = t('hazop.submit.nothing', words);
      this.requestUpdate();
      return;
    }
    const gaps = this.#gaps(causes);
    this.question = { title: t('hazop.submit.ask', words), text: `${gaps.length === 0 ? t('hazop.submit.full') : t('hazop.submit.gaps', gaps.join(t('list.comma')))} ${t('hazop.submit.loss')}`, action: t('hazop.submit'), run: () => store.finish('submit', deviation) };
  }

  /** What is not filled in, in words. @param {import('./sheet-model.js').Cause[]} causes */
  #gaps(causes) {
    const lines = causes.flatMap((cause) => cause.lines.map((line, i) => ({ ...line, cause: cause.cause, guard: i > 0 && line.shared ? '-' : line.safeguards ?? '' })));
    const missing = (/** @type {(line: any) => boolean} */ test) => lines.filter((line) => !test(line)).length;
    const kinds = /** @type {Array<[string, (line: any) => boolean]>} */ ([['cause', (line) => line.cause !== ''], ['consequence', (line) => Boolean(line.consequence)], ['initial', (line) => Boolean(line.likelihood && line.severity)], ['safeguards', (line) => line.guard !== ''], ['existing', (line) => Boolean(line.existingLikelihood && line.existingSeverity)]]);
    return kinds.map(([name, test]) => ({ name, count: missing(test) })).filter((one) => one.count > 0).map((one) => t('hazop.gap', t(`hazop.col.${one.name}`), one.count));
  }

  /** @param {SheetStore} store */
  #askHandIn(store) {
    this.table?.querySelector('ots-cell-editor')?.flush();
    if (this.#tooLong(store)) {
      return;
    }
    const { content } = store.sheet;
    const empty = store.info.deviations.filter((/** @type {string} */ id) => !written(content[id] ?? []));
    const open = store.info.deviations.filter((/** @type {string} */ id) => !(id in store.info.submitted) && written(content[id] ?? []));
    this.question = { title: t('hazop.hand-in.ask'), text: `${empty.length > 0 ? t('hazop.hand-in.empty', empty.join(' ')) : t('hazop.hand-in.full')} ${t('hazop.hand-in.loss', open.length)}`, action: t('hazop.hand-in'), danger: empty.length > 0, run: () => store.finish('hand-in') };
  }
}

customElements.define('ots-worksheet', WorksheetPage);
