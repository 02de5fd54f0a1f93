package org.openots.dcs.replay;

import org.openots.common.error.ErrorCode;

/** What is wrong with a recording or its mapping. */
public enum ReplayError implements ErrorCode {
    /** A file has no such column: 0 file, 1 column, 2 its columns. */
    NO_COLUMN("OTS-DCS-701"),
    /** A file has two columns of this name: 0 file, 1 column. */
    TWO_COLUMNS("OTS-DCS-702"),
    /** A cell is no number: 0 file, 1 line, 2 column, 3 cell. */
    NO_NUMBER("OTS-DCS-703"),
    /** As before, and it looks like a decimal comma: 0 file, 1 line, 2 column, 3 cell. */
    DECIMAL_COMMA("OTS-DCS-704"),
    /** A cell is no time: 0 file, 1 line, 2 column, 3 cell, 4 the form wanted. */
    NO_TIME("OTS-DCS-705"),
    /** A time has no zone and the mapping gives none: 0 file, 1 line, 2 cell. */
    NO_ZONE("OTS-DCS-706"),
    /** A file is not in the encoding: 0 file, 1 encoding. */
    ENCODING("OTS-DCS-707"),
    /** A quote is not closed: 0 file, 1 line. */
    OPEN_QUOTE("OTS-DCS-708"),
    /** No row of the file can be used: 0 file. */
    NO_ROWS("OTS-DCS-709"),
    /** A field of the mapping is needed: 0 place, 1 field, 2 why, in both languages. */
    FIELD_NEEDED("OTS-DCS-710"),
    /** Units of two dimensions: 0 place, 1 unit, 2 unit. */
    OTHER_DIMENSION("OTS-DCS-711"),
    /** A pattern or zone is none: 0 place, 1 what is written. */
    NO_PATTERN("OTS-DCS-712"),
    /** A replay cannot run at this speed: 0 speed. */
    SPEED("OTS-DCS-713"),
    /** The historian has nothing of the tags in the time. */
    NO_HISTORY("OTS-DCS-714");

    private final String code;

    ReplayError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.replay.ReplayMessages";
    }
}
