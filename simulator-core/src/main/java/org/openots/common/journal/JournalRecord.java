package org.openots.common.journal;

/**
 * One verified event of a journal.
 *
 * @param epoch which owner wrote it, rising with every take-over
 * @param sequence its position, from 1 without gaps
 * @param payload the event as JSON text
 * @param hash the chain hash after it, lower-case hexadecimal
 */
public record JournalRecord(long epoch, long sequence, String payload, String hash) {}
