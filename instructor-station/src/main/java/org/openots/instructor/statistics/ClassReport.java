package org.openots.instructor.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openots.common.text.LocalText;

/**
 * What a class did in a task, from one run of each person.
 *
 * @param results the runs, best score first
 * @param items what gives points, in the order of the rubric
 * @param shares share of points of each result for each item, 0..1; a row is NaN when that run was scored by other items
 * @param comparable how many results are scored by these items
 * @param distribution of the scores; nothing without results
 * @param analyses one an item; empty for fewer than two comparable results
 * @param reliability of the sums of items; nothing when it cannot be said
 * @param secondLook accounts whose score is within one standard error of measurement of the pass mark
 */
public record ClassReport(
        List<Result> results,
        List<Item> items,
        double[][] shares,
        int comparable,
        Optional<Distribution> distribution,
        List<ItemAnalysis> analyses,
        Optional<Reliability> reliability,
        List<String> secondLook) {
    /**
     * A run that counts.
     *
     * @param account of the student
     * @param run the run
     * @param started epoch milliseconds
     * @param score points, 0..100
     * @param marks what each item gave, in the order of the rubric
     */
    public record Result(String account, String run, long started, double score, List<Mark> marks) {
        /** Freezes the marks. */
        public Result {
            marks = List.copyOf(marks);
        }
    }

    /**
     * What an item gave.
     *
     * @param item the item
     * @param points full marks in this run, above 0: waived steps give theirs to the others
     * @param earned marks
     */
    public record Mark(Item item, double points, double earned) {}

    /**
     * What gives points.
     *
     * @param kind {@code step} or {@code quality}
     * @param id unique in its kind
     * @param text what is to be done or kept
     */
    public record Item(String kind, String id, LocalText text) {
        private String key() {
            return kind + " " + id;
        }
    }

    /** Which run of a person counts. */
    public enum Keep {
        /** The highest score, of equal ones the first. */
        BEST,
        /** The first. */
        FIRST,
        /** The latest. */
        LATEST
    }

    /** Freezes the lists. */
    public ClassReport {
        results = List.copyOf(results);
        items = List.copyOf(items);
        analyses = List.copyOf(analyses);
        secondLook = List.copyOf(secondLook);
    }

    /**
     * Makes the report.
     *
     * @param runs closed runs of one task, any number a person
     * @param keep which one counts
     * @param pass pass mark, points
     * @return the report
     */
    public static ClassReport of(List<Result> runs, Keep keep, double pass) {
        List<Result> results = kept(runs, keep);
        List<Item> items = items(results);
        double[][] shares =
                results.stream().map(result -> shares(result, items)).toArray(double[][]::new);
        List<Integer> rows = IntStream.range(0, results.size())
                .filter(i -> items.isEmpty() || !Double.isNaN(shares[i][0]))
                .boxed()
                .toList();
        double[] scores = results.stream().mapToDouble(Result::score).toArray();
        Optional<ScoreTable> table = items.isEmpty() || rows.size() < 2
                ? Optional.empty()
                : Optional.of(table(results, items, shares, rows));
        Optional<Reliability> reliability = table.flatMap(Reliability::of);
        List<String> secondLook = reliability
                .map(one -> results.stream()
                        .filter(result -> Math.abs(result.score() - pass) <= one.error())
                        .map(Result::account)
                        .toList())
                .orElse(List.of());
        return new ClassReport(
                results,
                items,
                shares,
                items.isEmpty() ? 0 : rows.size(),
                scores.length == 0 ? Optional.empty() : Optional.of(Distribution.of(scores)),
                table.map(ItemAnalysis::of).orElse(List.of()),
                reliability,
                secondLook);
    }

    private static List<Result> kept(List<Result> runs, Keep keep) {
        Comparator<Result> early = Comparator.comparingLong(Result::started).thenComparing(Result::run);
        Comparator<Result> first = switch (keep) {
            case BEST -> Comparator.comparingDouble(Result::score).reversed().thenComparing(early);
            case FIRST -> early;
            case LATEST -> early.reversed();
        };
        Map<String, List<Result>> people = runs.stream().collect(Collectors.groupingBy(Result::account));
        return people.values().stream()
                .map(mine -> mine.stream().min(first).orElseThrow())
                .sorted(Comparator.comparingDouble(Result::score).reversed().thenComparing(Result::account))
                .toList();
    }

    /** The items of the rubric most of the results were scored by, of equally many the one of the latest. */
    private static List<Item> items(List<Result> results) {
        Map<List<String>, List<Result>> rubrics = results.stream()
                .filter(result -> !result.marks().isEmpty())
                .collect(Collectors.groupingBy(ClassReport::keys));
        return rubrics.values().stream()
                .max(Comparator.comparingInt((List<Result> group) -> group.size())
                        .thenComparingLong(group ->
                                group.stream().mapToLong(Result::started).max().orElse(0)))
                .map(group -> group.get(0).marks().stream().map(Mark::item).toList())
                .orElse(List.of());
    }

    private static List<String> keys(Result result) {
        return result.marks().stream().map(mark -> mark.item().key()).toList();
    }

    private static double[] shares(Result result, List<Item> items) {
        double[] shares = new double[items.size()];
        boolean same = keys(result).equals(items.stream().map(Item::key).toList());
        for (int j = 0; j < shares.length; j++) {
            shares[j] = same
                    ? Math.max(
                            0,
                            Math.min(
                                    1,
                                    result.marks().get(j).earned()
                                            / result.marks().get(j).points()))
                    : Double.NaN;
        }
        return shares;
    }

    private static ScoreTable table(List<Result> results, List<Item> items, double[][] shares, List<Integer> rows) {
        List<ScoreTable.Item> columns = new ArrayList<>();
        for (int j = 0; j < items.size(); j++) {
            int column = j;
            double most = rows.stream()
                    .mapToDouble(i -> results.get(i).marks().get(column).points())
                    .max()
                    .orElseThrow();
            columns.add(new ScoreTable.Item(items.get(j).key(), most));
        }
        return new ScoreTable(
                rows.stream().map(i -> results.get(i).account()).toList(),
                columns,
                rows.stream()
                        .map(i -> IntStream.range(0, columns.size())
                                .mapToDouble(j -> shares[i][j] * columns.get(j).most())
                                .toArray())
                        .toArray(double[][]::new));
    }

    /**
     * The items that cost the class most, by lost points of full marks.
     *
     * @param most how many
     * @return indices of items that cost anything, the worst first
     */
    public List<Integer> hardest(int most) {
        return IntStream.range(0, items.size())
                .boxed()
                .filter(j -> lost(j) > 0)
                .sorted(Comparator.comparingDouble((Integer j) -> lost(j))
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /**
     * How much of an item the class lost.
     *
     * @param item index
     * @return mean share that was not earned, 0..1; NaN without comparable results
     */
    public double lost(int item) {
        double sum = 0;
        int count = 0;
        for (double[] row : shares) {
            if (!Double.isNaN(row[item])) {
                sum += 1 - row[item];
                count++;
            }
        }
        return count == 0 ? Double.NaN : sum / count;
    }
}
