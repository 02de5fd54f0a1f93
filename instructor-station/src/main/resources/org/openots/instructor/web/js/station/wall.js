// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { api, closeSocket, path, socketAddress } from '../core/api.js';
import { ask, segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { clock, DASH, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { session } from '../core/session.js';
import { bar } from './bar.js';
import './class-task.js';
import { askNewPassword, showNewPassword } from './new-password.js';

const RETRY_MS = 2000;
const SPEEDS = [0.2, 0.5, 1, 2, 5, 10, 20];
/** Close code of a socket whose sign-in has ended. */
const SIGNED_OUT = 4001;
/** Sorts behind every seat. */
const NO_SEAT = '\uffff';

/** Whether somebody is there or has a run that is not done. @param {any} tile */
function present(tile) {
  return tile.online !== false || Boolean(tile.runId);
}

/** By seat, people without one last. @param {any} a @param {any} b */
function bySeat(a, b) {
  return String(a.seat || NO_SEAT).localeCompare(String(b.seat || NO_SEAT), undefined, { numeric: true });
}

/** The attention of a tile, 3 the most urgent, as a priority, 1 the most urgent. */
const PRIORITY = { 3: 1, 2: 2, 1: 3 };

/** The class at a glance: who needs help now, who needs an eye, and the rest. */
class Wall extends LightElement {
  static properties = { tiles: { state: true }, failure: { state: true }, order: { state: true }, room: { state: true }, branches: { state: true }, live: { state: true }, question: { state: true }, made: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.tiles = null;
    this.failure = '';
    this.order = 'trouble';
    /** The room that is looked at and controlled; empty for all. */
    this.room = '';
    /** Open branches of the teacher himself. @type {any[]} */
    this.branches = [];
    this.live = false;
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
    /** @type {import('./new-password.js').NewPassword | null} */
    this.made = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.#connect();
    this.endings.push(() => { clearTimeout(this.timer); const socket = this.socket; this.socket = undefined; closeSocket(socket); });
  }

  async #load() {
    try {
      this.tiles = (await api.get('/api/class')).tiles;
      if (session.me?.role === 'instructor') {
        this.branches = (await api.get('/api/my/runs')).filter((/** @type {any} */ run) => run.branchOf && run.state === 'open');
      }
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  #connect() {
    const socket = new WebSocket(socketAddress('/ws/class'));
    this.socket = socket;
    socket.onmessage = (event) => {
      this.tiles = JSON.parse(event.data).tiles;
      this.live = true;
      this.failure = '';
    };
    socket.onclose = (event) => {
      this.live = false;
      if (socket === this.socket && event.code === SIGNED_OUT) {
        session.forget();
      } else if (socket === this.socket) {
        this.timer = setTimeout(() => this.#connect(), RETRY_MS);
      }
    };
  }

  /** Controls all runs, or those of the room that is looked at. @param {string} action @param {number} [value] */
  async #all(action, value) {
    try {
      const { refused } = await api.post('/api/class/control', { action, ...(value === undefined ? {} : { value }), ...(this.room ? { room: this.room } : {}) });
      this.failure = refused.length > 0 ? t('wall.refused', refused.length, pick(refused[0].message)) : '';
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /**
   * @param {any} tile
   * @param {string} action
   */
  async #one(tile, action) {
    try {
      await api.post(path`/api/runs/${tile.runId}/control`, { action });
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const rooms = [...new Set((this.tiles ?? []).map((tile) => tile.room).filter(Boolean))].sort();
    const tiles = (this.tiles ?? []).filter((tile) => !this.room || tile.room === this.room);
    const now = tiles.filter((tile) => tile.attention === 3);
    const watch = tiles.filter((tile) => !now.includes(tile) && tile.attention > 0);
    const rest = tiles.filter((tile) => present(tile) && !now.includes(tile) && !watch.includes(tile));
    const absent = tiles.filter((tile) => !present(tile));
    const running = tiles.some((tile) => tile.state === 'running');
    const instructor = session.me?.role === 'instructor';
    const speeds = [...new Set(tiles.filter((tile) => tile.runId && tile.state === 'running').map((tile) => tile.speed))];
    const control = html`<select class="field wrm" aria-label=${t('run.speed')} ?disabled=${!running} @change=${(/** @type {any} */ event) => this.#all('speed', Number(event.target.value))}><option value="" disabled ?selected=${speeds.length !== 1}>${t('run.speed')}</option>${SPEEDS.map((value) => html`<option value=${value} ?selected=${speeds.length === 1 && speeds[0] === value}>\u00d7${value}</option>`)}</select><div class="seg"><button class="btn s" ?disabled=${tiles.length === 0} @click=${() => {
      if (running) {
        this.question = { title: t(this.room ? 'wall.freeze.room' : 'wall.freeze.ask', this.room), text: t('wall.freeze.loss', tiles.filter((tile) => tile.state === 'running').length), action: t('wall.freeze'), run: () => this.#all('freeze') };
      } else {
        this.#all('run');
      }
    }}>${icon(running ? 'pause' : 'play')}${running ? t('wall.freeze') : t('wall.go')}</button></div>`;
    const sort = (/** @type {any[]} */ list) => [...list].sort((a, b) => b.attention - a.attention || bySeat(a, b));
    const seats = this.order === 'seat';
    return html`<div class="station">${bar('class', instructor ? control : nothing)}<main class="wrap wl"><div class="tb"><h1>${this.tiles === null ? '\u00a0' : now.length > 0 ? t('wall.finding', now.length) : t('wall.fine')}</h1><span class="mut cutl">${this.live ? '' : t('wall.stale')}</span><span class="sp"></span>
      <span class="mut">${t('wall.online', tiles.length, tiles.filter((tile) => tile.online).length)}</span>${instructor ? html`${rooms.length > 1 ? html`<select class="field wrm" aria-label=${t('wall.room')} @change=${(/** @type {any} */ event) => { this.room = event.target.value; }}><option value="">${t('wall.room.all')}</option>${rooms.map((one) => html`<option value=${one} ?selected=${one === this.room}>${one}</option>`)}</select>` : nothing}<ots-class-task .rooms=${rooms} .room=${this.room} .seats=${tiles.filter((tile) => present(tile))}></ots-class-task>` : nothing}${segment([{ value: 'trouble', text: t('wall.by.trouble') }, { value: 'seat', text: t('wall.by.seat') }], this.order, (value) => { this.order = value; }, t('wall.order'), 's')}${instructor ? html`<a class="btn s" href="/phone">${t('wall.phone')}</a>` : nothing}</div>
      ${this.failure ? html`<p class="row err" role="alert">${this.failure}</p>` : nothing}
      ${this.tiles?.length === 0 ? html`<p class="mut">${t('wall.empty')}</p>` : nothing}
      <div class="scroll wgr">${this.branches.length > 0 ? html`<p class="row brs"><span class="mut">${t('branch.mine')}</span>${this.branches.map((run) => html`<a class="btn s" href=${path`/class/${run.id}`}>${icon('branch', 14)}${run.task} ${clock(run.modelTime)}</a>`)}</p>` : nothing}${seats ? html`<div class="g3">${[...tiles].sort(bySeat).map((tile) => this.#small(tile))}</div>` : html`
        ${now.length > 0 ? html`<div class="g1">${repeat(sort(now), (tile) => tile.account, (tile) => this.#urgent(tile))}</div>` : nothing}
        ${watch.length > 0 ? html`<div class="col"><h2>${t('wall.watch', watch.length)}</h2><div class="g2">${repeat(sort(watch), (tile) => tile.account, (tile) => this.#watch(tile))}</div></div>` : nothing}
        ${rest.length > 0 ? html`<div class="col"><div class="gh"><h2>${t('wall.normal', rest.length)}</h2><span class="cap">${t('wall.normal.note')}</span></div><div class="g3">${repeat(sort(rest), (tile) => tile.account, (tile) => this.#small(tile))}</div></div>` : nothing}
        ${absent.length > 0 ? html`<div class="col"><div class="gh"><h2>${t('wall.absent.n', absent.length)}</h2><span class="cap">${t('wall.absent.note')}</span></div><div class="g3">${repeat(sort(absent), (tile) => tile.account, (tile) => this.#small(tile))}</div></div>` : nothing}`}</div></main>${ask(this.question, () => { this.question = null; })}${showNewPassword(this.made, () => { this.made = null; })}</div>`;
  }

  /** @param {any} tile */
  #curve(tile) {
    const points = tile.scoreTrend ?? [];
    const most = Math.max(10, ...points);
    const d = points.map((/** @type {number} */ value, /** @type {number} */ i) => `${i === 0 ? 'M' : 'L'}${((120 * i) / Math.max(1, points.length - 1)).toFixed(1)} ${(22 - (20 * value) / most).toFixed(1)}`).join('');
    return html`<svg class="spk" viewBox="0 0 120 24" preserveAspectRatio="none" aria-hidden="true"><path d=${d || 'M0 22'} fill="none" stroke="var(--ink-2)" stroke-width="1.6" vector-effect="non-scaling-stroke"/></svg>`;
  }

  /** @param {any} tile */
  #urgent(tile) {
    const level = PRIORITY[tile.attention] ?? 3;
    return html`<article class="seatb t${level}"><div class="n">${priority(level, 22)}<b>${tile.seat}</b><span class="nm">${tile.name}</span><span class="sp"></span><span class="mut">${tile.step ? t('wall.step', tile.step) : ''}</span></div>
      <p class="w">${pick(tile.reason)}</p><p class="mut">${tile.online === false ? t('wall.saved', tile.lastSaved ?? 0) : tile.unack > 0 ? t('wall.unack', tile.unack) : `${t('wall.time')} ${clock(tile.time)}`}</p>
      <div class="row">${this.#curve(tile)}<b>${typeof tile.score === 'number' ? number(tile.score, 1) : DASH}</b></div>
      <div class="row"><a class="btn s act" href=${path`/class/${tile.runId}`}>${t('wall.look')}</a><button class="btn s" @click=${() => this.#one(tile, tile.state === 'frozen' ? 'run' : 'freeze')}>${tile.state === 'frozen' ? t('run.go') : t('run.freeze')}</button></div></article>`;
  }

  /** @param {any} tile */
  #watch(tile) {
    const level = PRIORITY[tile.attention] ?? 3;
    return html`<a class="seatb t${level}" href=${path`/class/${tile.runId}`}><div class="n">${priority(level, 18)}<b class="sm">${tile.seat}</b><span>${tile.name}</span></div><p class="w" title=${pick(tile.reason)}>${pick(tile.reason)}</p>
      <div class="row"><span class="mut">${tile.step ? t('wall.step', tile.step) : ''}</span><span class="sp"></span><b>${typeof tile.score === 'number' ? number(tile.score, 1) : DASH}</b></div></a>`;
  }

  /** @param {any} tile */
  #small(tile) {
    const level = PRIORITY[tile.attention];
    if (!tile.runId && tile.work && present(tile)) {
      return this.#work(tile);
    }
    const state = tile.state === 'running' ? '' : tile.state === 'none' || !tile.runId ? (tile.online ? t('wall.no-run') : t('wall.absent')) : t(`wall.state.${tile.state}`);
    const body = html`<b>${tile.seat}</b><span class="cutl">${level ? priority(level, 14) : nothing}${tile.name}</span><strong>${typeof tile.score === 'number' ? number(tile.score, 1) : ''}</strong>
      ${state ? html`<span class="cap st2">${state}</span>` : this.#curve(tile)}<span class="cap">${tile.steps ? `${tile.step || DASH}/${tile.steps}` : ''}</span>`;
    return tile.runId ? html`<a class="ok ${tile.online === false ? 'off' : ''}" href=${path`/class/${tile.runId}`}>${body}</a>` : html`<button class="ok off" title=${t('users.reset')} @click=${() => this.#password(tile)}>${body}</button>`;
  }

  /** Somebody at a worksheet or a HAZOP task. @param {any} tile */
  #work(tile) {
    const { about, page, done, of } = tile.work;
    return html`<a class="ok" href=${page} title=${pick(about)}><b>${tile.seat}</b><span class="cutl">${tile.name}</span><strong></strong>
      <span class="cap wk">${pick(about)}</span><span class="cap">${of > 0 ? `${done}/${of}` : ''}</span></a>`;
  }

  /** Somebody without a run can only be in need of a password. @param {any} tile */
  #password(tile) {
    this.question = askNewPassword(tile, (made) => { this.made = made; }, (error) => { this.failure = errorText(error); }, t('wall.password'));
  }
}

customElements.define('ots-wall', Wall);
