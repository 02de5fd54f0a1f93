// @ts-check
import { hasText, t } from '../core/i18n.js';

/** The name of a field: of its whole place, else of its last name. @param {string} pointer */
export function fieldName(pointer) {
  const names = pointer.split('/').slice(1).filter((name) => !/^\d+$/.test(name));
  const whole = `strategy.f.${names.join('.')}`;
  const last = `strategy.f.${names[names.length - 1]}`;
  const number = pointer.split('/').find((name) => /^\d+$/.test(name));
  const text = hasText(whole) ? t(whole) : hasText(last) ? t(last) : names.join(' ');
  return number === undefined ? text : t('strategy.f.of', text, Number(number) + 1);
}

/** A word of a choice. @param {string} word */
export function choiceName(word) {
  const key = `strategy.v.${word}`;
  return hasText(key) ? t(key) : word;
}

/** A value as people read it. @param {any} value */
export function valueText(value) {
  if (value === undefined) {
    return t('strategy.none');
  }
  if (typeof value === 'boolean') {
    return t(value ? 'strategy.yes' : 'strategy.no');
  }
  if (Array.isArray(value)) {
    return value.length === 0 ? t('strategy.none') : value.map((one) => (typeof one === 'string' ? choiceName(one) : JSON.stringify(one))).join(t('strategy.comma'));
  }
  return typeof value === 'string' ? choiceName(value) : typeof value === 'object' ? JSON.stringify(value) : String(value);
}
