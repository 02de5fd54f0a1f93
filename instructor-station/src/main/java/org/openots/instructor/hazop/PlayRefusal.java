package org.openots.instructor.hazop;

import org.openots.instructor.error.HttpRefusal;

/** Why a row of a worksheet or a scenario of a drill is not played; the sentences are in {@code PlayRefusals}. */
public enum PlayRefusal implements HttpRefusal {
    /** Nothing of the row may be shown yet: row, worksheet. */
    NOT_SCORED("OTS-PLAY-001", 409),
    /** The cause earned no credit, so nobody knows what to play: row. */
    NOT_MATCHED("OTS-PLAY-002", 409),
    /** The simulator has no model of the cause: row. */
    NOT_MODELLED("OTS-PLAY-003", 409),
    /** The study was changed since, or is of no plant of this station: study. */
    OTHER_STUDY("OTS-PLAY-004", 409),
    /** A safeguard that cannot be taken away: number, row. */
    NOT_REMOVABLE("OTS-PLAY-005", 400),
    /** Too many demonstrations wait: how many. */
    BUSY("OTS-PLAY-006", 429),
    /** No such demonstration: id. */
    UNKNOWN("OTS-PLAY-007", 404),
    /** A run in which no safeguard is to be proved: run. */
    NO_TRIAL("OTS-PLAY-008", 409),
    /** The faults may not all have begun yet: when they have, s. */
    TOO_EARLY("OTS-PLAY-009", 409),
    /** What has to be answered before is not: parts. */
    NOT_DIAGNOSED("OTS-PLAY-010", 409);

    private final String code;
    private final int status;

    PlayRefusal(String code, int status) {
        this.code = code;
        this.status = status;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.instructor.hazop.PlayRefusals";
    }

    @Override
    public int status() {
        return status;
    }
}
