package org.openots.hazop.verification;

import org.openots.common.error.ErrorCode;

/** Why a row cannot be played. */
public enum PlayError implements ErrorCode {
    /** No such cause, or one that is not modelled: id. */
    NOT_PLAYABLE("OTS-HAZ-061"),
    /** A safeguard that cannot be taken away: id. */
    CANNOT_BE_DISABLED("OTS-HAZ-062"),
    /** No such signal: name, plant. */
    UNKNOWN_SIGNAL("OTS-HAZ-063"),
    /** A number out of range: name, value, lowest, highest. */
    OUT_OF_RANGE("OTS-HAZ-064");

    private final String code;

    PlayError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.verification.PlayMessages";
    }
}
