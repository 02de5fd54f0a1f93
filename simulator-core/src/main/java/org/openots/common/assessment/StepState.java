package org.openots.common.assessment;

/** Where a step stands. */
public enum StepState {
    /** Its predecessors are not done or its start condition does not hold. */
    LOCKED,
    /** It can be begun. */
    READY,
    /** It was begun. */
    ACTIVE,
    /** It was done; marks are earned. */
    DONE_OK,
    /** It was done and then undone before the next step began; it can be earned again once, for less. */
    REGRESSED,
    /** It was done before its turn; half the marks are earned. */
    EARLY,
    /** It was done without a step that had to come first; no marks. */
    WRONG,
    /** The task ended before it was done. */
    CLOSED,
    /** It was already done when the task began, or an alternative was done instead. */
    WAIVED;

    /** Whether later steps may go on. */
    boolean passed() {
        return this == DONE_OK || this == EARLY || this == WRONG || this == WAIVED;
    }

    /** Whether nothing can happen to it any more, except that what was done is undone. */
    boolean settled() {
        return passed() || this == CLOSED;
    }
}
