// @ts-check
import { html, nothing } from 'lit';
import { path } from '../core/api.js';
import { css } from '../core/css.js';
import { clock, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { session } from '../core/session.js';

/** A moment of the run; for a teacher the way to it. @param {string} runId @param {number | undefined} time */
function moment(runId, time) {
  if (typeof time !== 'number') {
    return nothing;
  }
  return session.me?.role === 'instructor' ? html`<a href=${path`/class/${runId}/${Math.floor(time)}`} title=${t('score.look', clock(time))}>${clock(time)}</a>` : html`<span>${clock(time)}</span>`;
}

/**
 * How a hidden fault was noticed, named and handled: what it was, and the four parts of the score with their reasons.
 * @param {any} sheet
 * @param {string} runId
 */
export function faultParts(sheet, runId) {
  const fault = sheet?.fault;
  if (!fault) {
    return nothing;
  }
  return html`<section class="sheet flt"><div class="flh">${fault.text ? html`<h2>${t('diagnosis.was', pick(fault.text))} <span class="mut">${t('diagnosis.onset')} ${moment(runId, fault.onset)}</span></h2><p class="mut">${pick(fault.signs)}</p><p class="mut">${t('diagnosis.response', pick(fault.response))}</p>` : html`<h2>${t('diagnosis.was.none')}</h2>`}
    <p class="mut">${fault.chosen ? t('diagnosis.chosen', pick(fault.chosen)) : t('diagnosis.chosen.none')}</p></div>
    <div class="flp">${fault.parts.map((/** @type {any} */ part) => html`<div><span class="cap">${pick(part.text)} ${moment(runId, part.time)}</span><b>${number(part.earned, 1)} / ${number(part.points, 0)}</b><i class="flb"><i ${css({ width: `${(100 * part.earned) / Math.max(1, part.points)}%` })}></i></i><p>${pick(part.reason)}</p></div>`)}</div></section>`;
}
