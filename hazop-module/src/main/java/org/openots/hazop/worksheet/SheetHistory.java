package org.openots.hazop.worksheet;

import java.util.ArrayList;
import java.util.List;

/**
 * What can be taken back and made again, the latest last.
 *
 * @param undo changes that can be taken back
 * @param redo changes that were taken back and can be made again
 */
public record SheetHistory(List<Step> undo, List<Step> redo) {
    /** Steps that can be taken back: more than anybody remembers having made. */
    static final int DEEPEST = 200;

    static final SheetHistory NONE = new SheetHistory(List.of(), List.of());

    /** Freezes the lists. */
    public SheetHistory {
        undo = List.copyOf(undo);
        redo = List.copyOf(redo);
    }

    /**
     * A change.
     *
     * @param deviation whose rows it changed
     * @param operation what was done
     * @param inverse what takes it back
     */
    public record Step(String deviation, SheetOperation operation, SheetOperation inverse) {
        /** Whether the other one wrote the same cell during the same stay. */
        private boolean continues(Step earlier) {
            return operation instanceof SheetOperation.SetCell now
                    && earlier.operation instanceof SheetOperation.SetCell then
                    && !now.session().isEmpty()
                    && now.session().equals(then.session())
                    && now.cell().equals(then.cell());
        }
    }

    /** After a new change: nothing can be made again any more. */
    SheetHistory after(Step step) {
        List<Step> steps = new ArrayList<>(undo);
        if (!steps.isEmpty() && step.continues(steps.get(steps.size() - 1))) {
            Step earlier = steps.remove(steps.size() - 1);
            steps.add(new Step(step.deviation(), step.operation(), earlier.inverse()));
        } else {
            steps.add(step);
        }
        return new SheetHistory(steps.subList(Math.max(0, steps.size() - DEEPEST), steps.size()), List.of());
    }

    /** After the last change was taken back. */
    SheetHistory undone() {
        List<Step> again = new ArrayList<>(redo);
        again.add(undo.get(undo.size() - 1));
        return new SheetHistory(undo.subList(0, undo.size() - 1), again);
    }

    /** After the change taken back last was made again. */
    SheetHistory redone() {
        List<Step> back = new ArrayList<>(undo);
        back.add(redo.get(redo.size() - 1));
        return new SheetHistory(back, redo.subList(0, redo.size() - 1));
    }

    /** Without the changes to a deviation that may not change any more. */
    SheetHistory without(String deviation) {
        return new SheetHistory(
                undo.stream()
                        .filter(step -> !step.deviation().equals(deviation))
                        .toList(),
                redo.stream()
                        .filter(step -> !step.deviation().equals(deviation))
                        .toList());
    }
}
