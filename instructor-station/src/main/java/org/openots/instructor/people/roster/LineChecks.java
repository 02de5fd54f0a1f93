package org.openots.instructor.people.roster;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.poi.ss.util.CellReference;
import org.openots.common.error.OtsException;
import org.openots.common.text.Brief;
import org.openots.common.text.LocalText;

/** Checks the lines of a list one by one and against each other. */
final class LineChecks {
    private static final Pattern ACCOUNT = Pattern.compile("[A-Za-z0-9._-]{1,32}");
    private static final Pattern PLAIN_NAME = Pattern.compile("\\p{L}[\\p{L}\\p{M}\\p{N} ·.'’\\-]*");
    private static final Pattern PLAIN_WORD = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ·._()\\-#/]*");
    private static final int LONGEST = 40;

    private final String sheet;
    private final Map<RosterColumn, Integer> columns;
    private final String classId;
    private final List<RosterFinding> findings;
    private final Map<String, Integer> citizens = new HashMap<>();
    private int digits;

    LineChecks(String sheet, Map<RosterColumn, Integer> columns, String classId, List<RosterFinding> findings) {
        this.sheet = sheet;
        this.columns = columns;
        this.classId = classId;
        this.findings = findings;
    }

    List<Roster.Row> rows(List<Sheet.Line> lines) {
        digits = usualDigits(lines);
        List<Roster.Row> rows = new ArrayList<>();
        for (Sheet.Line line : lines) {
            boolean something = columns.values().stream()
                    .anyMatch(column -> !line.cell(column).text().isBlank());
            if (something) {
                rows.add(row(line));
            }
        }
        twice(rows, RosterColumn.ACCOUNT, Roster.Row::account, RosterFinding.Severity.MISTAKE, RosterError.TWICE);
        twice(
                rows,
                RosterColumn.SEAT,
                row -> row.seat().isEmpty() ? "" : row.classId() + " " + row.seat(),
                RosterFinding.Severity.NOTICE,
                RosterError.SEAT_TWICE);
        return rows;
    }

    /** How many digits most student numbers have, or 0 when there is no such length. */
    private int usualDigits(List<Sheet.Line> lines) {
        Map<Integer, Long> lengths = lines.stream()
                .map(line -> CellText.of(
                                RosterColumn.ACCOUNT,
                                raw(line, RosterColumn.ACCOUNT).text())
                        .text())
                .filter(text -> text.matches("\\d+"))
                .collect(Collectors.groupingBy(String::length, Collectors.counting()));
        long all = lengths.values().stream().mapToLong(Long::longValue).sum();
        return lengths.entrySet().stream()
                .filter(entry -> entry.getValue() * 2 > all)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
    }

    private Cell raw(Sheet.Line line, RosterColumn column) {
        Integer place = columns.get(column);
        return place == null ? Cell.EMPTY : line.cell(place);
    }

    private Roster.Row row(Sheet.Line line) {
        Map<RosterColumn, String> texts = new EnumMap<>(RosterColumn.class);
        for (RosterColumn column : RosterColumn.values()) {
            texts.put(column, read(line, column));
        }
        String account = text(texts, RosterColumn.ACCOUNT);
        if (!account.isEmpty()) {
            account(line, account);
        }
        String name = text(texts, RosterColumn.NAME);
        if (!name.isEmpty()
                && (name.length() > LONGEST || !PLAIN_NAME.matcher(name).matches())) {
            mistake(line, RosterColumn.NAME, RosterError.NAME_FORM, Brief.of(name), LONGEST);
        }
        String named = text(texts, RosterColumn.CLASS);
        word(line, RosterColumn.CLASS, named);
        String seat = text(texts, RosterColumn.SEAT);
        word(line, RosterColumn.SEAT, seat);
        String citizen = text(texts, RosterColumn.ID_NUMBER);
        if (!citizen.isEmpty()) {
            citizen(line, citizen);
        }
        needed(line, RosterColumn.ACCOUNT, account);
        needed(line, RosterColumn.NAME, name);
        String group = named.isEmpty() ? classId : named;
        needed(line, RosterColumn.CLASS, group);
        return new Roster.Row(line.number(), account, name, group, seat, IdNumber.masked(citizen));
    }

    private static String text(Map<RosterColumn, String> texts, RosterColumn column) {
        return texts.getOrDefault(column, "");
    }

    /** The text of a cell, cleaned; what its kind makes doubtful is said. */
    private String read(Sheet.Line line, RosterColumn column) {
        Cell cell = raw(line, column);
        CellText clean = CellText.of(column, cell.text());
        String text = clean.text();
        if (!clean.changes().isEmpty()) {
            LocalText changes = new LocalText(
                    clean.changes().stream().map(one -> one.words().zh()).collect(Collectors.joining("、")),
                    clean.changes().stream().map(one -> one.words().en()).collect(Collectors.joining(", ")));
            add(
                    RosterFinding.Severity.NOTICE,
                    line.number(),
                    column,
                    shown(column, text),
                    new OtsException(RosterError.CLEANED, column.text(), changes, shown(column, text)));
        }
        if (cell.kind() == Cell.Kind.FORMULA) {
            mistake(line, column, RosterError.FORMULA, shown(column, text));
        } else if (cell.kind() == Cell.Kind.ERROR) {
            mistake(line, column, RosterError.CELL_ERROR, text);
        }
        return text;
    }

    /** What of a value may be shown. */
    private static String shown(RosterColumn column, String text) {
        return column == RosterColumn.ID_NUMBER ? IdNumber.masked(text) : Brief.of(text);
    }

    private void needed(Sheet.Line line, RosterColumn column, String text) {
        if (text.isEmpty()) {
            mistake(line, column, RosterError.MISSING, column.text());
        }
    }

    private void word(Sheet.Line line, RosterColumn column, String text) {
        if (!text.isEmpty()
                && (text.length() > LONGEST || !PLAIN_WORD.matcher(text).matches())) {
            mistake(line, column, RosterError.WORD_FORM, column.text(), Brief.of(text), LONGEST);
        }
    }

    private void account(Sheet.Line line, String account) {
        Cell cell = raw(line, RosterColumn.ACCOUNT);
        if (NumberText.scientific(account) || NumberText.digitsLost(cell)) {
            mistake(line, RosterColumn.ACCOUNT, RosterError.SCIENTIFIC, RosterColumn.ACCOUNT.text(), account);
        } else if (!ACCOUNT.matcher(account).matches()) {
            mistake(line, RosterColumn.ACCOUNT, RosterError.ACCOUNT_FORM, Brief.of(account));
        } else if (account.matches("\\d+") && digits > account.length()) {
            mistake(line, RosterColumn.ACCOUNT, RosterError.ZERO_LOST, account, account.length(), digits);
        }
    }

    private void citizen(Sheet.Line line, String number) {
        Cell cell = raw(line, RosterColumn.ID_NUMBER);
        String masked = IdNumber.masked(number);
        if (NumberText.scientific(number) || NumberText.digitsLost(cell)) {
            mistake(line, RosterColumn.ID_NUMBER, RosterError.SCIENTIFIC, RosterColumn.ID_NUMBER.text(), masked);
        } else if (!IdNumber.formed(number)) {
            mistake(line, RosterColumn.ID_NUMBER, RosterError.ID_FORM, masked, number.length());
        } else if (!IdNumber.born(number)) {
            mistake(line, RosterColumn.ID_NUMBER, RosterError.ID_BORN, masked);
        } else if (IdNumber.check(number) != number.charAt(number.length() - 1)) {
            mistake(line, RosterColumn.ID_NUMBER, RosterError.ID_CHECK, masked);
        } else {
            Integer before = citizens.putIfAbsent(number, line.number());
            if (before != null) {
                mistake(
                        line,
                        RosterColumn.ID_NUMBER,
                        RosterError.TWICE,
                        RosterColumn.ID_NUMBER.text(),
                        masked,
                        String.valueOf(before));
            }
        }
    }

    /** What must stand once and stands in several lines is wrong in all of them: nobody can know which one is right. */
    private void twice(
            List<Roster.Row> rows,
            RosterColumn column,
            Function<Roster.Row, String> key,
            RosterFinding.Severity severity,
            RosterError code) {
        Map<String, List<Roster.Row>> same =
                rows.stream().filter(row -> !key.apply(row).isEmpty()).collect(Collectors.groupingBy(key));
        same.values().stream()
                .filter(group -> group.size() > 1)
                .forEach(group -> group.forEach(row -> {
                    String others = group.stream()
                            .filter(other -> other.line() != row.line())
                            .map(other -> String.valueOf(other.line()))
                            .collect(Collectors.joining(", "));
                    String value = column == RosterColumn.SEAT ? row.seat() : row.account();
                    add(
                            severity,
                            row.line(),
                            column,
                            value,
                            new OtsException(code, column.text(), value, Brief.of(others)));
                }));
    }

    private void mistake(Sheet.Line line, RosterColumn column, RosterError code, Object... arguments) {
        String value =
                shown(column, CellText.of(column, raw(line, column).text()).text());
        add(RosterFinding.Severity.MISTAKE, line.number(), column, value, new OtsException(code, arguments));
    }

    private void add(RosterFinding.Severity severity, int line, RosterColumn column, String value, OtsException why) {
        Integer place = columns.get(column);
        String cell = place == null ? "" : CellReference.convertNumToColString(place) + line;
        findings.add(new RosterFinding(severity, sheet, line, Optional.of(column), cell, value, why));
    }
}
