package org.openots.simulator.process;

import org.openots.simulator.thermo.PengRobinson;

/**
 * What a cubic equation of state needs of each species, components first, the inert last (nc + 1): the square root of
 * the attraction is p - q sqrt(T), which is exact for the alpha function of Soave's form, and makes the attraction of a
 * mixture with k_ij = 0 a perfect square.
 *
 * @param covolume b, m3/mol
 * @param p constant part of sqrt(a), (Pa)^0.5 m3/mol
 * @param q temperature part of sqrt(a), (Pa/K)^0.5 m3/mol
 */
record CubicParameters(double[] covolume, double[] p, double[] q) {
    static CubicParameters of(PengRobinson equation) {
        int n = equation.species();
        CubicParameters result = new CubicParameters(new double[n], new double[n], new double[n]);
        for (int i = 0; i < n; i++) {
            result.covolume[i] = equation.covolume(i);
            result.p[i] = equation.attractionConstant(i);
            result.q[i] = equation.attractionSlope(i);
        }
        return result;
    }
}
