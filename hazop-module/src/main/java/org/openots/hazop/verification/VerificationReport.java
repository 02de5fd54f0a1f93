package org.openots.hazop.verification;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.openots.hazop.study.Column;

/**
 * What playing a study has shown.
 *
 * @param studyId the study
 * @param plant the plant
 * @param packHash fingerprint of its pack
 * @param seed of all runs
 * @param runs how many different runs were played
 * @param results item by item, in the order of the study
 */
public record VerificationReport(
        String studyId, String plant, String packHash, long seed, int runs, List<ItemResult> results) {
    /** Keeps an unmodifiable copy. */
    public VerificationReport {
        results = List.copyOf(results);
    }

    /**
     * How many items of a column have which verdict.
     *
     * @param column which
     * @return the counts; no entry for none
     */
    public Map<Verdict, Integer> counts(Column column) {
        Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
        results.stream()
                .filter(result -> result.column() == column)
                .forEach(result -> counts.merge(result.verdict(), 1, Integer::sum));
        return counts;
    }

    /**
     * The items that playing contradicts.
     *
     * @return the refuted ones
     */
    public List<ItemResult> refuted() {
        return results.stream()
                .filter(result -> result.verdict() == Verdict.REFUTED)
                .toList();
    }

    /**
     * Share of the causes that the simulator can play.
     *
     * @return 0 to 1; 0 for a study without causes
     */
    public double modelledShare() {
        Map<Verdict, Integer> causes = counts(Column.CAUSE);
        int all = causes.values().stream().mapToInt(Integer::intValue).sum();
        int played = causes.getOrDefault(Verdict.VERIFIED, 0) + causes.getOrDefault(Verdict.REFUTED, 0);
        return all == 0 ? 0 : (double) played / all;
    }
}
