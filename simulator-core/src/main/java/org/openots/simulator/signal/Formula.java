package org.openots.simulator.signal;

/** A number worked out from the signals as they are now. */
@FunctionalInterface
public interface Formula {
    /**
     * Evaluates the formula.
     *
     * @return the number; NaN when a signal it needs has no value
     */
    double value();
}
