package org.openots.distillation.field3d.scene;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.joml.Vector3f;

/** What can be wrong with a mesh. */
public final class MeshAudit {
    /** Normals are single precision: 24 bits, and a matrix or two. */
    private static final float UNIT = 1e-4f;

    /** Smaller triangles have no side one could see, m². */
    private static final float EMPTY = 1e-11f;

    private MeshAudit() {}

    /** The first mistake found, or an empty text. */
    public static String mistake(String name, Mesh mesh) {
        for (int i = 0; i < mesh.vertices(); i++) {
            Vector3f n = at(mesh.normal(), i);
            if (!(Math.abs(n.length() - 1) < UNIT)) {
                return "%s: normal %d is %s".formatted(name, i, n);
            }
            if (!at(mesh.position(), i).isFinite()) {
                return "%s: vertex %d is nowhere".formatted(name, i);
            }
            if ((mesh.surface()[i] & 0xFF) >= Pattern.values().length) {
                return "%s: vertex %d has no pattern".formatted(name, i);
            }
        }
        for (int i = 0; i < mesh.index().length; i++) {
            if (mesh.index()[i] < 0 || mesh.index()[i] >= mesh.vertices()) {
                return "%s: index %d of %d vertices".formatted(name, mesh.index()[i], mesh.vertices());
            }
        }
        for (int i = 0; i < mesh.index().length; i += 3) {
            Vector3f face = face(mesh, i);
            if (face.length() > EMPTY && face.dot(mean(mesh, i)) < 0) {
                return "%s: triangle %d at %s looks inwards"
                        .formatted(name, i / 3, at(mesh.position(), mesh.index()[i]));
            }
        }
        return "";
    }

    /** Twice the area of a triangle in the direction of its outside. */
    private static Vector3f face(Mesh mesh, int first) {
        Vector3f a = at(mesh.position(), mesh.index()[first]);
        Vector3f b = at(mesh.position(), mesh.index()[first + 1]).sub(a);
        Vector3f c = at(mesh.position(), mesh.index()[first + 2]).sub(a);
        return b.cross(c);
    }

    private static Vector3f mean(Mesh mesh, int first) {
        Vector3f sum = new Vector3f();
        for (int k = 0; k < 3; k++) {
            sum.add(at(mesh.normal(), mesh.index()[first + k]));
        }
        return sum;
    }

    private static Vector3f at(float[] numbers, int i) {
        return new Vector3f(numbers[3 * i], numbers[3 * i + 1], numbers[3 * i + 2]);
    }

    /** Volume inside a closed mesh, m³; negative if it is inside out. */
    public static double volume(Mesh mesh) {
        double sum = 0;
        for (int i = 0; i < mesh.index().length; i += 3) {
            Vector3f a = at(mesh.position(), mesh.index()[i]);
            Vector3f b = at(mesh.position(), mesh.index()[i + 1]);
            Vector3f c = at(mesh.position(), mesh.index()[i + 2]);
            sum += a.dot(b.cross(c)) / 6.0;
        }
        return sum;
    }

    /** Edges that do not have exactly one neighbour the other way round; vertices in one place are one. */
    public static long openEdges(Mesh mesh) {
        Map<String, Integer> edges = new HashMap<>();
        for (int i = 0; i < mesh.index().length; i += 3) {
            for (int k = 0; k < 3; k++) {
                String from = key(mesh, mesh.index()[i + k]);
                String to = key(mesh, mesh.index()[i + (k + 1) % 3]);
                edges.merge(from + ">" + to, 1, Integer::sum);
            }
        }
        return edges.entrySet().stream()
                .filter(edge -> {
                    String[] ends = edge.getKey().split(">", -1);
                    return edge.getValue() != 1 || edges.getOrDefault(ends[1] + ">" + ends[0], 0) != 1;
                })
                .count();
    }

    /** A place to a hundredth of a millimetre: nothing is finer. */
    private static String key(Mesh mesh, int i) {
        Vector3f p = at(mesh.position(), i).add(0, 0, 0);
        return String.format(Locale.ROOT, "%.5f %.5f %.5f", p.x + 0f, p.y + 0f, p.z + 0f)
                .replace("-0.00000", "0.00000");
    }
}
