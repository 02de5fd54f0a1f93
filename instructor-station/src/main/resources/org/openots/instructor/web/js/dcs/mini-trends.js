// @ts-check
import { html, nothing, svg } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { lookOf, qualityIcon, qualityWords } from '../core/quality.js';

const WINDOW_S = 600;
const POINTS = 120;
const REFRESH_MS = 5000;

/** Three small trends that follow the selected loop. */
class MiniTrends extends LightElement {
  static properties = { store: { attribute: false }, tag: {}, data: { state: true } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    this.tag = '';
    /** @type {{ t: number[], series: Record<string, Array<number | null>> } | null} */
    this.data = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
    this.every(REFRESH_MS, () => this.#load());
  }

  /** @param {Map<string, any>} changed */
  updated(changed) {
    const ready = (this.store?.frames ?? 0) > 0;
    if (changed.has('tag') || (ready && !this.ready)) {
      this.#load();
    }
    this.ready = ready;
  }

  get tags() {
    const related = this.store?.plant?.layout?.related ?? {};
    return related[this.tag] ?? (this.store?.signals.has(this.tag) ? [this.tag, ...(related.default ?? [])].slice(0, 3) : related.default ?? []);
  }

  async #load() {
    const store = this.store;
    if (!store || store.frames === 0 || ['lost', 'elsewhere', 'out'].includes(store.link) || (this.hasUpdated && this.firstElementChild?.getClientRects().length === 0)) {
      return;
    }
    const tags = this.tags;
    const from = Math.max(0, store.time - WINDOW_S);
    try {
      this.data = await api.get(`${path`/api/runs/${store.runId}/trend`}?tags=${tags.map(encodeURIComponent).join(',')}&from=${from}&to=${store.time}&points=${POINTS}`);
    } catch {
      this.data = null;
    }
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    return html`<section class="mt"><h3>${t('trend.related')}<span class="sp"></span><small>${WINDOW_S / 60} min</small></h3>${this.tags.map((/** @type {string} */ tag) => {
      const signal = store.definition(tag);
      const doubt = store.qualityOf(tag);
      const value = store.pv(tag);
      return html`<div class="row"><div title=${doubt ? qualityWords(doubt, value, store.time) : nothing}><small>${tag} ${pick(signal?.text)}</small><br><b class=${doubt ? 'dq' : ''}>${number(value, signal?.decimals ?? 1)}</b> <small>${signal?.unit ?? ''}</small>${doubt ? qualityIcon(lookOf(doubt, value), 14) : nothing}</div>${this.#curve(tag)}</div>`;
    })}</section>`;
  }

  /** @param {string} tag */
  #curve(tag) {
    const store = /** @type {import('../core/run-store.js').RunStore} */ (this.store);
    const times = this.data?.t ?? [];
    const values = this.data?.series[tag] ?? [];
    const known = values.filter((value) => typeof value === 'number');
    const signal = store.definition(tag);
    const set = store.trusted(`${tag}.SP`);
    const all = typeof set === 'number' ? [...known, set] : known;
    const smallest = signal ? (signal.range[1] - signal.range[0]) * 0.04 : 1;
    let low = Math.min(.../** @type {number[]} */ (all));
    let high = Math.max(.../** @type {number[]} */ (all));
    if (!Number.isFinite(low)) {
      return html`<svg viewBox="0 0 240 40" preserveAspectRatio="none"></svg>`;
    }
    const spread = Math.max(smallest, high - low) * 0.6;
    [low, high] = [(low + high) / 2 - spread, (low + high) / 2 + spread];
    const y = (/** @type {number} */ v) => (38 - (36 * (v - low)) / (high - low)).toFixed(1);
    const start = times[0];
    const length = Math.max(1, times[times.length - 1] - start);
    let pen = 'M';
    let d = '';
    times.forEach((time, i) => {
      const value = values[i];
      if (typeof value === 'number') {
        d += `${pen}${((240 * (time - start)) / length).toFixed(1)} ${y(value)}`;
        pen = 'L';
      } else {
        pen = 'M';
      }
    });
    return html`<svg viewBox="0 0 240 40" preserveAspectRatio="none" aria-hidden="true">
      ${typeof set === 'number' ? svg`<path d="M0 ${y(set)}H240" stroke="var(--ink-2)" stroke-dasharray="4 3" vector-effect="non-scaling-stroke"/>` : nothing}
      <path d=${d || 'M0 0'} fill="none" stroke="var(--live)" stroke-width="1.6" vector-effect="non-scaling-stroke"/></svg>`;
  }
}

customElements.define('ots-mini-trends', MiniTrends);
