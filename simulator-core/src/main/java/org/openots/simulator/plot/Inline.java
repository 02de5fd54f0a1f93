package org.openots.simulator.plot;

import java.util.Optional;

/**
 * Something built into a pipe.
 *
 * @param tag name in the pack; nothing for what has none
 * @param kind what it is
 * @param near it stands at the nearest point of the pipe
 * @param spindle where its spindle, actuator or head points
 */
public record Inline(Optional<String> tag, Kind kind, Point near, Way spindle) {
    /** What it is. */
    public enum Kind {
        /** A ball valve with a lever. */
        BALL_VALVE,
        /** A gate valve with a rising spindle and handwheel. */
        GATE_VALVE,
        /** A globe valve with a handwheel. */
        GLOBE_VALVE,
        /** A needle valve with a small handle. */
        NEEDLE_VALVE,
        /** A control valve with diaphragm actuator. */
        CONTROL_VALVE,
        /** A solenoid valve. */
        SOLENOID_VALVE,
        /** A shut-off valve with piston actuator. */
        SHUTOFF_VALVE,
        /** A motor valve. */
        MOTOR_VALVE,
        /** A check valve. */
        CHECK_VALVE,
        /** A relief valve: an angle valve; the pipe after it is the tail pipe. */
        RELIEF_VALVE,
        /** A strainer. */
        STRAINER,
        /** An orifice or meter with its transmitter. */
        FLOW_ELEMENT,
        /** A rotameter. */
        ROTAMETER,
        /** A sight glass in the pipe. */
        SIGHT_GLASS,
        /** A spectacle blind. */
        SPECTACLE_BLIND,
        /** A reducer. */
        REDUCER,
        /** A flame arrester. */
        FLAME_ARRESTER;

        /**
         * Its word in the file.
         *
         * @return for example {@code ball-valve}
         */
        public String word() {
            return Forms.word(this);
        }

        /** Whether people turn it by hand. */
        public boolean handValve() {
            return switch (this) {
                case BALL_VALVE, GATE_VALVE, GLOBE_VALVE, NEEDLE_VALVE -> true;
                default -> false;
            };
        }
    }
}
