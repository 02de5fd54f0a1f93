// @ts-check
/** Texts of the pages by key, and texts of the plant that come in both languages. */

/** @typedef {{ zh: string, en: string }} LocalText */

const STORED = 'ots.language';
/** @type {Record<string, string>} */
let texts = {};
let current = 'zh-CN';
/** @type {Set<() => void>} */
const listeners = new Set();

/** The language last chosen on this machine, else Chinese. */
export function storedLanguage() {
  return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh-CN';
}

/** @param {string} code zh-CN or en */
export async function setLanguage(code) {
  const language = code.startsWith('en') ? 'en' : 'zh-CN';
  const answer = await fetch(`/i18n/${language}.json`);
  if (!answer.ok) {
    throw new Error(`texts for ${language}: HTTP ${answer.status}`);
  }
  texts = await answer.json();
  current = language;
  localStorage.setItem(STORED, language);
  document.documentElement.lang = language;
  for (const listener of [...listeners]) {
    listener();
  }
}

export function language() {
  return current;
}

export function toggleLanguage() {
  return setLanguage(current === 'en' ? 'zh-CN' : 'en');
}

/** @param {() => void} listener called after each change; the result ends it */
export function onLanguage(listener) {
  listeners.add(listener);
  return () => {
    listeners.delete(listener);
  };
}

/**
 * The text of a key with {0}, {1}, ... replaced. A key without text shows itself, which a test catches.
 * @param {string} key
 * @param {...(string | number)} values
 */
export function t(key, ...values) {
  const text = texts[key] ?? key;
  return values.length === 0 ? text : text.replace(/\{(\d+)\}/g, (all, index) => String(values[Number(index)] ?? all));
}

/** @param {string} key */
export function hasText(key) {
  return key in texts;
}

/**
 * The language's part of a text that comes in both.
 * @param {LocalText | string | null | undefined} text
 */
export function pick(text) {
  if (text === null || text === undefined) {
    return '';
  }
  return typeof text === 'string' ? text : (current === 'en' ? text.en : text.zh) ?? '';
}
