package org.openots.hazop.worksheet;

import org.openots.common.error.KindedError;

/** What can be wrong with an operation on a worksheet; the sentences are in {@code WorksheetMessages}. */
public enum WorksheetError implements KindedError {
    /** No worksheet with this id. */
    SHEET_UNKNOWN("OTS-SHEET-001", Kind.UNKNOWN),
    /** The worksheet was changed elsewhere since the token was given out. */
    SHEET_CONFLICT("OTS-SHEET-002", Kind.STATE),
    /** The worksheet is handed in. */
    HANDED_IN("OTS-SHEET-003", Kind.STATE),
    /** The deviation is submitted. */
    DEVIATION_SUBMITTED("OTS-SHEET-004", Kind.STATE),
    /** The deviation is not part of the worksheet. */
    DEVIATION_UNKNOWN("OTS-SHEET-005", Kind.FORM),
    /** No row with this id. */
    ROW_UNKNOWN("OTS-SHEET-006", Kind.STATE),
    /** The id of a new row is in use. */
    ROW_TAKEN("OTS-SHEET-007", Kind.STATE),
    /** An id that breaks the rule. */
    ID_FORM("OTS-SHEET-008", Kind.FORM),
    /** A cell that does not exist. */
    CELL_UNKNOWN("OTS-SHEET-009", Kind.FORM),
    /** A text that is too long. */
    TEXT_LENGTH("OTS-SHEET-010", Kind.FORM),
    /** A severity or likelihood outside the matrix. */
    RATING_RANGE("OTS-SHEET-011", Kind.FORM),
    /** A date that is none. */
    DATE_FORM("OTS-SHEET-012", Kind.FORM),
    /** Too many rows. */
    ROWS_LIMIT("OTS-SHEET-013", Kind.STATE),
    /** Nothing to undo or redo. */
    NOTHING_TO_UNDO("OTS-SHEET-014", Kind.STATE),
    /** An operation that is not formed as it should be. */
    OPERATION_FORM("OTS-SHEET-015", Kind.FORM),
    /** The id of an edit was used for another edit. */
    EDIT_REUSED("OTS-SHEET-016", Kind.STATE),
    /** Too many edits in one worksheet. */
    EDITS_LIMIT("OTS-SHEET-017", Kind.STATE),
    /** The journal of a worksheet cannot be read. */
    SHEET_DAMAGED("OTS-SHEET-018", Kind.STORAGE),
    /** The journal could not be written; nothing was acknowledged. */
    SHEET_STORAGE("OTS-SHEET-019", Kind.STORAGE),
    /** There is nothing in a deviation to submit. */
    NOTHING_WRITTEN("OTS-SHEET-020", Kind.STATE);

    private final String code;
    private final Kind kind;

    WorksheetError(String code, Kind kind) {
        this.code = code;
        this.kind = kind;
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public String bundle() {
        return "org.openots.hazop.worksheet.WorksheetMessages";
    }

    @Override
    public Kind kind() {
        return kind;
    }
}
