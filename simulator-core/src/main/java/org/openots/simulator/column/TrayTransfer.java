package org.openots.simulator.column;

import org.hipparchus.util.FastMath;
import org.openots.simulator.math.Elementary;
import org.openots.simulator.math.Powers;

/**
 * Mass transfer on trays: transfer units of both phases, point efficiency and Murphree efficiency. SI units.
 *
 * <p>Sources: AIChE Bubble-Tray Design Manual (1958) in the SI form of R. E. Treybal, Mass-Transfer Operations, 3rd ed.
 * (1980), eqs. 6.51 to 6.62; H. Chan and J. R. Fair, Ind. Eng. Chem. Process Des. Dev. 23 (1984) 814 in the form of Perry's
 * 8th ed., section 14; partial mixing by J. A. Gerster et al. in the same manual. Secondary, validated by Treybal's
 * illustration 6.4.
 */
public final class TrayTransfer {
    /** Peclet number below which the liquid counts as mixed: 1e-4, where the efficiencies differ by 1e-5. */
    private static final double MIXED = 1e-4;

    private TrayTransfer() {}

    /**
     * Vapour-side transfer units, eq. 6.61.
     *
     * @param weirHeight m
     * @param fFactor vapour velocity on the bubbling area times the root of its density, (m/s)(kg/m3)^0.5
     * @param liquidLoad liquid flow per width of the flow path, m2/s
     * @param schmidt of the vapour
     * @return at least 0.05, which the correlation reaches beyond any load it was made for
     */
    public static double vapourUnits(double weirHeight, double fFactor, double liquidLoad, double schmidt) {
        double units = 0.776 + 4.57 * weirHeight - 0.238 * fFactor + 104.6 * liquidLoad;
        return FastMath.max(units, 0.05) / FastMath.sqrt(schmidt);
    }

    /**
     * Vapour-side transfer units of Chan and Fair: k a = 316 D^0.5 (1030 f - 867 f^2)/h^0.5 with h in mm.
     *
     * @param diffusivity of the vapour, m2/s
     * @param flood approach to flooding; the correlation is made for 0.1 to 0.95 and held at its ends
     * @param clearLiquid m
     * @param residence of the vapour in the froth, s
     * @return transfer units
     */
    public static double vapourUnitsChanFair(double diffusivity, double flood, double clearLiquid, double residence) {
        double f = FastMath.max(0.1, FastMath.min(0.95, flood));
        double millimetres = FastMath.max(1e3 * clearLiquid, 1);
        double perSecond = 316 * FastMath.sqrt(diffusivity) * (1030 * f - 867 * f * f) / FastMath.sqrt(millimetres);
        return perSecond * residence;
    }

    /**
     * Liquid-side transfer units, eq. 6.62.
     *
     * @param diffusivity of the liquid, m2/s
     * @param fFactor as for the vapour
     * @param residence of the liquid on the bubbling area, s
     * @return transfer units
     */
    public static double liquidUnits(double diffusivity, double fFactor, double residence) {
        return 40_000 * FastMath.sqrt(diffusivity) * (0.213 * fFactor + 0.15) * residence;
    }

    /**
     * Overall vapour-side transfer units, eq. 6.52.
     *
     * @param strippingFactor slope of the equilibrium line times vapour over liquid flow
     */
    public static double overallUnits(double vapourUnits, double liquidUnits, double strippingFactor) {
        return 1 / (1 / vapourUnits + strippingFactor / liquidUnits);
    }

    /** Efficiency at a point of the tray, eq. 6.51. */
    public static double pointEfficiency(double overallUnits) {
        return 1 - Elementary.exp(-overallUnits);
    }

    /**
     * Eddy diffusivity of the liquid on a sieve tray, eq. 6.60.
     *
     * @param velocity of the vapour on the bubbling area, m/s
     * @param liquidLoad liquid flow per width, m2/s
     * @param weirHeight m
     * @return m2/s
     */
    public static double eddyDiffusivity(double velocity, double liquidLoad, double weirHeight) {
        double root = 3.93e-3 + 0.0171 * velocity + 3.67 * liquidLoad + 0.18 * weirHeight;
        return root * root;
    }

    /**
     * Murphree efficiency of a tray whose liquid is partly mixed along its path, eqs. 6.57 and 6.58.
     *
     * @param point efficiency at a point
     * @param strippingFactor slope of the equilibrium line times vapour over liquid flow
     * @param peclet path squared over eddy diffusivity and residence time
     * @return equal to the point efficiency when mixed, larger and maybe above one with a long path
     */
    public static double murphree(double point, double strippingFactor, double peclet) {
        // eta of eq. 6.58, written so that no digits cancel with a long path
        double eta = 2 * strippingFactor * point / (1 + FastMath.sqrt(1 + 4 * strippingFactor * point / peclet));
        if (peclet < MIXED || eta <= 0) {
            return point;
        }
        double sum = eta + peclet;
        double unmixed = (1 - Elementary.exp(-sum)) / (sum * (1 + sum / eta));
        return point * (unmixed + Powers.exponentialMean(eta) / (1 + eta / sum));
    }
}
