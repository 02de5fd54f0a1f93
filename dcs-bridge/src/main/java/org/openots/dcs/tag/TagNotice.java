package org.openots.dcs.tag;

import org.openots.common.error.ErrorCode;

/** What people should know about the messages of gateways. */
public enum TagNotice implements ErrorCode {
    /** A message cannot be read: topic, why. */
    BAD_MESSAGE("OTS-TAG-001"),
    /** A value would fit in another unit: tag, value, unit, low, high, the other unit. */
    UNIT("OTS-TAG-002"),
    /** The clock of a source is off: topic, seconds. */
    CLOCK_OFF("OTS-TAG-003"),
    /** The clock of a source is off by hours: topic, seconds, hours. */
    CLOCK_ZONE("OTS-TAG-004"),
    /** The clock of a source jumped: topic, seconds. */
    CLOCK_STEP("OTS-TAG-005"),
    /** A retained message without time: topic. */
    RETAINED_WITHOUT_TIME("OTS-TAG-006");

    private final String code;

    TagNotice(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.tag.TagMessages";
    }
}
