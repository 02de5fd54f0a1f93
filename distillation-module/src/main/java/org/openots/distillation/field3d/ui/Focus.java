package org.openots.distillation.field3d.ui;

import java.util.List;

/** Moves the focus of the keyboard over the hits of a picture. */
public final class Focus {
    /** Sideways distance counts this much more than distance along the way, so that an arrow stays in its row or column. */
    private static final float ASIDE = 3;

    /** Of two straight ahead the one nearer to the middle. */
    private static final float MIDDLE = 0.1f;

    /** A way on the screen. */
    public enum Way {
        /** To the left. */
        LEFT(-1, 0),
        /** To the right. */
        RIGHT(1, 0),
        /** Upward. */
        UP(0, -1),
        /** Downward. */
        DOWN(0, 1);

        private final int x;
        private final int y;

        Way(int x, int y) {
            this.x = x;
            this.y = y;
        }
    }

    private Focus() {}

    /**
     * The next in the order of the picture.
     *
     * @param picture laid out
     * @param current name of the hit with the focus, empty for none
     * @param back the other way round
     * @return name of the hit that gets it; empty if there is none at all
     */
    public static String tab(Picture picture, String current, boolean back) {
        List<Hit> hits = picture.hits();
        if (hits.isEmpty()) {
            return "";
        }
        int at = index(hits, current);
        int next = at < 0 ? (back ? hits.size() - 1 : 0) : Math.floorMod(at + (back ? -1 : 1), hits.size());
        return hits.get(next).id();
    }

    /**
     * The nearest in a direction.
     *
     * @param picture laid out
     * @param current name of the hit with the focus, empty for none
     * @param way of the arrow key
     * @return name of the hit that gets it; the current one if there is none that way; empty if there is none at all
     */
    public static String arrow(Picture picture, String current, Way way) {
        List<Hit> hits = picture.hits();
        int at = index(hits, current);
        if (at < 0) {
            return hits.isEmpty() ? "" : hits.get(0).id();
        }
        Box from = hits.get(at).box();
        String best = current;
        float least = Float.POSITIVE_INFINITY;
        for (Hit hit : hits) {
            float dx = hit.box().centreX() - from.centreX();
            float dy = hit.box().centreY() - from.centreY();
            float along = dx * way.x + dy * way.y;
            float aside = Math.abs(dx * way.y) + Math.abs(dy * way.x);
            float half = (from.width() + hit.box().width()) / 2 * Math.abs(way.y)
                    + (from.height() + hit.box().height()) / 2 * Math.abs(way.x);
            // what lies straight ahead with any of its width is ahead, however wide it is
            float cost = along + ASIDE * Math.max(0, aside - half) + MIDDLE * aside;
            if (along > 1 && cost < least) {
                least = cost;
                best = hit.id();
            }
        }
        return best;
    }

    private static int index(List<Hit> hits, String id) {
        for (int i = 0; i < hits.size(); i++) {
            if (hits.get(i).id().equals(id)) {
                return i;
            }
        }
        return -1;
    }
}
