// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { css } from '../core/css.js';
import { wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { date, number, typed } from '../core/format.js';
import { hasText, pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { session } from '../core/session.js';
import { bar } from './bar.js';

const EVERY_MS = 2000;
const MEGA = 1e6;
const FIELDS = /** @type {const} */ (['everyMinutes', 'keep', 'warnGigabytes', 'refuseGigabytes']);

/** How long ago, in the largest unit that says enough. @param {number} seconds */
function ago(seconds) {
  if (seconds < 90) {
    return t('health.ago.now');
  }
  const minutes = Math.round(seconds / 60);
  return minutes < 120 ? t('health.ago.minutes', minutes) : minutes < 2880 ? t('health.ago.hours', Math.round(minutes / 60)) : t('health.ago.days', Math.round(minutes / 1440));
}

/** How the station is: what is wrong first, then the figures, the backups and what was decided about them. */
class Health extends LightElement {
  static properties = { state: { state: true }, failure: { state: true }, lost: { state: true }, busy: { state: true }, done: { state: true }, form: { state: true } };

  constructor() {
    super();
    /** @type {any} */
    this.state = null;
    this.failure = '';
    /** Whether the station did not answer lately. */
    this.lost = false;
    this.busy = '';
    /** What was done last, in the words of the language the page has then. @type {() => string} */
    this.done = () => '';
    /** What is typed and not decided yet; null when nothing. @type {Record<string, string> | null} */
    this.form = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
    this.every(EVERY_MS, () => this.#load());
  }

  async #load() {
    try {
      this.state = await api.get('/api/health');
      this.lost = false;
    } catch (error) {
      this.lost = true;
      if (this.state === null) {
        this.failure = errorText(error);
      }
    }
  }

  /** @param {string} what @param {() => Promise<() => string>} action */
  async #do(what, action) {
    this.busy = what;
    this.failure = '';
    this.done = () => '';
    try {
      this.done = await action();
      await this.#load();
    } catch (error) {
      this.failure = errorText(error);
    }
    this.busy = '';
  }

  #backUp() {
    this.#do('backup', async () => {
      const made = await api.post('/api/backups');
      return () => t('health.backup.made', number(made.bytes / MEGA, 1), made.journals);
    });
  }

  #decide() {
    const form = this.form;
    if (!form) {
      return;
    }
    this.#do('settings', async () => {
      const body = /** @type {Record<string, any>} */ ({ second: form.second.trim() });
      for (const name of FIELDS) {
        const value = typed(form[name]);
        body[name] = Number.isNaN(value) ? form[name] : value;
      }
      await api.post('/api/health/settings', body);
      this.form = null;
      return () => t('health.decided');
    });
  }

  render() {
    return html`<div class="station">${bar('health')}<main class="wrap hx">${this.state ? this.#page() : html`<p role="status">${this.failure ? html`<span role="alert">${this.failure}</span>` : t('health.loading')}</p>`}</main></div>`;
  }

  #page() {
    const { findings } = this.state;
    const serious = findings.filter((/** @type {any} */ one) => one.serious).length;
    const sentence = serious > 0 ? t('health.serious', serious) : findings.length > 0 ? t('health.warn', findings.length) : t('health.fine');
    return html`<header class="hxh"><h1>${sentence}</h1>${this.lost ? html`<span class="tagc t1">${icon('broken')}${t('health.lost')}</span>` : nothing}</header>
      <section class="sheet hxl"><ul class="hxf">${findings.map((/** @type {any} */ one) => html`<li class=${one.serious ? 't1' : 't2'}>${priority(one.serious ? 1 : 2)}<p>${pick(one.text)}</p></li>`)}
        ${findings.length === 0 ? html`<li class="hxk">${icon('check')}<p>${t('health.fine.text')}</p></li>` : nothing}</ul>${this.#figures()}</section>
      <section class="sheet hxr">${this.#backups()}</section>`;
  }

  #figures() {
    const { disks, ticks, runs, people, memory, chains, versions } = this.state;
    const row = (/** @type {string} */ key, /** @type {any} */ value, /** @type {any} */ note = nothing) => html`<tr><th scope="row">${t(`health.${key}`)}</th><td><b>${value}</b></td><td class="mut">${note}</td></tr>`;
    return html`<table class="t hxt"><tbody>
      ${disks.map((/** @type {any} */ disk) => html`<tr><th scope="row">${t(`health.disk.${disk.name}`)}</th><td><b>${disk.state === 'absent' ? t('health.disk.absent') : t('health.disk.free', number(disk.freeGb, 1))}</b>${disk.state === 'absent' ? nothing : html`<span class="meter" aria-hidden="true"><i ${css({ width: `${100 - 100 * disk.freeGb / disk.totalGb}%` })}></i></span>`}</td><td class="mut">${disk.folder}${disk.state === 'absent' ? nothing : html`<br>${t('health.disk.total', number(disk.totalGb, 0))}`}</td></tr>`)}
      ${row('ticks', ticks.count > 0 ? t('health.ticks.p999', ticks.p999Ms) : t('health.ticks.none'), ticks.count > 0 ? t('health.ticks.note', ticks.count, number(100 * ticks.onTime, 2), ticks.worstMs) : nothing)}
      ${row('runs', t('health.runs.open', runs.open), t('health.runs.note', runs.running, runs.lost))}
      ${row('people', t('health.people.n', people))}
      ${row('memory', t('health.memory.mb', number(memory.used / MEGA, 0)), t('health.memory.most', number(memory.most / MEGA, 0)))}
      ${row('chains', chains.at ? chains.damaged.length > 0 ? t('health.chains.damaged', chains.damaged.length) : t('health.chains.fine') : t('health.chains.wait'), html`${chains.at ? t('health.chains.note', chains.journals, chains.records, ago(chains.ageS)) : nothing}${session.me?.role === 'admin' ? html` <button class="btn s ${chains.running ? 'busy' : ''}" ?disabled=${chains.running} @click=${() => this.#do('check', async () => { await api.post('/api/health/check'); return () => ''; })}>${t('health.chains.check')}</button>` : nothing}`)}
      ${row('versions', `OpenOTS ${versions.build}`, html`${t('health.versions.engine', versions.engine)}<br>Java ${versions.java}<br>${versions.system}`)}
      </tbody></table>`;
  }

  #backups() {
    const { backups, settings } = this.state;
    const admin = session.me?.role === 'admin';
    return html`<div class="hxb"><div><h2>${t('health.backup')}</h2><p class="big">${backups.ageS === undefined ? t('health.backup.never') : ago(backups.ageS)}</p>
        <p class="mut">${t('health.backup.rule', settings.everyMinutes, settings.keep)}${backups.second ? html`<br>${t(`health.second.${backups.second}`)}` : nothing}</p></div>
        ${admin ? html`<button class="btn act ${this.busy === 'backup' ? 'busy' : ''}" ?disabled=${this.busy !== ''} @click=${() => this.#backUp()}>${t('health.backup.now')}</button>` : nothing}</div>
      <div class="hxs">${wrong(this.failure)}${this.done() ? html`<p role="status">${this.done()}</p>` : nothing}
      <table class="t"><thead><tr><th>${t('health.backup.at')}</th><th>${t('health.backup.why')}</th><th class="num">MB</th><th class="num">${t('health.backup.journals')}</th></tr></thead>
      <tbody>${backups.list.map((/** @type {any} */ one) => html`<tr><td>${date(one.at)}</td><td>${hasText(`health.why.${one.reason}`) ? t(`health.why.${one.reason}`) : one.reason}</td><td class="num">${number(one.bytes / MEGA, 1)}</td><td class="num">${one.damaged > 0 ? t('health.backup.damaged', one.journals, one.damaged) : one.journals}</td></tr>`)}
        ${backups.list.length === 0 ? html`<tr><td colspan="4" class="mut">${t('health.backup.none')}</td></tr>` : nothing}</tbody></table>
      <p class="mut hxn">${t('health.backup.restore')}</p>${admin ? this.#settings(settings) : nothing}</div>`;
  }

  /** @param {any} settings */
  #settings(settings) {
    const shown = this.form ?? { second: settings.second ?? '', ...Object.fromEntries(FIELDS.map((name) => [name, String(settings[name])])) };
    const set = (/** @type {string} */ name) => (/** @type {any} */ event) => { this.form = { ...shown, [name]: event.target.value }; };
    const field = (/** @type {string} */ name) => html`<div><label class="l" for="hx-${name}">${t(`health.set.${name}`)}</label><input id="hx-${name}" class="field" autocomplete="off" .value=${shown[name]} @input=${set(name)}></div>`;
    return html`<form class="hxd" @submit=${(/** @type {Event} */ event) => { event.preventDefault(); this.#decide(); }}><h3>${t('health.set')}</h3>
      <div class="two">${field('everyMinutes')}${field('keep')}${field('warnGigabytes')}${field('refuseGigabytes')}</div>${field('second')}
      <p class="mut">${t('health.set.second.text')}</p><p class="row"><button class="btn" ?disabled=${this.form === null || this.busy !== ''}>${t('health.set.save')}</button>${this.form ? html`<button type="button" class="btn q" @click=${() => { this.form = null; this.failure = ''; }}>${t('action.cancel')}</button>` : nothing}</p></form>`;
  }
}

customElements.define('ots-health', Health);
