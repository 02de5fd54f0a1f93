package org.openots.distillation.robot;

import org.openots.common.error.ErrorCode;

/** Why a robot cannot be had. */
public enum RobotError implements ErrorCode {
    /** No robot of that name: plant, name, names there are. */
    UNKNOWN_ROBOT("OTS-ROBOT-001");

    private final String code;

    RobotError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.distillation.robot.RobotMessages";
    }
}
