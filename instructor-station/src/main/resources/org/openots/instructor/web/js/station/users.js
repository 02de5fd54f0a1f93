// @ts-check
import { html, nothing } from 'lit';
import { api } from '../core/api.js';
import { ask, wrong } from '../core/dialog.js';
import { LightElement } from '../core/element.js';
import { errorText } from '../core/errors.js';
import { t } from '../core/i18n.js';
import { bar } from './bar.js';
import { askNewPassword } from './new-password.js';

const ROLES = ['student', 'instructor', 'assessor', 'exam-officer', 'invigilator', 'supervisor', 'rig-engineer', 'admin'];

/** Accounts: list, create, new password. A password made here is shown once. */
class Users extends LightElement {
  static properties = { users: { state: true }, failure: { state: true }, search: { state: true }, form: { state: true }, shown: { state: true }, question: { state: true } };

  constructor() {
    super();
    /** @type {any[] | null} */
    this.users = null;
    this.failure = '';
    this.search = '';
    this.form = { account: '', name: '', role: 'student', seat: '', password: '' };
    /** @type {{ account: string, password: string } | null} */
    this.shown = null;
    /** @type {import('../core/dialog.js').Question | null} */
    this.question = null;
  }

  connectedCallback() {
    super.connectedCallback();
    this.#load();
  }

  async #load() {
    try {
      const answer = await api.get('/api/users');
      this.users = Array.isArray(answer) ? answer : answer.users;
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  /** @param {SubmitEvent} event */
  async #create(event) {
    event.preventDefault();
    this.failure = this.form.account.trim() === '' || this.form.name.trim() === '' ? t('users.needs') : '';
    if (this.failure) {
      return;
    }
    const body = Object.fromEntries(Object.entries(this.form).filter(([, value]) => value.trim() !== '').map(([key, value]) => [key, value.trim()]));
    try {
      const answer = await api.post('/api/users', body);
      this.shown = { account: body.account, password: answer?.password ?? body.password ?? '' };
      this.form = { account: '', name: '', role: this.form.role, seat: '', password: '' };
      await this.#load();
    } catch (error) {
      this.failure = errorText(error);
    }
  }

  render() {
    const key = this.search.trim().toLowerCase();
    const users = (this.users ?? []).filter((user) => `${user.account} ${user.name} ${user.seat ?? ''}`.toLowerCase().includes(key));
    const input = (/** @type {'account' | 'name' | 'seat' | 'password'} */ name, required = false) => html`<div><label class="l" for=${name}>${t(`users.${name}`)}${required ? '' : ` ${t('users.optional')}`}</label>
      <input id=${name} class="field" autocomplete="off" .value=${this.form[name]} @input=${(/** @type {any} */ event) => { this.form = { ...this.form, [name]: event.target.value }; }}></div>`;
    return html`<div class="station">${bar('users')}<main class="wrap us"><header class="hd"><h1>${t('users.finding', this.users?.length ?? 0)}</h1><span class="sp"></span><input class="field find2" placeholder=${t('users.search')} aria-label=${t('users.search')} .value=${this.search} @input=${(/** @type {any} */ event) => { this.search = event.target.value; }}></header>
      <section class="sheet scroll"><table class="t"><thead><tr><th>${t('users.account')}</th><th>${t('users.name')}</th><th>${t('users.role')}</th><th>${t('users.seat')}</th><th></th></tr></thead>
      <tbody>${users.map((user) => html`<tr><td>${user.account}</td><td><b>${user.name}</b></td><td>${t(`role.${user.role}`)}</td><td>${user.seat ?? ''}</td><td class="num"><button class="btn s" @click=${() => {
        this.question = askNewPassword(user, (made) => { this.shown = made; }, (error) => { this.failure = errorText(error); });
      }}>${t('users.reset')}</button></td></tr>`)}${this.users !== null && users.length === 0 ? html`<tr><td colspan="5" class="mut">${t('users.none')}</td></tr>` : nothing}</tbody></table></section>
      <aside class="col">${this.shown ? html`<section class="sheet pad col shown" role="status"><h2>${t('users.shown', this.shown.account)}</h2>${this.shown.password ? html`<p class="big pw">${this.shown.password}</p><p class="mut">${t('users.shown.once')}</p>` : nothing}<p><button class="btn s" @click=${() => { this.shown = null; }}>${t('action.close')}</button></p></section>` : nothing}
      <form class="sheet pad col" @submit=${this.#create}><h2>${t('users.create')}</h2>${input('account', true)}${input('name', true)}<div><label class="l" for="role">${t('users.role')}</label>
      <select id="role" class="field" @change=${(/** @type {any} */ event) => { this.form = { ...this.form, role: event.target.value }; }}>${ROLES.map((role) => html`<option value=${role} ?selected=${role === this.form.role}>${t(`role.${role}`)}</option>`)}</select></div>
      ${input('seat')}${input('password')}${wrong(this.failure)}<button class="btn act">${t('users.create')}</button></form></aside></main>${ask(this.question, () => { this.question = null; })}</div>`;
  }
}

customElements.define('ots-users', Users);
