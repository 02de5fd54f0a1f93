// @ts-check
import { api, closeSocket, path, socketAddress } from './api.js';
import { Signal } from './element.js';
import { t } from './i18n.js';
import { Outbox } from './outbox.js';

const FIRST_RETRY_S = 1;
const LONGEST_RETRY_S = 10;
const SILENCE_MS = 15_000;
const WATCH_MS = 5_000;
const EVENTS_KEPT = 500;
/** Close code of a socket whose account signed in elsewhere, signed out or got a new password. */
const TAKEN_OVER = 4001;
const ELSEWHERE = 'signed in elsewhere';
/** Most tags of one trend request. */
const MOST_TAGS = 16;
/** The end of a record in which its last values are looked for, s. */
const LAST_S = 60;
/** Name of the task of a run that only shows the rig. */
const WATCH_TASK = 'rig-watch';

const RANK = { unack: 0, rtn: 1, ack: 2, shelved: 3, suppressed: 4, oos: 5 };

/**
 * Everything the pages of one run show: the latest frame, the plant, the connection and the operations on their way.
 * Subscribers are told after each frame and each change of the connection.
 */
export class RunStore extends Signal {
  /** @param {string} runId */
  constructor(runId) {
    super();
    this.runId = runId;
    /** @type {import('./types.js').RunDescription | null} */
    this.info = null;
    /** @type {import('./types.js').Plant | null} */
    this.plant = null;
    /** @type {Map<string, import('./types.js').SignalDefinition>} */
    this.signals = new Map();
    /** @type {Map<string, number | null>} */
    this.values = new Map();
    /** What cannot be fully trusted of a rig; empty in a simulated run. @type {Map<string, import('./quality.js').Quality>} */
    this.quality = new Map();
    this.time = 0;
    /** @type {{ state: string, by?: string, speed: number, remaining?: number, since?: number, reason?: string }} */
    this.run = { state: 'running', speed: 1 };
    this.saved = 0;
    /** @type {import('./types.js').Alarm[]} */
    this.alarms = [];
    this.alarmsSound = 0;
    /** @type {import('./types.js').Procedure | null} */
    this.proc = null;
    /** @type {import('./types.js').RunEvent[]} */
    this.events = [];
    /** @type {import('./types.js').ActiveFault[] | null} */
    this.faults = null;
    this.frames = 0;
    /** Over: the run is closed. Elsewhere, out: the account is used on another computer, or signed out. None of these comes back. */
    /** @type {'connecting' | 'live' | 'lost' | 'over' | 'elsewhere' | 'out'} */
    this.link = 'connecting';
    /** Whether the run was ever followed, and not only read from its record. */
    this.wasLive = false;
    this.lostAt = 0;
    this.attempt = 0;
    this.retryAt = 0;
    this.outbox = new Outbox(runId);
    this.ends = [this.outbox.subscribe(() => this.emit())];
  }

  /**
   * A still picture of a run as a frame of its past shows it: nothing moves and nothing can be operated.
   * @param {RunStore} of
   * @param {any} frame
   */
  static still(of, frame) {
    const still = new RunStore(of.runId);
    still.close();
    still.info = of.info;
    still.plant = of.plant;
    still.signals = of.signals;
    still.link = 'over';
    still.#show(frame);
    return still;
  }

  /** Loads the run and its plant, then follows it. */
  async open() {
    this.info = await api.get(path`/api/runs/${this.runId}`);
    this.plant = await api.get(path`/api/plants/${/** @type {any} */ (this.info).plant}`);
    this.signals = new Map((this.plant?.signals ?? []).map((signal) => [signal.name, signal]));
    if (this.info?.state === 'closed') {
      await this.#recall();
      return;
    }
    this.#connect();
    const watch = setInterval(() => this.#watch(), WATCH_MS);
    const offline = () => this.#lose();
    window.addEventListener('offline', offline);
    this.ends.push(() => clearInterval(watch), () => window.removeEventListener('offline', offline));
    this.emit();
  }

  /** A run that is closed is not followed: what it came to is read from the record. */
  async #recall() {
    this.run = { state: 'closed', speed: 1 };
    this.link = 'over';
    this.emit();
    const [sheet, events] = await Promise.all([api.get(path`/api/runs/${this.runId}/score`), api.get(path`/api/runs/${this.runId}/events`)]);
    this.time = sheet.time ?? 0;
    this.proc = { task: this.info?.task, ...sheet };
    this.events = events.slice(-EVENTS_KEPT);
    this.emit();
    await this.#lastValues();
    this.frames++;
    this.emit();
  }

  /** The values with which the run ended. */
  async #lastValues() {
    const names = [...this.signals.keys()];
    const from = Math.max(0, this.time - LAST_S);
    for (let i = 0; i < names.length; i += MOST_TAGS) {
      const tags = names.slice(i, i + MOST_TAGS).map(encodeURIComponent).join(',');
      const { series, q } = await api.get(`${path`/api/runs/${this.runId}/trend`}?tags=${tags}&from=${from}&to=${this.time}&points=2`);
      for (const [name, values] of Object.entries(series)) {
        this.values.set(name, values[values.length - 1] ?? null);
      }
      this.#marks(q ?? {});
    }
  }

  close() {
    this.closed = true;
    clearTimeout(this.retry);
    this.ends.forEach((end) => end());
    this.outbox.close();
    closeSocket(this.socket);
  }

  /** @param {string} name */
  value(name) {
    return this.values.get(name);
  }

  /** @param {string} name */
  on(name) {
    return (this.values.get(name) ?? 0) > 0.5;
  }

  /**
   * The signal that a tag measures: a controller may carry another letter than its transmitter (JIC and JI).
   * @param {string} tag
   */
  measured(tag) {
    return this.plant?.controllers.find((one) => one.tag === tag)?.measurement ?? this.plant?.layout?.measurements?.[tag] ?? tag;
  }

  /**
   * Unit, range, text and alarms of a tag.
   * @param {string} tag
   */
  definition(tag) {
    return this.signals.get(this.measured(tag)) ?? this.signals.get(tag);
  }

  /**
   * The measured value of a tag.
   * @param {string} tag
   */
  pv(tag) {
    return this.values.has(tag) ? this.values.get(tag) : this.values.get(this.measured(tag));
  }

  /**
   * How far the measured value of a tag can be trusted; null when it is good.
   * @param {string} tag
   */
  qualityOf(tag) {
    return this.quality.get(this.values.has(tag) ? tag : this.measured(tag)) ?? null;
  }

  /**
   * The measured value of a tag when it is good, else null.
   * @param {string} tag
   */
  trusted(tag) {
    return this.qualityOf(tag) ? null : this.pv(tag);
  }

  /** Whether the run shows a real rig, which is operated at its own control system. */
  get rig() {
    return this.info?.rig === true;
  }

  /** Whether the run is the rig as everybody may watch it: nobody operates, nothing is scored. */
  get watching() {
    return this.info?.task === WATCH_TASK;
  }

  /** The number the server vouches for: nothing below it can be lost. */
  get durable() {
    return Math.max(this.saved, this.outbox.saved);
  }

  /** Exam time left, s of model time; undefined when there is no limit. */
  get remaining() {
    const limit = this.info?.timeLimitS;
    return this.run.remaining ?? (limit ? Math.max(0, limit - this.time) : undefined);
  }

  /** Whether the model, and not the connection, is why the run does not move. */
  get stuck() {
    const last = this.events[this.events.length - 1];
    return this.run.reason === 'solver' || (last?.kind === 'solver' && this.time - last.time < 1);
  }

  /** Who stopped or started the run, in words: the trainee by name, the others by what they are. */
  get by() {
    const { by } = this.run;
    return !by ? '' : by === 'station' ? t('run.by.station') : by === this.info?.owner ? this.info.name ?? by : t('run.by.instructor');
  }

  /** Whether somebody stopped the run who is neither its owner nor the station; only that person lets it go on. */
  get frozenByTeacher() {
    const { state, by } = this.run;
    return state === 'frozen' && Boolean(by) && by !== 'station' && by !== this.info?.owner;
  }

  /** Whether operations make sense now. */
  get operable() {
    return this.link === 'live' && this.run.state === 'running' && !this.watching;
  }

  /**
   * The alarm of a tag that matters most, if there is one.
   * @param {string} tag
   */
  alarmOf(tag) {
    let best = null;
    const other = this.measured(tag);
    for (const alarm of this.alarms) {
      if ((alarm.tag === tag || alarm.tag === other) && (best === null || RANK[alarm.state] * 10 + alarm.priority < RANK[best.state] * 10 + best.priority)) {
        best = alarm;
      }
    }
    return best;
  }

  /**
   * @param {string} target
   * @param {string} verb
   * @param {number} [value]
   * @param {string} [text]
   */
  send(target, verb, value = 0, text = '') {
    return this.outbox.send(target, verb, value, text);
  }

  /**
   * Freeze, run, speed, rewind, restart.
   * @param {string} action
   * @param {number} [value]
   */
  control(action, value) {
    return api.post(path`/api/runs/${this.runId}/control`, value === undefined ? { action } : { action, value });
  }

  /** Ends the run for good. */
  end() {
    return api.post(path`/api/runs/${this.runId}/close`);
  }

  reconnect() {
    if (this.link === 'lost' && !this.closed) {
      clearTimeout(this.retry);
      this.#again();
    }
  }

  /** Connects again, unless the run was closed or the sign-in ended meanwhile: then no connection would help. */
  async #again() {
    this.retryAt = 0;
    try {
      const { state } = await api.get(path`/api/runs/${this.runId}`);
      if (this.closed || this.link !== 'lost') {
        return;
      }
      if (state === 'closed') {
        this.run = { ...this.run, state: 'closed' };
        this.#stop('over');
      } else {
        this.#connect();
      }
    } catch (error) {
      if (/** @type {any} */ (error).status === 401) {
        this.#stop('out');
      } else {
        this.#lose();
      }
    }
  }

  /** Ends the connection for good. @param {'over' | 'elsewhere' | 'out'} link */
  #stop(link) {
    if (this.closed) {
      return;
    }
    const socket = this.socket;
    this.socket = undefined;
    closeSocket(socket);
    clearTimeout(this.retry);
    this.link = link;
    this.emit();
  }

  #connect() {
    this.retryAt = 0;
    const socket = new WebSocket(socketAddress(path`/ws/runs/${this.runId}`));
    this.socket = socket;
    socket.onmessage = (event) => {
      if (socket === this.socket && !this.closed) {
        this.#frame(JSON.parse(event.data));
      }
    };
    socket.onclose = (event) => {
      if (socket !== this.socket) {
        return;
      }
      if (event.code === TAKEN_OVER) {
        this.#stop(event.reason === ELSEWHERE ? 'elsewhere' : 'out');
      } else if (this.run.state === 'closed') {
        this.#stop('over');
      } else {
        this.#lose();
      }
    };
    this.emit();
  }

  #lose() {
    if (this.closed || !['connecting', 'live', 'lost'].includes(this.link)) {
      return;
    }
    const socket = this.socket;
    this.socket = undefined;
    closeSocket(socket);
    if (this.link === 'live') {
      this.lostAt = Date.now();
      this.attempt = 0;
    } else if (this.lostAt === 0) {
      this.lostAt = Date.now();
    }
    this.link = 'lost';
    this.attempt++;
    const wait = Math.min(LONGEST_RETRY_S, FIRST_RETRY_S * 2 ** Math.min(this.attempt - 1, 6)) * 1000;
    this.retryAt = Date.now() + wait;
    clearTimeout(this.retry);
    this.retry = setTimeout(() => this.#again(), wait);
    this.emit();
  }

  /** A connection that died without a word: ask, and give it up when there is no answer. */
  async #watch() {
    if (this.link !== 'live' || Date.now() - (this.heard ?? 0) < SILENCE_MS) {
      return;
    }
    try {
      await api.get('/api/me');
    } catch (error) {
      if (/** @type {any} */ (error).status === 401) {
        this.#stop('out');
      } else {
        this.#lose();
      }
    }
  }

  /** Values whose quality changed; nothing in the list of one means that it is good again. @param {Record<string, any[] | null>} marks */
  #marks(marks) {
    for (const [name, mark] of Object.entries(marks)) {
      if (mark && mark.length > 0) {
        this.quality.set(name, { level: mark[0], cause: mark[1], since: mark[2] });
      } else {
        this.quality.delete(name);
      }
    }
  }

  /** @param {any} frame */
  #frame(frame) {
    this.heard = Date.now();
    this.wasLive = true;
    this.#show(frame);
    if (this.link !== 'live') {
      this.link = 'live';
      this.lostAt = 0;
      this.attempt = 0;
      this.outbox.flush();
    }
    this.emit();
  }

  /** Takes over what a frame says. @param {any} frame */
  #show(frame) {
    if (frame.type === 'full') {
      this.values = new Map(Object.entries(frame.v));
      this.quality = new Map();
      this.events = frame.events ?? [];
    } else {
      for (const [name, value] of Object.entries(frame.v ?? {})) {
        this.values.set(name, value);
      }
      if (frame.events) {
        this.events = [...this.events, ...frame.events].slice(-EVENTS_KEPT);
      }
    }
    this.#marks(frame.q ?? {});
    this.time = frame.time ?? this.time;
    this.run = frame.run ?? this.run;
    this.saved = Math.max(this.saved, frame.saved ?? 0);
    this.alarms = frame.alarms ?? this.alarms;
    this.alarmsSound = frame.alarmsSound ?? 0;
    this.proc = frame.proc === undefined ? this.proc : frame.proc;
    this.faults = frame.faults ?? this.faults;
    this.frames++;
  }
}
