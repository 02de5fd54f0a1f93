package org.openots.simulator.process;

import org.openots.simulator.thermo.Equilibrium;
import org.openots.simulator.thermo.FlashResult;
import org.openots.simulator.thermo.PropertyPackage;

/** Phases and enthalpy of a stream of given composition, temperature and pressure; computed when one of them changes. */
public final class FeedState {
    private final CaloricModel caloric;
    private final Equilibrium equilibrium;
    private final int nc;
    private final double[] z;
    private final double[] liquid;
    private final double[] vapour;
    private double vapourFraction;
    private double enthalpy;
    private double molarMass;
    private double liquidDensity;

    /**
     * Creates the calculator.
     *
     * @param properties of the flowsheet
     * @param caloric from the same package
     */
    public FeedState(PropertyPackage properties, CaloricModel caloric) {
        this.caloric = caloric;
        this.equilibrium = new Equilibrium(properties);
        this.nc = properties.components().size();
        this.z = new double[nc];
        this.liquid = new double[nc];
        this.vapour = new double[nc];
    }

    /**
     * Computes everything anew.
     *
     * @param massFractions (nc); they need not sum to one
     * @param temperature K
     * @param pressure Pa absolute
     */
    public void update(double[] massFractions, double temperature, double pressure) {
        double moles = 0;
        double mass = 0;
        for (int i = 0; i < nc; i++) {
            z[i] = massFractions[i] / caloric.molarMass(i);
            moles += z[i];
            mass += massFractions[i];
        }
        molarMass = mass / moles;
        double volume = 0;
        for (int i = 0; i < nc; i++) {
            z[i] /= moles;
            volume += z[i] * caloric.liquidVolume(i, temperature);
        }
        liquidDensity = molarMass / volume;
        FlashResult flash = equilibrium.flash(temperature, pressure, z);
        vapourFraction = flash.vapourFraction();
        double[] x = flash.phases().liquid();
        double[] y = flash.phases().vapour();
        for (int i = 0; i < nc; i++) {
            liquid[i] = (1 - vapourFraction) * x[i];
            vapour[i] = vapourFraction * y[i];
        }
        enthalpy = caloric.mixtureEnthalpy(liquid, vapour, temperature, pressure);
    }

    /** Moles of a component that come as liquid with one mole of feed. */
    public double liquid(int component) {
        return liquid[component];
    }

    /** Moles of a component that come as vapour with one mole of feed. */
    public double vapour(int component) {
        return vapour[component];
    }

    /** mol/mol. */
    public double vapourFraction() {
        return vapourFraction;
    }

    /** J/mol of feed. */
    public double enthalpy() {
        return enthalpy;
    }

    /** kg/mol. */
    public double molarMass() {
        return molarMass;
    }

    /** Density if all of it were liquid, kg/m3. */
    public double liquidDensity() {
        return liquidDensity;
    }
}
