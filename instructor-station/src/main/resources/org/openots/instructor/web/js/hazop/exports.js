// @ts-check
import { html } from 'lit';
import { ApiError } from '../core/api.js';
import { language, t } from '../core/i18n.js';

/** @typedef {{ format: string, text: string }} Choice */

/** What a worksheet can be taken out as; with its scores once they are released. @param {boolean} released */
export function sheetChoices(released) {
  const plain = ['xlsx', 'docx', 'pdf', 'json'].map((format) => ({ format, text: t(`report.${format}`) }));
  return released ? [...['xlsx', 'docx', 'pdf'].map((format) => ({ format: `${format}-score`, text: t('report.score', format.toUpperCase()) })), ...plain] : plain;
}

/** What a study's key can be taken out as. */
export function keyChoices() {
  return [{ format: 'xlsx', text: t('report.key.xlsx') }, { format: 'record', text: t('report.key.record') }, ...['docx', 'pdf', 'json'].map((format) => ({ format, text: t(`report.${format}`) }))];
}

/**
 * A menu of files.
 * @param {string} title
 * @param {Choice[]} choices
 * @param {(format: string) => Promise<void>} take
 * @param {boolean} busy
 */
export function exportMenu(title, choices, take, busy) {
  const choose = async (/** @type {Event} */ event, /** @type {string} */ format) => {
    const menu = /** @type {HTMLDetailsElement} */ (/** @type {HTMLElement} */ (event.currentTarget).closest('details'));
    menu.open = false;
    menu.querySelector('summary')?.focus();
    await take(format);
  };
  const close = (/** @type {KeyboardEvent} */ event) => {
    const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (event.key === 'Escape' && menu.open) {
      event.stopPropagation();
      menu.open = false;
      menu.querySelector('summary')?.focus();
    }
  };
  const left = (/** @type {FocusEvent} */ event) => {
    const menu = /** @type {HTMLDetailsElement} */ (event.currentTarget);
    if (event.relatedTarget instanceof Node && !menu.contains(event.relatedTarget)) {
      menu.open = false;
    }
  };
  return html`<details class="exp" @keydown=${close} @focusout=${left}><summary class="btn s" aria-busy=${busy}>${busy ? t('report.making') : title}</summary>
    <div class="opts">${choices.map((choice) => html`<button data-format=${choice.format} ?disabled=${busy} @click=${(/** @type {Event} */ event) => choose(event, choice.format)}>${choice.text}</button>`)}</div></details>`;
}

/**
 * Fetches a file and hands it to the browser to keep; a refusal is an ApiError.
 * @param {string} path
 * @param {string} format
 */
export async function takeOut(path, format) {
  let answer;
  try {
    answer = await fetch(`${path}?format=${format.replace('-score', '')}${format.endsWith('-score') ? '&scores=1' : ''}&lang=${language() === 'en' ? 'en' : 'zh'}`, { credentials: 'same-origin' });
  } catch {
    throw new ApiError(0, 'OFFLINE', null);
  }
  if (!answer.ok) {
    const data = await answer.json().catch(() => null);
    throw new ApiError(answer.status, data?.code ?? `HTTP_${answer.status}`, data?.message ?? null);
  }
  const name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') ?? '')?.[1] ?? `hazop.${format}`;
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = decodeURIComponent(name);
  link.target = '_self';
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
