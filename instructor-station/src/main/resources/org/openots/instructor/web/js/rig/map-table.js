// @ts-check
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../core/element.js';
import { DASH } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { qualityIcon } from '../core/quality.js';
import { itemOf } from './map-draft.js';
import { rawNumber } from './map-traffic.js';
import { keyOf } from './traffic.js';

const DAY_MS = 86_400_000;

/** Whether the calibration of a tag is overdue, by the station's day. @param {any} calibration @param {string} today */
export function overdue(calibration, today) {
  const day = Date.parse(`${calibration?.date ?? ''}T00:00:00Z`);
  return !Number.isNaN(day) && Number.isFinite(calibration?.validDays) && Date.parse(`${today}T00:00:00Z`) > day + calibration.validDays * DAY_MS;
}

/** The map as a table: a row for each tag, with its mistakes and how it did in the trial. */
class MapTable extends LightElement {
  static properties = { draft: { attribute: false }, traffic: { attribute: false }, trial: { attribute: false }, wide: {}, search: {}, selected: { attribute: false } };

  constructor() {
    super();
    /** @type {import('./map-draft.js').MapDraft | null} */
    this.draft = null;
    /** @type {import('./traffic.js').Traffic | null} */
    this.traffic = null;
    /** @type {import('./map-trial.js').Trial | null} */
    this.trial = null;
    this.wide = false;
    this.search = '';
    /** Rows that are edited. @type {Set<number>} */
    this.selected = new Set();
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.draft && this.traffic && this.trial) {
      this.follow(this.trial);
      this.follow(this.draft);
      this.follow(this.traffic);
    }
  }

  /** Values that come now, by topic and item. */
  get #live() {
    return new Map((this.traffic?.items ?? []).map(({ topic, item }) => [keyOf(topic.topic, item.item), item.value]));
  }

  /** @param {Iterable<number>} rows */
  #select(rows) {
    this.dispatchEvent(new CustomEvent('select-rows', { detail: new Set(rows) }));
  }

  /** @param {Event} event @param {number} row */
  #click(event, row) {
    const next = new Set(this.selected);
    if (/** @type {Element} */ (event.target).closest('input')) {
      next.has(row) ? next.delete(row) : next.add(row);
      this.#select(next);
    } else {
      this.#select(this.selected.size === 1 && this.selected.has(row) ? [] : [row]);
    }
  }

  render() {
    const { draft } = this;
    if (!draft?.map) {
      return nothing;
    }
    const wanted = this.search.trim().toLowerCase();
    const rows = draft.map.tags.map((tag, row) => ({ tag, row })).filter(({ tag }) => wanted === ''
      || [tag.tag, itemOf(tag), tag.topic, pick(draft.signals[tag.tag]?.text)].some((text) => String(text ?? '').toLowerCase().includes(wanted)));
    const live = this.#live;
    const results = new Map((this.trial?.data?.tags ?? []).map((/** @type {any} */ one) => [one.tag, one]));
    const all = rows.length > 0 && rows.every(({ row }) => this.selected.has(row));
    const head = (/** @type {string} */ key, /** @type {string} */ name = key) => html`<th class="m-${name}">${t(`map.col.${key}`)}</th>`;
    return html`<div class="scroll mpg"><table class="t mptab ${this.wide ? 'wide' : ''}"><thead><tr><th class="m-x"><input type="checkbox" aria-label=${t('map.rows.all')} .checked=${all} @change=${() => this.#select(all ? [] : rows.map(({ row }) => row))}></th>${head('tag')}${head('item')}${head('unit')}
      ${this.wide ? html`${head('scale')}` : nothing}${head('range')}${this.wide ? html`${head('rate')}${head('period')}${head('write')}` : nothing}${head('calibration', 'cal')}${head('now')}</tr></thead>
      <tbody>${repeat(rows, ({ row }) => row, ({ tag, row }) => this.#row(tag, row, live, this.trial?.fresh(tag) ? results.get(tag.tag) : undefined))}</tbody></table>
      ${rows.length === 0 ? html`<p class="mut rgd0">${t(draft.map.tags.length === 0 ? 'map.empty' : 'map.none')}</p>` : nothing}</div>`;
  }

  /**
   * @param {any} tag
   * @param {number} row
   * @param {Map<string, number | null>} live
   * @param {any} result
   */
  #row(tag, row, live, result) {
    const draft = /** @type {import('./map-draft.js').MapDraft} */ (this.draft);
    const signal = draft.signals[tag.tag];
    const wrong = draft.wrong(row);
    const bad = (/** @type {string[]} */ ...fields) => (fields.some((field) => draft.wrong(row, field).length > 0) ? 'bad' : '');
    const range = Array.isArray(tag.range) ? tag.range : signal && signal.low !== null ? [signal.low, signal.high] : null;
    const unit = signal?.unit ?? '';
    const other = tag.unit?.in && tag.unit.in !== unit;
    return html`<tr data-tag=${tag.tag} class=${this.selected.has(row) ? 'sel' : ''} @click=${(/** @type {Event} */ event) => this.#click(event, row)}><td class="m-x"><input type="checkbox" aria-label=${t('map.row', tag.tag)} .checked=${this.selected.has(row)}></td>
      <td class=${bad('tag')}><button class="plain rgtag cutl" aria-pressed=${this.selected.has(row)}>${tag.tag || DASH}</button><span class="cap cutl" title=${pick(signal?.text)}>${signal ? pick(signal.text) : t('map.signal.unknown')}</span>
        ${wrong.length > 0 ? html`<span class="wrong mpw" title=${wrong.map((one) => pick(one.text)).join('\n')}>${priority(2, 14)}<span class="cutl">${pick(wrong[0]?.rule)}</span></span>` : nothing}</td>
      <td class=${bad('item', 'pointer', 'topic', 'dialect')}><span class="cutl rg1" title=${itemOf(tag)}>${itemOf(tag)}</span><span class="cap cutl rg1" title=${`${tag.topic} · ${tag.dialect}`}>${tag.dialect} · ${tag.topic}</span></td>
      <td class=${bad('unit')}>${other ? html`<b>${tag.unit.in}</b> \u2192 ${unit}` : unit || DASH}</td>
      ${this.wide ? html`<td class=${bad('scale')}>${tag.scale ? `\u00d7${rawNumber(tag.scale.gain ?? 1)} ${tag.scale.bias ? `+ ${rawNumber(tag.scale.bias)}` : ''}` : DASH}</td>` : nothing}
      <td class=${bad('range')}>${range ? html`${rawNumber(range[0])} \u2013 ${rawNumber(range[1])}` : DASH}<span class="cap rg2">${tag.range ? '' : range ? t('map.range.plant') : ''}</span></td>
      ${this.wide ? html`<td class=${bad('rate')}>${tag.rate ?? DASH}</td><td class=${bad('period', 'timeout')}>${tag.period ?? '1 s'}<span class="cap rg2">${tag.timeout ?? ''}</span></td><td class=${bad('write')}>${t(`map.write.${tag.write ?? 'none'}`)}</td>` : nothing}
      <td class="m-c ${bad('calibration')}">${this.#calibration(tag.calibration)}</td><td>${result ? this.#result(result, unit) : this.#now(live.get(keyOf(tag.topic, itemOf(tag))))}</td></tr>`;
  }

  /** @param {any} calibration */
  #calibration(calibration) {
    if (!calibration?.date) {
      return DASH;
    }
    const over = overdue(calibration, this.draft?.desk?.today ?? '');
    return html`<span class="rgql">${over ? priority(2, 14) : nothing}<span class="cutl">${calibration.date}</span></span><span class="cap rg2">${over ? t('rig.calibration.over') : t('rig.calibration.days', calibration.validDays ?? DASH)}</span>`;
  }

  /** @param {number | null | undefined} value */
  #now(value) {
    return value === undefined ? html`<span class="mut">${DASH}</span>` : html`<b>${rawNumber(value)}</b><span class="cap rg2">${t('map.raw')}</span>`;
  }

  /** @param {any} result @param {string} unit */
  #result({ verdict, raw, value, hint, cause }, unit) {
    const good = verdict === 'ok';
    const word = verdict === 'unit' && hint ? t('map.verdict.unit.hint', hint) : verdict === 'never' && hint ? t('map.verdict.never.hint', hint) : (verdict === 'bad' || verdict === 'uncertain') && cause ? pick(cause) : t(`map.verdict.${verdict}`);
    const look = good ? null : verdict === 'uncertain' ? 'uncertain' : verdict === 'silent' || verdict === 'never' ? 'never' : 'bad';
    return html`<span class="rgql" data-verdict=${verdict}>${good ? icon('check', 14) : qualityIcon(look, 14)}<span class="cutl" title=${word}>${word}</span></span>
      <span class="cap cutl rg1" title=${t('map.decoded', rawNumber(raw), rawNumber(value), unit)}>${raw === null ? '\u00a0' : html`${rawNumber(raw)} \u2192 ${rawNumber(value)} ${unit}`}</span>`;
  }
}

customElements.define('ots-map-table', MapTable);
