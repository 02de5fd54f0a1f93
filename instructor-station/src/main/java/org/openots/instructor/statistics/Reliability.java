package org.openots.instructor.statistics;

import java.util.Optional;
import org.apache.commons.math3.distribution.FDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * How far a second sitting would give the same scores.
 *
 * @param alpha Cronbach's alpha (Cronbach 1951)
 * @param low lower end of its 95 % interval (Feldt 1965)
 * @param high upper end
 * @param kr20 Kuder-Richardson 20, when every item gives all of its points or none; equal to alpha computed with variances of n
 * @param error standard error of measurement, points
 */
public record Reliability(double alpha, double low, double high, Optional<Double> kr20, double error) {
    /** With fewer people the interval is so wide that a number would mislead. */
    public static final int FEWEST = 30;

    /** Of the two-sided interval of 95 %. */
    private static final double TAIL = 0.025;

    private static final double ROUNDING = 1e-9;
    /** Of the quantiles of the distribution; the library's own default is 1e-9. */
    private static final double QUANTILE = 1e-14;

    /**
     * Estimates the reliability of totals.
     *
     * @param table points
     * @return the estimate; nothing for fewer than {@link #FEWEST} people, fewer than two items, or totals that do not vary
     */
    public static Optional<Reliability> of(ScoreTable table) {
        int n = table.rows();
        int k = table.columns();
        if (n < FEWEST || k < 2) {
            return Optional.empty();
        }
        double[] totals = table.totals();
        double whole = new Variance().evaluate(totals);
        if (!(whole > ROUNDING)) {
            return Optional.empty();
        }
        double parts = 0;
        for (int j = 0; j < k; j++) {
            parts += new Variance().evaluate(table.column(j));
        }
        double alpha = k / (k - 1.0) * (1 - parts / whole);
        double between = n - 1.0;
        FDistribution f = new FDistribution(null, between, between * (k - 1), QUANTILE);
        double low = 1 - (1 - alpha) * f.inverseCumulativeProbability(1 - TAIL);
        double high = 1 - (1 - alpha) * f.inverseCumulativeProbability(TAIL);
        double error = Math.sqrt(whole) * Math.sqrt(Math.max(0, 1 - alpha));
        return Optional.of(new Reliability(alpha, low, high, kr20(table, totals), error));
    }

    private static Optional<Double> kr20(ScoreTable table, double[] totals) {
        int n = table.rows();
        int k = table.columns();
        double most = table.items().get(0).most();
        double parts = 0;
        for (int j = 0; j < k; j++) {
            if (Math.abs(table.items().get(j).most() - most) > ROUNDING) {
                return Optional.empty();
            }
            double right = 0;
            for (double points : table.column(j)) {
                if (Math.abs(points) > ROUNDING && Math.abs(points - most) > ROUNDING) {
                    return Optional.empty();
                }
                right += points > ROUNDING ? 1 : 0;
            }
            double share = right / n;
            parts += share * (1 - share);
        }
        double whole = new Variance(false).evaluate(totals) / (most * most);
        return Optional.of(k / (k - 1.0) * (1 - parts / whole));
    }
}
