// @ts-check
/** The tag map on the desk of a rig engineer: edited here, checked by the station, kept in this browser until it is saved. */
import { api } from '../core/api.js';
import { Signal } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { session } from '../core/session.js';

/**
 * @typedef {import('../core/i18n.js').LocalText} LocalText
 * @typedef {{ name: string, unit: string, text: LocalText, kind: string, low: number | null, high: number | null, skills: number[] }} PlantSignal
 * @typedef {{ pointer: string, code: string, text: LocalText, rule: LocalText }} Finding
 * @typedef {Record<string, any>} Tag a tag of the map, as in its file
 * @typedef {{ format: string, formatVersion: string, plant: string, tags: Tag[] }} TagMap
 * @typedef {{ version: string, map: TagMap | null, broken?: string, plant: string, plants: Array<{ id: string, title: LocalText }>,
 *   signals: PlantSignal[], units: Record<string, string[]>, dialects: string[], qualityMaps: string[], timeForms: string[],
 *   writes: string[], kept: Array<{ name: string, time: number }>, today: string, probe: boolean, state: string, byFile: string[],
 *   broker: null | { host: string, port: number, tls: boolean } }} Desk
 */

/** How long nobody types before the station checks the map, ms. */
const CHECK_MS = 400;
const PERCENT = [0, 100];
/** Numbers of the modes of a controller. */
const MODES = [0, 9];
const CHANGED = 'OTS-RIG-010';

/** Whether nobody knows the range of a signal, so that a person must give it. @param {PlantSignal} signal */
export function needsRange(signal) {
  return signal.low === null && signal.unit !== '' && signal.unit !== '%';
}

/** Where in a tag a mistake is: the row, and the field by its name in the file. @param {Finding} finding */
export function placeOf(finding) {
  const [, list, index, ...field] = finding.pointer.split('/');
  return list === 'tags' && index !== undefined ? { row: Number(index), field: field.join('.') } : { row: -1, field: finding.pointer.slice(1) };
}

export class MapDraft extends Signal {
  constructor() {
    super();
    /** @type {Desk | null} */
    this.desk = null;
    /** @type {TagMap | null} */
    this.map = null;
    this.base = '';
    this.dirty = false;
    /** When the changes that this browser had kept were made, ms; 0 when there were none. */
    this.restored = 0;
    /** The file is no longer the one that the changes were made on. */
    this.conflict = false;
    /** @type {Finding[]} */
    this.findings = [];
    this.failure = '';
    this.busy = false;
    this.saved = false;
    this.timer = 0;
    /** @type {Record<string, PlantSignal>} */
    this.signals = {};
  }

  get #key() {
    return `ots.rig.map.${session.me?.account ?? ''}`;
  }

  /** What this browser kept for an account. @returns {{ base: string, map: TagMap, time: number } | null} */
  get #stored() {
    try {
      return JSON.parse(localStorage.getItem(this.#key) ?? 'null');
    } catch {
      return null;
    }
  }

  async load() {
    await this.#try(async () => {
      const stored = this.#stored;
      await this.#desk(stored?.map?.plant);
      if (stored && JSON.stringify(stored.map) !== JSON.stringify(this.desk?.map)) {
        this.map = stored.map;
        this.base = stored.base;
        this.restored = stored.time;
        this.dirty = true;
        this.conflict = stored.base !== this.desk?.version;
      } else {
        this.#theirs();
      }
    });
    this.check();
  }

  /** @param {string} [plant] */
  async #desk(plant) {
    this.desk = await api.get(`/api/rig/map/desk${plant ? `?plant=${encodeURIComponent(plant)}` : ''}`);
    this.signals = Object.fromEntries((this.desk?.signals ?? []).map((one) => [one.name, one]));
  }

  /** Takes the map as it is in the file. */
  #theirs() {
    const { desk } = this;
    if (!desk) {
      return;
    }
    this.map = structuredClone(desk.map) ?? { format: 'openots-tag-map', formatVersion: '1.0', plant: desk.plant, tags: [] };
    this.base = desk.version;
    this.dirty = false;
    this.conflict = false;
    this.restored = 0;
    localStorage.removeItem(this.#key);
  }

  /** @param {() => Promise<void>} action */
  async #try(action) {
    this.busy = true;
    this.failure = '';
    this.emit();
    try {
      await action();
    } catch (error) {
      this.failure = errorText(error);
      if (/** @type {any} */ (error).code === CHANGED) {
        await this.#desk(this.map?.plant).catch(() => {});
        this.conflict = true;
      }
    }
    this.busy = false;
    this.emit();
  }

  /** Changes the map and keeps it. @param {(map: TagMap) => void} change */
  edit(change) {
    if (!this.map) {
      return;
    }
    change(this.map);
    this.saved = false;
    this.dirty = JSON.stringify(this.map) !== JSON.stringify(this.desk?.map);
    this.#keep();
    this.emit();
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.check(), CHECK_MS);
  }

  #keep() {
    if (this.dirty) {
      localStorage.setItem(this.#key, JSON.stringify({ base: this.base, map: this.map, time: Date.now() }));
    } else {
      localStorage.removeItem(this.#key);
    }
  }

  /** Another plant: its signals are asked for; the tags stay and are checked against them. @param {string} plant */
  async plant(plant) {
    await this.#try(() => this.#desk(plant));
    this.edit((map) => {
      map.plant = plant;
    });
  }

  /** Asks the station for every mistake. */
  async check() {
    clearTimeout(this.timer);
    if (!this.map) {
      return;
    }
    try {
      this.findings = (await api.post('/api/rig/map/check', this.map)).findings;
    } catch (error) {
      this.failure = errorText(error);
    }
    this.emit();
  }

  /** Checks and saves; says whether the bridge has it now. */
  async save() {
    await this.check();
    if (this.findings.length > 0 || !this.map) {
      return false;
    }
    await this.#try(async () => {
      const answer = await api.post(`/api/rig/map?base=${encodeURIComponent(this.base)}`, this.map);
      await this.#desk(this.map?.plant);
      this.base = answer.version;
      this.dirty = false;
      this.conflict = false;
      this.restored = 0;
      this.saved = true;
      localStorage.removeItem(this.#key);
    });
    return this.saved;
  }

  /** Gives the changes up. */
  async discard() {
    await this.#try(async () => {
      localStorage.removeItem(this.#key);
      await this.#desk();
      this.#theirs();
    });
    await this.check();
  }

  /** Goes on with these changes on top of what somebody else saved: a decision, never by itself. */
  rebase() {
    this.base = this.desk?.version ?? this.base;
    this.conflict = false;
    this.failure = '';
    this.#keep();
    this.emit();
  }

  /** Tags that differ from the file. */
  get different() {
    const theirs = new Map((this.desk?.map?.tags ?? []).map((one) => [one.tag, JSON.stringify(one)]));
    const mine = new Map((this.map?.tags ?? []).map((one) => [one.tag, JSON.stringify(one)]));
    return [...new Set([...theirs.keys(), ...mine.keys()])].filter((tag) => theirs.get(tag) !== mine.get(tag));
  }

  /** A map that was replaced, as changes that are not saved. @param {string} name */
  async bring(name) {
    await this.#try(async () => {
      const map = await api.get(`/api/rig/map/kept/${encodeURIComponent(name)}`);
      this.edit((now) => Object.assign(now, map));
    });
  }

  /** The mistakes of a row, or of a field of it. @param {number} row @param {string} [field] */
  wrong(row, field) {
    return this.findings.filter((one) => {
      const place = placeOf(one);
      return place.row === row && (field === undefined || place.field === field || place.field.startsWith(`${field}.`));
    });
  }

  /** Names of mapped tags. */
  get mapped() {
    return new Set((this.map?.tags ?? []).map((one) => one.tag));
  }
}

/** Name of the item of a tag, as the gateway calls it. @param {Tag} tag */
export function itemOf(tag) {
  return String((tag.dialect === 'pointer' ? tag.pointer : tag.item ?? tag.tag) ?? '');
}

/**
 * The topic of a tag for a topic that came: messages of Sparkplug have their type in the third level.
 * @param {string} topic
 * @param {string} dialect
 */
export function filterOf(topic, dialect) {
  const levels = topic.split('/');
  return dialect === 'sparkplug' && levels.length > 3 ? [levels[0], levels[1], '+', ...levels.slice(3)].join('/') : topic;
}

/**
 * A new tag for an item that came.
 * @param {string} name
 * @param {{ topic: string, dialect: string | null, rate: number }} source
 * @param {string} item
 * @param {PlantSignal} [signal]
 * @returns {Tag}
 */
export function newTag(name, source, item, signal) {
  const dialect = source.dialect ?? 'pointer';
  /** @type {Tag} */
  const tag = { tag: name, topic: filterOf(source.topic, dialect), dialect };
  tag[dialect === 'pointer' ? 'pointer' : 'item'] = item;
  // the usual period is 1 s; a slower gateway would be stale all the time
  const period = source.rate > 0 ? Math.round(1 / source.rate) : 1;
  if (period > 1) {
    tag.period = `${period} s`;
  }
  if (signal && signal.low === null && (signal.unit === '%' || name.endsWith('.MODE'))) {
    tag.range = [...(signal.unit === '%' ? PERCENT : MODES)];
  }
  return tag;
}
