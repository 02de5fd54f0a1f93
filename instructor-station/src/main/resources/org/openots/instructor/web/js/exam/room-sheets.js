// @ts-check
import { html, nothing } from 'lit';
import { clock, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { by, codeText, minutes, planned, seatName, time } from './exam-words.js';

/**
 * What was written down in a room, the newest first.
 * @param {any} room
 * @param {(() => void) | null} add opens the form; null for who only reads
 */
export function incidentLog(room, add) {
  const list = [...room.incidents].reverse();
  const name = (/** @type {string} */ account) => {
    const seat = room.seats.find((/** @type {any} */ one) => one.account === account);
    return seat ? seatName(seat) : account || t('ex.whole');
  };
  return html`<main class="wrap xone"><header class="hd"><h1>${list.length > 0 ? t('ex.log.n', list.length) : t('ex.log.none')}</h1><span class="sp"></span>${add ? html`<button class="btn" @click=${add}>${t('ex.log.add')}</button>` : nothing}</header>
    ${list.length === 0 ? html`<p class="mut">${t('ex.log.empty')}</p>` : html`<section class="sheet scroll"><table class="t xlog"><thead><tr><th>${t('ex.log.time')}</th><th>${t('ex.log.clock')}</th><th>${t('ex.log.who')}</th><th>${t('ex.log.code')}</th><th>${t('ex.log.text')}</th><th>${t('ex.log.by')}</th></tr></thead>
      <tbody>${list.map((one) => html`<tr><td>${time(one.at)}</td><td>${clock(one.clockS)}</td><td>${name(one.account)}</td><td>${codeText(one.code)}</td><td class="xtxt" lang="">${one.text}</td><td>${by(one.by)}</td></tr>`)}</tbody></table></section>`}</main>`;
}

/** The rules a room is held by, in plain words. @param {any} room */
export function rulesSheet(room) {
  const { rules } = room;
  const parts = room.sections.map((/** @type {any} */ one) => t('ex.rule.part', pick(one.title), number(one.weight, 0), planned(one.limitS)));
  const groups = [
    ['time', [t('ex.rule.total', planned(room.totalS), room.sections.length), ...parts, rules.warnAtS.length > 0 ? t('ex.rule.warn', rules.warnAtS.map((/** @type {number} */ s) => planned(s)).join(t('ex.comma'))) : '', t('ex.rule.up')]],
    ['entry', [room.lateEntryS > 0 ? t('ex.rule.late', planned(room.lateEntryS)) : t('ex.rule.late.none'), t(rules.bindSeat ? 'ex.rule.bind' : 'ex.rule.free'), t('ex.rule.single'), t(`ex.rule.early.${rules.earlyHandIn ? 'yes' : 'no'}`)]],
    ['outage', [t('ex.rule.lost', rules.graceS), t(`ex.rule.client.${rules.creditClient}`, minutes(rules.maxAutoCreditS)), t(`ex.rule.server.${rules.creditServer}`, minutes(rules.maxAutoCreditS)), t(rules.illnessCredit ? 'ex.rule.illness.yes' : 'ex.rule.illness.no'), t('ex.rule.eyes')]],
    ['conduct', [room.blurWarnings > 0 ? t('ex.rule.blur', room.blurWarnings) : t('ex.rule.blur.none'), t('ex.rule.hidden'), t('ex.rule.collect')]],
    ['score', [t('ex.rule.pass', number(rules.passMark, 0)), ...rules.minimum.map((/** @type {any} */ one) => t('ex.rule.minimum', pick(one.title), number(one.points, 0))), t(`ex.rule.critical.${rules.onCritical}`), t('ex.rule.proof'), t('ex.rule.seed', room.commitment.slice(0, 16))]],
  ];
  return html`<main class="wrap xone"><header class="hd"><h1>${t('ex.rules.title')}</h1></header><section class="xrules scroll">${groups.map(([name, lines]) => html`<article class="sheet pad"><h2>${t(`ex.rules.${name}`)}</h2><ul>${/** @type {string[]} */ (lines).filter(Boolean).map((line) => html`<li>${line}</li>`)}</ul></article>`)}</section></main>`;
}
