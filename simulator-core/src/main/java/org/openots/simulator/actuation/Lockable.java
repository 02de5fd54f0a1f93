package org.openots.simulator.actuation;

/** A device that can be kept where it is with a padlock: a hand valve, a machine at its breaker, a power switch. */
public interface Lockable {
    /**
     * Its name.
     *
     * @return the tag
     */
    String tag();

    /**
     * Whether it is on, so that it cannot be locked.
     *
     * @return true for a machine that runs and a switch that is on; never for a hand valve
     */
    boolean on();

    /**
     * Hangs a padlock or takes it off. A locked hand valve and switch cannot be moved; a locked machine is cut off from its
     * supply, so that nobody and nothing can start it.
     *
     * @param locked whether a padlock hangs there from now on
     */
    void lock(boolean locked);
}
