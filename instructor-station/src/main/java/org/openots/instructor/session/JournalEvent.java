package org.openots.instructor.session;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One durable event of a run's journal.
 *
 * @param sequence its place in the journal, rising without a gap
 * @param kind one of {@link RunEvents}
 * @param body its content
 * @param at when it was written, epoch milliseconds; for people only
 * @param head the chain's digest up to and with this event, hexadecimal digits
 */
public record JournalEvent(long sequence, String kind, JsonNode body, long at, String head) {}
