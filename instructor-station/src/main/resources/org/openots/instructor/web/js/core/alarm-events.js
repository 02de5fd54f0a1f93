// @ts-check
import { pick, t } from './i18n.js';

/**
 * An alarm's change of state as an event: signal, tag and kind of the alarm, and the state it went to.
 * @param {any} event
 * @returns {{ signal: string, tag: string, kind: string, state: string }}
 */
export function alarmEvent(event) {
  const signal = event.signal ?? event.subject ?? '';
  const dot = signal.lastIndexOf('.');
  const state = event.state || event.code || 'unack';
  return { signal, tag: dot > 0 ? signal.slice(0, dot) : signal, kind: dot > 0 ? signal.slice(dot + 1) : '', state };
}

/**
 * Events of alarms that came, not of those that were acknowledged or went.
 * @param {any[]} events
 */
export function alarmsThatCame(events) {
  return events.filter((event) => event.kind.startsWith('alarm') && alarmEvent(event).state === 'unack');
}

/**
 * What an alarm says in words: the measured thing and which limit; for a state that has no limit its own name.
 * @param {string} tag
 * @param {string} kind
 * @param {import('./run-store.js').RunStore} store
 */
export function alarmText(tag, kind, store) {
  const plain = store.signals.get(`${tag}.${kind}`) ?? (kind === 'ON' || kind === 'TRIP' ? store.signals.get(tag) : undefined);
  if (kind === 'ON' || kind === 'TRIP') {
    const interlock = store.plant?.interlocks.find((one) => one.id === tag.replace(/\.TRIP$/, ''));
    return interlock ? t('alarm.interlock', pick(interlock.text)) : pick(plain?.text) || t('alarm.tripped', tag.replace(/\.TRIP$/, ''));
  }
  return t('alarm.words', pick(store.definition(tag)?.text) || tag, t(`alarm.kind.${kind}`));
}

/**
 * The priority of an alarm that an event is about.
 * @param {any} event
 * @param {import('./run-store.js').RunStore} store
 * @returns {1 | 2 | 3}
 */
export function priorityOf(event, store) {
  const { signal, tag, kind } = alarmEvent(event);
  return event.priority ?? store.alarms.find((alarm) => alarm.signal === signal)?.priority
    ?? store.definition(tag)?.alarms?.find((alarm) => alarm.kind === kind)?.priority ?? (kind === 'TRIP' || kind === 'ON' ? 1 : 3);
}
