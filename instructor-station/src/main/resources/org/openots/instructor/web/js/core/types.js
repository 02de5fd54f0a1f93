// @ts-check
/**
 * What the station sends. Times are seconds of model time.
 *
 * @typedef {import('./i18n.js').LocalText} LocalText
 * @typedef {{ kind: string, limit: number, priority: 1 | 2 | 3 }} AlarmLimit
 * @typedef {{ name: string, unit: string, text: LocalText, decimals: number, range: [number, number],
 *   normal?: [number, number], alarms: AlarmLimit[] }} SignalDefinition
 * @typedef {{ tag: string, text: LocalText, spRange: [number, number], modes: string[], opUnit?: string, output?: string,
 *   master?: string, measurement?: string, ratio?: boolean, kp?: number, ti?: number }} ControllerDefinition
 * @typedef {{ tag: string, type: string, text: LocalText, lockable?: boolean, power?: string, permissives?: Array<{ text: LocalText, condition?: string }> }} DeviceDefinition
 * @typedef {{ number: number, text: LocalText, links: Array<{ slave: string, master: string, ratio: boolean }> }} SchemeDefinition
 * @typedef {LocalText & { signal?: string, low?: boolean, limit?: number }} CauseText
 * @typedef {{ id: string, text: LocalText, causes: CauseText[], effects: LocalText[] }} InterlockDefinition
 * @typedef {{ id: string, text: LocalText, unit?: string, low?: number, high?: number }} FieldItem
 * @typedef {{ id: string, code: number, text: LocalText }} Defect
 * @typedef {{ id: string, about: boolean, board: boolean, text: LocalText }} Sentence
 * @typedef {{ ppe: FieldItem[], checks: FieldItem[], samples: FieldItem[], log: FieldItem[], detectorTests?: FieldItem[],
 *   defects?: Defect[], sentences?: Sentence[] }} FieldTasks
 * @typedef {{ id: string, title: LocalText, signals: SignalDefinition[], controllers: ControllerDefinition[],
 *   devices: DeviceDefinition[], interlocks: InterlockDefinition[], schemes?: SchemeDefinition[], fieldTasks: FieldTasks, layout: any }} Plant
 * @typedef {{ signal: string, tag: string, kind: string, priority: 1 | 2 | 3,
 *   state: 'unack' | 'ack' | 'rtn' | 'shelved' | 'suppressed' | 'oos',
 *   since: number, value: number | null, limit: number | null }} Alarm
 * @typedef {{ id: string, no: number, text: LocalText, hint?: LocalText, points: number, earned?: number, state: string,
 *   hold?: [number, number] }} Step
 * @typedef {{ task: string, title: LocalText, steps: Step[],
 *   quality?: Array<{ id: string, text: LocalText, points: number, earned: number, tag: string }>,
 *   penalties?: Array<{ id: string, text: LocalText, points: number, count: number, lost: number }>,
 *   total?: number, max?: number }} Procedure
 * @typedef {{ time: number, kind: string, text: LocalText, subject?: string, code?: string, priority?: number, state?: string }} RunEvent
 * @typedef {{ speed?: [number, number], freeze?: boolean, rewind?: boolean, restart?: boolean, hints?: boolean, liveScore?: boolean }} Allowed
 * @typedef {{ id: string, task: string, title?: LocalText, plant: string, owner: string, state: string, mode?: string, allowed: Allowed,
 *   seat?: string, name?: string, handInAfterS?: number, timeLimitS?: number, rig?: boolean,
 *   virtual?: boolean, branchOf?: string, branchTime?: number }} RunDescription
 * @typedef {{ k: string, fault: string, state: string, severity: number, rampS?: number, delayS?: number, when?: string,
 *   holdS?: number, since?: number, strength?: number }} ActiveFault
 */
export {};
