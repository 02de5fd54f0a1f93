package org.openots.instructor.catalog;

import java.util.List;

/**
 * What goes wrong in a case of a drill, and when. A secret.
 *
 * @param earliestSeconds earliest time of the first fault, s of model time
 * @param latestSeconds latest time of the first fault, s of model time
 * @param faults the faults, the first one first
 */
public record DrillPlan(int earliestSeconds, int latestSeconds, List<Fault> faults) {
    /** Freezes the list. */
    public DrillPlan {
        faults = List.copyOf(faults);
    }

    /**
     * A fault.
     *
     * @param fault its id
     * @param strength 0 to 1
     * @param rampSeconds time to full strength, s
     * @param laterSeconds time after the first fault, s
     */
    public record Fault(String fault, double strength, double rampSeconds, double laterSeconds) {}
}
