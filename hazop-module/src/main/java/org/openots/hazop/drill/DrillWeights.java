package org.openots.hazop.drill;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

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

    /**
     * What a group of parts is worth.
     *
     * @param group a column of the certificate's table
     * @return points, 0 if none of its parts is asked for
     */
    public double of(DrillPart.Group group) {
        return points.entrySet().stream()
                .filter(one -> one.getKey().group() == group)
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    /**
     * The same for a drill that asks less: the points of what it does not ask go to the other parts, to each in
     * proportion to its own.
     *
     * @param asked the parts it asks for
     * @return the weights, which add up to {@link #SUM} again; none when it asks for nothing that has points
     */
    DrillWeights only(Set<DrillPart> asked) {
        Map<DrillPart, Double> left = new EnumMap<>(DrillPart.class);
        points.forEach((part, worth) -> {
            if (asked.contains(part)) {
                left.put(part, worth);
            }
        });
        double sum = left.values().stream().mapToDouble(Double::doubleValue).sum();
        left.replaceAll((part, worth) -> worth * SUM / sum);
        return new DrillWeights(left);
    }
}
