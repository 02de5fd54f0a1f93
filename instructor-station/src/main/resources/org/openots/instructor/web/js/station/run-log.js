// @ts-check
import { html, nothing } from 'lit';
import { alarmEvent, alarmText, alarmsThatCame, priorityOf } from '../core/alarm-events.js';
import { clock, date, number } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { operationWords } from '../core/operation-words.js';

const SHOWN = 400;

/** Kinds of events a teacher can narrow the list to. */
export const EVENT_KINDS = ['all', 'alarms', 'acts', 'faults'];

/** @param {any} event @param {string} kind */
function ofKind(event, kind) {
  switch (kind) {
    case 'alarms': return event.kind.startsWith('alarm') || event.kind === 'trip';
    case 'acts': return event.kind.startsWith('command') || event.kind === 'radio';
    case 'faults': return event.kind.startsWith('fault');
    default: return true;
  }
}

/** @param {any} event @param {import('../core/run-store.js').RunStore} store */
function words(event, store) {
  if (event.kind.startsWith('alarm')) {
    const { tag, kind, state } = alarmEvent(event);
    return `${tag} ${alarmText(tag, kind, store)} ${t(`alarm.state.${state}`)}`;
  }
  return event.kind.startsWith('command') ? `${operationWords(event, store)}${event.kind === 'command-refused' ? ` ${pick(event.text)}` : ''}` : pick(event.text);
}

/**
 * What happened in a run, latest first; a time leads the view to that second.
 * @param {any[]} events
 * @param {string} kind
 * @param {import('../core/run-store.js').RunStore} store
 * @param {(time: number) => void} seek
 */
export function eventList(events, kind, store, seek) {
  const came = new Set(alarmsThatCame(events));
  const rows = events.filter((event) => ofKind(event, kind)).slice(-SHOWN).reverse();
  return html`<section class="sheet scroll tsc"><table class="t evl"><thead><tr><th>${t('score.col.time')}</th><th></th><th>${t('log.what')}</th></tr></thead>
    <tbody>${rows.map((event) => html`<tr><td><button class="lnk" @click=${() => seek(Math.floor(event.time))}>${clock(event.time)}</button></td><td>${came.has(event) ? priority(priorityOf(event, store), 16) : event.kind.startsWith('fault') ? icon('bolt', 14) : nothing}</td><td>${words(event, store)}</td></tr>`)}
    ${rows.length === 0 ? html`<tr><td colspan="3" class="mut">${t('log.none')}</td></tr>` : nothing}</tbody></table></section>`;
}

/** @param {any} one @param {(id: string) => string} faultTitle */
function deed(one, faultTitle) {
  const what = one.what;
  switch (one.kind) {
    case 'command': return `${t('log.operated')} ${operationWords({ target: what.target, verb: what.verb, value: what.value, text: { zh: what.text, en: what.text } })}`;
    case 'fault-armed': return `${t('log.armed', what.key)} ${faultTitle(what.fault)} ${number(100 * what.severity, 0)} %${what.when ? ` ${what.when}` : what.delaySeconds > 0 ? ` ${t('fault.after', clock(what.delaySeconds))}` : ''}`;
    case 'fault-withdrawn': return t('log.withdrawn', what.key);
    case 'rewound': return t('log.rewound', clock(one.to));
    case 'snapshot': return t('log.snapshot', what.name);
    case 'run-closed': return t('log.closed', number(what.score, 1));
    default: return what.action === 'speed' ? t('log.speed', what.value) : t(`log.control.${what.action}`);
  }
}

/**
 * What anybody but the trainee did to a run, latest first.
 * @param {any[] | null} log
 * @param {(id: string) => string} faultTitle
 * @param {(time: number) => void} seek
 */
export function interventionList(log, faultTitle, seek) {
  return html`<section class="sheet scroll tsc"><table class="t evl"><thead><tr><th>${t('score.col.time')}</th><th>${t('log.when')}</th><th>${t('log.who')}</th><th>${t('log.did')}</th></tr></thead>
    <tbody>${[...(log ?? [])].reverse().map((one) => html`<tr><td><button class="lnk" @click=${() => seek(Math.floor(one.time))}>${clock(one.time)}</button></td><td class="mut">${date(one.at)}</td><td>${one.name ?? one.by}</td><td>${deed(one, faultTitle)}</td></tr>`)}
    ${log?.length === 0 ? html`<tr><td colspan="4" class="mut">${t('log.untouched')}</td></tr>` : nothing}</tbody></table></section>`;
}
