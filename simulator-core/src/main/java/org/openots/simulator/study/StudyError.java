package org.openots.simulator.study;

import org.openots.common.error.ErrorCode;

/** Studies that cannot be carried out. */
enum StudyError implements ErrorCode {
    /** Inputs for which a column has no steady state. */
    NO_STEADY_STATE("OTS-STUDY-001"),
    /** A model that could not go on. */
    HELD("OTS-STUDY-002");

    private final String code;

    StudyError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.simulator.study.StudyMessages";
    }
}
