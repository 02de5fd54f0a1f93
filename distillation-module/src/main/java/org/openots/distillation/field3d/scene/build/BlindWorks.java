package org.openots.distillation.field3d.scene.build;

import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.model.Blinds;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.simulator.field.InspectionDefect;
import org.openots.simulator.plot.Point;

/** Ends that nothing is connected to: each is closed by a blind flange, which may be missing. */
final class BlindWorks {
    /** So far in front of its end, and to its side, a blind lies that was taken off, m. */
    private static final float AHEAD = 0.22f;

    private static final float ASIDE = 0.16f;

    private final Stage stage;
    private final Site site;

    BlindWorks(Stage stage, Site site) {
        this.stage = stage;
        this.site = site;
    }

    /** Closes an end: the middle of its face, where it points, and the outside diameter of the pipe. */
    void add(Vector3f face, Vector3f out, double od) {
        Matrix4f place = Axes.along(face, out);
        MeshBuilder b = stage.still;
        b.push().place(place).paint(Palette.GALVANISED);
        Blinds.flange(b, od);
        b.pop();
        long size = Math.round(od * 1000);
        int cover = stage.part("blind-" + size, shape -> Blinds.cover(shape, od), place, Part.WHITE, Stage.NO_ITEM);
        stage.hosts.add(InspectionDefect.NO_BLIND, face, (signal, eye) -> {
            stage.hideOn(cover, signal);
            Vector3f spot = floor(face, out);
            Matrix4f lying = new Matrix4f().translation(spot).rotateY((float) Math.atan2(-out.z, out.x));
            stage.showOn(
                    stage.part("blind-off-" + size, shape -> Blinds.off(shape, od), lying, Part.WHITE, Stage.NO_ITEM),
                    signal);
        });
    }

    /** On the floor in front of an end, where one does not stand on it; below an end that points down. */
    private Vector3f floor(Vector3f face, Vector3f out) {
        Vector3f level = new Vector3f(out.x, 0, out.z);
        Vector3f side = new Vector3f(-level.z, 0, level.x);
        Vector3f spot = new Vector3f(face).fma(AHEAD, level).fma(ASIDE, side);
        spot.y = (float) Fixed.floor(site, new Point(spot.x, -spot.z, face.y)) + 0.003f;
        return spot;
    }
}
