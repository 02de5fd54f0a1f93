package org.openots.simulator.actuation;

import org.openots.common.state.Stateful;
import org.openots.simulator.operation.Holdable;
import org.openots.simulator.operation.Presettable;

/** Something that acts on the process and that an interlock may be able to hold in a safe state. */
public interface FinalElement extends Holdable, Presettable, Stateful {
    /**
     * What an interlock does to it.
     *
     * @return {@code stop}, {@code off}, {@code on}, {@code open}, {@code close}, {@code hold}, or {@code none} if nothing
     */
    String safeAction();

    /** Moves it by one scan, drives the process and publishes its signals. */
    void scan();
}
