package org.openots.simulator.tuning;

import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;

/**
 * A relay test: it drives the output of a loop in MAN up or down as the measurement crosses the set point, and reads gain
 * and period off the steady swing. Ku = 4 d / (pi sqrt(a^2 - h^2)) with relay amplitude d, amplitude a of the swing and
 * hysteresis h (K. J. Astrom, T. Hagglund, "Automatic tuning of simple regulators with specifications on phase and
 * amplitude margins", Automatica 20 (1984) 645-651). It is a describing-function analysis: the gain comes out up to a fifth
 * too low for a lag with a short dead time and 27 % too high for pure dead time; the period is right within a few per cent.
 *
 * <p>Use: ask {@link #next} at every scan for the output until {@link #result} has one. The first swing is left out.
 */
public final class RelayTest implements Stateful {
    private final Settings settings;
    private final double tickSeconds;
    private boolean high;
    private boolean begun;
    private double lowest = Double.POSITIVE_INFINITY;
    private double highest = Double.NEGATIVE_INFINITY;
    private long ticks;
    private long lastRise = -1;
    private int cycles = -1;
    private double periods;
    private double amplitudes;

    /**
     * How a test is made.
     *
     * @param output output around which the relay works, % of output
     * @param amplitude step up and down from there, % of output, above 0
     * @param setPoint measurement around which the loop swings, % of range
     * @param hysteresis half width around the set point within which the relay does not switch, % of range; two or three
     *     times the noise
     * @param direct whether the measurement falls when the output rises
     * @param cycles cycles to average, 1 or more
     */
    public record Settings(
            double output, double amplitude, double setPoint, double hysteresis, boolean direct, int cycles) {}

    /**
     * Prepares a test.
     *
     * @param settings how it is made
     * @param tickSeconds model time between scans, s
     */
    public RelayTest(Settings settings, double tickSeconds) {
        this.settings = settings;
        this.tickSeconds = tickSeconds;
    }

    /**
     * One scan.
     *
     * @param measurement the measurement now, % of range
     * @return the output to set, % of output
     */
    public double next(double measurement) {
        double error = settings.direct() ? measurement - settings.setPoint() : settings.setPoint() - measurement;
        boolean wants = high ? error > -settings.hysteresis() : error > settings.hysteresis();
        if (!begun) {
            begun = true;
            high = error > 0;
        } else if (wants && !high) {
            rise();
            high = true;
        } else {
            high = wants;
        }
        lowest = FastMath.min(lowest, measurement);
        highest = FastMath.max(highest, measurement);
        ticks++;
        return settings.output() + (high ? settings.amplitude() : -settings.amplitude());
    }

    /** The relay switches up: a cycle is over. */
    private void rise() {
        if (lastRise >= 0) {
            cycles++;
            if (cycles > 0) {
                periods += (ticks - lastRise) * tickSeconds;
                amplitudes += (highest - lowest) / 2;
            }
        }
        lastRise = ticks;
        lowest = Double.POSITIVE_INFINITY;
        highest = Double.NEGATIVE_INFINITY;
    }

    /**
     * The result.
     *
     * @return gain and period; empty while there are not enough cycles, or when the swing is no larger than the hysteresis
     */
    public Optional<RelayResult> result() {
        if (cycles < settings.cycles()) {
            return Optional.empty();
        }
        double amplitude = amplitudes / cycles;
        double square = amplitude * amplitude - settings.hysteresis() * settings.hysteresis();
        if (!(square > 0)) {
            return Optional.empty();
        }
        double gain = 4 * settings.amplitude() / (FastMath.PI * FastMath.sqrt(square));
        return Optional.of(new RelayResult(settings.direct() ? -gain : gain, periods / cycles, amplitude, cycles));
    }

    @Override
    public void save(StateWriter writer) {
        writer.section("relay-test");
        writer.writeBoolean(high);
        writer.writeBoolean(begun);
        writer.writeDouble(lowest);
        writer.writeDouble(highest);
        writer.writeLong(ticks);
        writer.writeLong(lastRise);
        writer.writeInt(cycles);
        writer.writeDouble(periods);
        writer.writeDouble(amplitudes);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section("relay-test");
        high = reader.readBoolean();
        begun = reader.readBoolean();
        lowest = reader.readDouble();
        highest = reader.readDouble();
        ticks = reader.readLong();
        lastRise = reader.readLong();
        cycles = reader.readInt();
        periods = reader.readDouble();
        amplitudes = reader.readDouble();
    }
}
