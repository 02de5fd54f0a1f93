package org.openots.dcs.map;

import org.openots.common.error.ErrorCode;

/** Mistakes in tag maps and in exports of control systems. In messages placeholder 0 is the place. */
public enum MapError implements ErrorCode {
    /** A unit that is not known: place, symbol, units of the tag's dimension. */
    UNIT("OTS-MAP-001"),
    /** A unit that does not convert to that of the plant: place, symbol, its SI unit, unit of the plant, its SI unit. */
    DIMENSION("OTS-MAP-002"),
    /** A unit other than that of the plant: place, symbol, tag, unit of the plant. */
    OUT_UNIT("OTS-MAP-003"),
    /** Two tags from one item: place, item, the other tag. */
    SAME_ITEM("OTS-MAP-004"),
    /** A filter with a number sign: place, filter. */
    HASH("OTS-MAP-005"),
    /** What is no filter: place, text. */
    TOPIC("OTS-MAP-006"),
    /** A topic that is not one of Sparkplug: place, filter. */
    SPARKPLUG_TOPIC("OTS-MAP-007"),
    /** Quality of service 2: place. */
    QOS("OTS-MAP-008"),
    /** A range that is empty: place, low, high. */
    RANGE("OTS-MAP-009"),
    /** What is no JSON pointer: place, text. */
    POINTER("OTS-MAP-010"),
    /** A time zone that does not exist: place, text. */
    ZONE("OTS-MAP-011"),
    /** A topic is described differently by another tag: place, topic, what is here, the other tag, what is there. */
    MIXED("OTS-MAP-012"),
    /** A value is stale before the next one is due: place, timeout, period, s. */
    TIMEOUT("OTS-MAP-013"),
    /** What is no day: place, text. */
    DAY("OTS-MAP-014"),
    /** A field that means nothing in this dialect: place, field, dialect. */
    NOT_HERE("OTS-MAP-015"),
    /** A multiplier of 0: place. */
    GAIN("OTS-MAP-016"),
    /** An export is neither text in UTF-8 or GBK nor a workbook: place, reason. */
    NOT_A_TABLE("OTS-MAP-017"),
    /** An export has no line of headings that is understood: place, headings that are needed. */
    NO_HEADINGS("OTS-MAP-018"),
    /** Two columns of one meaning: place, heading, the other heading. */
    SAME_HEADING("OTS-MAP-019"),
    /** A cell that is no number: place, heading, text. */
    NOT_A_NUMBER("OTS-MAP-020"),
    /** A quote that is not closed: place. */
    QUOTE("OTS-MAP-021");

    private final String code;

    MapError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.map.MapMessages";
    }
}
