package org.openots.hazop.report;

import java.util.EnumMap;
import java.util.Map;
import org.openots.hazop.report.ColumnProfile.Field;
import org.openots.hazop.report.ColumnProfile.Note;

/** A row of a worksheet of another tool: texts by our columns, and where each stands. */
final class ImportRow {
    private final SheetCells cells;
    private final int row;
    private final Map<Field, String> texts = new EnumMap<>(Field.class);
    private final Map<Field, String> ids = new EnumMap<>(Field.class);
    private final Map<Field, Integer> columns;
    private final Map<Note, String> notes;

    ImportRow(SheetCells cells, int row, Map<Field, Integer> columns, Map<Note, String> notes) {
        this.cells = cells;
        this.row = row;
        this.columns = columns;
        this.notes = notes;
    }

    /** What is written of the node above the headings. */
    Map<Note, String> notes() {
        return notes;
    }

    String sheet() {
        return cells.name();
    }

    void put(Field field, String text, String id) {
        texts.put(field, text);
        ids.put(field, id);
    }

    /** The id of what stands in a cell, empty when it has none. */
    String id(Field field) {
        return ids.getOrDefault(field, "");
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
