package org.openots.common.journal;

/**
 * Proof that an event is durable.
 *
 * @param sequence its position in the journal, from 1
 * @param hash the chain hash after it, lower-case hexadecimal
 */
public record JournalReceipt(long sequence, String hash) {}
