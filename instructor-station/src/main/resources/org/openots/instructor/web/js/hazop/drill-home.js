// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { segment } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { bar } from '../station/bar.js';

const LEVELS = ['junior', 'intermediate', 'senior'];

/** The drills of abnormal situations to choose from, by plant. */
class DrillHome extends LightElement {
  static properties = { chosen: {}, drills: { state: true }, runs: { state: true }, level: { state: true }, busy: { state: true }, failure: { state: true } };

  constructor() {
    super();
    /** The drill the address names. */
    this.chosen = '';
    /** @type {any[] | null} */
    this.drills = null;
    /** @type {any[]} */
    this.runs = [];
    this.level = 'junior';
    this.busy = '';
    this.failure = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  get mine() {
    return session.me?.role === 'student';
  }

  async #load() {
    this.failure = '';
    try {
      [this.drills, this.runs] = await Promise.all([api.get('/api/drills'), this.mine ? api.get('/api/my/runs').then((runs) => runs.filter((/** @type {any} */ run) => !run.branchOf)) : Promise.resolve([])]);
      this.level = this.drills?.find((drill) => drill.id === this.chosen)?.level ?? this.level;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} id */
  async #begin(id) {
    this.busy = id;
    this.failure = '';
    try {
      const run = await api.post('/api/my/drills', { drill: id });
      router.go(path`/run/${run.id}/graphic`);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  render() {
    const open = this.runs.find((run) => run.state === 'open');
    const shown = (this.drills ?? []).filter((drill) => drill.level === this.level);
    const plants = [...new Set(shown.map((drill) => drill.plant))];
    return html`<div class="station">${bar('hazop')}<main class="wrap one"><header class="hd"><h1>${t('drill.home')}</h1><span class="sp"></span><a class="btn" href="/hazop">${t('hazop.all')}</a></header>
      <section class="sheet scroll"><div class="row pad">${segment(LEVELS.map((value) => ({ value, text: t(`level.${value}`) })), this.level, (value) => { this.level = value; }, t('hazop.home.level'), 's')}<span class="mut">${t(`drill.level.${this.level}`)}</span></div>
        ${this.failure ? html`<p class="row err pad" role="alert">${this.failure} <button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
        ${open ? html`<p class="row pad">${t('drill.unfinished', pick(open.title))} <a class="btn s act" href=${path`/run/${open.id}/graphic`}>${t('home.continue')}</a></p>` : nothing}
        ${plants.map((plant) => html`<div class="drp"><h2>${pick(shown.find((drill) => drill.plant === plant)?.plantTitle)}</h2>${shown.filter((drill) => drill.plant === plant).map((drill) => this.#drill(drill))}</div>`)}</section></main></div>`;
  }

  /** @param {any} drill */
  #drill(drill) {
    const done = this.runs.filter((run) => run.task === drill.id && run.state === 'closed' && typeof run.score === 'number');
    const best = done.sort((a, b) => b.score - a.score)[0];
    return html`<div class="drr ${drill.id === this.chosen ? 'sel' : ''}"><span class="cap">${drill.id}</span><b>${pick(drill.title)}</b><span class="mut">${t('drill.minutes', drill.minutes)}</span>
      ${best ? html`<a class="btn s" href=${path`/score/${best.id}`}>${t('drill.best', number(best.score, 1))}</a>` : html`<span></span>`}
      ${this.mine ? html`<button class="btn s act" ?disabled=${this.busy !== ''} @click=${() => this.#begin(drill.id)}>${icon('play', 14)}${t('home.begin')}</button>` : nothing}</div>`;
  }
}

customElements.define('ots-drills', DrillHome);
