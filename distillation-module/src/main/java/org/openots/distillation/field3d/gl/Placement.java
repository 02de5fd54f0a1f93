package org.openots.distillation.field3d.gl;

import java.util.ArrayList;
import java.util.List;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.scene.Mesh;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.Scene;

/** Where parts are in one picture, and how they glow: their place in the scene, then their motions in order. */
final class Placement {
    private static final int FULL = 255;

    private final Part[] parts;
    private final Motion[][] motions;
    private final int[][] numbers;
    private final boolean[] shines;

    Placement(Scene scene) {
        parts = scene.parts().toArray(new Part[0]);
        List<List<Integer>> own = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            own.add(new ArrayList<>());
        }
        for (int i = 0; i < scene.motions().size(); i++) {
            own.get(scene.motions().get(i).part()).add(i);
        }
        numbers = own.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
        motions = own.stream()
                .map(list -> list.stream().map(scene.motions()::get).toArray(Motion[]::new))
                .toArray(Motion[][]::new);
        boolean[] lamps = new boolean[scene.archetypes().size()];
        for (int i = 0; i < lamps.length; i++) {
            lamps[i] = emits(scene.archetypes().get(i).mesh());
        }
        shines = new boolean[parts.length];
        for (int i = 0; i < parts.length; i++) {
            shines[i] = lamps[parts[i].archetype()];
        }
    }

    private static boolean emits(Mesh mesh) {
        for (int surface : mesh.surface()) {
            if (((surface >> 8) & FULL) != 0) {
                return true;
            }
        }
        return false;
    }

    int parts() {
        return parts.length;
    }

    Part part(int index) {
        return parts[index];
    }

    /**
     * Where a part is.
     *
     * @param index of the part
     * @param motion one number a motion of the scene, in the unit of its kind
     * @param place is set to the way from the archetype's axes to the site's
     * @return false if the part is not there
     */
    boolean place(int index, float[] motion, Matrix4f place) {
        place.set(parts[index].place());
        for (int i = 0; i < motions[index].length; i++) {
            Motion one = motions[index][i];
            float value = motion[numbers[index][i]];
            Vector3fc axis = one.axis();
            switch (one.kind()) {
                case TURN, SPIN -> place.rotate(value, axis);
                case SLIDE -> place.translate(axis.x() * value, axis.y() * value, axis.z() * value);
                case DRIP -> {
                    if (value < 0) {
                        return false;
                    }
                    place.translate(axis.x() * value, axis.y() * value, axis.z() * value);
                }
                case STRETCH -> stretch(place, axis, value);
                case SHOWN -> {
                    if (!(value > 0.5f)) {
                        return false;
                    }
                }
                default -> {
                    // SHINE and BLINK move nothing
                }
            }
        }
        return true;
    }

    /** Times I + (factor - 1) a a', a stretch along one axis. */
    private static void stretch(Matrix4f place, Vector3fc axis, float factor) {
        float f = Math.max(factor, 1e-4f) - 1;
        float x = axis.x();
        float y = axis.y();
        float z = axis.z();
        float a = 1 + f * x * x;
        float b = 1 + f * y * y;
        float c = 1 + f * z * z;
        float xy = f * x * y;
        float xz = f * x * z;
        float yz = f * y * z;
        float m00 = place.m00() * a + place.m10() * xy + place.m20() * xz;
        float m01 = place.m01() * a + place.m11() * xy + place.m21() * xz;
        float m02 = place.m02() * a + place.m12() * xy + place.m22() * xz;
        float m10 = place.m00() * xy + place.m10() * b + place.m20() * yz;
        float m11 = place.m01() * xy + place.m11() * b + place.m21() * yz;
        float m12 = place.m02() * xy + place.m12() * b + place.m22() * yz;
        float m20 = place.m00() * xz + place.m10() * yz + place.m20() * c;
        float m21 = place.m01() * xz + place.m11() * yz + place.m21() * c;
        float m22 = place.m02() * xz + place.m12() * yz + place.m22() * c;
        place.m00(m00)
                .m01(m01)
                .m02(m02)
                .m10(m10)
                .m11(m11)
                .m12(m12)
                .m20(m20)
                .m21(m21)
                .m22(m22);
    }

    /**
     * How a part glows.
     *
     * @param index of the part
     * @param motion one number a motion of the scene
     * @param seconds of the picture, s
     * @param highlight item that lights up
     * @return four bytes for {@link InstanceBatch#add}
     */
    int glow(int index, float[] motion, double seconds, int highlight) {
        int factor = FULL;
        int addend = 0;
        for (int i = 0; i < motions[index].length; i++) {
            float value = motion[numbers[index][i]];
            float shine = switch (motions[index][i].kind()) {
                case SHINE -> Math.max(0, Math.min(1, value));
                case BLINK -> value > 0.5f && seconds - Math.floor(seconds) < 0.5 ? 1 : 0;
                default -> -1;
            };
            if (shine >= 0) {
                // a mesh that says where it shines keeps to that; another shines all over
                factor = shines[index] ? Math.round(FULL * shine) : FULL;
                addend = shines[index] ? 0 : Math.round(FULL * shine);
            }
        }
        boolean lit = highlight >= 0 && parts[index].item() == highlight;
        return (factor << 24) | (addend << 16) | ((lit ? FULL : 0) << 8);
    }

    /** The largest factor by which a matrix stretches, from its columns. */
    static float scale(Matrix4f m, Vector3f column) {
        float x = m.getColumn(0, column).lengthSquared();
        float y = m.getColumn(1, column).lengthSquared();
        float z = m.getColumn(2, column).lengthSquared();
        return (float) Math.sqrt(Math.max(x, Math.max(y, z)));
    }
}
