package org.openots.dcs.gate;

import org.openots.common.error.KindedError;

/** Why nothing is written. */
public enum GateError implements KindedError {
    /** The gate is off. */
    DISABLED("OTS-GATE-001"),
    /** 0 tag, 1 tags that may be written. */
    NO_TARGET("OTS-GATE-002"),
    /** 0 tag, 1 value, 2 least, 3 greatest, 4 unit. */
    VALUE_RANGE("OTS-GATE-003"),
    /** The person does not hold the gate. */
    NO_LEASE("OTS-GATE-004"),
    /** 0 who holds it, 1 for how many seconds more. */
    LEASE_HELD("OTS-GATE-005"),
    /** 0 tag of the key switch, 1 its value, 2 its quality. */
    KEY_SWITCH("OTS-GATE-006"),
    /** 0 tag, 1 its value, 2 its quality. */
    TRIPPED("OTS-GATE-007"),
    /** No connection to the rig. */
    NO_LINK("OTS-GATE-008"),
    /** 0 tag, 1 its quality, 2 its age in s. */
    READ_BACK("OTS-GATE-009"),
    /** The token is unknown, used, or of somebody else. */
    TOKEN("OTS-GATE-010"),
    /** 0 for how many seconds a token lives. */
    TOKEN_EXPIRED("OTS-GATE-011"),
    /** 0 tag that is being written. */
    BUSY("OTS-GATE-012"),
    /** 0 tag: a second person has to approve. */
    SECOND_PERSON("OTS-GATE-013"),
    /** The second person is the first. */
    SAME_PERSON("OTS-GATE-014"),
    /** 0 tag, 1 value sent, 2 value read back, 3 value it was put back to. */
    NOT_FOLLOWED("OTS-GATE-015"),
    /** The rig did not take the command. */
    NOT_SENT("OTS-GATE-016"),
    /** 0 who stopped it. */
    STOPPED("OTS-GATE-017"),
    /** 0 tag, 1 value, 2 values that may be written. */
    VALUE_LIST("OTS-GATE-018"),
    /** 0 tag of the mode, 1 its value, 2 its quality, 3 values it must have. */
    MODE("OTS-GATE-019"),
    /** 0 tag, 1 value sent, 2 what the rig says. */
    REFUSED("OTS-GATE-020"),
    /** 0 tag, 1 value sent, 2 value it was put back to. */
    NO_ANSWER("OTS-GATE-021");

    private final String code;

    GateError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Kind kind() {
        return switch (this) {
            case NO_TARGET -> Kind.UNKNOWN;
            case VALUE_RANGE, VALUE_LIST -> Kind.FORM;
            default -> Kind.STATE;
        };
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.gate.GateMessages";
    }
}
