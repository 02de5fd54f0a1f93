package org.openots.common.journal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;

/** Where the events of one of the {@link JournalledThings} go. Not thread-safe: its thing guards it. */
public final class ThingJournal {
    private final String id;
    private final JournalStore journals;
    private final Clock clock;
    private final ErrorCode storage;
    private final Runnable failed;
    private @Nullable JournalWriter writer;

    ThingJournal(String id, JournalStore journals, Clock clock, ErrorCode storage, Runnable failed) {
        this.id = id;
        this.journals = journals;
        this.clock = clock;
        this.storage = storage;
        this.failed = failed;
    }

    /** Creates the journal, which must be new. */
    void create() {
        writer = journals.open(id, 1);
    }

    /**
     * Present time.
     *
     * @return epoch milliseconds
     */
    public long now() {
        return clock.millis();
    }

    /**
     * Sends an event to the disk; the file is opened when it is first needed.
     *
     * @param kind what happened
     * @param at when, epoch milliseconds
     * @param body what belongs to it
     * @return to be given to {@link #durable}
     * @throws OtsException if the journal cannot be opened
     */
    public CompletableFuture<JournalReceipt> append(String kind, long at, JsonNode body) {
        return append(new JournalEntry(kind, at, body));
    }

    CompletableFuture<JournalReceipt> append(JournalEntry entry) {
        JournalWriter open = writer;
        if (open == null) {
            open = journals.reopen(id);
            writer = open;
        }
        return open.append(entry.json());
    }

    /**
     * Waits until an event is on the disk. When that fails, the thing is read again when it is next asked for, because
     * only the disk knows what became durable.
     *
     * @param receipt of {@link #append}
     * @return the event's place in the journal
     * @throws OtsException if the disk cannot be written
     */
    public JournalReceipt durable(CompletableFuture<JournalReceipt> receipt) {
        try {
            return receipt.join();
        } catch (CompletionException e) {
            failed.run();
            String why = e.getCause() instanceof OtsException known
                    ? known.messageIn(Locale.ENGLISH)
                    : String.valueOf(e.getCause());
            throw new OtsException(storage, id, why);
        }
    }
}
