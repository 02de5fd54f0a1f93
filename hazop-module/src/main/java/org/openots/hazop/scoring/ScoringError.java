package org.openots.hazop.scoring;

import org.openots.common.error.ErrorCode;

/** Mistakes in what the scorer is asked. */
public enum ScoringError implements ErrorCode {
    /** 0 the deviation, 1 those there are. */
    NO_DEVIATION("OTS-HAZ-111"),
    /** 0 file, 1 line, 2 what is wrong. */
    BAD_LINE("OTS-HAZ-112"),
    /** 0 file and line, 1 the column, 2 those there are. */
    NO_COLUMN("OTS-HAZ-113"),
    /** 0 file and line, 1 the id, 2 the deviation. */
    NO_KEY_ITEM("OTS-HAZ-114"),
    /** 0 what went wrong. */
    NO_EMBEDDING("OTS-HAZ-115");

    private final String code;

    ScoringError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.scoring.ScoringMessages";
    }
}
