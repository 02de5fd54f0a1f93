package org.openots.instructor.people.roster;

import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;

/**
 * A sheet of a file, or a whole CSV file.
 *
 * @param name its name; empty for CSV
 * @param lines the first lines with something in them
 * @param merged areas of joined cells
 * @param total lines with something in them, those that were not kept too
 */
record Sheet(String name, List<Line> lines, List<CellRangeAddress> merged, int total) {
    /** Lines that are kept: a list of people and what stands above it. */
    static final int MOST_LINES = Roster.MOST_PEOPLE + 100;
    /** Cells of a line that are kept. */
    static final int MOST_CELLS = 64;

    Sheet {
        lines = List.copyOf(lines);
        merged = List.copyOf(merged);
    }

    /**
     * A line.
     *
     * @param number as spreadsheet programs show it, 1 and up
     * @param cells from the first column on
     */
    record Line(int number, List<Cell> cells) {
        Line {
            cells = List.copyOf(cells);
        }

        Cell cell(int column) {
            return column < cells.size() ? cells.get(column) : Cell.EMPTY;
        }
    }
}
