package org.openots.simulator.thermo;

import java.util.List;
import org.hipparchus.util.FastMath;

/**
 * Temperatures for which a figure holds.
 *
 * @param lowest K
 * @param highest K, not below the lowest
 */
public record TemperatureRange(double lowest, double highest) {
    /**
     * Whether a temperature lies within.
     *
     * @param temperature K
     * @return true on the ends too; false for NaN
     */
    public boolean covers(double temperature) {
        return temperature >= lowest && temperature <= highest;
    }

    /**
     * What two ranges have in common.
     *
     * @param other another range
     * @return the common part; with its ends crossed, so that it covers nothing, if there is none
     */
    public TemperatureRange and(TemperatureRange other) {
        return new TemperatureRange(FastMath.max(lowest, other.lowest), FastMath.min(highest, other.highest));
    }

    /** Where the vapour pressures of all components hold. */
    static TemperatureRange ofVapourPressures(List<Component> components) {
        TemperatureRange range = new TemperatureRange(0, Double.POSITIVE_INFINITY);
        for (Component component : components) {
            VapourPressure pressure = component.vapourPressure();
            range = range.and(new TemperatureRange(pressure.lowest(), pressure.highest()));
        }
        return range;
    }
}
