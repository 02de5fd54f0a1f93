package org.openots.instructor.session;

import java.util.List;
import java.util.Optional;

/** All journals of the station; the truth from which every projection can be rebuilt. */
public interface RunJournals extends AutoCloseable {
    /**
     * Creates a run's journal.
     *
     * @param run run id
     * @return the journal, empty
     */
    RunJournal create(String run);

    /**
     * Opens a run's journal to continue it; an unfinished last record is cut off.
     *
     * @param run run id
     * @return the journal
     * @throws org.openots.common.error.OtsException if there is none or it is damaged
     */
    RunJournal open(String run);

    /**
     * Reads a run's journal without opening it for writing.
     *
     * @param run run id
     * @return its events, oldest first
     * @throws org.openots.common.error.OtsException if there is none or it is damaged
     */
    List<JournalEvent> read(String run);

    /**
     * Reads how a run began and ended, without opening its journal for writing; of a damaged one as far as it can be read.
     *
     * @param run run id
     * @return its ends; nothing when there is no such journal or not even its first event
     */
    default Optional<RunEnds> ends(String run) {
        List<JournalEvent> events = runs().contains(run) ? read(run) : List.of();
        return events.isEmpty()
                ? Optional.empty()
                : Optional.of(RunEnds.of(run, events.get(0), events.get(events.size() - 1), true));
    }

    /**
     * The runs that have a journal.
     *
     * @return run ids, sorted
     */
    List<String> runs();

    /** Lets all files go. */
    @Override
    void close();
}
