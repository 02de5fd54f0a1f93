package org.openots.dcs.twin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.hipparchus.exception.MathRuntimeException;
import org.jspecify.annotations.Nullable;
import org.openots.common.error.OtsException;
import org.openots.common.signal.PlantFrame;
import org.openots.common.signal.PlantSource;
import org.openots.common.signal.SignalTable;
import org.openots.common.text.LocalText;

/**
 * The twin of a rig. It first records the rig while all is well, then fits its parameters, then runs beside the rig: compares
 * every output, raises alarms, ranks causes, follows the parameters and estimates what is not measured. While the rig does
 * not run, or what drives the model is not good, it waits and says why; afterwards the model settles before it watches
 * again. For one thread; {@link #follow} brings it to one.
 */
public final class DigitalTwin {
    /** A longer time between two scans is an outage, s; a shorter one the model follows. */
    private static final double LONGEST_STEP = 120;
    /** After a longer outage the model starts anew, from a steady state at the inputs of now, s. */
    private static final double LONG_OUTAGE = 600;
    /** What the model gets for that steady state, s of model time. */
    private static final double STEADY = 1800;
    /** Time over which the inputs for that steady state are averaged, s: their noise would be in it for long. */
    private static final double GATHER = 60;
    /** Shortest time in which the model follows without watching after an outage, s. */
    private static final double SHORTEST_SETTLE = 300;
    /** Pause after a model that could not go on, s. */
    private static final double RETRY = 60;

    private final TwinPack twin;
    private final TwinDefinition definition;
    private final FaultSignatures signatures;
    private final Settings settings;
    private final int[] indices;
    private final OperationWatch operation;
    private RigRecord record;
    private RigRecord now;
    private double last = Double.NEGATIVE_INFINITY;
    private @Nullable Watching watching;
    private @Nullable ParameterFilter filter;
    private boolean filtered;
    /** Since when nothing could be compared, s; NaN while something can. */
    private double outSince = Double.NaN;
    /** When the model has settled, s, and how long it takes. */
    private double settled = Double.NEGATIVE_INFINITY;

    private double settling;
    /** Inputs for a steady state to begin at; null when none is wanted. */
    private @Nullable RigRecord gathered;

    /** Whether the offsets are learned anew while it settles. */
    private boolean learning;

    private @Nullable LocalText held;
    private double retry = Double.NEGATIVE_INFINITY;

    /**
     * How a twin works.
     *
     * @param calibrationSeconds how long it records before it fits, s
     * @param falseAlarms wanted in 8 h over all outputs
     * @param filtered whether it follows the parameters, which takes one model more for each of them and side
     * @param settleSeconds how long it follows without watching after a long outage, s
     * @param patienceSeconds how long a reading that drives the model may be missing, s
     */
    public record Settings(
            double calibrationSeconds,
            double falseAlarms,
            boolean filtered,
            double settleSeconds,
            double patienceSeconds) {
        /** The column forgets in some 20 min. */
        public static final double USUAL_SETTLE = 1200;
        /** Longer than a link takes to come back. */
        public static final double USUAL_PATIENCE = 60;
        /** An hour of record, one false alarm in two days of 8 h. */
        public static final Settings USUAL = new Settings(3600, 0.5, true);

        /**
         * With the usual times for outages.
         *
         * @param calibrationSeconds how long it records before it fits, s
         * @param falseAlarms wanted in 8 h over all outputs
         * @param filtered whether it follows the parameters
         */
        public Settings(double calibrationSeconds, double falseAlarms, boolean filtered) {
            this(calibrationSeconds, falseAlarms, filtered, USUAL_SETTLE, USUAL_PATIENCE);
        }
    }

    private record Watching(TwinWatch watch, TwinCalibration calibration) {}

    /**
     * A twin that begins to record.
     *
     * @param twin the pack of the twin
     * @param signatures of faults
     * @param settings how it works
     * @param table signals of the frames it will get
     * @throws OtsException if the table lacks tags
     */
    public DigitalTwin(TwinPack twin, FaultSignatures signatures, Settings settings, SignalTable table) {
        this.twin = twin;
        this.definition = twin.definition();
        this.signatures = signatures;
        this.settings = settings;
        this.filtered = settings.filtered();
        this.indices = RigRecord.indices(definition, table);
        this.operation = new OperationWatch(definition, settings.patienceSeconds());
        this.record = new RigRecord(definition);
        this.now = record;
    }

    /**
     * A twin that takes a calibration up: it settles, then watches.
     *
     * @param twin the pack of the twin
     * @param signatures of faults
     * @param settings how it works
     * @param table signals of the frames it will get
     * @param known what was found with a twin of the same pack and an engine of the same version
     * @throws OtsException if the table lacks tags or the state does not fit
     */
    public DigitalTwin(
            TwinPack twin, FaultSignatures signatures, Settings settings, SignalTable table, TwinCalibration known) {
        this(twin, signatures, settings, table);
        TwinModel model = new TwinModel(twin);
        model.restore(known.state().bytes());
        model.parameters(known.fit().values());
        ResidualMonitor monitor = new ResidualMonitor(definition, known.base());
        watching = new Watching(new TwinWatch(definition, signatures, model, monitor, 0), known);
        outSince = Double.NEGATIVE_INFINITY;
    }

    /**
     * Lets a twin follow a source.
     *
     * @param source the rig
     * @param twin the pack of the twin of its plant
     * @param signatures of faults
     * @param settings how it works
     * @param worker runs the twin: one thread, because frames must stay in order; a fit keeps it for some seconds
     * @param follower takes what the twin says
     * @return ends the following when closed
     * @throws OtsException if the source is of another plant or lacks tags
     */
    public static PlantSource.Following follow(
            PlantSource source,
            TwinPack twin,
            FaultSignatures signatures,
            Settings settings,
            Executor worker,
            Consumer<TwinFrame> follower) {
        if (!source.plant().equals(twin.definition().plant())) {
            throw new OtsException(
                    TwinError.OTHER_PLANT, source.plant(), twin.definition().plant());
        }
        DigitalTwin own = new DigitalTwin(twin, signatures, settings, source.signals());
        return source.follow(frame -> worker.execute(() -> own.take(frame).ifPresent(follower)));
    }

    /**
     * Takes a frame of the rig.
     *
     * @param frame of the source whose table it was made with
     * @return what it says; nothing for a frame of the same time as the one before
     */
    public Optional<TwinFrame> take(PlantFrame frame) {
        if (!(frame.time() > last)) {
            return Optional.empty();
        }
        double step = Double.isInfinite(last) ? 0 : frame.time() - last;
        last = frame.time();
        now = new RigRecord(definition);
        double[] values = now.add(frame, indices);
        operation.take(last, values);
        if (gathered != null) {
            gathered.add(last, values);
        }
        Optional<LocalText> stop = operation.stop();
        Watching known = watching;
        if (stop.isPresent()) {
            record = new RigRecord(definition);
            gathered = null;
            if (Double.isNaN(outSince)) {
                outSince = last - settings.patienceSeconds();
            }
            return Optional.of(waiting(stop.get()));
        }
        return Optional.of(known == null ? record(frame, step) : compare(known, step));
    }

    private TwinFrame record(PlantFrame frame, double step) {
        if (step > LONGEST_STEP) {
            record = new RigRecord(definition);
        }
        outSince = Double.NaN;
        if (record.size() > 0 && record.seconds() >= settings.calibrationSeconds()) {
            return compare(calibrate(), step);
        }
        record.add(frame, indices);
        double done = record.seconds() / settings.calibrationSeconds();
        return done >= 1 ? silent(TwinFrame.Phase.FITTING, null, 1) : silent(TwinFrame.Phase.RECORDING, null, done);
    }

    private Watching calibrate() {
        try {
            return fitted();
        } catch (MathRuntimeException e) {
            throw new OtsException(TwinError.NO_FIT, e.toString());
        }
    }

    private Watching fitted() {
        ParameterFit fit = new ParameterFit(twin, record);
        FitResult result = fit.fit();
        ParameterFit.Fitted fitted = fit.fitted(result);
        ResidualMonitor.Base base =
                ResidualMonitor.calibrate(definition, record, fitted.outputs(), settings.falseAlarms());
        TwinWatch watch = new TwinWatch(
                definition,
                signatures,
                fitted.model(),
                new ResidualMonitor(definition, base),
                record.time(record.size() - 1));
        Watching found = new Watching(
                watch,
                new TwinCalibration(
                        record.seconds(),
                        result,
                        base,
                        new TwinCalibration.State(fitted.model().save())));
        watching = found;
        record = new RigRecord(definition);
        return found;
    }

    private TwinFrame compare(Watching known, double step) {
        LocalText why = held;
        if (why != null && last < retry) {
            return waiting(why);
        }
        if (step > LONGEST_STEP && Double.isNaN(outSince)) {
            outSince = last - step;
        }
        TwinWatch watch = known.watch();
        try {
            if (!Double.isNaN(outSince)) {
                resume(watch);
            }
            RigRecord inputs = gathered;
            if (inputs != null) {
                if (last - inputs.time(0) < Math.min(GATHER, settling / 2)) {
                    return silent(TwinFrame.Phase.SETTLING, null, 1 - (settled - last) / settling);
                }
                watch.settle(inputs.meanInputs(0, inputs.size()), STEADY);
                watch.skip(last);
                watch.compare(now);
                gathered = null;
            } else if (last < settled) {
                // what came first is what the model has not forgotten yet
                if (settled - last > settling / 2) {
                    watch.follow(now);
                } else {
                    watch.learn(now);
                }
            } else {
                if (learning) {
                    watch.monitor().adopt();
                    learning = false;
                }
                watch.take(now);
                track(known, step);
            }
            held = null;
        } catch (OtsException e) {
            if (e.errorCode() != TwinError.MODEL_HELD) {
                throw e;
            }
            gathered = null;
            held = new LocalText(
                    "模型跟不上装置的输入，稍后从稳态重新开始", "the model could not follow the inputs of the rig and begins anew soon");
            retry = last + RETRY;
            outSince = Double.NEGATIVE_INFINITY;
            filter = null;
            return waiting(held);
        }
        return said(known);
    }

    /** After an outage: a long one begins at a steady state, then the model follows for a while before it watches. */
    private void resume(TwinWatch watch) {
        double outage = last - outSince;
        gathered = null;
        boolean anew = outage > LONG_OUTAGE;
        // a shorter time says too little of what wanders
        learning = anew && settings.settleSeconds() >= SHORTEST_SETTLE;
        if (anew) {
            gathered = new RigRecord(definition);
            gathered.add(last, now.row(0));
        }
        watch.skip(last);
        watch.pause();
        filter = null;
        settling = Math.min(settings.settleSeconds(), Math.max(SHORTEST_SETTLE, outage));
        settled = last + settling;
        outSince = Double.NaN;
        watch.compare(now);
    }

    private void track(Watching known, double step) {
        if (!filtered) {
            return;
        }
        try {
            ParameterFilter own = filter;
            if (own == null) {
                TwinWatch watch = known.watch();
                own = new ParameterFilter(
                        twin, known.calibration().fit(), watch.model().save(), watch.monitor());
                filter = own;
            } else {
                own.take(step, now.inputs(0), now.outputs(0));
            }
        } catch (MathRuntimeException e) {
            // a covariance that is none any more: the parameters stay those of the fit
            stopFiltering();
        }
    }

    /**
     * Goes back to the end of the record, as if nothing had come since.
     *
     * @param time of the scan before the next one, s
     */
    public void restart(double time) {
        last = time;
        outSince = Double.NaN;
        settled = Double.NEGATIVE_INFINITY;
        held = null;
        gathered = null;
        learning = false;
        watch().ifPresent(watch -> watch.restart(time));
    }

    /**
     * What was fitted.
     *
     * @return the result of the fit; nothing while the twin records
     */
    public Optional<FitResult> fit() {
        return calibration().map(TwinCalibration::fit);
    }

    /**
     * What the calibration found.
     *
     * @return nothing before the first one
     */
    public Optional<TwinCalibration> calibration() {
        return Optional.ofNullable(watching).map(Watching::calibration);
    }

    /**
     * The fitted model beside the rig.
     *
     * @return nothing while the twin records
     */
    public Optional<TwinWatch> watch() {
        return Optional.ofNullable(watching).map(Watching::watch);
    }

    /**
     * The filter of the parameters.
     *
     * @return nothing while the twin does not watch, or when it has none
     */
    public Optional<ParameterFilter> filter() {
        return Optional.ofNullable(filter);
    }

    /** Stops following the parameters, which is most of the work; they stay those of the fit then. */
    public void stopFiltering() {
        filtered = false;
        filter = null;
    }

    private TwinFrame waiting(LocalText reason) {
        return silent(TwinFrame.Phase.WAITING, reason, 0);
    }

    /** What the rig shows, without a model. */
    private TwinFrame silent(TwinFrame.Phase phase, @Nullable LocalText reason, double progress) {
        double[] rig = now.outputs(0);
        List<TwinFrame.Tag> tags = new ArrayList<>();
        for (int i = 0; i < rig.length; i++) {
            TwinDefinition.Output output = definition.outputs().get(i);
            tags.add(new TwinFrame.Tag(
                    output.name(), output.unit(), shown(rig[i]), null, null, output.accuracy(), 0, 0));
        }
        return new TwinFrame(
                last,
                phase,
                reason,
                progress,
                tags,
                false,
                fit().map(FitResult::parameters).orElse(List.of()),
                List.of(),
                List.of());
    }

    private TwinFrame said(Watching known) {
        TwinWatch watch = known.watch();
        ResidualMonitor monitor = watch.monitor();
        boolean watches = last >= settled;
        double[] rig = now.outputs(0);
        int[] alarms = monitor.alarms();
        List<TwinFrame.Tag> tags = new ArrayList<>();
        for (int i = 0; i < rig.length; i++) {
            TwinDefinition.Output output = definition.outputs().get(i);
            double expected = monitor.watched(i) ? watch.expected(i) : Double.NaN;
            tags.add(new TwinFrame.Tag(
                    output.name(),
                    output.unit(),
                    shown(rig[i]),
                    shown(expected),
                    shown(rig[i] - expected),
                    monitor.sigma(i),
                    monitor.share(i),
                    alarms[i]));
        }
        ParameterFilter own = filter;
        return new TwinFrame(
                last,
                watches ? TwinFrame.Phase.WATCHING : TwinFrame.Phase.SETTLING,
                null,
                watches ? 1 : 1 - (settled - last) / settling,
                tags,
                monitor.joint(),
                own == null ? known.calibration().fit().parameters() : own.estimates(),
                watch.causes(),
                soft(watch, own));
    }

    private List<TwinFrame.Soft> soft(TwinWatch watch, @Nullable ParameterFilter own) {
        double[] values = own == null ? watch.model().softSensors() : own.softValues();
        double[] sigmas = own == null ? null : own.softSigmas();
        List<TwinFrame.Soft> all = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            TwinDefinition.SoftSensor sensor = definition.softSensors().get(i);
            all.add(new TwinFrame.Soft(
                    sensor.id(), sensor.unit(), values[i], sigmas == null ? sensor.accuracy() : sigmas[i]));
        }
        return all;
    }

    private static @Nullable Double shown(double value) {
        return Double.isNaN(value) ? null : value;
    }
}
