// @ts-check
/** What comes from a broker while somebody listens, and which signals its items may be. */
import { api } from '../core/api.js';
import { Signal } from '../core/element.js';
import { errorText } from '../core/errors.js';

/**
 * @typedef {{ item: string, value: number | null, quality: string }} Item
 * @typedef {{ topic: string, messages: number, retained: boolean, bytes: number, rate: number, dialect: string | null, items: Item[] }} Topic
 * @typedef {{ filter: string, connected: boolean, text: import('../core/i18n.js').LocalText, problem?: import('../core/i18n.js').LocalText, forgotten: number, topics: Topic[] }} Probe
 * @typedef {{ topic: string, item: string, signal: string | null, candidates: string[] }} Match
 * @typedef {{ path: string, label: string, topic: Topic | null, children: Node[], messages: number }} Node
 */

const REFRESH_MS = 1000;
const NO_PROBE = 404;

/** Names topic and item at once. @param {string} topic @param {string} item */
export function keyOf(topic, item) {
  return `${topic}\n${item}`;
}

export class Traffic extends Signal {
  constructor() {
    super();
    /** @type {Probe | null} */
    this.probe = null;
    this.failure = '';
    this.starting = false;
    this.asking = false;
    /** Whether somebody listens, as far as this page knows. */
    this.active = false;
    /** @type {Map<string, Match>} */
    this.matches = new Map();
    this.known = '';
  }

  /** Asks again and again for as long as the result is not called. @param {() => string} plant */
  every(plant) {
    this.load(plant());
    const timer = setInterval(() => document.visibilityState === 'visible' && this.load(plant()), REFRESH_MS);
    return () => clearInterval(timer);
  }

  /** @param {string} plant */
  async load(plant) {
    if (this.asking || this.starting || !this.active) {
      return;
    }
    this.asking = true;
    try {
      this.probe = await api.get('/api/rig/probe');
      this.failure = '';
      await this.#match(plant);
    } catch (error) {
      if (/** @type {any} */ (error).status === NO_PROBE) {
        this.probe = null;
        this.active = false;
      } else {
        this.failure = errorText(error);
      }
    }
    this.asking = false;
    this.emit();
  }

  /** Asks what the items may be, when there are others than before. @param {string} plant */
  async #match(plant) {
    const topics = this.probe?.topics ?? [];
    const known = plant + topics.map((one) => one.topic + one.items.map((item) => item.item).join()).join('\n');
    if (known === this.known || plant === '') {
      return;
    }
    const items = topics.flatMap((one) => one.items.map(({ item, value }) => ({ topic: one.topic, item, value })));
    /** @type {Match[]} */
    const matches = items.length === 0 ? [] : await api.post('/api/rig/map/match', { plant, items });
    this.matches = new Map(matches.map((one) => [keyOf(one.topic, one.item), one]));
    this.known = known;
  }

  /**
   * Begins to listen.
   * @param {{ filter: string, host?: string, port?: number }} order
   */
  async start(order) {
    this.starting = true;
    this.failure = '';
    this.emit();
    try {
      await api.post('/api/rig/probe', order);
      this.probe = null;
      this.known = '';
      this.active = true;
    } catch (error) {
      this.failure = errorText(error);
    }
    this.starting = false;
    this.emit();
  }

  async stop() {
    await api.delete('/api/rig/probe').catch((error) => {
      this.failure = errorText(error);
    });
    this.probe = null;
    this.active = false;
    this.emit();
  }

  /** Every item that came, with its topic and what it may be. */
  get items() {
    return (this.probe?.topics ?? []).flatMap((topic) => topic.items.map((item) => ({ topic, item, match: this.matches.get(keyOf(topic.topic, item.item)) ?? null })));
  }

  /** The topics as a tree; levels without a branch are one line. @param {string} wanted part of a topic's name */
  tree(wanted) {
    /** @type {Node} */
    const root = { path: '', label: '', topic: null, children: [], messages: 0 };
    for (const topic of this.probe?.topics ?? []) {
      if (wanted !== '' && !topic.topic.toLowerCase().includes(wanted) && !topic.items.some(({ item }) => item.toLowerCase().includes(wanted))) {
        continue;
      }
      let at = root;
      topic.topic.split('/').forEach((level, i) => {
        const path = i === 0 ? level : `${at.path}/${level}`;
        let next = at.children.find((one) => one.path === path);
        if (!next) {
          next = { path, label: level === '' ? '/' : level, topic: null, children: [], messages: 0 };
          at.children.push(next);
        }
        next.messages += topic.messages;
        at = next;
      });
      at.topic = topic;
    }
    return root.children.map(joined);
  }
}

/** @param {Node} node @returns {Node} */
function joined(node) {
  const [only] = node.children;
  if (node.topic === null && node.children.length === 1 && only) {
    return joined({ ...only, label: node.label === '/' ? `/${only.label}` : `${node.label}/${only.label}` });
  }
  return { ...node, children: node.children.map(joined) };
}
