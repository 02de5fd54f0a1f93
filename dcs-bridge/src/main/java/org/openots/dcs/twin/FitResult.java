package org.openots.dcs.twin;

import java.util.List;

/**
 * What a fit found.
 *
 * @param parameters one a parameter, in the order of the definition
 * @param condition condition number of what the data alone say of the parameters, each in units of what was known before
 * @param rootMeanSquare of the weighted differences of block means; near 1 when the accuracies of the definition are right
 * @param evaluations runs of the model
 */
public record FitResult(List<Estimate> parameters, double condition, double rootMeanSquare, int evaluations) {
    /** Keeps an unmodifiable copy. */
    public FitResult {
        parameters = List.copyOf(parameters);
    }

    /**
     * A parameter that was estimated.
     *
     * @param id of the parameter
     * @param value the estimate
     * @param sigma its standard deviation, with what was known before
     * @param identifiable false when the data say too little of it: standard deviation by the data alone above half of the
     *     value, or a condition number above 1e8
     */
    public record Estimate(String id, double value, double sigma, boolean identifiable) {}

    /**
     * The estimates alone.
     *
     * @return one a parameter
     */
    public double[] values() {
        return parameters.stream().mapToDouble(Estimate::value).toArray();
    }
}
