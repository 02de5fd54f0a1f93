package org.openots.dcs.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.util.FastMath;
import org.openots.common.error.OtsException;

/**
 * Fits the parameters of a twin to a record of the rig: weighted least squares by Levenberg and Marquardt, with what was known
 * before as further measurements.
 *
 * <p>What costs is running the model, so it is run as little as possible. A first search compares the means of the record with
 * steady states at its mean inputs; the derivatives are differences of these. A second one begins where that ended, follows
 * the record scan by scan and compares block means; its derivatives are those of the steady states. Both are corrected by
 * Broyden's rule after each step. A record that is steady leaves the second search nothing but to see that it is; one that
 * is not costs it some runs.
 */
public final class ParameterFit {
    /** Length of a block, s: longer than the wandering of readings, shorter than the plant's slow motions. */
    public static final double BLOCK = 300;
    /** Shortest record, s: two blocks. */
    public static final double SHORTEST = 2 * BLOCK;
    /** What the model gets to settle at steady inputs, s: the trays take 10 to 20 min. */
    private static final double SETTLE = 1800;
    /** What it gets before it follows the record, from the steady state at its mean inputs, s. */
    private static final double SETTLE_NEAR = 1200;
    /** Data alone must know a parameter to half of its value. */
    private static final double WORST_SIGMA = 0.5;

    private static final double WORST_CONDITION = 1e8;

    private final TwinPack twin;
    private final TwinDefinition definition;
    private final RigRecord record;
    private final int blocks;
    private final int size;
    private final TwinModel model;
    private byte[] base;
    private double[] last = {};
    private double[][] track = {};

    /**
     * A fit.
     *
     * @param twin the pack of the twin
     * @param record what the rig showed
     * @throws OtsException if it is too short
     */
    public ParameterFit(TwinPack twin, RigRecord record) {
        if (record.seconds() < SHORTEST - 1) {
            throw new OtsException(TwinError.RECORD_TOO_SHORT, Math.round(record.seconds()), Math.round(SHORTEST));
        }
        this.twin = twin;
        this.definition = twin.definition();
        this.record = record;
        this.size = definition.parameters().size();
        this.blocks = (int) Math.max(2, Math.round(record.seconds() / BLOCK));
        this.model = new TwinModel(twin);
        this.base = model.save();
    }

    /**
     * Fits.
     *
     * @return the estimates
     */
    public FitResult fit() {
        FitSearch steady = new FitSearch(
                point -> settled(model, point),
                point -> settled(new TwinModel(twin), point),
                this::valid,
                scaled(definition.startValues()));
        RealMatrix derivatives = steady.derivatives();
        RealVector near = steady.search().point();
        base = model.save();
        FitSearch whole =
                new FitSearch(this::along, this::valid, near, spread(steady.derivatives()), steady.uncertain());
        FitSearch.Found found = whole.search();
        return result(found, derivatives, steady.runs() + whole.runs());
    }

    /** Differences of the means of the record from the steady state at its mean inputs, in units of their uncertainty. */
    private RealVector settled(TwinModel own, RealVector point) {
        own.restore(base);
        own.parameters(unscaled(point));
        own.drive(record.meanInputs(0, record.size()));
        own.advance(SETTLE);
        double[] state = own.outputs();
        return differences(row -> state, 1);
    }

    /** Differences of block means along the record. */
    private RealVector along(RealVector point) {
        double[][] outputs = run(unscaled(point));
        return differences(row -> outputs[row], blocks);
    }

    private double[][] run(double[] values) {
        model.restore(base);
        model.parameters(values);
        model.drive(record.meanInputs(0, record.size() / blocks));
        model.advance(SETTLE_NEAR);
        track = follow(model, record);
        last = model.parameters();
        return track;
    }

    /** Derivatives of block means from those of the mean of all: the same in each block, which counts for less. */
    private RealMatrix spread(RealMatrix steady) {
        int outputs = definition.outputs().size();
        RealMatrix all = new Array2DRowRealMatrix(blocks * outputs + size, size);
        for (int row = 0; row < blocks * outputs; row++) {
            all.setRowVector(row, steady.getRowVector(row % outputs).mapDivide(FastMath.sqrt(blocks)));
        }
        all.setSubMatrix(
                steady.getSubMatrix(outputs, outputs + size - 1, 0, size - 1).getData(), blocks * outputs, 0);
        return all;
    }

    private RealVector scaled(double[] values) {
        RealVector scaled = new ArrayRealVector(size);
        for (int i = 0; i < size; i++) {
            TwinDefinition.Parameter parameter = definition.parameters().get(i);
            scaled.setEntry(i, (values[i] - parameter.start()) / parameter.sigma());
        }
        return scaled;
    }

    private double[] unscaled(RealVector point) {
        double[] values = new double[size];
        for (int i = 0; i < size; i++) {
            TwinDefinition.Parameter parameter = definition.parameters().get(i);
            values[i] = parameter.bounded(parameter.start() + parameter.sigma() * point.getEntry(i));
        }
        return values;
    }

    private RealVector valid(RealVector point) {
        return scaled(unscaled(point));
    }

    /** Lets a model follow a record; its readings by scan. */
    static double[][] follow(TwinModel model, RigRecord record) {
        double[][] outputs = new double[record.size()][];
        double before = record.time(0) - 1;
        for (int row = 0; row < record.size(); row++) {
            model.drive(record.inputs(row));
            model.advance(record.time(row) - before);
            before = record.time(row);
            outputs[row] = model.outputs();
        }
        return outputs;
    }

    /** Readings of the model at a scan. */
    private interface Shown {
        double[] at(int row);
    }

    /**
     * Differences of block means in units of their uncertainty, rig less model; 0 where a block has no good value and for
     * outputs that parameters are not fitted to.
     */
    private RealVector differences(Shown shown, int parts) {
        int outputs = definition.outputs().size();
        double[] result = new double[parts * outputs];
        for (int block = 0; block < parts; block++) {
            double[] sum = new double[outputs];
            int[] count = new int[outputs];
            for (int row = block * record.size() / parts; row < (block + 1) * record.size() / parts; row++) {
                double[] rig = record.outputs(row);
                double[] other = shown.at(row);
                for (int i = 0; i < outputs; i++) {
                    double difference = rig[i] - other[i];
                    if (!Double.isNaN(difference)) {
                        sum[i] += difference;
                        count[i]++;
                    }
                }
            }
            for (int i = 0; i < outputs; i++) {
                TwinDefinition.Output output = definition.outputs().get(i);
                // what a model of this kind misses is the same in all blocks, so that all together count as one
                // measurement
                double sigma = output.accuracy() * FastMath.sqrt(parts);
                boolean counts = output.fitted() && count[i] > 0;
                result[block * outputs + i] = counts ? sum[i] / count[i] / sigma : 0;
            }
        }
        return new ArrayRealVector(result, false);
    }

    private FitResult result(FitSearch.Found best, RealMatrix derivatives, int runs) {
        RealVector misses = best.value().getSubVector(0, best.value().getDimension() - size);
        RealMatrix told = derivatives.getSubMatrix(0, derivatives.getRowDimension() - size - 1, 0, size - 1);
        RealMatrix information = told.transposeMultiply(told);
        SingularValueDecomposition alone = new SingularValueDecomposition(information);
        double condition = FastMath.sqrt(alone.getConditionNumber());
        RealMatrix covariance = new SingularValueDecomposition(derivatives.transposeMultiply(derivatives))
                .getSolver()
                .getInverse();
        long used = definition.outputs().stream()
                .filter(TwinDefinition.Output::fitted)
                .count();
        double rms = FastMath.sqrt(misses.dotProduct(misses) / Math.max(1, used - size));
        // what the model misses more than its accuracy says makes the estimates as much more uncertain
        double worse = Math.max(1, rms);
        double[] values = unscaled(best.point());
        boolean singular = !alone.getSolver().isNonSingular();
        RealMatrix own = singular ? covariance : alone.getSolver().getInverse();
        List<FitResult.Estimate> estimates = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            TwinDefinition.Parameter parameter = definition.parameters().get(i);
            double byData = worse * parameter.sigma() * FastMath.sqrt(own.getEntry(i, i));
            boolean identifiable = !singular && condition <= WORST_CONDITION && byData / values[i] <= WORST_SIGMA;
            double sigma = Math.min(1, worse * FastMath.sqrt(covariance.getEntry(i, i))) * parameter.sigma();
            estimates.add(new FitResult.Estimate(parameter.id(), values[i], sigma, identifiable));
        }
        return new FitResult(estimates, condition, rms, runs);
    }

    /**
     * A model that stands where the record ended, with the fitted parameters.
     *
     * @param result of {@link #fit}
     * @return the model and what it showed along the record
     */
    public Fitted fitted(FitResult result) {
        double[][] outputs = Arrays.equals(last, result.values()) ? track : run(result.values());
        return new Fitted(model, outputs);
    }

    /**
     * A model that follows the rig.
     *
     * @param model at the end of the record
     * @param outputs its readings along the record, by scan and output
     */
    public record Fitted(TwinModel model, double[][] outputs) {}
}
