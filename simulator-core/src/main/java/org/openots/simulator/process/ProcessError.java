package org.openots.simulator.process;

import org.openots.common.error.ErrorCode;

/** Mistakes in flowsheets and in what is asked of the process model. */
public enum ProcessError implements ErrorCode {
    /** A name that is no actuator and no parameter. */
    UNKNOWN_INPUT("OTS-PROC-001"),
    /** A name that is no process variable. */
    UNKNOWN_VARIABLE("OTS-PROC-002"),
    /** A flowsheet refers to an element it does not have. */
    UNKNOWN_ELEMENT("OTS-PROC-003"),
    /** A saved state does not belong to this flowsheet. */
    FOREIGN_STATE("OTS-PROC-004"),
    /** A line ends where it begins: place, holdup. */
    LEADS_BACK("OTS-PROC-005"),
    /** A sum of variables of different dimensions: place, first term, its SI unit, other term, its SI unit. */
    MIXED_SUM("OTS-PROC-006");

    private final String code;

    ProcessError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.simulator.process.ProcessMessages";
    }
}
