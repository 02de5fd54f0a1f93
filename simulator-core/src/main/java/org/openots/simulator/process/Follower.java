package org.openots.simulator.process;

/**
 * Something outside the equations that follows the process from tick to tick, such as gas in the room. It has a state
 * of its own, which is saved with the process, and no influence on it.
 */
public interface Follower {
    /**
     * Follows one tick, at the end of it.
     *
     * @param seconds length of the tick
     * @param inputs inputs of the tick
     */
    void follow(double seconds, ProcessInputs inputs);

    /**
     * Everything its future depends on.
     *
     * @return the live array
     */
    double[] state();
}
