package org.openots.simulator.thermo;

import org.openots.common.error.ErrorCode;

/** Mistakes in property data. */
enum PropertyError implements ErrorCode {
    /** A species without a data file. */
    NO_FILE("OTS-PROP-001"),
    /** A figure that a species needs and does not have. */
    NO_FIGURE("OTS-PROP-002"),
    /** A figure from a source that is missing, unverified or not validated. */
    UNUSABLE_SOURCE("OTS-PROP-003"),
    /** Two components without interaction parameters. */
    NO_PAIR("OTS-PROP-004");

    private final String code;

    PropertyError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.simulator.thermo.PropertyMessages";
    }
}
