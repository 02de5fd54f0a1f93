package org.openots.instructor.session;

import org.openots.common.signal.SignalTable;

/** Builds scorers; safe for use by several threads. */
public interface RunScorerFactory {
    /**
     * The digest of the rubric a task is scored by.
     *
     * @param task task id
     * @return hexadecimal digits
     * @throws org.openots.common.error.OtsException if there is no such task
     */
    String rubricHash(String task);

    /**
     * Starts a scorer.
     *
     * @param task task id
     * @param signals the signals it will see
     * @return the scorer
     * @throws org.openots.common.error.OtsException if there is no such task or its rubric names an unknown signal
     */
    RunScorer start(String task, SignalTable signals);
}
