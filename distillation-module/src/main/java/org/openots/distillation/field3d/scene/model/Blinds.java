package org.openots.distillation.field3d.scene.model;

import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Profile;

/** What closes an end that nothing is connected to, and the end without it. Pipes run along x. */
public final class Blinds {
    private Blinds() {}

    /**
     * So deep one looks into an open end: the pipe begins behind it.
     *
     * @param od outside diameter of the pipe, m
     * @return from the face of its flange, m
     */
    public static double depth(double od) {
        return Fittings.thickness(od) + od * 0.15;
    }

    /**
     * The flange of a pipe's end with its bore, its sealing face and its empty holes; the face lies in the origin, the pipe comes
     * from -x.
     *
     * @param b gets it
     * @param od outside diameter of the pipe, m
     */
    public static void flange(MeshBuilder b, double od) {
        double outer = Fittings.flange(od) / 2;
        double t = Fittings.thickness(od);
        double bore = od * 0.43;
        int sides = Fittings.sides(outer);
        Paint metal = b.paint();
        Turned.onX(
                b,
                Profile.from(od * 0.48, -t - od * 0.25)
                        .to(od * 0.6, -t)
                        .to(outer, -t)
                        .to(outer, -0.001)
                        .to(od * 0.62, -0.001),
                sides);
        b.paint(Palette.STAINLESS);
        Turned.onX(b, Profile.from(od * 0.62, -0.001).to(bore, -0.001), sides);
        b.paint(Palette.BLACK);
        Turned.onX(b, Profile.from(bore, -0.001).to(bore, 0.002 - depth(od)).to(0, 0.002 - depth(od)), sides);
        double hole = Fittings.bolt(t, od) * 1.25;
        for (double[] at : Fittings.boltPlaces(circle(od), Fittings.boltCount(od))) {
            b.push().move(0, at[0], at[1]);
            Turned.onX(b, Profile.from(hole, 0).to(0, 0), 8);
            b.pop();
        }
        b.paint(metal);
    }

    /**
     * The blind flange on it, with its bolts.
     *
     * @param b gets it
     * @param od outside diameter of the pipe, m
     */
    public static void cover(MeshBuilder b, double od) {
        double outer = Fittings.flange(od) / 2;
        double t = Fittings.thickness(od);
        b.paint(Palette.DARK_STEEL);
        Turned.discX(b, outer, 0.001, t * 1.1, Fittings.sides(outer));
        Fittings.bolts(b, circle(od), t, Fittings.boltCount(od), od >= Fittings.NUTS);
    }

    /**
     * The same taken off and laid down on a floor at the origin, y up, with two of its bolts.
     *
     * @param b gets it
     * @param od outside diameter of the pipe, m
     */
    public static void off(MeshBuilder b, double od) {
        double outer = Fittings.flange(od) / 2;
        double t = Fittings.thickness(od);
        double bolt = Fittings.bolt(t, od);
        b.paint(Palette.DARK_STEEL);
        Turned.disc(b, outer, 0.002, t * 1.1, Fittings.sides(outer));
        b.paint(Palette.BLACK);
        for (double[] at : Fittings.boltPlaces(circle(od), Fittings.boltCount(od))) {
            b.push().move(at[0], t * 1.1 + 0.0006, at[1]);
            Turned.onY(b, Profile.from(bolt * 1.25, 0).to(0, 0), 8);
            b.pop();
        }
        b.paint(Palette.BOLT);
        for (int i = 0; i < 2; i++) {
            b.push().move(outer * (1.25 + 0.3 * i), bolt * 1.75, outer * (0.5 - 0.7 * i));
            b.turn(0.5 + 0.9 * i, 0, 1, 0);
            Turned.discX(b, bolt, -2.4 * t, 2 * t, 6);
            Turned.discX(b, bolt * 1.75, -2.4 * t, -2.4 * t + bolt * 1.6, 6);
            b.pop();
        }
    }

    private static double circle(double od) {
        return (Fittings.flange(od) / 2 + od * 0.575) / 2;
    }
}
