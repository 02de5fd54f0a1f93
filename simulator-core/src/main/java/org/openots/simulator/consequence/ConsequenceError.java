package org.openots.simulator.consequence;

import org.openots.common.error.ErrorCode;
import org.openots.common.error.OtsException;

/** Mistakes in what a consequence shall be estimated of. */
enum ConsequenceError implements ErrorCode {
    /** A quantity outside of its range: name, value, lowest, highest. */
    OUT_OF_RANGE("OTS-CONS-001");

    private final String code;

    ConsequenceError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.simulator.consequence.ConsequenceMessages";
    }

    /** The value, if it lies in a closed range. */
    static double within(String quantity, double value, double low, double high) {
        if (value >= low && value <= high) {
            return value;
        }
        throw new OtsException(OUT_OF_RANGE, quantity, value, low, high);
    }

    /** The value, if it is finite and greater than zero. */
    static double positive(String quantity, double value) {
        return within(quantity, value, Double.MIN_VALUE, Double.MAX_VALUE);
    }

    /** The value, if it is finite and not negative. */
    static double notNegative(String quantity, double value) {
        return within(quantity, value, 0, Double.MAX_VALUE);
    }
}
