package org.openots.instructor.upkeep;

/** What this program is. */
public final class Build {
    /** Version of the suite. */
    public static final String VERSION = "0.1.0";

    private Build() {}
}
