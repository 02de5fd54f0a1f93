// @ts-check
import { html, nothing } from 'lit';
import { css } from '../core/css.js';
import { number } from '../core/format.js';
import { t } from '../core/i18n.js';

const DONE = ['DONE_OK', 'EARLY', 'CLOSED', 'WAIVED', 'WRONG'];
const NUMBERED_EVERY = 5;

/**
 * The steps of a task on the time ribbon, as wide as their points; lost points stand above.
 * @param {any[]} steps
 * @param {number} at index of the current step, -1 for none
 */
export function stepRibbon(steps, at) {
  const done = steps.filter((step) => DONE.includes(step.state)).length;
  return html`<div class="steps" role="img" aria-label=${t('ribbon.steps', steps.length, done)}>${steps.map((step, i) => {
    const ended = DONE.includes(step.state);
    const lost = ended && step.earned !== undefined ? step.points - step.earned : 0;
    const numbered = i === 0 || i === steps.length - 1 || step.no % NUMBERED_EVERY === 0;
    return html`<span class=${i === at ? 'n' : ended ? 'd' : ''} ${css({ 'flex-grow': step.points })}>${i === at ? html`<em class="here">${step.no}</em>` : lost > 0.05 ? html`<em class="lossb">${number(-lost, 1)}</em>` : nothing}${numbered ? html`<small>${step.no}</small>` : nothing}</span>`;
  })}</div>`;
}
