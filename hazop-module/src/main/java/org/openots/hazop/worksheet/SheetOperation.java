package org.openots.hazop.worksheet;

/** What a student can do to the rows of a worksheet. The inverse of each is one of them again. */
public sealed interface SheetOperation {
    /**
     * Writes a cell.
     *
     * @param cell the cell
     * @param value the whole new value, empty to clear it
     * @param session id of one stay in the cell, empty for none: what is typed in one stay is undone at once
     */
    record SetCell(CellRef cell, String value, String session) implements SheetOperation {}

    /**
     * Puts a cause row in.
     *
     * @param deviation whose cause it is
     * @param after id of the cause row it follows, empty for the first place
     * @param cause the row with all that is in it
     */
    record InsertCause(String deviation, String after, CauseRow cause) implements SheetOperation {}

    /**
     * Puts a line in.
     *
     * @param cause id of the cause row
     * @param after id of the line it follows, empty for the first place
     * @param line the line with all that is in it
     */
    record InsertLine(String cause, String after, ScenarioLine line) implements SheetOperation {}

    /**
     * Takes a cause row or a line out; with its last line the cause goes too.
     *
     * @param row id of the row
     */
    record RemoveRow(String row) implements SheetOperation {}

    /** Takes the last change back. */
    record Undo() implements SheetOperation {}

    /** Makes the change again that was taken back last. */
    record Redo() implements SheetOperation {}
}
