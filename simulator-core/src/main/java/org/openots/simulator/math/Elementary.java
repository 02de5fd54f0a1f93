package org.openots.simulator.math;

import org.hipparchus.util.FastMath;

/**
 * Exponential and logarithm for the kernels that evaluate them a thousand times per tick. Only additions,
 * multiplications and table look-ups, so the bits are the same on every processor and Java version; three to five times
 * quicker than the library's functions, which round the last bit more carefully.
 *
 * <p>Method: table-driven reduction as in P. T. P. Tang, ACM Trans. Math. Softw. 15 (1989) 144 (exponential) and 16
 * (1990) 378 (logarithm).
 */
public final class Elementary {
    /** Size of both tables: 128 intervals, small enough for the first-level cache (1 KiB and 2 KiB). */
    private static final int SIZE = 128;

    private static final int MASK = SIZE - 1;
    private static final int BITS = 7;

    /** 1.5 * 2^52: adding it to a number of moderate size leaves the nearest integer in the low bits. */
    private static final double ROUNDER = 6755399441055744.0;

    /** Beyond it the fast path would leave the range of normal numbers: e^700 is 1e304. */
    private static final double EXPONENT_LIMIT = 700;

    private static final double PER_LN2 = SIZE / StrictMath.log(2);

    /** ln 2 / 128 in two parts; the first has 26 bits, so that its product with an integer below 2^17 is exact. */
    private static final double STEP_HIGH =
            Double.longBitsToDouble(Double.doubleToRawLongBits(StrictMath.log(2) / SIZE) & ~0x7ffffffL);

    /** The rest of ln 2 / 128: ln 2 = 0.693147180559945309417232121458 needs more digits than one double has. */
    private static final double STEP_LOW = (0.6931471805599453 / SIZE - STEP_HIGH) + 2.3190468138462996e-17 / SIZE;

    private static final double[] POWER = powers();
    private static final double[] RECIPROCAL = reciprocals();
    private static final double[] LOGARITHM = logarithms();

    private Elementary() {}

    private static double[] powers() {
        double[] table = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = StrictMath.pow(2, i / (double) SIZE);
        }
        return table;
    }

    /** Short reciprocals of the centres of 128 intervals of 1 to 2; 12 bits make the products with them nearly exact. */
    private static double[] reciprocals() {
        double[] table = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = StrictMath.rint(4096 / (1 + (i + 0.5) / SIZE)) / 4096;
        }
        return table;
    }

    private static double[] logarithms() {
        double[] table = new double[SIZE];
        for (int i = 0; i < SIZE; i++) {
            table[i] = -StrictMath.log(RECIPROCAL[i]);
        }
        return table;
    }

    /**
     * The exponential function.
     *
     * @param x any number
     * @return e^x with a relative error below 4e-16; as the library for |x| above 700 and for NaN
     */
    public static double exp(double x) {
        if (!(x < EXPONENT_LIMIT && x > -EXPONENT_LIMIT)) {
            return FastMath.exp(x);
        }
        double shifted = x * PER_LN2 + ROUNDER;
        double whole = shifted - ROUNDER;
        int k = (int) Double.doubleToRawLongBits(shifted);
        double r = (x - whole * STEP_HIGH) - whole * STEP_LOW;
        double square = r * r;
        double p = r + square * (0.5 + r * (1.0 / 6) + square * (1.0 / 24 + r * (1.0 / 120)));
        double t = POWER[k & MASK];
        return Double.longBitsToDouble(Double.doubleToRawLongBits(t + t * p) + ((long) (k >> BITS) << 52));
    }

    /**
     * The natural logarithm.
     *
     * @param x any number
     * @return ln x with an error below 4e-16 of the larger of 1 and |ln x|; as the library for numbers that are not
     *     positive, normal and finite
     */
    public static double log(double x) {
        long bits = Double.doubleToRawLongBits(x);
        int exponent = (int) (bits >> 52);
        if (exponent <= 0 || exponent >= 2047) {
            return FastMath.log(x);
        }
        double mantissa = Double.longBitsToDouble((bits & 0xfffffffffffffL) | 0x3ff0000000000000L);
        int i = (int) (bits >> (52 - BITS)) & MASK;
        double r = mantissa * RECIPROCAL[i] - 1;
        double square = r * r;
        double tail = (1.0 / 3 - r * 0.25) + square * (0.2 - r * (1.0 / 6) + square * (1.0 / 7));
        return (exponent - 1023) * 0.6931471805599453 + (LOGARITHM[i] + (r + square * (r * tail - 0.5)));
    }
}
