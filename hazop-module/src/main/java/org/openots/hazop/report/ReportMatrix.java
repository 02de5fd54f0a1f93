package org.openots.hazop.report;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.openots.hazop.risk.Rating;
import org.openots.hazop.risk.RiskMatrix;

/**
 * The risk matrix as a report prints it, the same in every kind of file. Immutable.
 *
 * @param heads headings: of the severities, then the likelihoods from the least one
 * @param rows one for each severity, the worst on top
 */
public record ReportMatrix(List<String> heads, List<Row> rows) {
    /** Keeps unmodifiable copies. */
    public ReportMatrix {
        heads = List.copyOf(heads);
        rows = List.copyOf(rows);
    }

    /**
     * A severity.
     *
     * @param severity its number and name
     * @param cells one for each likelihood
     */
    public record Row(String severity, List<Cell> cells) {
        /** Keeps an unmodifiable copy. */
        public Row {
            cells = List.copyOf(cells);
        }
    }

    /**
     * A risk.
     *
     * @param rating its severity and likelihood
     * @param text its score and the name of its band
     */
    public record Cell(Rating rating, String text) {}

    /**
     * Makes the matrix.
     *
     * @param report the report
     * @return its matrix in its language
     */
    public static ReportMatrix of(Report report) {
        RiskMatrix matrix = report.matrix();
        ReportWords words = report.words();
        int columns = matrix.likelihoods().size();
        Stream<String> likelihoods = IntStream.rangeClosed(1, columns)
                .mapToObj(
                        l -> l + " " + words.in(matrix.likelihoods().get(l - 1).name()));
        List<Row> rows = new ArrayList<>();
        for (int s = matrix.severities().size(); s >= 1; s--) {
            int severity = s;
            rows.add(new Row(
                    s + " " + words.in(matrix.severities().get(s - 1).name()),
                    IntStream.rangeClosed(1, columns)
                            .mapToObj(l -> cell(matrix, words, new Rating(severity, l)))
                            .toList()));
        }
        return new ReportMatrix(Stream.concat(Stream.of("S \\ L"), likelihoods).toList(), rows);
    }

    private static Cell cell(RiskMatrix matrix, ReportWords words, Rating rating) {
        return new Cell(
                rating,
                matrix.score(rating) + " " + words.in(matrix.band(rating).text()));
    }
}
