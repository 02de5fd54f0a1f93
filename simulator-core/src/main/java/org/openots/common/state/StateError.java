package org.openots.common.state;

import org.openots.common.error.ErrorCode;

/** Mistakes in saved states. */
public enum StateError implements ErrorCode {
    /** A section mark is not where it should be: name, byte position. */
    STATE_MISMATCH("OTS-STATE-001"),
    /** The state ends too early: length, position. */
    STATE_TOO_SHORT("OTS-STATE-002"),
    /** The state goes on after its end: bytes left. */
    STATE_TOO_LONG("OTS-STATE-003");

    private final String code;

    StateError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.common.state.StateMessages";
    }
}
