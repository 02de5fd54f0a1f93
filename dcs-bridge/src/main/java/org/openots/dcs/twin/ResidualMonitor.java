package org.openots.dcs.twin;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import org.hipparchus.distribution.continuous.ChiSquaredDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * Tells when rig and model part: one chart for each output, and one for all of them together (normalised innovation squared,
 * averaged over a minute, against chi-square). Calibrated with a record of the rig without faults. For one thread.
 */
public final class ResidualMonitor {
    /** Time over which false alarms are counted, s: a school day of 8 h. */
    public static final double DAY = 8 * 3600;
    /** Samples of the average of the joint chart: a minute at a scan a second. */
    private static final int WINDOW = 60;
    /** False alarms of the joint chart in a day. */
    private static final double JOINT_FALSE_ALARMS = 0.01;
    /** Share of its own variance that is added to each output, so that outputs that move as one can be told apart. */
    private static final double RIDGE = 0.05;

    private final Base base;
    private final List<ResidualChart> charts = new ArrayList<>();
    private final RealMatrix precision;
    private final Deque<Double> window = new ArrayDeque<>();
    private final boolean[] quick;

    /**
     * What a calibration found of the residual of one output.
     *
     * @param samples how many good values it had; below 8 the output is not watched
     * @param offset mean of the residual, in the unit of the tag
     * @param sigma its standard deviation, in the unit of the tag
     * @param memory part of a residual that is left in the next one
     * @param whiteSigma standard deviation of what is new in each, in the unit of the tag
     */
    public record Chart(int samples, double offset, double sigma, double memory, double whiteSigma) {}

    /**
     * What a calibration found.
     *
     * @param limit of the sums of the charts, sigma
     * @param charts one an output
     * @param precision inverse of the covariance of the prewhitened residuals, by output and output
     * @param jointLimit of the joint chart
     */
    public record Base(double limit, List<Chart> charts, List<List<Double>> precision, double jointLimit) {
        /** Keeps unmodifiable copies. */
        public Base {
            charts = List.copyOf(charts);
            precision = precision.stream().map(List::copyOf).toList();
        }
    }

    /**
     * Takes a calibration up.
     *
     * @param definition of the twin
     * @param base what the calibration found
     */
    public ResidualMonitor(TwinDefinition definition, Base base) {
        this.base = base;
        this.quick = quick(definition, base.charts());
        for (int i = 0; i < quick.length; i++) {
            charts.add(
                    new ResidualChart(definition.outputs().get(i), base.charts().get(i), base.limit()));
        }
        this.precision = new Array2DRowRealMatrix(base.precision().stream()
                .map(row -> row.stream().mapToDouble(Double::doubleValue).toArray())
                .toArray(double[][]::new));
    }

    /**
     * Calibrates.
     *
     * @param definition of the twin
     * @param record what the rig showed, without faults
     * @param model readings of the model along it, by scan and output
     * @param falseAlarms wanted in a day over all outputs, such as 0.5
     * @return what it found
     */
    public static Base calibrate(TwinDefinition definition, RigRecord record, double[][] model, double falseAlarms) {
        int outputs = definition.outputs().size();
        double[] times = new double[record.size()];
        double[][] residuals = new double[outputs][record.size()];
        for (int row = 0; row < record.size(); row++) {
            times[row] = record.time(row);
            double[] rig = record.outputs(row);
            double[] other = record.against(row, model[row]);
            for (int i = 0; i < outputs; i++) {
                residuals[i][row] = rig[i] - other[i];
            }
        }
        double scan = Math.max(1e-3, record.seconds() / Math.max(1, record.size() - 1));
        double sides = 2 * DAY / scan * outputs;
        double limit = ControlLimit.of(sides / falseAlarms);
        List<Chart> found = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            found.add(ResidualChart.calibrate(definition.outputs().get(i), times, residuals[i]));
        }
        RealMatrix precision = precision(definition, found, limit, times, residuals);
        boolean[] quick = quick(definition, found);
        int count = 0;
        for (boolean each : quick) {
            count += each ? 1 : 0;
        }
        double freedom = (double) Math.max(1, count) * WINDOW;
        double chance = JOINT_FALSE_ALARMS / (DAY / scan);
        double jointLimit = new ChiSquaredDistribution(freedom).inverseCumulativeProbability(1 - chance) / WINDOW;
        List<List<Double>> rows = Arrays.stream(precision.getData())
                .map(row -> Arrays.stream(row).boxed().toList())
                .toList();
        return new Base(limit, found, rows, jointLimit);
    }

    /** Outputs with a value in every scan that the calibration saw. */
    private static boolean[] quick(TwinDefinition definition, List<Chart> charts) {
        boolean[] quick = new boolean[charts.size()];
        for (int i = 0; i < quick.length; i++) {
            quick[i] = definition.outputs().get(i).everySeconds() == 0
                    && charts.get(i).samples() >= ResidualChart.FEWEST;
        }
        return quick;
    }

    /**
     * What the calibration found.
     *
     * @return what {@link #ResidualMonitor(TwinDefinition, Base)} takes up
     */
    public Base base() {
        return base;
    }

    private static RealMatrix precision(
            TwinDefinition definition, List<Chart> found, double limit, double[] times, double[][] residuals) {
        boolean[] quick = quick(definition, found);
        int outputs = quick.length;
        List<ResidualChart> charts = new ArrayList<>();
        for (int i = 0; i < outputs; i++) {
            charts.add(new ResidualChart(definition.outputs().get(i), found.get(i), limit));
        }
        RealMatrix sum = new Array2DRowRealMatrix(outputs, outputs);
        for (int row = 0; row < times.length; row++) {
            ArrayRealVector white = new ArrayRealVector(outputs);
            for (int i = 0; i < outputs; i++) {
                boolean sampled = charts.get(i).take(times[row], residuals[i][row]);
                white.setEntry(i, sampled && quick[i] ? charts.get(i).white() : 0);
            }
            sum = sum.add(white.outerProduct(white));
        }
        RealMatrix covariance = sum.scalarMultiply(1.0 / Math.max(1, times.length));
        for (int i = 0; i < outputs; i++) {
            covariance.multiplyEntry(i, i, 1 + RIDGE);
            if (covariance.getEntry(i, i) < RIDGE) {
                covariance.setEntry(i, i, quick[i] ? RIDGE : 1);
            }
        }
        return new SingularValueDecomposition(covariance).getSolver().getInverse();
    }

    /** Forgets what it saw since the calibration. */
    public void reset() {
        charts.forEach(ResidualChart::reset);
        window.clear();
    }

    /** Begins anew after a time in which nothing was compared; offsets stay. */
    public void pause() {
        charts.forEach(ResidualChart::pause);
        window.clear();
    }

    /**
     * Takes a scan of a time in which nothing is watched, to know the offsets afterwards.
     *
     * @param residuals rig less model, one an output; NaN where there is no good reading
     */
    void learn(double[] residuals) {
        for (int i = 0; i < residuals.length; i++) {
            charts.get(i).learn(residuals[i]);
        }
    }

    /** Moves the offsets to what was learned, each by its accuracy at most. */
    void adopt() {
        charts.forEach(ResidualChart::adopt);
    }

    /**
     * Takes a scan.
     *
     * @param time of it, s
     * @param residuals rig less model, one an output; NaN where there is no good reading, which is left out
     */
    public void take(double time, double[] residuals) {
        ArrayRealVector white = new ArrayRealVector(residuals.length);
        for (int i = 0; i < residuals.length; i++) {
            boolean sampled = charts.get(i).take(time, residuals[i]);
            white.setEntry(i, sampled && quick[i] ? charts.get(i).white() : 0);
        }
        window.addLast(white.dotProduct(precision.operate(white)));
        if (window.size() > WINDOW) {
            window.removeFirst();
        }
    }

    /**
     * Whether all outputs together say that rig and model part.
     *
     * @return true when they do
     */
    public boolean joint() {
        double sum = 0;
        for (double each : window) {
            sum += each;
        }
        return window.size() == WINDOW && sum / WINDOW > base.jointLimit();
    }

    /**
     * Alarms of the outputs.
     *
     * @return by output 1 when the rig is above the model for good, -1 when it is below, 0 when it is neither
     */
    public int[] alarms() {
        return charts.stream().mapToInt(ResidualChart::alarm).toArray();
    }

    /**
     * How near the chart of an output is to an alarm.
     *
     * @param output index of the output
     * @return the larger sum over its limit, with the sign of the side; beyond 1 is an alarm
     */
    public double share(int output) {
        return charts.get(output).share();
    }

    /**
     * Whether the calibration saw enough of an output to watch it.
     *
     * @param output index of the output
     * @return false for one that had no good values
     */
    public boolean watched(int output) {
        return charts.get(output).watched();
    }

    /**
     * What the rig is above the model without a fault: at first as in the calibration, then it follows what creeps, as long as
     * the chart is calm.
     *
     * @param output index of the output
     * @return the offset, in the unit of the tag
     */
    public double offset(int output) {
        return charts.get(output).offset();
    }

    /**
     * Spread of a residual in the calibration.
     *
     * @param output index of the output
     * @return standard deviation, in the unit of the tag
     */
    public double sigma(int output) {
        return charts.get(output).sigma();
    }

    /**
     * How large a lasting error of a reading is that moves the prewhitened residual.
     *
     * @param output index of the output
     * @param sigmas by how many of its standard deviations
     * @return the error, in the unit of the tag
     */
    public double error(int output, double sigmas) {
        return charts.get(output).error(sigmas);
    }
}
