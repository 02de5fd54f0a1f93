package org.openots.instructor.headless;

import java.math.BigDecimal;
import org.openots.common.error.OtsException;
import org.openots.common.unit.Units;

/** Numbers on the command line. */
final class Numbers {
    private Numbers() {}

    /**
     * Reads a number.
     *
     * @param option as messages call it
     * @param text as typed
     * @return a finite number
     * @throws OtsException if it is none
     */
    static double read(String option, String text) {
        double value = Units.decimal(text.trim());
        if (Double.isFinite(value)) {
            return value;
        }
        throw new OtsException(HeadlessError.NOT_A_NUMBER, option, text);
    }

    /**
     * Checks a number.
     *
     * @param option as messages call it
     * @param value the number
     * @param low smallest allowed
     * @param high largest allowed
     * @return the number
     * @throws OtsException if it lies outside or is NaN
     */
    static double within(String option, double value, double low, double high) {
        if (value >= low && value <= high) {
            return value;
        }
        throw new OtsException(HeadlessError.NUMBER_RANGE, option, plain(value), plain(low), plain(high));
    }

    /** A number without an exponent. */
    static String plain(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).stripTrailingZeros().toPlainString()
                : Double.toString(value);
    }
}
