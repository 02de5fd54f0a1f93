package org.openots.distillation.field3d.ui;

import java.util.Optional;
import org.joml.Vector2f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.state.Camera;

/** Where a place of the site lies on the screen. */
public final class Projection {
    /** Nearer than this nothing is on the screen, m. */
    private static final double NEAR = 0.05;

    private Projection() {}

    /**
     * The point of the screen on which a place is seen.
     *
     * @param camera the eye
     * @param screen the picture
     * @param place m
     * @return px of the panels; nothing if it is behind the eye or beside the picture
     */
    public static Optional<Vector2f> of(Camera camera, Screen screen, Vector3fc place) {
        double dx = place.x() - camera.eye().x();
        double dy = place.y() - camera.eye().y();
        double dz = place.z() - camera.eye().z();
        double sin = Math.sin(camera.yaw());
        double cos = Math.cos(camera.yaw());
        double right = dx * cos - dz * sin;
        double ahead = -dx * sin - dz * cos;
        double sinPitch = Math.sin(camera.pitch());
        double cosPitch = Math.cos(camera.pitch());
        double depth = ahead * cosPitch + dy * sinPitch;
        double up = dy * cosPitch - ahead * sinPitch;
        if (depth < NEAR) {
            return Optional.empty();
        }
        double focal = screen.height() / 2 / Math.tan(camera.fieldOfView() / 2);
        Vector2f point = new Vector2f((float) (screen.width() / 2 + right / depth * focal), (float)
                (screen.height() / 2 - up / depth * focal));
        return screen.box().contains(point.x, point.y) ? Optional.of(point) : Optional.empty();
    }
}
