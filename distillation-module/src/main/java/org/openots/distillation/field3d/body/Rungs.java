package org.openots.distillation.field3d.body;

import org.openots.distillation.field3d.scene.Walkable;

/**
 * A ladder with the places where one gets on and off. Lengths in m.
 *
 * @param index in the scene
 * @param x where the body hangs
 * @param z where the body hangs
 * @param low feet on the lowest rung
 * @param high feet at the surface it leads to
 * @param faceX horizontal direction in which the climber looks
 * @param faceZ the other part of it
 * @param foot where one stands before it
 * @param head where one stands above it
 */
record Rungs(int index, double x, double z, double low, double high, double faceX, double faceZ, Spot foot, Spot head) {
    /** From the rungs to the middle of the climber: arms half bent, m. */
    private static final double BEFORE = 0.32;

    /** A place to stand; y is NaN when there is none. */
    record Spot(double x, double y, double z) {
        static final Spot NONE = new Spot(0, Double.NaN, 0);

        boolean exists() {
            return !Double.isNaN(y);
        }

        /** Distance over the floor. */
        double away(double px, double pz) {
            return Math.sqrt((x - px) * (x - px) + (z - pz) * (z - pz));
        }
    }

    /** Tried one after the other, along the way of facing and to its right, from the rungs, m: step through, beside, behind. */
    private static final double[][] ABOVE = {
        {0.5, 0},
        {0.7, 0},
        {0.9, 0},
        {0.35, 0},
        {1.1, 0},
        {0.3, 0.6},
        {0.3, -0.6},
        {-0.3, 0.7},
        {-0.3, -0.7},
        {-0.3, 0.9},
        {-0.3, -0.9},
        {-0.9, 0},
        {-1.1, 0},
        {-0.7, 0.5},
        {-0.7, -0.5}
    };

    private static final double[][] BELOW = {
        {-0.45, 0},
        {-0.6, 0},
        {-0.32, 0},
        {-0.8, 0},
        {-0.45, 0.4},
        {-0.45, -0.4},
        {-0.3, 0.7},
        {-0.3, -0.7},
        {0.5, 0},
        {0.7, 0}
    };

    static Rungs of(int index, Walkable.Ladder ladder, Ground ground) {
        double faceX = ladder.facing().x();
        double faceZ = ladder.facing().z();
        double x = ladder.foot().x() - faceX * BEFORE;
        double z = ladder.foot().z() - faceZ * BEFORE;
        Spot foot = find(ladder, BELOW, ladder.foot().y(), ground);
        Spot head = find(ladder, ABOVE, ladder.top(), ground);
        double low = foot.exists() ? foot.y() : ladder.foot().y();
        return new Rungs(index, x, z, low, ladder.top(), faceX, faceZ, foot, head);
    }

    private static Spot find(Walkable.Ladder ladder, double[][] tries, double y, Ground ground) {
        double faceX = ladder.facing().x();
        double faceZ = ladder.facing().z();
        for (double[] attempt : tries) {
            double x = ladder.foot().x() + faceX * attempt[0] - faceZ * attempt[1];
            double z = ladder.foot().z() + faceZ * attempt[0] + faceX * attempt[1];
            double height = ground.stand(x, z, y);
            if (!Double.isNaN(height)) {
                return new Spot(x, height, z);
            }
        }
        return Spot.NONE;
    }

    /** Whether one can get on and off at both ends. */
    boolean usable() {
        return foot.exists() && head.exists();
    }
}
