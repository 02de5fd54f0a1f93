package org.openots.simulator.process;

import org.hipparchus.util.FastMath;
import org.openots.simulator.thermo.PropertyPackage;

/**
 * State functions of the contents of one holdup: temperature, volumes, pressure of the gas, compositions, enthalpies and
 * the liquid's tendency to evaporate, all explicit functions of amounts and internal energy. One per holdup, used by one
 * thread; {@link #evaluate} overwrites the results of the last call. Allocates nothing.
 *
 * <p>Implementations differ in the equation of state and the mixture model; the vessel, the film and the gas trace are
 * the same for all.
 */
public abstract class PhaseModel {
    /**
     * Share of the holdup's gas at ambient conditions that is added where mole numbers divide: 1e-5. A liquid-full
     * holdup has no gas, and nothing may become infinite on the way there.
     */
    private static final double GAS_TRACE = 1e-5;

    /** Molar density of gas at ambient conditions: 41 mol/m3 (101.325 kPa, 25 C). */
    static final double AMBIENT_GAS_DENSITY = 41;

    final int nc;
    final HoldupSpec spec;
    final CaloricModel caloric;
    final double gasTrace;
    final double lightest;
    final double[] x;
    final double[] y;
    /** What each component of the film presses with towards the gas, Pa: in balance with y_i times the gas pressure. */
    final double[] escape;

    double temperature;
    double liquidMoles;
    double liquidVolume;
    double liquidEnthalpy;
    double liquidMolarMass;
    double gasMoles;
    double gasVolume;
    double gasPressure;
    double inertFraction;
    double vapourEnthalpy;
    double vapourMolarMass;

    PhaseModel(HoldupSpec spec, CaloricModel caloric) {
        this.spec = spec;
        this.caloric = caloric;
        this.nc = caloric.components();
        this.gasTrace = GAS_TRACE * AMBIENT_GAS_DENSITY * spec.volume();
        this.lightest = caloric.lightestMolarMass();
        this.x = new double[nc];
        this.y = new double[nc];
        this.escape = new double[nc];
    }

    /**
     * The model that goes with a property package.
     *
     * @param properties the package
     * @param caloric from the same package; shared by all holdups
     * @param spec of the holdup
     * @return a new model
     */
    public static PhaseModel of(PropertyPackage properties, CaloricModel caloric, HoldupSpec spec) {
        CubicParameters cubic = caloric.equationOfState();
        return cubic == null ? new IdealPhases(spec, properties, caloric) : new CubicPhases(spec, caloric, cubic);
    }

    /**
     * Computes all results.
     *
     * @param states state vector of the flowsheet
     * @param at first state of the holdup: liquid moles (nc), vapour moles (nc), inert moles
     * @param energy internal energy of contents and metal, J
     */
    abstract void evaluate(double[] states, int at, double energy);

    /** Internal energy at a temperature, J. */
    abstract double internalEnergy(double[] states, int at, double temperatureK);

    /** Inert that fills a gas space, mol. */
    abstract double inertMoles(double volume, double temperatureK, double pressurePa);

    /** Room that the liquid leaves to the gas, m3; never below a floor that bounds the stiffness. */
    final double room(double liquid) {
        double floor = spec.gasFloor() * spec.volume();
        return floor + Smooth.positive(spec.volume() - liquid - floor, 0.3 * floor);
    }

    /** One over the liquid moles plus the film: turns moles into fractions that vanish on a dry holdup. */
    final double liquidShare() {
        return 1 / FastMath.max(liquidMoles + spec.filmMoles(), 0.2 * spec.filmMoles());
    }

    /** One over the gas moles plus the trace. */
    final double gasShare() {
        return 1 / FastMath.max(gasMoles + gasTrace, 0.2 * gasTrace);
    }

    /** Amounts, fractions and mean molar masses of both phases. */
    final void compositions(double[] states, int at) {
        double liquid = 0;
        double gas = states[at + 2 * nc];
        for (int i = 0; i < nc; i++) {
            liquid += states[at + i];
            gas += states[at + nc + i];
        }
        liquidMoles = liquid;
        gasMoles = gas;
        double perLiquid = liquidShare();
        double perGas = gasShare();
        inertFraction = states[at + 2 * nc] * perGas;
        double liquidMass = 0;
        double gasMass = (gasTrace * perGas + inertFraction) * caloric.molarMass(nc);
        for (int i = 0; i < nc; i++) {
            x[i] = states[at + i] * perLiquid;
            y[i] = states[at + nc + i] * perGas;
            liquidMass += states[at + i] * caloric.molarMass(i);
            gasMass += y[i] * caloric.molarMass(i);
        }
        liquidMolarMass = liquid > 0 ? liquidMass / liquid : caloric.molarMass(0);
        vapourMolarMass = FastMath.max(gasMass, lightest);
    }
}
