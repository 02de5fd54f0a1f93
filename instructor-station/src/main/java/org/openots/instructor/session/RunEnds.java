package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * How a run began and ended.
 *
 * @param spec what it was
 * @param closing its last event; nothing while it is open
 * @param closedAt when it was closed, epoch milliseconds; 0 while it is open
 * @param head digest of the journal as far as it is read
 * @param intact whether all of the journal is in order; one that is being written is, too
 */
public record RunEnds(RunSpec spec, Optional<JsonNode> closing, long closedAt, String head, boolean intact) {
    /**
     * Takes the ends of a journal.
     *
     * @param run run id
     * @param first its first event
     * @param last its last event
     * @param intact whether all of it is in order
     * @return the ends
     * @throws org.openots.common.error.OtsException if the first event is not that of a run
     */
    static RunEnds of(String run, JournalEvent first, JournalEvent last, boolean intact) {
        Optional<JournalEvent> closed =
                Optional.of(last).filter(one -> one.kind().equals(RunEvents.CLOSED));
        return new RunEnds(
                RunStory.of(run, List.of(first)).spec(),
                closed.map(JournalEvent::body),
                closed.map(JournalEvent::at).orElse(0L),
                last.head(),
                intact);
    }
}
