package org.openots.simulator.flowsheet;

import java.util.List;
import java.util.Map;
import org.openots.simulator.process.ProcessUnits;

/**
 * What a flowsheet gives names to; known even when some of its numbers are wrong.
 *
 * @param units process variables and inputs with their SI units and ranges
 * @param holdups volumes of the holdups by id, m3; NaN where it could not be read
 * @param components ids of the volatile components, in order
 */
public record FlowsheetNames(ProcessUnits units, Map<String, Double> holdups, List<String> components) {
    /** Copies the collections. */
    public FlowsheetNames {
        holdups = Map.copyOf(holdups);
        components = List.copyOf(components);
    }
}
