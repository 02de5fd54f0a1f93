package org.openots.common.unit;

import org.openots.common.error.ErrorCode;

/** Mistakes in quantities with units. */
enum UnitError implements ErrorCode {
    /** A unit the suite does not know. */
    UNKNOWN_UNIT("OTS-UNIT-001"),
    /** Text that is not a number and a unit. */
    NOT_A_QUANTITY("OTS-UNIT-002"),
    /** A unit of another dimension than wanted. */
    WRONG_DIMENSION("OTS-UNIT-003");

    private final String code;

    UnitError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.common.unit.UnitMessages";
    }
}
