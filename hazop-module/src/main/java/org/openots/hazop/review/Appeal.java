package org.openots.hazop.review;

/**
 * A student's appeal against the score of one answer.
 *
 * @param answer the answer
 * @param student account of the student
 * @param reason why
 * @param at epoch milliseconds
 */
public record Appeal(AnswerRef answer, String student, String reason, long at) {}
