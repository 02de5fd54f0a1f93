package org.openots.simulator.signal;

/** Turns the text of a condition into something that can be asked at every scan. */
@FunctionalInterface
public interface ConditionCompiler {
    /**
     * Compiles a condition.
     *
     * @param text as written in the pack
     * @param board holds the signals it names
     * @return the condition
     * @throws org.openots.common.error.OtsException if it cannot be read or names an unknown signal
     */
    Condition compile(String text, SignalBoard board);
}
