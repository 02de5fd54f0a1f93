package org.openots.instructor.exam;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * An item of a paper that was begun.
 *
 * @param work id of the run or of the attempt
 * @param begun when, ms of the exam's clock
 * @param ended when, ms of the exam's clock; nothing while the candidate is at it
 * @param by who ended it: the candidate's account or {@code station}; empty while it is open
 * @param usedMillis exam time it took, ms
 * @param closing what the journal of the work says of its end; a missing node while it is open
 */
public record ItemTrack(String work, long begun, Optional<Long> ended, String by, long usedMillis, JsonNode closing) {
    /** The same, ended. */
    ItemTrack ended(long at, String who, long used, JsonNode proof) {
        return new ItemTrack(work, begun, Optional.of(at), who, used, proof);
    }
}
