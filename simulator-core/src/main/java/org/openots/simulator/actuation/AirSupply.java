package org.openots.simulator.actuation;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.state.StateReader;
import org.openots.common.state.StateWriter;
import org.openots.common.state.Stateful;
import org.openots.common.text.LocalText;
import org.openots.simulator.operation.Impairable;
import org.openots.simulator.operation.ImpairmentKind;
import org.openots.simulator.operation.ImpairmentSet;
import org.openots.simulator.signal.SignalBoard;

/**
 * The instrument air header of a plant with its receiver. Fed, the pressure approaches its normal value with the filling
 * time; not fed, it decays exponentially with the buffer time, because leaks and bleeds of the positioners take air in
 * proportion to the pressure. Its signal is the gauge pressure in MPa.
 *
 * <p>Impairments: {@code failure} (flag: no air comes in), {@code pressure} (MPa gauge: the header is fed at this pressure
 * instead of the normal one).
 */
public final class AirSupply implements Impairable, Stateful {
    private static final int FAILURE = 0;
    private static final int PRESSURE = 1;

    private final Definition definition;
    private final SignalBoard board;
    private final ImpairmentSet impairments;
    private final int signal;
    private final int[] needs;
    private final double fillGain;
    private final double decayGain;
    private double pressure = Double.NaN;

    /**
     * An air supply of a plant pack.
     *
     * @param name its signal, for example {@code AIR.MAIN}
     * @param text what it is
     * @param needs signals of the supplies and switches of its compressor; empty when it comes from outside
     * @param normalPressure pressure while fed, MPa gauge
     * @param fillSeconds time constant of filling, s
     * @param bufferSeconds time constant of the decay without feed, s
     */
    public record Definition(
            String name,
            LocalText text,
            List<String> needs,
            double normalPressure,
            double fillSeconds,
            double bufferSeconds) {
        /** Copies the list. */
        public Definition {
            needs = List.copyOf(needs);
        }
    }

    /**
     * What a valve needs of an air supply. The spring wins gradually: with the header at or above the upper pressure the
     * actuator reaches every position, at or below the lower one it reaches only its fail position, and between them the
     * share of the travel is linear, as with a spring-opposed diaphragm.
     *
     * @param supply signal of the header
     * @param springLow pressure at which the spring begins to give way, MPa gauge
     * @param springHigh pressure that gives the full travel, MPa gauge, above springLow
     */
    public record Need(String supply, double springLow, double springHigh) {
        /** Not worked by air. */
        public static final Need NONE = new Need("", 0, 1);

        /**
         * Whether the valve is worked by air.
         *
         * @return false for an electric one
         */
        public boolean present() {
            return !supply.isEmpty();
        }

        /**
         * The share of the travel away from the fail position that a pressure allows.
         *
         * @param pressure of the header, MPa gauge
         * @return 0..1
         */
        double share(double pressure) {
            double share = (pressure - springLow) / (springHigh - springLow);
            return share > 0 ? Math.min(1, share) : 0;
        }
    }

    /**
     * Builds the supply and declares its signal.
     *
     * @param definition from the pack
     * @param board holds the signals; what it needs must be on it
     * @param tickSeconds model time between scans, s
     */
    public AirSupply(Definition definition, SignalBoard board, double tickSeconds) {
        this.definition = definition;
        this.board = board;
        this.signal = board.declare(definition.name(), "MPa", definition.text());
        this.needs = definition.needs().stream().mapToInt(board::index).toArray();
        this.impairments = new ImpairmentSet(
                definition.name(),
                ImpairmentKind.flag("failure"),
                new ImpairmentKind("pressure", "MPa", 0, definition.normalPressure()));
        this.fillGain = 1 - FastMath.exp(-tickSeconds / definition.fillSeconds());
        this.decayGain = 1 - FastMath.exp(-tickSeconds / definition.bufferSeconds());
    }

    /** Moves the pressure by one scan and publishes it; the first scan finds the header settled. */
    public void scan() {
        boolean fed = !impairments.on(FAILURE);
        for (int index : needs) {
            fed &= board.value(index) >= 0.5;
        }
        double source = fed ? impairments.value(PRESSURE, definition.normalPressure()) : 0;
        if (Double.isNaN(pressure)) {
            pressure = source;
        }
        pressure += (source >= pressure ? fillGain : decayGain) * (source - pressure);
        board.set(signal, pressure);
    }

    @Override
    public String target() {
        return definition.name();
    }

    @Override
    public ImpairmentSet impairments() {
        return impairments;
    }

    @Override
    public void save(StateWriter writer) {
        writer.section(definition.name());
        writer.writeDouble(pressure);
        impairments.save(writer);
    }

    @Override
    public void restore(StateReader reader) {
        reader.section(definition.name());
        pressure = reader.readDouble();
        impairments.restore(reader);
    }
}
