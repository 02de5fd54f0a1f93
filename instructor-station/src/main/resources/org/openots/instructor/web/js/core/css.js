// @ts-check
import { noChange } from 'lit';
import { directive, Directive } from 'lit/directive.js';

/** Sets style properties through the object model, which the content security policy allows (a style attribute it does not). */
class CssDirective extends Directive {
  /** @param {Record<string, string | number | null | undefined>} properties names as in CSS */
  render(properties) {
    return noChange;
  }

  /**
   * @param {any} part the element
   * @param {[Record<string, string | number | null | undefined>]} args
   */
  update(part, [properties]) {
    const style = part.element.style;
    for (const name of this.names ?? []) {
      if (!(name in properties)) {
        style.removeProperty(name);
      }
    }
    for (const [name, value] of Object.entries(properties)) {
      const text = value === null || value === undefined ? '' : String(value);
      if (style.getPropertyValue(name) !== text) {
        style.setProperty(name, text);
      }
    }
    this.names = Object.keys(properties);
    return noChange;
  }
}

export const css = directive(CssDirective);
