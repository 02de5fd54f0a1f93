package org.openots.distillation.field3d.state;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Snapshots of the station made continuous: between two of them the values move on in a straight line, so that a picture of 60
 * a second does not show the 5 to 10 a second of the station. A value is therefore shown about one snapshot late, and never
 * beyond what the station said: when snapshots stay away, the values hold.
 *
 * <p>Switches (0 and 1) and values that appear or vanish change at once. For one thread; times are handed in.
 */
public final class SnapshotBuffer implements Values {
    /** Snapshots farther apart than this are not joined by a line: the station was silent, s. */
    private static final double LONGEST_STRETCH = 1;

    /** Share of a new distance between snapshots in their mean; settles in about ten snapshots. */
    private static final double NEWS = 0.2;

    /** The station promises 5 to 10 snapshots a second; this is assumed before two have come, s. */
    private static final double FIRST_STRETCH = 0.15;

    /** A slow computer takes several snapshots in one picture, between which no time passes; half of the promise, s. */
    private static final double SHORTEST_STRETCH = 0.05;

    private final Map<String, Integer> numbers = new HashMap<>();
    private double[] from = new double[64];
    private double[] to = new double[64];
    private double stretch = FIRST_STRETCH;
    private double arrived = Double.NaN;
    private double now = Double.NaN;
    private double stationTime = Double.NaN;

    /**
     * Takes a snapshot.
     *
     * @param time model time of the snapshot, s
     * @param local when it came, on the clock that {@link #advance} uses, s
     * @param values what changed, or everything
     * @param full whether it holds everything: the first one of a connection does, and nothing of before counts
     */
    public void accept(double time, double local, Map<String, Double> values, boolean full) {
        boolean jump = full || !(time >= stationTime) || local - arrived > LONGEST_STRETCH;
        advance(local);
        double share = share();
        if (full) {
            Arrays.fill(from, Double.NaN);
            Arrays.fill(to, Double.NaN);
        } else {
            for (int i = 0; i < numbers.size(); i++) {
                from[i] = shown(i, share);
            }
        }
        values.forEach((signal, value) -> {
            int number = number(signal); // first, as it may replace the arrays
            to[number] = value;
        });
        for (int i = 0; i < numbers.size(); i++) {
            if (jump || Double.isNaN(from[i]) || Double.isNaN(to[i]) || flag(from[i], to[i])) {
                from[i] = to[i];
            }
        }
        if (!Double.isNaN(arrived) && !jump) {
            stretch = Math.max(SHORTEST_STRETCH, stretch + (local - arrived - stretch) * NEWS);
        }
        stationTime = time;
        arrived = local;
    }

    private static boolean flag(double a, double b) {
        return (a == 0 || a == 1) && (b == 0 || b == 1);
    }

    private int number(String signal) {
        Integer known = numbers.get(signal);
        if (known != null) {
            return known;
        }
        int number = numbers.size();
        if (number == to.length) {
            from = Arrays.copyOf(from, 2 * number);
            to = Arrays.copyOf(to, 2 * number);
        }
        from[number] = Double.NaN;
        to[number] = Double.NaN;
        numbers.put(signal, number);
        return number;
    }

    /**
     * Lets time pass.
     *
     * @param local now, s; an earlier time than before counts as no time passed
     */
    public void advance(double local) {
        now = Double.isNaN(now) ? local : Math.max(now, local);
    }

    private double share() {
        double passed = (now - arrived) / stretch;
        return Double.isNaN(passed) ? 1 : Math.max(0, Math.min(1, passed));
    }

    private double shown(int number, double share) {
        double a = from[number];
        double b = to[number];
        return a == b || Double.isNaN(a) ? b : a + (b - a) * share;
    }

    @Override
    public double value(String signal) {
        Integer number = numbers.get(signal);
        return number == null ? Double.NaN : shown(number, share());
    }

    /**
     * The last word of the station.
     *
     * @param signal name in the snapshots
     * @return as the snapshot said; NaN if it never did
     */
    public double told(String signal) {
        Integer number = numbers.get(signal);
        return number == null ? Double.NaN : to[number];
    }

    /**
     * How old the last snapshot is.
     *
     * @return s; NaN before the first one
     */
    public double age() {
        return now - arrived;
    }

    /**
     * Model time of the last snapshot.
     *
     * @return s; NaN before the first one
     */
    public double stationTime() {
        return stationTime;
    }
}
