package org.openots.simulator.column;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;
import org.openots.simulator.math.Elementary;
import org.openots.simulator.math.Powers;

/**
 * Hydraulics of cross-flow trays by published correlations. SI units. All are smooth functions of what a simulation knows:
 * clear liquid, vapour flow, densities.
 *
 * <p>Sources, all secondary: D. L. Bennett, R. Agrawal and P. J. Cook, AIChE J. 29 (1983) 434, in the form of Perry's 8th
 * ed., eqs. 14-114 to 14-117; J. R. Fair, Petro/Chem Eng. 33 (1961) 45, capacity as fitted by A. I. Lygeros and K. G.
 * Magoulas, Hydrocarbon Process. 65 (1986) 43, entrainment as fitted by M. J. Economopoulos (Chem. Eng. 85 (1978) 109),
 * both validated against readings of the chart; M. J. Lockett and S. Banik, Ind. Eng. Chem. Process Des. Dev. 25 (1986)
 * 561; H. E. Eduljee's loss under the apron in Coulson and Richardson vol. 6, eq. 11.92.
 */
public final class TrayHydraulics {
    /** Flow parameters of Fair's chart reach from 0.01 to 1; beyond them its ends are held. */
    private static final double LEAST_FLOW_PARAMETER = 0.01;

    private static final double MOST_FLOW_PARAMETER = 1;

    /** Approach to flood at which entrainment, read below Fair's chart (30 %), has faded to one half: 10 %. */
    private static final double FADE = 0.1;

    /** Densest froth that the froth correlation gives; it was not measured beyond: 5 %. */
    private static final double LEAST_FROTH_DENSITY = 0.05;

    private TrayHydraulics() {}

    /**
     * Liquid share of the froth, phi = exp(-12.55 K^0.91).
     *
     * @param capacity vapour velocity on the bubbling area times (rho_V/(rho_L - rho_V))^0.5, m/s
     */
    public static double frothDensity(double capacity) {
        return FastMath.max(
                LEAST_FROTH_DENSITY, Elementary.exp(-12.55 * Powers.power(FastMath.max(capacity, 0), 0.91)));
    }

    /** Constant C of the weir: 0.50 + 0.438 exp(-137.8 h_w), h_w in m. */
    public static double weirConstant(double weirHeight) {
        return 0.5 + 0.438 * Elementary.exp(-137.8 * weirHeight);
    }

    /**
     * Flow over the weir that goes with a crest of froth; Bennett's h = phi (h_w + C (q/(l phi))^(2/3)) solved for q.
     *
     * @param crest height of froth above the weir, h/phi - h_w, m, at least 0
     * @param weirLength m
     * @param frothDensity phi
     * @param weirConstant C
     * @return m3/s of clear liquid
     */
    public static double overflow(double crest, double weirLength, double frothDensity, double weirConstant) {
        double r = crest / weirConstant;
        return weirLength * frothDensity * r * FastMath.sqrt(r);
    }

    /**
     * Souders-Brown capacity at the flood point on the net area, for 20 mN/m and holes of a tenth of the bubbling area.
     *
     * @param spacingTerm from {@link #spacingTerm}
     * @param flowParameter liquid over vapour mass flow times (rho_V/rho_L)^0.5
     * @return m/s
     */
    public static double capacity(double spacingTerm, double flowParameter) {
        double f = FastMath.max(LEAST_FLOW_PARAMETER, FastMath.min(MOST_FLOW_PARAMETER, flowParameter));
        return 0.0105 + spacingTerm * Elementary.exp(-1.463 * Powers.power(f, 0.842));
    }

    /** Influence of the tray spacing (m) on the capacity: 8.127e-4 S^0.755, S in mm. */
    public static double spacingTerm(double spacing) {
        return 8.127e-4 * Powers.power(1e3 * spacing, 0.755);
    }

    /**
     * Corrections of the capacity: surface tension (sigma/20 mN/m)^0.2, and less than a tenth of holes.
     *
     * @param tension N/m
     * @param holeShare hole area over bubbling area; for valves their full opening
     */
    public static double capacityFactor(double tension, double holeShare) {
        double holes = FastMath.min(1, 0.5 + 5 * FastMath.max(holeShare, 0.06));
        return Powers.power(tension / 0.02, 0.2) * holes;
    }

    /**
     * Entrained liquid as a share of the gross liquid of the tray, psi = exp(-(6.692 + 1.956 f) F^(-0.132 + 0.654 f)).
     *
     * @param flowParameter F
     * @param flood approach to flooding, f
     * @return kg/kg, at most 0.8
     */
    public static double entrainment(double flowParameter, double flood) {
        double f = FastMath.max(LEAST_FLOW_PARAMETER, FastMath.min(MOST_FLOW_PARAMETER, flowParameter));
        double psi = Elementary.exp(-(6.692 + 1.956 * flood) * Powers.power(f, -0.132 + 0.654 * flood));
        double square = flood * flood;
        return FastMath.min(psi * square / (square + FADE * FADE), 0.8);
    }

    /**
     * Weeping per hole area: 0.0200 Fr^-0.5 - 0.0300 m/s with Fr = rho_V u_h^2/(g h (rho_L - rho_V)); 29.45 and 44.18 in
     * gal/(min ft2) in the source. It ends at Fr = (2/3)^2.
     *
     * @param inverseFroude Fr^-0.5
     * @return m/s; below zero where nothing weeps
     */
    public static double weeping(double inverseFroude) {
        return 0.02 * inverseFroude - 0.03;
    }

    /**
     * Pressure that bubbles need to form at holes, 6 sigma/d_b with d_b = 1.27 (d_h sigma/(g (rho_L - rho_V)))^(1/3).
     *
     * @param tension N/m
     * @param holeDiameter m
     * @param densityDifference kg/m3
     * @return Pa
     */
    public static double bubblePressure(double tension, double holeDiameter, double densityDifference) {
        double cube = holeDiameter * tension / (PhysicalConstants.GRAVITY * densityDifference);
        return 6 * tension / (1.27 * Powers.cubeRoot(cube));
    }

    /**
     * Head lost under the apron, 0.166 (q/A)^2 m (q/A in m/s).
     *
     * @param velocity liquid flow over the area under the apron, m/s
     */
    public static double apronLoss(double velocity) {
        return 0.166 * velocity * velocity;
    }

    /**
     * Orifice coefficient of a sieve plate: the chart of I. Liebson, R. E. Kelley and L. A. Bullington (Pet. Refiner 36
     * (1957) 288) as two straight lines.
     *
     * @param thickness plate thickness over hole diameter
     * @param holeShare hole area over bubbling area
     * @return 0.6 to 0.95
     */
    public static double orificeCoefficient(double thickness, double holeShare) {
        double share = 100 * FastMath.max(0.03, FastMath.min(0.2, holeShare)) - 3;
        double t = FastMath.max(0.2, FastMath.min(1.2, thickness));
        double atThree = t < 0.6 ? 0.66 + 0.0625 * (t - 0.2) : 0.685 + 0.2417 * (t - 0.6);
        return atThree + 0.0081 * share;
    }
}
