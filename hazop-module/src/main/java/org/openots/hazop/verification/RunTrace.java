package org.openots.hazop.verification;

import java.util.Map;

/**
 * What was recorded of a run, once a second of model time from 0 on.
 *
 * @param values by name of signal or process variable
 * @param seconds last second recorded
 * @param soundSeconds last second before the process model could not go on and held its state; {@code seconds} if it
 *     always could
 * @param hash SHA-256 over all signals of all seconds
 */
record RunTrace(Map<String, double[]> values, int seconds, int soundSeconds, String hash) {
    RunTrace {
        values = Map.copyOf(values);
    }

    /** The values of something recorded. */
    double[] of(String name) {
        double[] found = values.get(name);
        if (found == null) {
            throw new IllegalArgumentException(name + " was not recorded");
        }
        return found;
    }
}
