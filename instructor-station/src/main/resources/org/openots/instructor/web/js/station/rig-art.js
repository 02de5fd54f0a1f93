// @ts-check
import { html } from 'lit';
import { t } from '../core/i18n.js';

/** A quiet drawing of a column, the pages' only picture. */
export function rigArt() {
  return html`<svg class="rig" viewBox="0 0 360 330" role="img" aria-label=${t('art.rig')}><g fill="none" stroke="#3c6d67" stroke-width="2" stroke-linejoin="round" stroke-linecap="round">
    <path d="M92 50q0-18 20-18t20 18v206H92z" fill="#fff"/><path d="M100 66h32M92 86h32M100 106h32M92 126h32M100 146h32M92 166h32M100 186h32M92 206h32M100 226h32" stroke-width="1.2"/>
    <rect x="72" y="256" width="80" height="54" rx="12" fill="#fff"/><path d="M73 280h78v18q0 11-11 11H84q-11 0-11-11z" fill="#b9d6d1" stroke="none"/><rect x="72" y="256" width="80" height="54" rx="12"/>
    <path d="M112 32V16h112"/><rect x="224" y="4" width="56" height="26" rx="6" fill="#fff"/><path d="M224 17h10l6-7 10 14 10-14 6 7h14M252 30v36"/>
    <rect x="206" y="66" width="96" height="32" rx="16" fill="#fff"/><path d="M208 86h92q-4 12-14 12H222q-10 0-14-12z" fill="#b9d6d1" stroke="none"/><rect x="206" y="66" width="96" height="32" rx="16"/>
    <path d="M286 98v110h50M286 140H178V56h-46M286 180H178v-40"/><circle cx="232" cy="140" r="10" fill="#fff"/><path d="M223 140l13 -8v16z"/><circle cx="232" cy="180" r="10" fill="#fff"/><path d="M223 180l13 -8v16z"/>
    <path d="M254 135l16 10v-10l-16 10zM194 135l16 10v-10l-16 10zM254 175l16 10v-10l-16 10zM194 175l16 10v-10l-16 10z" fill="#fff"/>
    <circle cx="312" cy="208" r="10" fill="#fff"/><path d="M303 208l13 -8v16z"/><path d="M112 310v14h224M8 300h28v-84h56"/><path d="M56 211l16 10v-10l-16 10zM202 319l16 10v-10l-16 10z" fill="#fff"/>
    <circle cx="36" cy="262" r="10" fill="#fff"/><path d="M36 252l8 15H28z"/></g></svg>`;
}
