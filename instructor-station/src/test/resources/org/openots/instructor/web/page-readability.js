// @ts-check
/**
 * Finds what a person could not read or reach on the page as it is shown: a horizontal scroll bar, a control that is cut
 * off, text that covers other text, a key without its text, a word of the other language. Runs in the page; the test
 * passes it to the browser and expects an empty list.
 *
 * pageFindings(english) returns one line a finding.
 * @param {boolean} english whether the page is in English
 * @param {string[]} names names of people, which stay as they are in any language
 * @returns {string[]}
 */
function pageFindings(english, names) {
  /** Boxes may share the rounding of a pixel. */
  const SLACK = 1.5;
  /** Letters fill the middle of a line's box. */
  const LEADING = 0.22;
  /** Smallest size of Chinese text outside of drawings, px. */
  const SMALLEST = 12;
  const CONTROLS = 'a[href], button, input, select, textarea, [role=slider], [role=radio]';
  const KEY = /(^|\s)[a-z][a-z0-9-]*(\.[a-z0-9_-]+)+(\s|$)/i;
  const SPOILT = /undefined|\bNaN\b|\bnull\b|\[object |\{\d\}/;
  const CJK = /[\u3400-\u9fff]/;
  /** @type {Set<string>} */
  const found = new Set();

  /** @param {Element | null} element */
  const name = (element) => (element ? `${element.tagName.toLowerCase()}${element.getAttribute('class') ? `.${(element.getAttribute('class') ?? '').trim().split(/\s+/).join('.')}` : ''}` : 'nothing');
  /** @param {string} text */
  const chinese = (text) => CJK.test(names.reduce((rest, one) => rest.replaceAll(one, ''), text));
  /** @param {string} text */
  const short = (text) => text.trim().replace(/\s+/g, ' ').slice(0, 60);
  const page = { left: 0, top: 0, right: innerWidth, bottom: innerHeight };
  const cut = (/** @type {any} */ a, /** @type {any} */ b) => ({ left: Math.max(a.left, b.left), top: Math.max(a.top, b.top), right: Math.min(a.right, b.right), bottom: Math.min(a.bottom, b.bottom) });
  const empty = (/** @type {any} */ a) => a.right - a.left <= 1 || a.bottom - a.top <= 1;

  /** What of a box its scrolling and clipping ancestors show; scrolled away is told apart from cut off. */
  const visible = (/** @type {Element} */ element, /** @type {any} */ box) => {
    let shown = cut(box, page);
    let scrolled = false;
    let fixed = false;
    for (let at = /** @type {Element | null} */ (element); at && at !== document.documentElement; at = at.parentElement) {
      const style = getComputedStyle(at);
      const clips = style.overflowX !== 'visible' || style.overflowY !== 'visible';
      if (at !== element && clips && !fixed && !(at instanceof SVGElement)) {
        const frame = at.getBoundingClientRect();
        const scrolls = /auto|scroll/.test(style.overflowY) && at.scrollHeight > at.clientHeight + 1;
        scrolled ||= scrolls && (box.bottom > frame.bottom + SLACK || box.top < frame.top - SLACK);
        shown = cut(shown, frame);
      }
      fixed ||= style.position === 'fixed';
    }
    return { shown, scrolled };
  };
  const painted = (/** @type {Element} */ element) => element.checkVisibility({ checkOpacity: true, checkVisibilityCSS: true });

  // 1. nothing scrolls sideways
  const root = document.scrollingElement ?? document.documentElement;
  if (root.scrollWidth > innerWidth + 1) {
    found.add(`the page is ${root.scrollWidth} px wide`);
  }
  if (root.scrollHeight > innerHeight + 1) {
    found.add(`the page scrolls as a whole: ${root.scrollHeight} px high`);
  }
  for (const element of document.querySelectorAll('body *')) {
    if (element instanceof HTMLElement && element.scrollWidth > element.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(element).overflowX) && painted(element)) {
      found.add(`${name(element)} scrolls sideways: ${element.scrollWidth} of ${element.clientWidth} px`);
    }
  }

  // 2. no control is cut off, no button too narrow for its words
  for (const element of document.querySelectorAll(CONTROLS)) {
    const box = element.getBoundingClientRect();
    if (!painted(element) || box.width === 0 || element.closest('svg')) {
      continue;
    }
    const { shown, scrolled } = visible(element, box);
    const gone = shown.left > box.left + SLACK || shown.right < box.right - SLACK || shown.top > box.top + SLACK || shown.bottom < box.bottom - SLACK;
    const label = short(element.getAttribute('aria-label') ?? element.textContent ?? '') || name(element);
    if (gone && !scrolled) {
      found.add(`control "${label}" (${name(element)}) is cut off: ${Math.round(box.left)},${Math.round(box.top)} to ${Math.round(box.right)},${Math.round(box.bottom)}`);
    }
    if (element instanceof HTMLButtonElement && element.scrollWidth > element.clientWidth + 1) {
      found.add(`button "${label}" is too narrow: ${element.scrollWidth} of ${element.clientWidth} px`);
    }
  }

  // 3. text: not on other text, not without its words, in the language chosen
  /** @type {Array<{ text: string, box: any, node: Node, owner: Element }>} */
  const texts = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const owner = node.parentElement;
    const text = (node.textContent ?? '').trim();
    if (!owner || text === '' || !painted(owner) || owner.closest('script, style, select')) {
      continue;
    }
    const foreign = owner.closest('[lang]') !== document.documentElement;
    if (KEY.test(text) && !/[A-Z]{2}|\d/.test(text)) {
      found.add(`key without text "${short(text)}"`);
    }
    if (SPOILT.test(text)) {
      found.add(`spoilt text "${short(text)}"`);
    }
    if (english && !foreign && chinese(text)) {
      found.add(`Chinese on an English page "${short(text)}" in ${name(owner)}`);
    }
    const size = parseFloat(getComputedStyle(owner).fontSize);
    if (CJK.test(text) && size < SMALLEST && !owner.closest('svg')) {
      found.add(`"${short(text)}" is ${size} px small`);
    }
    const range = document.createRange();
    range.selectNodeContents(node);
    for (const line of range.getClientRects()) {
      const room = LEADING * (line.bottom - line.top);
      const letters = { left: line.left + 1, right: line.right - 1, top: line.top + room, bottom: line.bottom - room };
      const { shown } = visible(owner, letters);
      if (empty(shown)) {
        continue;
      }
      const over = document.elementFromPoint((shown.left + shown.right) / 2, (shown.top + shown.bottom) / 2);
      if (over && (owner.contains(over) || over.contains(owner) || getComputedStyle(owner).pointerEvents === 'none')) {
        texts.push({ text: short(text), box: shown, node, owner });
      }
    }
    // words that end at the edge of a box without dots
    if (owner instanceof HTMLElement && !owner.closest('svg')) {
      const style = getComputedStyle(owner);
      if (owner.scrollWidth > owner.clientWidth + 1 && style.overflowX === 'hidden' && style.textOverflow !== 'ellipsis' && style.display !== 'inline') {
        found.add(`"${short(text)}" is cut off in ${name(owner)}`);
      }
    }
  }
  /** Whether what lies under an element at their common point is hidden by a ground between them. */
  const covered = (/** @type {Element} */ upper, /** @type {Element} */ lower) => {
    for (let at = /** @type {Element | null} */ (upper); at && !at.contains(lower); at = at.parentElement) {
      if (/^rgb\(/.test(getComputedStyle(at).backgroundColor)) {
        return true;
      }
    }
    return false;
  };
  const hides = (/** @type {any} */ a, /** @type {any} */ b, /** @type {any} */ both) => {
    const top = document.elementFromPoint((both.left + both.right) / 2, (both.top + both.bottom) / 2);
    return a.owner.contains(top) ? covered(a.owner, b.owner) : b.owner.contains(top) ? covered(b.owner, a.owner) : top !== null && covered(top, a.owner) && covered(top, b.owner);
  };
  texts.forEach((a, i) => {
    for (const b of texts.slice(i + 1)) {
      const both = cut(a.box, b.box);
      // a text cut with dots has two boxes on one another
      if (a.node !== b.node && both.right - both.left > 2 && both.bottom - both.top > 2 && !(a.owner.closest('svg') && b.owner.closest('svg')) && !hides(a, b, both)) {
        found.add(`text "${a.text}" (${name(a.owner)}) on text "${b.text}" (${name(b.owner)})`);
      }
    }
  });

  // 4. words that only some people see: tool tips and labels
  for (const element of document.querySelectorAll('[title], [aria-label], [placeholder]')) {
    for (const attribute of ['title', 'aria-label', 'placeholder']) {
      const text = element.getAttribute(attribute) ?? '';
      if (KEY.test(text) && !/[A-Z]{2}|\d/.test(text)) {
        found.add(`key without text in ${attribute} "${short(text)}"`);
      }
      if (english && chinese(text)) {
        found.add(`Chinese in ${attribute} on an English page "${short(text)}"`);
      }
    }
  }
  return [...found].sort();
}

if (typeof globalThis !== 'undefined') {
  /** @type {any} */ (globalThis).pageFindings = pageFindings;
}
