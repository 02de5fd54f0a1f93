package org.openots.dcs.influx;

import org.openots.common.error.ErrorCode;

/** What is wrong with a sink in line protocol. */
public enum InfluxError implements ErrorCode {
    /** Not exactly one target, in a file of settings: 0 place. */
    ONE_TARGET("OTS-INFLUX-001"),
    /** An address that is none of HTTP: 0 place, 1 text. */
    BAD_URL("OTS-INFLUX-002"),
    /** The target takes nothing at the moment: 0 target, 1 what it says. */
    NOT_TAKEN("OTS-INFLUX-003"),
    /** The target refuses lines for good: 0 target, 1 lines, 2 what it says. */
    REFUSED("OTS-INFLUX-004");

    private final String code;

    InfluxError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.influx.InfluxMessages";
    }
}
