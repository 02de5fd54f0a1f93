// @ts-check

/** Model time for which a call is shown to the board operator, s: long enough to look up from a plate. */
const HEARD_S = 60;

/**
 * What the field operator said on the radio, the oldest first.
 * @param {import('./run-store.js').RunStore} store
 */
export function radioCalls(store) {
  return store.events.filter((event) => event.kind === 'radio');
}

/**
 * The last call, as long as it is news.
 * @param {import('./run-store.js').RunStore} store
 * @returns {import('./types.js').RunEvent | null}
 */
export function lastCall(store) {
  const call = radioCalls(store).at(-1);
  return call && store.time >= call.time && store.time - call.time <= HEARD_S ? call : null;
}

/**
 * What was operated, as a list for people: a call stands there with its words and not as an operation of the radio.
 * @param {import('./run-store.js').RunStore} store
 */
export function deeds(store) {
  return store.events.filter((event) => event.kind === 'radio' || (event.kind === 'command-applied' && event.subject !== 'RADIO'));
}
