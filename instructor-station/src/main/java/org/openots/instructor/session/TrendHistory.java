package org.openots.instructor.session;

import java.util.ArrayList;
import java.util.List;

/**
 * The past of all signals: every second for the last quarter of an hour, every five seconds for the last two hours.
 * 300 signals for 60 runs then need about 170 MB, which fits the station's heap. Used by one thread at a time.
 */
final class TrendHistory {
    /** Model time between two rows of the fine past: a trend pen moves one pixel a second at most, s. */
    private static final double FINE_SECONDS = 1;
    /** Rows of the fine past: 15 min, what a 1024 px wide trend shows without zooming out. */
    private static final int FINE_ROWS = 900;
    /** Model time between two rows of the coarse past, s. */
    private static final double COARSE_SECONDS = 5;
    /** Rows of the coarse past: 2 h, longer than any task. */
    private static final int COARSE_ROWS = 1440;

    private final Ring fine = new Ring(FINE_SECONDS, FINE_ROWS);
    private final Ring coarse = new Ring(COARSE_SECONDS, COARSE_ROWS);

    void add(double time, double[] values) {
        fine.add(time, values);
        coarse.add(time, values);
    }

    /** Forgets everything after a time, s. */
    void truncate(double time) {
        fine.truncate(time);
        coarse.truncate(time);
    }

    /** The same rows up to a time, s. */
    TrendHistory until(double time) {
        TrendHistory copy = new TrendHistory();
        copy.fine.rows.addAll(fine.rows);
        copy.coarse.rows.addAll(coarse.rows);
        copy.truncate(time);
        return copy;
    }

    /** Puts the rows of an earlier past in front. */
    void precede(TrendHistory past) {
        fine.precede(past.fine);
        coarse.precede(past.coarse);
    }

    /** The rows from {@code from} to {@code to} (s), at most {@code points}, oldest first. */
    List<Row> rows(double from, double to, int points) {
        double fineStart = fine.rows.isEmpty()
                ? Double.POSITIVE_INFINITY
                : fine.rows.get(0).time();
        List<Row> all = new ArrayList<>();
        for (Row row : coarse.rows) {
            if (row.time() < fineStart) {
                all.add(row);
            }
        }
        all.addAll(fine.rows);
        all.removeIf(row -> row.time() < from || row.time() > to);
        return thin(all, points);
    }

    private static List<Row> thin(List<Row> rows, int points) {
        if (rows.size() <= points) {
            return rows;
        }
        List<Row> kept = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            kept.add(rows.get((int) ((long) i * (rows.size() - 1) / Math.max(1, points - 1))));
        }
        return kept;
    }

    /** One instant of the past. */
    static final class Row {
        private final double time;
        private final float[] values;

        Row(double time, double[] source) {
            this.time = time;
            this.values = new float[source.length];
            for (int i = 0; i < source.length; i++) {
                values[i] = (float) source[i];
            }
        }

        double time() {
            return time;
        }

        double value(int index) {
            return values[index];
        }
    }

    private static final class Ring {
        private final double interval;
        private final int capacity;
        private final List<Row> rows = new ArrayList<>();

        Ring(double interval, int capacity) {
            this.interval = interval;
            this.capacity = capacity;
        }

        void add(double time, double[] values) {
            // half a microsecond: tick times are multiples of the tick, rounded
            boolean due = rows.isEmpty() || time - rows.get(rows.size() - 1).time() >= interval - 5e-7;
            if (due) {
                rows.add(new Row(time, values));
            }
            if (rows.size() > capacity + capacity / 8) {
                rows.subList(0, capacity / 8).clear();
            }
        }

        void precede(Ring past) {
            double first =
                    rows.isEmpty() ? Double.POSITIVE_INFINITY : rows.get(0).time();
            List<Row> before =
                    past.rows.stream().filter(row -> row.time() < first).toList();
            int room = Math.max(0, capacity - rows.size());
            rows.addAll(0, before.subList(Math.max(0, before.size() - room), before.size()));
        }

        void truncate(double time) {
            while (!rows.isEmpty() && rows.get(rows.size() - 1).time() > time) {
                rows.remove(rows.size() - 1);
            }
        }
    }
}
