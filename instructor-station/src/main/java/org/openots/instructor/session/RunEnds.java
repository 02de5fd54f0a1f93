package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.openots.common.journal.JournalReader;
import org.openots.common.journal.JournalRecord;
import org.openots.common.journal.JournalReport;

/**
 * How a run began and ended, read from its journal without opening it, while a station may be writing it.
 *
 * @param spec what it was
 * @param closing its last event; nothing while it is open
 * @param closedAt when it was closed, epoch milliseconds; 0 while it is open
 * @param head digest of the journal as far as it is read
 * @param intact whether all of the journal is in order; the torn end of one that is being written is
 */
public record RunEnds(RunSpec spec, Optional<JsonNode> closing, long closedAt, String head, boolean intact) {
    /**
     * Reads a journal.
     *
     * @param runs folder of all journals
     * @param run run id
     * @return the two ends; nothing when there is no such journal or its first event cannot be read
     * @throws org.openots.common.error.OtsException if a file cannot be read, or the first event is of another version
     */
    public static Optional<RunEnds> read(Path runs, String run) {
        Path folder = runs.resolve(run);
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        AtomicReference<Optional<JournalRecord>> first = new AtomicReference<>(Optional.empty());
        AtomicReference<Optional<JournalRecord>> last = new AtomicReference<>(Optional.empty());
        JournalReport report = JournalReader.read(folder, record -> {
            if (first.get().isEmpty()) {
                first.set(Optional.of(record));
            }
            last.set(Optional.of(record));
        });
        boolean intact = report.damage().isEmpty();
        return first.get().map(record -> {
            RunSpec spec = RunCodec.spec(new EventBody(run, JournalFolder.event(run, record)));
            Optional<JournalEvent> closed = last.get()
                    .map(one -> JournalFolder.event(run, one))
                    .filter(one -> one.kind().equals(RunEvents.CLOSED));
            return new RunEnds(
                    spec,
                    closed.map(JournalEvent::body),
                    closed.map(JournalEvent::at).orElse(0L),
                    report.head(),
                    intact);
        });
    }
}
