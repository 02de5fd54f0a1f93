package org.openots.hazop.language;

import org.openots.common.error.ErrorCode;

/** Mistakes in a lexicon. */
public enum LanguageError implements ErrorCode {
    /** 0 place, 1 id of a concept that is there twice. */
    DOUBLE_CONCEPT("OTS-HAZ-121"),
    /** 0 place, 1 id that no concept has. */
    UNKNOWN_CONCEPT("OTS-HAZ-122"),
    /** 0 place, 1 how many words there are. */
    NO_PAIR("OTS-HAZ-123");

    private final String code;

    LanguageError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.language.LanguageMessages";
    }
}
