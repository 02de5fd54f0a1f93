package org.openots.instructor.statistics;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Points of people for the items of one task: one row each, complete, because everybody is scored by the same rubric and what is
 * left undone has 0 points.
 *
 * @param people who they are, without repetition; n of them
 * @param items what gives points; k of them
 * @param points points, n rows of k
 */
public record ScoreTable(List<String> people, List<Item> items, double[][] points) {
    /**
     * What gives points.
     *
     * @param id unique in the table
     * @param most full marks, above 0
     */
    public record Item(String id, double most) {
        /** Refuses an item without points. */
        public Item {
            if (!(most > 0) || Double.isInfinite(most)) {
                throw new IllegalArgumentException("item " + id + " has " + most + " points; full marks are above 0");
            }
        }
    }

    /** Copies, and refuses a table with holes, repetitions or points that nobody can have. */
    public ScoreTable {
        people = List.copyOf(people);
        items = List.copyOf(items);
        if (new HashSet<>(people).size() != people.size()) {
            throw new IllegalArgumentException("somebody is in the table twice");
        }
        if (new HashSet<>(items.stream().map(Item::id).toList()).size() != items.size()) {
            throw new IllegalArgumentException("an item is in the table twice");
        }
        if (points.length != people.size()) {
            throw new IllegalArgumentException(points.length + " rows for " + people.size() + " people");
        }
        double[][] copy = new double[points.length][];
        for (int i = 0; i < points.length; i++) {
            copy[i] = row(people.get(i), items, points[i]);
        }
        points = copy;
    }

    private static double[] row(String who, List<Item> items, double[] row) {
        if (row.length != items.size()) {
            throw new IllegalArgumentException(who + " has " + row.length + " of " + items.size() + " items");
        }
        for (int j = 0; j < row.length; j++) {
            if (!Double.isFinite(row[j])) {
                throw new IllegalArgumentException("%s has %s points for %s"
                        .formatted(who, row[j], items.get(j).id()));
            }
        }
        return row.clone();
    }

    /**
     * How many people.
     *
     * @return n
     */
    public int rows() {
        return people.size();
    }

    /**
     * How many items.
     *
     * @return k
     */
    public int columns() {
        return items.size();
    }

    /**
     * The points of one item.
     *
     * @param item index
     * @return points, n of them
     */
    public double[] column(int item) {
        return IntStream.range(0, rows()).mapToDouble(i -> points[i][item]).toArray();
    }

    /**
     * The sum of everybody's points.
     *
     * @return sums, n of them
     */
    public double[] totals() {
        return Arrays.stream(points)
                .mapToDouble(row -> Arrays.stream(row).sum())
                .toArray();
    }

    /**
     * Full marks.
     *
     * @return sum of the items
     */
    public double most() {
        return items.stream().mapToDouble(Item::most).sum();
    }
}
