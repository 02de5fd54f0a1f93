package org.openots.simulator.process;

import java.util.List;

/** A connection that moves matter or heat between blocks, or between a block and the surroundings. */
interface Link {
    /** Name in the flowsheet. */
    String id();

    /** Every block whose states or rates the link touches. */
    List<StateBlock> blocks();

    /** Takes over the inputs of the coming tick. */
    default void prepare(ProcessInputs inputs) {}

    /** Adds the flows at the blocks' present states. */
    void flows(FlowSink sink);
}
