package org.openots.common.expression;

/**
 * A signal's value at the moment a condition was looked at, with the comparison it stands in.
 *
 * @param name the signal
 * @param value its value in its engineering unit, NaN when there is none
 * @param limit the comparison as written, for example {@code >= 90}
 * @param satisfied whether that comparison was true
 */
public record Reading(String name, double value, String limit, boolean satisfied) {}
