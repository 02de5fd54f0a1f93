package org.openots.distillation.field3d.scene;

import java.util.List;
import org.joml.Vector3fc;

/**
 * Where one can go and what stands in the way. Directions are of the site: x east, y up, z south; m.
 *
 * @param floors level ground and platforms
 * @param ramps stairs and ramps
 * @param ladders climbed
 * @param blocks upright boxes that stop a body
 * @param posts upright cylinders that stop a body
 */
public record Walkable(
        List<Floor> floors, List<Ramp> ramps, List<Ladder> ladders, List<Block> blocks, List<Post> posts) {
    /** Copies the lists. */
    public Walkable {
        floors = List.copyOf(floors);
        ramps = List.copyOf(ramps);
        ladders = List.copyOf(ladders);
        blocks = List.copyOf(blocks);
        posts = List.copyOf(posts);
    }

    /**
     * A level rectangle, turned about the vertical, or a ring of it.
     *
     * @param centre of the rectangle, on the surface
     * @param halfX half its length along its own x, m
     * @param halfZ half its length along its own z, m
     * @param turn about the vertical, counter-clockwise from above, radian
     * @param hole radius around the centre where nothing is, m; 0 for none
     * @param round true for an ellipse in the rectangle
     */
    public record Floor(Vector3fc centre, float halfX, float halfZ, float turn, float hole, boolean round) {}

    /**
     * A flight of stairs or a ramp.
     *
     * @param foot middle of the lower edge
     * @param head middle of the upper edge
     * @param width m
     */
    public record Ramp(Vector3fc foot, Vector3fc head, float width) {}

    /**
     * A ladder that goes straight up.
     *
     * @param foot middle of the lowest rung
     * @param top height of the surface it leads to, m
     * @param facing horizontal direction in which the climber looks, length 1
     */
    public record Ladder(Vector3fc foot, float top, Vector3fc facing) {}

    /**
     * An upright box.
     *
     * @param centre of the box
     * @param halfX half its length along its own x, m
     * @param halfY half its height, m
     * @param halfZ half its length along its own z, m
     * @param turn about the vertical, counter-clockwise from above, radian
     */
    public record Block(Vector3fc centre, float halfX, float halfY, float halfZ, float turn) {}

    /**
     * An upright cylinder.
     *
     * @param foot middle of the lower end
     * @param radius m
     * @param height m
     */
    public record Post(Vector3fc foot, float radius, float height) {}
}
