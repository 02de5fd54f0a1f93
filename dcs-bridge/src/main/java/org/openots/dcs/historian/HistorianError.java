package org.openots.dcs.historian;

import org.openots.common.error.ErrorCode;

/** What goes wrong with files of the historian. */
public enum HistorianError implements ErrorCode {
    /** 0 file, 1 place in it in bytes. */
    DAMAGED("OTS-DCS-401"),
    /** 0 folder, 1 process that has it. */
    IN_USE("OTS-DCS-402"),
    /** 0 from, 1 to, in ms. */
    NO_TIME("OTS-DCS-403");

    private final String code;

    HistorianError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.historian.HistorianMessages";
    }
}
