package org.openots.hazop.worksheet;

import org.openots.common.error.OtsException;

/**
 * A cell by its stable name: the row's id and the column.
 *
 * @param row id of a cause row or a line
 * @param column the column
 */
public record CellRef(String row, SheetColumn column) {
    /**
     * Reads a cell's name.
     *
     * @param text for example {@code l-7f3a.consequence}
     * @return the cell
     * @throws OtsException if there is no such column
     */
    public static CellRef of(String text) {
        int dot = text.lastIndexOf('.');
        SheetColumn column = SheetColumn.of(text.substring(dot + 1))
                .orElseThrow(() -> new OtsException(WorksheetError.CELL_UNKNOWN, text));
        return new CellRef(RowId.check(text.substring(0, Math.max(0, dot))), column);
    }

    /**
     * The cell's name.
     *
     * @return for example {@code l-7f3a.consequence}
     */
    public String text() {
        return row + "." + column.word();
    }
}
