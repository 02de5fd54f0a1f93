// @ts-check
import { html, nothing } from 'lit';
import { segment } from '../core/dialog.js';
import { duration, number, seconds, typed } from '../core/format.js';
import { pick, t } from '../core/i18n.js';
import { inUnit, overrideName, UNITS, verbName } from './scenario-words.js';

/** Kinds of overrides that are there or not and take no number. */
const FLAGS = ['frozen', 'bad'];
/** Those that grow with a ramp. */
const GRADED = ['bias', 'drift'];

/** A first event of a kind, as far as the plant has something for it. @param {string} kind @param {import('./scenario-words.js').Offer} offer */
export function freshEvent(kind, offer) {
  switch (kind) {
    case 'fault':
      return { kind, fault: offer.faults[0]?.id ?? '', severity: 1, rampSeconds: offer.faults[0]?.rampS ?? 0 };
    case 'override':
      return { kind, tag: offer.instruments[0]?.tag ?? '', override: 'frozen' };
    case 'remote': {
      const target = targets(offer)[0]?.tag ?? '';
      return { kind, target, ...freshVerb(offer, target) };
    }
    case 'disturbance':
      return { kind, ...freshParameter(offer.disturbances[0]) };
    default:
      return { kind, text: { zh: '请检查现场', en: 'Please check the field' } };
  }
}

/** What stands in the plant and can be operated. @param {import('./scenario-words.js').Offer} offer */
function targets(offer) {
  return offer.devices.filter((one) => offer.operations[one.tag]);
}

/** @param {import('./scenario-words.js').Offer} offer @param {string} target */
function freshVerb(offer, target) {
  const verbs = offer.operations[target] ?? {};
  const verb = ['position', 'start', 'stop', 'set'].find((one) => one in verbs) ?? Object.keys(verbs)[0] ?? '';
  return { verb, ...(verbs[verb]?.low === undefined ? {} : { value: verbs[verb].low }) };
}

/** @param {any} span */
function freshParameter(span) {
  const unit = units(span?.unit ?? '1')[0];
  return { parameter: span?.parameter ?? '', value: span ? round(inUnit((span.low + span.high) / 2, unit)) : 0, unit };
}

/** @param {string} si */
function units(si) {
  return UNITS[/** @type {'K'} */ (si)] ?? [si];
}

/** @param {number} value */
function round(value) {
  return Number(value.toPrecision(4));
}

/** What was typed, a number if it is one; else the text, and the station says what is wrong. @param {string} text */
function figure(text) {
  const value = typed(text);
  return Number.isNaN(value) ? text : value;
}

/** A time as typed, in s. @param {string} text */
function time(text) {
  const value = seconds(text);
  return Number.isNaN(value) ? text : value;
}

/**
 * The form of one event.
 * @param {any} event
 * @param {import('./scenario-words.js').Offer} offer
 * @param {boolean} reader
 * @param {(event: any) => void} change
 */
export function eventForm(event, offer, reader, change) {
  const set = (/** @type {any} */ part) => change(Object.fromEntries(Object.entries({ ...event, ...part }).filter(([, value]) => value !== undefined)));
  const text = (/** @type {string} */ key, /** @type {any} */ value, /** @type {(text: string) => void} */ take, /** @type {any} */ label = t(`scenario.f.${key}`)) => html`<label class="scx"><span class="l">${label}</span><input class="field" data-field=${key} ?disabled=${reader} .value=${value === undefined ? '' : String(value)} @change=${(/** @type {any} */ input) => take(input.target.value.trim())}></label>`;
  const choice = (/** @type {string} */ key, /** @type {string} */ value, /** @type {Array<[string, string]>} */ options, /** @type {(value: string) => void} */ take) => html`<label class="scx wide"><span class="l">${t(`scenario.f.${key}`)}</span><select class="field" data-field=${key} ?disabled=${reader} @change=${(/** @type {any} */ input) => take(input.target.value)}>${options.some(([one]) => one === value) ? nothing : html`<option value=${value} selected>${value}</option>`}${options.map(([one, words]) => html`<option value=${one} ?selected=${one === value}>${words}</option>`)}</select></label>`;
  const ramp = text('rampSeconds', event.rampSeconds ?? 0, (value) => set({ rampSeconds: figure(value) }));
  return html`<div class="scr">${what(event, offer, set, text, choice, ramp)}${when(event, reader, set, text)}</div>`;
}

/** @param {any} event @param {import('./scenario-words.js').Offer} offer @param {(part: any) => void} set @param {any} text @param {any} choice @param {any} ramp */
function what(event, offer, set, text, choice, ramp) {
  switch (event.kind) {
    case 'fault':
      return html`${choice('fault', event.fault, offer.faults.map((one) => [one.id, `${one.id.replace(/^[A-Z]-/, '')} ${pick(one.title)}`]), (/** @type {string} */ fault) => set({ fault }))}
        ${text('severity', number(100 * (event.severity ?? 1), 0), (/** @type {string} */ value) => set({ severity: typeof figure(value) === 'number' ? Number(figure(value)) / 100 : value }))}${ramp}`;
    case 'override': {
      const instrument = offer.instruments.find((one) => one.tag === event.tag);
      const kind = instrument?.kinds.find((/** @type {any} */ one) => one.kind === event.override);
      return html`${choice('tag', event.tag, offer.instruments.map((one) => [one.tag, `${one.tag} ${pick(one.text)}`]), (/** @type {string} */ tag) => set({ tag }))}
        ${choice('override', event.override, (instrument?.kinds ?? []).map((/** @type {any} */ one) => [one.kind, overrideName(one.kind)]), (/** @type {string} */ override) => set({ override, value: FLAGS.includes(override) ? undefined : event.value ?? 1, rampSeconds: GRADED.includes(override) ? event.rampSeconds : undefined }))}
        ${FLAGS.includes(event.override) ? nothing : text('value', event.value, (/** @type {string} */ value) => set({ value: figure(value) }), kind ? t('override.value', number(kind.low, kind.low % 1 === 0 ? 0 : 2), number(kind.high, kind.high % 1 === 0 ? 0 : 2), kind.unit).trim() : t('scenario.f.value'))}
        ${GRADED.includes(event.override) ? ramp : nothing}`;
    }
    case 'remote': {
      const verbs = offer.operations[event.target] ?? {};
      const range = verbs[event.verb];
      return html`${choice('target', event.target, targets(offer).map((one) => [one.tag, `${one.tag} ${pick(one.text)}`]), (/** @type {string} */ target) => set({ target, value: undefined, ...freshVerb(offer, target) }))}
        ${choice('verb', event.verb, Object.keys(verbs).map((one) => [one, verbName(one)]), (/** @type {string} */ verb) => set({ verb, value: verbs[verb]?.low === undefined ? undefined : verbs[verb].low }))}
        ${range?.low === undefined ? nothing : text('value', event.value, (/** @type {string} */ value) => set({ value: figure(value) }), t('override.value', range.low, range.high, range.unit).trim())}`;
    }
    case 'disturbance': {
      const span = offer.disturbances.find((one) => one.parameter === event.parameter);
      const bounds = span ? [inUnit(span.low, event.unit), inUnit(span.high, event.unit)] : [0, 0];
      return html`${choice('parameter', event.parameter, offer.disturbances.map((one) => [one.parameter, `${pick(one.text)} ${one.parameter}`]), (/** @type {string} */ parameter) => set(freshParameter(offer.disturbances.find((one) => one.parameter === parameter))))}
        ${text('value', event.value, (/** @type {string} */ value) => set({ value: figure(value) }), span ? t('override.value', round(bounds[0]), round(bounds[1]), event.unit === '1' ? '' : event.unit).trim() : t('scenario.f.value'))}${ramp}`;
    }
    default:
      return html`<div class="scx wide">${text('zh', event.text?.zh, (/** @type {string} */ zh) => set({ text: { ...event.text, zh } }))}</div><div class="scx wide">${text('en', event.text?.en, (/** @type {string} */ en) => set({ text: { ...event.text, en } }))}</div>`;
  }
}

/** @param {any} event @param {boolean} reader @param {(part: any) => void} set @param {any} text */
function when(event, reader, set, text) {
  const { trigger } = event;
  const conditional = trigger.when !== undefined;
  const stays = !['remote', 'message'].includes(event.kind);
  const modes = [{ value: 'at', text: t('scenario.trigger.at'), disabled: reader }, { value: 'when', text: t('scenario.trigger.when'), disabled: reader }];
  return html`<div class="scx wide">${segment(modes, conditional ? 'when' : 'at', (mode) => set({ trigger: mode === 'when' ? { atSeconds: trigger.atSeconds ?? 0, when: '', holdSeconds: 10 } : { atSeconds: trigger.atSeconds ?? 0 } }), t('scenario.f.trigger'), 's')}</div>
    ${conditional ? html`<div class="scx wide">${text('when', trigger.when, (/** @type {string} */ value) => set({ trigger: { ...trigger, when: value } }))}</div>${text('holdSeconds', trigger.holdSeconds ?? 0, (/** @type {string} */ value) => set({ trigger: { ...trigger, holdSeconds: figure(value) } }))}` : nothing}
    ${text('atSeconds', typeof trigger.atSeconds === 'string' ? trigger.atSeconds : duration(trigger.atSeconds ?? 0), (/** @type {string} */ value) => set({ trigger: { ...trigger, atSeconds: time(value) } }), t(conditional ? 'scenario.f.from' : 'scenario.f.atSeconds'))}
    ${stays ? text('endSeconds', event.endSeconds === undefined ? '' : typeof event.endSeconds === 'string' ? event.endSeconds : duration(event.endSeconds), (/** @type {string} */ value) => set({ endSeconds: value === '' ? undefined : time(value) })) : nothing}`;
}
