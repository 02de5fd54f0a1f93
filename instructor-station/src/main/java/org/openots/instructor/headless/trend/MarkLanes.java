package org.openots.instructor.headless.trend;

import java.util.ArrayList;
import java.util.List;

/** Marks with a label to their right, in as few lanes as they need; what finds no lane is counted. */
final class MarkLanes {
    /** Free space behind a label, px. */
    private static final double GAP = 8;

    /**
     * A mark that found a place.
     *
     * @param index among the marks given
     * @param lane from 0 on
     */
    record Place(int index, int lane) {}

    /**
     * All lanes.
     *
     * @param lanes how many are in use
     * @param places of the marks that found one
     * @param left those that found none, by index
     */
    record Places(int lanes, List<Place> places, List<Integer> left) {}

    private MarkLanes() {}

    /**
     * Places marks from left to right, each in the first lane that is free there.
     *
     * @param at where each begins, rising, px
     * @param width with its label, px
     * @param most lanes at most
     * @return the places
     */
    static Places place(double[] at, double[] width, int most) {
        double[] freeFrom = new double[most];
        List<Place> places = new ArrayList<>();
        List<Integer> left = new ArrayList<>();
        int used = 0;
        for (int i = 0; i < at.length; i++) {
            int lane = 0;
            while (lane < most && freeFrom[lane] > at[i]) {
                lane++;
            }
            if (lane == most) {
                left.add(i);
            } else {
                freeFrom[lane] = at[i] + width[i] + GAP;
                places.add(new Place(i, lane));
                used = Math.max(used, lane + 1);
            }
        }
        return new Places(used, places, left);
    }
}
