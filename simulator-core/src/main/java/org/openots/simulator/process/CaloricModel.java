package org.openots.simulator.process;

import java.util.Arrays;
import java.util.List;
import org.hipparchus.analysis.polynomials.PolynomialFunctionLagrangeForm;
import org.hipparchus.util.FastMath;
import org.jspecify.annotations.Nullable;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.thermo.Component;
import org.openots.simulator.thermo.Inert;
import org.openots.simulator.thermo.PengRobinson;
import org.openots.simulator.thermo.Polynomial;
import org.openots.simulator.thermo.PropertyPackage;

/**
 * Enthalpies and liquid volumes of all species as polynomials in one flat table, so that the energy of a holdup is
 * itself a polynomial in temperature. The variable is the distance from {@value #CENTRE} K, which keeps the terms of
 * higher order small. Species order: liquids (nc), vapours (nc), inert. Immutable.
 */
public final class CaloricModel {
    /** Centre of the polynomials, K: the middle of the temperatures at which the plants work. */
    static final double CENTRE = 340;

    /** Coefficients per enthalpy polynomial: heat capacities up to fourth order give fifth-order enthalpies. */
    static final int TERMS = 6;

    /** Coefficients per liquid volume. */
    private static final int VOLUME_TERMS = 3;

    /** Sums over the contents of a holdup: enthalpy of the liquids, of the gases, volume of the liquids. */
    static final int SUMS = 2 * TERMS + VOLUME_TERMS;

    /** Nodes of the fit of a liquid's enthalpy: a cubic. */
    private static final int FIT_NODES = 4;

    /** Range of that fit, K: from a cold winter's depressured drum to the hottest sump, ... */
    private static final double LOWEST_FIT = 250;

    private static final double HIGHEST_FIT = 420;

    /** ... but below 0.88 of the critical temperature, where the equation still has a liquid at low pressure. */
    private static final double LIQUID_SHARE = 0.88;

    private static final int GAS = TERMS;
    private static final int VOLUME = 2 * TERMS;

    private final int components;
    private final double[] enthalpy;
    private final double[] volume;
    private final double[] molarMass;
    private final @Nullable CubicParameters cubic;

    private CaloricModel(
            int components, double[] enthalpy, double[] volume, double[] molarMass, @Nullable CubicParameters cubic) {
        this.cubic = cubic;
        this.components = components;
        this.enthalpy = enthalpy;
        this.volume = volume;
        this.molarMass = molarMass;
    }

    /** Liquids by their own heat capacities, vapours as ideal gases. */
    public static CaloricModel of(PropertyPackage properties) {
        return properties.equationOfState().map(e -> cubic(properties, e)).orElseGet(() -> ideal(properties));
    }

    private static CaloricModel ideal(PropertyPackage properties) {
        List<Component> list = properties.components();
        Inert inert = properties.inert();
        int nc = list.size();
        double[] enthalpy = new double[(2 * nc + 1) * TERMS];
        double[] volume = new double[nc * VOLUME_TERMS];
        double[] molarMass = new double[nc + 1];
        for (int i = 0; i < nc; i++) {
            Component c = list.get(i);
            centred(c.liquidEnthalpy(), TERMS, enthalpy, i * TERMS);
            centred(c.vapourEnthalpy(), TERMS, enthalpy, (nc + i) * TERMS);
            centred(c.liquidVolume(), VOLUME_TERMS, volume, i * VOLUME_TERMS);
            molarMass[i] = c.molarMass();
        }
        centred(inert.enthalpy(), TERMS, enthalpy, 2 * nc * TERMS);
        molarMass[nc] = inert.molarMass();
        return new CaloricModel(nc, enthalpy, volume, molarMass, null);
    }

    /**
     * Vapours as ideal gases, liquids by the equation of state: ideal-gas enthalpy plus the departure of the pure liquid,
     * put into a cubic through Chebyshev nodes. The departure is taken at a pressure at which all of the range is liquid
     * or nearly so; between there and the plants' pressures a liquid's enthalpy changes by less than 60 J/mol.
     */
    private static CaloricModel cubic(PropertyPackage properties, PengRobinson equation) {
        CubicParameters cubic = CubicParameters.of(equation);
        CaloricModel ideal = ideal(properties);
        int nc = ideal.components;
        double reference = PhysicalConstants.REFERENCE_TEMPERATURE;
        double[] enthalpy = ideal.enthalpy.clone();
        for (int i = 0; i < nc; i++) {
            Component c = properties.components().get(i);
            Polynomial gas = c.gasHeatCapacity().integralFrom(reference);
            double zero = EnthalpyDeparture.ofLiquid(cubic, i, reference);
            centred(gas.plus(-zero), TERMS, enthalpy, (nc + i) * TERMS);
            double top =
                    FastMath.min(HIGHEST_FIT, LIQUID_SHARE * c.vapourPressure().highest());
            double[] nodes = new double[FIT_NODES];
            double[] values = new double[FIT_NODES];
            for (int k = 0; k < FIT_NODES; k++) {
                double t = 0.5 * (LOWEST_FIT + top)
                        - 0.5 * (top - LOWEST_FIT) * FastMath.cos(FastMath.PI * (k + 0.5) / FIT_NODES);
                nodes[k] = t - CENTRE;
                values[k] = gas.value(t) + EnthalpyDeparture.ofLiquid(cubic, i, t) - zero;
            }
            double[] fit = new PolynomialFunctionLagrangeForm(nodes, values).getCoefficients();
            Arrays.fill(enthalpy, i * TERMS, (i + 1) * TERMS, 0);
            System.arraycopy(fit, 0, enthalpy, i * TERMS, fit.length);
        }
        return new CaloricModel(nc, enthalpy, ideal.volume, ideal.molarMass, cubic);
    }

    /** Coefficients around the centre by repeated synthetic division (Taylor shift). */
    private static void centred(Polynomial polynomial, int terms, double[] into, int at) {
        double[] c = new double[terms];
        polynomial.copyTo(c, 0, terms);
        for (int done = 0; done < terms; done++) {
            for (int i = terms - 2; i >= done; i--) {
                c[i] += CENTRE * c[i + 1];
            }
        }
        System.arraycopy(c, 0, into, at, terms);
    }

    /** Parameters of the equation of state that goes with these enthalpies, or null for ideal gases. */
    @Nullable
    CubicParameters equationOfState() {
        return cubic;
    }

    public int components() {
        return components;
    }

    /** Molar mass of a component, or of the inert at index nc, kg/mol. */
    public double molarMass(int species) {
        return molarMass[species];
    }

    /** Molar mass of the lightest species, kg/mol: no mixture is lighter, whatever rounding does to its fractions. */
    double lightestMolarMass() {
        return Arrays.stream(molarMass).min().orElseThrow();
    }

    /** Enthalpy of a species, J/mol. */
    public double enthalpy(int species, double t) {
        return horner(enthalpy, species * TERMS, TERMS, t - CENTRE);
    }

    /** Molar volume of a liquid, m3/mol. */
    public double liquidVolume(int component, double t) {
        return horner(volume, component * VOLUME_TERMS, VOLUME_TERMS, t - CENTRE);
    }

    /**
     * Enthalpy of liquid and vapour together, J.
     *
     * @param liquid moles of the components (nc)
     * @param vapour moles of the components (nc)
     * @param t K
     * @param pressure Pa absolute; ideal mixtures do not depend on it
     * @return J for the given moles
     */
    double mixtureEnthalpy(double[] liquid, double[] vapour, double t, double pressure) {
        double sum = 0;
        for (int i = 0; i < components; i++) {
            sum += liquid[i] * enthalpy(i, t) + vapour[i] * enthalpy(components + i, t);
        }
        return cubic == null ? sum : sum + EnthalpyDeparture.ofVapour(cubic, vapour, t, pressure);
    }

    private static double horner(double[] c, int at, int terms, double tau) {
        double sum = c[at + terms - 1];
        for (int i = terms - 2; i >= 0; i--) {
            sum = sum * tau + c[at + i];
        }
        return sum;
    }

    /** Sums the polynomials of the contents of a holdup, liquids, gases and liquid volumes apart. */
    void add(double[] states, int at, double[] sums) {
        sum(states, at, 0, components, sums, 0);
        sum(states, at, components, 2 * components + 1, sums, GAS);
        double v0 = 0;
        double v1 = 0;
        double v2 = 0;
        for (int i = 0; i < components; i++) {
            double n = states[at + i];
            int c = i * VOLUME_TERMS;
            v0 += n * volume[c];
            v1 += n * volume[c + 1];
            v2 += n * volume[c + 2];
        }
        sums[VOLUME] = v0;
        sums[VOLUME + 1] = v1;
        sums[VOLUME + 2] = v2;
    }

    private void sum(double[] states, int at, int first, int end, double[] sums, int to) {
        double c0 = 0;
        double c1 = 0;
        double c2 = 0;
        double c3 = 0;
        double c4 = 0;
        double c5 = 0;
        for (int s = first; s < end; s++) {
            double n = states[at + s];
            int c = s * TERMS;
            c0 += n * enthalpy[c];
            c1 += n * enthalpy[c + 1];
            c2 += n * enthalpy[c + 2];
            c3 += n * enthalpy[c + 3];
            c4 += n * enthalpy[c + 4];
            c5 += n * enthalpy[c + 5];
        }
        sums[to] = c0;
        sums[to + 1] = c1;
        sums[to + 2] = c2;
        sums[to + 3] = c3;
        sums[to + 4] = c4;
        sums[to + 5] = c5;
    }

    /** Enthalpy of all liquid, J. */
    static double liquid(double[] sums, double tau) {
        return horner(sums, 0, TERMS, tau);
    }

    /** Enthalpy of all gas, J, ideal-gas part. */
    static double vapour(double[] sums, double tau) {
        return horner(sums, GAS, TERMS, tau);
    }

    /** Volume of all liquid, m3. */
    static double volume(double[] sums, double tau) {
        return horner(sums, VOLUME, VOLUME_TERMS, tau);
    }

    /** Energy less enthalpy terms that are linear in temperature: J at the given distance from the centre. */
    static double energy(double[] sums, double metal, double gasWork, double tau) {
        return liquid(sums, tau)
                + vapour(sums, tau)
                + metal * (CENTRE - PhysicalConstants.REFERENCE_TEMPERATURE + tau)
                - gasWork * (CENTRE + tau);
    }

    /**
     * The temperature at which a holdup of ideal gas and liquid has a given internal energy: {@link #guess}, then two
     * Newton steps. The rest is below 1e-8 K between 250 K and 450 K, and no guess is kept: the same contents always give
     * the same temperature.
     *
     * @param sums from {@link #add}
     * @param metal heat capacity of metal, J/K
     * @param gasWork gas moles times R, J/K
     * @param energy J
     * @return distance from the centre, K
     */
    static double temperature(double[] sums, double metal, double gasWork, double energy) {
        double c0 = excess(sums, metal, gasWork, energy);
        double c1 = sums[1] + sums[GAS + 1] + metal - gasWork;
        double c2 = sums[2] + sums[GAS + 2];
        double c3 = sums[3] + sums[GAS + 3];
        double c4 = sums[4] + sums[GAS + 4];
        double c5 = sums[5] + sums[GAS + 5];
        double t = guess(c0, c1, c2);
        for (int step = 0; step < 2; step++) {
            double value = ((((c5 * t + c4) * t + c3) * t + c2) * t + c1) * t + c0;
            double slope = (((5 * c5 * t + 4 * c4) * t + 3 * c3) * t + 2 * c2) * t + c1;
            t -= value / slope;
        }
        return t;
    }

    /** Energy at the centre less the given energy, J. */
    static double excess(double[] sums, double metal, double gasWork, double energy) {
        return sums[0]
                + sums[GAS]
                + metal * (CENTRE - PhysicalConstants.REFERENCE_TEMPERATURE)
                - gasWork * CENTRE
                - energy;
    }

    /** Root of the quadratic part: heat capacities vary so slowly that it is within 1 K. */
    static double guess(double c0, double c1, double c2) {
        double root = FastMath.sqrt(FastMath.max(c1 * c1 - 4 * c2 * c0, 0.01 * c1 * c1));
        return -2 * c0 / (c1 + root);
    }

    /** Sums the polynomials of liquids and gases into one, of which the constant is left to {@link #excess}. */
    static void combine(double[] sums, double metal, double gasWork, double[] whole) {
        whole[1] = sums[1] + sums[GAS + 1] + metal - gasWork;
        for (int i = 2; i < TERMS; i++) {
            whole[i] = sums[i] + sums[GAS + i];
        }
    }
}
