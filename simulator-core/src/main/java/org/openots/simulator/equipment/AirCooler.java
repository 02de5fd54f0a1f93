package org.openots.simulator.equipment;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.math.Elementary;
import org.openots.simulator.math.Powers;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;

/**
 * Finned tubes with fans: Q = W cp e (T - T_air). The fans move a volume, so hot or thin air cools less; without them a
 * share of the flow is left by natural draft. The conductance follows from that of the tubes and of the fins, which goes
 * with the air flow to the power 0.681 (D. E. Briggs and E. H. Young, Chem. Eng. Prog. Symp. Ser. 59 (1963) 1). Warm air
 * that the fans draw in again raises the inlet temperature.
 */
public final class AirCooler implements Cooler {
    /** Molar mass of dry air: 0.0289652 kg/mol (Picard et al., Metrologia 45 (2008) 149, table 1). */
    private static final double AIR = 0.0289652;

    /** Specific heat of air: 1006 J/(kg K) at 25 C (Perry's 8th ed., Table 2-200). */
    private static final double SPECIFIC_HEAT = 1006;

    /** Exponent of the Reynolds number for finned tubes, Briggs and Young. */
    private static final double EXPONENT = 0.681;

    /** Most of its own warm air that a bank can draw in: 90 %. */
    private static final double MOST_RETURNED = 0.9;

    private final Spec spec;
    private final Holdup holdup;
    private final Surroundings surroundings;
    private double share;
    private double cleanliness;
    private double returned;
    private double airFlow;
    private double effectiveness;
    private double duty;

    /**
     * Data of the cooler.
     *
     * @param id name
     * @param fanInputs indices of the speeds of its fans, which share the flow
     * @param louvreInput index of the opening of its louvres, or -1 if it has none
     * @param airFlow volume that all fans move at full speed, m3/s
     * @param naturalShare share of it that natural draft moves with the fans at rest
     * @param tubeConductance UA of the inside and the tube wall, W/K
     * @param airConductance UA of the clean fins at full air flow, W/K
     * @param cleanlinessInput index of the factor on the fins
     * @param returnedInput index of the share of warm air that is drawn in again
     * @param floodable whether standing liquid blankets the tubes
     */
    public record Spec(
            String id,
            int[] fanInputs,
            int louvreInput,
            double airFlow,
            double naturalShare,
            double tubeConductance,
            double airConductance,
            int cleanlinessInput,
            int returnedInput,
            boolean floodable) {}

    /** Creates the cooler of a holdup. */
    public AirCooler(Spec spec, Holdup holdup, Surroundings surroundings) {
        this.spec = spec;
        this.holdup = holdup;
        this.surroundings = surroundings;
    }

    @Override
    public String id() {
        return spec.id();
    }

    @Override
    public List<StateBlock> blocks() {
        return List.of(holdup);
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        double fans = 0;
        for (int fan : spec.fanInputs()) {
            fans += inputs.get(fan) / spec.fanInputs().length;
        }
        double louvres = spec.louvreInput() < 0 ? 1 : inputs.get(spec.louvreInput());
        share = louvres * (spec.naturalShare() + (1 - spec.naturalShare()) * fans);
        cleanliness = inputs.get(spec.cleanlinessInput());
        returned = FastMath.min(inputs.get(spec.returnedInput()), MOST_RETURNED);
        double density = surroundings.pressure() * AIR / (PhysicalConstants.GAS_CONSTANT * surroundings.temperature());
        airFlow = share * spec.airFlow() * density;
        effectiveness = airFlow > 0 ? 1 - Elementary.exp(-conductance() / (airFlow * SPECIFIC_HEAT)) : 1;
    }

    /** Conductance of tubes and fins in series, W/K. */
    private double conductance() {
        double fins = spec.airConductance() * cleanliness * Powers.power(share, EXPONENT);
        return fins > 0 ? 1 / (1 / spec.tubeConductance() + 1 / fins) : 0;
    }

    @Override
    public void flows(FlowSink sink) {
        double flooded = spec.floodable()
                ? Smooth.ramp(holdup.liquidVolume() / holdup.spec().volume(), 0.02)
                : 0;
        double e = effectiveness * FastMath.max(0, 1 - flooded);
        double approach = e * (1 - returned) / (1 - returned * (1 - e));
        duty = airFlow * SPECIFIC_HEAT * approach * (holdup.temperature() - surroundings.temperature());
        sink.heatIn(holdup.energyOffset(), -duty);
    }

    @Override
    public double coldShare() {
        return 1 - effectiveness;
    }

    @Override
    public double coolantTemperature() {
        return surroundings.temperature();
    }

    @Override
    public void addDuty(double watts) {
        duty += watts;
    }

    /** Heat removed, W. */
    public double duty() {
        return duty;
    }

    /** kg/s. */
    public double airFlow() {
        return airFlow;
    }

    /** K; of the air that leaves the site for good. The temperature of the holdup when no air flows. */
    public double outletTemperature() {
        double leaving = airFlow * (1 - returned) * SPECIFIC_HEAT;
        return leaving > 0 ? surroundings.temperature() + duty / leaving : holdup.temperature();
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", this::airFlow);
        variables.put(id() + ".Tout", "K", this::outletTemperature);
        variables.put(id() + ".Q", "W", this::duty);
    }
}
