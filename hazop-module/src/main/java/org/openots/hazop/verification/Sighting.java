package org.openots.hazop.verification;

import org.openots.hazop.study.Effect;

/**
 * What was seen of an expected effect.
 *
 * @param effect what was expected
 * @param signal the signal or process variable that was looked at
 * @param unit its unit
 * @param seen whether the effect came in time
 * @param firstSeconds when it was first seen, s after the first order; NaN if never
 * @param amount for {@code up} and {@code down} the largest averaged difference in the expected direction, otherwise the
 *     value at the first time or, if it was never seen, the nearest to it
 * @param threshold from which amount on it counts
 */
public record Sighting(
        Effect effect,
        String signal,
        String unit,
        boolean seen,
        double firstSeconds,
        double amount,
        double threshold) {}
