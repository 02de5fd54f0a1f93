package org.openots.hazop.review;

/**
 * A person's decision on an answer; a later one on the same answer stands in its place, and both stay in the journal.
 *
 * @param answer the answer
 * @param program what the program had said
 * @param verdict what it is worth
 * @param examiner account of the person
 * @param reason why; may be empty for an answer that waited and was decided by nobody before
 * @param at epoch milliseconds
 */
public record Ruling(AnswerRef answer, ProgramView program, Verdict verdict, String examiner, String reason, long at) {}
