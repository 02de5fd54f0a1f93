package org.openots.simulator.column;

/**
 * A tray by its geometry, with the properties of the fluids that its correlations need.
 *
 * @param deck holes or valves
 * @param activeArea bubbling area, m2
 * @param netArea cross-section less one downcomer, m2
 * @param holeArea total, m2
 * @param weirLength m
 * @param weirHeight m
 * @param spacing m
 * @param flowPath length of the liquid's path from the inlet to the weir, m
 * @param apronArea area under the apron, m2
 * @param downcomerVoid liquid share of the froth in the downcomer, dimensionless
 * @param foamFactor share of the capacity that a foaming system keeps, dimensionless
 * @param fluids properties at design conditions
 * @param efficiency how well vapour and liquid come to equilibrium
 * @param clearInput index of the share of the holes that is open; plugging lowers it
 * @param efficiencyInput index of a factor on the transfer units; damage lowers it
 */
public record TrayDesign(
        Deck deck,
        double activeArea,
        double netArea,
        double holeArea,
        double weirLength,
        double weirHeight,
        double spacing,
        double flowPath,
        double apronArea,
        double downcomerVoid,
        double foamFactor,
        Fluids fluids,
        Efficiency efficiency,
        int clearInput,
        int efficiencyInput) {
    /**
     * Transport properties.
     *
     * @param vapourViscosity Pa s
     * @param vapourDiffusivity m2/s
     * @param liquidDiffusivity m2/s
     * @param tension surface tension, N/m
     */
    public record Fluids(double vapourViscosity, double vapourDiffusivity, double liquidDiffusivity, double tension) {}

    /** By which rule the efficiency follows. */
    public enum Method {
        /** AIChE manual of 1958. */
        AICHE,
        /** Chan and Fair 1984 for the vapour side. */
        CHAN_FAIR,
        /** A Murphree efficiency that is given. */
        GIVEN
    }

    /**
     * Efficiency of the tray.
     *
     * @param method the rule
     * @param strippingFactor slope of the equilibrium line times vapour over liquid flow; about 1 in the middle of a
     *     column
     * @param murphree the efficiency that is given, dimensionless; not used by the correlations
     */
    public record Efficiency(Method method, double strippingFactor, double murphree) {}
}
