package org.openots.instructor.session;

import java.util.Locale;

/** What can be done to a run as a whole. */
public enum Control {
    /** Stop model time. */
    FREEZE,
    /** Let model time move. */
    RUN,
    /** Set the speed; value in model seconds a second. */
    SPEED,
    /** Go back; value is the model time to go to, seconds. */
    REWIND,
    /** Go back to the start. */
    RESTART;

    /**
     * The word used on the wire.
     *
     * @return lower case name
     */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
