package org.openots.simulator.operation;

import java.util.Map;

/** A part whose state an initial condition can set before a run begins. */
public interface Presettable {
    /**
     * The signals that can be preset.
     *
     * @return allowed range of each signal, in its unit
     */
    Map<String, VerbRule> presets();

    /**
     * Sets the state behind a signal; only before the run begins.
     *
     * @param signal one of {@link #presets}
     * @param value an allowed value
     */
    void preset(String signal, double value);
}
