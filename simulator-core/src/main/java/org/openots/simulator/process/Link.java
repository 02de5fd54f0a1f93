package org.openots.simulator.process;

import java.util.List;

/** A connection that moves matter or heat between blocks, or between a block and the surroundings. */
public interface Link {
    /** Name in the flowsheet. */
    String id();

    /** Every block whose states or rates the link touches. */
    List<StateBlock> blocks();

    /**
     * Decides what changes at once between two ticks, such as a relief valve that pops, and notes it in the inputs.
     * Called once before every tick, at the blocks' present states.
     */
    default void decide(ProcessInputs inputs) {}

    /** Takes over the inputs of the coming tick. */
    default void prepare(ProcessInputs inputs) {}

    /** Adds the flows at the blocks' present states. */
    void flows(FlowSink sink);

    /**
     * Adds the derivatives of the flows with respect to the state of which a block holds the slope, 1/s per unit of state.
     * Asked only of links all of whose blocks have slopes.
     */
    default void slopes(StateBlock moved, FlowSink sink) {
        throw new IllegalStateException(id() + " has no derivatives");
    }

    /** Names what can be read of the link. */
    default void publish(VariableSink variables) {}
}
