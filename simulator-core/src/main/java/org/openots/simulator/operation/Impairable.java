package org.openots.simulator.operation;

/** A part of the automation that faults can impair. */
public interface Impairable {
    /**
     * The name faults use for it.
     *
     * @return the target, for example {@code TIC-705}
     */
    String target();

    /**
     * Its impairments.
     *
     * @return the set; the kinds are fixed
     */
    ImpairmentSet impairments();
}
