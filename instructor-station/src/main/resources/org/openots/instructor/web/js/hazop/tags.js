// @ts-check
import { language, pick } from '../core/i18n.js';

/**
 * The tags of a study: found in a text to be shown as chips, and proposed while one types.
 * @typedef {{ tag: string, plantTag: string, kind: string, node: string, name: import('../core/i18n.js').LocalText, aliases: { zh: string[], en: string[] } }} Tag
 * @typedef {{ tag: Tag, here: boolean }} Proposal
 * @typedef {{ from: number, noun: boolean, list: Proposal[], total: number }} Proposals
 */

const MOST = 6;
/** Longest noun looked for before the caret, characters. */
const NOUN = 6;

/** A tag without what people leave out or write differently. @param {string} text */
const bare = (text) => text.normalize('NFKC').toUpperCase().replace(/[-_\s]/g, '');

const FORM = /[A-Za-z]{1,4}[-_ ]?\d{2,4}[A-Za-z]?/g;

/**
 * A text in pieces, the tags of the study apart.
 * @param {string} text
 * @param {Map<string, Tag>} index by bare tag
 * @returns {Array<{ text: string, tag: Tag | null }>}
 */
export function pieces(text, index) {
  /** @type {Array<{ text: string, tag: Tag | null }>} */
  const list = [];
  let at = 0;
  for (const found of text.matchAll(FORM)) {
    const start = found.index ?? 0;
    const before = text[start - 1] ?? '';
    const tag = /[A-Za-z0-9]/.test(before) ? null : longest(found[0], index);
    if (tag) {
      if (start > at) {
        list.push({ text: text.slice(at, start), tag: null });
      }
      list.push({ text: found[0].slice(0, tag.length), tag: tag.tag });
      at = start + tag.length;
    }
  }
  if (at < text.length) {
    list.push({ text: text.slice(at), tag: null });
  }
  return list;
}

/**
 * The tag a found form is, also without its last letter when that belongs to the next word.
 * @param {string} text
 * @param {Map<string, Tag>} index
 */
function longest(text, index) {
  for (const length of [text.length, text.length - 1]) {
    const tag = index.get(bare(text.slice(0, length)));
    if (tag) {
      return { tag, length };
    }
  }
  return null;
}

/** @param {Tag[]} tags */
export function indexOf(tags) {
  return new Map(tags.map((tag) => [bare(tag.tag), tag]));
}

/**
 * What to propose for what was just typed before the caret; null when it looks like no tag and no noun.
 * @param {string} before text up to the caret
 * @param {Tag[]} tags
 * @param {string} node the node of the row, whose tags come first
 * @returns {Proposals | null}
 */
export function propose(before, tags, node) {
  return byPrefix(before, tags, node) ?? byNoun(before, tags, node);
}

/**
 * @param {string} before
 * @param {Tag[]} tags
 * @param {string} node
 */
function byPrefix(before, tags, node) {
  const found = /(?:^|[^A-Za-z0-9])([A-Za-z]{1,5}[-_]?\d{0,4}[A-Za-z]?)$/.exec(before.normalize('NFKC'));
  if (!found) {
    return null;
  }
  const typed = found[1];
  const word = /^[a-z]+$/.test(typed) && language() === 'en';
  if (word || (typed.length < 2 && !/[A-Z]/.test(typed))) {
    return null;
  }
  const key = bare(typed);
  const fitting = tags.filter((tag) => bare(tag.tag).startsWith(key));
  if (fitting.length === 0 || (fitting.length === 1 && fitting[0].tag === typed)) {
    return null;
  }
  return ordered(fitting, node, before.length - typed.length, false);
}

/**
 * @param {string} before
 * @param {Tag[]} tags
 * @param {string} node
 */
function byNoun(before, tags, node) {
  const english = language() === 'en';
  const run = (english ? /([A-Za-z][A-Za-z ]*)$/ : /([\u3400-\u9fff]+)$/).exec(before)?.[1] ?? '';
  const nouns = english
    ? run.trimStart().split(' ').map((_, i, words) => words.slice(i).join(' ')).filter((noun) => noun.length >= 4)
    : Array.from({ length: Math.min(NOUN, run.length) }, (_, i) => run.slice(-Math.min(NOUN, run.length) + i)).filter((noun) => noun.length >= 2);
  for (const noun of nouns) {
    const key = noun.toLowerCase();
    const names = (/** @type {Tag} */ tag) => [pick(tag.name), ...(english ? tag.aliases.en : tag.aliases.zh)];
    const fitting = tags.filter((tag) => names(tag).some((name) => name.toLowerCase().includes(key)));
    if (fitting.length > 0 && fitting.length <= tags.length / 4) {
      return ordered(fitting, node, before.length, true);
    }
  }
  return null;
}

/**
 * Those of the node first; others only when the node has none.
 * @param {Tag[]} fitting
 * @param {string} node
 * @param {number} from
 * @param {boolean} noun
 * @returns {Proposals}
 */
function ordered(fitting, node, from, noun) {
  const here = fitting.filter((tag) => tag.node === node);
  const list = here.length > 0 ? here : fitting;
  return { from, noun, total: list.length, list: list.slice(0, MOST).map((tag) => ({ tag, here: tag.node === node })) };
}

/**
 * The text with a tag put in, and where the caret is then.
 * @param {string} text
 * @param {number} caret
 * @param {Proposals} proposals
 * @param {Tag} tag
 */
export function withTag(text, caret, proposals, tag) {
  const head = text.slice(0, proposals.from);
  const tail = text.slice(caret);
  const gap = head !== '' && !/[\s；;，,、。（(]$/.test(head) ? ' ' : '';
  const end = tail.startsWith(' ') ? '' : ' ';
  const start = `${head}${gap}${tag.tag}${end}`;
  return { text: start + tail, caret: start.length + (end === '' ? 1 : 0) };
}
