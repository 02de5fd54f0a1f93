package org.openots.simulator.process;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.thermo.PropertyPackage;

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
final class Holdup extends StateBlock {
    /** The energy state is kept in units of 10 kJ so that all states of a block have similar size. */
    static final double ENERGY_SCALE = 1e-4;

    /** Pressure per share of volume by which liquid exceeds a full holdup: 10 MPa, stiff but finite. */
    private static final double HYDRAULIC_STIFFNESS = 1e7;

    /** Share of the volume at which liquid starts to push back. */
    private static final double HYDRAULIC_START = 0.985;

    /** Width of that onset; proportional to the volume it guards. */
    private static final double HYDRAULIC_WIDTH = 0.004;

    /** How much easier a mixture boils or condenses as a whole than it exchanges components; 6 keeps trays within
     * 0.2 K of their bubble point under 20 K subcooled reflux. */
    private static final double BULK_TRANSFER = 6;

    /** Relative surplus of the film's pressure over which boiling turns into condensing: 1 %. */
    private static final double BULK_WIDTH = 0.01;

    /**
     * Share of the holdup's gas at ambient conditions that is added where mole numbers divide: 1e-5. A liquid-full
     * holdup has no gas, and nothing may become infinite on the way there.
     */
    private static final double GAS_TRACE = 1e-5;

    /**
     * Share of the holdup's gas at ambient conditions with which the push of an overfull liquid reaches half of the
     * bubbles' pressure: 1e-3. Bubbles in a flooded holdup (its gas floor, some percent) feel all of it, and the last
     * trace of gas in a liquid-full one none, so that condensing ends where the gas does.
     */
    private static final double BUBBLE_TRACE = 1e-3;

    /** Molar density of gas at ambient conditions: 41 mol/m3 (101.325 kPa, 25 C). */
    private static final double AMBIENT_GAS_DENSITY = 41;

    private final HoldupSpec spec;
    private final CaloricModel caloric;
    private final PropertyPackage properties;
    private final Surroundings surroundings;
    private final int nc;
    private final double[] x;
    private final double[] yv;
    private final double[] film;
    private final double[] work;
    private final double[] poly;
    private final double gasTrace;
    private final double bubbleTrace;
    private final double lightest;
    private double inertFraction;
    private double temperature;
    private double pressure;
    private double bubblePressure;
    private double liquidVolume;
    private double gasDensity;
    private double liquidMoles;
    private double gasMoles;
    private double liquidEnthalpy;
    private double vapourEnthalpy;
    private double liquidMolarMass;
    private double vapourMolarMass;

    Holdup(HoldupSpec spec, PropertyPackage properties, Surroundings surroundings) {
        super(spec.id(), 2 * properties.components().size() + 2);
        this.spec = spec;
        this.caloric = new CaloricModel(properties);
        this.properties = properties;
        this.surroundings = surroundings;
        this.nc = properties.components().size();
        this.gasTrace = GAS_TRACE * AMBIENT_GAS_DENSITY * spec.volume();
        this.bubbleTrace = BUBBLE_TRACE * AMBIENT_GAS_DENSITY * spec.volume();
        this.lightest = caloric.lightestMolarMass();
        this.x = new double[nc];
        this.yv = new double[nc];
        this.film = new double[nc];
        this.work = new double[properties.workLength()];
        this.poly = new double[CaloricModel.TERMS];
    }

    @Override
    void evaluate(double[] y) {
        int at = offset();
        temperature = caloric.temperature(y, at, y[energyOffset()] / ENERGY_SCALE, spec.metalHeatCapacity(), poly);
        liquid(y, at);
        gas(y, at);
        double covered = FastMath.max(liquidMoles + spec.filmMoles(), 0.2 * spec.filmMoles());
        double dryness = 1e-3 * spec.filmMoles() / covered;
        properties.partialPressures(temperature, x, dryness, film, work);
    }

    private void liquid(double[] y, int at) {
        liquidMoles = 0;
        liquidVolume = 0;
        for (int i = 0; i < nc; i++) {
            liquidMoles += y[at + i];
            liquidVolume += y[at + i] * caloric.liquidVolume(i, temperature);
        }
        double share = 1 / FastMath.max(liquidMoles + spec.filmMoles(), 0.2 * spec.filmMoles());
        liquidEnthalpy = 0;
        liquidMolarMass = 0;
        double sum = 0;
        for (int i = 0; i < nc; i++) {
            x[i] = y[at + i] * share;
            sum += x[i];
            liquidEnthalpy += x[i] * caloric.enthalpy(i, temperature);
            liquidMolarMass += x[i] * caloric.molarMass(i);
        }
        liquidMolarMass = sum > 0 ? liquidMolarMass / sum : caloric.molarMass(0);
    }

    private void gas(double[] y, int at) {
        gasMoles = y[at + 2 * nc];
        for (int i = 0; i < nc; i++) {
            gasMoles += y[at + nc + i];
        }
        double share = 1 / FastMath.max(gasMoles + gasTrace, 0.2 * gasTrace);
        vapourEnthalpy = 0;
        vapourMolarMass = gasTrace * share * caloric.molarMass(nc);
        for (int i = 0; i < nc; i++) {
            yv[i] = y[at + nc + i] * share;
            vapourEnthalpy += yv[i] * caloric.enthalpy(nc + i, temperature);
            vapourMolarMass += yv[i] * caloric.molarMass(i);
        }
        inertFraction = y[at + 2 * nc] * share;
        vapourEnthalpy += inertFraction * caloric.enthalpy(2 * nc, temperature);
        vapourMolarMass = FastMath.max(vapourMolarMass + inertFraction * caloric.molarMass(nc), lightest);
        double floor = spec.gasFloor() * spec.volume();
        double gasVolume = floor + Smooth.positive(spec.volume() - liquidVolume - floor, 0.3 * floor);
        gasDensity = gasMoles / gasVolume;
        double overfull = Smooth.ramp(liquidVolume / spec.volume() - HYDRAULIC_START, HYDRAULIC_WIDTH);
        double gasPressure = gasDensity * PhysicalConstants.GAS_CONSTANT * temperature;
        double push = HYDRAULIC_STIFFNESS * overfull;
        pressure = gasPressure + push;
        bubblePressure = gasPressure + Smooth.share(gasMoles, bubbleTrace) * push;
    }

    @Override
    void ownRates(FlowSink sink) {
        transfer(sink, spec.transfer());
        sink.heatIn(energyOffset(), spec.heatLoss() * (surroundings.temperature() - temperature));
    }

    /**
     * Adds evaporation with a transfer capacity in mol/s at one atmosphere of driving pressure. The exchange of
     * components meets the diffusion resistance that the efficiency stands for; boiling or condensing as a whole does
     * not, so the sum of the driving pressures acts with a larger capacity and keeps the liquid at its bubble point.
     * Vapour drives with the pressure of the bubbles, which is that of the holdup as long as there are any.
     */
    void transfer(FlowSink sink, double capacity) {
        double k = capacity / PhysicalConstants.STANDARD_ATMOSPHERE;
        double filmSum = 0;
        double vapourSum = 0;
        for (int i = 0; i < nc; i++) {
            filmSum += film[i];
            vapourSum += yv[i] * bubblePressure;
        }
        double surplus = (filmSum - vapourSum) / (filmSum + FastMath.abs(vapourSum) + 100);
        double boiling = 2 * BULK_TRANSFER * k * Smooth.ramp(surplus, BULK_WIDTH);
        double condensing = 2 * BULK_TRANSFER * k * Smooth.ramp(-surplus, BULK_WIDTH);
        for (int i = 0; i < nc; i++) {
            double partial = yv[i] * bubblePressure;
            sink.evaporate(this, i, k * (film[i] - partial) + boiling * film[i] - condensing * partial);
        }
    }

    @Override
    void errorScale(double[] y, double[] scale) {
        int at = offset();
        double rtol = ProcessModel.RELATIVE_TOLERANCE;
        for (int i = 0; i < nc; i++) {
            scale[at + i] = rtol * (FastMath.abs(y[at + i]) + 0.02 * liquidMoles + 2 * spec.filmMoles() + 0.05);
        }
        for (int i = nc; i <= 2 * nc; i++) {
            scale[at + i] = rtol * (FastMath.abs(y[at + i]) + 0.02 * gasMoles + 0.005);
        }
        scale[energyOffset()] = rtol
                * ENERGY_SCALE
                * (3 * spec.metalHeatCapacity() + 750 * FastMath.max(liquidMoles, 0) + 300 * gasMoles + 10);
    }

    @Override
    boolean admissible(double[] y) {
        int at = offset();
        double liquid = 0;
        double gas = y[at + 2 * nc];
        for (int i = 0; i < nc; i++) {
            liquid += y[at + i];
            gas += y[at + nc + i];
        }
        boolean ok = liquid > -0.2 * spec.filmMoles() && gas > -0.5 * gasTrace;
        for (int i = 0; i < nc; i++) {
            ok &= y[at + i] > -0.2 * spec.filmMoles();
        }
        for (int i = nc; i <= 2 * nc; i++) {
            ok &= y[at + i] > -0.01 * (gas + 0.01);
        }
        return ok;
    }

    @Override
    double perturbation(int state, double value) {
        if (state < nc) {
            return 1e-7 * (FastMath.abs(value) + 0.01);
        }
        return state <= 2 * nc ? 1e-7 * (FastMath.abs(value) + 1e-3) : 1e-7 * (FastMath.abs(value) + 0.1);
    }

    /** Empties the holdup and fills it with air at the given conditions. */
    void fillWithAir(double[] y, double temperatureK, double pressurePa) {
        int at = offset();
        for (int i = 0; i < size(); i++) {
            y[at + i] = 0;
        }
        y[at + 2 * nc] = pressurePa * spec.volume() / (PhysicalConstants.GAS_CONSTANT * temperatureK);
        setTemperature(y, temperatureK);
    }

    /** Puts liquid into the holdup and leaves the rest of the volume to air at the given conditions. */
    void fill(double[] y, double[] fractions, double volume, double temperatureK, double pressurePa) {
        fillWithAir(y, temperatureK, pressurePa);
        double molar = 0;
        for (int i = 0; i < nc; i++) {
            molar += fractions[i] * caloric.liquidVolume(i, temperatureK);
        }
        for (int i = 0; i < nc; i++) {
            y[offset() + i] = fractions[i] * volume / molar;
        }
        y[offset() + 2 * nc] = pressurePa * (spec.volume() - volume) / (PhysicalConstants.GAS_CONSTANT * temperatureK);
        setTemperature(y, temperatureK);
    }

    private void setTemperature(double[] y, double temperatureK) {
        double energy = caloric.internalEnergy(y, offset(), spec.metalHeatCapacity(), temperatureK);
        y[energyOffset()] = energy * ENERGY_SCALE;
    }

    HoldupSpec spec() {
        return spec;
    }

    int vapourOffset() {
        return offset() + nc;
    }

    int energyOffset() {
        return offset() + 2 * nc + 1;
    }

    /** Liquid mole fraction; sums to one on a wet holdup and to zero on a dry one. */
    double liquidFraction(int component) {
        return x[component];
    }

    double vapourFraction(int component) {
        return yv[component];
    }

    double inertFraction() {
        return inertFraction;
    }

    /** K. */
    double temperature() {
        return temperature;
    }

    /** Pa absolute. */
    double pressure() {
        return pressure;
    }

    /** m3. */
    double liquidVolume() {
        return liquidVolume;
    }

    /** mol. */
    double liquidMoles() {
        return liquidMoles;
    }

    /** mol. */
    double gasMoles() {
        return gasMoles;
    }

    /** Liquid share of the level range, 0 to a little above 1. */
    double level() {
        return liquidVolume / spec.levelVolume();
    }

    /** Clear liquid height, m, at least 0. */
    double liquidHeight() {
        return FastMath.max(liquidVolume, 0) / spec.liquidArea();
    }

    /** mol/m3. */
    double liquidMolarDensity() {
        return liquidMoles > 0 ? liquidMoles / FastMath.max(liquidVolume, 1e-15) : 0;
    }

    /** kg/m3. */
    double liquidDensity() {
        return liquidMolarDensity() * liquidMolarMass;
    }

    /** kg/mol. */
    double liquidMolarMass() {
        return liquidMolarMass;
    }

    /** kg/mol. */
    double vapourMolarMass() {
        return vapourMolarMass;
    }

    /** Molar density of the gas space, mol/m3. */
    double gasDensity() {
        return gasDensity;
    }

    /** J/mol of liquid; goes to zero with the wetted share. */
    double liquidEnthalpy() {
        return liquidEnthalpy;
    }

    /** Enthalpy the liquid would have at another temperature, J/mol. */
    double liquidEnthalpyAt(double t) {
        double sum = 0;
        for (int i = 0; i < nc; i++) {
            sum += x[i] * caloric.enthalpy(i, t);
        }
        return sum;
    }

    /** J/mol of gas. */
    double vapourEnthalpy() {
        return vapourEnthalpy;
    }

    /** Sum of the film's partial pressures, Pa: the pressure at which the liquid would boil. */
    double boilingPressure() {
        double sum = 0;
        for (int i = 0; i < nc; i++) {
            sum += film[i];
        }
        return sum;
    }

    /** Mass fraction of a component in the liquid; NaN when dry. */
    double massFraction(int component) {
        double mass = 0;
        for (int i = 0; i < nc; i++) {
            mass += x[i] * caloric.molarMass(i);
        }
        return liquidMoles > spec.filmMoles() ? x[component] * caloric.molarMass(component) / mass : Double.NaN;
    }

    /** Partial pressure of a component in the gas, Pa. */
    double partialPressure(int component) {
        return yv[component] * pressure;
    }

    /** J/mol of the inert at this temperature. */
    double inertEnthalpy() {
        return caloric.enthalpy(2 * nc, temperature);
    }

    CaloricModel caloric() {
        return caloric;
    }
}
