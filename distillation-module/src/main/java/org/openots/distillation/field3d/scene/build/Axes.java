package org.openots.distillation.field3d.scene.build;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.simulator.plot.Area;
import org.openots.simulator.plot.Point;

/** From the axes of the plot plan (east, north, up) to those of the scene (x east, y up, z south), and frames in them. */
final class Axes {
    private Axes() {}

    static Vector3f of(Point p) {
        return new Vector3f((float) p.east(), (float) p.up(), (float) -p.north());
    }

    static Vector3f at(double x, double y, double z) {
        return new Vector3f((float) x, (float) y, (float) z);
    }

    /** West, north (z), east, south (z). */
    static double[] box(Area area) {
        return new double[] {area.west(), -area.north(), area.east(), -area.south()};
    }

    /** Level direction of a heading, degrees clockwise from north. */
    static Vector3f heading(double degrees) {
        double angle = Math.toRadians(degrees);
        return at(Math.sin(angle), 0, -Math.cos(angle));
    }

    /** Axes with the given x and y; z completes them. */
    static Matrix4f frame(Vector3fc origin, Vector3fc x, Vector3fc y) {
        Vector3f z = new Vector3f(x).cross(y);
        return new Matrix4f(
                x.x(),
                x.y(),
                x.z(),
                0,
                y.x(),
                y.y(),
                y.z(),
                0,
                z.x,
                z.y,
                z.z,
                0,
                origin.x(),
                origin.y(),
                origin.z(),
                1);
    }

    /** Axes with z to where a thing is read from, y up. */
    static Matrix4f facing(Vector3fc origin, Vector3fc towards) {
        Vector3f up = at(0, 1, 0);
        return frame(origin, up.cross(towards, new Vector3f()), up);
    }

    /** Axes with x along a direction and y up, or for an upright direction north. */
    static Matrix4f along(Vector3fc origin, Vector3fc direction) {
        Vector3f up = Math.abs(direction.y()) > 0.9f ? at(0, 0, -1) : at(0, 1, 0);
        return frame(origin, direction, up.fma(-up.dot(direction), direction).normalize());
    }
}
