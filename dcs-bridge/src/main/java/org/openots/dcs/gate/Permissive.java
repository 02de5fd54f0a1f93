package org.openots.dcs.gate;

import org.openots.common.text.LocalText;

/**
 * Something that must hold for a write.
 *
 * @param kind what it is
 * @param tag the tag that tells it; empty for the link
 * @param value its value; not a number when there is none
 * @param quality how good the value is, for people
 * @param ok whether it holds
 */
public record Permissive(Kind kind, String tag, double value, LocalText quality, boolean ok) {
    /** What can be asked for. */
    public enum Kind {
        /** The connection for writing. */
        LINK,
        /** The key switch at the rig, which must be 1. */
        KEY,
        /** An interlock or emergency stop, which must be 0. */
        ZERO,
        /** A mode of the rig. */
        MODE,
        /** The read-back of a target. */
        READ_BACK
    }
}
