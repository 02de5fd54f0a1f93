package org.openots.distillation.field3d.net;

import org.openots.common.error.ErrorCode;

/** Why a field station is not connected. */
public enum NetError implements ErrorCode {
    /** Not an address of a station: what was given. */
    ADDRESS("OTS-FIELD-101"),
    /** Nobody answers: address, what was said. */
    UNREACHABLE("OTS-FIELD-102"),
    /** The station says no, in its own words: code, sentence. */
    REFUSED("OTS-FIELD-103"),
    /** The answer is of another program or version: address, what was said. */
    NOT_A_STATION("OTS-FIELD-104"),
    /** An operation could not be handed over in time: target, seconds. */
    NOT_HANDED_OVER("OTS-FIELD-105");

    private final String code;

    NetError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.distillation.field3d.net.NetMessages";
    }
}
