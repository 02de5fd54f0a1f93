package org.openots.simulator.actuation;

import org.openots.common.state.Stateful;
import org.openots.simulator.operation.Presettable;

/** Something that acts on the process and that an interlock may be able to hold in a safe state. */
public interface FinalElement extends Presettable, Stateful {
    /**
     * Its name.
     *
     * @return the tag, for example {@code E-703}
     */
    String tag();

    /**
     * What an interlock does to it.
     *
     * @return {@code stop}, {@code off}, {@code on}, {@code open}, {@code close}, or {@code none} if nothing
     */
    String safeAction();

    /**
     * Holds it in its safe state or lets it go; called at every scan before {@link #scan}.
     *
     * @param interlocks how many latched interlocks act on it; 0 lets it go
     */
    void hold(int interlocks);

    /** Moves it by one scan, drives the process and publishes its signals. */
    void scan();
}
