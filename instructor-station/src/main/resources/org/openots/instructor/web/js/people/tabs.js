// @ts-check
import { html, nothing } from 'lit';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';

/** Parts of the page by role. @type {Record<string, string[]>} */
const TABS = { admin: ['list', 'import', 'rights', 'audit'], instructor: ['list', 'import', 'lessons'], supervisor: ['audit'], 'exam-officer': ['list'] };

/** The parts of this page that this person has. */
export function tabsOf() {
  return TABS[session.me?.role ?? ''] ?? ['list'];
}

/**
 * The way from one part of the page to another.
 * @param {string} current
 */
export function tabs(current) {
  const all = tabsOf();
  return all.length < 2 ? nothing : html`<nav class="seg pet" aria-label=${t('people.parts')}>${all.map((name) => html`<a class="btn s ${name === current ? 'on' : ''}" href=${name === 'list' ? '/people' : `/people/${name}`} aria-current=${name === current ? 'page' : nothing}>${t(`people.tab.${name}`)}</a>`)}</nav>`;
}
