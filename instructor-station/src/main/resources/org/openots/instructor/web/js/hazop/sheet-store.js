// @ts-check
import { api, ApiError, path, ping } from '../core/api.js';
import { Signal } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { t } from '../core/i18n.js';
import { HeldTexts } from './held-texts.js';
import { cellLabel } from './sheet-grid.js';
import { after, continues, find, Misfit, newId, split, valueOf } from './sheet-model.js';

/** @typedef {{ id: string, op: any }} Edit */

/** Most edits of one request; a request may have 64 kB. */
const BATCH = 40;
const LARGEST = 48_000;
/** Waits between tries while the station is not reached, ms. */
const BACK_OFF = [1000, 2000, 4000, 8000];
const SIGNED_OUT = 401;
const CONFLICT = 'OTS-SHEET-002';
const TEXT_LENGTH = 'OTS-SHEET-010';
/** How often an idle page looks whether the station is still there, ms. */
const LOOK = 10_000;
/** While an edit is on its way, ms. */
const PAUSE = 50;
/** How often a score that is being computed is asked for, ms. */
const SCORE_POLL = 1500;

/**
 * One worksheet in this window. What is typed is applied here at once and waits in a list until the station has made it
 * durable; the list is kept in the browser under the person and the worksheet, so that it survives a reload and a lost
 * network. It is sent in order, and again under the same ids when nothing is known about it.
 */
export class SheetStore extends Signal {
  /**
   * @param {string} id
   * @param {string} account who is signed in
   */
  constructor(id, account) {
    super();
    this.id = id;
    this.kept = `ots.worksheet.${account}.${id}`;
    this.held = new HeldTexts(`${this.kept}.held`);
    /** @type {any} */
    this.info = null;
    /** @type {any} */
    this.study = null;
    /** @type {import('./sheet-model.js').Sheet} */
    this.sheet = { content: {}, undo: [], redo: [] };
    /** @type {Edit[]} */
    this.waiting = [];
    this.token = '';
    this.revision = 0;
    /** @type {'loading' | 'live' | 'offline' | 'conflict' | 'elsewhere' | 'signed-out' | 'failed'} */
    this.link = 'loading';
    this.problem = '';
    this.readonly = false;
    this.inFlight = 0;
    this.finishing = false;
    /** What could not be handed over, to be tried again. @type {{ what: 'submit' | 'hand-in', deviation: string | undefined } | null} */
    this.unfinished = null;
    this.watching = false;
    this.tries = 0;
    this.closed = false;
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.timer = undefined;
    /** One window of a browser writes a worksheet: the one opened last. */
    this.windows = new BroadcastChannel(`ots.worksheet.${id}`);
    this.windows.onmessage = () => this.#elsewhere();
    this.online = () => this.#reach();
    this.offline = () => this.#lost();
    window.addEventListener('online', this.online);
    window.addEventListener('offline', this.offline);
    this.looking = setInterval(() => this.#look(), LOOK);
  }

  get open() {
    return this.info !== null && !this.info.handIn && !this.readonly && this.link !== 'elsewhere' && this.link !== 'conflict';
  }

  /** @param {string} deviation */
  locked(deviation) {
    return !this.open || deviation in (this.info?.submitted ?? {});
  }

  /**
   * What a cell shows: a text that is too long to be saved stays in it.
   * @param {string} cell
   */
  value(cell) {
    return (this.#tooLong(cell) ? this.held.of(cell) : undefined) ?? valueOf(this.sheet.content, cell);
  }

  /** @param {string} cell */
  #tooLong(cell) {
    const at = this.held.of(cell) === undefined ? null : find(this.sheet.content, split(cell).row);
    return at !== null && !this.locked(at.deviation);
  }

  /** Cells whose text is too long to be saved. @param {string} [deviation] only of this one */
  heldCells(deviation) {
    const { content } = this.sheet;
    return this.held.cells(content).filter((cell) => this.#tooLong(cell) && (deviation === undefined || find(content, split(cell).row)?.deviation === deviation));
  }

  /** What is wrong with a cell whose text is too long; empty when nothing is. @param {string} cell */
  excess(cell) {
    return this.#tooLong(cell) ? t('hazop.too-long', cellLabel(this.sheet.content, cell), this.held.of(cell)?.length ?? 0, this.info.longestText) : '';
  }

  close() {
    this.closed = true;
    clearTimeout(this.timer);
    clearInterval(this.looking);
    window.removeEventListener('online', this.online);
    window.removeEventListener('offline', this.offline);
    this.windows.close();
  }

  #elsewhere() {
    if (this.link !== 'conflict') {
      this.link = 'elsewhere';
      clearTimeout(this.timer);
      this.emit();
    }
  }

  /** Opens the worksheet here; what an earlier window left unsent is sent first. @param {string} account */
  async load(account) {
    clearTimeout(this.timer);
    this.problem = '';
    this.windows.postMessage('opened');
    const { token, edits } = JSON.parse(localStorage.getItem(this.kept) ?? '{"token":"","edits":[]}');
    this.waiting = edits;
    this.token = token;
    try {
      let clash = false;
      if (edits.length > 0) {
        try {
          while (this.waiting.length > 0) {
            await this.#send();
          }
        } catch (error) {
          clash = /** @type {any} */ (error).code === CONFLICT;
          if (!clash) {
            throw error;
          }
        }
      }
      const info = await api.get(path`/api/worksheets/${this.id}`);
      this.study ??= await api.get(path`/api/hazop/studies/${info.study}?version=${info.studyDigest}`);
      this.readonly = info.owner !== account;
      this.#take(info);
      this.link = clash ? 'conflict' : 'live';
      this.#watchScores();
    } catch (error) {
      this.#failed(error, () => this.load(account));
    }
    this.emit();
  }

  /** The station's state, with what is not sent yet on top of it. @param {any} info */
  #take(info) {
    this.info = info;
    this.token = info.token;
    this.revision = info.revision;
    this.sheet = { content: info.content, undo: info.undo, redo: info.redo };
  }

  /**
   * Does something to the rows: here at once, at the station as soon as it is reached.
   * @param {any} op
   */
  do(op) {
    if (!this.open) {
      return false;
    }
    if (this.#hold(op)) {
      this.emit();
      return true;
    }
    try {
      this.sheet = after(this.sheet, op);
    } catch (error) {
      if (error instanceof Misfit) {
        return false;
      }
      throw error;
    }
    const last = this.waiting[this.waiting.length - 1];
    if (last && this.waiting.length > this.inFlight && continues(op, last.op)) {
      last.op = op;
    } else {
      this.waiting.push({ id: newId('e'), op });
    }
    this.#keep();
    this.emit();
    this.flush();
    return true;
  }

  /** What of an operation is about a text that is too long and stays here; the station hears nothing of it. @param {any} op */
  #hold(op) {
    if (op.kind === 'undo') {
      return this.held.undo(this.sheet.content);
    }
    if (op.kind === 'redo') {
      return this.held.redo();
    }
    if (op.kind !== 'set') {
      return false;
    }
    if (op.value.length > this.info.longestText) {
      this.held.hold(op.cell, op.value);
      return true;
    }
    this.held.release(op.cell);
    return valueOf(this.sheet.content, op.cell) === op.value;
  }

  /** Sends what waits, now. */
  flush() {
    if (this.inFlight === 0 && !this.finishing && this.waiting.length > 0 && !this.closed && (this.link === 'live' || this.link === 'offline')) {
      clearTimeout(this.timer);
      this.#next();
    }
  }

  async #next() {
    let sent = false;
    try {
      await this.#send();
      this.#reached();
      sent = true;
    } catch (error) {
      this.#failed(error, () => this.#reach());
    }
    this.emit();
    if (sent && this.link === 'live') {
      this.flush();
    }
  }

  #reached() {
    this.link = this.link === 'offline' ? 'live' : this.link;
    this.tries = 0;
  }

  #lost() {
    if (this.info && this.link === 'live' && !this.closed) {
      this.#failed(new ApiError(0, 'OFFLINE', null), () => this.#reach());
      this.emit();
    }
  }

  /** Looks whether the station is still there, so that the page does not say so without knowing. */
  async #look() {
    if (this.link === 'live' && this.inFlight === 0 && !this.finishing && await ping() === null) {
      this.#lost();
    }
  }

  /** Tries to reach the station again, with what waits or with an empty call. */
  async #reach() {
    if (this.waiting.length > 0 || this.link !== 'offline') {
      this.flush();
    } else if (await ping() === null) {
      this.#failed(new ApiError(0, 'OFFLINE', null), () => this.#reach());
    } else {
      this.#reached();
      this.emit();
    }
  }

  /** Sends the first of what waits and waits for the answer. */
  async #send() {
    const batch = [];
    let size = 0;
    for (const edit of this.waiting.slice(0, BATCH)) {
      size += JSON.stringify(edit).length * 3;
      if (batch.length > 0 && size > LARGEST) {
        break;
      }
      batch.push(edit);
    }
    this.inFlight = batch.length;
    try {
      const answer = await api.post(path`/api/worksheets/${this.id}/edits`, { token: this.token, edits: batch });
      this.token = answer.token;
      this.revision = answer.revision;
      const refused = answer.refused ? batch.findIndex((edit) => edit.id === answer.refused.edit) : batch.length;
      this.waiting = this.waiting.slice(answer.refused ? refused + 1 : batch.length);
      this.#keep();
      if (answer.refused) {
        await this.#refused(answer.refused, batch[refused].op);
      }
    } finally {
      this.inFlight = 0;
    }
  }

  /**
   * The station cannot do an edit: its rows are shown again, with what still waits on top. A text it finds too long stays.
   * @param {any} refusal
   * @param {any} op
   */
  async #refused(refusal, op) {
    const rest = this.waiting;
    this.waiting = [];
    if (refusal.code === TEXT_LENGTH && op.kind === 'set') {
      this.held.hold(op.cell, op.value);
    }
    this.problem = errorText(new ApiError(409, refusal.code, refusal.message));
    this.#take(await api.get(path`/api/worksheets/${this.id}`));
    this.#again(rest);
  }

  /** @param {Edit[]} edits */
  #again(edits) {
    for (const { id, op } of edits) {
      try {
        this.sheet = after(this.sheet, op);
        this.waiting.push({ id, op });
      } catch (error) {
        if (!(error instanceof Misfit)) {
          throw error;
        }
      }
    }
    this.#keep();
  }

  /**
   * @param {any} error
   * @param {() => void} again
   */
  #failed(error, again) {
    const failure = error instanceof ApiError ? error : new ApiError(0, 'OFFLINE', null);
    if (failure.status === SIGNED_OUT) {
      this.link = 'signed-out';
    } else if (failure.code === CONFLICT) {
      this.link = 'conflict';
    } else if (failure.offline || failure.status >= 500) {
      this.link = this.info ? 'offline' : 'loading';
      this.problem = failure.offline ? '' : errorText(failure);
      if (!this.closed) {
        clearTimeout(this.timer);
        this.timer = setTimeout(again, BACK_OFF[Math.min(this.tries, BACK_OFF.length - 1)]);
        this.tries++;
      }
    } else {
      this.link = this.info ? this.link : 'failed';
      this.problem = errorText(failure);
    }
  }

  #keep() {
    if (this.link === 'elsewhere') {
      // another window has the list now
      return;
    }
    if (this.waiting.length === 0) {
      localStorage.removeItem(this.kept);
    } else {
      localStorage.setItem(this.kept, JSON.stringify({ token: this.token, edits: this.waiting }));
    }
  }

  /**
   * After a conflict: takes the station's rows, with or without what was written here on top of them.
   * @param {boolean} mine
   */
  async resolve(mine) {
    const rest = mine ? this.waiting : [];
    try {
      const info = await api.get(path`/api/worksheets/${this.id}`);
      this.waiting = [];
      this.#take(info);
      this.#again(rest.map((edit) => ({ id: newId('e'), op: edit.op })));
      this.link = 'live';
      this.problem = '';
      this.flush();
    } catch (error) {
      this.problem = errorText(error);
    }
    this.emit();
  }

  /** Sends until nothing waits. */
  async #settled() {
    while (this.waiting.length > 0) {
      if (this.link !== 'live' && this.link !== 'offline') {
        throw new ApiError(0, 'OFFLINE', null);
      }
      if (this.inFlight > 0) {
        await new Promise((resolve) => setTimeout(resolve, PAUSE));
      } else {
        await this.#send();
      }
    }
  }

  /**
   * Submits a deviation or hands everything in; only after all that was written is durable.
   * @param {'submit' | 'hand-in'} what
   * @param {string} [deviation]
   */
  async finish(what, deviation) {
    if (this.finishing) {
      return;
    }
    this.finishing = true;
    this.unfinished = null;
    this.problem = '';
    this.emit();
    try {
      await this.#settled();
      const body = deviation === undefined ? { token: this.token } : { token: this.token, deviation };
      const info = await api.post(`${path`/api/worksheets/${this.id}/`}${what}`, body);
      // what was typed meanwhile waits on top of it
      const rest = this.waiting;
      this.waiting = [];
      this.#take(info);
      this.#again(rest);
      this.problem = '';
      this.#reached();
      this.#watchScores();
    } catch (error) {
      this.#failed(error, () => this.#reach());
      this.unfinished = this.link === 'offline' ? { what, deviation } : null;
    }
    this.finishing = false;
    this.flush();
    this.emit();
  }

  /**
   * Appeals against the released score of an answer.
   * @param {string} deviation
   * @param {number} index
   * @param {string} reason
   */
  async appeal(deviation, index, reason) {
    const fresh = await api.post(path`/api/worksheets/${this.id}/appeals`, { deviation, index, reason });
    this.info = { ...this.info, scores: fresh.scores, release: fresh.release };
    this.emit();
  }

  /** Asks for scores that are being computed; typing goes on meanwhile. */
  #watchScores() {
    const info = this.info;
    const hidden = info.level === 'senior' && info.state !== 'released';
    const missing = Object.keys(info.submitted).some((deviation) => !(deviation in info.scores));
    if (!info.scoring || !missing || hidden || this.closed || this.watching) {
      return;
    }
    this.watching = true;
    setTimeout(async () => {
      this.watching = false;
      try {
        const fresh = await api.get(path`/api/worksheets/${this.id}`);
        this.info = { ...this.info, scores: fresh.scores, state: fresh.state, release: fresh.release };
        this.emit();
      } catch {
        // asked again below; the chip shows whether the station is reached
      }
      if (!this.closed) {
        this.#watchScores();
      }
    }, SCORE_POLL);
  }
}
