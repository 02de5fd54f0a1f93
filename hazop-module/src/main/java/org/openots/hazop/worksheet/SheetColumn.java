package org.openots.hazop.worksheet;

import java.util.Arrays;
import java.util.Optional;

/** The columns of a worksheet that a student fills in; every value is a text, empty when not given. */
public enum SheetColumn {
    /** Cause; the one column of a cause row, all others belong to a line. */
    CAUSE(Form.TEXT),
    /** Consequence with all safeguards assumed to have failed. */
    CONSEQUENCE(Form.TEXT),
    /** Likelihood without safeguards, 1 is rare. */
    LIKELIHOOD(Form.LIKELIHOOD),
    /** Severity without safeguards, 1 is slight. */
    SEVERITY(Form.SEVERITY),
    /** Existing safeguards. */
    SAFEGUARDS(Form.TEXT),
    /** Whether the safeguards are those of the line above: {@code yes} or empty. */
    SHARED(Form.FLAG),
    /** Likelihood with the existing safeguards. */
    EXISTING_LIKELIHOOD(Form.LIKELIHOOD),
    /** Severity with the existing safeguards. */
    EXISTING_SEVERITY(Form.SEVERITY),
    /** Recommendations. */
    RECOMMENDATIONS(Form.TEXT),
    /** Who carries the recommendations out: a team role or a name. */
    OWNER(Form.NAME),
    /** Until when, ISO date. */
    DUE(Form.DATE),
    /** Likelihood when the recommendations are carried out. */
    AFTER_LIKELIHOOD(Form.LIKELIHOOD),
    /** Severity when the recommendations are carried out. */
    AFTER_SEVERITY(Form.SEVERITY);

    /** Longest text of a cell, UTF-16 units: an A4 page at 12 pt holds about this much. */
    public static final int LONGEST_TEXT = 2000;

    /** What a value looks like. */
    enum Form {
        TEXT,
        NAME,
        LIKELIHOOD,
        SEVERITY,
        DATE,
        FLAG
    }

    private final Form form;

    SheetColumn(Form form) {
        this.form = form;
    }

    Form form() {
        return form;
    }

    /**
     * The word in files and on the wire.
     *
     * @return for example {@code existingSeverity}
     */
    public String word() {
        String[] parts = name().split("_", -1);
        StringBuilder word = new StringBuilder(parts[0].toLowerCase(java.util.Locale.ROOT));
        for (int i = 1; i < parts.length; i++) {
            word.append(parts[i].charAt(0)).append(parts[i].substring(1).toLowerCase(java.util.Locale.ROOT));
        }
        return word.toString();
    }

    /**
     * Reads the word.
     *
     * @param word for example {@code existingSeverity}
     * @return the column, empty when there is none
     */
    public static Optional<SheetColumn> of(String word) {
        return Arrays.stream(values())
                .filter(column -> column.word().equals(word))
                .findFirst();
    }
}
