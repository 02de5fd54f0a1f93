package org.openots.simulator.signal;

/** A yes-or-no question about the signals, for example an arming condition. */
@FunctionalInterface
public interface Condition {
    /**
     * Evaluates the condition on the signals as they are now.
     *
     * @return true when it holds; a comparison with a missing value (NaN) does not hold
     */
    boolean holds();
}
