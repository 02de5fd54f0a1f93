package org.openots.simulator.process;

import java.util.function.DoubleSupplier;

/** Takes the names of what can be read of a process. */
@FunctionalInterface
public interface VariableSink {
    /**
     * Names a variable.
     *
     * @param name unique name
     * @param dimension its SI unit, {@code 1} for a share
     * @param value reads it
     */
    void put(String name, String dimension, DoubleSupplier value);
}
