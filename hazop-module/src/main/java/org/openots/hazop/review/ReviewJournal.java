package org.openots.hazop.review;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.journal.JournalReceipt;
import org.openots.common.journal.JournalRecord;
import org.openots.common.journal.JournalReport;
import org.openots.common.journal.JournalStore;
import org.openots.common.journal.JournalWriter;

/** The one journal of reviews: read whole at the start, appended to one record at a time. Not thread-safe. */
final class ReviewJournal implements AutoCloseable {
    private static final String NAME = "reviews";

    private final JournalStore journals;
    private @Nullable JournalWriter writer;
    private @Nullable String mistake;
    private ReviewBook book = new ReviewBook();
    private String head = "";
    private Optional<OtsException> damage = Optional.empty();

    ReviewJournal(Path folder) {
        this.journals = new JournalStore(folder);
        load();
    }

    /** Makes the book again from what is on the disk. */
    private void load() {
        book = new ReviewBook();
        head = "";
        mistake = null;
        damage = Optional.empty();
        if (!journals.names().contains(NAME)) {
            return;
        }
        JournalReport report = journals.read(NAME, this::take);
        String wrong = mistake;
        Optional<Object> why = wrong == null ? report.damage().map(defect -> (Object) defect) : Optional.of(wrong);
        damage = why.map(what -> new OtsException(ReviewError.REVIEW_DAMAGED, what));
    }

    private void take(JournalRecord record) {
        if (mistake != null) {
            return;
        }
        try {
            ReviewRecord.Entry entry = ReviewRecord.read(record.payload());
            if (!entry.previous().equals(head)) {
                throw new IllegalArgumentException("previous " + entry.previous());
            }
            book.take(entry);
            head = record.hash();
        } catch (JsonProcessingException e) {
            mistake = record.sequence() + ": " + e.getOriginalMessage();
        } catch (IllegalArgumentException e) {
            mistake = record.sequence() + ": " + e.getMessage();
        }
    }

    Optional<OtsException> damage() {
        return damage;
    }

    ReviewBook book() {
        return book;
    }

    /** Makes a record durable, then takes it into the book. */
    void append(String kind, Object body) {
        damage.ifPresent(why -> {
            throw why;
        });
        if (!book.opened()) {
            write(ReviewRecord.OPENED, ReviewRecord.head());
        }
        write(kind, body);
    }

    private void write(String kind, Object body) {
        String payload = ReviewRecord.write(kind, head, body);
        try {
            JournalReceipt receipt = writer().append(payload).join();
            take(new JournalRecord(0, receipt.sequence(), payload, receipt.hash()));
        } catch (CompletionException e) {
            // only the disk knows what became durable
            writer = null;
            load();
            throw new OtsException(ReviewError.REVIEW_STORAGE, String.valueOf(e.getCause()));
        }
        if (mistake != null) {
            throw new IllegalStateException("a record of our own cannot be read: " + mistake);
        }
    }

    private JournalWriter writer() {
        JournalWriter open = writer;
        if (open == null) {
            open = journals.reopen(NAME);
            writer = open;
        }
        return open;
    }

    @Override
    public void close() {
        journals.close();
    }
}
