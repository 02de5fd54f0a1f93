// @ts-check
import { api, closeSocket, path, socketAddress } from '../core/api.js';
import { Signal } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { session } from '../core/session.js';

const FIRST_RETRY_S = 1;
const LONGEST_RETRY_S = 10;
const SILENCE_MS = 6000;
const SIGNED_OUT = 4001;

/** One room, as the station shows it each second. */
export class RoomStore extends Signal {
  /** @param {string} id */
  constructor(id) {
    super();
    this.id = id;
    /** @type {any} */
    this.room = null;
    this.failure = '';
    /** @type {'connecting' | 'live' | 'lost'} */
    this.link = 'connecting';
    this.heard = 0;
    this.lostAt = 0;
    this.attempt = 0;
    this.retryAt = 0;
    this.closed = false;
    this.timer = setInterval(() => this.#watch(), 1000);
  }

  async open() {
    this.failure = '';
    try {
      this.room = await api.get(path`/api/exams/${this.id}`);
      this.heard = Date.now();
      if (!this.socket && !this.closed) {
        this.#connect();
      }
    } catch (error) {
      this.failure = errorText(error);
    }
    this.emit();
  }

  close() {
    this.closed = true;
    clearInterval(this.timer);
    this.#drop();
  }

  /**
   * Does something to the room and shows what came of it; what is refused is thrown.
   * @param {string} action
   * @param {any} [body]
   */
  async post(action, body) {
    this.room = await api.post(`${path`/api/exams/${this.id}`}/${action}`, body);
    this.failure = '';
    this.emit();
  }

  /** The same, for a button: what is refused is said on the page. @param {string} action @param {any} [body] */
  async act(action, body) {
    try {
      await this.post(action, body);
    } catch (error) {
      this.failure = errorText(error);
      this.emit();
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
    const socket = new WebSocket(socketAddress(path`/ws/exams/${this.id}`));
    this.socket = socket;
    socket.onmessage = (event) => {
      if (socket === this.socket) {
        this.room = JSON.parse(event.data);
        this.heard = Date.now();
        this.link = 'live';
        this.lostAt = 0;
        this.attempt = 0;
        this.emit();
      }
    };
    socket.onclose = (event) => {
      if (socket !== this.socket) {
        return;
      }
      if (event.code === SIGNED_OUT) {
        session.forget();
      } else {
        this.#lose();
      }
    };
  }

  #lose() {
    this.#drop();
    if (this.closed) {
      return;
    }
    this.lostAt = this.lostAt || Date.now();
    this.link = 'lost';
    this.attempt++;
    const wait = Math.min(LONGEST_RETRY_S, FIRST_RETRY_S * 2 ** Math.min(this.attempt - 1, 6)) * 1000;
    this.retryAt = Date.now() + wait;
    this.retry = setTimeout(() => this.reconnect(), wait);
    this.emit();
  }

  async reconnect() {
    clearTimeout(this.retry);
    this.retryAt = 0;
    try {
      await api.get('/api/me');
      if (!this.closed && !this.socket) {
        this.#connect();
      }
    } catch (error) {
      if (/** @type {any} */ (error).status === 401) {
        session.forget();
      } else {
        this.#lose();
      }
    }
  }

  #watch() {
    if (this.link === 'live' && Date.now() - this.heard > SILENCE_MS) {
      this.#lose();
    } else if (this.link === 'lost') {
      this.emit();
    }
  }
}
