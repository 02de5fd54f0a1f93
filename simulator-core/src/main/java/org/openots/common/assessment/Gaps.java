package org.openots.common.assessment;

import java.util.Arrays;
import java.util.List;
import org.openots.common.expression.Evaluation;
import org.openots.common.signal.SignalTable;
import org.openots.common.signal.SignalView;

/**
 * Whether what a rule needs to know is lost on some tick. Only tags of a rig get lost; what people type is missing until
 * they do, which is a state of the task.
 */
final class Gaps {
    /** Hand entries: single records and the shift record of a plant. */
    private static final List<String> TYPED = List.of("RECORD.", "LOG.");

    private final int[] tags;

    private Gaps(int[] tags) {
        this.tags = tags;
    }

    /**
     * The gaps of a rule.
     *
     * @param rig whether values can be lost at all; in other runs a missing value is what the plant shows
     * @param table the signals
     * @param rule the expressions of the rule
     * @return its gaps
     */
    static Gaps of(boolean rig, SignalTable table, List<Evaluation> rule) {
        return new Gaps(
                !rig
                        ? new int[0]
                        : rule.stream()
                                .flatMap(evaluation -> evaluation.expression().signals().stream())
                                .filter(name -> TYPED.stream().noneMatch(name::startsWith))
                                .mapToInt(table::find)
                                .distinct()
                                .toArray());
    }

    boolean at(SignalView view) {
        for (int tag : tags) {
            if (Double.isNaN(view.value(tag))) {
                return true;
            }
        }
        return false;
    }

    /** Whether there can be any. */
    boolean possible() {
        return tags.length > 0;
    }

    @Override
    public String toString() {
        return "gaps of " + Arrays.toString(tags);
    }
}
