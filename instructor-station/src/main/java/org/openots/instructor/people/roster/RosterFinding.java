package org.openots.instructor.people.roster;

import java.util.Optional;
import org.openots.common.error.OtsException;

/**
 * Something about a file that its reader should know.
 *
 * @param severity whether it keeps a line from being imported
 * @param sheet name of the sheet; empty for CSV
 * @param line line as spreadsheet programs number it; 0 for the whole file
 * @param column which column; nothing for the whole line
 * @param cell for example {@code C12}; empty for a whole line
 * @param value what stands there, with most of a number of a citizen hidden
 * @param reason the value, the rule, and what to do
 */
public record RosterFinding(
        Severity severity,
        String sheet,
        int line,
        Optional<RosterColumn> column,
        String cell,
        String value,
        OtsException reason) {
    /** How much it matters. */
    public enum Severity {
        /** The line is not imported. */
        MISTAKE,
        /** The line is imported; something in it was corrected or is unusual. */
        NOTICE
    }
}
