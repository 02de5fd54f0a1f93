package org.openots.dcs.twin;

import org.openots.common.error.ErrorCode;

/** What is refused at the digital twin. */
public enum TwinError implements ErrorCode {
    /** A tag of a definition has another unit in the plant: 0 place, 1 tag, 2 unit of the definition, 3 unit of the plant. */
    OTHER_UNIT("OTS-TWIN-001"),
    /** An order of a definition is not one of the plant: 0 place, 1 target, 2 verb, 3 what is wrong, in both languages. */
    REFUSED_ORDER("OTS-TWIN-002"),
    /** A parameter names no number of the flowsheet: 0 place, 1 pointer. */
    NO_POINTER("OTS-TWIN-003"),
    /** The start of a parameter is not between its bounds: 0 place, 1 start, 2 low, 3 high. */
    START_OUTSIDE("OTS-TWIN-004"),
    /** No twin is shipped for the plant: 0 plant, 1 plants that have one. */
    NO_TWIN("OTS-TWIN-005"),
    /** A record is too short: 0 seconds there are, 1 seconds it takes. */
    RECORD_TOO_SHORT("OTS-TWIN-006"),
    /** A source is of another plant: 0 plant of the source, 1 plant of the twin. */
    OTHER_PLANT("OTS-TWIN-007"),
    /** A source lacks tags: 0 tags. */
    MISSING_TAGS("OTS-TWIN-008"),
    /** An input says none or several of order, parameter and correction: 0 place, 1 tag. */
    ONE_TARGET("OTS-TWIN-009"),
    /** The model stopped at a state it could not leave: 0 time in s. */
    MODEL_HELD("OTS-TWIN-010"),
    /** An output is compared with itself or with nothing: 0 place, 1 tag. */
    NOTHING_AGAINST("OTS-TWIN-011"),
    /** A table of signatures does not fit the twin: 0 place, 1 entries it must have. */
    OTHER_OUTPUTS("OTS-TWIN-012"),
    /** The state of a calibration cannot be read: 0 place. */
    NO_STATE("OTS-TWIN-013"),
    /** The parameters could not be fitted: 0 what the search said. */
    NO_FIT("OTS-TWIN-014"),
    /** An input corrects a reading that operates nothing: 0 place, 1 tag of that reading. */
    NOTHING_TO_CORRECT("OTS-TWIN-015");

    private final String code;

    TwinError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.dcs.twin.TwinMessages";
    }
}
