package org.openots.simulator.field;

import org.openots.simulator.operation.Operable;
import org.openots.simulator.operation.Presettable;
import org.openots.simulator.state.Stateful;

/** A task done away from the control screens. */
public interface FieldTask extends Operable, Presettable, Stateful {
    /** One scan: lets time pass and publishes its signals. */
    void scan();
}
