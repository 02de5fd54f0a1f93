package org.openots.hazop.worksheet;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;

/**
 * A worksheet at one revision. Immutable; made from the journal's records alone, so that a replay gives the same again.
 *
 * @param head what it is about
 * @param content its rows
 * @param history what can be undone and redone
 * @param submitted submitted deviations, each with when (epoch milliseconds, for people)
 * @param handIn when and at which revision it was handed in
 * @param scores scores by deviation
 */
public record SheetState(
        SheetHead head,
        SheetContent content,
        SheetHistory history,
        Map<String, Long> submitted,
        Optional<HandIn> handIn,
        Map<String, DeviationScore> scores) {
    /** Freezes the maps. */
    public SheetState {
        submitted = Collections.unmodifiableMap(new LinkedHashMap<>(submitted));
        scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
    }

    /**
     * The receipt of a hand-in.
     *
     * @param at epoch milliseconds, for people
     * @param receipt what proves it: digits of the journal's chain before it
     */
    public record HandIn(long at, String receipt) {}

    static SheetState opened(SheetHead head) {
        return new SheetState(
                head, SheetContent.empty(head.deviations()), SheetHistory.NONE, Map.of(), Optional.empty(), Map.of());
    }

    /** The worksheet after an operation. */
    SheetState after(SheetOperation operation) {
        requireOpen();
        SheetEditor editor = new SheetEditor(head);
        if (operation instanceof SheetOperation.Undo) {
            return undo(editor);
        }
        if (operation instanceof SheetOperation.Redo) {
            return redo(editor);
        }
        SheetEditor.Change change = editor.apply(content, operation);
        requireNotSubmitted(change.deviation());
        return with(
                change.content(),
                history.after(new SheetHistory.Step(change.deviation(), operation, change.inverse())));
    }

    private SheetState undo(SheetEditor editor) {
        if (history.undo().isEmpty()) {
            throw new OtsException(WorksheetError.NOTHING_TO_UNDO, head.id());
        }
        SheetHistory.Step last = history.undo().get(history.undo().size() - 1);
        return with(editor.apply(content, last.inverse()).content(), history.undone());
    }

    private SheetState redo(SheetEditor editor) {
        if (history.redo().isEmpty()) {
            throw new OtsException(WorksheetError.NOTHING_TO_UNDO, head.id());
        }
        SheetHistory.Step last = history.redo().get(history.redo().size() - 1);
        return with(editor.apply(content, last.operation()).content(), history.redone());
    }

    /** The worksheet after a deviation was submitted; it changes no more. */
    SheetState submitted(String deviation, long at) {
        requireOpen();
        if (!content.causes().containsKey(deviation)) {
            throw new OtsException(WorksheetError.DEVIATION_UNKNOWN, Brief.of(deviation), head.id());
        }
        requireNotSubmitted(deviation);
        if (!content.written(deviation)) {
            throw new OtsException(WorksheetError.NOTHING_WRITTEN, deviation);
        }
        Map<String, Long> more = new LinkedHashMap<>(submitted);
        more.put(deviation, at);
        return new SheetState(head, content, history.without(deviation), more, handIn, scores);
    }

    /** The worksheet handed in: every deviation with something in it counts as submitted. */
    SheetState handedIn(long at, String receipt) {
        requireOpen();
        Map<String, Long> all = new LinkedHashMap<>(submitted);
        for (String deviation : head.deviations()) {
            if (content.written(deviation)) {
                all.putIfAbsent(deviation, at);
            }
        }
        return new SheetState(head, content, SheetHistory.NONE, all, Optional.of(new HandIn(at, receipt)), scores);
    }

    /** The worksheet with a score; the first score of a deviation stands. */
    SheetState scored(DeviationScore score) {
        if (scores.containsKey(score.deviation())) {
            return this;
        }
        Map<String, DeviationScore> more = new LinkedHashMap<>(scores);
        more.put(score.deviation(), score);
        return new SheetState(head, content, history, submitted, handIn, more);
    }

    private SheetState with(SheetContent rows, SheetHistory steps) {
        return new SheetState(head, rows, steps, submitted, handIn, scores);
    }

    private void requireOpen() {
        if (handIn.isPresent()) {
            throw new OtsException(WorksheetError.HANDED_IN, head.id());
        }
    }

    private void requireNotSubmitted(String deviation) {
        if (submitted.containsKey(deviation)) {
            throw new OtsException(WorksheetError.DEVIATION_SUBMITTED, deviation);
        }
    }
}
