package org.openots.instructor.exam;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openots.instructor.strategy.ExamRules;

/** Keeps the draws of a section equally difficult, as far as earlier exams tell how difficult its pool is. */
final class DrawFilter {
    private final Map<String, Difficulty> known;

    /**
     * What earlier candidates made of something.
     *
     * @param candidates how many had it
     * @param share mean score over maximum, 0 to 1
     */
    record Difficulty(int candidates, double share) {}

    /**
     * Takes what is known.
     *
     * @param known by task id, or by task id, a slash and the fault's id
     */
    DrawFilter(Map<String, Difficulty> known) {
        this.known = Map.copyOf(known);
    }

    /** The key of an item: what is drawn, not when it happens. */
    static String key(String task, Optional<String> fault) {
        return fault.map(one -> task + "/" + one).orElse(task);
    }

    /** Whether the whole pool was taken by enough candidates, so that draws can be compared. */
    boolean measured(ExamRules.Section section) {
        return section.pick()
                .equating()
                .filter(equating -> section.pick().pool().stream()
                        .map(one -> known.get(key(section, one)))
                        .allMatch(found -> found != null && found.candidates() >= equating.minN()))
                .isPresent();
    }

    /** Whether a draw is as difficult as asked for; everything is when difficulties are not known. */
    boolean fits(ExamRules.Section section, List<String> drawn) {
        if (!measured(section)) {
            return true;
        }
        ExamRules.Equating equating = section.pick().equating().orElseThrow();
        double mean = drawn.stream()
                .map(one -> known.get(key(section, one)))
                .filter(found -> found != null)
                .mapToDouble(Difficulty::share)
                .average()
                .orElse(equating.target());
        return Math.abs(mean - equating.target()) <= equating.tolerance();
    }

    private static String key(ExamRules.Section section, String one) {
        return section.task().map(task -> key(task, Optional.of(one))).orElseGet(() -> key(one, Optional.empty()));
    }
}
