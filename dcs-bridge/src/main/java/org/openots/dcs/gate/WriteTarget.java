package org.openots.dcs.gate;

import org.openots.common.text.LocalText;
import org.openots.dcs.map.MappedTag.Write;

/**
 * A tag that may be written.
 *
 * @param tag the tag, for example {@code FIC-701.SP}
 * @param text what it is
 * @param unit its unit
 * @param kind what is written to it; never {@link Write#NONE}
 * @param readBack the tag that must follow
 * @param low least value
 * @param high greatest value
 * @param rate most it may change per second; a whole step for modes and faults
 * @param tolerance how near the read-back must come
 * @param timeoutMs how soon after each step, ms
 */
public record WriteTarget(
        String tag,
        LocalText text,
        String unit,
        Write kind,
        String readBack,
        double low,
        double high,
        double rate,
        double tolerance,
        long timeoutMs) {
    /** Whether it goes to its value in one step. */
    boolean atOnce() {
        return kind == Write.MODE || kind == Write.FAULT;
    }
}
