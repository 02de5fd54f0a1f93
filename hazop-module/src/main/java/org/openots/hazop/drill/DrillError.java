package org.openots.hazop.drill;

import org.openots.common.error.ErrorCode;

/** Mistakes in drill files and in answers; the sentences are in {@code DrillMessages}. */
public enum DrillError implements ErrorCode {
    /** Weights that do not add up: sum, what they should be. */
    WEIGHT_SUM("OTS-DRILL-001"),
    /** A part with points that a case gives no answer for: part. */
    NO_ANSWER("OTS-DRILL-002"),
    /** A time that must not be before another: name, value, other name, other value. */
    TIME_ORDER("OTS-DRILL-003"),
    /** Two cases begin with the same fault: fault. */
    SAME_FAULT("OTS-DRILL-004"),
    /** The plant has no such fault: id, plant. */
    UNKNOWN_FAULT("OTS-DRILL-005"),
    /** The plant has no such initial condition: id, plant. */
    UNKNOWN_CONDITION("OTS-DRILL-006"),
    /** No drill of that id: id. */
    UNKNOWN_DRILL("OTS-DRILL-008"),
    /** An answer nobody asks for: verb, value. */
    UNKNOWN_ANSWER("OTS-DRILL-009"),
    /** A robot does not get what it should: drill, case, robot, points, needed. */
    ROBOT("OTS-DRILL-010"),
    /** A safeguard is to be proved that cannot be taken away: option. */
    NOT_REMOVABLE("OTS-DRILL-011"),
    /** A list of options without one that is needed: list, option. */
    OPTION_MISSING("OTS-DRILL-012"),
    /** The plant has no such thing: id, what it should be, plant. */
    UNKNOWN_NAME("OTS-DRILL-013"),
    /** Without the safeguard to be proved nothing is reached that is not reached with it: drill, case. */
    NO_DIFFERENCE("OTS-DRILL-014");

    private final String code;

    DrillError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.drill.DrillMessages";
    }
}
