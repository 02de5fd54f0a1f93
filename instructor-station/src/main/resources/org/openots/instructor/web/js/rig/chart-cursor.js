// @ts-check
/** The time that is pointed at in a chart of the rig's history, by mouse or keyboard. */

/** @typedef {{ from: number, to: number, step: number }} Shown times in ms: from, to, and the length of a step */

/**
 * The time under a pointer; null when it is on no canvas.
 * @param {PointerEvent} event
 * @param {HTMLCanvasElement} canvas any of the charts, which are as wide as each other
 * @param {Shown} shown
 */
export function pointedAt(event, canvas, shown) {
  if (!(event.target instanceof HTMLCanvasElement)) {
    return null;
  }
  const box = canvas.getBoundingClientRect();
  const part = Math.min(1, Math.max(0, (event.clientX - box.x) / box.width));
  return shown.from + part * (shown.to - shown.from);
}

/**
 * The time after a key: the arrows move it, Escape takes it away, others leave it.
 * @param {KeyboardEvent} event
 * @param {number | null} cursor
 * @param {Shown | null} shown
 * @param {number} parts steps from one end to the other at most
 */
export function keyed(event, cursor, shown, parts) {
  const plain = event.target instanceof Element && !event.target.closest('input, select, [role=radiogroup]');
  if (shown && plain && (event.key === 'ArrowLeft' || event.key === 'ArrowRight')) {
    event.preventDefault();
    const step = (event.key === 'ArrowLeft' ? -1 : 1) * Math.max(shown.step, (shown.to - shown.from) / parts);
    return Math.min(shown.to, Math.max(shown.from, (cursor ?? shown.to) + step));
  }
  return event.key === 'Escape' ? null : cursor;
}
