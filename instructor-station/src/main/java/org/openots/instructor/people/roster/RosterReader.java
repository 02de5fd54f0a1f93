package org.openots.instructor.people.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;

/** Finds the list in a file and reads its lines. */
final class RosterReader {
    /** Lines above a list in which its headings are looked for. */
    private static final int MOST_ABOVE = 20;

    private final String name;
    private final Book book;
    private final List<RosterFinding> findings = new ArrayList<>();

    RosterReader(String name, Book book) {
        this.name = name;
        this.book = book;
    }

    /** A line of headings. */
    private record Heading(int index, Map<RosterColumn, Integer> columns) {}

    Roster read(String wanted, String classId) {
        Sheet sheet = choose(wanted);
        Heading heading = heading(sheet)
                .orElseThrow(() -> new OtsException(RosterError.HEADINGS, shown(sheet), top(sheet), headings()));
        if (!heading.columns().containsKey(RosterColumn.CLASS) && classId.isEmpty()) {
            throw new OtsException(RosterError.NO_CLASS, shown(sheet));
        }
        about(sheet);
        LineChecks checks = new LineChecks(sheet.name(), heading.columns(), classId, findings);
        int first = heading.index() + 1;
        List<Sheet.Line> lines = sheet.lines().subList(first, sheet.lines().size());
        List<Sheet.Line> kept = lines.subList(0, Math.min(lines.size(), Roster.MOST_PEOPLE));
        if (sheet.total() - first > Roster.MOST_PEOPLE) {
            throw new OtsException(RosterError.TOO_MANY, shown(sheet), sheet.total() - first, Roster.MOST_PEOPLE);
        }
        int from = kept.isEmpty() ? 0 : kept.get(0).number();
        merged(sheet, from, heading.columns());
        List<Roster.Row> rows = checks.rows(kept);
        if (rows.isEmpty()) {
            throw new OtsException(RosterError.NO_PEOPLE, shown(sheet));
        }
        return new Roster(
                name,
                book.kind(),
                book.encoding(),
                book.sheets().stream().map(Sheet::name).toList(),
                sheet.name(),
                heading.columns(),
                rows,
                findings);
    }

    private Sheet choose(String wanted) {
        if (!wanted.isEmpty()) {
            return book.sheets().stream()
                    .filter(sheet -> sheet.name().equals(wanted))
                    .findFirst()
                    .orElseThrow(() -> new OtsException(RosterError.NO_SHEET, name, Brief.of(wanted), sheetNames()));
        }
        return book.sheets().stream()
                .filter(sheet -> heading(sheet).isPresent())
                .findFirst()
                .or(() -> book.sheets().stream()
                        .filter(sheet -> !sheet.lines().isEmpty())
                        .findFirst())
                .orElseThrow(() -> new OtsException(RosterError.FILE_EMPTY, name));
    }

    private String sheetNames() {
        return book.sheets().stream().map(Sheet::name).collect(Collectors.joining(", "));
    }

    private String shown(Sheet sheet) {
        return sheet.name().isEmpty() ? name : name + " / " + sheet.name();
    }

    private static String top(Sheet sheet) {
        String line = sheet.lines().isEmpty()
                ? ""
                : sheet.lines().get(0).cells().stream().map(Cell::text).collect(Collectors.joining(" | "));
        return Brief.of(line);
    }

    private static LocalText headings() {
        return new LocalText(
                RosterColumn.ACCOUNT.text().zh() + "、"
                        + RosterColumn.NAME.text().zh(),
                RosterColumn.ACCOUNT.text().en() + ", "
                        + RosterColumn.NAME.text().en());
    }

    private static Optional<Heading> heading(Sheet sheet) {
        for (int i = 0; i < Math.min(MOST_ABOVE, sheet.lines().size()); i++) {
            Map<RosterColumn, Integer> columns = new EnumMap<>(RosterColumn.class);
            List<Cell> cells = sheet.lines().get(i).cells();
            for (int j = 0; j < cells.size(); j++) {
                int column = j;
                RosterColumn.of(cells.get(j).text()).ifPresent(found -> columns.putIfAbsent(found, column));
            }
            if (columns.containsKey(RosterColumn.ACCOUNT) && columns.containsKey(RosterColumn.NAME)) {
                return Optional.of(new Heading(i, columns));
            }
        }
        return Optional.empty();
    }

    /** What is worth knowing of the file as a whole. */
    private void about(Sheet sheet) {
        if (book.macros()) {
            notice(sheet, RosterError.MACROS, "", name);
        }
        boolean other = !book.sheets().isEmpty() && !book.sheets().get(0).equals(sheet);
        if (other) {
            notice(sheet, RosterError.OTHER_SHEET, sheet.name(), sheet.name(), sheetNames());
        }
        if (book.encoding().equals("GBK")) {
            notice(sheet, RosterError.READ_AS, "GBK", name, "GBK");
        }
    }

    private void notice(Sheet sheet, RosterError code, String value, Object... arguments) {
        findings.add(new RosterFinding(
                RosterFinding.Severity.NOTICE,
                sheet.name(),
                0,
                Optional.empty(),
                "",
                value,
                new OtsException(code, arguments)));
    }

    /** Joined cells leave all but the first one empty: whoever reads the lines cannot know whom they mean. */
    private void merged(Sheet sheet, int from, Map<RosterColumn, Integer> columns) {
        for (CellRangeAddress area : sheet.merged()) {
            boolean touches = columns.values().stream().anyMatch(column -> area.containsColumn(column));
            if (area.getLastRow() + 1 < from || !touches) {
                continue;
            }
            String cell = new CellReference(area.getFirstRow(), area.getFirstColumn()).formatAsString();
            int last = Math.min(area.getLastRow(), area.getFirstRow() + Roster.MOST_PEOPLE);
            for (int row = Math.max(area.getFirstRow(), from - 1); row <= last; row++) {
                findings.add(new RosterFinding(
                        RosterFinding.Severity.MISTAKE,
                        sheet.name(),
                        row + 1,
                        Optional.empty(),
                        cell,
                        area.formatAsString(),
                        new OtsException(RosterError.MERGED, area.formatAsString())));
            }
        }
    }
}
