package org.openots.simulator.instrument;

import org.openots.common.state.Stateful;

/** A signal computed from other signals at each scan. */
public interface CalculatedTag extends Stateful {
    /** Computes and publishes the value. */
    void scan();

    /** Finds the signals it is computed from, when those of all parts are declared; called once before the first scan. */
    default void resolve() {}
}
