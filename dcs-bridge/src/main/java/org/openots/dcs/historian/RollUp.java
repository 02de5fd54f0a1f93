package org.openots.dcs.historian;

import org.openots.common.signal.Quality.Level;

/**
 * What became of a tag in a stretch of time.
 *
 * @param from its beginning, UTC in ms
 * @param count rows with a number
 * @param min the least of them, NaN when there are none
 * @param max the greatest, NaN when there are none
 * @param sum of all of them
 * @param worst the worst quality of any row
 * @param gap whether a time of which nothing is known begins in it
 */
public record RollUp(long from, int count, double min, double max, double sum, Level worst, boolean gap) {
    /** Nothing yet. */
    static RollUp empty(long from) {
        return new RollUp(from, 0, Double.NaN, Double.NaN, 0, Level.GOOD, false);
    }

    /**
     * The mean.
     *
     * @return sum over count, NaN when there are no rows with a number
     */
    public double mean() {
        return count == 0 ? Double.NaN : sum / count;
    }

    /** With one more row. */
    RollUp with(double value, short mark) {
        boolean number = Double.isFinite(value);
        return new RollUp(
                from,
                count + (number ? 1 : 0),
                number ? least(min, value) : min,
                number ? greatest(max, value) : max,
                number ? sum + value : sum,
                worse(worst, RowMark.level(mark)),
                gap || RowMark.gap(mark));
    }

    /** Both together. */
    RollUp with(RollUp other) {
        return new RollUp(
                from,
                count + other.count,
                least(min, other.min),
                greatest(max, other.max),
                sum + other.sum,
                worse(worst, other.worst),
                gap || other.gap);
    }

    private static double least(double a, double b) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.min(a, b);
    }

    private static double greatest(double a, double b) {
        return Double.isNaN(a) ? b : Double.isNaN(b) ? a : Math.max(a, b);
    }

    private static Level worse(Level a, Level b) {
        return a.compareTo(b) >= 0 ? a : b;
    }
}
