package org.openots.instructor.exam;

/**
 * Something that happened in the room and is written down.
 *
 * @param at epoch milliseconds; for people
 * @param clock ms of the exam's clock
 * @param account the candidate; empty for the whole room
 * @param code what kind: a word of the journal's format
 * @param text in words
 * @param by account of who wrote it, or {@code station}
 */
public record Incident(long at, long clock, String account, String code, String text, String by) {}
