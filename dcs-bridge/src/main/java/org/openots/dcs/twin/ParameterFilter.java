package org.openots.dcs.twin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.filtering.kalman.Measurement;
import org.hipparchus.filtering.kalman.ProcessEstimate;
import org.hipparchus.filtering.kalman.unscented.UnscentedEvolution;
import org.hipparchus.filtering.kalman.unscented.UnscentedKalmanFilter;
import org.hipparchus.filtering.kalman.unscented.UnscentedProcess;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposer;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.util.FastMath;
import org.hipparchus.util.MerweUnscentedTransform;
import org.jspecify.annotations.Nullable;

/**
 * Follows the parameters of a twin while the rig runs: an unscented Kalman filter whose states are the parameters, as random
 * walks. Each sigma point is a model of its own that follows the rig, so that what a parameter does to the column comes in as
 * slowly as it does; what is still to come of a correction is added to what they show. Scans are averaged over blocks; readings that are not good shrink the measurement; an innovation that
 * is too large (normalised, by chi-square) is left out, unless it stays. For one thread.
 */
public final class ParameterFilter {
    /** Length of a block, s: short against the column, long enough that the filter costs nothing beside the models. */
    public static final double BLOCK = 10;
    /** Chance that a sound innovation is taken for a bad one. */
    private static final double GATE = 1e-4;
    /** So many large innovations in a row are no spike but news. */
    private static final int SPIKES = 3;
    /** What a model of this kind misses changes with the operating point, in about 10 min. */
    private static final double MISS_TIME = 600;
    /** The first covariance is that of the fit, and at least this share of what was known before the fit. */
    private static final double LEAST_START = 0.05;

    /**
     * Time in which a model shows what a new value of a parameter does, s: trays and drum take some 5 min. What has not come
     * yet is added to what the model shows, else a correction would be made again and again until it has: the filter would
     * swing.
     */
    private static final double RESPONSE = 300;

    private static final double HOUR = 3600;

    private final TwinDefinition definition;
    private final int size;
    private final double[] offsets;
    private final double[] variances;
    private final List<TwinModel> models = new ArrayList<>();
    private final UnscentedKalmanFilter<Block> filter;
    private final double[] sums;
    private final int[] counts;
    private final List<double[]> inputs = new ArrayList<>();
    private final List<Double> steps = new ArrayList<>();
    private double blockTime;
    private double time;
    /** What corrections of the parameters will change in the readings of the models, by output. */
    private final double[] coming;
    /** What the models show for each unit of a parameter, by output and parameter. */
    private RealMatrix gains;

    private int large;
    private int refused;
    private double nis = Double.NaN;
    private double[] softValues;
    private double[] softSigmas;

    /** Block means of the outputs that have good values. */
    private record Block(double time, int[] outputs, RealVector value, RealMatrix covariance) implements Measurement {
        @Override
        public double getTime() {
            return time;
        }

        @Override
        public RealVector getValue() {
            return value;
        }

        @Override
        public RealMatrix getCovariance() {
            return covariance;
        }
    }

    /**
     * Starts where a fit ended.
     *
     * @param twin the pack of the twin
     * @param fit what was fitted
     * @param state of the fitted model, from {@link TwinModel#save}
     * @param monitor knows the offsets and spreads of the residuals
     */
    public ParameterFilter(TwinPack twin, FitResult fit, byte[] state, ResidualMonitor monitor) {
        this.definition = twin.definition();
        this.size = definition.parameters().size();
        int outputs = definition.outputs().size();
        this.offsets = new double[outputs];
        this.variances = new double[outputs];
        for (int i = 0; i < outputs; i++) {
            TwinDefinition.Output output = definition.outputs().get(i);
            offsets[i] = monitor.offset(i);
            double block = Math.max(BLOCK, output.everySeconds());
            double slow = monitor.error(i, 1);
            double miss = output.accuracy();
            // spread of a block mean: the long-run spread of a scan, and a miss that many blocks share
            variances[i] = slow * slow / BLOCK * (block / BLOCK) + miss * miss * 2 * MISS_TIME / BLOCK;
        }
        this.sums = new double[outputs];
        this.counts = new int[outputs];
        this.coming = new double[outputs];
        this.gains = MatrixUtils.createRealMatrix(outputs, size);
        RealMatrix covariance = MatrixUtils.createRealMatrix(size, size);
        for (int i = 0; i < size; i++) {
            double least = LEAST_START * definition.parameters().get(i).sigma();
            double sigma = Math.max(least, fit.parameters().get(i).sigma());
            covariance.setEntry(i, i, sigma * sigma);
        }
        for (int i = 0; i < 2 * size + 1; i++) {
            TwinModel model = new TwinModel(twin);
            model.restore(state);
            models.add(model);
        }
        this.softValues = models.get(0).softSensors();
        this.softSigmas = new double[softValues.length];
        this.filter = new UnscentedKalmanFilter<>(
                new CholeskyDecomposer(1e-12, 1e-15),
                new Walk(),
                new ProcessEstimate(0, new ArrayRealVector(fit.values()), covariance),
                new MerweUnscentedTransform(size));
    }

    /**
     * Takes a scan.
     *
     * @param seconds since the scan before, s
     * @param driven readings that drive the models
     * @param rig readings that are compared; NaN where there is no good one
     * @return whether a block is full and the parameters are new
     */
    public boolean take(double seconds, double[] driven, double[] rig) {
        inputs.add(driven.clone());
        steps.add(seconds);
        blockTime += seconds;
        time += seconds;
        for (int i = 0; i < rig.length; i++) {
            boolean follows = definition.outputs().get(i).against() == TwinDefinition.Against.MODEL
                    && definition.outputs().get(i).fitted();
            if (follows && !Double.isNaN(rig[i])) {
                sums[i] += rig[i] - offsets[i];
                counts[i]++;
            }
        }
        if (blockTime < BLOCK) {
            return false;
        }
        close();
        return true;
    }

    private void close() {
        int[] used = IntStream.range(0, sums.length).filter(i -> counts[i] > 0).toArray();
        RealVector value = new ArrayRealVector(used.length);
        RealMatrix covariance = new Array2DRowRealMatrix(Math.max(1, used.length), Math.max(1, used.length));
        for (int i = 0; i < used.length; i++) {
            value.setEntry(i, sums[used[i]] / counts[used[i]]);
            covariance.setEntry(i, i, variances[used[i]]);
        }
        double forgotten = -FastMath.expm1(-blockTime / RESPONSE);
        for (int i = 0; i < coming.length; i++) {
            coming[i] -= forgotten * coming[i];
        }
        if (used.length > 0) {
            RealVector before = filter.getCorrected().getState();
            filter.estimationStep(new Block(time, used, value, covariance));
            expect(filter.getCorrected().getState().subtract(before));
        } else {
            models.forEach(this::follow);
        }
        Arrays.fill(sums, 0);
        Arrays.fill(counts, 0);
        inputs.clear();
        steps.clear();
        blockTime = 0;
    }

    /** What the models will show of a correction, and do not show yet. */
    private void expect(RealVector step) {
        for (int i = 0; i < coming.length; i++) {
            coming[i] += gains.getRowVector(i).dotProduct(step);
        }
    }

    /** Lets a model follow the block; means of its readings. */
    private double[] follow(TwinModel model) {
        double[] means = new double[sums.length];
        for (int i = 0; i < inputs.size(); i++) {
            model.drive(inputs.get(i));
            model.advance(steps.get(i));
            double[] outputs = model.outputs();
            for (int k = 0; k < means.length; k++) {
                means[k] += outputs[k] / inputs.size();
            }
        }
        return means;
    }

    /** What the models show for a parameter, from each pair of points that differ along one direction. */
    private void learn(RealVector[] points, double[][] means) {
        RealMatrix spreads = MatrixUtils.createRealMatrix(size, size);
        RealMatrix shown = MatrixUtils.createRealMatrix(coming.length, size);
        for (int k = 0; k < size; k++) {
            spreads.setColumnVector(k, points[1 + k].subtract(points[1 + size + k]));
            for (int i = 0; i < coming.length; i++) {
                shown.setEntry(i, k, means[1 + k][i] - means[1 + size + k][i]);
            }
        }
        gains = shown.multiply(new LUDecomposition(spreads).getSolver().getInverse());
    }

    /** Parameters walk at random; what they do is what the models show. */
    private final class Walk implements UnscentedProcess<Block> {
        @Override
        public UnscentedEvolution getEvolution(double before, RealVector[] points, Block block) {
            return new UnscentedEvolution(block.getTime(), points);
        }

        @Override
        public RealMatrix getProcessNoiseMatrix(double before, RealVector state, Block block) {
            RealMatrix noise = MatrixUtils.createRealMatrix(size, size);
            for (int i = 0; i < size; i++) {
                double walk = definition.parameters().get(i).walk();
                noise.setEntry(i, i, walk * walk * (block.getTime() - before) / HOUR);
            }
            return noise;
        }

        @Override
        public RealVector[] getPredictedMeasurements(RealVector[] points, Block block) {
            RealVector[] predicted = new RealVector[points.length];
            double[][] means = new double[points.length][];
            for (int point = 0; point < points.length; point++) {
                TwinModel model = models.get(point);
                model.parameters(points[point].toArray());
                means[point] = follow(model);
                predicted[point] = new ArrayRealVector(block.outputs().length);
                for (int i = 0; i < block.outputs().length; i++) {
                    predicted[point].setEntry(i, means[point][block.outputs()[i]] + coming[block.outputs()[i]]);
                }
            }
            learn(points, means);
            sense();
            return predicted;
        }

        @Override
        public @Nullable RealVector getInnovation(
                Block block, RealVector predicted, RealVector state, RealMatrix innovationCovariance) {
            RealVector innovation = block.getValue().subtract(predicted);
            nis = innovation.dotProduct(
                    new QRDecomposition(innovationCovariance).getSolver().solve(innovation));
            double gate = new ChiSquaredDistribution(innovation.getDimension()).inverseCumulativeProbability(1 - GATE);
            large = nis > gate ? large + 1 : 0;
            if (large > 0 && large <= SPIKES) {
                refused++;
                return null; // as the library wants it: the measurement is left out
            }
            return innovation;
        }
    }

    /** Estimates of what is not measured: means over the sigma points, and how far these differ. */
    private void sense() {
        MerweUnscentedTransform transform = new MerweUnscentedTransform(size);
        double[] mean = new double[softValues.length];
        double[] square = new double[softValues.length];
        for (int point = 0; point < models.size(); point++) {
            double[] values = models.get(point).softSensors();
            for (int i = 0; i < mean.length; i++) {
                mean[i] += transform.getWm().getEntry(point) * values[i];
            }
        }
        for (int point = 0; point < models.size(); point++) {
            double[] values = models.get(point).softSensors();
            for (int i = 0; i < mean.length; i++) {
                double off = values[i] - mean[i];
                square[i] += transform.getWc().getEntry(point) * off * off;
            }
        }
        softValues = mean;
        softSigmas = new double[mean.length];
        for (int i = 0; i < mean.length; i++) {
            double accuracy = definition.softSensors().get(i).accuracy();
            softSigmas[i] = FastMath.sqrt(Math.max(0, square[i]) + accuracy * accuracy);
        }
    }

    /**
     * The parameters now.
     *
     * @return estimates with their standard deviations; all identifiable that the random walk has not made uncertain
     */
    public List<FitResult.Estimate> estimates() {
        ProcessEstimate now = filter.getCorrected();
        List<FitResult.Estimate> all = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            TwinDefinition.Parameter parameter = definition.parameters().get(i);
            double value = parameter.bounded(now.getState().getEntry(i));
            double sigma = FastMath.sqrt(now.getCovariance().getEntry(i, i));
            all.add(new FitResult.Estimate(parameter.id(), value, sigma, sigma / value <= 0.5));
        }
        return all;
    }

    /**
     * Estimates of what is not measured.
     *
     * @return one a soft sensor, in its unit
     */
    public double[] softValues() {
        return softValues.clone();
    }

    /**
     * How uncertain they are.
     *
     * @return standard deviations, one a soft sensor
     */
    public double[] softSigmas() {
        return softSigmas.clone();
    }

    /**
     * Blocks that were left out as spikes.
     *
     * @return the count
     */
    public int refused() {
        return refused;
    }

    /**
     * Normalised innovation squared of the last block.
     *
     * @return dimensionless; NaN before the first block
     */
    public double innovationSquared() {
        return nis;
    }
}
