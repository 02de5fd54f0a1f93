// @ts-check
import { html } from 'lit';
import { LightElement } from '../core/element.js';
import { t } from '../core/i18n.js';
import { session } from '../core/session.js';
import { bar } from './bar.js';

/** Where people of the examinations start: who they are here, and what is assigned to them. */
class Desk extends LightElement {
  render() {
    const me = session.me;
    return html`<div class="station">${bar('desk')}<main class="wrap"><div><h1>${t('desk.none')}</h1>
      <p>${me?.name ?? ''} ${me?.account ?? ''} ${t(`role.${me?.role ?? ''}`)}</p><p class="mut">${t('desk.how')}</p></div></main></div>`;
  }
}

customElements.define('ots-desk', Desk);
