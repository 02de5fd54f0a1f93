package org.openots.instructor.people.roster;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a file says of people, line by line.
 *
 * @param file its name
 * @param kind {@code xlsx}, {@code xls} or {@code csv}
 * @param encoding character set of a CSV file; empty for workbooks
 * @param sheets the names of its sheets
 * @param sheet the sheet that was read
 * @param columns where the columns were found, from 0
 * @param rows one for each line with something in it
 * @param findings mistakes and notices, in the order of the lines
 */
public record Roster(
        String file,
        String kind,
        String encoding,
        List<String> sheets,
        String sheet,
        Map<RosterColumn, Integer> columns,
        List<Row> rows,
        List<RosterFinding> findings) {
    /** Most people in one file: more than any school examines in a year, and little enough to look through. */
    public static final int MOST_PEOPLE = 2000;
    /** Most bytes of a file. */
    public static final int LARGEST_FILE = Book.LARGEST_FILE;

    /** Freezes the lists. */
    public Roster {
        sheets = List.copyOf(sheets);
        columns = Map.copyOf(columns);
        rows = List.copyOf(rows);
        findings = List.copyOf(findings);
    }

    /**
     * A line.
     *
     * @param line its number in the sheet
     * @param account student number
     * @param name name
     * @param classId class
     * @param seat seat, may be empty
     * @param idNumber masked number of a citizen; empty when none is given
     */
    public record Row(int line, String account, String name, String classId, String seat, String idNumber) {}

    /**
     * Reads a file.
     *
     * @param name its name
     * @param bytes its content
     * @param sheet the sheet to read; empty to look for the one with headings
     * @param classId class of those whose line names none; may be empty
     * @return what it says
     */
    public static Roster read(String name, byte[] bytes, String sheet, String classId) {
        return new RosterReader(name, Book.open(name, bytes)).read(sheet, classId);
    }

    /**
     * Lines that cannot be imported.
     *
     * @return line numbers
     */
    public Set<Integer> wrong() {
        return findings.stream()
                .filter(finding -> finding.severity() == RosterFinding.Severity.MISTAKE)
                .map(RosterFinding::line)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * The same with more findings.
     *
     * @param all all findings
     * @return a copy
     */
    public Roster with(List<RosterFinding> all) {
        return new Roster(file, kind, encoding, sheets, sheet, columns, rows, all);
    }
}
