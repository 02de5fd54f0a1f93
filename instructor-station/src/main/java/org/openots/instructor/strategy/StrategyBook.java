package org.openots.instructor.strategy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalEntry;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.Replay;
import org.openots.common.journal.ThingJournal;

/** One strategy with all its versions. Thread-safe. */
final class StrategyBook {
    private final StrategyTrack track;
    private final ThingJournal journal;

    StrategyBook(StrategyTrack track, ThingJournal journal) {
        this.track = track;
        this.journal = journal;
    }

    /** Makes a book again from its records. */
    static final class Reading implements Replay<StrategyBook> {
        private @Nullable StrategyTrack track;

        @Override
        public void take(JournalEntry entry, JournalReceipt receipt) {
            StrategyTrack open = track;
            if (open != null) {
                open.take(entry, receipt);
            } else if (entry.kind().equals(StrategyTrack.OPENED)) {
                track = StrategyTrack.open(entry.body(), receipt);
            } else {
                throw new IllegalArgumentException("no " + StrategyTrack.OPENED);
            }
        }

        @Override
        public Optional<StrategyBook> thing(ThingJournal journal) {
            return Optional.ofNullable(track).map(made -> new StrategyBook(made, journal));
        }
    }

    synchronized Optional<StrategyView> view() {
        return track.view();
    }

    /** Whether the token of the last change was quoted; a new strategy has none. */
    private void current(String token) {
        Optional<StrategyView> view = track.view();
        String now = view.map(StrategyView::token).orElse("");
        if (!now.equals(token)) {
            StrategyVersion newest = view.orElseThrow(() -> new OtsException(StrategyStoreError.UNKNOWN, track.id()))
                    .newest();
            throw new OtsException(
                    StrategyStoreError.STALE, track.id(), newest.document().version(), newest.by());
        }
    }

    /** Saves a draft: of the newest version, or the first of the next one when the newest is in use. */
    synchronized StrategyView save(String token, Strategy written, String by) {
        current(token);
        if (written.kind() != track.kind()) {
            throw new OtsException(StrategyStoreError.KIND, track.id(), StrategyTrack.word(track.kind()));
        }
        Optional<StrategyVersion> newest = track.view().map(StrategyView::newest);
        int number = newest.map(one -> one.document().version() + (one.frozen() ? 1 : 0))
                .orElse(1);
        Strategy document = StrategyStore.numbered(written, number);
        String before =
                newest.filter(one -> !one.frozen()).map(StrategyVersion::hash).orElse("");
        return append(StrategyTrack.SAVED, StrategyTrack.saved(document, before, by));
    }

    /** Moves a version to another state after its rules were checked. */
    synchronized StrategyView move(String token, int number, Move move) {
        current(token);
        StrategyVersion version = track.view()
                .flatMap(view -> view.version(number))
                .orElseThrow(() -> new OtsException(StrategyStoreError.VERSION_UNKNOWN, track.id(), number));
        move.check(track.kind(), version);
        ObjectNode body = StrategyTrack.moved(version, move.to(), move.by(), move.reason());
        move.dryRun().ifPresent(run -> body.set("dryRun", run));
        if (!move.pins().isEmpty()) {
            ObjectNode pins = body.putObject("pins");
            move.pins().forEach(pins::put);
        }
        return append(StrategyTrack.MOVED, body);
    }

    private StrategyView append(String kind, ObjectNode body) {
        JournalEntry entry = new JournalEntry(kind, journal.now(), body);
        JournalReceipt receipt = journal.durable(journal.append(kind, entry.at(), body));
        track.take(entry, receipt);
        return track.view().orElseThrow();
    }
}
