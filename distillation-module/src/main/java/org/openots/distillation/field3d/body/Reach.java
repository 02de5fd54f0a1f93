package org.openots.distillation.field3d.body;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;

/** What a body looks at, and what of it is near enough to be taken in hand or read. */
public final class Reach {
    /** From the shoulder to what the hand holds, m: an outstretched arm of an average adult with a lean of the body. */
    public static final double ARM = 1.2;

    /** From the eye to a dial or glass whose scale can still be read, m. */
    public static final double READING = 3;

    /** Farthest item that is named when it is looked at, m. */
    public static final double NAMING = 25;

    /** What is smaller than this is hard to hit with the middle of the picture, m: half the length of its box. */
    private static final double SMALLEST = 0.07;

    /** An item may sit in or on a solid: so much of its depth does not hide it, m. */
    static final double SUNK = 0.35;

    /** What is used is meant rather than a transmitter that is so much nearer, m. */
    private static final double BEHIND = 1;

    private final List<Item> items;
    private final Ground ground;
    private final double[] from = new double[3];
    private final double[] way = new double[3];
    private final Vector3f local = new Vector3f();
    private final Vector3f turned = new Vector3f();

    /**
     * Reach in a scene.
     *
     * @param scene with its items
     * @param ground of the same scene
     */
    public Reach(Scene scene, Ground ground) {
        this.items = scene.items();
        this.ground = ground;
    }

    /**
     * What the middle of the picture points at.
     *
     * @param body whose eye
     * @return index of the nearest item that nothing hides, -1 for none; a vessel only if nothing smaller is hit
     */
    public int pick(Body body) {
        double cos = StrictMath.cos(body.pitch());
        eye(body);
        way[0] = -StrictMath.sin(body.yaw()) * cos;
        way[1] = StrictMath.sin(body.pitch());
        way[2] = -StrictMath.cos(body.yaw()) * cos;
        return pick();
    }

    /**
     * What a ray points at, for a pointer that is not in the middle.
     *
     * @param eye m
     * @param direction length 1
     * @return as {@link #pick(Body)}
     */
    public int pick(Vector3fc eye, Vector3fc direction) {
        from[0] = eye.x();
        from[1] = eye.y();
        from[2] = eye.z();
        way[0] = direction.x();
        way[1] = direction.y();
        way[2] = direction.z();
        return pick();
    }

    private int pick() {
        double clear = ground.sight(from, way, NAMING) + SUNK;
        int[] best = {-1, -1, -1};
        double[] nearest = {clear, clear, clear};
        for (int i = 0; i < items.size(); i++) {
            double distance = enter(items.get(i));
            int rank = rank(items.get(i).kind());
            if (distance < nearest[rank]) {
                nearest[rank] = distance;
                best[rank] = i;
            }
        }
        if (best[0] >= 0 && (best[1] < 0 || nearest[0] < nearest[1] + BEHIND)) {
            return best[0];
        }
        return best[1] >= 0 ? best[1] : best[2];
    }

    /** What is used goes before what is only looked at, and that before the vessel on which both sit. */
    private static int rank(Item.Kind kind) {
        return switch (kind) {
            case EQUIPMENT -> 2;
            case TRANSMITTER -> 1;
            default -> 0;
        };
    }

    private double enter(Item item) {
        item.turn()
                .transformInverse(local.set(
                        (float) (from[0] - item.centre().x()),
                        (float) (from[1] - item.centre().y()),
                        (float) (from[2] - item.centre().z())));
        item.turn().transformInverse(turned.set((float) way[0], (float) way[1], (float) way[2]));
        double in = Double.NEGATIVE_INFINITY;
        double out = Double.POSITIVE_INFINITY;
        for (int axis = 0; axis < 3; axis++) {
            double half = Math.max(SMALLEST, item.half().get(axis));
            in = Math.max(in, Solid.entry(local.get(axis), turned.get(axis), -half, half));
            out = Math.min(out, Solid.exit(local.get(axis), turned.get(axis), -half, half));
        }
        return in <= out && out >= 0 ? Math.max(0, in) : Double.POSITIVE_INFINITY;
    }

    /**
     * Whether an item can be taken in hand.
     *
     * @param body whose arm
     * @param item index in the scene
     * @return true within an arm's length, with nothing between; a panel only by one who stands before its front
     */
    public boolean reaches(Body body, int item) {
        Vector3fc handle = items.get(item).handle();
        return distance(body.x(), body.shoulderY(), body.z(), handle) <= ARM
                && before(items.get(item), body.x(), body.z(), 0)
                && (open(body, body.eyeY(), handle) || open(body, body.shoulderY(), handle));
    }

    /** Whether a place is before the front of an item that has one, by a margin, m. */
    static boolean before(Item item, double x, double z, double margin) {
        if (!item.kind().faced()) {
            return true;
        }
        double front = (x - item.handle().x()) * item.facing().x()
                + (z - item.handle().z()) * item.facing().z();
        return front > margin;
    }

    private boolean open(Body body, double height, Vector3fc to) {
        double far = Math.max(1e-6, distance(body.x(), height, body.z(), to));
        eye(body);
        from[1] = height;
        way[0] = (to.x() - from[0]) / far;
        way[1] = (to.y() - from[1]) / far;
        way[2] = (to.z() - from[2]) / far;
        return ground.sight(from, way, far) > far - SUNK;
    }

    /**
     * Whether the scale of an item can be read: near enough, from its front, with nothing between.
     *
     * @param body whose eye
     * @param item index in the scene
     * @return true if so
     */
    public boolean reads(Body body, int item) {
        Item one = items.get(item);
        Vector3fc handle = one.handle();
        double far = distance(body.x(), body.eyeY(), body.z(), handle);
        if (far > READING || far < 1e-6) {
            return far < 1e-6;
        }
        boolean open = open(body, body.eyeY(), handle);
        double front = -(way[0] * one.facing().x()
                + way[1] * one.facing().y()
                + way[2] * one.facing().z());
        return front > 0.1 && open;
    }

    /**
     * What can be used from here: taken in hand, or read if it is something to read.
     *
     * @param body who
     * @param item index in the scene
     * @return true if so
     */
    public boolean uses(Body body, int item) {
        return switch (items.get(item).kind()) {
            case GAUGE, LEVEL_GLASS, TRANSMITTER, CONTROL_VALVE -> reads(body, item) || reaches(body, item);
            case EQUIPMENT -> false;
            default -> reaches(body, item);
        };
    }

    /**
     * Everything that can be used from here, for a player without a mouse.
     *
     * @param body who
     * @return indices, clockwise seen from above beginning in the north; the order does not depend on the view
     */
    public List<Integer> around(Body body) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (uses(body, i)) {
                found.add(i);
            }
        }
        found.sort(Comparator.<Integer>comparingDouble(i -> bearing(body, items.get(i)))
                .thenComparing(i -> items.get(i).tag()));
        return found;
    }

    /**
     * The next of the items around.
     *
     * @param body who
     * @param current index of the item chosen now, -1 for none
     * @param back the other way round
     * @return index of the item; without a current one the nearest to the middle of the view; -1 if nothing is in reach
     */
    public int next(Body body, int current, boolean back) {
        List<Integer> found = around(body);
        if (found.isEmpty()) {
            return -1;
        }
        int at = found.indexOf(current);
        if (at >= 0) {
            return found.get(Math.floorMod(at + (back ? -1 : 1), found.size()));
        }
        int best = found.get(0);
        for (int i : found) {
            if (aside(body, items.get(i)) < aside(body, items.get(best))) {
                best = i;
            }
        }
        return best;
    }

    private static double bearing(Body body, Item item) {
        double dx = item.handle().x() - body.x();
        double dz = item.handle().z() - body.z();
        double angle = StrictMath.atan2(dx, -dz);
        return angle < 0 ? angle + 2 * Math.PI : angle;
    }

    private static double aside(Body body, Item item) {
        return Math.abs(Body.wrapped(-bearing(body, item) - body.yaw()));
    }

    private void eye(Body body) {
        from[0] = body.x();
        from[1] = body.eyeY();
        from[2] = body.z();
    }

    private static double distance(double x, double y, double z, Vector3fc to) {
        double dx = to.x() - x;
        double dy = to.y() - y;
        double dz = to.z() - z;
        return Math.sqrt(dx * dx + dy * dy + dz * dz);
    }
}
