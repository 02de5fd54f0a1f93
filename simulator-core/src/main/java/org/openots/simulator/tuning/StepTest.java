package org.openots.simulator.tuning;

import org.hipparchus.util.FastMath;

/**
 * An open-loop step test: the loop is in MAN and at rest, the output steps at the first sample, the measurement is recorded
 * until it is at rest again. Both methods fit a first-order process with dead time; they need a process that settles.
 *
 * <p>Two points: the times at which 28.3 % and 63.2 % of the change are reached give lag = 1.5 (t63 - t28), dead = t63 -
 * lag (C. L. Smith, "Digital Computer Process Control", 1972). Quick and by hand, but two samples decide.
 *
 * <p>Least squares: for given dead time and lag the best gain follows linearly; dead time and lag are found by a search over
 * a grid that is narrowed, starting around the two-point result. Takes every sample and averages noise out.
 */
public final class StepTest {
    private static final double FIRST_SHARE = 0.283;
    private static final double SECOND_SHARE = 0.632;
    private static final double LAG_FACTOR = 1.5;
    /** Share of the record, at its end, over which the final value is averaged. */
    private static final double TAIL = 0.1;
    /** Half the points of the search grid in each direction. */
    private static final int HALF_GRID = 6;
    /** Each narrowing shrinks the grid by two; 24 of them bring it below a millionth of the record. */
    private static final int NARROWINGS = 24;

    private final double[] measurement;
    private final double sampleSeconds;
    private final double step;

    /**
     * Takes a record.
     *
     * @param measurement samples of the measurement, % of range; the first one is from the moment of the step
     * @param sampleSeconds time between samples, s
     * @param step change of the output, % of output, not 0
     */
    public StepTest(double[] measurement, double sampleSeconds, double step) {
        if (measurement.length < 2 * HALF_GRID || step == 0 || !(sampleSeconds > 0)) {
            throw new IllegalArgumentException(
                    measurement.length + " samples every " + sampleSeconds + " s, step " + step);
        }
        this.measurement = measurement.clone();
        this.sampleSeconds = sampleSeconds;
        this.step = step;
    }

    /** 1 - exp(-x), the answer of a first-order lag. */
    static double rise(double x) {
        return -FastMath.expm1(-x);
    }

    /**
     * Fits by two points.
     *
     * @return the process
     */
    public ProcessFit twoPoints() {
        double change = last() - measurement[0];
        double first = timeOf(FIRST_SHARE * change);
        double second = timeOf(SECOND_SHARE * change);
        double lag = FastMath.max(LAG_FACTOR * (second - first), sampleSeconds);
        double dead = FastMath.max(0, second - lag);
        ProcessFit fit = new ProcessFit(change / step, dead, lag, 0);
        return new ProcessFit(fit.gain(), dead, lag, rootMeanSquare(fit));
    }

    /**
     * Fits by least squares over all samples.
     *
     * @return the process
     */
    public ProcessFit leastSquares() {
        ProcessFit best = twoPoints();
        double deadWidth = best.deadSeconds() + best.lagSeconds();
        double lagFactor = 1;
        for (int i = 0; i < NARROWINGS; i++) {
            ProcessFit centre = best;
            for (int a = -HALF_GRID; a <= HALF_GRID; a++) {
                for (int b = -HALF_GRID; b <= HALF_GRID; b++) {
                    double dead = FastMath.max(0, centre.deadSeconds() + deadWidth * a / HALF_GRID);
                    double lag = centre.lagSeconds() * FastMath.exp(lagFactor * b / HALF_GRID);
                    ProcessFit fit = withBestGain(dead, lag);
                    best = fit.rootMeanSquare() < best.rootMeanSquare() ? fit : best;
                }
            }
            deadWidth /= 2;
            lagFactor /= 2;
        }
        return best;
    }

    private ProcessFit withBestGain(double dead, double lag) {
        ProcessFit unit = new ProcessFit(1, dead, lag, 0);
        double product = 0;
        double square = 0;
        for (int i = 0; i < measurement.length; i++) {
            double model = unit.answer(step, i * sampleSeconds);
            product += model * (measurement[i] - measurement[0]);
            square += model * model;
        }
        double gain = square > 0 ? product / square : 0;
        return new ProcessFit(gain, dead, lag, rootMeanSquare(new ProcessFit(gain, dead, lag, 0)));
    }

    private double rootMeanSquare(ProcessFit fit) {
        double sum = 0;
        for (int i = 0; i < measurement.length; i++) {
            double error = measurement[i] - measurement[0] - fit.answer(step, i * sampleSeconds);
            sum += error * error;
        }
        return FastMath.sqrt(sum / measurement.length);
    }

    private double last() {
        int from = (int) (measurement.length * (1 - TAIL));
        double sum = 0;
        for (int i = from; i < measurement.length; i++) {
            sum += measurement[i];
        }
        return sum / (measurement.length - from);
    }

    /** When the change is reached for the first time, between samples linearly; the end of the record when never. */
    private double timeOf(double change) {
        double sign = FastMath.signum(change);
        for (int i = 1; i < measurement.length; i++) {
            double before = sign * (measurement[i - 1] - measurement[0]);
            double after = sign * (measurement[i] - measurement[0]);
            if (after >= sign * change && after > before) {
                double part = FastMath.max(0, (sign * change - before) / (after - before));
                return (i - 1 + part) * sampleSeconds;
            }
        }
        return (measurement.length - 1) * sampleSeconds;
    }
}
