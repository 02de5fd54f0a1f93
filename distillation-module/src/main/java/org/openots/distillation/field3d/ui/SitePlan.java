package org.openots.distillation.field3d.ui;

import java.util.ArrayList;
import java.util.List;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Scene;
import org.openots.distillation.field3d.scene.Walkable;

/**
 * The plant from above, for the plan. Made once for a scene; m, x east, z south.
 *
 * @param outlines of what stands there, low ones first
 * @param dots of what can be used
 * @param lowX west side
 * @param lowZ north side
 * @param highX east side
 * @param highZ south side
 */
public record SitePlan(List<Outline> outlines, List<Dot> dots, double lowX, double lowZ, double highX, double highZ) {
    /** Smaller things are not drawn on the plan, m. */
    private static final float SMALLEST = 0.12f;

    /** A floor higher than this is a platform, m. */
    private static final float PLATFORM = 0.5f;

    /** Copies the lists. */
    public SitePlan {
        outlines = List.copyOf(outlines);
        dots = List.copyOf(dots);
    }

    /**
     * Something that stands there.
     *
     * @param kind what
     * @param points corners, x and z in turn; of a round one its centre and radius
     */
    public record Outline(Kind kind, float[] points) {}

    /** What stands there. */
    public enum Kind {
        /** A platform over the ground. */
        PLATFORM,
        /** Stairs. */
        STAIRS,
        /** A box. */
        BLOCK,
        /** A column or tank. */
        ROUND
    }

    /**
     * Something to use.
     *
     * @param x east
     * @param z south
     * @param item index in the scene
     */
    public record Dot(float x, float z, int item) {}

    /**
     * The plan of a scene.
     *
     * @param scene of a plant
     * @return the same for the same scene
     */
    public static SitePlan of(Scene scene) {
        List<Outline> outlines = new ArrayList<>();
        for (Walkable.Floor floor : scene.walk().floors()) {
            if (floor.centre().y() > PLATFORM) {
                outlines.add(
                        floor.round()
                                ? new Outline(Kind.ROUND, new float[] {
                                    floor.centre().x(), floor.centre().z(), floor.halfX()
                                })
                                : rectangle(
                                        Kind.PLATFORM,
                                        floor.centre().x(),
                                        floor.centre().z(),
                                        floor.halfX(),
                                        floor.halfZ(),
                                        floor.turn()));
            }
        }
        for (Walkable.Ramp ramp : scene.walk().ramps()) {
            outlines.add(stairs(ramp));
        }
        for (Walkable.Block block : scene.walk().blocks()) {
            boolean worth = Math.min(block.halfX(), block.halfZ()) > SMALLEST / 2
                    && Math.max(block.halfX(), block.halfZ()) > SMALLEST;
            if (worth) {
                outlines.add(rectangle(
                        Kind.BLOCK,
                        block.centre().x(),
                        block.centre().z(),
                        block.halfX(),
                        block.halfZ(),
                        block.turn()));
            }
        }
        for (Walkable.Post post : scene.walk().posts()) {
            if (post.radius() > SMALLEST) {
                outlines.add(new Outline(
                        Kind.ROUND, new float[] {post.foot().x(), post.foot().z(), post.radius()}));
            }
        }
        List<Dot> dots = new ArrayList<>();
        for (int i = 0; i < scene.items().size(); i++) {
            Item item = scene.items().get(i);
            if (item.kind() != Item.Kind.EQUIPMENT && item.kind() != Item.Kind.TRANSMITTER) {
                dots.add(new Dot(item.handle().x(), item.handle().z(), i));
            }
        }
        return new SitePlan(
                outlines,
                dots,
                scene.low().x(),
                scene.low().z(),
                scene.high().x(),
                scene.high().z());
    }

    private static Outline rectangle(Kind kind, float x, float z, float halfX, float halfZ, float turn) {
        float cos = (float) StrictMath.cos(turn);
        float sin = (float) StrictMath.sin(turn);
        float[] points = new float[8];
        for (int i = 0; i < 4; i++) {
            float lx = i == 0 || i == 3 ? -halfX : halfX;
            float lz = i < 2 ? -halfZ : halfZ;
            points[2 * i] = x + lx * cos + lz * sin;
            points[2 * i + 1] = z - lx * sin + lz * cos;
        }
        return new Outline(kind, points);
    }

    private static Outline stairs(Walkable.Ramp ramp) {
        float dx = ramp.head().x() - ramp.foot().x();
        float dz = ramp.head().z() - ramp.foot().z();
        float length = (float) Math.max(1e-3, Math.sqrt(dx * dx + dz * dz));
        float ox = -dz / length * ramp.width() / 2;
        float oz = dx / length * ramp.width() / 2;
        return new Outline(Kind.STAIRS, new float[] {
            ramp.foot().x() + ox,
            ramp.foot().z() + oz,
            ramp.head().x() + ox,
            ramp.head().z() + oz,
            ramp.head().x() - ox,
            ramp.head().z() - oz,
            ramp.foot().x() - ox,
            ramp.foot().z() - oz
        });
    }
}
