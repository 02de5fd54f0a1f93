// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { modal, shut } from '../core/dialog.js';
import { t } from '../core/i18n.js';

/** @typedef {{ account: string, name: string, password: string }} NewPassword */

/**
 * Asks whether a person shall have a new password, and makes one.
 * @param {{ account: string, name: string }} person
 * @param {(made: NewPassword) => void} done
 * @param {(error: any) => void} failed
 * @param {string} [situation] said before what is lost
 * @returns {import('../core/dialog.js').Question}
 */
export function askNewPassword({ account, name }, done, failed, situation = '') {
  return {
    title: t('users.reset.ask', name), text: `${situation}${t('users.reset.loss')}`, action: t('users.reset'), danger: true,
    run: () => api.post(path`/api/users/${account}/password`).then((answer) => done({ account, name, password: answer?.password ?? '' }), failed),
  };
}

/**
 * The new password in a dialog, once.
 * @param {NewPassword | null} made
 * @param {() => void} close
 */
export function showNewPassword(made, close) {
  if (!made) {
    return nothing;
  }
  return modal(t('users.shown', made.name), close, html`<h2>${t('users.shown', made.name)}</h2><p class="mut">${t('users.account')} ${made.account}</p><p class="big pw" role="status">${made.password}</p><p>${t('users.shown.once')}</p>
    <p class="row"><button class="btn act" autofocus @click=${shut}>${t('action.close')}</button></p>`);
}
