package org.openots.simulator.fault;

import org.openots.common.error.ErrorCode;

/** Mistakes in fault orders and fault files. */
public enum FaultError implements ErrorCode {
    /** The plant has no such fault: id, known ids. */
    UNKNOWN_FAULT("OTS-FAULT-001"),
    /** A number of an order is out of its range: name, value, low, high. */
    OUT_OF_RANGE("OTS-FAULT-002"),
    /** The key names no injection of this run: key. */
    UNKNOWN_KEY("OTS-FAULT-003"),
    /** The key is in use: key. */
    KEY_IN_USE("OTS-FAULT-004"),
    /** The plant has no such instrument, or it cannot be overridden so: id, what there is. */
    UNKNOWN_OVERRIDE("OTS-FAULT-005"),
    /** An override needs a number after the equals sign: id, what stands there. */
    OVERRIDE_VALUE("OTS-FAULT-006"),
    /** No process parameter that may be disturbed: id, those that may. */
    UNKNOWN_DISTURBANCE("OTS-FAULT-007"),
    /** An order that does not say what is to be done: id. */
    EVENT_FORM("OTS-FAULT-008"),
    /** An operation needs a number after the equals sign: id. */
    EVENT_VALUE("OTS-FAULT-009");

    private final String code;

    FaultError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.simulator.fault.FaultMessages";
    }
}
