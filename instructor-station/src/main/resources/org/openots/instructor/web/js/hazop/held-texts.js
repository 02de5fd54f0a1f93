// @ts-check
import { find, split } from './sheet-model.js';

/**
 * Texts that are longer than a cell of the station takes. They stay in their cells and in this browser until somebody
 * shortens them; nothing of them is sent, and nothing of them is lost.
 */
export class HeldTexts {
  /** @param {string} name under which the browser keeps them */
  constructor(name) {
    this.name = name;
    /** By the name of the cell. @type {Map<string, string>} */
    this.texts = new Map(JSON.parse(localStorage.getItem(name) ?? '[]'));
    /** Those that undo took away, the last one last. @type {Array<[string, string]>} */
    this.undone = [];
  }

  /** @param {string} cell @returns {string | undefined} */
  of(cell) {
    return this.texts.get(cell);
  }

  /** Cells of the worksheet that have one. @param {import('./sheet-model.js').Content} content */
  cells(content) {
    return [...this.texts.keys()].filter((cell) => find(content, split(cell).row) !== null);
  }

  /** @param {string} cell @param {string} text */
  hold(cell, text) {
    this.texts.delete(cell);
    this.texts.set(cell, text);
    this.undone = [];
    this.keep();
  }

  /** @param {string} cell */
  release(cell) {
    this.undone = [];
    if (this.texts.delete(cell)) {
      this.keep();
    }
  }

  /** Takes the last one away; false when there is none. @param {import('./sheet-model.js').Content} content */
  undo(content) {
    const cell = this.cells(content).pop();
    const text = cell === undefined ? undefined : this.of(cell);
    if (cell === undefined || text === undefined) {
      return false;
    }
    this.texts.delete(cell);
    this.undone.push([cell, text]);
    this.keep();
    return true;
  }

  /** Brings back what undo took away last; false when there is none. */
  redo() {
    const last = this.undone.pop();
    if (!last) {
      return false;
    }
    this.texts.set(...last);
    this.keep();
    return true;
  }

  /** Writes them down in the browser. */
  keep() {
    if (this.texts.size === 0) {
      localStorage.removeItem(this.name);
    } else {
      localStorage.setItem(this.name, JSON.stringify([...this.texts]));
    }
  }
}
