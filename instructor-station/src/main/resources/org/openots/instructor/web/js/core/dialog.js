// @ts-check
import { html, nothing } from 'lit';
import { t } from './i18n.js';
import { icon } from './icons.js';

/**
 * @typedef {{ title: string, text: string, action: string, danger?: boolean, run: () => void }} Question
 */

/**
 * Asks once more before something is lost.
 * @param {Question | null} question
 * @param {() => void} close
 */
export function ask(question, close) {
  if (!question) {
    return nothing;
  }
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key === 'Escape') {
      event.stopPropagation();
      close();
    }
  };
  return html`<div class="veil" @keydown=${key} @click=${(/** @type {Event} */ event) => event.target === event.currentTarget && close()}>
    <section class="ask" role="alertdialog" aria-modal="true" aria-label=${question.title}>
      <h2>${question.title}</h2><p>${question.text}</p>
      <p class="row"><button class="btn ${question.danger ? 'danger' : 'act'}" @click=${() => { close(); question.run(); }}>${question.action}</button>
      <button class="btn" autofocus @click=${close}>${t('action.cancel')}</button></p>
    </section></div>`;
}

/**
 * A message at the field it is about.
 * @param {string} text
 */
export function wrong(text) {
  return text ? html`<p class="wrong" role="alert">${text}</p>` : nothing;
}

/**
 * One of several, the chosen one dark and with a check mark.
 * @template T
 * @param {Array<{ value: T, text: any, disabled?: boolean }>} options
 * @param {T} chosen
 * @param {(value: T) => void} choose
 * @param {string} label
 * @param {string} [size]
 */
export function segment(options, chosen, choose, label, size = '') {
  const move = (/** @type {KeyboardEvent} */ event) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step !== 0) {
      const buttons = [.../** @type {HTMLElement} */ (event.currentTarget).querySelectorAll('button:not([disabled])')];
      const at = buttons.indexOf(/** @type {any} */ (document.activeElement));
      /** @type {any} */ (buttons[(at + step + buttons.length) % buttons.length])?.focus();
    }
  };
  return html`<div class="seg" role="radiogroup" aria-label=${label} @keydown=${move}>${options.map((option) => html`<button class="btn ${size} ${option.value === chosen ? 'on' : ''}"
    role="radio" aria-checked=${option.value === chosen} ?disabled=${option.disabled ?? false} @click=${() => choose(option.value)}>${option.value === chosen ? icon('check', 14) : nothing}${option.text}</button>`)}</div>`;
}
