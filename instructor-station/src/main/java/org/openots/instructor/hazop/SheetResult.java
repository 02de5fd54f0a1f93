package org.openots.instructor.hazop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openots.hazop.review.Appeal;
import org.openots.hazop.review.Correction;
import org.openots.hazop.review.ReleasedScore;
import org.openots.hazop.review.ScoredRow;

/**
 * Where a worksheet stands and what it is worth.
 *
 * @param state how far it is
 * @param rows its scored deviations after all decisions; of a released worksheet, as they were released
 * @param unwritten points possible for deviations that were handed in with nothing in them
 * @param waiting answers that a person must decide
 * @param unscored submitted deviations without a score
 * @param released the released score
 * @param appeals appeals against it
 * @param corrections what became of them
 */
public record SheetResult(
        State state,
        Map<String, ScoredRow> rows,
        double unwritten,
        int waiting,
        int unscored,
        Optional<ReleasedScore> released,
        List<Appeal> appeals,
        List<Correction> corrections) {
    /** Freezes the collections. */
    public SheetResult {
        rows = new LinkedHashMap<>(rows);
        appeals = List.copyOf(appeals);
        corrections = List.copyOf(corrections);
    }

    /** How far a worksheet is. */
    public enum State {
        /** Its student works on it. */
        IN_WORK,
        /** Handed in; the score may still change. */
        HANDED_IN,
        /** The score is released and changes no more. */
        RELEASED;

        /**
         * The word on the wire.
         *
         * @return for example {@code handed-in}
         */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /**
     * Whether it can be released.
     *
     * @return true when nothing waits
     */
    public boolean ready() {
        return state == State.HANDED_IN && waiting == 0 && unscored == 0;
    }

    /**
     * Points earned.
     *
     * @return points, without what waits
     */
    public double earned() {
        return rows.values().stream().mapToDouble(ScoredRow::earned).sum();
    }

    /**
     * Points possible.
     *
     * @return points of the deviations that are scored, and of those handed in empty
     */
    public double possible() {
        return unwritten
                + rows.values().stream().mapToDouble(ScoredRow::possible).sum();
    }

    /**
     * How much of a deviation is earned, with what appeals have changed.
     *
     * @param deviation its id
     * @return 0 to 1; 0 for one without a score
     */
    public double share(String deviation) {
        ScoredRow row = rows.get(deviation);
        if (row == null || row.possible() == 0) {
            return 0;
        }
        double changed = corrections.stream()
                .filter(one -> one.answer().deviation().equals(deviation))
                .mapToDouble(one -> one.totalAfter() - one.totalBefore())
                .sum();
        return (row.earned() + changed) / row.possible();
    }
}
