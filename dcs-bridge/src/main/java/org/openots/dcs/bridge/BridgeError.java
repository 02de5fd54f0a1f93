package org.openots.dcs.bridge;

import org.openots.common.error.ErrorCode;

/** Why a bridge cannot be opened. */
public enum BridgeError implements ErrorCode {
    /** The map has native tags and the settings do not say whose: 0 file of the map. */
    NO_WIRE("OTS-BRG-001"),
    /** The bridge of a station without a broker of its own has none: nothing. */
    NO_BROKER("OTS-BRG-002"),
    /** A write gate without the names of the native profile: 0 place. */
    GATE_NATIVE("OTS-BRG-003"),
    /** The gate has the name of the data link: 0 place, 1 its client id, 2 that of the data link. */
    GATE_CLIENT("OTS-BRG-004"),
    /** The gate has the account of the data link: 0 place, 1 user. */
    GATE_LOGIN("OTS-BRG-005"),
    /** 0 place, 1 tag, 2 low, 3 high. */
    GATE_LIMITS("OTS-BRG-006"),
    /** A target is not in the map: 0 place, 1 tag, 2 what may be meant. */
    GATE_TARGET("OTS-BRG-007"),
    /** 0 place, 1 tag, 2 kind of the target, 3 class in the map. */
    GATE_KIND("OTS-BRG-008"),
    /** The map lets nothing be written to it: 0 place, 1 tag. */
    GATE_NONE("OTS-BRG-009"),
    /** A read-back is not in the map: 0 place, 1 tag, 2 what may be meant. */
    GATE_READ_BACK("OTS-BRG-010"),
    /** Another tag of the gate is not in the map: 0 place, 1 tag, 2 what may be meant. */
    GATE_TAG("OTS-BRG-011"),
    /** Limits beyond the range of the tag: 0 place, 1 tag, 2 low, 3 high, 4 and 5 the range. */
    GATE_RANGE("OTS-BRG-012"),
    /** 0 place, 1 fault, 2 faults of the plant. */
    GATE_FAULT("OTS-BRG-013");

    private final String code;

    BridgeError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.bridge.BridgeMessages";
    }
}
