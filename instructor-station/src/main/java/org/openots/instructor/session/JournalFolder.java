package org.openots.instructor.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalRecord;
import org.openots.common.journal.JournalReport;
import org.openots.common.journal.JournalStore;
import org.openots.common.journal.JournalWriter;
import org.openots.common.text.LocalText;
import org.openots.instructor.error.StationError;

/** The runs' journals in a folder, one sub-folder each. Their events are {@link JournalEntry entries}. */
public final class JournalFolder implements RunJournals {
    private final JournalStore store;
    private final Clock clock;

    /**
     * Opens the folder.
     *
     * @param folder created when it does not exist
     * @param clock dates events for people
     * @throws OtsException if the folder cannot be created
     */
    public JournalFolder(Path folder, Clock clock) {
        this.store = new JournalStore(folder);
        this.clock = clock;
    }

    @Override
    public RunJournal create(String run) {
        return new Appender(store.open(run, 1));
    }

    @Override
    public RunJournal open(String run) {
        return new Appender(store.reopen(run));
    }

    @Override
    public List<JournalEvent> read(String run) {
        List<JournalEvent> events = new ArrayList<>();
        JournalReport report = store.read(run, record -> events.add(event(run, record)));
        report.damage().ifPresent(defect -> {
            throw new OtsException(StationError.JOURNAL_DAMAGED, run, defect);
        });
        return events;
    }

    @Override
    public Optional<RunEnds> ends(String run) {
        List<JournalRecord> ends = new ArrayList<>();
        JournalReport report = store.read(run, record -> {
            if (ends.size() == 2) {
                ends.remove(1);
            }
            ends.add(record);
        });
        return ends.stream()
                .findFirst()
                .map(first -> RunEnds.of(
                        run,
                        event(run, first),
                        event(run, ends.get(ends.size() - 1)),
                        report.damage().isEmpty()));
    }

    static JournalEvent event(String run, JournalRecord record) {
        try {
            JournalEntry entry = JournalEntry.read(record.payload());
            return new JournalEvent(record.sequence(), entry.kind(), entry.body(), entry.at(), record.hash());
        } catch (JsonProcessingException e) {
            throw new OtsException(
                    StationError.JOURNAL_DAMAGED,
                    run,
                    new LocalText(
                            "第 " + record.sequence() + " 条记录不是 JSON", "record " + record.sequence() + " is not JSON"));
        }
    }

    @Override
    public List<String> runs() {
        return store.names();
    }

    @Override
    public void close() {
        store.close();
    }

    private final class Appender implements RunJournal {
        private final JournalWriter writer;

        Appender(JournalWriter writer) {
            this.writer = writer;
        }

        @Override
        public void append(String kind, JsonNode body, Receipt receipt) {
            var unused = writer.append(new JournalEntry(kind, clock.millis(), body).json())
                    .whenComplete(
                            (durable, failure) -> receipt.done(failure == null ? durable.sequence() : 0, failure));
        }

        @Override
        public String head() {
            return writer.head().hash();
        }

        @Override
        public void close() {
            writer.close();
        }
    }
}
