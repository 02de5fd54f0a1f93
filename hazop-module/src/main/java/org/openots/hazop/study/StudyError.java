package org.openots.hazop.study;

import org.openots.common.error.ErrorCode;

/** Mistakes in studies. Placeholder 0 of a message about a file is the place. */
public enum StudyError implements ErrorCode {
    /** Of some fields exactly one is needed: place, how many there are, the fields. */
    ONE_OF("OTS-HAZ-001"),
    /** The languages are not Chinese and English: place, what is there. */
    LANGUAGES("OTS-HAZ-002"),
    /** An effect has a limit but needs none, or the reverse: place, effect, fields. */
    LIMIT("OTS-HAZ-003"),
    /** Bands of version 0.1 that are not those of the matrix of the suite: place, highest scores found, needed. */
    OLD_BANDS("OTS-HAZ-004"),
    /** A score of version 0.1 that is not severity times likelihood: place, score, product. */
    OLD_SCORE("OTS-HAZ-005"),
    /** Neither a study of the suite nor a file: name, studies of the suite. */
    NO_STUDY("OTS-HAZ-006"),
    /** A folder without studies: folder. */
    NO_FILES("OTS-HAZ-007");

    private final String code;

    StudyError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.study.StudyMessages";
    }
}
