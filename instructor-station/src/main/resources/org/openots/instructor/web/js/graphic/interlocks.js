// @ts-check
/** What the signals say about the interlocks of a plant. */

/**
 * @typedef {import('../core/run-store.js').RunStore} RunStore
 * @typedef {import('../core/types.js').InterlockDefinition} InterlockDefinition
 */

/**
 * @param {InterlockDefinition} interlock
 * @param {RunStore} store
 */
export function stateOf(interlock, store) {
  const id = interlock.id;
  const on = (/** @type {string} */ part) => (store.trusted(`${id}.${part}`) ?? 0) > 0.5;
  const unknown = store.qualityOf(`${id}.TRIP`) !== null;
  const tripped = on('TRIP');
  const cause = on('CAUSE');
  const armed = on('ARMED');
  const bypassed = on('BYPASS');
  const first = on('FIRST');
  const word = unknown ? 'unknown' : bypassed ? 'bypassed' : tripped ? (cause ? 'tripped' : 'latched') : armed ? (cause ? 'timing' : 'armed') : 'idle';
  return { unknown, tripped, cause, armed, bypassed, first, word };
}

/**
 * Signal and limit of a cause: as the plant says, or read from a text such as "LIC-702 LL".
 * @param {any} cause
 * @param {RunStore} store
 * @returns {Array<{ signal: string, low: boolean, limit: number }>}
 */
export function limitsOf(cause, store) {
  if (cause.signal && cause.limit !== undefined) {
    return [{ signal: cause.signal, low: Boolean(cause.low), limit: cause.limit }];
  }
  const text = cause.en ?? cause.text?.en ?? '';
  const found = [];
  for (const [, tag, kind] of text.matchAll(/([A-Z]{2,4}-\d+[A-Z]?) (LL|L|HH|H)\b/g)) {
    const limit = store.signals.get(tag)?.alarms?.find((/** @type {any} */ alarm) => alarm.kind === kind)?.limit;
    if (limit !== undefined) {
      found.push({ signal: tag, low: kind.startsWith('L'), limit });
    }
  }
  return found;
}

/** A limit without an alarm before it is measured against this part of the span. */
const USUAL_ROOM = 0.1;

/**
 * How far a limit usually is from the alarm that warns of it, in the unit of the signal.
 * @param {import('../core/types.js').SignalDefinition} definition
 * @param {boolean} low
 * @param {number} limit
 */
function usualRoom(definition, low, limit) {
  const warning = definition.alarms?.find((alarm) => alarm.kind === (low ? 'L' : 'H'))?.limit;
  const room = warning === undefined ? 0 : Math.abs(limit - warning);
  return room > 0 ? room : USUAL_ROOM * (definition.range[1] - definition.range[0]);
}

/**
 * The armed interlock whose cause is nearest to its limit, measured by the distance between that limit and its alarm.
 * @param {RunStore} store
 */
export function nearest(store) {
  let best = null;
  let smallest = Infinity;
  for (const interlock of store.plant?.interlocks ?? []) {
    const state = stateOf(interlock, store);
    if (!state.armed || state.bypassed) {
      continue;
    }
    for (const cause of interlock.causes) {
      for (const { signal, low, limit } of limitsOf(cause, store)) {
        const definition = store.definition(signal);
        const value = store.trusted(signal);
        if (!definition || value === null || value === undefined) {
          continue;
        }
        const distance = Math.max(0, low ? value - limit : limit - value);
        const part = distance / usualRoom(definition, low, limit);
        if (part < smallest) {
          smallest = part;
          best = { interlock, distance, unit: definition.unit, decimals: definition.decimals };
        }
      }
    }
  }
  return best;
}
