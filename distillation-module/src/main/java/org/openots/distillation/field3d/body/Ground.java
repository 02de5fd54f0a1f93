package org.openots.distillation.field3d.body;

import java.util.ArrayList;
import java.util.List;
import org.openots.distillation.field3d.scene.Walkable;

/**
 * Answers where one can stand. Built once for a scene; questions allocate nothing and do not change it.
 *
 * <p>An edge is never walked over when the next surface is more than {@link #DROP} below, whether or not a railing stands there:
 * an operator does not jump, and a fall is no part of the training.
 */
public final class Ground {
    /** Highest step taken without a ladder, m: a bund wall or a plinth; stairs have less. */
    public static final double STEP = 0.45;

    /** Deepest step down, m. */
    public static final double DROP = 0.5;

    /** Half the width of a body at the shoulders in working clothes, m. */
    public static final double RADIUS = 0.25;

    /** Height of a body with helmet, m. */
    public static final double HEIGHT = 1.85;

    /** Height of a crouching body with helmet, m. */
    public static final double CROUCHED = 1.25;

    /** Height of a body that ducks under a pipe by itself, m. */
    public static final double DUCKED = 1.45;

    /** How far the middle of a body stays from an open edge, m: the feet are on the floor then. */
    static final double EDGE = 0.2;

    private static final int RING = 8;
    private static final double DIAGONAL = EDGE * 0.7071067811865476;
    private static final double[] RING_X = {EDGE, DIAGONAL, 0, -DIAGONAL, -EDGE, -DIAGONAL, 0, DIAGONAL};
    private static final double[] RING_Z = {0, DIAGONAL, EDGE, DIAGONAL, 0, -DIAGONAL, -EDGE, -DIAGONAL};

    /** Places are moved out of solids exactly; what is left of it is rounding, m. */
    private static final double ROUNDING = 1e-6;

    /** Rounds of moving out of solids: two make a corner, the third lets a narrow corner settle. */
    private static final int ROUNDS = 3;

    private final Surface[] surfaces;
    private final Solid[] solids;
    private final CellIndex surfaceCells;
    private final CellIndex solidCells;
    private final List<Rungs> ladders;

    /**
     * Works out what the questions need.
     *
     * @param walk of a scene
     */
    public Ground(Walkable walk) {
        List<Surface> on = new ArrayList<>();
        List<Solid> against = new ArrayList<>();
        walk.floors().forEach(floor -> on.add(Surface.of(floor)));
        walk.ramps().forEach(ramp -> on.add(Surface.of(ramp)));
        walk.blocks().forEach(block -> {
            on.add(Surface.of(block));
            against.add(Solid.of(block));
        });
        walk.posts().forEach(post -> against.add(Solid.of(post)));
        surfaces = on.toArray(Surface[]::new);
        solids = against.toArray(Solid[]::new);
        surfaceCells = new CellIndex(on.stream().map(surface -> surface.bounds).toList(), EDGE);
        solidCells = new CellIndex(against.stream().map(solid -> solid.bounds).toList(), RADIUS + EDGE);
        List<Rungs> found = new ArrayList<>();
        for (int i = 0; i < walk.ladders().size(); i++) {
            found.add(Rungs.of(i, walk.ladders().get(i), this));
        }
        ladders = List.copyOf(found);
    }

    /** The ladders with the places where one gets on and off. */
    List<Rungs> ladders() {
        return ladders;
    }

    /**
     * The surface on which a body at a height would stand.
     *
     * @param x east, m
     * @param z south, m
     * @param y height of the feet now, m
     * @return height of the highest surface between a step down and a step up; NaN if there is none
     */
    public double support(double x, double z, double y) {
        double best = Double.NaN;
        for (int i : surfaceCells.near(x, z)) {
            double height = surfaces[i].height(x, z);
            if (height >= y - DROP && height <= y + STEP && !(height <= best)) {
                best = height;
            }
        }
        return best;
    }

    /**
     * All surfaces at a place.
     *
     * @param x east, m
     * @param z south, m
     * @param heights takes their heights, m, in no order
     * @return how many there are, at most the length of the array
     */
    int surfaces(double x, double z, double[] heights) {
        int count = 0;
        for (int i : surfaceCells.near(x, z)) {
            double height = surfaces[i].height(x, z);
            if (!Double.isNaN(height) && count < heights.length) {
                heights[count++] = height;
            }
        }
        return count;
    }

    /** Whether a body of a height finds room for its head. */
    boolean headroom(double x, double z, double y, double height) {
        for (int i : surfaceCells.near(x, z)) {
            Surface surface = surfaces[i];
            double over = surface.height(x, z);
            if (surface.ceiling() && over > y + STEP && over - surface.thickness() < y + height) {
                return false;
            }
        }
        return true;
    }

    /** How many of the eight directions around a place have floor, or something solid in place of floor. */
    int footing(double x, double z, double y) {
        int good = 0;
        for (int i = 0; i < RING; i++) {
            double px = x + RING_X[i];
            double pz = z + RING_Z[i];
            good += !Double.isNaN(support(px, pz, y)) || solid(px, pz, y) ? 1 : 0;
        }
        return good;
    }

    private boolean solid(double x, double z, double y) {
        for (int i : solidCells.near(x, z)) {
            Solid solid = solids[i];
            if (solid.top > y + STEP && solid.bottom < y + STEP && solid.inside(x, z)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a solid stands in the way of a body whose feet are at a height. */
    private static boolean hinders(Solid solid, double y, double height) {
        return solid.bottom < y + height && solid.top > y + (solid.carries ? STEP : DROP / 4);
    }

    /**
     * Moves a place out of everything solid.
     *
     * @param place x and z, changed
     * @param y height of the feet, m
     * @param height of the body, m
     * @return whether something was there
     */
    boolean pushOut(double[] place, double y, double height) {
        boolean any = false;
        boolean moved = true;
        for (int round = 0; moved && round < ROUNDS; round++) {
            moved = false;
            for (int i : solidCells.near(place[0], place[1])) {
                moved |= hinders(solids[i], y, height) && solids[i].push(place, RADIUS);
            }
            any |= moved;
        }
        return any;
    }

    /** Whether nothing solid is nearer than the radius of a body. */
    boolean clear(double x, double z, double y, double height, double[] scratch) {
        for (int i : solidCells.near(x, z)) {
            scratch[0] = x;
            scratch[1] = z;
            if (hinders(solids[i], y, height) && solids[i].push(scratch, RADIUS - ROUNDING)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Whether a body can stand at a place at leisure.
     *
     * @param x east, m
     * @param z south, m
     * @param y height near which a surface is looked for, m
     * @return height of that surface, m; NaN if there is none with room for feet, shoulders and head
     */
    public double stand(double x, double z, double y) {
        return stand(x, z, y, HEIGHT);
    }

    /** The same for a body of another height. */
    double stand(double x, double z, double y, double tall) {
        double height = support(x, z, y);
        if (Double.isNaN(height)
                || footing(x, z, height) < RING
                || !headroom(x, z, height, tall)
                || !clear(x, z, height, tall, new double[2])) {
            return Double.NaN;
        }
        return height;
    }

    /**
     * How far one can see along a line.
     *
     * @param from x, y, z of the eye, m
     * @param way x, y, z of the direction, length 1
     * @param limit farthest distance of interest, m
     * @return distance to the first solid that is not slim, or floor, m; the limit if there is none nearer
     */
    public double sight(double[] from, double[] way, double limit) {
        double nearest = limit;
        for (Solid solid : solids) {
            nearest = solid.slim ? nearest : Math.min(nearest, solid.enter(from, way));
        }
        for (Surface surface : surfaces) {
            if (surface.ceiling()) {
                nearest = Math.min(nearest, through(surface, from, way, nearest));
            }
        }
        return nearest;
    }

    /** Distance at which a line passes through a level surface. Flights of stairs are open, one sees between the steps. */
    private static double through(Surface surface, double[] from, double[] way, double limit) {
        double level = surface.level();
        if (Double.isNaN(level) || Math.abs(way[1]) < 1e-9) {
            return Double.POSITIVE_INFINITY;
        }
        double distance = (level - from[1]) / way[1];
        if (distance <= 0 || distance >= limit) {
            return Double.POSITIVE_INFINITY;
        }
        double height = surface.height(from[0] + way[0] * distance, from[2] + way[2] * distance);
        return Double.isNaN(height) ? Double.POSITIVE_INFINITY : distance;
    }
}
