package org.openots.dcs.gate;

import java.util.List;
import java.util.Optional;
import org.openots.common.text.LocalText;
import org.openots.dcs.map.MappedTag.Write;

/**
 * A tag that may be written.
 *
 * @param tag the tag, for example {@code FIC-701.SP}
 * @param text what it is
 * @param unit its unit
 * @param kind what is written to it; never {@link Write#NONE}
 * @param readBack the tag that must follow; nothing when the rig's own answer is all there is, as with faults of a virtual
 *     rig, which nothing that is published may tell
 * @param low least value
 * @param high greatest value
 * @param values the only values that may be written; empty for all between the limits
 * @param rate most it may change per second; a whole step for modes and faults
 * @param tolerance how near the read-back must come
 * @param timeoutMs how soon after each step, ms
 * @param mode the mode in which the rig takes such a write
 */
public record WriteTarget(
        String tag,
        LocalText text,
        String unit,
        Write kind,
        Optional<String> readBack,
        double low,
        double high,
        List<Double> values,
        double rate,
        double tolerance,
        long timeoutMs,
        Optional<Mode> mode) {
    /** Largest step with which a write may begin, as a part of the span. */
    private static final double BUMPLESS = 0.002;

    /** Copies the list. */
    public WriteTarget {
        values = List.copyOf(values);
    }

    /**
     * A mode that must hold.
     *
     * @param tag the tag that tells it
     * @param values the values it may have
     */
    public record Mode(String tag, List<Double> values) {
        /** Copies the list. */
        public Mode {
            values = List.copyOf(values);
        }
    }

    /** Whether it goes to its value in one step. */
    boolean atOnce() {
        return kind == Write.MODE || kind == Write.FAULT;
    }

    /** Most it may change in a step: the first one must not be felt at the rig. */
    double step(boolean first, double seconds) {
        double most = rate * seconds;
        return first ? Math.min(most, BUMPLESS * (high - low)) : most;
    }
}
