package org.openots.simulator.instrument;

import org.openots.simulator.state.Stateful;

/** A signal computed from other signals at each scan. */
public interface CalculatedTag extends Stateful {
    /** Computes and publishes the value. */
    void scan();
}
