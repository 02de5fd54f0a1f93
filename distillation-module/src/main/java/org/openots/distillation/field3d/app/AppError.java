package org.openots.distillation.field3d.app;

import org.openots.common.error.ErrorCode;

/** Mistakes of a command line of the field station. */
public enum AppError implements ErrorCode {
    /** The pack has no plot plan: plant. */
    NO_PLOT("OTS-FIELD-201"),
    /** No view of that name: name, plant, those there are. */
    NO_VIEW("OTS-FIELD-202"),
    /** Not a size: what was given. */
    SIZE("OTS-FIELD-203"),
    /** Address and ticket belong together: which is missing. */
    HALF_ADDRESS("OTS-FIELD-204"),
    /** Not an effect: what was given. */
    EFFECT("OTS-FIELD-205"),
    /** The station sends nothing: seconds waited, state of the connection. */
    NO_FRAMES("OTS-FIELD-206");

    private final String code;

    AppError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.distillation.field3d.app.AppMessages";
    }
}
