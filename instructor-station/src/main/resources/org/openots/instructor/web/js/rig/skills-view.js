// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { pick, t } from '../core/i18n.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';

/** @typedef {import('../core/i18n.js').LocalText} LocalText */
/** @typedef {{ id: string, title: LocalText, post?: LocalText | string, level: string, timeLimitS: number }} Skill */

/** Who may begin a run. */
const OPERATORS = ['student', 'instructor'];

/** The skills that are trained at the rig, by post. */
class SkillsView extends LightElement {
  static properties = { open: { type: Boolean }, skills: { state: true }, failure: { state: true }, busy: { state: true } };

  constructor() {
    super();
    this.open = false;
    /** @type {Skill[] | null} */
    this.skills = null;
    this.failure = '';
    this.busy = '';
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    this.failure = '';
    try {
      this.skills = await api.get('/api/rig/skills');
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {string} task */
  async #begin(task) {
    this.busy = task;
    this.failure = '';
    try {
      const run = await api.post('/api/rig/runs', { task });
      router.go(path`/run/${run.id}/graphic`);
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  /** The skills of each post, in the order in which they come. */
  get posts() {
    /** @type {Map<string, Skill[]>} */
    const posts = new Map();
    for (const skill of this.skills ?? []) {
      const post = pick(skill.post) || t(`level.${skill.level}`);
      posts.set(post, [...(posts.get(post) ?? []), skill]);
    }
    return [...posts];
  }

  render() {
    const empty = this.skills?.length === 0;
    return html`<section class="sheet rgk">${this.failure ? html`<p class="row err rgd0" role="alert">${this.failure}<button class="btn s" @click=${() => this.#load()}>${t('action.retry')}</button></p>` : nothing}
      <p class="mut rgd0">${t(empty ? 'rig.skills.none' : this.open ? 'rig.skills.note' : 'rig.skills.closed')}</p>
      <div class="scroll">${this.posts.map(([post, skills]) => html`<section class="rgpost"><h2>${post}<span class="cap">${t('rig.skills.count', skills.length)}</span></h2>${skills.map((one) => this.#row(one))}</section>`)}</div></section>`;
  }

  /** @param {Skill} skill */
  #row(skill) {
    const may = OPERATORS.includes(session.me?.role ?? '');
    return html`<div class="task"><span class="mut">${skill.id}</span><div><b>${pick(skill.title)}</b><p class="mut">${t(`level.${skill.level}`)} ${skill.timeLimitS ? t('home.limit', Math.round(skill.timeLimitS / 60)) : t('home.no-limit')}</p></div><span></span>
      ${may ? html`<button class="btn ${this.busy === skill.id ? 'busy' : ''}" ?disabled=${!this.open || this.busy !== ''} aria-label="${t('home.begin')} ${skill.id}" @click=${() => this.#begin(skill.id)}>${t('home.begin')}</button>` : nothing}</div>`;
  }
}

customElements.define('ots-rig-skills', SkillsView);
