package org.openots.common.expression;

/**
 * A comparison inside an expression, as evidence for people: which signal is compared with what.
 *
 * @param signal the signal's index in its table
 * @param name the signal's name
 * @param text the comparison as written, for example {@code >= 90} or {@code in 55 … 67 for 120 s}
 */
public record Limit(int signal, String name, String text) {}
