package org.openots.distillation.condition;

import org.openots.common.error.ErrorCode;

/** Why an initial condition cannot be made. */
public enum ConditionError implements ErrorCode {
    /** No recipe for it: plant, condition. */
    NO_RECIPE("OTS-COND-001"),
    /** A robot took too long at a step: robot, step, model time in s. */
    ROBOT_FAILED("OTS-COND-002"),
    /** The plant still moves at the end of the time allowed: condition, time in s. */
    NOT_STEADY("OTS-COND-003"),
    /** Recipes begin with each other: conditions. */
    CIRCLE("OTS-COND-004");

    private final String code;

    ConditionError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.distillation.condition.ConditionMessages";
    }
}
