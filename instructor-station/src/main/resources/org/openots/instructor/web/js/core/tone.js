// @ts-check
/** One short tone for each new alarm of priority 1 or 2; nothing sounds before the first key or click in the page. */

const TONES = { 1: { hertz: 880, times: 2 }, 2: { hertz: 620, times: 1 } };
const LENGTH_S = 0.16;
const GAP_S = 0.1;
const LOUDNESS = 0.2;

export class AlarmTone {
  constructor() {
    /** @type {Set<string> | null} */
    this.known = null;
    /** @type {AudioContext | null} */
    this.context = null;
    this.played = 0;
    const wake = () => {
      this.context ??= new AudioContext();
      this.context.resume();
    };
    window.addEventListener('pointerdown', wake);
    window.addEventListener('keydown', wake);
    this.end = () => {
      window.removeEventListener('pointerdown', wake);
      window.removeEventListener('keydown', wake);
      this.context?.close();
    };
  }

  /**
   * Looks for alarms that are new since the last call.
   * @param {import('./types.js').Alarm[]} alarms
   */
  hear(alarms) {
    const now = new Set(alarms.filter((alarm) => alarm.state === 'unack').map((alarm) => `${alarm.signal}@${alarm.since}`));
    const fresh = this.known === null ? [] : alarms.filter((alarm) => alarm.state === 'unack' && !this.known?.has(`${alarm.signal}@${alarm.since}`));
    this.known = now;
    const highest = Math.min(...fresh.map((alarm) => alarm.priority), 9);
    if (highest <= 2) {
      this.#play(TONES[/** @type {1 | 2} */ (highest)]);
    }
  }

  /** @param {{ hertz: number, times: number }} tone */
  #play(tone) {
    this.played++;
    const context = this.context;
    if (!context || context.state !== 'running') {
      return;
    }
    this.silence();
    const gain = context.createGain();
    gain.connect(context.destination);
    this.gain = gain;
    for (let i = 0; i < tone.times; i++) {
      const start = context.currentTime + i * (LENGTH_S + GAP_S);
      const oscillator = context.createOscillator();
      oscillator.frequency.value = tone.hertz;
      gain.gain.setValueAtTime(0, start);
      gain.gain.linearRampToValueAtTime(LOUDNESS, start + 0.01);
      gain.gain.setValueAtTime(LOUDNESS, start + LENGTH_S - 0.03);
      gain.gain.linearRampToValueAtTime(0, start + LENGTH_S);
      oscillator.connect(gain);
      oscillator.start(start);
      oscillator.stop(start + LENGTH_S);
    }
  }

  silence() {
    this.gain?.disconnect();
    this.gain = undefined;
  }
}
