package org.openots.simulator.equipment;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.VariableSink;

/**
 * Liquid that runs by itself from one holdup to a lower one as soon as it stands above an outlet. Condensate that runs
 * off cold tubes leaves colder than the gas: a share of the way down to the water (mean of a laminar film, Nusselt
 * 1916), which vanishes as the water runs out.
 */
public final class OverflowLine implements Link {
    private final String id;
    private final Holdup from;
    private final Holdup to;
    private final double startVolume;
    private final double drainTime;
    private final @Nullable Cooler coil;
    private final double subcooling;
    private double flow;

    /**
     * Creates a line.
     *
     * @param startVolume liquid volume at the outlet's edge, m3
     * @param drainTime time constant of the liquid above it, s
     * @param coil the tubes the liquid runs off, or null
     * @param subcooling share of the way from the gas temperature to the coolant's, dimensionless
     */
    public OverflowLine(
            String id,
            Holdup from,
            Holdup to,
            double startVolume,
            double drainTime,
            @Nullable Cooler coil,
            double subcooling) {
        this.coil = coil;
        this.subcooling = subcooling;
        this.id = id;
        this.from = from;
        this.to = to;
        this.startVolume = startVolume;
        this.drainTime = drainTime;
    }

    @Override
    public String id() {
        return id;
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(from, to);
    }

    @Override
    public void flows(FlowSink sink) {
        double above = Smooth.ramp(from.liquidVolume() - startVolume, 0.1 * startVolume);
        double volume = to.spec().volume();
        double room = 1 - Smooth.step(to.liquidVolume() - 0.95 * volume, 0.02 * volume);
        flow = above / drainTime * room * from.liquidMolarDensity();
        sink.liquid(from, to, flow);
        if (coil != null) {
            double colder = from.temperature()
                    - subcooling * coil.coldShare() * (from.temperature() - coil.coolantTemperature());
            double heat = flow * (from.liquidEnthalpy() - from.liquidEnthalpyAt(colder));
            sink.heatIn(to.energyOffset(), -heat);
            coil.addDuty(heat);
        }
    }

    /** mol/s. */
    public double flow() {
        return flow;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id + ".n", "mol/s", this::flow);
    }
}
