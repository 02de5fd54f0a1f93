package org.openots.hazop.worksheet;

import java.util.List;

/**
 * A cause with its lines.
 *
 * @param id stable id, unique in the worksheet
 * @param text the cause, empty when not given
 * @param lines what it leads to, at least one
 */
public record CauseRow(String id, String text, List<ScenarioLine> lines) {
    /** Freezes the lines. */
    public CauseRow {
        lines = List.copyOf(lines);
    }

    /**
     * The safeguards that stand against a line, also when its cell is merged with the one above.
     *
     * @param line index of the line
     * @return the text, empty when not given
     */
    public String safeguards(int line) {
        int from = line;
        while (from > 0 && lines.get(from).shared()) {
            from--;
        }
        return lines.get(from).cell(SheetColumn.SAFEGUARDS);
    }
}
