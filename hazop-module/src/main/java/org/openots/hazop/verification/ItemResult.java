package org.openots.hazop.verification;

import java.util.List;
import org.openots.common.text.LocalText;
import org.openots.hazop.study.Column;

/**
 * What playing says of one key item.
 *
 * @param id of the item
 * @param deviationId its row
 * @param column its column
 * @param verdict what was found
 * @param reason in words: what was seen or missed, why it cannot be played
 * @param evidence the runs that were looked at
 */
public record ItemResult(
        String id, String deviationId, Column column, Verdict verdict, LocalText reason, List<RunEvidence> evidence) {
    /** Keeps an unmodifiable copy. */
    public ItemResult {
        evidence = List.copyOf(evidence);
    }

    /**
     * What was seen with one cause.
     *
     * @param causeId the cause that was played
     * @param seen whether all expected effects were there
     * @param sightings effect by effect
     * @param traceHashes SHA-256 of the recordings, the disturbed run before the one it is compared with, for each pair
     */
    public record RunEvidence(String causeId, boolean seen, List<Sighting> sightings, List<String> traceHashes) {
        /** Keeps unmodifiable copies. */
        public RunEvidence {
            sightings = List.copyOf(sightings);
            traceHashes = List.copyOf(traceHashes);
        }
    }
}
