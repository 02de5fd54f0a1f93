// @ts-check
import { html, nothing } from 'lit';
import { language, t, toggleLanguage } from '../core/i18n.js';
import { brand, icon } from '../core/icons.js';
import { router } from '../core/router.js';
import { session } from '../core/session.js';
import { myExam } from '../exam/my-exam.js';
import '../exam/exam-bar.js';

const LINKS = {
  student: ['home', 'training', 'hazop', 'rig', 'history', 'skills'],
  admin: ['people', 'health', 'rig'],
  assessor: ['exams', 'hazop', 'review', 'rig'],
  instructor: ['class', 'people', 'strategy', 'statistics', 'hazop', 'review', 'rig'],
  'exam-officer': ['exams', 'strategy'],
  invigilator: ['exams', 'class', 'hazop'],
  'rig-engineer': ['rig'],
  supervisor: ['exams', 'class', 'strategy', 'statistics', 'hazop', 'rig'],
  teacher: ['class', 'hazop'],
};

/** Signs out. */
export async function leave() {
  await session.signOut();
  router.go('/sign-in');
}

/**
 * The one bar of the station pages.
 * @param {string} current name of the page
 * @param {any} [middle] what this page adds
 * @param {string[]} [undone] what a candidate has not done yet on this page of an exam, in words
 */
export function bar(current, middle = nothing, undone = []) {
  const me = session.me;
  if (myExam.inside) {
    return html`<ots-exam-bar .middle=${middle} .undone=${undone}></ots-exam-bar>`;
  }
  const links = [...(myExam.mine ? ['exam'] : []), ...(LINKS[me?.role ?? ''] ?? LINKS.teacher)];
  return html`<header class="bar0">${brand}<nav aria-label=${t('nav.main')}>${links.map((/** @type {string} */ name) => html`<a href="/${name}" aria-current=${name === current ? 'page' : nothing}>${t(`nav.${name}`)}</a>`)}</nav><span class="sp"></span>${middle}${middle === nothing && me?.role === 'instructor' ? html`<a class="btn s q" href="/health" aria-current=${current === 'health' ? 'page' : nothing}>${t('nav.health')}</a>` : nothing}
    <button class="btn s q" lang=${language() === 'en' ? 'zh' : 'en'} @click=${() => toggleLanguage()}>${t('language.other')}</button>
    <span class="who">${icon('person')}<b>${me?.name ?? ''}</b>${me?.seat ? t('seat.n', me.seat) : ''}</span><button class="btn s q" @click=${leave}>${t('action.sign-out')}</button></header>`;
}
