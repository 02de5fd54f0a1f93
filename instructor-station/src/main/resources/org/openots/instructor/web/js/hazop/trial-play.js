// @ts-check
import { html, nothing } from 'lit';
import { api, path } from '../core/api.js';
import { t } from '../core/i18n.js';
import { PlayWindow } from './play-window.js';

/** The scenario of a drill without a safeguard: what is reached has to be read off it. */
class TrialPlay extends PlayWindow {
  static properties = { runId: {}, number: { type: Number }, guard: {} };

  constructor() {
    super();
    this.runId = '';
    /** Which safeguard is taken away, from 1 on. */
    this.number = 1;
    this.guard = '';
  }

  ask() {
    return api.post(path`/api/runs/${this.runId}/trials`, { safeguard: this.number });
  }

  render() {
    return this.frame(t('trial.title', this.guard), nothing, () => html`<h3>${t('trial.read')}</h3><p class="mut">${t('trial.hint')}</p>`);
  }
}

customElements.define('ots-trial-play', TrialPlay);
