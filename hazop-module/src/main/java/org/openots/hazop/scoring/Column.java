package org.openots.hazop.scoring;

/** A column of the worksheet whose answers are scored by their text. */
public enum Column {
    /** Causes. */
    CAUSE,
    /** Consequences. */
    CONSEQUENCE,
    /** Safeguards. */
    SAFEGUARD,
    /** Recommendations. */
    RECOMMENDATION
}
