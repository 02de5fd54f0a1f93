// @ts-check
import { html, nothing } from 'lit';
import { LightElement } from '../core/element.js';
import { alarmText } from '../core/alarm-events.js';
import { clock, number } from '../core/format.js';
import { t } from '../core/i18n.js';
import { icon, priority } from '../core/icons.js';
import { qualityWords } from '../core/quality.js';

const SHOWN = 3;

/**
 * Alarms that people should see, the newest of the highest priority first.
 * @param {import('../core/run-store.js').RunStore} store
 */
export function activeAlarms(store) {
  const rank = (/** @type {any} */ alarm) => (alarm.state === 'unack' ? 0 : alarm.state === 'rtn' ? 2 : 1);
  return store.alarms
    .filter((alarm) => ['unack', 'ack', 'rtn'].includes(alarm.state))
    .sort((a, b) => (rank(a) === 2 ? 1 : 0) - (rank(b) === 2 ? 1 : 0) || a.priority - b.priority || rank(a) - rank(b) || b.since - a.since);
}

/**
 * What an alarm says: the measured thing and which limit.
 * @param {import('../core/types.js').Alarm} alarm
 * @param {import('../core/run-store.js').RunStore} store
 */
export function alarmWords(alarm, store) {
  return alarmText(alarm.tag, alarm.kind, store);
}

/** The alarm banner at the foot of every page of a run. */
class Banner extends LightElement {
  static properties = { store: { attribute: false }, tone: { attribute: false } };

  constructor() {
    super();
    /** @type {import('../core/run-store.js').RunStore | null} */
    this.store = null;
    /** @type {import('../core/tone.js').AlarmTone | null} */
    this.tone = null;
  }

  connectedCallback() {
    super.connectedCallback();
    if (this.store) {
      this.follow(this.store);
    }
    this.listen(window, 'keydown', (event) => this.#key(event));
  }

  /** Space acknowledges the first alarm. @param {KeyboardEvent} event */
  #key(event) {
    const typing = event.target instanceof Element && event.target.closest('input, textarea, select, button, a, [role=dialog]');
    if (event.key === ' ' && !typing && this.store?.operable) {
      const first = activeAlarms(this.store).find((alarm) => alarm.state !== 'ack');
      if (first) {
        event.preventDefault();
        this.#send(first.signal, 'ack');
      }
    }
  }

  /**
   * @param {string} target
   * @param {string} verb
   */
  #send(target, verb) {
    this.store?.send(target, verb).catch((error) => this.dispatchEvent(new CustomEvent('refused', { bubbles: true, detail: { error, target } })));
  }

  render() {
    const store = this.store;
    if (!store) {
      return nothing;
    }
    const alarms = activeAlarms(store);
    const count = (/** @type {number} */ level) => alarms.filter((alarm) => alarm.priority === level).length;
    const open = alarms.some((alarm) => alarm.state !== 'ack');
    return html`<footer class="alarm" role="log" aria-label=${t('alarm.banner')}>
      <a class="cnt" href="../alarms" @click=${this.#list}>${[1, 2, 3].map((level) => html`<span>${priority(/** @type {1} */ (level), 20)}${count(level)}</span>`)}</a>
      <ol>${alarms.length === 0 ? html`<li class="none"><span class="m">${t('alarm.none')}</span></li>` : alarms.slice(0, SHOWN).map((alarm) => this.#line(alarm, store))}</ol>
      <div class="acts">
        ${store.alarmsSound > 0 ? html`<button class="btn ibtn" title=${t('alarm.silence')} aria-label=${t('alarm.silence')} ?disabled=${!store.operable}
          @click=${() => { this.tone?.silence(); this.#send('ALARMS', 'silence'); }}>${icon('mute')}</button>` : nothing}
        <button class="btn" ?disabled=${!open || !store.operable} @click=${() => this.#acknowledge(alarms)}>${icon('check')}${t('alarm.ack')}</button>
      </div></footer>`;
  }

  /** @param {Event} event */
  #list(event) {
    event.preventDefault();
    this.dispatchEvent(new CustomEvent('tab', { bubbles: true, detail: 'alarms' }));
  }

  /** What is in view is acknowledged, nothing that was not seen. @param {import('../core/types.js').Alarm[]} alarms */
  #acknowledge(alarms) {
    for (const alarm of alarms.slice(0, SHOWN)) {
      if (alarm.state !== 'ack') {
        this.#send(alarm.signal, 'ack');
      }
    }
  }

  /**
   * @param {import('../core/types.js').Alarm} alarm
   * @param {import('../core/run-store.js').RunStore} store
   */
  #line(alarm, store) {
    const signal = store.definition(alarm.tag);
    const value = store.pv(alarm.tag) ?? alarm.value;
    const doubt = alarm.kind === 'ON' ? null : store.qualityOf(alarm.tag);
    const reading = alarm.state === 'rtn' ? ` ${t('alarm.state.rtn')}` : doubt ? ` ${qualityWords(doubt, value, store.time)}` : alarm.kind === 'ON' ? '' : ` ${number(value, signal?.decimals ?? 1)} ${signal?.unit ?? ''}`;
    return html`<li class=${alarm.state === 'ack' ? '' : 'un'}>${priority(alarm.priority, 24, alarm.state === 'ack')}<b>${alarm.tag.replace(/\.TRIP$/, '')}</b><time>${clock(alarm.since)}</time>
      <span class="m" title="${alarmWords(alarm, store)}${reading}">${alarmWords(alarm, store)}${reading}</span></li>`;
  }
}

customElements.define('ots-banner', Banner);
