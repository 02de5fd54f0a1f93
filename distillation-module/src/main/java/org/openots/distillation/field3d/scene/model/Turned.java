package org.openots.distillation.field3d.scene.model;

import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;

/** Short ways to turned parts along the three axes. */
final class Turned {
    private Turned() {}

    static Vector3f at(double x, double y, double z) {
        return new Vector3f((float) x, (float) y, (float) z);
    }

    static void onY(MeshBuilder b, Profile profile, int sides) {
        Rounds.lathe(b, profile, sides);
    }

    /** The profile's height runs along +x. */
    static void onX(MeshBuilder b, Profile profile, int sides) {
        b.push().turn(-Math.PI / 2, 0, 0, 1);
        Rounds.lathe(b, profile, sides);
        b.pop();
    }

    /** The profile's height runs along +z. */
    static void onZ(MeshBuilder b, Profile profile, int sides) {
        b.push().turn(Math.PI / 2, 1, 0, 0);
        Rounds.lathe(b, profile, sides);
        b.pop();
    }

    static void disc(MeshBuilder b, double radius, double low, double high, int sides) {
        onY(b, Profile.cylinder(radius, low, high), sides);
    }

    static void discX(MeshBuilder b, double radius, double low, double high, int sides) {
        onX(b, Profile.cylinder(radius, low, high), sides);
    }

    static void discZ(MeshBuilder b, double radius, double low, double high, int sides) {
        onZ(b, Profile.cylinder(radius, low, high), sides);
    }

    /** A body along x that is the same to both sides of its middle: radius and distance from the middle in turn, from its end inwards. */
    static void bothWays(MeshBuilder b, int sides, double... half) {
        Profile profile = Profile.from(half[0], -half[1]);
        for (int i = 2; i < half.length; i += 2) {
            profile.to(half[i], -half[i + 1]);
        }
        boolean middle = half[half.length - 1] == 0;
        for (int i = half.length - (middle ? 4 : 2); i >= 0; i -= 2) {
            profile.to(half[i], half[i + 1]);
        }
        onX(b, profile, sides);
    }

    /**
     * Bolts in a circle about y, each a short cylinder along it.
     *
     * @param b gets them
     * @param bolt radius of the circle, radius of a bolt, its lower and its upper end, m
     * @param count how many
     * @param first place of the first one, as a share of the way to the next
     * @param sides of a bolt
     */
    static void bolts(MeshBuilder b, double[] bolt, int count, double first, int sides) {
        b.paint(Palette.BOLT);
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * (i + first) / count;
            b.push().move(bolt[0] * Math.cos(angle), 0, bolt[0] * Math.sin(angle));
            disc(b, bolt[1], bolt[2], bolt[3], sides);
            b.pop();
        }
    }

    static void rod(MeshBuilder b, double[] ends, double radius, int sides) {
        Rounds.rod(b, at(ends[0], ends[1], ends[2]), at(ends[3], ends[4], ends[5]), radius, sides);
    }

    static double[] line(double x0, double y0, double z0, double x1, double y1, double z1) {
        return new double[] {x0, y0, z0, x1, y1, z1};
    }
}
