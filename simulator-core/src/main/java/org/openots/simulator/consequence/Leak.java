package org.openots.simulator.consequence;

import org.hipparchus.util.FastMath;
import org.openots.common.unit.PhysicalConstants;

/**
 * Release through a hole in a vessel or pipe.
 *
 * <p>Liquid: Bernoulli's equation with a discharge coefficient; gas: isentropic nozzle flow, choked above the critical
 * pressure ratio (D. A. Crowl and J. F. Louvar, Chemical Process Safety, chapter 4; Committee for the Prevention of
 * Disasters, Methods for the Calculation of Physical Effects, CPR 14E, 3rd ed., The Hague 1997, chapter 2). Valid while the
 * contents neither flash nor rub in the hole: not for saturated liquids behind pipes longer than ten diameters.
 */
public final class Leak {
    /** Discharge coefficient of a sharp-edged orifice at Reynolds numbers above 30 000: 0.61 (Crowl and Louvar, 4-2). */
    public static final double SHARP_EDGE = 0.61;

    private final double area;
    private final double coefficient;

    /**
     * Describes a round hole.
     *
     * @param diameter m, positive
     * @param coefficient discharge coefficient, above 0 up to 1
     */
    public Leak(double diameter, double coefficient) {
        ConsequenceError.positive("diameter", diameter);
        this.area = 0.25 * FastMath.PI * diameter * diameter;
        this.coefficient = ConsequenceError.within("coefficient", coefficient, 1e-3, 1);
    }

    /**
     * Area of the hole.
     *
     * @return m2
     */
    public double area() {
        return area;
    }

    /**
     * Flow of a liquid.
     *
     * @param density kg/m3
     * @param overPressure pressure above the liquid less that outside, Pa; negative under vacuum
     * @param head liquid above the hole, m
     * @return kg/s; 0 if nothing drives it out
     */
    public double liquid(double density, double overPressure, double head) {
        ConsequenceError.positive("density", density);
        ConsequenceError.notNegative("head", head);
        double driving = overPressure + density * PhysicalConstants.GRAVITY * head;
        return driving > 0 ? coefficient * area * FastMath.sqrt(2 * density * driving) : 0;
    }

    /**
     * Flow of an ideal gas.
     *
     * @param gas what is inside
     * @param outside pressure outside, Pa absolute
     * @return kg/s; 0 if the pressure outside is not lower
     */
    public double gas(Gas gas, double outside) {
        ConsequenceError.positive("outside", outside);
        double ratio = outside / gas.pressure();
        if (ratio >= 1) {
            return 0;
        }
        double k = gas.heatCapacityRatio();
        double density = gas.pressure() * gas.molarMass() / (PhysicalConstants.GAS_CONSTANT * gas.temperature());
        double r = FastMath.max(ratio, gas.criticalRatio());
        double expansion = 2 * k / (k - 1) * (FastMath.pow(r, 2 / k) - FastMath.pow(r, (k + 1) / k));
        return coefficient * area * FastMath.sqrt(density * gas.pressure() * expansion);
    }

    /**
     * A gas at rest.
     *
     * @param pressure Pa absolute
     * @param temperature K
     * @param molarMass kg/mol
     * @param heatCapacityRatio cp/cv, greater than 1
     */
    public record Gas(double pressure, double temperature, double molarMass, double heatCapacityRatio) {
        /** Checks the figures. */
        public Gas {
            ConsequenceError.positive("pressure", pressure);
            ConsequenceError.positive("temperature", temperature);
            ConsequenceError.positive("molarMass", molarMass);
            ConsequenceError.within("heatCapacityRatio", heatCapacityRatio, 1.001, 1.7);
        }

        /**
         * Ratio of outside to inside pressure below which the flow is choked.
         *
         * @return dimensionless, about 0.53 for air
         */
        public double criticalRatio() {
            double k = heatCapacityRatio;
            return FastMath.pow(2 / (k + 1), k / (k - 1));
        }
    }

    /**
     * Share of a superheated liquid that turns into vapour when it comes under ambient pressure: 1 - exp(-cp (T -
     * Tb)/dHv), the differential evaporation of Crowl and Louvar, section 4-7.
     *
     * @param temperature of the liquid, K
     * @param boilingPoint at ambient pressure, K
     * @param heatCapacity of the liquid, J/(kg K)
     * @param latentHeat J/kg
     * @return kg/kg; 0 for a liquid below its boiling point
     */
    public static double flashFraction(
            double temperature, double boilingPoint, double heatCapacity, double latentHeat) {
        ConsequenceError.positive("latentHeat", latentHeat);
        ConsequenceError.positive("heatCapacity", heatCapacity);
        double superheat = FastMath.max(0, temperature - boilingPoint);
        return 1 - FastMath.exp(-heatCapacity * superheat / latentHeat);
    }
}
