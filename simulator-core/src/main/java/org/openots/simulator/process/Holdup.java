package org.openots.simulator.process;

import java.util.List;
import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/**
 * A well-mixed holdup of liquid, vapour and one inert gas. States: liquid moles (nc), vapour moles (nc), inert moles,
 * internal energy (scaled by {@link #ENERGY_SCALE}). Everything else follows explicitly, without flash and without
 * phase switching, so that the holdup may be empty, cold and full of air, boil, run dry and be refilled:
 *
 * <ul>
 *   <li>temperature from the internal energy (metal included);
 *   <li>pressure from the gas space that the liquid leaves;
 *   <li>film isotherm x_i = nL_i/(nL + eps), which makes first wetting and dry-out smooth;
 *   <li>evaporation kA (x_i gamma_i Psat_i - y_i P)/P0 relaxes the phases towards equilibrium.
 * </ul>
 */
public final class Holdup extends StateBlock {
    /** The energy state is kept in units of 10 kJ so that all states of a block have similar size. */
    public static final double ENERGY_SCALE = 1e-4;

    /** Pressure per share of volume by which liquid exceeds a full holdup: 10 MPa, stiff but finite. */
    private static final double HYDRAULIC_STIFFNESS = 1e7;

    /** Share of the volume at which liquid starts to push back. */
    private static final double HYDRAULIC_START = 0.985;

    /** Width of that onset; proportional to the volume it guards. */
    private static final double HYDRAULIC_WIDTH = 0.004;

    /** How much easier a mixture boils or condenses as a whole than it exchanges components; 6 keeps trays within
     * 0.2 K of their bubble point under 20 K subcooled reflux. */
    private static final double BULK_TRANSFER = 6;

    /**
     * Time in which a liquid far above its boiling point would be gone, s: 10. Bubbles form all through a liquid that presses
     * with more than the whole gas, inert included, so that a drum whose surface exchanges slowly with the gas still flashes
     * when it is relieved, and stays within 1 K of its boiling point. It begins 1 % beyond, so that a boiling sump or tray,
     * which has its own exchange, does not know of it.
     */
    private static final double FLASH_TIME = 10;

    /** Relative surplus of the film's pressure over which boiling turns into condensing: 1 %. */
    private static final double BULK_WIDTH = 0.01;

    /**
     * Share of the holdup's gas at ambient conditions with which the push of an overfull liquid reaches half of the
     * bubbles' pressure: 1e-3. Bubbles in a flooded holdup (its gas floor, some percent) feel all of it, and the last
     * trace of gas in a liquid-full one none, so that condensing ends where the gas does.
     */
    private static final double BUBBLE_TRACE = 1e-3;

    /** Relative difference of the Jacobian: 1e-7, coarser than the root of the rounding (1.5e-8) because flows that
     * follow from differences of pressures have lost digits. */
    private static final double PERTURBATION = 1e-7;

    private final HoldupSpec spec;
    private final PhaseModel phases;
    private final Surroundings surroundings;
    private final int nc;
    private final double bubbleTrace;
    private double pressure;
    private double bubblePressure;
    private double gasDensity;
    private double bubbleDensity;
    private double gasReadiness;
    private double liquidMolarDensity;
    private double liquidHeight;

    public Holdup(HoldupSpec spec, PhaseModel phases, Surroundings surroundings) {
        super(spec.id(), 2 * phases.nc + 2);
        this.spec = spec;
        this.phases = phases;
        this.surroundings = surroundings;
        this.nc = phases.nc;
        this.bubbleTrace = BUBBLE_TRACE * PhaseModel.AMBIENT_GAS_DENSITY * spec.volume();
    }

    @Override
    public void evaluate(double[] y) {
        phases.evaluate(y, offset(), y[energyOffset()] / ENERGY_SCALE);
        double overfull = Smooth.ramp(phases.liquidVolume / spec.volume() - HYDRAULIC_START, HYDRAULIC_WIDTH);
        double push = HYDRAULIC_STIFFNESS * overfull;
        pressure = phases.gasPressure + push;
        bubblePressure = phases.gasPressure + Smooth.share(phases.gasMoles, bubbleTrace) * push;
        gasDensity = phases.gasMoles / phases.gasVolume;
        bubbleDensity = gasDensity + push / (PhysicalConstants.GAS_CONSTANT * phases.temperature);
        gasReadiness = GasFlow.readiness(gasDensity, phases.vapourMolarMass);
        liquidMolarDensity = phases.liquidMoles > 0 ? phases.liquidMoles / FastMath.max(phases.liquidVolume, 1e-15) : 0;
        liquidHeight = FastMath.max(phases.liquidVolume, 0) / spec.liquidArea();
    }

    @Override
    public void ownRates(FlowSink sink) {
        transfer(sink, spec.transfer());
        sink.heatIn(energyOffset(), surroundings.heatInto(spec.heatLoss(), phases.temperature));
    }

    /**
     * Adds evaporation with a transfer capacity in mol/s at one atmosphere of driving pressure. The exchange of
     * components meets the diffusion resistance that the efficiency stands for; boiling or condensing as a whole does
     * not, so the sum of the driving pressures acts with a larger capacity and keeps the liquid at its bubble point.
     * Vapour drives with the pressure of the bubbles, which is that of the holdup as long as there are any.
     */
    public void transfer(FlowSink sink, double capacity) {
        double k = capacity / PhysicalConstants.STANDARD_ATMOSPHERE;
        double[] film = phases.escape;
        double[] gas = phases.y;
        double filmSum = 0;
        double vapourSum = 0;
        for (int i = 0; i < nc; i++) {
            filmSum += film[i];
            vapourSum += gas[i] * bubblePressure;
        }
        double surplus = (filmSum - vapourSum) / (filmSum + FastMath.abs(vapourSum) + 100);
        double boiling = 2 * BULK_TRANSFER * k * Smooth.ramp(surplus, BULK_WIDTH);
        double excess = (filmSum - bubblePressure) / (filmSum + FastMath.abs(bubblePressure) + 100);
        double flashing = FastMath.max(phases.liquidMoles, 0) / (FLASH_TIME * PhysicalConstants.STANDARD_ATMOSPHERE);
        boiling += 2 * flashing * Smooth.ramp(excess - BULK_WIDTH, BULK_WIDTH);
        double condensing = 2 * BULK_TRANSFER * k * Smooth.ramp(-surplus, BULK_WIDTH);
        for (int i = 0; i < nc; i++) {
            double partial = gas[i] * bubblePressure;
            sink.evaporate(this, i, k * (film[i] - partial) + boiling * film[i] - condensing * partial);
        }
    }

    @Override
    public void errorScale(double[] y, double[] scale) {
        int at = offset();
        double rtol = RELATIVE_TOLERANCE;
        for (int i = 0; i < nc; i++) {
            scale[at + i] = rtol * (FastMath.abs(y[at + i]) + 0.02 * phases.liquidMoles + 2 * spec.filmMoles() + 0.05);
        }
        for (int i = nc; i <= 2 * nc; i++) {
            scale[at + i] = rtol * (FastMath.abs(y[at + i]) + 0.02 * phases.gasMoles + 0.005);
        }
        scale[energyOffset()] = rtol
                * ENERGY_SCALE
                * (3 * spec.metalHeatCapacity()
                        + 750 * FastMath.max(phases.liquidMoles, 0)
                        + 300 * phases.gasMoles
                        + 10);
    }

    @Override
    public boolean admissible(double[] y) {
        int at = offset();
        double liquid = 0;
        double gas = y[at + 2 * nc];
        for (int i = 0; i < nc; i++) {
            liquid += y[at + i];
            gas += y[at + nc + i];
        }
        boolean ok = liquid > -0.2 * spec.filmMoles() && gas > -0.5 * phases.gasTrace;
        for (int i = 0; i < nc; i++) {
            ok &= y[at + i] > -0.2 * spec.filmMoles();
        }
        for (int i = nc; i <= 2 * nc; i++) {
            ok &= y[at + i] > -0.01 * (gas + 0.01);
        }
        return ok;
    }

    /**
     * A trace is moved by a share of what it is a trace of: moved by a share of itself, the rounding of the large flows
     * it travels with would be all that its column of the Jacobian holds, and the ledger would not close.
     */
    @Override
    public double perturbation(int state, double value) {
        if (state < nc) {
            return PERTURBATION * (FastMath.abs(value) + 0.1 * FastMath.max(phases.liquidMoles, 0) + 0.01);
        }
        return state <= 2 * nc
                ? PERTURBATION * (FastMath.abs(value) + 0.1 * FastMath.max(phases.gasMoles, 0) + 1e-3)
                : PERTURBATION * (FastMath.abs(value) + 0.1);
    }

    /** Empties the holdup and fills it with air at the given conditions. */
    public void fillWithAir(double[] y, double temperatureK, double pressurePa) {
        int at = offset();
        for (int i = 0; i < size(); i++) {
            y[at + i] = 0;
        }
        y[at + 2 * nc] = phases.inertMoles(spec.volume(), temperatureK, pressurePa);
        setTemperature(y, temperatureK);
    }

    /** Puts liquid into the holdup, given by mass fractions, and leaves the rest of the volume to air. */
    void fill(double[] y, double[] massFractions, double volume, double temperatureK, double pressurePa) {
        fillWithAir(y, temperatureK, pressurePa);
        double perVolume = 0;
        for (int i = 0; i < nc; i++) {
            double moles = massFractions[i] / phases.caloric.molarMass(i);
            perVolume += moles * phases.caloric.liquidVolume(i, temperatureK);
        }
        for (int i = 0; i < nc; i++) {
            y[offset() + i] = massFractions[i] / phases.caloric.molarMass(i) * volume / perVolume;
        }
        y[offset() + 2 * nc] = phases.inertMoles(spec.volume() - volume, temperatureK, pressurePa);
        setTemperature(y, temperatureK);
    }

    private void setTemperature(double[] y, double temperatureK) {
        y[energyOffset()] = phases.internalEnergy(y, offset(), temperatureK) * ENERGY_SCALE;
    }

    public HoldupSpec spec() {
        return spec;
    }

    public int vapourOffset() {
        return offset() + nc;
    }

    public int energyOffset() {
        return offset() + 2 * nc + 1;
    }

    /** Liquid mole fraction; sums to one on a wet holdup and to zero on a dry one. */
    public double liquidFraction(int component) {
        return phases.x[component];
    }

    public double vapourFraction(int component) {
        return phases.y[component];
    }

    public double inertFraction() {
        return phases.inertFraction;
    }

    /** K. */
    public double temperature() {
        return phases.temperature;
    }

    /** Pa absolute. */
    public double pressure() {
        return pressure;
    }

    /** m3. */
    public double liquidVolume() {
        return phases.liquidVolume;
    }

    /** mol. */
    public double liquidMoles() {
        return phases.liquidMoles;
    }

    /** mol. */
    public double gasMoles() {
        return phases.gasMoles;
    }

    /** Liquid share of the level range, 0 to a little above 1. */
    public double level() {
        return phases.liquidVolume / spec.levelVolume();
    }

    /** Clear liquid height, m, at least 0. */
    public double liquidHeight() {
        return liquidHeight;
    }

    /** mol/m3. */
    public double liquidMolarDensity() {
        return liquidMolarDensity;
    }

    /** kg/m3. */
    public double liquidDensity() {
        return liquidMolarDensity * phases.liquidMolarMass;
    }

    /** kg/mol. */
    public double liquidMolarMass() {
        return phases.liquidMolarMass;
    }

    /** kg/mol. */
    public double vapourMolarMass() {
        return phases.vapourMolarMass;
    }

    /** Molar density of the gas space, mol/m3. */
    public double gasDensity() {
        return gasDensity;
    }

    /**
     * Molar density of the gas that passes through the holdup, mol/m3: that of the gas space or, where liquid fills the
     * holdup, that of bubbles under the liquid's pressure, which do not thin out with the last trace of gas.
     */
    public double bubbleDensity() {
        return bubbleDensity;
    }

    /** Gas through an opening of 1 m2 at a driving pressure of 1 Pa, mol/(s m2 Pa^0.5), without expansion. */
    double gasReadiness() {
        return gasReadiness;
    }

    /** J/mol of liquid; goes to zero with the wetted share. */
    public double liquidEnthalpy() {
        return phases.liquidEnthalpy;
    }

    /** Enthalpy the liquid would have at another temperature, J/mol. */
    public double liquidEnthalpyAt(double t) {
        double sum = 0;
        for (int i = 0; i < nc; i++) {
            sum += phases.x[i] * phases.caloric.enthalpy(i, t);
        }
        return sum;
    }

    /** J/mol of gas. */
    public double vapourEnthalpy() {
        return phases.vapourEnthalpy;
    }

    /** Sum of the film's partial pressures, Pa: the pressure at which the liquid would boil. */
    public double boilingPressure() {
        double sum = 0;
        for (int i = 0; i < nc; i++) {
            sum += phases.escape[i];
        }
        return sum;
    }

    /** Mass fraction of a component in the liquid; NaN when dry. */
    public double massFraction(int component) {
        double mass = 0;
        for (int i = 0; i < nc; i++) {
            mass += phases.x[i] * phases.caloric.molarMass(i);
        }
        return phases.liquidMoles > spec.filmMoles()
                ? phases.x[component] * phases.caloric.molarMass(component) / mass
                : Double.NaN;
    }

    /** Partial pressure of a component in the gas, Pa. */
    public double partialPressure(int component) {
        return phases.y[component] * pressure;
    }

    /** J/mol of the inert at this temperature. */
    public double inertEnthalpy() {
        return phases.caloric.enthalpy(2 * nc, phases.temperature);
    }

    public CaloricModel caloric() {
        return phases.caloric;
    }

    @Override
    public void startCold(double[] y, Surroundings around) {
        fillWithAir(y, around.temperature(), around.pressure());
    }

    @Override
    public void addInventory(double[] y, double[] sum) {
        int at = offset();
        for (int i = 0; i < nc; i++) {
            sum[i] += y[at + i] + y[at + nc + i];
        }
        sum[nc] += y[at + 2 * nc];
        sum[nc + 1] += y[energyOffset()] / ENERGY_SCALE;
    }

    /** Names what can be read of the holdup. */
    public void publish(VariableSink out, List<String> components) {
        out.put(id() + ".T", "K", this::temperature);
        out.put(id() + ".P", "Pa", this::pressure);
        out.put(id() + ".level", "1", this::level);
        out.put(id() + ".V", "m3", this::liquidVolume);
        out.put(id() + ".air", "1", this::inertFraction);
        out.put(id() + ".w", "1", () -> massFraction(0));
        out.put(id() + ".y", "1", () -> vapourFraction(0));
        for (int i = 0; i < components.size(); i++) {
            int component = i;
            out.put(id() + ".w." + components.get(i), "1", () -> massFraction(component));
        }
    }
}
