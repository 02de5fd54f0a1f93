package org.openots.simulator.thermo;

import java.util.Arrays;

/** A polynomial c0 + c1 T + c2 T^2 + ... evaluated by Horner's rule, always in the same order. */
public final class Polynomial {
    private final double[] coefficients;

    /**
     * Creates a polynomial.
     *
     * @param coefficients lowest power first; at least one
     */
    public Polynomial(double... coefficients) {
        this.coefficients = coefficients.clone();
    }

    /**
     * The value.
     *
     * @param t argument, K
     * @return value in the unit of the coefficients
     */
    public double value(double t) {
        double sum = coefficients[coefficients.length - 1];
        for (int i = coefficients.length - 2; i >= 0; i--) {
            sum = sum * t + coefficients[i];
        }
        return sum;
    }

    /**
     * The integral from a reference.
     *
     * @param reference lower limit, K; the new polynomial is zero there
     * @return the antiderivative
     */
    public Polynomial integralFrom(double reference) {
        double[] raised = new double[coefficients.length + 1];
        for (int i = 0; i < coefficients.length; i++) {
            raised[i + 1] = coefficients[i] / (i + 1);
        }
        raised[0] = 0;
        raised[0] = -new Polynomial(raised).value(reference);
        return new Polynomial(raised);
    }

    /**
     * This polynomial with a constant added.
     *
     * @param constant in the unit of the value
     * @return the sum
     */
    public Polynomial plus(double constant) {
        double[] shifted = coefficients.clone();
        shifted[0] += constant;
        return new Polynomial(shifted);
    }

    /**
     * This polynomial times a factor.
     *
     * @param factor any number
     * @return the product
     */
    public Polynomial times(double factor) {
        return new Polynomial(Arrays.stream(coefficients).map(c -> c * factor).toArray());
    }

    /**
     * Copies the coefficients into a table.
     *
     * @param table where to
     * @param at first position
     * @param length places to fill; missing powers become zero
     * @throws IllegalArgumentException if there are more coefficients than places
     */
    public void copyTo(double[] table, int at, int length) {
        if (coefficients.length > length) {
            throw new IllegalArgumentException("polynomial has " + coefficients.length + " terms, room for " + length);
        }
        Arrays.fill(table, at, at + length, 0);
        System.arraycopy(coefficients, 0, table, at, coefficients.length);
    }
}
