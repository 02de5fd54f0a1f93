package org.openots.common.text;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Texts and numbers as a sentence quotes them: short enough to read. */
public final class Brief {
    private static final int LONGEST = 80;
    private static final String CUT = "…";
    private static final int DECIMALS = 3;

    private Brief() {}

    /**
     * The text, or its beginning when it is long.
     *
     * @param text any text
     * @return at most 80 characters and a mark where something is missing
     */
    public static String of(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end) + CUT;
    }

    /**
     * A number to three decimals, without zeros at its end.
     *
     * @param value a number
     * @return its digits; what is not finite in Java's words
     */
    public static String number(double value) {
        if (!Double.isFinite(value)) {
            return Double.toString(value);
        }
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
