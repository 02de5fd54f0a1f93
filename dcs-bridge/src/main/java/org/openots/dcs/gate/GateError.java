package org.openots.dcs.gate;

import org.openots.common.error.ErrorCode;

/** Why nothing is written. */
public enum GateError implements ErrorCode {
    /** The gate is off. */
    DISABLED("OTS-DCS-601"),
    /** 0 tag, 1 tags that may be written. */
    NO_TARGET("OTS-DCS-602"),
    /** 0 tag, 1 value, 2 least, 3 greatest, 4 unit. */
    VALUE_RANGE("OTS-DCS-603"),
    /** The person does not hold the gate. */
    NO_LEASE("OTS-DCS-604"),
    /** 0 who holds it, 1 for how many seconds more. */
    LEASE_HELD("OTS-DCS-605"),
    /** 0 tag of the key switch, 1 its value, 2 its quality. */
    KEY_SWITCH("OTS-DCS-606"),
    /** 0 tag, 1 its value, 2 its quality. */
    TRIPPED("OTS-DCS-607"),
    /** No connection to the rig. */
    NO_LINK("OTS-DCS-608"),
    /** 0 tag, 1 its quality, 2 its age in s. */
    READ_BACK("OTS-DCS-609"),
    /** The token is unknown, used, or of somebody else. */
    TOKEN("OTS-DCS-610"),
    /** 0 for how many seconds a token lives. */
    TOKEN_EXPIRED("OTS-DCS-611"),
    /** 0 tag that is being written. */
    BUSY("OTS-DCS-612"),
    /** 0 tag: a second person has to approve. */
    SECOND_PERSON("OTS-DCS-613"),
    /** The second person is the first. */
    SAME_PERSON("OTS-DCS-614"),
    /** 0 tag, 1 value sent, 2 value read back, 3 value it was put back to. */
    NOT_FOLLOWED("OTS-DCS-615"),
    /** The rig did not take the command. */
    NOT_SENT("OTS-DCS-616"),
    /** 0 who stopped it. */
    STOPPED("OTS-DCS-617");

    private final String code;

    GateError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.gate.GateMessages";
    }
}
