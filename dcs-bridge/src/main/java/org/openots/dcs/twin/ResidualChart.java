package org.openots.dcs.twin;

import java.util.Arrays;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.util.FastMath;

/**
 * The chart of one output: what of its residual the calibration saw is taken off, the rest is prewhitened as an
 * autoregression of first order and summed to both sides (two-sided CUSUM).
 */
final class ResidualChart {
    /** Most of the last residual that is expected to be there in the next: 0.98, a memory of 50 samples. */
    private static final double LONGEST_MEMORY = 0.98;
    /** Samples of a batch for the slow part of the spread: shorter and longer than readings wander. */
    private static final int[] BATCHES = {30, 120};
    /** Fewer batches, or samples, than this say nothing of a spread. */
    static final int FEWEST = 8;
    /**
     * Time in which an offset follows a residual that creeps, s: the wandering of meters that drive both goes through the
     * column, which forgets in half an hour. What a fault does is quicker.
     */
    private static final double CREEP = 1800;
    /**
     * Share of the accuracy below which a spread is none: a reading whose residual hardly moves in the calibration would
     * alarm at every breath of air.
     */
    private static final double LEAST_SPREAD = 0.05;
    /**
     * Confidence that a spread is no larger than the one that is used: an hour has 60 values of an analyser, and a limit of 13
     * of a spread that is a tenth too small is passed ten times as often.
     */
    private static final double CONFIDENCE = 0.95;
    /** A sum stays within this multiple of the limit, so that an alarm ends soon after its cause. */
    private static final double MOST_SUM = 2;

    private final double limit;
    private final double every;
    private final double accuracy;
    private final ResidualMonitor.Chart base;
    private double offset;
    private double last = Double.NaN;
    private double lastTime = Double.NEGATIVE_INFINITY;
    private double white;
    private double learned;
    private int lessons;
    private double up;
    private double down;

    /**
     * A chart that was calibrated.
     *
     * @param output what is compared
     * @param base what the calibration found
     * @param limit of the sums, sigma
     */
    ResidualChart(TwinDefinition.Output output, ResidualMonitor.Chart base, double limit) {
        this.limit = limit;
        this.every = output.everySeconds();
        this.accuracy = output.accuracy();
        this.base = base;
        this.offset = base.offset();
    }

    /**
     * Calibrates.
     *
     * @param output what is compared
     * @param times of the scans, s
     * @param residuals of the scans, rig less model; NaN where there is none
     * @return what the residuals are without a fault
     */
    static ResidualMonitor.Chart calibrate(TwinDefinition.Output output, double[] times, double[] residuals) {
        double[] samples = samples(output.everySeconds(), times, residuals);
        double offset = mean(samples);
        double least = LEAST_SPREAD * output.accuracy();
        double variance = covariance(samples, 0);
        double memory = variance > 0 ? Math.max(0, Math.min(LONGEST_MEMORY, covariance(samples, 1) / variance)) : 0;
        double[] whitened = new double[Math.max(0, samples.length - 1)];
        for (int i = 0; i < whitened.length; i++) {
            whitened[i] = samples[i + 1] - offset - memory * (samples[i] - offset);
        }
        double spread = Math.max(least * (1 - memory), FastMath.sqrt(covariance(whitened, 0)) * doubt(whitened.length));
        for (int batch : BATCHES) {
            spread = Math.max(spread, slow(whitened, batch));
        }
        return new ResidualMonitor.Chart(
                samples.length, offset, Math.max(least, FastMath.sqrt(variance)), memory, spread);
    }

    /** How much larger a spread may be than the one that so many samples show. */
    private static double doubt(int samples) {
        if (samples < 2) {
            return 1;
        }
        double least = new ChiSquaredDistribution(samples - 1).inverseCumulativeProbability(1 - CONFIDENCE);
        return FastMath.sqrt((samples - 1) / least);
    }

    private static double[] samples(double every, double[] times, double[] residuals) {
        double[] samples = new double[residuals.length];
        int count = 0;
        double before = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < residuals.length; i++) {
            if (!Double.isNaN(residuals[i]) && times[i] - before >= every) {
                samples[count++] = residuals[i];
                before = times[i];
            }
        }
        return Arrays.copyOf(samples, count);
    }

    private static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.length > 0 ? sum / values.length : 0;
    }

    private static double covariance(double[] values, int lag) {
        double mean = mean(values);
        double sum = 0;
        for (int i = lag; i < values.length; i++) {
            sum += (values[i] - mean) * (values[i - lag] - mean);
        }
        return values.length > 0 ? sum / values.length : 0;
    }

    /**
     * Spread of one sample that would make batch means spread as they do. Sums of what is not quite white spread by this one
     * (Johnson and Bagshaw, Technometrics 16 (1974) 103), so it sets the limit.
     */
    private static double slow(double[] whitened, int batch) {
        int batches = whitened.length / batch;
        if (batches < FEWEST) {
            return 0;
        }
        double[] means = new double[batches];
        for (int i = 0; i < batches * batch; i++) {
            means[i / batch] += whitened[i] / batch;
        }
        return FastMath.sqrt(covariance(means, 0) * batch);
    }

    /** Forgets what it saw since the calibration. */
    void reset() {
        offset = base.offset();
        pause();
    }

    /** Takes a residual of a time in which nothing is watched; NaN changes nothing. */
    void learn(double residual) {
        if (!Double.isNaN(residual)) {
            learned += residual;
            lessons++;
        }
    }

    /** Moves the offset to the mean of what was learned, by no more than the model may miss at another operating point. */
    void adopt() {
        if (lessons >= FEWEST) {
            double shift = learned / lessons - offset;
            offset += Math.max(-accuracy, Math.min(accuracy, shift));
        }
        learned = 0;
        lessons = 0;
    }

    /** Forgets its sums and what came last, after a time in which nothing was compared; the offset stays. */
    void pause() {
        learned = 0;
        lessons = 0;
        last = Double.NaN;
        lastTime = Double.NEGATIVE_INFINITY;
        white = 0;
        up = 0;
        down = 0;
    }

    /**
     * Takes a scan.
     *
     * @param time of it, s
     * @param residual rig less model; NaN when there is none, which changes nothing
     * @return whether there was a new sample
     */
    boolean take(double time, double residual) {
        if (!watched() || Double.isNaN(residual) || time - lastTime < every) {
            return false;
        }
        double centred = residual - offset;
        // a first sample has nothing before it
        double expected = Double.isNaN(last) ? base.memory() * centred : base.memory() * last;
        white = (centred - expected) / base.whiteSigma();
        double most = MOST_SUM * limit;
        up = Math.min(most, Math.max(0, up + white - ControlLimit.REFERENCE));
        down = Math.min(most, Math.max(0, down - white - ControlLimit.REFERENCE));
        boolean calm = up < limit / 2 && down < limit / 2;
        if (calm && lastTime > Double.NEGATIVE_INFINITY) {
            offset += -FastMath.expm1((lastTime - time) / CREEP) * centred;
        }
        last = centred;
        lastTime = time;
        return true;
    }

    /** 1 when the rig is above the model for good, -1 when it is below, 0 when it is neither. */
    int alarm() {
        return up > limit && up >= down ? 1 : down > limit ? -1 : 0;
    }

    /** Whether the calibration saw enough of it. */
    boolean watched() {
        return base.samples() >= FEWEST;
    }

    /** The larger sum as a share of the limit, with its sign; beyond 1 is an alarm. */
    double share() {
        return (up >= down ? up : -down) / limit;
    }

    /** The last prewhitened residual, sigma. */
    double white() {
        return white;
    }

    /** The last residual without its offset; NaN when there was none. */
    double residual() {
        return last;
    }

    /** What the rig is above the model without a fault, in the unit of the tag; creeps. */
    double offset() {
        return offset;
    }

    /** Spread of the residual in the calibration, in the unit of the tag. */
    double sigma() {
        return base.sigma();
    }

    /**
     * A lasting error of the reading that moves the prewhitened residual by this many sigma, in the unit of the tag.
     */
    double error(double sigmas) {
        return sigmas * base.whiteSigma() / (1 - base.memory());
    }
}
