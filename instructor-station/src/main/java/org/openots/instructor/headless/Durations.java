package org.openots.instructor.headless;

import org.openots.common.unit.Units;

/** Durations on the command line. */
final class Durations {
    private Durations() {}

    /**
     * Reads a duration such as {@code 120min}, {@code 60s}, {@code 2 h}; a bare number is seconds.
     *
     * @param text as typed
     * @return seconds
     * @throws org.openots.common.error.OtsException if it is no duration
     */
    static double seconds(String text) {
        String spaced =
                text.trim().replaceFirst("^([0-9.]+)\\s*([A-Za-z]*)$", "$1 $2").trim();
        return Units.parse(spaced.contains(" ") ? spaced : spaced + " s", "s");
    }
}
