package org.openots.dcs.publish;

import org.openots.common.error.ErrorCode;

/** What goes wrong with what is to be published. */
public enum PublishError implements ErrorCode {
    /** A name cannot be a level of a topic: 0 name. */
    TOPIC_LEVEL("OTS-DCS-601"),
    /** No dialect has this name: 0 name, 1 the names. */
    UNKNOWN_DIALECT("OTS-DCS-602");

    private final String code;

    PublishError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.publish.PublishMessages";
    }
}
