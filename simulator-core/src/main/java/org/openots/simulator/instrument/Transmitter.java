package org.openots.simulator.instrument;

import java.util.ArrayList;
import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.simulator.operation.Impairable;
import org.openots.simulator.operation.ImpairmentKind;
import org.openots.simulator.operation.ImpairmentSet;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.random.SplitMix64;
import org.openots.simulator.signal.SignalBoard;

/**
 * A transmitter, sampling analyser or gas detector. Each scan: process value, first-order lag, bias, drift and noise,
 * low-flow cut-off, sampling (analysers), resolution, low cut-off, limits of the range; then the failures freeze, fail-to and bad. Without power the
 * reading is NaN. The reading stays within the range, so a broken sensor that drives it to an end of the range
 * ({@code failTo}) is not a bad measurement and a loop follows it.
 *
 * <p>Impairments: {@code bias} (unit of the tag), {@code drift} (unit of the tag per minute, from the moment it is
 * set), {@code frozen} (flag), {@code failTo} (unit of the tag), {@code noiseFactor} (times the normal noise),
 * {@code bad} (flag, reading becomes NaN). By the kind of sensor also {@code spanFactor} (times the true span),
 * {@code openCircuit} (flag: the reading goes where the pack says), {@code plugged} (s: the impulse line follows only with
 * this time constant), {@code density} (density of the liquid over that of the calibration).
 */
public final class Transmitter implements Impairable, Stateful {
    private static final int BIAS = 0;
    private static final int DRIFT = 1;
    private static final int FROZEN = 2;
    private static final int FAIL_TO = 3;
    private static final int NOISE_FACTOR = 4;
    private static final int BAD = 5;
    private static final int SPAN_FACTOR = 6;
    private static final int OPEN_CIRCUIT = 7;
    private static final int PLUGGED = 8;
    private static final int DENSITY = 9;
    /** Worst span error: a transmitter set to a tenth or ten times the range of the control system. */
    private static final double WORST_SPAN = 10;
    /** Slowest plugged line, s: an hour, practically closed. */
    private static final double SLOWEST_LINE = 3600;
    /** Densities of liquids of one plant differ by less than a factor of three. */
    private static final double DENSITY_RATIO = 3;
    /** Highest noise factor: 100 times the normal noise fills most ranges, more has no meaning. */
    private static final double MAX_NOISE_FACTOR = 100;

    private static final double SECONDS_PER_MINUTE = 60;

    private final TransmitterDefinition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final int variable;
    private final int reference;
    private final int signal;
    private final int power;
    private final double tickSeconds;
    private final double gain;
    private final long cycleTicks;
    private final SplitMix64 random;
    private final TransmitterDefinition.Options options;
    private final SampleLine line;
    private final LowFlowCutoff lowFlow;
    private final ImpairmentSet impairments;

    private double filtered = Double.NaN;
    private double drift;
    private double reading = Double.NaN;
    private double sample = Double.NaN;
    private double result = Double.NaN;
    private long cycleTick;
    private int source = -1;

    /**
     * Builds the instrument and declares its signal.
     *
     * @param definition from the pack
     * @param port the process
     * @param board receives the reading
     * @param tickSeconds model time between scans, s
     * @param seed seed of the run
     * @throws org.openots.common.error.OtsException if the process has no such variable
     */
    public Transmitter(
            TransmitterDefinition definition, ProcessPort port, SignalBoard board, double tickSeconds, long seed) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.tickSeconds = tickSeconds;
        this.options = definition.options();
        String minus = definition.source().minus();
        this.variable = definition.source().signal().isEmpty()
                ? port.variable(definition.source().variable())
                : -1;
        this.reference = minus.isEmpty() ? -1 : port.variable(minus);
        TransmitterDefinition.Range range = definition.range();
        this.signal = board.declare(definition.tag(), range.unit().symbol(), definition.text());
        this.power = definition.power().isEmpty() ? -1 : board.index(definition.power());
        double lag = definition.dynamics().lagSeconds();
        this.gain = lag > 0 ? 1 - FastMath.exp(-tickSeconds / lag) : 1;
        this.cycleTicks = Math.round(definition.dynamics().cycleSeconds() / tickSeconds);
        this.random = new SplitMix64(seed, definition.tag());
        this.line = new SampleLine(definition, tickSeconds);
        this.lowFlow = new LowFlowCutoff(options.lowFlowCutoff());
        this.impairments = new ImpairmentSet(definition.tag(), kinds(range, options.sensor()));
    }

    /**
     * How an instrument can be impaired.
     *
     * @param definition of the instrument
     * @return the kinds, with the ranges of their values
     */
    public static List<ImpairmentKind> kinds(TransmitterDefinition definition) {
        return List.of(kinds(definition.range(), definition.options().sensor()));
    }

    private static ImpairmentKind[] kinds(TransmitterDefinition.Range range, TransmitterDefinition.Sensor sensor) {
        String unit = range.unit().symbol();
        List<ImpairmentKind> kinds = new ArrayList<>(List.of(
                new ImpairmentKind("bias", unit, -range.span(), range.span()),
                new ImpairmentKind("drift", unit + "/min", -range.span(), range.span()),
                ImpairmentKind.flag("frozen"),
                new ImpairmentKind("failTo", unit, range.low(), range.high()),
                new ImpairmentKind("noiseFactor", "", 0, MAX_NOISE_FACTOR),
                ImpairmentKind.flag("bad")));
        if (sensor != TransmitterDefinition.Sensor.ANY) {
            kinds.add(new ImpairmentKind("spanFactor", "", 1 / WORST_SPAN, WORST_SPAN));
            kinds.add(ImpairmentKind.flag("openCircuit"));
        }
        if (sensor == TransmitterDefinition.Sensor.IMPULSE_LINES || sensor == TransmitterDefinition.Sensor.DP_LEVEL) {
            kinds.add(new ImpairmentKind("plugged", "s", 0, SLOWEST_LINE));
        }
        if (sensor == TransmitterDefinition.Sensor.DP_LEVEL) {
            kinds.add(new ImpairmentKind("density", "", 1 / DENSITY_RATIO, DENSITY_RATIO));
        }
        return kinds.toArray(ImpairmentKind[]::new);
    }

    /** Finds the signal it measures, if it measures one; called once, when all signals are declared. */
    public void resolve() {
        if (!definition.source().signal().isEmpty()) {
            source = board.index(definition.source().signal());
        }
    }

    /** Reads the process and publishes the reading. */
    public void scan() {
        double truth = truth();
        filtered = Double.isNaN(filtered) ? truth : filtered + followed() * (truth - filtered);
        drift = impairments.active(DRIFT) ? drift + impairments.value(DRIFT, 0) * tickSeconds / SECONDS_PER_MINUTE : 0;
        double noise = definition.dynamics().noise() * impairments.value(NOISE_FACTOR, 1) * random.nextNormal();
        double damped = filtered + impairments.value(BIAS, 0) + drift;
        double measured = lowFlow.cuts(spanned(damped)) ? 0 : sampled(spanned(damped + noise));
        if (!impairments.on(FROZEN) || Double.isNaN(reading)) {
            reading = limited(measured);
        }
        boolean dead = impairments.on(BAD) || (power >= 0 && !(board.value(power) >= 0.5));
        if (dead) {
            restart();
        }
        boolean open = electronic() && impairments.on(OPEN_CIRCUIT);
        double shown = open ? burnedOut() : limited(impairments.value(FAIL_TO, reading));
        board.set(signal, dead ? Double.NaN : shown);
    }

    private double truth() {
        if (source >= 0) {
            return board.value(source);
        }
        double si = port.read(variable) - (reference < 0 ? 0 : port.read(reference));
        double truth = definition.range().unit().fromSi(si);
        return options.sensor() == TransmitterDefinition.Sensor.DP_LEVEL
                ? truth * impairments.value(DENSITY, options.densityFactor())
                : truth;
    }

    /** The share of a change that comes through in one scan. */
    private double followed() {
        boolean lines = options.sensor() == TransmitterDefinition.Sensor.IMPULSE_LINES
                || options.sensor() == TransmitterDefinition.Sensor.DP_LEVEL;
        if (!lines || !impairments.active(PLUGGED)) {
            return gain;
        }
        return Math.min(gain, tickSeconds / (impairments.value(PLUGGED, 0) + tickSeconds));
    }

    private boolean electronic() {
        return options.sensor() != TransmitterDefinition.Sensor.ANY;
    }

    private double spanned(double value) {
        if (!electronic() || !impairments.active(SPAN_FACTOR)) {
            return value;
        }
        double low = definition.range().low();
        return low + (value - low) * impairments.value(SPAN_FACTOR, 1);
    }

    private double burnedOut() {
        return switch (options.burnout()) {
            case UP -> definition.range().high();
            case DOWN -> definition.range().low();
            case BAD -> Double.NaN;
        };
    }

    /**
     * Whether the instrument answers: powered and not failed.
     *
     * @return false when its last reading is missing, frozen or driven by a failure
     */
    public boolean answers() {
        return !Double.isNaN(board.value(signal))
                && !impairments.on(FROZEN)
                && !impairments.active(FAIL_TO)
                && !(electronic() && impairments.on(OPEN_CIRCUIT));
    }

    /**
     * The definition it was built from.
     *
     * @return the definition
     */
    public TransmitterDefinition definition() {
        return definition;
    }

    @Override
    public String target() {
        return definition.tag();
    }

    @Override
    public ImpairmentSet impairments() {
        return impairments;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(definition.tag());
        writer.writeDouble(filtered);
        writer.writeDouble(drift);
        writer.writeDouble(reading);
        writer.writeDouble(sample);
        writer.writeDouble(result);
        writer.writeLong(cycleTick);
        line.save(writer);
        lowFlow.save(writer);
        random.save(writer);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(definition.tag());
        filtered = reader.readDouble();
        drift = reader.readDouble();
        reading = reader.readDouble();
        sample = reader.readDouble();
        result = reader.readDouble();
        cycleTick = reader.readLong();
        line.restore(reader);
        lowFlow.restore(reader);
        random.restore(reader);
        impairments.restore(reader);
    }

    /** An analyser shows the sample taken one cycle ago and takes the next; its first result counts as already there. */
    private double sampled(double measured) {
        if (cycleTicks == 0) {
            return measured;
        }
        if (line.present()) {
            return line.pass(measured);
        }
        if (Double.isNaN(sample)) {
            sample = measured;
            result = measured;
            cycleTick = 0;
        } else if (++cycleTick >= cycleTicks) {
            result = sample;
            sample = measured;
            cycleTick = 0;
        }
        return result;
    }

    private double limited(double value) {
        TransmitterDefinition.Range range = definition.range();
        double step = definition.dynamics().resolution();
        double rounded = step > 0 ? FastMath.rint(value / step) * step : value;
        if (Math.abs(rounded) < definition.dynamics().lowCutoff()) {
            return 0;
        }
        return rounded < range.low() ? range.low() : Math.min(rounded, range.high()) + 0.0; // no negative zero
    }

    private void restart() {
        filtered = Double.NaN;
        reading = Double.NaN;
        sample = Double.NaN;
        result = Double.NaN;
        line.restart();
        lowFlow.restart();
    }
}
