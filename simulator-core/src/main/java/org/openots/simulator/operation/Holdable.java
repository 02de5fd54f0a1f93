package org.openots.simulator.operation;

/** Something that an interlock can hold: a final element, or a controller that is forced to MAN. */
public interface Holdable {
    /**
     * Its name.
     *
     * @return the tag, for example {@code E-703}
     */
    String tag();

    /**
     * Holds it or lets it go; called at every scan of the interlocks.
     *
     * @param interlocks how many latched interlocks act on it; 0 lets it go
     */
    void hold(int interlocks);

    /**
     * How it is held from now on; called before {@link #hold} at every scan in which it is held. Safe states win over
     * targets, then the order of the pack decides. What knows only its safe state has nothing to do.
     *
     * @param how what the interlocks ask for
     */
    default void take(Hold how) {}
}
