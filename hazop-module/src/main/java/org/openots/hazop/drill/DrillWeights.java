package org.openots.hazop.drill;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What the parts of a drill are worth.
 *
 * @param points by part; a part that is not there is not asked for
 */
public record DrillWeights(Map<DrillPart, Double> points) {
    /** What they add up to. */
    public static final double SUM = 100;

    /** Keeps an unmodifiable copy in the order of the parts. */
    public DrillWeights {
        Map<DrillPart, Double> copy = new EnumMap<>(DrillPart.class);
        copy.putAll(points);
        points = Collections.unmodifiableMap(copy);
    }

    /**
     * What a part is worth.
     *
     * @param part which
     * @return points, 0 if it is not asked for
     */
    public double of(DrillPart part) {
        return points.getOrDefault(part, 0.0);
    }
}
