// @ts-check
import { Signal } from './element.js';

/** The page's address as a list of parts; a click on a link of ours changes it without loading. */
class Router extends Signal {
  constructor() {
    super();
    /** The page of a run with which somebody came who has to sign in first. */
    this.wanted = '';
    window.addEventListener('popstate', () => this.emit());
    document.addEventListener('click', (event) => this.#click(event));
  }

  get parts() {
    return location.pathname.split('/').filter((part) => part !== '').map(decodeURIComponent);
  }

  /**
   * @param {string} path
   * @param {boolean} [replace]
   */
  go(path, replace = false) {
    if (path !== location.pathname + location.search) {
      history[replace ? 'replaceState' : 'pushState'](null, '', path);
    }
    this.emit();
  }

  /**
   * Keeps the address of a run's page over the sign-in: the 3D field station opens one on a computer where nobody is signed in.
   * @param {string} path
   */
  keep(path) {
    this.wanted = path.startsWith('/run/') ? path : '';
  }

  /** @param {string} start where one begins who came without an address */
  enter(start) {
    const to = this.wanted || start;
    this.wanted = '';
    this.go(to, true);
  }

  /** @param {MouseEvent} event */
  #click(event) {
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!(link instanceof HTMLAnchorElement) || link.origin !== location.origin || link.target
        || event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.defaultPrevented) {
      return;
    }
    event.preventDefault();
    this.go(link.pathname + link.search);
  }
}

export const router = new Router();
