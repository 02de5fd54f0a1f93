// @ts-check
import { pick, t } from '../core/i18n.js';

const COMPARISON = /^\s*(\S+)\s*(<=|>=|<|>)\s*(-?[\d.]+)\s*$/;

/**
 * Whether a comparison of a start condition holds; undefined when it is not one.
 * @param {string} text
 * @param {import('../core/run-store.js').RunStore} store
 */
function holds(text, store) {
  const [, name, sign, limit] = COMPARISON.exec(text) ?? [];
  const value = name === undefined ? undefined : store.value(name);
  if (typeof value !== 'number') {
    return value === null ? false : undefined;
  }
  switch (sign) {
    case '<': return value < Number(limit);
    case '>': return value > Number(limit);
    case '<=': return value <= Number(limit);
    default: return value >= Number(limit);
  }
}

/**
 * Whether a start condition is not met: none of the comparisons joined by "or" holds.
 * @param {string | undefined} condition
 * @param {import('../core/run-store.js').RunStore} store
 */
function missing(condition, store) {
  return (condition ?? '').split(/ or /).every((part) => holds(part, store) === false);
}

/**
 * Why a device cannot be started now, in the order in which the station would refuse it.
 * @param {import('../core/types.js').DeviceDefinition | undefined} device
 * @param {string} tag
 * @param {import('../core/run-store.js').RunStore} store
 */
export function missingConditions(device, tag, store) {
  const power = device?.power ?? '';
  const forced = store.value(`${tag}.FORCED`) ?? 0;
  return [
    ...(power && store.value(power) === 0 ? [t('device.permit.power', pick(store.signals.get(power)?.text) || power)] : []),
    ...(forced > 0 ? [t('device.permit.forced', forced)] : []),
    ...(store.on(`${tag}.TRIP`) ? [t('device.permit.trip')] : []),
    ...(device?.permissives ?? []).filter((one) => missing(one.condition, store)).map((one) => t('device.permit.missing', pick(one.text))),
  ];
}
