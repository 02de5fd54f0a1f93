package org.openots.dcs.twin;

import java.util.ArrayList;
import java.util.List;

/**
 * The fitted model beside the rig: follows it scan by scan, with its charts and the ranking of causes. Its parameters stay
 * those of the fit, so that a fault cannot hide in them. For one thread.
 */
public final class TwinWatch {
    /** Memory of the residuals that are graded, s: short against faults, long against noise. */
    private static final double SMOOTHING = 10;

    private final TwinDefinition definition;
    private final FaultSignatures signatures;
    private final TwinModel model;
    private final ResidualMonitor monitor;
    private final byte[] start;
    private double[] outputs;
    private double[] against = new double[0];
    private double[] smooth;
    private double last;
    private double alarmedSince = Double.NaN;
    /** Grades at the horizons of the signatures that have passed since the alarm. */
    private final List<int[]> graded = new ArrayList<>();

    /**
     * Starts where a fit ended.
     *
     * @param definition of the twin
     * @param signatures of faults
     * @param model fitted, at the end of the record
     * @param monitor calibrated with the record
     * @param end time of the last scan of the record, s
     */
    public TwinWatch(
            TwinDefinition definition,
            FaultSignatures signatures,
            TwinModel model,
            ResidualMonitor monitor,
            double end) {
        this.definition = definition;
        this.signatures = signatures;
        this.model = model;
        this.monitor = monitor;
        this.start = model.save();
        this.outputs = model.outputs();
        this.smooth = new double[outputs.length];
        this.last = end;
    }

    /**
     * Goes back to the end of the record.
     *
     * @param time of the scan before the next one, s
     */
    public void restart(double time) {
        model.restore(start);
        monitor.reset();
        smooth = new double[outputs.length];
        forget();
        last = time;
    }

    /**
     * Puts the model where the rig is now, as if it had been there for long: from the end of the record, or from where it
     * stands, to a steady state at these inputs.
     *
     * @param inputs what drives it, one an input; NaN leaves one as it is
     * @param seconds what it gets to settle, s
     * @throws org.openots.common.error.OtsException if it cannot go on
     */
    void settle(double[] inputs, double seconds) {
        model.restore(start);
        model.drive(inputs);
        model.advance(seconds);
        outputs = model.outputs();
    }

    /** Begins to watch anew after a time in which nothing was compared; the offsets stay. */
    void pause() {
        monitor.pause();
        smooth = new double[outputs.length];
        forget();
    }

    /**
     * Takes a scan without watching: the model follows, nothing is charted.
     *
     * @param record whose last scan it is
     */
    void follow(RigRecord record) {
        int row = record.size() - 1;
        double time = record.time(row);
        model.drive(record.inputs(row));
        model.advance(time - last);
        compare(record);
        last = time;
    }

    /** Follows a scan, and learns what the rig is above the model now. */
    void learn(RigRecord record) {
        follow(record);
        double[] rig = record.outputs(record.size() - 1);
        double[] residuals = new double[rig.length];
        for (int i = 0; i < rig.length; i++) {
            residuals[i] = rig[i] - against[i];
        }
        monitor.learn(residuals);
    }

    /** Compares a scan with the model as it stands. */
    void compare(RigRecord record) {
        outputs = model.outputs();
        against = record.against(record.size() - 1, outputs);
    }

    /** Leaves a time out, without the model. */
    void skip(double time) {
        last = time;
    }

    /**
     * Takes a scan.
     *
     * @param record whose last scan it is
     */
    public void take(RigRecord record) {
        int row = record.size() - 1;
        double time = record.time(row);
        double step = time - last;
        follow(record);
        double[] rig = record.outputs(row);
        double[] residuals = new double[rig.length];
        double share = Math.min(1, step / SMOOTHING);
        for (int i = 0; i < rig.length; i++) {
            residuals[i] = rig[i] - against[i];
            double sigmas = (residuals[i] - monitor.offset(i)) / monitor.sigma(i);
            if (!Double.isNaN(sigmas)) {
                smooth[i] += share * (sigmas - smooth[i]);
            }
        }
        monitor.take(time, residuals);
        if (!alarmed()) {
            forget();
        } else if (Double.isNaN(alarmedSince)) {
            alarmedSince = time;
        }
        List<Double> horizons = signatures.horizons();
        if (graded.size() < horizons.size() && alarmedFor() >= horizons.get(graded.size())) {
            graded.add(grades());
        }
    }

    private void forget() {
        alarmedSince = Double.NaN;
        graded.clear();
    }

    /**
     * Whether an output or all together are in alarm.
     *
     * @return true when they are
     */
    public boolean alarmed() {
        if (monitor.joint()) {
            return true;
        }
        for (int alarm : monitor.alarms()) {
            if (alarm != 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * How long there has been an alarm.
     *
     * @return s; NaN when there is none
     */
    public double alarmedFor() {
        return last - alarmedSince;
    }

    /**
     * Grades of the residuals now.
     *
     * @return one an output
     */
    public int[] grades() {
        int[] grades = new int[smooth.length];
        for (int i = 0; i < grades.length; i++) {
            grades[i] = FaultSignatures.grade(smooth[i]);
        }
        return grades;
    }

    /**
     * Likely faults.
     *
     * @return the likeliest first; empty without an alarm
     */
    public List<FaultSignatures.Cause> causes() {
        return Double.isNaN(alarmedSince) ? List.of() : signatures.rank(alarmedFor(), graded, grades());
    }

    /**
     * What an output was compared with at the last scan, with the offset of the calibration.
     *
     * @param output its index
     * @return in the unit of the tag
     */
    public double expected(int output) {
        return against[output] + monitor.offset(output);
    }

    /**
     * The charts.
     *
     * @return the monitor
     */
    public ResidualMonitor monitor() {
        return monitor;
    }

    /**
     * The model.
     *
     * @return fitted, where the rig is now
     */
    public TwinModel model() {
        return model;
    }

    /**
     * The definition.
     *
     * @return of the twin
     */
    public TwinDefinition definition() {
        return definition;
    }
}
