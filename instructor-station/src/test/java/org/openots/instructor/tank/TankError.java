package org.openots.instructor.tank;

import org.openots.common.error.ErrorCode;

/** Mistakes in operating the tank, as a plant of another module would word them. */
public enum TankError implements ErrorCode {
    /** The tank has no such target. */
    UNKNOWN_TARGET("OTS-TANK-001"),
    /** The target has no such verb. */
    UNKNOWN_VERB("OTS-TANK-002"),
    /** The value is out of range. */
    VALUE_RANGE("OTS-TANK-003"),
    /** No such fault. */
    UNKNOWN_FAULT("OTS-TANK-004"),
    /** No such plant or initial condition. */
    UNKNOWN_START("OTS-TANK-005");

    private final String code;

    TankError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.tank.TankMessages";
    }
}
