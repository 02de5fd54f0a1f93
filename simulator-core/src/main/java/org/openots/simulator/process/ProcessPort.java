package org.openots.simulator.process;

/**
 * What instruments can read of the process and final elements can move in it. Names are resolved once to indices when
 * a run is built; inside a tick only indices are used.
 */
public interface ProcessPort {
    /**
     * Resolves a readable process variable.
     *
     * @param name for example {@code sump.level} or {@code reflux.m}
     * @return its index for {@link #read}
     * @throws org.openots.common.error.OtsException if the flowsheet has no such variable
     */
    int variable(String name);

    /**
     * Reads a process variable at the end of the last process step.
     *
     * @param variable index from {@link #variable}
     * @return the value in SI units (K, Pa absolute, kg/s, m3/s, W, fractions 0..1)
     */
    double read(int variable);

    /**
     * Resolves an actuator input.
     *
     * @param name for example {@code LV-702} or {@code P-701}
     * @return its index for {@link #drive}
     * @throws org.openots.common.error.OtsException if the flowsheet has no such actuator
     */
    int actuator(String name);

    /**
     * Sets an actuator input for the next process step.
     *
     * @param actuator index from {@link #actuator}
     * @param fraction 0..1: valve opening, pump speed, heater power of installed power, fan on
     */
    void drive(int actuator, double fraction);

    /**
     * Works all readable variables out again for the present inputs, without any time passing. Before the first tick
     * flows and powers are then those of the initial condition instead of zero. A port whose
     * variables are always current has nothing to do.
     */
    default void settle() {}
}
