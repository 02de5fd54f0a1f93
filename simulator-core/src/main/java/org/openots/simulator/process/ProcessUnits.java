package org.openots.simulator.process;

import java.util.Map;

/**
 * Units of what can be read of a process, and ranges of what can be set in it.
 *
 * @param variables SI units of the process variables, by name
 * @param inputs ranges of actuators and parameters, by name
 */
public record ProcessUnits(Map<String, String> variables, Map<String, InputRange> inputs) {
    /** Keeps unmodifiable copies. */
    public ProcessUnits {
        variables = Map.copyOf(variables);
        inputs = Map.copyOf(inputs);
    }
}
