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

    static void rod(MeshBuilder b, double[] ends, double radius, int sides) {
        Rounds.rod(b, at(ends[0], ends[1], ends[2]), at(ends[3], ends[4], ends[5]), radius, sides);
    }

    static double[] line(double x0, double y0, double z0, double x1, double y1, double z1) {
        return new double[] {x0, y0, z0, x1, y1, z1};
    }
}
