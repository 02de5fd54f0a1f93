package org.openots.hazop.report;

import java.util.List;

/**
 * A sheet of the study workbook: one row for each element of a list of the study's JSON.
 *
 * @param sheet name of the sheet
 * @param list name of the list in its owner; of the study itself when there is no parent
 * @param parent list that the owners stand in, empty for the study itself
 * @param columns the columns; with a parent the first one holds the owner's id
 */
record StudyTable(String sheet, String list, String parent, List<Column> columns) {
    /** Keeps an unmodifiable copy. */
    StudyTable {
        columns = List.copyOf(columns);
    }

    /** What cells of a column hold. */
    enum Kind {
        /** Id of the owner. */
        OWNER,
        /** A text. */
        TEXT,
        /** A number. */
        NUMBER,
        /** A whole number. */
        INTEGER,
        /** True or false. */
        BOOL,
        /** Texts, one a line; an empty cell is an empty list. */
        LIST,
        /** Texts, one a line; an empty cell is no list. */
        SOME,
        /** Statements {@code subject = state}, one a line. */
        STATEMENTS,
        /** Figures {@code name = number}, one a line. */
        FIGURES,
        /** Which of some objects the row has. */
        CHOICE
    }

    /**
     * A column.
     *
     * @param path where the value is in the row's object, for example {@code text/zh}
     * @param heading what people read above it
     * @param kind what its cells hold
     * @param width in Latin digits
     */
    record Column(String path, String heading, Kind kind, double width) {
        String[] steps() {
            return path.split("/", -1);
        }
    }

    boolean ofStudy() {
        return parent.isEmpty();
    }
}
