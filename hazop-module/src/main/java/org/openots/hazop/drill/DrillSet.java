package org.openots.hazop.drill;

import java.util.List;

/**
 * The drills of a plant.
 *
 * @param plant id of the plant pack
 * @param study id of the study whose words name the deviations
 * @param hash SHA-256 of the canonical bytes of its file
 * @param drills the drills, in the order to be shown
 */
public record DrillSet(String plant, String study, String hash, List<Drill> drills) {
    /** Keeps an unmodifiable copy. */
    public DrillSet {
        drills = List.copyOf(drills);
    }
}
