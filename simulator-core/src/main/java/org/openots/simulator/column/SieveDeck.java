package org.openots.simulator.column;

/**
 * Round holes in a plate.
 *
 * @param holeArea total, m2
 * @param holeDiameter m
 * @param coefficient orifice coefficient
 * @param tension surface tension of the liquid, N/m
 */
public record SieveDeck(double holeArea, double holeDiameter, double coefficient, double tension) implements Deck {
    /**
     * A deck whose orifice coefficient follows from its geometry.
     *
     * @param holeArea total, m2
     * @param activeArea bubbling area, m2
     * @param holeDiameter m
     * @param thickness of the plate, m
     * @param tension surface tension of the liquid, N/m
     */
    public static SieveDeck of(
            double holeArea, double activeArea, double holeDiameter, double thickness, double tension) {
        double c = TrayHydraulics.orificeCoefficient(thickness / holeDiameter, holeArea / activeArea);
        return new SieveDeck(holeArea, holeDiameter, c, tension);
    }

    @Override
    public double area(double dryLoss) {
        return coefficient * holeArea;
    }

    @Override
    public double bubblePressure(double densityDifference) {
        return TrayHydraulics.bubblePressure(tension, holeDiameter, densityDifference);
    }
}
