package org.openots.common.journal;

import java.util.Optional;
import org.openots.common.error.OtsException;

/**
 * Makes a thing out of the events of its journal. Used once, by one thread.
 *
 * @param <T> the thing
 */
public interface Replay<T> {
    /**
     * Takes the next event.
     *
     * @param entry the event
     * @param receipt its place in the journal
     * @throws IllegalArgumentException if the event is none of the thing's
     * @throws OtsException if the thing refuses it
     */
    void take(JournalEntry entry, JournalReceipt receipt);

    /**
     * What the events made.
     *
     * @param journal where its further events go
     * @return the thing; nothing when no event opened it
     */
    Optional<T> thing(ThingJournal journal);
}
