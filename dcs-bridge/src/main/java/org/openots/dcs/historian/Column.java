package org.openots.dcs.historian;

import java.util.Arrays;

/**
 * Rows of one tag in memory, in three arrays, brought in order of time when they are read. Rows of the same time keep
 * the order in which they came. Not for several threads.
 */
final class Column {
    private long[] times = new long[64];
    private double[] values = new double[64];
    private short[] marks = new short[64];
    private int size;
    private boolean sorted = true;

    Column() {}

    /**
     * A column of rows that are in order.
     *
     * @param times UTC in ms
     * @param values the values
     * @param marks quality and flags as {@link RowMark} packs them
     */
    Column(long[] times, double[] values, short[] marks) {
        this.times = times;
        this.values = values;
        this.marks = marks;
        this.size = times.length;
    }

    void add(HistoryRow row) {
        add(row.time(), row.value(), RowMark.of(row));
    }

    private void add(long time, double value, short mark) {
        if (size == times.length) {
            times = Arrays.copyOf(times, 2 * size);
            values = Arrays.copyOf(values, 2 * size);
            marks = Arrays.copyOf(marks, 2 * size);
        }
        sorted &= size == 0 || times[size - 1] <= time;
        times[size] = time;
        values[size] = value;
        marks[size] = mark;
        size++;
    }

    void add(Column other) {
        for (int i = 0; i < other.size; i++) {
            add(other.times[i], other.values[i], other.marks[i]);
        }
    }

    int size() {
        return size;
    }

    long time(int row) {
        sort();
        return times[row];
    }

    double value(int row) {
        sort();
        return values[row];
    }

    short mark(int row) {
        sort();
        return marks[row];
    }

    HistoryRow row(int row) {
        return RowMark.row(time(row), values[row], marks[row]);
    }

    /** Number of the first row at or after a time; the size when there is none. */
    int from(long time) {
        sort();
        int low = 0;
        int high = size;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (times[middle] < time) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    /** The rows of a stretch of time, as a column of their own. */
    Column between(long from, long to) {
        int first = from(from);
        int last = Math.max(first, from(to));
        return new Column(
                Arrays.copyOfRange(times, first, last),
                Arrays.copyOfRange(values, first, last),
                Arrays.copyOfRange(marks, first, last));
    }

    void sort() {
        if (sorted) {
            return;
        }
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Long.compare(times[a], times[b]));
        long[] sortedTimes = new long[size];
        double[] sortedValues = new double[size];
        short[] sortedMarks = new short[size];
        for (int i = 0; i < size; i++) {
            sortedTimes[i] = times[order[i]];
            sortedValues[i] = values[order[i]];
            sortedMarks[i] = marks[order[i]];
        }
        times = sortedTimes;
        values = sortedValues;
        marks = sortedMarks;
        sorted = true;
    }
}
