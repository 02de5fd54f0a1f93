package org.openots.instructor.scenario;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.Replay;
import org.openots.common.journal.ThingJournal;

/** One scenario with all its versions. Thread-safe. */
final class ScenarioBook {
    private final ScenarioTrack track;
    private final ThingJournal journal;

    private ScenarioBook(ScenarioTrack track, ThingJournal journal) {
        this.track = track;
        this.journal = journal;
    }

    /** Makes a book again from its records. */
    static final class Reading implements Replay<ScenarioBook> {
        private @Nullable ScenarioTrack track;

        @Override
        public void take(JournalEntry entry, JournalReceipt receipt) {
            ScenarioTrack open = track;
            if (open != null) {
                open.take(entry, receipt);
            } else {
                track = ScenarioTrack.open(entry);
            }
        }

        @Override
        public Optional<ScenarioBook> thing(ThingJournal journal) {
            return Optional.ofNullable(track).map(made -> new ScenarioBook(made, journal));
        }
    }

    synchronized Optional<ScenarioView> view() {
        return track.view();
    }

    private Optional<ScenarioVersion> current(String token) {
        Optional<ScenarioView> view = track.view();
        if (!view.map(ScenarioView::token).orElse("").equals(token)) {
            ScenarioVersion newest = view.orElseThrow(() -> new OtsException(ScenarioError.UNKNOWN, track.id()))
                    .newest();
            throw new OtsException(
                    ScenarioError.STALE, track.id(), newest.document().version(), newest.by());
        }
        return view.map(ScenarioView::newest);
    }

    /** Saves the next version; what says the same as the newest is none. */
    synchronized ScenarioView save(String token, Scenario written, String by) {
        Optional<ScenarioVersion> newest = current(token);
        int number = newest.map(one -> one.document().version()).orElse(0);
        if (number > 0
                && ScenarioWriter.numbered(written, number)
                        .equals(newest.orElseThrow().document())) {
            return track.view().orElseThrow();
        }
        Scenario document = ScenarioWriter.numbered(written, number + 1);
        String before = newest.map(ScenarioVersion::hash).orElse("");
        return append(ScenarioTrack.SAVED, ScenarioTrack.saved(document, before, by));
    }

    /** Puts it away or takes it out again. */
    synchronized ScenarioView retire(String token, boolean away, String by) {
        current(token);
        return append(ScenarioTrack.RETIRED, ScenarioTrack.retired(away, by));
    }

    private ScenarioView append(String kind, ObjectNode body) {
        JournalEntry entry = new JournalEntry(kind, journal.now(), body);
        JournalReceipt receipt = journal.durable(journal.append(kind, entry.at(), body));
        track.take(entry, receipt);
        return track.view().orElseThrow();
    }
}
