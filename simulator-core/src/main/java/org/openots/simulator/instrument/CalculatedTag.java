package org.openots.simulator.instrument;

import org.openots.common.state.Stateful;

/** A signal computed from other signals at each scan. */
public interface CalculatedTag extends Stateful {
    /** Computes and publishes the value. */
    void scan();
}
