package org.openots.dcs.audit;

import org.openots.common.error.ErrorCode;

/** What is wrong with an audit. */
public enum AuditError implements ErrorCode {
    /** 0 file, 1 line. */
    BROKEN("OTS-AUDIT-001"),
    /** 0 file, 1 line. */
    CUT("OTS-AUDIT-002");

    private final String code;

    AuditError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.audit.AuditMessages";
    }
}
