package org.openots.distillation.field3d.scene.mesh;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3f;
import org.joml.Vector3fc;

/** Round bodies: what a lathe turns, tubes along lines, rings. */
public final class Rounds {
    /** Faces that meet at less than this look like one curved surface: 40 degrees, more than a 12-sided cylinder's 30. */
    public static final double CREASE = Math.toRadians(40);

    /** Points nearer than this are one point, m: a hundredth of the thinnest wall. */
    private static final double SAME = 1e-5;

    /** Corners flatter than this are straight, and sharper ones than its complement turn back, radian. */
    private static final double STRAIGHT = 1e-3;

    private Rounds() {}

    /**
     * Turns a profile about y.
     *
     * @param b gets it
     * @param profile from the bottom up
     * @param sides at least 3
     */
    public static void lathe(MeshBuilder b, Profile profile, int sides) {
        lathe(b, profile.points(), sides, CREASE);
    }

    /**
     * Turns a profile about y; closed if the profile begins and ends on the axis or returns to where it began.
     *
     * @param b gets it
     * @param profile radius and height in turn, from the bottom up
     * @param sides at least 3
     * @param crease faces that meet at less than this angle are smoothed, radian
     */
    public static void lathe(MeshBuilder b, float[] profile, int sides, double crease) {
        int pieces = profile.length / 2 - 1;
        float[] normals = pieceNormals(profile);
        for (int piece = 0; piece < pieces; piece++) {
            float r0 = profile[2 * piece];
            float y0 = profile[2 * piece + 1];
            float r1 = profile[2 * piece + 2];
            float y1 = profile[2 * piece + 3];
            if ((r0 == r1 && y0 == y1) || (r0 == 0 && r1 == 0)) {
                continue;
            }
            float[] low = smooth(normals, piece, piece - 1, crease);
            float[] high = smooth(normals, piece, piece + 1, crease);
            float[] rim = r0 == 0 ? high : low;
            if (y0 == y1 && (r0 == 0 || r1 == 0) && rim[0] == 0) {
                disc(b, Math.max(r0, r1), y0, rim, sides);
                continue;
            }
            int[] lower = ring(b, r0, y0, low, sides);
            int[] upper = ring(b, r1, y1, high, sides);
            for (int i = 0; i < sides; i++) {
                if (r0 > 0) {
                    b.triangle(lower[i], lower[i + 1], r1 > 0 ? upper[i + 1] : upper[i]);
                }
                if (r1 > 0) {
                    b.triangle(lower[i], upper[i + 1], upper[i]);
                }
            }
        }
    }

    /** A flat end needs no corner in its middle. */
    private static void disc(MeshBuilder b, float r, float y, float[] n, int sides) {
        int[] at = ring(b, r, y, n, sides);
        for (int i = 1; i + 1 < sides; i++) {
            b.triangle(at[0], at[n[1] > 0 ? i : i + 1], at[n[1] > 0 ? i + 1 : i]);
        }
    }

    private static float[] pieceNormals(float[] profile) {
        int pieces = profile.length / 2 - 1;
        float[] normals = new float[2 * pieces];
        for (int i = 0; i < pieces; i++) {
            float dr = profile[2 * i + 2] - profile[2 * i];
            float dy = profile[2 * i + 3] - profile[2 * i + 1];
            float length = Math.max(1e-9f, (float) Math.sqrt(dr * dr + dy * dy));
            normals[2 * i] = dy / length;
            normals[2 * i + 1] = -dr / length;
        }
        return normals;
    }

    private static float[] smooth(float[] normals, int piece, int other, double crease) {
        float nr = normals[2 * piece];
        float ny = normals[2 * piece + 1];
        if (other < 0 || 2 * other >= normals.length) {
            return new float[] {nr, ny};
        }
        float dot = nr * normals[2 * other] + ny * normals[2 * other + 1];
        if (dot < Math.cos(crease)) {
            return new float[] {nr, ny};
        }
        return new float[] {nr + normals[2 * other], ny + normals[2 * other + 1]};
    }

    private static int[] ring(MeshBuilder b, float r, float y, float[] n, int sides) {
        int[] at = new int[sides + 1];
        for (int i = 0; i < sides; i++) {
            double angle = 2 * Math.PI * i / sides;
            float c = (float) Math.cos(angle);
            float s = (float) Math.sin(angle);
            at[i] = b.vertex(r * c, y, -r * s, n[0] * c, n[1], -n[0] * s);
        }
        at[sides] = at[0];
        return at;
    }

    /**
     * Part of a ring with a rectangular section, about y.
     *
     * @param b gets it
     * @param section inner radius, outer radius, low, high; m
     * @param from angle, counter-clockwise from above, 0 along x, radian
     * @param to angle, greater than from
     * @param pieces along the arc
     */
    public static void arc(MeshBuilder b, double[] section, double from, double to, int pieces) {
        float[] r = {(float) section[0], (float) section[1], (float) section[1], (float) section[0]};
        float[] y = {(float) section[2], (float) section[2], (float) section[3], (float) section[3]};
        float[] nr = {0, 1, 0, -1};
        float[] ny = {-1, 0, 1, 0};
        for (int side = 0; side < 4; side++) {
            int next = (side + 1) % 4;
            int[] here = new int[pieces + 1];
            int[] there = new int[pieces + 1];
            for (int i = 0; i <= pieces; i++) {
                double angle = from + (to - from) * i / pieces;
                float c = (float) Math.cos(angle);
                float s = (float) Math.sin(angle);
                here[i] = b.vertex(r[side] * c, y[side], -r[side] * s, nr[side] * c, ny[side], -nr[side] * s);
                there[i] = b.vertex(r[next] * c, y[next], -r[next] * s, nr[side] * c, ny[side], -nr[side] * s);
            }
            for (int i = 0; i < pieces; i++) {
                b.quad(here[i], here[i + 1], there[i + 1], there[i]);
            }
        }
        if (to - from < 2 * Math.PI - 1e-6) {
            arcEnd(b, r, y, from, true);
            arcEnd(b, r, y, to, false);
        }
    }

    private static void arcEnd(MeshBuilder b, float[] r, float[] y, double angle, boolean first) {
        float c = (float) Math.cos(angle);
        float s = (float) Math.sin(angle);
        float sign = first ? 1 : -1;
        int[] at = new int[4];
        for (int i = 0; i < 4; i++) {
            at[i] = b.vertex(r[i] * c, y[i], -r[i] * s, sign * s, 0, sign * c);
        }
        if (first) {
            b.quad(at[0], at[1], at[2], at[3]);
        } else {
            b.quad(at[3], at[2], at[1], at[0]);
        }
    }

    /**
     * A ring about y.
     *
     * @param b gets it
     * @param ring radius of the middle line, m
     * @param tube radius of the tube, m
     * @param sides along the ring
     * @param around sides of the tube
     */
    public static void torus(MeshBuilder b, double ring, double tube, int sides, int around) {
        int[][] at = new int[sides + 1][];
        for (int i = 0; i < sides; i++) {
            double angle = 2 * Math.PI * i / sides;
            float c = (float) Math.cos(angle);
            float s = (float) Math.sin(angle);
            at[i] = new int[around + 1];
            for (int k = 0; k < around; k++) {
                double turn = 2 * Math.PI * k / around;
                float out = (float) Math.cos(turn);
                float up = (float) Math.sin(turn);
                float r = (float) (ring + tube * out);
                at[i][k] = b.vertex(r * c, (float) (tube * up), -r * s, out * c, up, -out * s);
            }
            at[i][around] = at[i][0];
        }
        at[sides] = at[0];
        for (int i = 0; i < sides; i++) {
            for (int k = 0; k < around; k++) {
                b.quad(at[i][k], at[i + 1][k], at[i + 1][k + 1], at[i][k + 1]);
            }
        }
    }

    /**
     * A straight round bar.
     *
     * @param b gets it
     * @param from middle of one end
     * @param to middle of the other end
     * @param radius m
     * @param sides at least 3
     */
    public static void rod(MeshBuilder b, Vector3fc from, Vector3fc to, double radius, int sides) {
        sweep(b, List.of(from, to), radius, 0, sides);
    }

    /**
     * A wire wound about y.
     *
     * @param b gets it
     * @param coil radius of the middle line, m
     * @param wire radius, m
     * @param height m
     * @param turns how often
     */
    public static void helix(MeshBuilder b, double coil, double wire, double height, double turns) {
        List<Vector3f> line = new ArrayList<>();
        int steps = (int) Math.ceil(10 * turns);
        for (int i = 0; i <= steps; i++) {
            double angle = 2 * Math.PI * turns * i / steps;
            line.add(new Vector3f(
                    (float) (coil * Math.cos(angle)), (float) (height * i / steps), (float) (-coil * Math.sin(angle))));
        }
        tube(b, line, wire, 5, Ends.BOTH);
    }

    /**
     * A tube along a line of points, its corners rounded, its ends closed.
     *
     * @param b gets it
     * @param line at least two points
     * @param radius of the tube, m
     * @param bend radius of the corners' middle line, m; less where there is no room
     * @param sides at least 3
     */
    public static void sweep(MeshBuilder b, List<? extends Vector3fc> line, double radius, double bend, int sides) {
        sweep(b, line, radius, bend, sides, Ends.BOTH);
    }

    /** Which ends of a tube are closed: one that is hidden in something else need not be. */
    public enum Ends {
        /** Both. */
        BOTH,
        /** The first. */
        FIRST,
        /** The last. */
        LAST,
        /** None. */
        NONE;

        /**
         * The ends that are closed.
         *
         * @param first whether the first is
         * @param last whether the last is
         * @return which
         */
        public static Ends of(boolean first, boolean last) {
            return first ? last ? BOTH : FIRST : last ? LAST : NONE;
        }
    }

    /**
     * A tube along a line of points, its corners rounded.
     *
     * @param b gets it
     * @param line at least two points
     * @param radius of the tube, m
     * @param bend radius of the corners' middle line, m; less where there is no room
     * @param sides at least 3
     * @param closed which of its ends
     */
    public static void sweep(
            MeshBuilder b, List<? extends Vector3fc> line, double radius, double bend, int sides, Ends closed) {
        tube(b, rounded(line, bend, sides <= 8 ? 4 : 6), radius, sides, closed);
    }

    private static void tube(MeshBuilder b, List<Vector3f> centre, double radius, int sides, Ends closed) {
        int count = centre.size();
        if (count < 2) {
            return;
        }
        Vector3f tangent = tangentAt(centre, 0);
        Vector3f across = Math.abs(tangent.y) > 0.9f ? new Vector3f(1, 0, 0) : new Vector3f(0, 1, 0);
        int[] before = {};
        for (int i = 0; i < count; i++) {
            tangent = tangentAt(centre, i);
            across.fma(-across.dot(tangent), tangent).normalize();
            Vector3f third = tangent.cross(across, new Vector3f());
            int[] now = circle(b, centre.get(i), across, third, radius, sides);
            for (int k = 0; i > 0 && k < sides; k++) {
                b.quad(before[k], before[k + 1], now[k + 1], now[k]);
            }
            if (i == 0 && closed != Ends.LAST && closed != Ends.NONE) {
                cap(b, centre.get(i), new Vector3f(tangent).negate(), across, radius, sides);
            }
            if (i == count - 1 && closed != Ends.FIRST && closed != Ends.NONE) {
                cap(b, centre.get(i), tangent, across, radius, sides);
            }
            before = now;
        }
    }

    private static Vector3f tangentAt(List<Vector3f> centre, int i) {
        Vector3f t = new Vector3f();
        if (i > 0) {
            t.add(new Vector3f(centre.get(i)).sub(centre.get(i - 1)).normalize());
        }
        if (i < centre.size() - 1) {
            t.add(new Vector3f(centre.get(i + 1)).sub(centre.get(i)).normalize());
        }
        return t.normalize();
    }

    private static int[] circle(
            MeshBuilder b, Vector3fc centre, Vector3fc across, Vector3fc third, double radius, int sides) {
        int[] at = new int[sides + 1];
        Vector3f n = new Vector3f();
        Vector3f p = new Vector3f();
        for (int k = 0; k < sides; k++) {
            double angle = 2 * Math.PI * k / sides;
            n.set(across).mul((float) Math.cos(angle)).fma((float) Math.sin(angle), third);
            at[k] = b.vertex(p.set(n).mul((float) radius).add(centre), n);
        }
        at[sides] = at[0];
        return at;
    }

    private static void cap(
            MeshBuilder b, Vector3fc centre, Vector3fc out, Vector3fc across, double radius, int sides) {
        Vector3f third = out.cross(across, new Vector3f());
        int[] at = new int[sides];
        Vector3f p = new Vector3f();
        for (int k = 0; k < sides; k++) {
            double angle = 2 * Math.PI * k / sides;
            p.set(across).mul((float) Math.cos(angle)).fma((float) Math.sin(angle), third);
            at[k] = b.vertex(p.mul((float) radius).add(centre), out);
        }
        for (int k = 1; k + 1 < sides; k++) {
            b.triangle(at[0], at[k], at[k + 1]);
        }
    }

    /**
     * A line with its corners rounded to arcs.
     *
     * @param line points
     * @param bend radius, m; at most what the shorter neighbour leaves room for
     * @param steps pieces of a right angle
     * @return points of the rounded line, none twice
     */
    public static List<Vector3f> rounded(List<? extends Vector3fc> line, double bend, int steps) {
        List<Vector3f> done = new ArrayList<>();
        put(done, line.get(0));
        for (int i = 1; i + 1 < line.size(); i++) {
            Vector3fc corner = line.get(i);
            Vector3f in = new Vector3f(corner).sub(line.get(i - 1));
            Vector3f out = new Vector3f(line.get(i + 1)).sub(corner);
            double room = Math.min(in.length() * (i == 1 ? 1 : 0.5), out.length() * (i + 2 == line.size() ? 1 : 0.5));
            in.normalize();
            out.normalize();
            double angle = in.angle(out);
            if (room < SAME || angle < STRAIGHT || angle > Math.PI - STRAIGHT) {
                put(done, corner);
                continue;
            }
            double cut = bend * Math.tan(angle / 2);
            // a remainder shorter than the tube is thick would fold it
            cut = cut > 0.85 * room ? room : cut;
            if (cut < SAME) {
                put(done, corner);
                continue;
            }
            int pieces = Math.max(1, (int) Math.ceil(steps * angle / (Math.PI / 2) - 1e-6));
            corner(done, corner, in, out, cut, pieces);
        }
        put(done, line.get(line.size() - 1));
        return done;
    }

    private static void put(List<Vector3f> done, Vector3fc p) {
        if (done.isEmpty() || done.get(done.size() - 1).distance(p) > SAME) {
            done.add(new Vector3f(p));
        }
    }

    private static void corner(
            List<Vector3f> done, Vector3fc corner, Vector3fc in, Vector3fc out, double cut, int pieces) {
        double angle = in.angle(out);
        double radius = cut / Math.tan(angle / 2);
        Vector3f start = new Vector3f(in).mul((float) -cut).add(corner);
        Vector3f toCentre = new Vector3f(out).fma(-in.dot(out), in).normalize();
        Vector3f centre = new Vector3f(toCentre).mul((float) radius).add(start);
        for (int i = 0; i <= pieces; i++) {
            double at = angle * i / pieces;
            put(
                    done,
                    new Vector3f(centre)
                            .fma((float) (-radius * Math.cos(at)), toCentre)
                            .fma((float) (radius * Math.sin(at)), in));
        }
    }
}
