// @ts-check
import { number } from './format.js';
import { hasText, pick, t } from './i18n.js';

const MODES = ['MAN', 'AUTO', 'CAS'];
/** Decimals with which a value of an operation is said: as many as it has, up to these. */
const MOST_DECIMALS = 2;

/** @param {number} value */
function plain(value) {
  const text = value.toFixed(MOST_DECIMALS).replace(/\.?0+$/, '');
  return number(value, text.includes('.') ? text.split('.')[1].length : 0);
}

/**
 * What an operator did, in words: an event of the run (subject, code, value) or an operation of a score sheet (target,
 * verb, value). A verb without words is shown as the station wrote it.
 * @param {any} event
 * @param {import('./run-store.js').RunStore | null} [store] gives the unit of a set point
 */
export function operationWords(event, store = null) {
  if (event.kind === 'radio') {
    return pick(event.text);
  }
  const target = event.subject || event.target || '';
  const verb = event.code || event.verb || '';
  const key = `operation.${verb}`;
  if (!hasText(key)) {
    return pick(event.text) || `${target} ${verb}`;
  }
  const tag = target.replace(/\.TRIP$/, '').replace(/^(CHECK|RECORD|LOTO)\./, '');
  const value = typeof event.value === 'number' ? event.value : 0;
  const shown = verb === 'mode' ? t(`mode.${MODES[Math.round(value)] ?? 'MAN'}`) : verb === 'shelve' ? plain(value / 60) : plain(value);
  return t(key, t(`operation.target.${tag}`) === `operation.target.${tag}` ? tag : t(`operation.target.${tag}`), shown, verb === 'sp' ? store?.definition(tag)?.unit ?? '' : '').trim();
}
