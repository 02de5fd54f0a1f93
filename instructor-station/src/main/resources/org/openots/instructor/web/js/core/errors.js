// @ts-check
import { hasText, pick, t } from './i18n.js';

/**
 * What went wrong, in the reader's language.
 * @param {any} error
 */
export function errorText(error) {
  if (error?.offline) {
    return t('error.offline');
  }
  if (error?.text) {
    return pick(error.text);
  }
  const key = `error.code.${error?.code ?? ''}`;
  return hasText(key) ? t(key) : t('error.other', error?.code ?? error?.message ?? '?');
}
