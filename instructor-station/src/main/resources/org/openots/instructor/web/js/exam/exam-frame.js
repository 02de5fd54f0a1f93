// @ts-check
import { html, nothing } from 'lit';
import { path } from '../core/api.js';
import { language, t, toggleLanguage } from '../core/i18n.js';
import { brand, icon } from '../core/icons.js';
import { session } from '../core/session.js';
import { leave } from '../station/bar.js';
import { RESULT_READERS } from './exam-words.js';

/**
 * The bar of the pages of one exam.
 * @param {string} id
 * @param {string} tab room, incidents, rules or results
 * @param {any} [middle] what this page adds
 */
export function examBar(id, tab, middle = nothing) {
  const me = session.me;
  const base = path`/exams/${id}`;
  const tabs = [['room', base], ['incidents', `${base}/incidents`], ['rules', `${base}/rules`], ...(RESULT_READERS.includes(me?.role ?? '') ? [['results', `${base}/results`]] : [])];
  return html`<header class="bar0">${brand}<nav aria-label=${t('nav.main')}><a href="/exams">${icon('left', 14)}${t('ex.all')}</a>${tabs.map(([name, href]) => html`<a href=${href} aria-current=${name === tab ? 'page' : nothing}>${t(`ex.tab.${name}`)}</a>`)}</nav><span class="sp"></span>${middle}
    <button class="btn s q" lang=${language() === 'en' ? 'zh' : 'en'} @click=${() => toggleLanguage()}>${t('language.other')}</button>
    <span class="who"><b>${me?.name ?? ''}</b><span class="xrole">${t(`role.${me?.role ?? ''}`)}</span></span><button class="btn s q" @click=${leave}>${t('action.sign-out')}</button></header>`;
}

/** Grey bars in the place of what is being fetched. @param {boolean} slow whether it takes long enough to be shown */
export function waitRows(slow) {
  return slow ? html`<div class="xwait" role="status" aria-label=${t('ex.loading')}><i></i><i></i><i></i><p class="mut">${t('ex.loading')}</p></div>` : nothing;
}
