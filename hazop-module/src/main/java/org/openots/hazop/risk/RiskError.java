package org.openots.hazop.risk;

import org.openots.common.error.ErrorCode;

/** Mistakes in risk matrices and in figures of layers of protection. */
public enum RiskError implements ErrorCode {
    /** A rating that the matrix does not have: severity, likelihood, matrix, levels of each. */
    NO_CELL("OTS-HAZ-101"),
    /** Neither a matrix of the suite nor a file: name, matrices of the suite. */
    NO_MATRIX("OTS-HAZ-102"),
    /** Bands do not rise, or do not end at the highest score: place, score found, score needed. */
    BANDS("OTS-HAZ-103"),
    /** Ranges of frequency do not follow each other: place, frequency found, frequency needed. */
    FREQUENCIES("OTS-HAZ-104"),
    /** A color that is not written as {@code #RRGGBB}: place, text. */
    COLOR("OTS-HAZ-105"),
    /** A figure of a calculation out of its range: name, value, lowest, highest. */
    OUT_OF_RANGE("OTS-HAZ-106");

    private final String code;

    RiskError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.risk.RiskMessages";
    }
}
