// @ts-check
/** What the form of a strategy shows, by groups. A field is a pointer into the document and how it is written. */

/**
 * @typedef {{ at: string, kind: 'text' | 'number' | 'switch' | 'choice' | 'list' | 'who' | 'json', unit?: string, options?: string[], optional?: boolean }} Field
 * @typedef {{ name: string, kind?: string, fields?: Field[], each?: { at: string, title: string, fields: Field[] } }} Group
 */

const WHO = ['student', 'instructor', 'invigilator'];
const WHEN = ['live', 'after-run', 'after-publicity', 'after-appeal-window'];
const CREDIT = ['auto', 'invigilator-confirm', 'none'];

/** @param {string} at @param {Partial<Field>} [more] @returns {Field} */
const number = (at, more = {}) => ({ at, kind: 'number', ...more });
/** @param {string} at @returns {Field} */
const on = (at) => ({ at, kind: 'switch' });
/** @param {string} at @param {...string} options @returns {Field} */
const choice = (at, ...options) => ({ at, kind: 'choice', options });
/** @param {string} at @param {Partial<Field>} [more] @returns {Field} */
const list = (at, more = {}) => ({ at, kind: 'list', ...more });
/** @param {string} at @returns {Field} */
const who = (at) => ({ at, kind: 'who', options: WHO });
/** @param {string} at @returns {Field} */
const text = (at) => ({ at, kind: 'text' });

/** @type {Group[]} */
export const GROUPS = [
  { name: 'head', fields: [text('/title/zh'), text('/title/en'), choice('/certificate/code', 'JL', 'HA'), choice('/certificate/level', 'junior', 'intermediate', 'senior'), text('/engine/simulator'), number('/engine/tickMs', { unit: 'ms' }), list('/audience/classes', { optional: true })] },
  { name: 'units', kind: 'training', each: { at: '/units', title: 'unit', fields: [list('/initialConditions'), list('/tasks')] } },
  { name: 'modes', kind: 'training', each: { at: '/modes', title: 'mode', fields: [text('/title/zh'), text('/title/en'), { at: '/unlock', kind: 'json' }] } },
  { name: 'paper', kind: 'exam', fields: [choice('/paper/assembly', 'fixed', 'random', 'stratified-random'), choice('/paper/seedPolicy', 'per-candidate-sealed', 'per-session-sealed'), choice('/paper/sectionOrder', 'fixed', 'random'), on('/paper/backNavigation')],
    each: { at: '/paper/sections', title: 'id', fields: [text('/title/zh'), text('/title/en'), text('/unit'), text('/initialCondition'), { at: '/task', kind: 'text', optional: true }, number('/weight', { unit: 'points' }), number('/timeLimitSec', { unit: 's' }), list('/pick/pool'), number('/pick/count')] } },
  { name: 'time', fields: [number('/time/totalSec', { unit: 's' }), choice('/time/clock', 'server-exam-time', 'model-time'), list('/time/warnAtRemainingSec', { optional: true, unit: 's' }), number('/time/lateEntrySec', { optional: true, unit: 's' }), choice('/time/onTimeUp', 'auto-submit', 'freeze-and-ask'), number('/attempts/max'), choice('/attempts/keep', 'best', 'last', 'only')] },
  { name: 'extension', kind: 'exam', fields: [choice('/time/extension/creditServerOutage', ...CREDIT), choice('/time/extension/creditClientOutage', ...CREDIT), number('/time/extension/maxAutoCreditSec', { unit: 's' }), on('/time/extension/illnessCredit')] },
  { name: 'simControl', fields: [number('/simControl/timeScale/default', { unit: 'x' }), number('/simControl/timeScale/min', { unit: 'x' }), number('/simControl/timeScale/max', { unit: 'x' }), on('/simControl/timeScale/studentMaySet'), who('/simControl/freezeBy'), who('/simControl/backtrackBy'), who('/simControl/resetBy')] },
  { name: 'assist', fields: [choice('/assist/hints', 'off', 'on-demand', 'on'), number('/assist/hintCost', { optional: true, unit: 'points' }), choice('/assist/liveScore', 'visible', 'hidden'), number('/assist/trendHistorySec', { unit: 's' }), choice('/assist/stepGuide', 'off', 'on'), choice('/assist/alarmHelp', 'off', 'on'), list('/assist/referenceDocs')] },
  { name: 'faults', fields: [choice('/faults/injection', 'none', 'scripted', 'instructor-or-script'), number('/faults/maxConcurrent'), number('/faults/severity/min'), number('/faults/severity/max'), list('/faults/onsetJitterSec', { unit: 's' }), list('/faults/allowed'), on('/faults/adHocByInstructor'), on('/faults/visibleToStudent')] },
  { name: 'scoring', fields: [number('/scoring/passMark', { unit: 'points' }), list('/scoring/rubrics'), list('/scoring/criticalErrors', { optional: true }), choice('/scoring/release/score', ...WHEN), choice('/scoring/release/breakdown', ...WHEN)] },
  { name: 'mastery', kind: 'training', fields: [list('/mastery/skills', { optional: true }), number('/mastery/target', { optional: true })] },
  { name: 'connectivity', fields: [choice('/connectivity/onClientLoss', 'freeze-session', 'keep-running'), number('/connectivity/graceSec', { unit: 's' }), choice('/connectivity/resume', 'any-seat', 'same-seat-or-invigilator'), on('/connectivity/localJournal')] },
  { name: 'security', kind: 'exam', fields: [on('/security/bindSeat'), list('/security/allowedStations'), choice('/security/lockdownClient', 'required', 'optional'), number('/security/blurWarnings'), on('/security/collusion/report'), on('/security/collusion/autoPenalty')] },
  { name: 'staffing', kind: 'exam', fields: [number('/staffing/invigilatorsPer30'), number('/staffing/assessorsMin'), number('/staffing/supervisorsMin'), on('/staffing/supervisorMayAssess'), on('/audit/replayRequired'), number('/audit/retentionYears/paper', { unit: 'years' }), number('/audit/retentionYears/electronic', { unit: 'years' }), number('/audit/retentionYears/video', { unit: 'years' })] },
];

/** The value at a pointer, undefined for none. @param {any} document @param {string} pointer */
export function valueAt(document, pointer) {
  return pointer.split('/').slice(1).reduce((node, name) => node?.[name], document);
}

/** A copy of the document with another value at a pointer; undefined removes it. @param {any} document @param {string} pointer @param {any} value */
export function withValue(document, pointer, value) {
  const copy = structuredClone(document);
  const names = pointer.split('/').slice(1);
  const last = /** @type {string} */ (names.pop());
  const parent = names.reduce((node, name) => (node[name] ??= {}), copy);
  if (value === undefined) {
    delete parent[last];
  } else {
    parent[last] = value;
  }
  return copy;
}

/** Which group a pointer belongs to: the one with the longest beginning of it. @param {string} pointer @param {string} kind */
export function groupOf(pointer, kind) {
  let best = 'head';
  let longest = 0;
  for (const group of groupsOf(kind)) {
    for (const at of [...(group.fields ?? []).map((field) => field.at), ...(group.each ? [group.each.at] : [])]) {
      const shared = common(at, pointer);
      if (shared > longest) {
        longest = shared;
        best = group.name;
      }
    }
  }
  return best;
}

/** @param {string} a @param {string} b how many names they begin with together */
function common(a, b) {
  const left = a.split('/');
  const right = b.split('/');
  let n = 0;
  while (n < left.length && n < right.length && left[n] === right[n]) {
    n += 1;
  }
  return n - 1;
}

/** @param {string} kind */
export function groupsOf(kind) {
  return GROUPS.filter((group) => !group.kind || group.kind === kind);
}

/** What differs between two documents, by places; lists of plain values are one value. @param {any} before @param {any} after @param {string} [at] @returns {Array<{ pointer: string, before: any, after: any }>} */
export function differences(before, after, at = '') {
  if (at === '/version' || at === '/state' || JSON.stringify(before) === JSON.stringify(after)) {
    return [];
  }
  const inside = (/** @type {any} */ node) => node !== null && typeof node === 'object' && (!Array.isArray(node) || typeof node[0] === 'object');
  if (inside(before) && inside(after) && Array.isArray(before) === Array.isArray(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])].sort();
    return names.flatMap((name) => differences(before[name], after[name], `${at}/${name}`));
  }
  return [{ pointer: at, before, after }];
}
