package org.openots.hazop.verification;

import java.util.ArrayList;
import java.util.List;
import org.openots.hazop.plant.Observed;

/** Makes few points of many so that no peak is lost: of every stretch the lowest and the highest, in their order. */
final class Decimation {
    /** Points that a stretch leaves. */
    private static final int PER_STRETCH = 2;

    private Decimation() {}

    /**
     * Decimates.
     *
     * @param observed what was recorded
     * @param values one a second, from 0 on
     * @param most points at most
     */
    static RowPlayer.Series series(Observed observed, double[] values, int most) {
        List<Double> seconds = new ArrayList<>();
        List<Double> kept = new ArrayList<>();
        int stretches = Math.max(1, most / PER_STRETCH);
        int length = values.length <= most ? 1 : (values.length + stretches - 1) / stretches;
        for (int start = 0; start < values.length; start += length) {
            int end = Math.min(values.length, start + length);
            int low = start;
            int high = start;
            for (int t = start; t < end; t++) {
                low = less(values[t], values[low]) ? t : low;
                high = less(values[high], values[t]) ? t : high;
            }
            add(seconds, kept, Math.min(low, high), values);
            if (low != high) {
                add(seconds, kept, Math.max(low, high), values);
            }
        }
        return new RowPlayer.Series(observed.name(), observed.unit(), seconds, kept);
    }

    /** A missing value is replaced by any other. */
    private static boolean less(double a, double b) {
        return a < b || (Double.isNaN(b) && !Double.isNaN(a));
    }

    private static void add(List<Double> seconds, List<Double> kept, int at, double[] values) {
        seconds.add((double) at);
        kept.add(values[at]);
    }
}
