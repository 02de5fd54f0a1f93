// @ts-check

/** Model time for which a call is shown to the other operator, s: long enough to look up from a plate. */
const HEARD_S = 60;

/**
 * What was said on the radio, the oldest first.
 * @param {import('./run-store.js').RunStore} store
 */
export function radioCalls(store) {
  return store.events.filter((event) => event.kind === 'radio');
}

/**
 * The sentences that an operator says, the one of the board or the one of the field.
 * @param {import('./run-store.js').RunStore} store
 * @param {boolean} board
 */
export function sentencesOf(store, board) {
  return (store.plant?.fieldTasks.sentences ?? []).filter((one) => one.board === board);
}

/**
 * The last call of the other operator, as long as it is news.
 * @param {import('./run-store.js').RunStore} store
 * @param {boolean} board whether the board said it
 * @returns {import('./types.js').RunEvent | null}
 */
export function lastCall(store, board) {
  const said = new Set(sentencesOf(store, board).map((one) => one.id));
  const call = radioCalls(store).filter((one) => said.has(one.code ?? '')).at(-1);
  return call && store.time >= call.time && store.time - call.time <= HEARD_S ? call : null;
}

/** Model time for which a message of the exercise stands, s: nobody waits for it. */
const TOLD_S = 120;

/**
 * What the exercise told the trainee last, as long as it is news.
 * @param {import('./run-store.js').RunStore} store
 * @returns {import('./types.js').RunEvent | null}
 */
export function lastMessage(store) {
  const told = store.events.filter((event) => event.kind === 'message').at(-1);
  return told && store.time >= told.time && store.time - told.time <= TOLD_S ? told : null;
}

/**
 * What was operated, as a list for people: a call stands there with its words and not as an operation of the radio.
 * @param {import('./run-store.js').RunStore} store
 */
export function deeds(store) {
  return store.events.filter((event) => event.kind === 'radio' || (event.kind === 'command-applied' && event.subject !== 'RADIO'));
}
