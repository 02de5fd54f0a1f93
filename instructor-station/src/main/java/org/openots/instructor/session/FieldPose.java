package org.openots.instructor.session;

/**
 * Where somebody stands in the plant and where he looks; axes of the 3D site: x east, y up, z south.
 *
 * @param x of the eye, m
 * @param y of the eye, m
 * @param z of the eye, m
 * @param yaw counter-clockwise from above, 0 to the north, radian
 * @param pitch up from the horizontal, radian
 */
public record FieldPose(double x, double y, double z, double yaw, double pitch) {
    /** Farthest from the origin of a site that a plant reaches, m. */
    public static final double FARTHEST = 2_000;
}
