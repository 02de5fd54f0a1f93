package org.openots.simulator.solver;

/** How an advance over one interval ended. */
public enum StepStatus {
    /** The interval was covered within the error tolerance. */
    ADVANCED,
    /** The step size fell below its minimum; the state is that of the start of the interval. */
    STEP_TOO_SMALL
}
