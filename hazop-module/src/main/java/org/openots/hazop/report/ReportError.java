package org.openots.hazop.report;

import org.openots.common.error.ErrorCode;

/** Mistakes in workbooks and column profiles. Placeholder 0 of a message about a cell is its place. */
public enum ReportError implements ErrorCode {
    /** A file that is no XLSX: name, why. */
    NOT_XLSX("OTS-XLSX-001"),
    /** A file that is too large: name, what is too large, how large, most. */
    TOO_LARGE("OTS-XLSX-002"),
    /** A workbook without a sheet that is needed: place, sheet, sheets that are there. */
    NO_SHEET("OTS-XLSX-003"),
    /** A sheet without a column that is needed: place, column. */
    NO_COLUMN("OTS-XLSX-004"),
    /** A column nobody knows: place, heading. */
    UNKNOWN_COLUMN("OTS-XLSX-005"),
    /** A cell that must hold a number: place, what stands there. */
    NOT_NUMBER("OTS-XLSX-006"),
    /** A cell that must hold a whole number: place, what stands there, lowest, highest. */
    NOT_LEVEL("OTS-XLSX-007"),
    /** A cell that must hold yes or no: place, what stands there. */
    NOT_YES_NO("OTS-XLSX-008"),
    /** A row that belongs to something that is not there: place, what stands there. */
    NO_PARENT("OTS-XLSX-009"),
    /** A needed cell is empty: place, column. */
    EMPTY_CELL("OTS-XLSX-010"),
    /** A text that no cell can hold: place, length, most. */
    TEXT_LENGTH("OTS-XLSX-011"),
    /** The content of a sheet is wrong: place, the mistake found in the study. */
    CONTENT("OTS-XLSX-012"),
    /** A cell with an error value instead of a text: place, the value. */
    ERROR_CELL("OTS-XLSX-013"),
    /** A workbook that is none of ours: name. */
    NOT_OURS("OTS-XLSX-014"),
    /** No sheet of a workbook has the headings of a profile: place, profile, columns that are needed, sheets. */
    NO_HEADINGS("OTS-XLSX-015"),
    /** A column of a profile fits two headings: place, column, the other heading's cell. */
    COLUMN_TWICE("OTS-XLSX-016"),
    /** A text that names no guide word of the profile: place, the text. */
    NO_GUIDE_WORD("OTS-XLSX-017"),
    /** A text that names no parameter of the profile: place, the text. */
    NO_PARAMETER("OTS-XLSX-018"),
    /** A date that is none: place, what stands there. */
    NOT_DATE("OTS-XLSX-019"),
    /** A due date that is not after the study's date: place, date, date of the study. */
    DATE_BEFORE("OTS-XLSX-020"),
    /** A workbook without a single row: place. */
    NO_ROWS("OTS-XLSX-021"),
    /** A row whose causes and consequences both are missing: place. */
    NO_SCENARIO("OTS-XLSX-022"),
    /** A risk that is not severity times likelihood: place, what stands there, product. */
    RISK_PRODUCT("OTS-XLSX-023"),
    /** An unknown profile: name, profiles of the suite. */
    NO_PROFILE("OTS-XLSX-024"),
    /** A pattern of a profile that is no regular expression: place, pattern, why. */
    BAD_PATTERN("OTS-XLSX-025"),
    /** Columns of a profile that do not go together: place, what is needed. */
    PROFILE_COLUMNS("OTS-XLSX-026"),
    /** A word that is none of those a column takes: place, what stands there, the words. */
    CHOICE("OTS-XLSX-027"),
    /** A statement without an equals sign: place, what stands there. */
    STATEMENT("OTS-XLSX-028");

    private final String code;

    ReportError(String code) {
        this.code = code;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.report.ReportMessages";
    }
}
