// @ts-check
import { html, nothing } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { t } from './i18n.js';
import { icon } from './icons.js';

/**
 * @typedef {{ title: string, text: string, action: string, danger?: boolean, run: () => void }} Question
 */

/**
 * A window over the page. The browser keeps the keyboard in it, closes it with Esc and gives the focus back to where it was.
 * @param {string} label
 * @param {() => void} close called when it has been closed, however that happened
 * @param {any} content
 * @param {string} [role]
 */
export function modal(label, close, content, role = 'alertdialog') {
  const key = (/** @type {KeyboardEvent} */ event) => {
    // nothing of the page behind hears the keys; Esc in an input method only leaves its list
    event.stopPropagation();
    if (event.key === 'Escape' && event.isComposing) {
      event.preventDefault();
    }
  };
  return html`<dialog class="modal" role=${role} aria-label=${label} ${ref(open)} @keydown=${key} @close=${(/** @type {Event} */ event) => /** @type {Element} */ (event.currentTarget).isConnected && close()}
    @click=${(/** @type {Event} */ event) => event.target === event.currentTarget && shut(event)}><section class="ask">${content}</section></dialog>`;
}

/** @param {Element | undefined} element */
function open(element) {
  const dialog = /** @type {HTMLDialogElement | undefined} */ (element);
  // it becomes part of the page only after its template has been filled in
  queueMicrotask(() => dialog?.isConnected && !dialog.open && dialog.showModal());
}

/** Closes the window in which something happened. @param {Event} event */
export function shut(event) {
  /** @type {HTMLDialogElement | null} */ (/** @type {Element} */ (event.currentTarget).closest('dialog'))?.close();
}

/**
 * Asks once more before something is lost.
 * @param {Question | null} question
 * @param {() => void} close
 */
export function ask(question, close) {
  if (!question) {
    return nothing;
  }
  return modal(question.title, close, html`<h2>${question.title}</h2><p>${question.text}</p>
    <p class="row"><button class="btn ${question.danger ? 'danger' : 'act'}" @click=${(/** @type {Event} */ event) => { shut(event); close(); question.run(); }}>${question.action}</button>
    <button class="btn" autofocus @click=${shut}>${t('action.cancel')}</button></p>`);
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
