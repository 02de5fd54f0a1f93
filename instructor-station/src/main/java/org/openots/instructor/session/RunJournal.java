package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The append-only, hash-chained log of one run. Appended to by one thread. */
public interface RunJournal extends AutoCloseable {
    /**
     * Appends an event.
     *
     * @param kind one of {@link RunEvents}
     * @param body its content
     * @param receipt told once the event is durable, or that it never will be; on a thread of the journal
     */
    void append(String kind, JsonNode body, Receipt receipt);

    /** Hears what became of an append. */
    @FunctionalInterface
    interface Receipt {
        /**
         * The event is durable, or the journal failed.
         *
         * @param sequence the event's sequence; meaningless after a failure
         * @param failure why it is not durable, or null when it is
         */
        void done(long sequence, @Nullable Throwable failure);
    }

    /**
     * The chain's digest up to the last durable event.
     *
     * @return hexadecimal digits
     */
    String head();

    /** Makes everything durable and lets the file go. */
    @Override
    void close();
}
