package org.openots.simulator.equipment;

import java.util.List;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.StateBlock;

/** A pump as its casing sees it. */
public interface RunningPump {
    /** Share of full speed. */
    double speed();

    /** kg/s; negative when liquid runs back. */
    double massFlow();

    /** Where it draws from. */
    Holdup source();

    /** Blocks whose states its flow depends on. */
    List<StateBlock> influences();

    /**
     * Names a block that uses the flow. The pump counts it among its own, so that its flow is computed afresh whenever the
     * block is.
     */
    void attach(StateBlock block);
}
