package org.openots.instructor.statistics;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.stat.descriptive.moment.Mean;
import org.apache.commons.math3.stat.descriptive.moment.StandardDeviation;

/**
 * How an item did its work.
 *
 * @param item the item
 * @param difficulty mean of its points over full marks, 0 hard to 1 easy
 * @param deviation standard deviation of its points (n - 1)
 * @param discrimination correlation with the total without this item, -1..1; NaN when either does not vary
 * @param spread mean share of points of the best 27 % of people less that of the last 27 %, -1..1
 * @param full people with full marks
 * @param none people without any points
 * @param flags what somebody should look at
 */
public record ItemAnalysis(
        ScoreTable.Item item,
        double difficulty,
        double deviation,
        double discrimination,
        double spread,
        int full,
        int none,
        List<Flag> flags) {
    /** Share of people in each of the two groups; Kelley 1939: the one that separates best. */
    private static final double GROUP = 0.27;

    private static final double HARD = 0.2;
    private static final double EASY = 0.95;
    private static final double WEAK = 0.2;
    /** Sums of points such as 0.1 and 0.2. */
    private static final double ROUNDING = 1e-9;

    /** What somebody should look at. */
    public enum Flag {
        /** Difficulty below 0.2. */
        HARD,
        /** Difficulty above 0.95: it tells nobody apart. */
        EASY,
        /** Discrimination below 0.2. */
        WEAK,
        /** Discrimination below 0: who is better does worse here. */
        REVERSED
    }

    /** Freezes the flags. */
    public ItemAnalysis {
        flags = List.copyOf(flags);
    }

    /**
     * Analyses all items.
     *
     * @param table at least two people
     * @return one analysis an item, in the order of the table
     */
    public static List<ItemAnalysis> of(ScoreTable table) {
        double[] totals = table.totals();
        List<Integer> order = IntStream.range(0, table.rows())
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> totals[i]).reversed())
                .toList();
        int size = Math.max(1, (int) Math.round(GROUP * table.rows()));
        List<Integer> best = order.subList(0, size);
        List<Integer> last = order.subList(order.size() - size, order.size());
        return IntStream.range(0, table.columns())
                .mapToObj(j -> of(table, j, totals, best, last))
                .toList();
    }

    private static ItemAnalysis of(ScoreTable table, int j, double[] totals, List<Integer> best, List<Integer> last) {
        ScoreTable.Item item = table.items().get(j);
        double[] points = table.column(j);
        double[] rest = IntStream.range(0, points.length)
                .mapToDouble(i -> totals[i] - points[i])
                .toArray();
        double difficulty = new Mean().evaluate(points) / item.most();
        double discrimination = correlation(points, rest);
        double spread = (mean(points, best) - mean(points, last)) / item.most();
        int full = (int) IntStream.range(0, points.length)
                .filter(i -> points[i] >= item.most() - ROUNDING)
                .count();
        int none = (int) IntStream.range(0, points.length)
                .filter(i -> points[i] <= ROUNDING)
                .count();
        return new ItemAnalysis(
                item,
                difficulty,
                points.length < 2 ? Double.NaN : new StandardDeviation().evaluate(points),
                discrimination,
                spread,
                full,
                none,
                flags(difficulty, discrimination));
    }

    private static double correlation(double[] a, double[] b) {
        if (a.length < 2 || constant(a) || constant(b)) {
            return Double.NaN;
        }
        return new PearsonsCorrelation().correlation(a, b);
    }

    private static boolean constant(double[] values) {
        for (double value : values) {
            if (Math.abs(value - values[0]) > ROUNDING) {
                return false;
            }
        }
        return true;
    }

    private static double mean(double[] points, List<Integer> people) {
        return people.stream().mapToDouble(i -> points[i]).average().orElse(Double.NaN);
    }

    private static List<Flag> flags(double difficulty, double discrimination) {
        List<Flag> flags = new ArrayList<>();
        if (difficulty < HARD) {
            flags.add(Flag.HARD);
        }
        if (difficulty > EASY) {
            flags.add(Flag.EASY);
        }
        if (discrimination < 0) {
            flags.add(Flag.REVERSED);
        } else if (discrimination < WEAK) {
            flags.add(Flag.WEAK);
        }
        return flags;
    }
}
