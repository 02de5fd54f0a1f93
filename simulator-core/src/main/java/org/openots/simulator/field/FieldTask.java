package org.openots.simulator.field;

import org.openots.common.state.Stateful;
import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Presettable;

/** A task done away from the control screens. */
public interface FieldTask extends Operable, Presettable, Stateful {
    /** One scan: lets time pass and publishes its signals. */
    void scan();
}
