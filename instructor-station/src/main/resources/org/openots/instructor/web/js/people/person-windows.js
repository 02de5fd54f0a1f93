// @ts-check
import { html, nothing, svg } from 'lit';
import { modal, shut } from '../core/dialog.js';
import { date } from '../core/format.js';
import { t } from '../core/i18n.js';

/** The digits of a code in two groups that can be read out. @param {string} digits */
function grouped(digits) {
  return digits.replace(/(\d{4})(?=\d)/g, '$1 ');
}

/**
 * A code to scan, as large as it is needed from an arm's length.
 * @param {{ name: string, size: number, path: string, until: string } | null} code
 * @param {() => void} close
 */
export function codeWindow(code, close) {
  return code ? modal(t('people.code.title', code.name), close, html`<h2>${t('people.code.title', code.name)}</h2><p>${t('people.code.how')}</p>
    <svg class="peq" viewBox="0 0 ${code.size} ${code.size}" role="img" aria-label=${t('people.code.title', code.name)} shape-rendering="crispEdges">${svg`<rect width=${code.size} height=${code.size} fill="#fff"/><path d=${code.path} fill="#000"/>`}</svg>
    <p class="mut">${t('people.code.until', date(code.until))}</p><p class="row"><button class="btn act" autofocus @click=${shut}>${t('action.close')}</button></p>`, 'dialog') : nothing;
}

/**
 * Moving somebody to another computer: first which seat, then the digits to type there.
 * @param {any} seat
 * @param {(person: any, seat: string) => void} move
 * @param {() => void} close
 */
export function seatWindow(seat, move, close) {
  if (!seat) {
    return nothing;
  }
  const { person } = seat;
  if (seat.code) {
    return modal(t('people.move.title', person.name), close, html`<h2>${t('people.move.title', person.name)}</h2><p>${t('people.move.done', seat.seat || t('people.seat.none'))}</p><p class="huge pen" role="status">${grouped(seat.code)}</p>
      <p class="mut">${t('people.code.until', date(seat.until))}</p><p class="row"><button class="btn act" autofocus @click=${shut}>${t('action.close')}</button></p>`, 'dialog');
  }
  const go = (/** @type {SubmitEvent} */ event) => {
    event.preventDefault();
    move(person, String(new FormData(/** @type {HTMLFormElement} */ (event.target)).get('seat') ?? '').trim());
  };
  return modal(t('people.move.title', person.name), close, html`<form class="col" @submit=${go}><h2>${t('people.move.title', person.name)}</h2><p>${t('people.move.text')}</p>
    <div><label class="l" for="pe-seat">${t('people.move.to')}</label><input id="pe-seat" name="seat" class="field" autocomplete="off" maxlength="20" autofocus .value=${person.seat}></div>
    <p class="row"><button class="btn act">${t('people.move')}</button><button type="button" class="btn" @click=${shut}>${t('action.cancel')}</button></p></form>`, 'dialog');
}
