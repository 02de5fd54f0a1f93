// @ts-check
/**
 * Finds what is not readable in a process graphic: text that touches text, a tile, a symbol or a line, and tiles or
 * symbols that leave the drawing. Runs in the page; the test passes it to the browser and expects an empty list.
 *
 * graphicOverlaps(svg) returns one line a finding.
 * @param {SVGSVGElement} svg the drawing, shown at its own size or larger
 * @returns {string[]}
 */
function graphicOverlaps(svg) {
  /** Distance between samples on a line, and room that text keeps from its middle (half a pipe and a little), px of the drawing. */
  const STEP = 2;
  const ROOM = 2;
  /** A text's box is higher than its letters: part of the box above and below them. */
  const TOP = 0.24;
  const BOTTOM = 0.18;
  const scale = svg.viewBox.baseVal.width / svg.getBoundingClientRect().width;
  const origin = svg.getBoundingClientRect();
  const matrix = /** @type {DOMMatrix} */ (svg.getScreenCTM()).inverse();

  /** @param {Element} element */
  const box = (element) => {
    const { x, y, width, height } = element.getBoundingClientRect();
    const a = new DOMPoint(x, y).matrixTransform(matrix);
    return { left: a.x, top: a.y, right: a.x + width * scale, bottom: a.y + height * scale };
  };
  /** What is seen of a symbol: without the unseen square that makes it easier to hit. @param {Element} element */
  const seen = (element) => {
    const parts = [...element.querySelectorAll('rect, circle, path, text')].filter((part) => !part.classList.contains('hit')).map(box);
    return {
      left: Math.min(...parts.map((b) => b.left)), top: Math.min(...parts.map((b) => b.top)),
      right: Math.max(...parts.map((b) => b.right)), bottom: Math.max(...parts.map((b) => b.bottom)),
    };
  };
  /** @param {Element} element */
  const letters = (element) => {
    const b = box(element);
    const height = b.bottom - b.top;
    return { left: b.left + 0.5, right: b.right - 0.5, top: b.top + TOP * height, bottom: b.bottom - BOTTOM * height };
  };
  const meet = (/** @type {any} */ a, /** @type {any} */ b, room = 0) =>
    a.left < b.right + room && b.left < a.right + room && a.top < b.bottom + room && b.top < a.bottom + room;
  const inside = (/** @type {any} */ a, x = 0, y = 0, room = 0) =>
    x > a.left - room && x < a.right + room && y > a.top - room && y < a.bottom + room;

  const texts = [...svg.querySelectorAll('text')].filter((text) => (text.textContent ?? '').trim() !== '')
    .map((text) => ({ text, name: (text.textContent ?? '').trim(), owner: text.closest('[data-pick]'), box: letters(text) }));
  const tiles = [...svg.querySelectorAll('.tile .tb')].map((tile) => ({ owner: tile.closest('[data-pick]'), name: tile.closest('[data-pick]')?.getAttribute('data-tag') ?? '', box: box(tile) }));
  const symbols = [...svg.querySelectorAll('[data-pick]:not(.tile):not(.il)')].map((symbol) => ({ owner: symbol, name: symbol.getAttribute('data-tag') ?? '', box: seen(symbol) }));
  const lines = [...svg.querySelectorAll('[data-pipe], [data-sig], [data-lead]')].map((line) => {
    const path = /** @type {SVGPathElement} */ (line);
    const points = [];
    for (let at = 0, length = path.getTotalLength(); at <= length; at += STEP) {
      points.push(path.getPointAtLength(at));
    }
    return { points, name: path.getAttribute('d') ?? '', lead: path.hasAttribute('data-lead') };
  });

  /** @type {Set<string>} */
  const found = new Set();
  texts.forEach((a, i) => {
    texts.slice(i + 1).filter((b) => !(a.owner && a.owner === b.owner) && meet(a.box, b.box)).forEach((b) => found.add(`text "${a.name}" on text "${b.name}"`));
    tiles.filter((tile) => tile.owner !== a.owner && meet(a.box, tile.box)).forEach((tile) => found.add(`text "${a.name}" on tile ${tile.name}`));
    symbols.filter((symbol) => symbol.owner !== a.owner && meet(a.box, symbol.box)).forEach((symbol) => found.add(`text "${a.name}" on symbol ${symbol.name}`));
    lines.filter((line) => !a.owner && line.points.some((point) => inside(a.box, point.x, point.y, line.lead ? 0 : ROOM))).forEach((line) => found.add(`text "${a.name}" on line ${line.name}`));
  });
  tiles.forEach((a, i) => {
    tiles.slice(i + 1).filter((b) => meet(a.box, b.box)).forEach((b) => found.add(`tile ${a.name} on tile ${b.name}`));
    symbols.filter((symbol) => meet(a.box, symbol.box)).forEach((symbol) => found.add(`tile ${a.name} on symbol ${symbol.name}`));
    lines.filter((line) => !line.lead && line.points.some((point) => inside(a.box, point.x, point.y, -3))).forEach((line) => found.add(`tile ${a.name} on line ${line.name}`));
  });
  symbols.forEach((a, i) => symbols.slice(i + 1).filter((b) => meet(a.box, b.box, -1)).forEach((b) => found.add(`symbol ${a.name} on symbol ${b.name}`)));
  const frame = svg.viewBox.baseVal;
  [...texts, ...tiles, ...symbols].filter(({ box: b }) => b.left < frame.x - 0.5 || b.top < frame.y - 0.5 || b.right > frame.x + frame.width + 0.5 || b.bottom > frame.y + frame.height + 0.5)
    .forEach(({ name }) => found.add(`"${name}" leaves the drawing`));
  texts.filter(({ text }) => text.ownerSVGElement && origin.width > 0 && parseFloat(getComputedStyle(text).fontSize) < 10).forEach(({ name }) => found.add(`text "${name}" is smaller than 10 px`));
  return [...found].sort();
}

if (typeof globalThis !== 'undefined') {
  /** @type {any} */ (globalThis).graphicOverlaps = graphicOverlaps;
}
