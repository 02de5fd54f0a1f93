package org.openots.distillation.field3d.scene.model;

import static org.openots.distillation.field3d.scene.model.Turned.at;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;

/** Flanges, reducers, supports: what a pipe is joined and held with. Pipes run along x. */
public final class Fittings {
    /** Pipes of this diameter and more have bolts with nuts that one sees, m. */
    static final double NUTS = 0.045;

    private Fittings() {}

    /**
     * Outside of a flange for a pipe: DN50 to DN150 of HG/T 20592 PN16 within 10 mm, small bores as slim as couplings.
     *
     * @param od outside diameter of the pipe, m
     * @return diameter of the flange, m
     */
    public static double flange(double od) {
        return od < 0.045 ? 2.1 * od + 0.024 : 1.15 * od + 0.078;
    }

    /**
     * Thickness of one flange.
     *
     * @param od outside diameter of the pipe, m
     * @return m
     */
    public static double thickness(double od) {
        return od < 0.045 ? 0.011 : 0.014 + 0.05 * Math.min(od, 0.3);
    }

    static int sides(double radius) {
        return radius < 0.03 ? 10 : radius < 0.07 ? 14 : radius < 0.2 ? 18 : radius < 0.6 ? 24 : 32;
    }

    /**
     * Two flanges with gasket, bolts and nuts about the origin.
     *
     * @param b gets it
     * @param od outside diameter of the pipe, m
     */
    public static void flangePair(MeshBuilder b, double od) {
        double t = thickness(od);
        flanges(b, od, t + (od < 0.045 ? 0.006 : 0.35 * od * 0.5 + 0.008));
    }

    /**
     * Two loose flanges without necks about the origin, with gasket and bolts: between spools and glass of a column.
     *
     * @param b gets it
     * @param od outside diameter of the shell, m
     */
    public static void looseFlanges(MeshBuilder b, double od) {
        flanges(b, od, thickness(od) + 0.002);
    }

    private static void flanges(MeshBuilder b, double od, double neck) {
        double r = od / 2;
        double outer = flange(od) / 2;
        double t = thickness(od);
        int sides = sides(outer);
        Paint metal = b.paint();
        Turned.onX(
                b,
                Profile.from(r * 0.96, -neck)
                        .to(r * 1.22, -t - 0.001)
                        .to(outer, -t)
                        .to(outer, -0.0015),
                sides);
        Turned.onX(
                b,
                Profile.from(outer, 0.0015).to(outer, t).to(r * 1.22, t + 0.001).to(r * 0.96, neck),
                sides);
        b.paint(Palette.GASKET);
        // as wide as the flanges, nearly: what lies in the gap behind it need not be there
        Turned.onX(b, Profile.from(outer * 0.985, -0.002).to(outer * 0.985, 0.002), sides);
        bolts(b, (outer + r * 1.15) / 2, t, boltCount(od), od >= NUTS);
        b.paint(metal);
    }

    static int boltCount(double od) {
        return od < 0.1 ? 4 : od < 0.25 ? 8 : od < 0.5 ? 12 : 16;
    }

    /** Radius of a bolt of a flange of some thickness, m. */
    static double bolt(double half, double od) {
        return od >= NUTS ? Math.min(0.011, 0.004 + half * 0.22) : 0.0045;
    }

    /** Where the bolts of a circle about x are: y and z of each, m. */
    static double[][] boltPlaces(double circle, int count) {
        double[][] places = new double[count][];
        for (int i = 0; i < count; i++) {
            double angle = 2 * Math.PI * (i + 0.5) / count;
            places[i] = new double[] {circle * Math.cos(angle), circle * Math.sin(angle)};
        }
        return places;
    }

    static void bolts(MeshBuilder b, double circle, double half, int count, boolean nuts) {
        b.paint(Palette.BOLT);
        double size = bolt(half, nuts ? NUTS : 0);
        for (double[] at : boltPlaces(circle, count)) {
            b.push().move(0, at[0], at[1]);
            // one piece from nut to nut: what is between them is hidden in the flanges
            double out = half + size * (nuts ? 1.8 : 1.3);
            Turned.onX(b, Profile.cylinder(size * (nuts ? 1.7 : 1.3), -out, out), 6);
            b.pop();
        }
    }

    /**
     * A cone between two bores about the origin.
     *
     * @param b gets it
     * @param from outside diameter at -length / 2, m
     * @param to outside diameter at length / 2, m
     * @param length m
     */
    public static void reducer(MeshBuilder b, double from, double to, double length) {
        double h = length / 2;
        Turned.onX(
                b,
                Profile.from(from * 0.5, -h)
                        .to(from * 0.505, -h)
                        .to(from * 0.505, -h * 0.7)
                        .to(to * 0.505, h * 0.7)
                        .to(to * 0.505, h)
                        .to(to * 0.5, h),
                sides(Math.max(from, to) / 2));
    }

    /**
     * The weld collar where a branch leaves a pipe: the branch along y from the pipe's middle.
     *
     * @param b gets it
     * @param run outside diameter of the run, m
     * @param branch outside diameter of the branch, m
     */
    public static void saddle(MeshBuilder b, double run, double branch) {
        double r = branch / 2;
        Turned.onY(
                b,
                Profile.from(Math.min(r * 1.5, run * 0.49), run * 0.35)
                        .to(Math.min(r * 1.35, run * 0.49), run * 0.5)
                        .to(r * 1.02, run * 0.5 + r * 0.45)
                        .to(r * 0.9, run * 0.5 + r * 0.5),
                sides(r));
    }

    /**
     * A ring around a pipe: a clamp, a band, the end of insulation.
     *
     * @param b gets it
     * @param od outside diameter of the pipe, m
     * @param length along x, m
     * @param thick over the pipe, m
     */
    public static void ring(MeshBuilder b, double od, double length, double thick) {
        double r = od / 2;
        double h = length / 2;
        Turned.onX(
                b, Profile.from(r * 0.9, -h).to(r + thick, -h).to(r + thick, h).to(r * 0.9, h), Math.max(12, sides(r)));
    }

    /**
     * Paint or a sticker around a pipe: a ring so thin that its ends are not seen.
     *
     * @param b gets it
     * @param od outside diameter of the pipe, m
     * @param length along x, m
     * @param thick over the pipe, m
     */
    public static void band(MeshBuilder b, double od, double length, double thick) {
        double r = od / 2 + thick;
        Turned.onX(b, Profile.from(r, -length / 2).to(r, length / 2), Math.max(12, sides(od / 2)));
    }

    /**
     * A post under a low pipe: base plate, post, saddle and clamp. The pipe's middle lies in the origin.
     *
     * @param b gets it
     * @param od outside diameter of the pipe with insulation, m
     * @param height from the floor to the pipe's middle, m
     */
    public static void post(MeshBuilder b, double od, double height) {
        double r = od / 2;
        double size = Math.max(0.035, Math.min(0.1, od * 0.6));
        b.paint(Palette.DARK_STEEL);
        Solids.box(b, 0, -height + 0.006, 0, size * 2.4, 0.012, size * 2.4);
        if (height - r > 0.06) {
            double top = -r - 0.012;
            Solids.box(b, 0, (top - height) / 2, 0, size, top + height - 0.012, size);
            Solids.box(b, 0, top + 0.004, 0, size * 1.5, 0.014, Math.max(size * 1.3, od * 0.9));
        }
        b.paint(Palette.BOLT);
        ring(b, od, Math.min(0.03, od * 0.5), 0.004);
    }

    /**
     * The head of a tall post: a short beam across the pipe, with a clamp. The pipe's middle lies in the origin.
     *
     * @param b gets it
     * @param od outside diameter of the pipe with insulation, m
     * @param size of the post, m
     */
    public static void tee(MeshBuilder b, double od, double size) {
        double r = od / 2;
        b.paint(Palette.STEEL);
        double beam = size * 0.7;
        double wide = Math.max(size * 2.2, od * 1.7);
        Solids.beam(b, at(0, -r - beam / 2, -wide / 2), at(0, -r - beam / 2, wide / 2), beam, beam * 0.7);
        b.paint(Palette.BOLT);
        ring(b, od, Math.min(0.04, od * 0.5), 0.004);
    }

    /**
     * A hanger: a rod down to a ring around the pipe. The pipe's middle lies in the origin.
     *
     * @param b gets it
     * @param od outside diameter of the pipe with insulation, m
     * @param height from the pipe's middle up to what it hangs from, m
     */
    public static void hanger(MeshBuilder b, double od, double height) {
        b.paint(Palette.GALVANISED);
        ring(b, od, 0.025, 0.004);
        Rounds.rod(b, at(0, od / 2, 0), at(0, height, 0), 0.006, 6);
        Solids.box(b, 0, height - 0.01, 0, 0.06, 0.02, 0.06);
    }

    /**
     * A shoe under an insulated pipe on a rack: the pipe's middle in the origin, the steel below.
     *
     * @param b gets it
     * @param od outside diameter of the pipe with insulation, m
     * @param below from the middle to the steel, m
     */
    public static void shoe(MeshBuilder b, double od, double below) {
        b.paint(Palette.DARK_STEEL);
        double top = od / 2 * 0.8;
        Solids.box(b, 0, -(top + below) / 2, 0, 0.15, below - top, 0.012);
        Solids.box(b, 0, -below + 0.006, 0, 0.2, 0.012, 0.09);
    }

    /**
     * The figure-eight plate between two flanges about the origin, its other eye along y.
     *
     * @param b gets it
     * @param od outside diameter of the pipe, m
     */
    public static void spectacle(MeshBuilder b, double od) {
        double r = flange(od) / 2;
        double eye = od * 0.85;
        flangePair(b, od);
        b.paint(Palette.SAFETY_RED);
        Turned.discX(b, eye, -0.004, 0.004, 18);
        Solids.box(b, 0, r + 0.02, 0, 0.008, 0.06 + od * 0.2, od * 0.45);
        b.push().move(0, r + eye + 0.03, 0).turn(-Math.PI / 2, 0, 0, 1);
        Rounds.arc(b, new double[] {od * 0.45, eye, -0.004, 0.004}, 0, 2 * Math.PI, 18);
        b.pop();
    }

    /**
     * A bent line of small bore, for impulse lines, air tubes, drains.
     *
     * @param b gets it
     * @param radius m
     * @param points x, y, z in turn
     */
    public static void tube(MeshBuilder b, double radius, double... points) {
        List<Vector3f> line = new ArrayList<>();
        for (int i = 0; i < points.length; i += 3) {
            line.add(at(points[i], points[i + 1], points[i + 2]));
        }
        Rounds.sweep(b, line, radius, radius * 3, radius < 0.012 ? 6 : 8);
    }

    /**
     * An arrow along +x in the plane of x and y, read from +z, about the origin.
     *
     * @param b gets it
     * @param length m
     */
    public static void arrow(MeshBuilder b, double length) {
        double h = length / 2;
        Solids.box(b, -h * 0.35, 0, 0, h * 1.3, h * 0.28, 0.003);
        Solids.prism(b, new double[] {h * 0.25, -h * 0.42, h, 0, h * 0.25, h * 0.42}, 0.003);
    }
}
