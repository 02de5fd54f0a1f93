package org.openots.benchmarks.faultlab;

import java.util.Locale;

/** Where data come from. */
enum Profile {
    /** The suite's own sender beside the rig: numbered frames, repeated until they are confirmed. */
    NATIVE,
    /** Somebody else's gateway: values as they come. */
    FOREIGN;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
