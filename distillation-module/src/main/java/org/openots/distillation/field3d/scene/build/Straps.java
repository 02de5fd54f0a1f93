package org.openots.distillation.field3d.scene.build;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.plan.Site;
import org.openots.simulator.plot.Equipment;

/** Where earth straps are fixed. */
final class Straps {
    /** From the lug in the floor to the thing, m: as the shape has it. */
    private static final float REACH = 0.135f;

    private Straps() {}

    /** Axes of a strap at the foot of a piece of equipment, where an eye sees it: x to the equipment, the floor at y = 0. */
    static Matrix4f place(Site.Standing standing, Vector3fc eye) {
        Equipment e = standing.plan();
        Vector3f foot = Axes.of(e.foot());
        Matrix4f own = Axes.frame(foot, Axes.of(standing.ahead()), Axes.at(0, 1, 0));
        Vector3f best = new Vector3f();
        Vector3f inwards = new Vector3f();
        float nearest = Float.POSITIVE_INFINITY;
        for (float[] one : anchors(e)) {
            Vector3f at = own.transformPosition(new Vector3f(one[0], 0, one[1]));
            Vector3f in =
                    own.transformDirection(new Vector3f(-one[2], 0, -one[3])).normalize();
            float far = at.distance(eye) + (new Vector3f(eye).sub(at).dot(in) > 0 ? 1 : 0);
            if (far < nearest) {
                nearest = far;
                best = at;
                inwards = in;
            }
        }
        return Axes.frame(best.fma(-REACH, inwards), inwards, Axes.at(0, 1, 0));
    }

    /** x, z and outward direction of what stands on the floor, in the equipment's own axes. */
    private static List<float[]> anchors(Equipment e) {
        List<float[]> anchors = new ArrayList<>();
        double r = Bodies.radius(e) + e.insulation();
        switch (e.kind()) {
            case HORIZONTAL_VESSEL, EXCHANGER, KETTLE, ELECTRIC_HEATER -> {
                for (int i = 0; i < 4; i++) {
                    int side = (i >> 1) * 2 - 1;
                    anchors.add(anchor(((i & 1) * 2 - 1) * e.length() * 0.28, side * r * 0.9, 0, side));
                }
            }
            case CENTRIFUGAL_PUMP, GEAR_PUMP, FAN -> {
                double out = e.diameter() / 2 + (Bodies.base(e) > 0 ? 0.05 : 0);
                for (int side = -1; side <= 1; side += 2) {
                    anchors.add(anchor(-e.length() * 0.3, side * out, 0, side));
                }
            }
            default -> {
                boolean legs = e.support() == Equipment.Support.LEGS;
                int count = !legs ? 12 : r < 0.25 ? 3 : 4;
                double out = e.support() == Equipment.Support.PLINTH ? r * 1.15 : r;
                for (int i = 0; i < count; i++) {
                    double angle = 2 * Math.PI * (i + 0.5) / count;
                    anchors.add(
                            anchor(out * Math.cos(angle), -out * Math.sin(angle), Math.cos(angle), -Math.sin(angle)));
                }
            }
        }
        return anchors;
    }

    private static float[] anchor(double x, double z, double outX, double outZ) {
        return new float[] {(float) x, (float) z, (float) outX, (float) outZ};
    }
}
