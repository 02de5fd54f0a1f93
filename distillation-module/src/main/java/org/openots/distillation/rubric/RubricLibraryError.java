package org.openots.distillation.rubric;

import org.openots.common.error.ErrorCode;

/** Why a rubric cannot be had. */
public enum RubricLibraryError implements ErrorCode {
    /** No rubric for that task: plant, task, tasks there are. */
    UNKNOWN_TASK("OTS-RUBRIC-101");

    private final String code;

    RubricLibraryError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.distillation.rubric.RubricMessages";
    }
}
