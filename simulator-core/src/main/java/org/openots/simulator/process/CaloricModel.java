package org.openots.simulator.process;

import java.util.Arrays;
import java.util.List;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.Inert;
import org.openots.simulator.thermo.PropertyPackage;

/**
 * Enthalpies and liquid volumes of all species as polynomials in one flat table, so that the energy of a holdup is
 * itself a polynomial in temperature. Species order: liquids (nc), vapours (nc), inert.
 */
final class CaloricModel {
    /** Coefficients per enthalpy polynomial: heat capacities up to fourth order give fifth-order enthalpies. */
    static final int TERMS = 6;

    private final int components;
    private final double[] enthalpy;
    private final double[] volume;
    private final double[] molarMass;

    CaloricModel(PropertyPackage properties) {
        List<Component> list = properties.components();
        Inert inert = properties.inert();
        components = list.size();
        enthalpy = new double[(2 * components + 1) * TERMS];
        volume = new double[components * 3];
        molarMass = new double[components + 1];
        for (int i = 0; i < components; i++) {
            Component c = list.get(i);
            c.liquidEnthalpy().copyTo(enthalpy, i * TERMS, TERMS);
            c.vapourEnthalpy().copyTo(enthalpy, (components + i) * TERMS, TERMS);
            c.liquidVolume().copyTo(volume, i * 3, 3);
            molarMass[i] = c.molarMass();
        }
        inert.enthalpy().copyTo(enthalpy, 2 * components * TERMS, TERMS);
        molarMass[components] = inert.molarMass();
    }

    int components() {
        return components;
    }

    /** Molar mass of a component, or of the inert at index nc, kg/mol. */
    double molarMass(int species) {
        return molarMass[species];
    }

    /** Molar mass of the lightest species, kg/mol: no mixture is lighter, whatever rounding does to its fractions. */
    double lightestMolarMass() {
        return Arrays.stream(molarMass).min().orElseThrow();
    }

    /** Enthalpy of a species, J/mol. */
    double enthalpy(int species, double t) {
        int c = species * TERMS;
        double sum = enthalpy[c + TERMS - 1];
        for (int i = TERMS - 2; i >= 0; i--) {
            sum = sum * t + enthalpy[c + i];
        }
        return sum;
    }

    /** Molar volume of a liquid, m3/mol. */
    double liquidVolume(int component, double t) {
        int c = component * 3;
        return (volume[c + 2] * t + volume[c + 1]) * t + volume[c];
    }

    /**
     * The temperature at which a holdup has a given internal energy: Newton's method on the energy polynomial, always
     * from 340 K and always five steps, which reaches rounding between 200 K and 600 K because heat capacities vary
     * slowly.
     *
     * @param y state vector
     * @param at first state of the holdup: liquids, vapours, inert
     * @param energy J
     * @param metal heat capacity of metal, J/K
     * @param poly scratch of {@link #TERMS}
     * @return K
     */
    double temperature(double[] y, int at, double energy, double metal, double[] poly) {
        int species = 2 * components + 1;
        double gasMoles = 0;
        Arrays.fill(poly, 0);
        for (int s = 0; s < species; s++) {
            double n = y[at + s];
            gasMoles += s >= components ? n : 0;
            int c = s * TERMS;
            for (int i = 0; i < TERMS; i++) {
                poly[i] += n * enthalpy[c + i];
            }
        }
        poly[1] += metal - gasMoles * PhysicalConstants.GAS_CONSTANT;
        poly[0] -= metal * PhysicalConstants.REFERENCE_TEMPERATURE + energy;
        double t = 340;
        for (int step = 0; step < 5; step++) {
            double value = poly[TERMS - 1];
            double slope = 0;
            for (int i = TERMS - 2; i >= 0; i--) {
                slope = slope * t + value;
                value = value * t + poly[i];
            }
            t -= value / slope;
        }
        return t;
    }

    /** Internal energy of given contents at a temperature, J. */
    double internalEnergy(double[] y, int at, double metal, double t) {
        double sum = metal * (t - PhysicalConstants.REFERENCE_TEMPERATURE);
        for (int s = 0; s < 2 * components + 1; s++) {
            double h = enthalpy(s, t) - (s >= components ? PhysicalConstants.GAS_CONSTANT * t : 0);
            sum += y[at + s] * h;
        }
        return sum;
    }
}
