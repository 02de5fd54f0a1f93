package org.openots.hazop.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * A plain table of a report, the same in every kind of file. Immutable.
 *
 * @param heads headings of the columns
 * @param rows texts of the cells, one for each column
 */
public record ReportTable(List<String> heads, List<List<String>> rows) {
    /** Keeps unmodifiable copies. */
    public ReportTable {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    private static ReportTable of(Report report, List<String> columns, Stream<List<String>> rows) {
        return new ReportTable(
                columns.stream()
                        .map(column -> report.words().of("col." + column))
                        .toList(),
                rows.toList());
    }

    /**
     * Recommendations to be carried out, numbered.
     *
     * @param report the report
     * @return number, deviation, recommendation, owner, due day, status
     */
    public static ReportTable actions(Report report) {
        List<List<String>> rows = new ArrayList<>();
        for (Report.Action one : report.actions()) {
            String number = Integer.toString(rows.size() + 1);
            rows.add(List.of(number, one.deviation(), one.text(), one.owner(), one.due(), one.status()));
        }
        return of(report, List.of("no", "deviation", "recommendations", "owner", "due", "status"), rows.stream());
    }

    /**
     * What the answers earned.
     *
     * @param report the report
     * @return deviation, column, answer, points, reason, who decided
     */
    public static ReportTable scores(Report report) {
        return of(
                report,
                List.of("deviation", "column", "answer", "points", "reason", "decided"),
                report.extras().scores().stream()
                        .map(one -> List.of(
                                one.deviation(), one.column(), one.text(), one.points(), one.reason(), one.decided())));
    }

    /**
     * Who takes part.
     *
     * @param report the report
     * @param blank further columns, to be filled in by hand
     * @return role, need, duty, and the further columns
     */
    public static ReportTable team(Report report, String... blank) {
        return of(
                report,
                and(List.of("role", "need", "duty"), blank),
                report.scope().team().stream()
                        .map(one -> and(List.of(one.name(), one.need(), one.duty()), empty(blank.length))));
    }

    /**
     * What the analysis is made from.
     *
     * @param report the report
     * @param blank further columns, to be filled in by hand
     * @return document, need, and the further columns; no rows when the documents are not told
     */
    public static ReportTable documents(Report report, String... blank) {
        return of(
                report,
                and(List.of("document", "need"), blank),
                report.scope().documents().stream()
                        .map(one -> and(List.of(one.name(), one.need()), empty(blank.length))));
    }

    /**
     * The parts of the plant.
     *
     * @param report the report
     * @return id, name, boundary, intent, tags
     */
    public static ReportTable nodes(Report report) {
        return of(
                report,
                List.of("node", "name", "boundary", "intent", "tags"),
                report.nodes().stream()
                        .map(node -> List.of(
                                node.id(),
                                node.name(),
                                node.boundary(),
                                node.intent(),
                                String.join(" ", node.tags()))));
    }

    /**
     * The tags.
     *
     * @param report the report
     * @return tag, name, node
     */
    public static ReportTable tags(Report report) {
        return of(
                report,
                List.of("tag", "name", "node"),
                report.extras().tags().stream().map(tag -> List.of(tag.tag(), tag.name(), tag.node())));
    }

    private static List<String> and(List<String> first, String... further) {
        return Stream.concat(first.stream(), Arrays.stream(further)).toList();
    }

    private static String[] empty(int cells) {
        String[] texts = new String[cells];
        Arrays.fill(texts, "");
        return texts;
    }
}
