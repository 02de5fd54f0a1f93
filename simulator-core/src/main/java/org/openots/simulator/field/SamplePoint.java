package org.openots.simulator.field;

import java.util.Map;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.AutomationError;
import org.openots.simulator.operation.EventSink;
import org.openots.simulator.operation.Order;
import org.openots.simulator.operation.Refusal;
import org.openots.simulator.operation.VerbRule;
import org.openots.simulator.process.ProcessPort;
import org.openots.simulator.random.SplitMix64;
import org.openots.simulator.signal.SignalBoard;

/**
 * A place where samples are taken by hand. Order sample: takes the composition of that moment to the laboratory, which
 * reports it after a while with a small error. Refused while the sample valve is closed, while there is no liquid, and
 * while the laboratory still works on the last sample. Publishes {@code SAMPLE.<id>} (NaN until the first result) and
 * {@code SAMPLE.<id>.COUNT} (number of results).
 */
public final class SamplePoint implements FieldTask {
    private static final double PERCENT = 100;
    /** A laboratory gives a mass fraction in per cent with two decimals. */
    private static final double STEP = 0.01;
    /** Result times are told to people in whole seconds. */
    private static final double WHOLE = 1;

    private final Definition definition;
    private final ProcessPort port;
    private final SignalBoard board;
    private final EventSink events;
    private final double tickSeconds;
    private final int composition;
    private final int level;
    private final int valve;
    private final int resultSignal;
    private final int countSignal;
    private final SplitMix64 random;

    private double taken = Double.NaN;
    private double result = Double.NaN;
    private long readyTick;
    private boolean pending;
    private int count;

    /**
     * A sample point of a plant pack; the result is in wt%.
     *
     * @param id its name, for example {@code S-TOP}
     * @param text what is sampled
     * @param composition process variable of the mass fraction
     * @param level process variable of the liquid level there, as a fraction
     * @param smallestLevel smallest level at which liquid comes, %
     * @param valve hand valve to open, empty for none
     * @param laboratory how the laboratory works
     */
    public record Definition(
            String id,
            LocalText text,
            String composition,
            String level,
            double smallestLevel,
            String valve,
            Laboratory laboratory) {}

    /**
     * How the laboratory works.
     *
     * @param fastestSeconds shortest time to the result, s
     * @param slowestSeconds longest time to the result, s
     * @param noise standard deviation of the result, wt%
     * @param valvePercent opening of the sample valve that is needed, %
     */
    public record Laboratory(double fastestSeconds, double slowestSeconds, double noise, double valvePercent) {}

    /**
     * Builds the sample point and declares its signals.
     *
     * @param definition from the pack
     * @param port the process
     * @param board holds the signals; the valve must be on it
     * @param events takes results
     * @param tickSeconds model time between scans, s
     * @param seed seed of the run
     */
    public SamplePoint(
            Definition definition,
            ProcessPort port,
            SignalBoard board,
            EventSink events,
            double tickSeconds,
            long seed) {
        this.definition = definition;
        this.port = port;
        this.board = board;
        this.events = events;
        this.tickSeconds = tickSeconds;
        this.composition = port.variable(definition.composition());
        this.level = port.variable(definition.level());
        this.valve = definition.valve().isEmpty() ? -1 : board.index(definition.valve());
        String name = "SAMPLE." + definition.id();
        LocalText text = definition.text();
        this.resultSignal = board.declare(name, "wt%", text);
        this.countSignal =
                board.declare(name + ".COUNT", "", new LocalText(text.zh() + "化验次数", text.en() + " results"));
        this.random = new SplitMix64(seed, name);
    }

    @Override
    public String target() {
        return definition.id();
    }

    @Override
    public Map<String, VerbRule> verbs() {
        return Map.of("sample", VerbRule.PLAIN);
    }

    @Override
    public Optional<Refusal> operate(Order order) {
        Laboratory laboratory = definition.laboratory();
        if (pending) {
            double left = (readyTick - board.tick()) * tickSeconds;
            return Refusal.because(AutomationError.SAMPLE_PENDING, target(), rounded(left, WHOLE));
        }
        if (valve >= 0 && !(board.value(valve) >= laboratory.valvePercent())) {
            return Refusal.because(
                    AutomationError.SAMPLE_VALVE_CLOSED,
                    target(),
                    definition.valve(),
                    rounded(board.value(valve), WHOLE),
                    laboratory.valvePercent());
        }
        double levelPercent = port.read(level) * PERCENT;
        if (!(levelPercent >= definition.smallestLevel())) {
            return Refusal.because(
                    AutomationError.SAMPLE_NO_LIQUID,
                    target(),
                    rounded(levelPercent, STEP),
                    definition.smallestLevel());
        }
        double error = laboratory.noise() * random.nextNormal();
        double measured = rounded(port.read(composition) * PERCENT + error, STEP);
        taken = Math.max(0, Math.min(PERCENT, measured));
        double spread = laboratory.slowestSeconds() - laboratory.fastestSeconds();
        double wait = laboratory.fastestSeconds() + spread * random.nextUniform();
        readyTick = board.tick() + Math.round(wait / tickSeconds);
        pending = true;
        return Optional.empty();
    }

    @Override
    public void scan() {
        if (pending && board.tick() >= readyTick) {
            pending = false;
            result = taken;
            count++;
            events.raise(new SampleReady(definition.id(), result, "wt%"));
        }
        board.set(resultSignal, result);
        board.set(countSignal, count);
    }

    @Override
    public Map<String, VerbRule> presets() {
        return Map.of("SAMPLE." + definition.id(), VerbRule.range(0, PERCENT, "wt%"));
    }

    @Override
    public void preset(String name, double value) {
        result = value;
        count = 1;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(target());
        writer.writeDouble(taken);
        writer.writeDouble(result);
        writer.writeLong(readyTick);
        writer.writeBoolean(pending);
        writer.writeInt(count);
        random.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(target());
        taken = reader.readDouble();
        result = reader.readDouble();
        readyTick = reader.readLong();
        pending = reader.readBoolean();
        count = reader.readInt();
        random.restore(reader);
    }

    private static double rounded(double value, double step) {
        return step < 1 ? FastMath.rint(value * PERCENT) / PERCENT : FastMath.rint(value);
    }
}
