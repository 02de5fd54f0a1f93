// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { css } from '../core/css.js';
import { LightElement, Signal } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { signed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { placeOf } from './map-draft.js';
import { count } from './rig-words.js';

const POLL_MS = 500;
const LENGTHS = [5, 10, 30, 120];
const SHOWN_UNMAPPED = 60;
const MILLI = 1000;

/** A trial of the map on the page, saved or not, on live messages. */
export class Trial extends Signal {
  constructor() {
    super();
    /** @type {any} */
    this.data = null;
    this.failure = '';
    this.timer = 0;
    /** The tags as they were tried. @type {Map<string, string>} */
    this.tried = new Map();
  }

  /** Whether a tag still is what was tried. @param {any} tag */
  fresh(tag) {
    return tag !== undefined && this.tried.get(tag.tag) === JSON.stringify(tag);
  }

  get running() {
    return this.data?.phase === 'connecting' || this.data?.phase === 'running';
  }

  /** @param {any} map @param {number} seconds @param {{ host: string, port: number } | null} broker */
  async start(map, seconds, broker) {
    this.failure = '';
    try {
      const where = broker ? `&host=${encodeURIComponent(broker.host)}&port=${broker.port}` : '';
      this.data = await api.post(`/api/rig/map/trial?seconds=${seconds}${where}`, map);
      this.tried = new Map(map.tags.map((/** @type {any} */ one) => [one.tag, JSON.stringify(one)]));
      this.#follow();
    } catch (error) {
      this.failure = errorText(error);
    }
    this.emit();
  }

  #follow() {
    clearTimeout(this.timer);
    this.timer = setTimeout(async () => {
      try {
        this.data = await api.get('/api/rig/map/trial');
      } catch (error) {
        this.failure = errorText(error);
        this.data = this.data && { ...this.data, phase: 'failed' };
      }
      if (this.running) {
        this.#follow();
      }
      this.emit();
    }, POLL_MS);
  }

  async stop() {
    try {
      this.data = await api.delete('/api/rig/map/trial');
    } catch (error) {
      this.failure = errorText(error);
    }
    this.emit();
  }

  end() {
    clearTimeout(this.timer);
  }
}

/** What the trial says: how far it is, and what to put right, with the change that would do it. */
class MapTrialPanel extends LightElement {
  static properties = { trial: { attribute: false }, draft: { attribute: false }, broker: { attribute: false }, seconds: { state: true } };

  constructor() {
    super();
    /** @type {Trial | null} */
    this.trial = null;
    /** @type {import('./map-draft.js').MapDraft | null} */
    this.draft = null;
    /** @type {{ host: string, port: number } | null} */
    this.broker = null;
    this.seconds = 10;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.trial && this.draft) {
      this.follow(this.trial);
      this.follow(this.draft);
    }
  }

  render() {
    const { trial, draft } = this;
    if (!trial || !draft?.map) {
      return nothing;
    }
    const { data } = trial;
    const wrong = draft.findings.length > 0;
    return html`<div class="mpq"><div class="row mpqh"><label class="rgck">${t('map.trial.length')}<select class="field rgday" @change=${(/** @type {any} */ event) => { this.seconds = Number(event.target.value); }}>${LENGTHS.map((one) => html`<option value=${one} ?selected=${one === this.seconds}>${one} s</option>`)}</select></label>
        ${trial.running ? html`<button class="btn s" @click=${() => trial.stop()}>${t('map.trial.stop')}</button>` : html`<button class="btn s act" ?disabled=${wrong} @click=${() => trial.start(draft.map, this.seconds, this.broker)}>${icon('play', 14)}${t('map.trial.start')}</button>`}
        ${data ? this.#progress(data) : html`<span class="mut">${t(wrong ? 'map.trial.wrong' : 'map.trial.how')}</span>`}</div>
      ${trial.failure ? html`<p class="wrong" role="alert">${trial.failure}</p>` : nothing}
      ${data?.problem ? html`<p class="wrong" role="alert">${pick(data.problem.text)} <span class="cap">${data.problem.code}</span></p>` : nothing}
      ${data ? this.#found(data) : nothing}</div>`;
  }

  /** @param {any} data */
  #progress({ phase, listened, seconds, tags }) {
    const good = tags.filter((/** @type {any} */ one) => one.verdict === 'ok').length;
    const share = Math.min(100, (100 * (listened ?? 0)) / seconds);
    return html`<span class="meter mpm" role="progressbar" aria-valuenow=${Math.round(share)} aria-label=${t('map.trial.progress')}><i ${css({ width: `${share}%` })}></i></span>
      <b role="status">${t(`map.trial.${phase}`, Math.round(listened ?? 0), seconds)}</b>${tags.length > 0 ? html`<span>${t('map.trial.good', good, tags.length)}</span>` : nothing}`;
  }

  /** @param {any} data */
  #found({ findings, unmapped, unmappedAll, sources, notices, tags, phase }) {
    return html`${findings.map((/** @type {any} */ one) => this.#finding(one, tags))}
      ${phase === 'done' && findings.length === 0 && tags.length > 0 ? html`<p class="row mpok">${icon('check', 16)}${t('map.trial.clean')}</p>` : nothing}
      ${notices.map((/** @type {any} */ one) => html`<p class="mpno">${priority(3, 14)}<span>${pick(one)}</span></p>`)}
      ${sources.map((/** @type {any} */ one) => html`<p class="cap mpso">${t('map.trial.source', one.topic, one.dialect, count(one.messages), one.good, one.uncertain, one.bad, one.never)} ${Math.abs(one.clockOffset) > 2 * MILLI ? t('map.trial.clock', signed(one.clockOffset / MILLI, 1)) : ''}</p>`)}
      ${unmappedAll > 0 ? html`<p class="cap">${t('map.trial.extra', unmappedAll)}</p><p class="rgi">${unmapped.slice(0, SHOWN_UNMAPPED).map((/** @type {any} */ one) => html`<span class="tagc" title=${one.topic}>${one.item || one.topic}</span>`)}${unmappedAll > SHOWN_UNMAPPED ? html`<span class="cap">…</span>` : nothing}</p>` : nothing}`;
  }

  /** @param {any} finding @param {any[]} tags */
  #finding(finding, tags) {
    const { row, field } = placeOf(finding);
    const result = tags[row];
    const current = this.draft?.map?.tags.findIndex((one) => one.tag === result?.tag) ?? -1;
    if (result && !this.trial?.fresh(this.draft?.map?.tags[current])) {
      return html`<p class="mpno"><span class="mut"><b>${result.tag}</b> ${t('map.trial.changed')}</span></p>`;
    }
    const fix = result?.hint && (result.verdict === 'unit' || result.verdict === 'never') && current >= 0;
    const apply = () => this.draft?.edit((map) => {
      const tag = map.tags[current];
      if (tag && result.verdict === 'unit') {
        tag.unit = { ...tag.unit, in: result.hint };
      } else if (tag) {
        tag[field === 'pointer' ? 'pointer' : 'item'] = result.hint;
      }
    });
    return html`<p class="mpno">${priority(2, 14)}<span><b>${result?.tag ?? ''}</b> ${pick(finding.rule)}</span>${fix ? html`<button class="btn s" @click=${apply}>${t(result.verdict === 'unit' ? 'map.fix.unit' : 'map.fix.item', result.hint)}</button>` : nothing}</p>`;
  }
}

customElements.define('ots-map-trial', MapTrialPanel);
