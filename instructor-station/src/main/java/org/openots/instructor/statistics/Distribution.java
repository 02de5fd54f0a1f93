package org.openots.instructor.statistics;

import org.apache.commons.math3.stat.descriptive.moment.Kurtosis;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.Skewness;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;
import org.apache.commons.math3.stat.descriptive.rank.Max;
import org.apache.commons.math3.stat.descriptive.rank.Min;
import org.apache.commons.math3.stat.descriptive.rank.Percentile;
import org.apache.commons.math3.stat.descriptive.rank.Percentile.EstimationType;

/**
 * How scores are distributed.
 *
 * @param count how many
 * @param mean mean
 * @param deviation standard deviation of the sample (n - 1); NaN below 2
 * @param least smallest
 * @param lowerQuartile quantile 0.25, of type 7 of Hyndman and Fan as the three quartiles are
 * @param median quantile 0.5
 * @param upperQuartile quantile 0.75
 * @param most largest
 * @param skewness adjusted Fisher-Pearson coefficient; NaN below 3
 * @param kurtosis excess kurtosis of the sample; NaN below 4
 */
public record Distribution(
        int count,
        double mean,
        double deviation,
        double least,
        double lowerQuartile,
        double median,
        double upperQuartile,
        double most,
        double skewness,
        double kurtosis) {
    private static final double LOWER = 25;
    private static final double MIDDLE = 50;
    private static final double UPPER = 75;

    /**
     * Describes scores.
     *
     * @param scores at least one
     * @return the description
     */
    public static Distribution of(double[] scores) {
        if (scores.length == 0) {
            throw new IllegalArgumentException("no scores");
        }
        Percentile quantiles = new Percentile().withEstimationType(EstimationType.R_7);
        quantiles.setData(scores);
        return new Distribution(
                scores.length,
                new Mean().evaluate(scores),
                scores.length < 2 ? Double.NaN : new StandardDeviation().evaluate(scores),
                new Min().evaluate(scores),
                quantiles.evaluate(LOWER),
                quantiles.evaluate(MIDDLE),
                quantiles.evaluate(UPPER),
                new Max().evaluate(scores),
                scores.length < 3 ? Double.NaN : new Skewness().evaluate(scores),
                scores.length < 4 ? Double.NaN : new Kurtosis().evaluate(scores));
    }

    /**
     * Counts scores in classes of equal width; the last class holds its upper end.
     *
     * @param scores the scores
     * @param from lower end of the first class
     * @param to upper end of the last class
     * @param classes how many
     * @return counts; what is outside is in the first or last class
     */
    public static int[] histogram(double[] scores, double from, double to, int classes) {
        int[] counts = new int[classes];
        for (double score : scores) {
            int at = (int) Math.floor((score - from) / (to - from) * classes);
            counts[Math.max(0, Math.min(classes - 1, at))]++;
        }
        return counts;
    }
}
