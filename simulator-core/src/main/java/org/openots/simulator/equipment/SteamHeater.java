package org.openots.simulator.equipment;

import java.util.List;
import java.util.Optional;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.process.FlowSink;
import org.openots.simulator.process.GasFlow;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.Link;
import org.openots.simulator.process.ProcessInputs;
import org.openots.simulator.process.Smooth;
import org.openots.simulator.process.StateBlock;
import org.openots.simulator.process.Surroundings;
import org.openots.simulator.process.VariableSink;

/**
 * A reboiler or preheater with its steam side: steam through valves into the shell, condensation at the temperature of
 * the shell, condensate into a pot and out through a level valve or trap. States: energy of the shell (metal and
 * condensate, all at the temperature of saturated steam) and mass of condensate. Shells in parallel share both.
 *
 * <p>The shell's pressure is the saturation pressure of its temperature: a cold process pulls it down until condensate
 * no longer drains (stall), condensate that backs up over the tubes takes them away. Heat passes to the process as far
 * as liquid wets the tubes; a thermosyphon circulates with the root of the liquid's height.
 */
public final class SteamHeater extends StateBlock implements Link {
    private static final double LEAST_TEMPERATURE = 273.16;
    private static final double HIGHEST_TEMPERATURE = 640;

    /** Share of a valve's opening at which a shell has half of its conductance: steam reaches it through a crack. */
    private static final double ENTRY = 0.02;

    private final Spec spec;
    private final Steam steam;
    private final Holdup holdup;
    private final List<Shell> shells;
    private final Surroundings surroundings;
    private final double[] leaked;
    private final @Nullable ThermosyphonLoop loop;
    private double conductance;
    private double inletArea;
    private double outletArea;
    private double leakArea;
    private double temperature;
    private double pressure;
    private double condensate;
    private double steamFlow;
    private double condensateFlow;
    private double duty;

    /**
     * Data of the heater.
     *
     * @param id name
     * @param inlet valves from the header
     * @param outlet valves behind the pot
     * @param leakInput index of the share of {@code leakArea} by which the tubes leak
     * @param leakArea flow area of a fully leaking tube, m2
     * @param leakComponent index of water among the components, or -1 if steam cannot enter the process
     * @param heatCapacity of the metal, J/K
     * @param heatLoss of the shell to the surroundings, W/K
     * @param potVolume condensate at level 100 %, m3
     * @param tubeVolume condensate above it that floods all tubes, m3
     * @param potHead height of the pot's outlet over the end of the condensate line, m
     * @param returnPressure pressure of the condensate line, Pa absolute
     * @param uncoveredBelow liquid volume of the process below which the tubes are dry, m3
     * @param coveredAbove liquid volume above which they are covered, m3
     * @param circulationVolume liquid volume at which a thermosyphon has its design circulation, m3; 0 for a kettle
     */
    public record Spec(
            String id,
            ValvePath inlet,
            ValvePath outlet,
            int leakInput,
            double leakArea,
            int leakComponent,
            double heatCapacity,
            double heatLoss,
            double potVolume,
            double tubeVolume,
            double potHead,
            double returnPressure,
            double uncoveredBelow,
            double coveredAbove,
            double circulationVolume) {}

    /**
     * A shell with tubes.
     *
     * @param valveInput index of its steam valve's opening, or -1 if it has none
     * @param conductance clean UA, W/K
     * @param cleanlinessInput index of the factor on UA
     */
    public record Shell(int valveInput, double conductance, int cleanlinessInput) {}

    /** Creates a heater of a holdup. */
    public SteamHeater(Spec spec, Steam steam, Holdup holdup, List<Shell> shells, Surroundings surroundings) {
        this(spec, steam, holdup, shells, surroundings, null);
    }

    /**
     * Creates a heater.
     *
     * @param circulation data of a loop with natural circulation, or null for a kettle or a circulation by level
     */
    public SteamHeater(
            Spec spec,
            Steam steam,
            Holdup holdup,
            List<Shell> shells,
            Surroundings surroundings,
            ThermosyphonLoop.@Nullable Spec circulation) {
        super(spec.id(), 2);
        this.loop = circulation == null ? null : new ThermosyphonLoop(circulation, this, holdup);
        this.spec = spec;
        this.steam = steam;
        this.holdup = holdup;
        this.surroundings = surroundings;
        this.shells = List.copyOf(shells);
        this.leaked = new double[holdup.caloric().components()];
    }

    @Override
    public List<StateBlock> blocks() {
        return loop == null ? List.of(this, holdup) : List.of(this, holdup, loop);
    }

    /** The loop that circulates the process through it; to be placed behind the heater. */
    public Optional<ThermosyphonLoop> loop() {
        return Optional.ofNullable(loop);
    }

    /** Heat into the process, W. */
    public double duty() {
        return duty;
    }

    @Override
    public void prepare(ProcessInputs inputs) {
        conductance = 0;
        for (int i = 0; i < shells.size(); i++) {
            Shell shell = shells.get(i);
            double open = shell.valveInput() < 0 ? 1 : inputs.get(shell.valveInput());
            double entered = Smooth.share(open, ENTRY) * (1 + ENTRY);
            conductance += shell.conductance() * inputs.get(shell.cleanlinessInput()) * entered;
        }
        inletArea = spec.inlet().area(inputs);
        outletArea = spec.outlet().area(inputs);
        leakArea = spec.leakArea() * inputs.get(spec.leakInput());
    }

    @Override
    public void evaluate(double[] y) {
        condensate = y[offset() + 1];
        double capacity = spec.heatCapacity() + FastMath.max(condensate, 0) * Steam.CONDENSATE_HEAT;
        double t = PhysicalConstants.REFERENCE_TEMPERATURE + y[offset()] / Holdup.ENERGY_SCALE / capacity;
        temperature = FastMath.min(FastMath.max(t, LEAST_TEMPERATURE), HIGHEST_TEMPERATURE);
        pressure = Steam.saturationPressure(temperature);
    }

    @Override
    public void ownRates(FlowSink sink) {
        double density = Steam.condensateDensity(temperature);
        double flooded = flooded(density);
        double width = 2e-3 * steam.pressure() + 20;
        steamFlow = inletArea
                * (1 - flooded)
                * FastMath.sqrt(2 * steam.density())
                * GasFlow.expansion(steam.pressure(), pressure, width);
        sink.heatIn(offset(), steamFlow * steam.specificEnthalpy());
        sink.other(offset() + 1, steamFlow);
        double height = FastMath.max(condensate, 0) / density / spec.potVolume();
        double drive = pressure
                - spec.returnPressure()
                + density * PhysicalConstants.GRAVITY * (spec.potHead() + FastMath.min(height, 2));
        double there = Smooth.share(condensate, 0.02 * density * spec.potVolume());
        condensateFlow = outletArea * FastMath.sqrt(2 * density) * Smooth.root(Smooth.ramp(drive, 200), 3000) * there;
        double sensible = Steam.CONDENSATE_HEAT * (temperature - PhysicalConstants.REFERENCE_TEMPERATURE);
        sink.heatIn(offset(), -condensateFlow * sensible);
        sink.other(offset() + 1, -condensateFlow);
        sink.heatIn(offset(), surroundings.heatInto(spec.heatLoss(), temperature));
    }

    /** Share of the tubes under condensate. */
    private double flooded(double density) {
        double above = (condensate / density - spec.potVolume()) / spec.tubeVolume();
        double share = Smooth.ramp(above, 0.05);
        return share - Smooth.ramp(share - 1, 0.05);
    }

    @Override
    public void flows(FlowSink sink) {
        double span = spec.coveredAbove() - spec.uncoveredBelow();
        double above = Smooth.ramp((holdup.liquidVolume() - spec.uncoveredBelow()) / span, 0.05);
        double wet = above - Smooth.ramp(above - 1, 0.05);
        double circulation = loop == null ? 1 : loop.share();
        if (spec.circulationVolume() > 0) {
            double r = FastMath.max(holdup.liquidVolume(), 0) / spec.circulationVolume();
            circulation = FastMath.sqrt((r + 1e-4) / (0.5 + 0.5 * r));
        }
        double active = 1 - flooded(Steam.condensateDensity(temperature));
        duty = conductance * wet * circulation * active * (temperature - holdup.temperature());
        sink.heat(offset(), holdup.energyOffset(), duty);
        if (leakArea > 0) {
            leak(sink);
        }
    }

    /** Steam that the shell loses into the process through a hole in a tube. */
    private void leak(FlowSink sink) {
        double density = pressure * steam.molarMass() / (PhysicalConstants.GAS_CONSTANT * temperature);
        double mass = leakArea * FastMath.sqrt(2 * density) * GasFlow.expansion(pressure, holdup.pressure(), 200);
        double enthalpy = mass * steam.steamEnthalpy(temperature);
        sink.heatIn(offset(), -enthalpy);
        sink.other(offset() + 1, -mass * Smooth.share(condensate, 0.1));
        leaked[spec.leakComponent()] = mass / steam.molarMass();
        sink.vapourIn(holdup, leaked, enthalpy);
    }

    @Override
    public void errorScale(double[] y, double[] scale) {
        double capacity = spec.heatCapacity() + FastMath.max(condensate, 0) * Steam.CONDENSATE_HEAT;
        scale[offset()] = RELATIVE_TOLERANCE * Holdup.ENERGY_SCALE * 30 * capacity;
        scale[offset() + 1] = RELATIVE_TOLERANCE * (FastMath.abs(y[offset() + 1]) + 50 * spec.potVolume());
    }

    @Override
    public boolean admissible(double[] y) {
        return y[offset() + 1] > -2 * spec.potVolume();
    }

    @Override
    public double perturbation(int state, double value) {
        return 1e-7 * (FastMath.abs(value) + (state == 0 ? 0.1 : 1e-2));
    }

    @Override
    public void startCold(double[] y, Surroundings around) {
        double warm = around.temperature() - PhysicalConstants.REFERENCE_TEMPERATURE;
        y[offset()] = spec.heatCapacity() * warm * Holdup.ENERGY_SCALE;
        y[offset() + 1] = 0;
    }

    @Override
    public void addInventory(double[] y, double[] sum) {
        sum[sum.length - 1] += y[offset()] / Holdup.ENERGY_SCALE;
    }

    @Override
    public void publish(VariableSink variables) {
        variables.put(id() + ".m", "kg/s", () -> steamFlow);
        variables.put(id() + ".condensate.m", "kg/s", () -> condensateFlow);
        variables.put(id() + ".T", "K", () -> temperature);
        variables.put(id() + ".P", "Pa", () -> pressure);
        variables.put(id() + ".Q", "W", () -> duty);
        variables.put(id() + ".level", "1", () -> condensate / Steam.condensateDensity(temperature) / spec.potVolume());
    }
}
