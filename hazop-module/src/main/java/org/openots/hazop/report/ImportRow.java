package org.openots.hazop.report;

import java.util.EnumMap;
import java.util.Map;
import org.openots.hazop.report.ColumnProfile.Field;

/** A row of a worksheet of another tool: texts by our columns, and where each stands. */
final class ImportRow {
    private final SheetCells cells;
    private final int row;
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, Integer> columns;

    ImportRow(SheetCells cells, int row, Map<Field, Integer> columns) {
        this.cells = cells;
        this.row = row;
        this.columns = columns;
    }

    String sheet() {
        return cells.name();
    }

    void put(Field field, String text) {
        texts.put(field, text);
    }

    String text(Field field) {
        return texts.getOrDefault(field, "");
    }

    boolean has(Field field) {
        return columns.containsKey(field);
    }

    void report(Field field, ReportError error, Object... arguments) {
        cells.report(row, columns.getOrDefault(field, 0), error, arguments);
    }
}
