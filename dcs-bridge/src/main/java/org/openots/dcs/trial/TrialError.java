package org.openots.dcs.trial;

import org.openots.common.error.ErrorCode;

/** What the messages say against a map. Placeholder 0 is the place in the map. */
public enum TrialError implements ErrorCode {
    /** No message on a topic: place, topic, number of its tags. */
    SILENT("OTS-TRIAL-001"),
    /** An item in none of the messages: place, item, number of messages, topic. */
    NEVER("OTS-TRIAL-002"),
    /** As before, and one that comes is close: place, item, number of messages, topic, the close one. */
    NEVER_BUT("OTS-TRIAL-003"),
    /** A value outside the range: place, tag, value, unit, low, high. */
    RANGE("OTS-TRIAL-004"),
    /** A value that another unit would put into the range: place, tag, value, unit, low, high, the other unit. */
    UNIT("OTS-TRIAL-005"),
    /** A value that never was good: place, tag, reason. */
    BAD("OTS-TRIAL-006"),
    /** There was no connection in time: host, port. */
    NO_CONNECTION("OTS-TRIAL-007");

    private final String code;

    TrialError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.trial.TrialMessages";
    }
}
