package org.openots.instructor.statistics;

import java.util.Optional;
import org.apache.commons.math3.distribution.TDistribution;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Variance;

/**
 * Whether two groups did equally well: two one-sided tests (Schuirmann 1987) with Welch's degrees of freedom. Groups are called
 * equal only when that is shown; a difference that is not significant shows nothing.
 *
 * @param first people in the first group
 * @param second people in the second group
 * @param difference mean of the first less mean of the second, points
 * @param error standard error of the difference, points
 * @param freedom Welch's degrees of freedom
 * @param margin largest difference that does not matter, points
 * @param low lower end of the 90 % interval of the difference, which belongs to two tests at 5 %
 * @param high upper end
 * @param equivalence p of the larger of the two one-sided tests: equal when below 0.05
 * @param inequality p of Welch's two-sided test: different when below 0.05
 */
public record Comparison(
        int first,
        int second,
        double difference,
        double error,
        double freedom,
        double margin,
        double low,
        double high,
        double equivalence,
        double inequality) {
    private static final double LEVEL = 0.05;
    /** Of the quantiles of the distribution; the library's own default is 1e-9. */
    private static final double QUANTILE = 1e-14;

    /** What the numbers allow to say. */
    public enum Verdict {
        /** The difference is within the margin. */
        EQUAL,
        /** There is a difference, and it may matter. */
        DIFFERENT,
        /** Neither is shown: more people are needed. */
        NOT_SHOWN
    }

    /**
     * Compares two groups.
     *
     * @param a scores of the first
     * @param b scores of the second
     * @param margin largest difference that does not matter, points, above 0
     * @return the comparison; nothing when a group has fewer than two people or neither varies
     */
    public static Optional<Comparison> of(double[] a, double[] b, double margin) {
        if (!(margin > 0)) {
            throw new IllegalArgumentException("a margin of " + margin + " points; it is above 0");
        }
        if (a.length < 2 || b.length < 2) {
            return Optional.empty();
        }
        double va = new Variance().evaluate(a) / a.length;
        double vb = new Variance().evaluate(b) / b.length;
        double error = Math.sqrt(va + vb);
        if (!(error > 0)) {
            return Optional.empty();
        }
        double freedom = (va + vb) * (va + vb) / (va * va / (a.length - 1) + vb * vb / (b.length - 1));
        TDistribution t = new TDistribution(null, freedom, QUANTILE);
        double difference = new Mean().evaluate(a) - new Mean().evaluate(b);
        double half = -t.inverseCumulativeProbability(LEVEL) * error;
        double above = t.cumulativeProbability(-(difference + margin) / error);
        double below = t.cumulativeProbability((difference - margin) / error);
        return Optional.of(new Comparison(
                a.length,
                b.length,
                difference,
                error,
                freedom,
                margin,
                difference - half,
                difference + half,
                Math.max(above, below),
                2 * t.cumulativeProbability(-Math.abs(difference) / error)));
    }

    /**
     * What can be said.
     *
     * @return equal when equivalence is shown, even if there is a small difference
     */
    public Verdict verdict() {
        if (equivalence < LEVEL) {
            return Verdict.EQUAL;
        }
        return inequality < LEVEL ? Verdict.DIFFERENT : Verdict.NOT_SHOWN;
    }
}
