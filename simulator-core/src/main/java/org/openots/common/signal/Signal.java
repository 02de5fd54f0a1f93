package org.openots.common.signal;

import org.openots.common.text.LocalText;

/**
 * One observable quantity of a plant: an instrument reading, a controller's set point, a valve position, a trip latch. A
 * name that begins with {@link #HIDDEN} is for rubrics and instructors; whoever shows signals to students leaves it out.
 *
 * @param name unique name, for example {@code LIC-702}, {@code LIC-702.SP}, {@code HV-713}, {@code I-03.TRIP}
 * @param unit engineering unit as shown to people, empty for a plain number or flag
 * @param text what it is, in both languages
 */
public record Signal(String name, String unit, LocalText text) {
    /** Beginning of the names of signals that no student may see. */
    public static final String HIDDEN = "HIDDEN.";

    /**
     * Whether it must be left out of everything that a student can see.
     *
     * @return true for a hidden signal
     */
    public boolean hidden() {
        return isHidden(name);
    }

    /**
     * Whether a name is that of a hidden signal.
     *
     * @param name of a signal
     * @return true for a hidden signal
     */
    public static boolean isHidden(String name) {
        return name.startsWith(HIDDEN);
    }
}
