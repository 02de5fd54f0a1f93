package org.openots.dcs.rig;

import java.util.List;
import org.openots.common.signal.SignalView;

/** Somebody who operates the plant of a rig on the spot. */
@FunctionalInterface
public interface RigScript {
    /** Nobody. */
    RigScript NOBODY = view -> List.of();

    /**
     * What he does on a tick.
     *
     * @param view the signals of the plant
     * @return the operations, to take effect at the next tick
     */
    List<Operation> onTick(SignalView view);

    /**
     * An operation.
     *
     * @param target what is operated
     * @param verb what is done to it
     * @param value number of the operation, in engineering units
     * @param text text of the operation, empty when it has none
     */
    record Operation(String target, String verb, double value, String text) {}
}
