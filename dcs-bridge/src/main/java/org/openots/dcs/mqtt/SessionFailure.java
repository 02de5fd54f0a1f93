package org.openots.dcs.mqtt;

import org.jspecify.annotations.Nullable;

/** Why a session did not come about or ended, in words that do not depend on the version of the library. */
final class SessionFailure extends Exception {
    private static final long serialVersionUID = 1L;

    private final Kind kind;

    SessionFailure(Kind kind, @Nullable Throwable cause) {
        super(kind.name(), cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    /** What the broker said, or that it said nothing. */
    enum Kind {
        LOGIN,
        CLIENT_ID,
        UNAVAILABLE,
        VERSION,
        TIMEOUT,
        NETWORK
    }
}
