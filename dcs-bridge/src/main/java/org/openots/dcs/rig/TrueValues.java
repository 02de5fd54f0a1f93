package org.openots.dcs.rig;

import java.util.List;
import java.util.Map;

/**
 * What nobody can know of a real rig: how the plant behind the instruments differs from its pack. For tests only.
 *
 * @param mismatch its number, 0 for none
 * @param efficiencies Murphree efficiencies of the trays from the top, by section
 * @param dutyWeightedEfficiency by section: each tray counts by the step of the vapour's composition over it, now
 * @param heatLossFactor heat losses over those of the pack
 * @param lagFactors lags of the instruments over those of the pack
 */
public record TrueValues(
        int mismatch,
        Map<String, List<Double>> efficiencies,
        Map<String, Double> dutyWeightedEfficiency,
        double heatLossFactor,
        Map<String, Double> lagFactors) {
    /** Keeps unmodifiable copies. */
    public TrueValues {
        efficiencies = Map.copyOf(efficiencies);
        dutyWeightedEfficiency = Map.copyOf(dutyWeightedEfficiency);
        lagFactors = Map.copyOf(lagFactors);
    }
}
