// @ts-check
import { LitElement } from 'lit';
import { onLanguage } from './i18n.js';

/** A component in the page's own tree (one style sheet for all) that renders again when the language changes. */
export class LightElement extends LitElement {
  constructor() {
    super();
    /** @type {Array<() => void>} */
    this.endings = [];
  }

  createRenderRoot() {
    return this;
  }

  connectedCallback() {
    super.connectedCallback();
    this.endings.push(onLanguage(() => this.requestUpdate()));
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    for (const end of this.endings.splice(0)) {
      end();
    }
  }

  /**
   * Renders again whenever the source says so, for as long as the component is in the page.
   * @param {{ subscribe: (listener: () => void) => () => void }} source
   */
  follow(source) {
    this.endings.push(source.subscribe(() => this.requestUpdate()));
  }

  /**
   * Does something again and again for as long as the component is in the page.
   * @param {() => void} action
   * @param {number} milliseconds
   */
  every(milliseconds, action) {
    const timer = setInterval(action, milliseconds);
    this.endings.push(() => clearInterval(timer));
  }

  /**
   * @param {EventTarget} target
   * @param {string} type
   * @param {(event: any) => void} listener
   */
  listen(target, type, listener) {
    target.addEventListener(type, listener);
    this.endings.push(() => target.removeEventListener(type, listener));
  }
}

/** A list of listeners. */
export class Signal {
  constructor() {
    /** @type {Set<() => void>} */
    this.listeners = new Set();
  }

  /** @param {() => void} listener */
  subscribe(listener) {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  }

  emit() {
    for (const listener of [...this.listeners]) {
      listener();
    }
  }
}
