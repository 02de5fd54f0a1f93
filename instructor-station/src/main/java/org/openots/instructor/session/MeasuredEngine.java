package org.openots.instructor.session;

/**
 * A plant that is measured and not simulated. Its readings are inputs of the run like operations are, so a recorded run
 * gives the same states and the same score again.
 */
public interface MeasuredEngine extends RunEngine {
    /**
     * Takes what the plant shows from the present tick on.
     *
     * @param scan what changed
     */
    void take(RigScan scan);

    /**
     * What screens show: the last values with their qualities.
     *
     * @return the readings at the last tick
     */
    Readings readings();
}
