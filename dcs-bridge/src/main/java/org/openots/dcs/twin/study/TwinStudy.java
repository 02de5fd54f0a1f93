package org.openots.dcs.twin.study;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import org.hipparchus.util.FastMath;
import org.openots.common.signal.PlantFrame;
import org.openots.dcs.rig.TrueValues;
import org.openots.dcs.twin.DigitalTwin;
import org.openots.dcs.twin.FaultSignatures;
import org.openots.dcs.twin.FitResult;
import org.openots.dcs.twin.HeatBalance;
import org.openots.dcs.twin.ParameterFilter;
import org.openots.dcs.twin.ResidualMonitor;
import org.openots.dcs.twin.TwinDefinition;
import org.openots.dcs.twin.TwinFrame;
import org.openots.dcs.twin.TwinPack;
import org.openots.dcs.twin.TwinWatch;

/**
 * How well a twin meets a virtual rig that differs from its model: estimates against the truth, prediction at inputs it has
 * not seen, false alarms, faults of two sigma, and how the filter follows a parameter that changes. A pure function of its
 * settings, apart from the times it took.
 */
public final class TwinStudy {
    private static final double NANOS = 1e-9;
    private static final double MILLI = 1e-3;
    /** Sigma of the errors that are put on readings. */
    private static final double FAULT = 2;
    /** Time without a fault before the fault of a reading, s. */
    private static final int QUIET = 60;
    /** Samples in which a fault must be found. */
    private static final int SOON = 60;
    /** The rig's losses are multiplied by this to see whether the filter follows: rain on the lagging. */
    private static final double RAIN = 1.5;
    /** The filter has followed when it is this close to the truth, relative. */
    private static final double FOLLOWED = 0.1;

    private final TwinPack twin;
    private final Settings settings;
    private final LongSupplier nanos;

    /**
     * What is studied.
     *
     * @param settleSeconds time of the rig before anything is recorded, s
     * @param calibrationSeconds length of the record for the fit, s
     * @param watchSeconds time without faults in which false alarms are counted, s
     * @param unseenSeconds time at inputs that were not in the record, s
     * @param trackSeconds time for the filter to follow a change of heat loss, s; 0 leaves it out
     * @param falseAlarms wanted in 8 h over all outputs
     */
    public record Settings(
            double settleSeconds,
            double calibrationSeconds,
            double watchSeconds,
            double unseenSeconds,
            double trackSeconds,
            double falseAlarms) {
        /** Two hours to settle, one to calibrate, eight to watch, one at other inputs, half an hour to follow. */
        public static final Settings USUAL = new Settings(7200, 3600, 28800, 3600, 1800, 0.5);
    }

    /**
     * What came out for a rig.
     *
     * @param mismatch number of the rig, 0 for one like the model
     * @param fit what was fitted
     * @param truth the same parameters of the rig
     * @param lossShare heat loss over heat input by the twin
     * @param trueLossShare the same of the rig
     * @param fitSeconds time of the fit, s
     * @param watched alarms without a fault
     * @param unseen prediction at other inputs
     * @param faults errors of readings that were found
     * @param tracking how the filter followed; all NaN when it was left out
     */
    public record Result(
            int mismatch,
            FitResult fit,
            Map<String, Double> truth,
            double lossShare,
            double trueLossShare,
            double fitSeconds,
            Watched watched,
            Unseen unseen,
            Faults faults,
            Tracking tracking) {}

    /**
     * Alarms without a fault.
     *
     * @param seconds watched, s
     * @param alarms of outputs that began
     * @param joint alarms of all outputs together that began
     * @param outputs that had alarms
     */
    public record Watched(double seconds, int alarms, int joint, List<String> outputs) {}

    /**
     * Prediction at other inputs.
     *
     * @param blocks means over 5 min of fitted outputs
     * @param within share of them within two sigma of the prediction
     * @param worst the largest difference, sigma
     * @param worstOutput where it was
     */
    public record Unseen(int blocks, double within, double worst, String worstOutput) {}

    /**
     * Errors of single readings.
     *
     * @param tried how many, both signs
     * @param found how many within a minute (or 60 values of an analyser)
     * @param medianSamples median delay, samples
     * @param worstSamples longest delay of those that were found, samples
     * @param errors size of the errors in the units of the tags, by output
     */
    public record Faults(int tried, int found, double medianSamples, int worstSamples, Map<String, Double> errors) {}

    /**
     * How the filter followed a change of the heat loss by half.
     *
     * @param seconds until the estimate stayed within 10 % of the truth, s; NaN when it never did
     * @param error of the estimate at the end, relative
     * @param stepMilliseconds time of the filter for a scan, ms
     */
    public record Tracking(double seconds, double error, double stepMilliseconds) {}

    /**
     * A study.
     *
     * @param twin the pack of the twin
     * @param settings what is studied
     * @param nanos a clock, ns
     */
    public TwinStudy(TwinPack twin, Settings settings, LongSupplier nanos) {
        this.twin = twin;
        this.settings = settings;
        this.nanos = nanos;
    }

    /**
     * Studies one rig.
     *
     * @param mismatch its number, 0 for one like the model
     * @param seed of its noise
     * @return what came out
     */
    public Result run(int mismatch, long seed) {
        TwinDefinition definition = twin.definition();
        RigStand rig = new RigStand(definition, mismatch, seed);
        rig.skip(settings.settleSeconds());
        DigitalTwin own = new DigitalTwin(
                twin,
                FaultSignatures.none(definition, 60.0),
                new DigitalTwin.Settings(
                        settings.calibrationSeconds(), settings.falseAlarms(), settings.trackSeconds() > 0),
                rig.table());
        double fitSeconds = calibrate(own, rig);
        TwinWatch watch = own.watch().orElseThrow();
        FitResult fit = own.fit().orElseThrow();
        TrueValues truth = rig.truth();
        Map<String, Double> real = real(truth);
        double trueLoss = HeatBalance.share(rig.engine(), twin, truth.heatLossFactor());
        double loss = watch.model().heatLossShare();
        byte[] calibrated = rig.save();
        Tracking tracking = tracking(own, rig, truth.heatLossFactor());
        own.stopFiltering();
        rig.restore(calibrated);
        Unseen unseen = unseen(own, rig);
        rig.restore(calibrated);
        List<double[]> residuals = new ArrayList<>();
        Watched watched = watched(own, rig, residuals);
        Faults faults = faults(watch.monitor(), residuals);
        return new Result(mismatch, fit, real, loss, trueLoss, fitSeconds, watched, unseen, faults, tracking);
    }

    private double calibrate(DigitalTwin own, RigStand rig) {
        while (own.watch().isEmpty()) {
            PlantFrame frame = rig.scan();
            long begun = nanos.getAsLong();
            own.take(frame);
            if (own.watch().isPresent()) {
                return (nanos.getAsLong() - begun) * NANOS;
            }
        }
        return Double.NaN;
    }

    /** Parameters of a rig as the twin defines them; what a mismatch does not touch is as in the pack. */
    private Map<String, Double> real(TrueValues truth) {
        Map<String, Double> real = new LinkedHashMap<>();
        for (TwinDefinition.Parameter parameter : twin.definition().parameters()) {
            real.put(
                    parameter.id(),
                    switch (parameter.input()) {
                        case "ambient.exposure" -> truth.heatLossFactor();
                        default ->
                            truth.dutyWeightedEfficiency()
                                    .getOrDefault(parameter.input().replaceFirst("\\.efficiency$", ""), 1.0);
                    });
        }
        return real;
    }

    private Watched watched(DigitalTwin own, RigStand rig, List<double[]> residuals) {
        TwinWatch watch = own.watch().orElseThrow();
        own.restart(rig.seconds());
        int outputs = twin.definition().outputs().size();
        int[] before = new int[outputs];
        boolean jointBefore = false;
        int alarms = 0;
        int joint = 0;
        List<String> which = new ArrayList<>();
        double end = rig.seconds() + settings.watchSeconds();
        while (rig.seconds() < end) {
            TwinFrame said = own.take(rig.scan()).orElseThrow();
            double[] row = new double[outputs];
            for (int i = 0; i < outputs; i++) {
                TwinFrame.Tag tag = said.tags().get(i);
                Double residual = tag.residual();
                row[i] = residual == null
                        ? Double.NaN
                        : residual + watch.monitor().offset(i);
                if (tag.alarm() != 0 && before[i] == 0) {
                    alarms++;
                    which.add(tag.name());
                }
                before[i] = tag.alarm();
            }
            joint += said.joint() && !jointBefore ? 1 : 0;
            jointBefore = said.joint();
            residuals.add(row);
        }
        return new Watched(settings.watchSeconds(), alarms, joint, which);
    }

    /** More feed, more of everything, at once: the loops of the rig do the rest. */
    private Unseen unseen(DigitalTwin own, RigStand rig) {
        TwinWatch watch = own.watch().orElseThrow();
        own.restart(rig.seconds());
        TwinDefinition definition = twin.definition();
        rig.order("FIC-701", "sp", 66);
        rig.order("TIC-705", "sp", 81.3);
        rig.order("TIC-709", "sp", 57);
        int outputs = definition.outputs().size();
        double[] sums = new double[outputs];
        int[] counts = new int[outputs];
        int blocks = 0;
        int within = 0;
        double worst = 0;
        String where = "";
        for (int scan = 1; scan <= settings.unseenSeconds(); scan++) {
            TwinFrame said = own.take(rig.scan()).orElseThrow();
            for (int i = 0; i < outputs; i++) {
                Double residual = said.tags().get(i).residual();
                if (residual != null) {
                    sums[i] += residual;
                    counts[i]++;
                }
            }
            if (scan % BLOCK != 0) {
                continue;
            }
            for (int i = 0; i < outputs; i++) {
                TwinDefinition.Output output = definition.outputs().get(i);
                double noise = watch.monitor().error(i, 1);
                double sigma = FastMath.sqrt(output.accuracy() * output.accuracy() + noise * noise / BLOCK);
                double off = FastMath.abs(sums[i] / counts[i]) / sigma;
                if (output.fitted() && counts[i] > 0) {
                    blocks++;
                    within += off <= 2 ? 1 : 0;
                    if (off > worst) {
                        worst = off;
                        where = output.name();
                    }
                }
            }
            sums = new double[outputs];
            counts = new int[outputs];
        }
        return new Unseen(blocks, blocks == 0 ? Double.NaN : (double) within / blocks, worst, where);
    }

    /** Scans of a block mean: 5 min. */
    private static final int BLOCK = 300;

    private Faults faults(ResidualMonitor monitor, List<double[]> residuals) {
        TwinDefinition definition = twin.definition();
        List<Integer> delays = new ArrayList<>();
        Map<String, Double> errors = new LinkedHashMap<>();
        int tried = 0;
        for (int i = 0; i < definition.outputs().size(); i++) {
            TwinDefinition.Output output = definition.outputs().get(i);
            if (output.against() != TwinDefinition.Against.MODEL) {
                continue;
            }
            double error = monitor.error(i, FAULT);
            errors.put(output.name(), error);
            for (int sign = -1; sign <= 1; sign += 2) {
                tried++;
                int delay = delay(monitor, residuals, i, sign * error);
                if (delay > 0) {
                    delays.add(delay);
                }
            }
        }
        delays.sort(null);
        int found = delays.size();
        double median = found == 0 ? Double.NaN : (delays.get((found - 1) / 2) + delays.get(found / 2)) / 2.0;
        return new Faults(tried, found, median, found == 0 ? 0 : delays.get(found - 1), errors);
    }

    /** Samples until the chart of an output says that its reading is wrong; 0 when it does not. */
    private int delay(ResidualMonitor monitor, List<double[]> residuals, int output, double error) {
        monitor.reset();
        double every = Math.max(1, twin.definition().outputs().get(output).everySeconds());
        int sign = error > 0 ? 1 : -1;
        int last = (int) Math.min(residuals.size(), QUIET * every + SOON * every);
        for (int row = 0; row < last; row++) {
            double[] values = new double[residuals.get(row).length];
            Arrays.fill(values, Double.NaN);
            boolean wrong = row >= QUIET * every;
            values[output] = residuals.get(row)[output] + (wrong ? error : 0);
            monitor.take(row, values);
            if (wrong && monitor.alarms()[output] == sign) {
                return (int) FastMath.floor((row - QUIET * every) / every) + 1;
            }
        }
        return 0;
    }

    private Tracking tracking(DigitalTwin own, RigStand rig, double before) {
        if (own.filter().isEmpty()) {
            return new Tracking(Double.NaN, Double.NaN, Double.NaN);
        }
        ParameterFilter filter = own.filter().orElseThrow();
        int heat = exposure();
        int input = rig.engine().process().actuator("ambient.exposure");
        rig.engine().process().drive(input, RAIN);
        double truth = before * RAIN;
        double followed = Double.NaN;
        double error = Double.NaN;
        long spent = 0;
        for (int scan = 1; scan <= settings.trackSeconds(); scan++) {
            PlantFrame frame = rig.scan();
            long begun = nanos.getAsLong();
            own.take(frame);
            spent += nanos.getAsLong() - begun;
            error = filter.estimates().get(heat).value() / truth - 1;
            if (FastMath.abs(error) > FOLLOWED) {
                followed = Double.NaN;
            } else if (Double.isNaN(followed)) {
                followed = scan;
            }
        }
        rig.engine().process().drive(input, 1);
        return new Tracking(followed, error, spent * NANOS / settings.trackSeconds() / MILLI);
    }

    private int exposure() {
        List<TwinDefinition.Parameter> parameters = twin.definition().parameters();
        for (int i = 0; i < parameters.size(); i++) {
            if (parameters.get(i).input().equals("ambient.exposure")) {
                return i;
            }
        }
        throw new IllegalStateException("no parameter of the heat loss in the twin of "
                + twin.definition().plant());
    }
}
