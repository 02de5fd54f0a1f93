package org.openots.hazop.worksheet;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;

/** Applies one operation to the rows and says how to take it back. Undo and redo are not known here. */
final class SheetEditor {
    /** Longest name of an owner, characters. */
    static final int LONGEST_NAME = 40;

    /** Most causes of a deviation and most lines of a cause: the largest key has 8. */
    static final int MOST_ROWS = 40;

    private final SheetHead head;

    SheetEditor(SheetHead head) {
        this.head = head;
    }

    /** Rows after an operation, whose deviation it was, and the operation that takes it back. */
    record Change(SheetContent content, String deviation, SheetOperation inverse) {}

    Change apply(SheetContent content, SheetOperation operation) {
        if (operation instanceof SheetOperation.SetCell set) {
            return set(content, set);
        }
        if (operation instanceof SheetOperation.InsertCause insert) {
            return insert(content, insert);
        }
        if (operation instanceof SheetOperation.InsertLine insert) {
            return insert(content, insert);
        }
        if (operation instanceof SheetOperation.RemoveRow remove) {
            return remove(content, remove.row());
        }
        throw new IllegalArgumentException("not an operation on rows: " + operation);
    }

    private Change set(SheetContent content, SheetOperation.SetCell set) {
        CellRef cell = set.cell();
        SheetContent.Place place = place(content, cell.row());
        check(cell, CellLabel.of(content, place, cell.column()), set.value());
        CauseRow cause = content.cause(place);
        boolean ofCause = cell.column() == SheetColumn.CAUSE;
        if (ofCause != place.line() < 0) {
            throw new OtsException(WorksheetError.CELL_UNKNOWN, cell.text());
        }
        String before = ofCause ? cause.text() : cause.lines().get(place.line()).cell(cell.column());
        CauseRow changed;
        if (ofCause) {
            changed = new CauseRow(cause.id(), set.value(), cause.lines());
        } else {
            List<ScenarioLine> lines = new ArrayList<>(cause.lines());
            lines.set(place.line(), lines.get(place.line()).with(cell.column(), set.value()));
            changed = new CauseRow(cause.id(), cause.text(), lines);
        }
        return new Change(
                content.with(place, changed), place.deviation(), new SheetOperation.SetCell(cell, before, ""));
    }

    private Change insert(SheetContent content, SheetOperation.InsertCause insert) {
        String deviation = insert.deviation();
        if (!content.causes().containsKey(deviation)) {
            throw new OtsException(WorksheetError.DEVIATION_UNKNOWN, Brief.of(deviation), head.id());
        }
        CauseRow cause = insert.cause();
        free(content, cause.id());
        if (cause.lines().isEmpty()) {
            throw new OtsException(WorksheetError.OPERATION_FORM, "insert-cause", "lines");
        }
        limit(deviation, cause.lines().size() - 1);
        int number = content.of(deviation).size() + 1;
        check(
                new CellRef(cause.id(), SheetColumn.CAUSE),
                CellLabel.of(deviation, number, SheetColumn.CAUSE),
                cause.text());
        List<String> fresh = new ArrayList<>(List.of(cause.id()));
        for (ScenarioLine line : cause.lines()) {
            free(content, line.id());
            check(line, deviation, number);
            if (fresh.contains(line.id())) {
                throw new OtsException(WorksheetError.ROW_TAKEN, line.id());
            }
            fresh.add(line.id());
        }
        List<CauseRow> rows = inserted(content.of(deviation), insert.after(), cause, CauseRow::id);
        limit(deviation, rows.size() - 1);
        return new Change(content.with(deviation, rows), deviation, new SheetOperation.RemoveRow(cause.id()));
    }

    private Change insert(SheetContent content, SheetOperation.InsertLine insert) {
        SheetContent.Place place = place(content, insert.cause());
        if (place.line() >= 0) {
            throw new OtsException(WorksheetError.ROW_UNKNOWN, insert.cause());
        }
        free(content, insert.line().id());
        check(insert.line(), place.deviation(), place.cause() + 1);
        CauseRow cause = content.cause(place);
        List<ScenarioLine> lines = inserted(cause.lines(), insert.after(), insert.line(), ScenarioLine::id);
        limit(place.deviation() + "-" + (place.cause() + 1), lines.size() - 1);
        return new Change(
                content.with(place, new CauseRow(cause.id(), cause.text(), lines)),
                place.deviation(),
                new SheetOperation.RemoveRow(insert.line().id()));
    }

    private Change remove(SheetContent content, String row) {
        SheetContent.Place place = place(content, row);
        CauseRow cause = content.cause(place);
        if (place.line() < 0 || cause.lines().size() == 1) {
            List<CauseRow> rows = new ArrayList<>(content.of(place.deviation()));
            rows.remove(place.cause());
            String after = place.cause() == 0 ? "" : rows.get(place.cause() - 1).id();
            return new Change(
                    content.with(place.deviation(), rows),
                    place.deviation(),
                    new SheetOperation.InsertCause(place.deviation(), after, cause));
        }
        List<ScenarioLine> lines = new ArrayList<>(cause.lines());
        ScenarioLine gone = lines.remove(place.line());
        String after = place.line() == 0 ? "" : lines.get(place.line() - 1).id();
        return new Change(
                content.with(place, new CauseRow(cause.id(), cause.text(), lines)),
                place.deviation(),
                new SheetOperation.InsertLine(cause.id(), after, gone));
    }

    private static <T> List<T> inserted(List<T> rows, String after, T fresh, Function<T, String> id) {
        int at = 0;
        if (!after.isEmpty()) {
            while (at < rows.size() && !id.apply(rows.get(at)).equals(after)) {
                at++;
            }
            if (at == rows.size()) {
                throw new OtsException(WorksheetError.ROW_UNKNOWN, Brief.of(after));
            }
            at++;
        }
        List<T> changed = new ArrayList<>(rows);
        changed.add(at, fresh);
        return changed;
    }

    private static SheetContent.Place place(SheetContent content, String row) {
        return content.find(row).orElseThrow(() -> new OtsException(WorksheetError.ROW_UNKNOWN, Brief.of(row)));
    }

    private static void free(SheetContent content, String id) {
        RowId.check(id);
        if (content.find(id).isPresent()) {
            throw new OtsException(WorksheetError.ROW_TAKEN, id);
        }
    }

    private static void limit(String where, int before) {
        if (before >= MOST_ROWS) {
            throw new OtsException(WorksheetError.ROWS_LIMIT, where, before, MOST_ROWS);
        }
    }

    private void check(ScenarioLine line, String deviation, int cause) {
        line.cells().forEach((column, value) -> {
            if (column == SheetColumn.CAUSE) {
                throw new OtsException(WorksheetError.CELL_UNKNOWN, new CellRef(line.id(), column).text());
            }
            check(new CellRef(line.id(), column), CellLabel.of(deviation, cause, column), value);
        });
    }

    private void check(CellRef cell, LocalText where, String value) {
        switch (cell.column().form()) {
            case TEXT -> length(where, value, SheetColumn.LONGEST_TEXT);
            case NAME -> length(where, value, LONGEST_NAME);
            case LIKELIHOOD -> level(where, value, head.study().likelihoods());
            case SEVERITY -> level(where, value, head.study().severities());
            case DATE -> date(where, value);
            case FLAG -> flag(cell, value);
            default ->
                throw new IllegalArgumentException("form " + cell.column().form());
        }
    }

    private static void flag(CellRef cell, String value) {
        if (!value.isEmpty() && !value.equals("yes")) {
            throw new OtsException(WorksheetError.OPERATION_FORM, cell.text(), Brief.of(value));
        }
    }

    private static void length(LocalText where, String value, int longest) {
        if (value.length() > longest) {
            throw new OtsException(WorksheetError.TEXT_LENGTH, where, value.length(), longest);
        }
    }

    private static void level(LocalText where, String value, int highest) {
        boolean fits = value.isEmpty() || (value.matches("[1-9][0-9]?") && Integer.parseInt(value) <= highest);
        if (!fits) {
            throw new OtsException(WorksheetError.RATING_RANGE, where, Brief.of(value), highest);
        }
    }

    private static void date(LocalText where, String value) {
        if (value.isEmpty()) {
            return;
        }
        try {
            LocalDate.parse(value);
        } catch (DateTimeParseException e) {
            throw new OtsException(WorksheetError.DATE_FORM, where, Brief.of(value));
        }
    }
}
