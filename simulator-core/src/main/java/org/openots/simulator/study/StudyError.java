package org.openots.simulator.study;

import org.openots.common.error.ErrorCode;

/** Studies that cannot be carried out. */
enum StudyError implements ErrorCode {
    /** A product that would have to flow backwards. Its name in both languages, its flow in kmol/min, what it is made of. */
    NO_PRODUCT("OTS-STUDY-001"),
    /** A model that could not go on. Minutes. */
    HELD("OTS-STUDY-002"),
    /** A tray that would hold nothing. Its holdup in kmol, the time constant, reflux, nominal reflux with its unit. */
    EMPTY_TRAY("OTS-STUDY-003"),
    /** A search that did not end. Reflux, boil-up. */
    NOT_SETTLED("OTS-STUDY-004");

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
