// @ts-check
import { hasText, pick, t } from '../core/i18n.js';

/** @typedef {{ faults: any[], instruments: any[], devices: any[], disturbances: any[], operations: Record<string, Record<string, any>>, conditions: string[] }} Offer what a plant offers for events */

export const KINDS = ['fault', 'override', 'remote', 'disturbance', 'message'];

/** Units a number of a process parameter may be written in; the first is what people say. */
export const UNITS = { K: ['°C', 'K'], Pa: ['kPa', 'Pa'], 1: ['1'], 'mol/mol': ['mol/mol'] };

/** A value of the SI unit in one of its units. @param {number} value @param {string} unit */
export function inUnit(value, unit) {
  return unit === '°C' ? value - 273.15 : unit === 'kPa' ? value / 1000 : value;
}

/** Of the plant, of the verb's own, or the verb itself. @param {string} verb */
export function verbName(verb) {
  const key = `scenario.verb.${verb}`;
  return hasText(key) ? t(key) : verb;
}

/** @param {string} kind */
export function overrideName(kind) {
  const key = `override.${kind}`;
  return hasText(key) ? t(key) : kind;
}

/** What happens, in few words. @param {any} event @param {Offer} offer */
export function eventTitle(event, offer) {
  switch (event.kind) {
    case 'fault': {
      const fault = offer.faults.find((one) => one.id === event.fault);
      return `${event.fault.replace(/^[A-Z]-/, '')} ${fault ? pick(fault.title) : ''}`.trim();
    }
    case 'override': {
      const unit = offer.instruments.find((one) => one.tag === event.tag)?.kinds.find((/** @type {any} */ one) => one.kind === event.override)?.unit ?? '';
      return `${event.tag} ${overrideName(event.override)}${event.value === undefined ? '' : ` ${String(event.value).replace('-', '\u2212')} ${unit}`}`.trim();
    }
    case 'remote': {
      const unit = offer.operations[event.target]?.[event.verb]?.unit ?? '';
      return `${event.target} ${verbName(event.verb)}${event.value === undefined ? '' : ` ${event.value} ${unit}`}`.trim();
    }
    case 'disturbance':
      return `${pick(offer.disturbances.find((one) => one.parameter === event.parameter)?.text) || event.parameter} ${String(event.value).replace('-', '\u2212')} ${event.unit === '1' ? '' : event.unit}`.trim();
    default:
      return pick(event.text);
  }
}

/**
 * What an armed order of a run says that is no fault of the plant and no instrument: an operation, a disturbance, a message.
 * @param {string} id
 */
export function orderWords(id) {
  const rest = id.slice(1);
  if (id.startsWith('#')) {
    const [zh, en] = rest.split('\n');
    return `${t('scenario.kind.message')} ${pick({ zh, en })}`;
  }
  const [left, value] = rest.split('=');
  if (id.startsWith('~')) {
    return `${t('scenario.kind.disturbance')} ${left} ${(value ?? '').replace('-', '\u2212')}`;
  }
  const dot = left.lastIndexOf('.');
  return `${left.slice(0, dot)} ${verbName(left.slice(dot + 1))}${value === undefined ? '' : ` ${value}`}`;
}

/** The name of a field of a scenario or event. @param {string} field */
export function fieldName(field) {
  const key = `scenario.f.${field}`;
  return hasText(key) ? t(key) : field;
}
