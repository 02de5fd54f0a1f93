package org.openots.instructor.headless.trend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/** Round numbers on an axis: steps of 1, 2 or 5 times a power of ten for values, of a clock for times. */
final class AxisTicks {
    private static final int[] ROUND = {1, 2, 5, 10};

    /** Steps of a time axis, s: those of a clock. */
    private static final int[] CLOCK = {1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14_400, 28_800};

    private static final int MINUTE = 60;
    private static final int HOUR = 3600;

    /** From here on a time axis counts hours, s. */
    private static final double LONG = 4 * 3600.0;

    /**
     * A place on an axis.
     *
     * @param at value, or time in s
     * @param label as written beside it
     */
    record Tick(double at, String label) {}

    private AxisTicks() {}

    /**
     * Ticks of values.
     *
     * @param low lower end
     * @param high upper end, above it
     * @param most how many at most
     * @return from low to high
     */
    static List<Tick> values(double low, double high, int most) {
        BigDecimal step = step(high - low, most);
        BigDecimal at =
                BigDecimal.valueOf(low).divide(step, 0, RoundingMode.CEILING).multiply(step);
        int decimals = Math.max(0, step.stripTrailingZeros().scale());
        List<Tick> ticks = new ArrayList<>();
        while (at.doubleValue() <= high) {
            ticks.add(new Tick(
                    at.doubleValue(),
                    minus(at.setScale(decimals, RoundingMode.HALF_UP).toPlainString())));
            at = at.add(step);
        }
        return ticks;
    }

    /** The smallest round step that needs at most so many ticks. */
    private static BigDecimal step(double span, int most) {
        BigDecimal least = BigDecimal.valueOf(span).divide(BigDecimal.valueOf(most), MathContext.DECIMAL64);
        int power = least.precision() - least.scale() - 1;
        for (int factor : ROUND) {
            BigDecimal step = BigDecimal.valueOf(factor).scaleByPowerOfTen(power);
            if (step.compareTo(least) >= 0) {
                return step;
            }
        }
        return BigDecimal.ONE.scaleByPowerOfTen(power + 1);
    }

    /**
     * Ticks of a time axis from 0 on, in minutes, in hours if it is long.
     *
     * @param seconds its length
     * @param most how many at most
     * @return from 0 to its end
     */
    static List<Tick> times(double seconds, int most) {
        int step = CLOCK[CLOCK.length - 1];
        for (int i = CLOCK.length - 1; i >= 0 && seconds / CLOCK[i] <= most; i--) {
            step = CLOCK[i];
        }
        int unit = hours(seconds) ? HOUR : MINUTE;
        List<Tick> ticks = new ArrayList<>();
        for (long at = 0; at <= seconds; at += step) {
            BigDecimal number = BigDecimal.valueOf(at).divide(BigDecimal.valueOf(unit), 2, RoundingMode.HALF_UP);
            ticks.add(new Tick(at, number.stripTrailingZeros().toPlainString()));
        }
        return ticks;
    }

    /** Whether a time axis of this length counts hours. */
    static boolean hours(double seconds) {
        return seconds > LONG;
    }

    /** With the minus sign of people, U+2212. */
    static String minus(String number) {
        return number.replace('-', '\u2212');
    }
}
