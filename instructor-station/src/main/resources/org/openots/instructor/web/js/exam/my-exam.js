// @ts-check
import { api, closeSocket, EXAM_EVENT, socketAddress } from '../core/api.js';
import { Signal } from '../core/element.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';

/** How often a student without an exam under way is asked for one, ms. */
const LOOK_MS = 20_000;
const FIRST_RETRY_S = 1;
const LONGEST_RETRY_S = 3;
/** Silence after which a connection that pushes each second is given up, ms. */
const SILENCE_MS = 6000;
/** How long what was announced stays on the page, ms. */
const NOTICE_MS = 10_000;
/** Close code of a socket whose account signed in elsewhere or signed out. */
const TAKEN_OVER = 4001;
const OPEN = ['open', 'running'];
const DONE = ['handed-in', 'absent'];
/** Pages below /hazop that are no worksheet. */
const NO_SHEET = ['', 'draft', 'import', 'drills'];

/**
 * The exam of the student at this browser, as the station tells it each second. That connection is also what tells the
 * station that the candidate is there. Everybody else has none.
 */
class MyExam extends Signal {
  constructor() {
    super();
    /** What the station said last. @type {any} */
    this.mine = null;
    this.account = '';
    this.known = false;
    /** @type {'idle' | 'connecting' | 'live' | 'lost' | 'out'} */
    this.link = 'idle';
    this.lostAt = 0;
    this.heard = 0;
    this.attempt = 0;
    this.retryAt = 0;
    /** What is to be told now: a kind and its number. @type {{ kind: string, value: number } | null} */
    this.notice = null;
    /** Tells where the student must be; changes far less often than the time. */
    this.moved = new Signal();
    /** @type {WebSocket | undefined} */
    this.socket = undefined;
    session.subscribe(() => this.#person());
    setInterval(() => this.#look(), LOOK_MS);
    setInterval(() => this.#watch(), 1000);
    document.addEventListener('visibilitychange', () => this.#hidden());
    router.subscribe(() => this.#follow());
    window.addEventListener(EXAM_EVENT, () => this.load());
    this.#person();
  }

  /** Whether entry is open or the exam runs, and there is something to come for this candidate. */
  get live() {
    return Boolean(this.mine) && OPEN.includes(this.mine.phase) && !DONE.includes(this.mine.state);
  }

  /** Whether the candidate took his seat and nothing else than the exam is open to him. */
  get inside() {
    return this.live && this.mine.state !== 'expected';
  }

  /** Whether there is an item in front of him. */
  get working() {
    return this.inside && this.mine.state === 'working' && this.mine.page !== '';
  }

  /** The item he is at. */
  get item() {
    return this.working ? this.mine.items[this.mine.item - 1] : null;
  }

  get last() {
    return this.working && this.mine.item === this.mine.items.length;
  }

  /**
   * Where the student must be instead of this page; empty when he may be here.
   * @param {string} path
   */
  place(path) {
    if (!this.live) {
      return '';
    }
    if (!this.inside) {
      return ['/', '/home', '/sign-in'].includes(path) ? '/exam' : '';
    }
    if (!this.working) {
      return path === '/exam' ? '' : '/exam';
    }
    const { page } = this.mine;
    const parts = path.split('/');
    const sheet = page.startsWith('/hazop-task/') && parts[1] === 'hazop' && !NO_SHEET.includes(parts[2] ?? '');
    return path === page || path.startsWith(`${page}/`) || sheet ? '' : page;
  }

  #person() {
    const account = session.me?.role === 'student' ? session.me.account : '';
    if (account === this.account && (account !== '' || this.known)) {
      return;
    }
    this.account = account;
    this.#drop();
    this.link = 'idle';
    this.mine = null;
    this.known = account === '' && session.known;
    if (account !== '') {
      this.load();
    } else {
      this.#tell();
    }
  }

  /** Asks the station once. */
  async load() {
    const { account } = this;
    try {
      const { exam } = await api.get('/api/my/exam');
      if (account === this.account) {
        this.take(exam ?? null);
      }
    } catch (error) {
      if (/** @type {any} */ (error).status === 401) {
        session.forget();
      }
      // not reached: what is known stays, and the next look tells
    }
    if (account === this.account && !this.known) {
      this.known = true;
      this.#tell();
    }
  }

  #look() {
    if (this.account && !this.socket && !['lost', 'out'].includes(this.link)) {
      this.load();
    }
  }

  /** Does something at the station and takes over what came of it. @param {string} action @param {any} [body] */
  async post(action, body) {
    const { exam } = await api.post(`/api/my/exam/${action}`, body);
    this.take(exam);
  }

  /** What the station says. @param {any} mine */
  take(mine) {
    const before = this.mine;
    const { inside, known } = this;
    this.mine = mine;
    this.known = true;
    this.#warn(before, mine);
    this.#follow();
    if (inside && !this.inside) {
      router.go('/exam');
    } else if (this.working && before?.page && before.page !== mine.page) {
      router.go(mine.page);
    }
    if (!known || before?.page !== mine?.page || before?.state !== mine?.state || before?.phase !== mine?.phase || before?.id !== mine?.id) {
      this.moved.emit();
    }
    this.emit();
  }

  #tell() {
    this.moved.emit();
    this.emit();
  }

  /** Tells once when the time left passes one of the marks of the exam. @param {any} before @param {any} mine */
  #warn(before, mine) {
    if (!this.working || before?.id !== mine.id) {
      return;
    }
    for (const mark of mine.warnAtS) {
      if (before.leftInAllS > mark && mine.leftInAllS <= mark) {
        this.#say('all', mark);
      } else if (before.item === mine.item && before.leftS > mark && mine.leftS <= mark) {
        this.#say('item', mark);
      }
    }
    if (before.item !== mine.item && before.item > 0) {
      this.#say('next', mine.item);
    }
  }

  /** @param {string} kind @param {number} value */
  #say(kind, value) {
    this.notice = { kind, value };
    clearTimeout(this.noticeTimer);
    this.noticeTimer = setTimeout(() => { this.notice = null; this.emit(); }, NOTICE_MS);
  }

  /** What was told is read. */
  hush() {
    clearTimeout(this.noticeTimer);
    this.notice = null;
    this.emit();
  }

  /** Keeps the connection while there is an exam to follow. */
  #follow() {
    const wanted = this.live || (this.mine?.phase === 'planned' && location.pathname === '/exam');
    if (wanted && this.link === 'idle') {
      this.#connect();
    } else if (!wanted && this.socket) {
      this.#drop();
      this.link = 'idle';
    }
  }

  #drop() {
    clearTimeout(this.retry);
    const { socket } = this;
    this.socket = undefined;
    closeSocket(socket);
  }

  #connect() {
    this.retryAt = 0;
    this.link = this.link === 'lost' ? 'lost' : 'connecting';
    const socket = new WebSocket(socketAddress('/ws/my/exam'));
    this.socket = socket;
    socket.onmessage = (event) => {
      if (socket !== this.socket) {
        return;
      }
      this.heard = Date.now();
      this.link = 'live';
      this.lostAt = 0;
      this.attempt = 0;
      this.take(JSON.parse(event.data));
    };
    socket.onclose = (event) => {
      if (socket !== this.socket) {
        return;
      }
      this.socket = undefined;
      if (event.code === TAKEN_OVER) {
        this.link = 'out';
        this.emit();
      } else {
        this.#lose();
      }
    };
    this.heard = Date.now();
  }

  #lose() {
    this.#drop();
    this.lostAt = this.lostAt || Date.now();
    this.link = 'lost';
    this.attempt++;
    const wait = Math.min(LONGEST_RETRY_S, FIRST_RETRY_S * 2 ** Math.min(this.attempt - 1, 6)) * 1000;
    this.retryAt = Date.now() + wait;
    this.retry = setTimeout(() => this.#again(), wait);
    this.emit();
  }

  /** Connects again, unless the sign-in ended meanwhile. */
  async #again() {
    this.retryAt = 0;
    try {
      await api.get('/api/me');
      if (this.link === 'lost' && !this.socket) {
        this.#connect();
      }
    } catch (error) {
      if (/** @type {any} */ (error).status === 401) {
        this.link = 'out';
        this.emit();
      } else {
        this.#lose();
      }
    }
  }

  reconnect() {
    if (this.link === 'lost') {
      clearTimeout(this.retry);
      this.#again();
    }
  }

  /** A connection that died without a word. */
  #watch() {
    if (this.link === 'live' && Date.now() - this.heard > SILENCE_MS) {
      this.#lose();
    } else if (this.link === 'lost') {
      this.emit();
    }
  }

  /** Another window over the exam is written down by the station; nothing is deducted by itself. */
  async #hidden() {
    if (document.visibilityState !== 'hidden' || !this.working) {
      return;
    }
    try {
      await this.post('blur');
      this.#say('blur', this.mine.blurs);
      this.emit();
    } catch (error) {
      // without the network the outage itself is written down
      this.lastFailure = error;
    }
  }
}

export const myExam = new MyExam();
