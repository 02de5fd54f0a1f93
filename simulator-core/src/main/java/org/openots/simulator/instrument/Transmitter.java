package org.openots.simulator.instrument;

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
 * sampling (analysers), resolution, low cut-off, limits of the range; then the failures freeze, fail-to and bad. Without power the
 * reading is NaN. The reading stays within the range, so a broken sensor that drives it to an end of the range
 * ({@code failTo}) is not a bad measurement and a loop follows it.
 *
 * <p>Impairments: {@code bias} (unit of the tag), {@code drift} (unit of the tag per minute, from the moment it is
 * set), {@code frozen} (flag), {@code failTo} (unit of the tag), {@code noiseFactor} (times the normal noise),
 * {@code bad} (flag, reading becomes NaN).
 */
public final class Transmitter implements Impairable, Stateful {
    private static final int BIAS = 0;
    private static final int DRIFT = 1;
    private static final int FROZEN = 2;
    private static final int FAIL_TO = 3;
    private static final int NOISE_FACTOR = 4;
    private static final int BAD = 5;
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
    private final ImpairmentSet impairments;

    private double filtered = Double.NaN;
    private double drift;
    private double reading = Double.NaN;
    private double sample = Double.NaN;
    private double result = Double.NaN;
    private long cycleTick;

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
        String minus = definition.source().minus();
        this.variable = port.variable(definition.source().variable());
        this.reference = minus.isEmpty() ? -1 : port.variable(minus);
        TransmitterDefinition.Range range = definition.range();
        this.signal = board.declare(definition.tag(), range.unit().symbol(), definition.text());
        this.power = definition.power().isEmpty() ? -1 : board.index(definition.power());
        double lag = definition.dynamics().lagSeconds();
        this.gain = lag > 0 ? 1 - FastMath.exp(-tickSeconds / lag) : 1;
        this.cycleTicks = Math.round(definition.dynamics().cycleSeconds() / tickSeconds);
        this.random = new SplitMix64(seed, definition.tag());
        this.impairments = new ImpairmentSet(
                definition.tag(),
                new ImpairmentKind("bias", range.unit().symbol(), -range.span(), range.span()),
                new ImpairmentKind("drift", range.unit().symbol() + "/min", -range.span(), range.span()),
                ImpairmentKind.flag("frozen"),
                new ImpairmentKind("failTo", range.unit().symbol(), range.low(), range.high()),
                new ImpairmentKind("noiseFactor", "", 0, MAX_NOISE_FACTOR),
                ImpairmentKind.flag("bad"));
    }

    /** Reads the process and publishes the reading. */
    public void scan() {
        double si = port.read(variable) - (reference < 0 ? 0 : port.read(reference));
        double truth = definition.range().unit().fromSi(si);
        filtered = Double.isNaN(filtered) ? truth : filtered + gain * (truth - filtered);
        drift = impairments.active(DRIFT) ? drift + impairments.value(DRIFT, 0) * tickSeconds / SECONDS_PER_MINUTE : 0;
        double noise = definition.dynamics().noise() * impairments.value(NOISE_FACTOR, 1) * random.nextNormal();
        double measured = sampled(filtered + impairments.value(BIAS, 0) + drift + noise);
        if (!impairments.on(FROZEN) || Double.isNaN(reading)) {
            reading = limited(measured);
        }
        boolean dead = impairments.on(BAD) || (power >= 0 && !(board.value(power) >= 0.5));
        if (dead) {
            restart();
        }
        board.set(signal, dead ? Double.NaN : limited(impairments.value(FAIL_TO, reading)));
    }

    /**
     * Whether the instrument answers: powered and not failed.
     *
     * @return false when its last reading is missing, frozen or driven by a failure
     */
    public boolean answers() {
        return !Double.isNaN(board.value(signal)) && !impairments.on(FROZEN) && !impairments.active(FAIL_TO);
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
        random.restore(reader);
        impairments.restore(reader);
    }

    /** An analyser shows the sample taken one cycle ago and takes the next; its first result counts as already there. */
    private double sampled(double measured) {
        if (cycleTicks == 0) {
            return measured;
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
    }
}
