package org.openots.instructor.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * A document that is facts and tables of numbers, to be rendered as a workbook or to be printed.
 *
 * @param locale Chinese or English
 * @param title of the document
 * @param subtitle what it is about
 * @param date day of the print, ISO
 * @param facts label and value, shown first
 * @param tables the tables
 */
public record TableReport(
        Locale locale, String title, String subtitle, String date, List<Fact> facts, List<Table> tables) {
    /**
     * A line of the summary.
     *
     * @param label what
     * @param value how much
     */
    public record Fact(String label, Cell value) {}

    /**
     * A table.
     *
     * @param title of the table; of its sheet in a workbook, too
     * @param columns the columns
     * @param rows cells, as many a row as there are columns
     */
    public record Table(String title, List<Column> columns, List<List<Cell>> rows) {
        /** Refuses rows that do not fit. */
        public Table {
            columns = List.copyOf(columns);
            rows = rows.stream().map(List::copyOf).toList();
            for (List<Cell> row : rows) {
                if (row.size() != columns.size()) {
                    throw new IllegalArgumentException(
                            "%s: %d cells for %d columns".formatted(title, row.size(), columns.size()));
                }
            }
        }
    }

    /**
     * A column.
     *
     * @param head its heading
     * @param width in characters
     */
    public record Column(String head, int width) {}

    /**
     * A cell.
     *
     * @param text as printed; empty when unknown
     * @param value the number in full in a workbook; nothing for a text
     */
    public record Cell(String text, OptionalDouble value) {
        /**
         * A text, whatever it begins with: it is never taken for a formula.
         *
         * @param text the text
         * @return the cell
         */
        public static Cell text(String text) {
            return new Cell(text, OptionalDouble.empty());
        }

        /**
         * A number.
         *
         * @param value the number; not finite means unknown
         * @param decimals as printed
         * @return the cell
         */
        public static Cell number(double value, int decimals) {
            return Double.isFinite(value)
                    ? new Cell(String.format(Locale.ROOT, "%." + decimals + "f", value), OptionalDouble.of(value))
                    : text("");
        }
    }

    /** Freezes the lists. */
    public TableReport {
        facts = List.copyOf(facts);
        tables = List.copyOf(tables);
    }
}
