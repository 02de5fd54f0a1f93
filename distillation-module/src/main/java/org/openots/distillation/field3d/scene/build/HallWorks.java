package org.openots.distillation.field3d.scene.build;

import static org.openots.distillation.field3d.scene.build.Axes.at;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3f;
import org.openots.distillation.field3d.scene.Lamp;
import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.simulator.plot.Area;
import org.openots.simulator.plot.Ground;
import org.openots.simulator.plot.Way;

/** The walls, windows, doors, roof steel and lamps of a hall. */
final class HallWorks {
    private static final double THICK = 0.24;
    private static final double DADO = 1.2;
    private static final Paint UPPER = Paint.of(0xE9E7E0, 0.85, 0);
    private static final Paint LOWER = Paint.of(0x8FB2A0, 0.7, 0);
    private static final Paint SKIRTING = Paint.of(0x4A5A54, 0.7, 0);
    private static final Paint ROOF = Paint.of(0xD6DADB, 0.7, 0.1);
    private static final Paint PANE =
            Paint.of(0xCFE4EE, 0.06, 0).with(Pattern.GLASS).clear(0.22);
    private static final Paint DOOR = Paint.of(0x6E8494, 0.5, 0.05);

    private final Stage stage;
    private final Ground ground;
    private final double[] box;

    HallWorks(Stage stage, Ground ground) {
        this.stage = stage;
        this.ground = ground;
        this.box = Axes.box(ground.area());
    }

    void add() {
        for (Way side : List.of(Way.NORTH, Way.SOUTH, Way.EAST, Way.WEST)) {
            wall(side);
        }
        roof();
        lamps();
        markings();
    }

    private double length(Way side) {
        return side == Way.NORTH || side == Way.SOUTH
                ? ground.area().width()
                : ground.area().depth();
    }

    /** Axes of a wall: x along it as its openings are measured, y up, z into the hall or out of it; origin where they begin. */
    private void axes(MeshBuilder b, Way side) {
        Area a = ground.area();
        switch (side) {
            case NORTH -> b.move(a.west(), 0, -a.north());
            case SOUTH -> b.move(a.west(), 0, -a.south()).scale(1, 1, -1);
            case EAST ->
                b.move(a.east(), 0, -a.south()).turn(Math.PI / 2, 0, 1, 0).scale(1, 1, -1);
            default -> b.move(a.west(), 0, -a.south()).turn(Math.PI / 2, 0, 1, 0);
        }
    }

    private double first(Way side) {
        return side == Way.NORTH || side == Way.SOUTH
                ? ground.area().west()
                : ground.area().south();
    }

    /** In axes of the wall z = 0 is its inner face and z = -THICK its outer one. */
    private void wall(Way side) {
        MeshBuilder b = stage.still;
        b.push();
        axes(b, side);
        double length = length(side);
        List<Area> holes = new ArrayList<>();
        for (Ground.Opening opening : ground.openings()) {
            if (opening.side() == side) {
                double from = opening.from() - first(side);
                holes.add(new Area(from, opening.sill(), from + opening.width(), opening.sill() + opening.height()));
                fill(opening, from);
            }
        }
        double high = ground.height();
        for (Area piece : StructureWorks.split(new Area(-THICK, 0, length + THICK, high), holes)) {
            for (Area band : bands(piece)) {
                b.paint(band.north() <= 0.12 + 1e-6 ? SKIRTING : band.north() <= DADO + 1e-6 ? LOWER : UPPER);
                Solids.box(
                        b,
                        (band.west() + band.east()) / 2,
                        (band.south() + band.north()) / 2,
                        -THICK / 2,
                        band.width(),
                        band.depth(),
                        THICK);
            }
        }
        b.pop();
        barrier(side, length);
    }

    private static List<Area> bands(Area piece) {
        List<Area> bands = new ArrayList<>();
        double[] cuts = {0, 0.12, DADO, 1e3};
        for (int i = 0; i < 3; i++) {
            double low = Math.max(piece.south(), cuts[i]);
            double high = Math.min(piece.north(), cuts[i + 1]);
            if (high > low + 1e-6) {
                bands.add(new Area(piece.west(), low, piece.east(), high));
            }
        }
        return bands;
    }

    private void barrier(Way side, double length) {
        Area a = ground.area();
        double half = THICK / 2;
        Vector3f middle = switch (side) {
            case NORTH -> at(a.middle(0).east(), 0, -a.north() - half);
            case SOUTH -> at(a.middle(0).east(), 0, -a.south() + half);
            case EAST -> at(a.east() + half, 0, -a.middle(0).north());
            default -> at(a.west() - half, 0, -a.middle(0).north());
        };
        middle.y = (float) ground.height() / 2;
        boolean along = side == Way.NORTH || side == Way.SOUTH;
        stage.block(middle, along ? length : THICK, ground.height(), along ? THICK : length, 0);
    }

    private void fill(Ground.Opening o, double from) {
        MeshBuilder b = stage.still;
        double w = o.width();
        double h = o.height();
        b.push().move(from + w / 2, o.sill() + h / 2, -THICK / 2);
        switch (o.kind()) {
            case WINDOW -> {
                b.paint(PANE);
                Solids.box(b, 0, 0, 0, w, h, 0.012);
                b.paint(Palette.WHITE);
                frame(b, w, h, 0.06);
                int panes = Math.max(1, (int) Math.round(w / 0.9));
                for (int i = 1; i < panes; i++) {
                    Solids.box(b, w * i / panes - w / 2, 0, 0, 0.045, h, 0.06);
                }
                Solids.box(b, 0, h * 0.18, 0, w, 0.045, 0.06);
                Solids.box(b, 0, -h / 2 - 0.015, THICK / 2 + 0.04, w + 0.1, 0.03, 0.16);
            }
            case DOOR -> {
                b.paint(Palette.GALVANISED);
                frame(b, w, h, 0.08);
                int leaves = w > 1.3 ? 2 : 1;
                for (int i = 0; i < leaves; i++) {
                    double lw = (w - 0.1) / leaves;
                    double x = leaves == 1 ? 0 : (i - 0.5) * lw;
                    b.push().move(x, -0.02, 0.03).paint(DOOR);
                    Solids.bevelled(b, lw - 0.01, h - 0.1, 0.05, 0.006);
                    b.paint(Palette.DARK_GLASS);
                    Solids.box(b, 0, h * 0.2, 0.001, lw * 0.35, h * 0.25, 0.054);
                    b.paint(Palette.STAINLESS);
                    double hx = leaves == 1 ? lw * 0.4 : (i == 0 ? lw * 0.4 : -lw * 0.4);
                    Rounds.rod(b, at(hx, -0.22, 0.07), at(hx, 0.12, 0.07), 0.014, 8);
                    Solids.box(b, 0, -h / 2 + 0.2, 0.027, lw * 0.9, 0.2, 0.003);
                    b.pop();
                }
            }
            default -> {
                b.paint(Palette.GALVANISED);
                frame(b, w, h, 0.1);
                b.paint(Paint.of(0xAEB8BE, 0.5, 0.3));
                int slats = Math.max(4, (int) (h / 0.11));
                for (int i = 0; i < slats; i++) {
                    b.push().move(0, -h / 2 + h * (i + 0.5) / slats, 0);
                    Solids.bevelled(b, w - 0.1, h / slats - 0.004, 0.03, 0.008);
                    b.pop();
                }
                b.paint(Palette.SAFETY_YELLOW.with(Pattern.HAZARD));
                Solids.box(b, 0, -h / 2 + 0.06, 0.02, w - 0.12, 0.12, 0.01);
            }
        }
        b.pop();
    }

    private static void frame(MeshBuilder b, double w, double h, double deep) {
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * (w / 2 - 0.025), 0, 0, 0.05, h, deep);
            Solids.box(b, 0, side * (h / 2 - 0.025), 0, w, 0.05, deep);
        }
    }

    /** Whether the ridge runs from west to east. */
    private boolean wide() {
        return ground.area().width() >= ground.area().depth();
    }

    private void roof() {
        MeshBuilder b = stage.still;
        Area a = ground.area();
        double span = wide() ? a.depth() : a.width();
        double length = wide() ? a.width() : a.depth();
        b.push().move(a.middle(0).east(), 0, -a.middle(0).north());
        if (!wide()) {
            b.turn(Math.PI / 2, 0, 1, 0);
        }
        double eaves = ground.height();
        double rise = Math.max(0.3, ground.ridge() - eaves);
        double slope = Math.atan2(rise, span / 2);
        double sheet = span / 2 / Math.cos(slope) + 0.4;
        for (int side = -1; side <= 1; side += 2) {
            b.paint(ROOF);
            b.push().move(0, eaves + rise / 2 + 0.2, side * (span / 4 + 0.1)).turn(side * slope, 1, 0, 0);
            Solids.box(b, 0, 0, 0, length + 0.8, 0.06, sheet);
            b.paint(Palette.STEEL);
            int purlins = Math.max(3, (int) (sheet / 1.4));
            for (int i = 0; i < purlins; i++) {
                double z = sheet * ((i + 0.5) / purlins - 0.5);
                Solids.box(b, 0, -0.1, z, length, 0.12, 0.05);
            }
            b.pop();
            gable(b, side * length / 2, eaves, rise, span);
        }
        int trusses = Math.max(2, (int) Math.round(length / 4.5) + 1);
        for (int i = 0; i < trusses; i++) {
            truss(b, length * (i / (double) (trusses - 1) - 0.5) * 0.97, eaves, rise, span);
        }
        b.pop();
    }

    private static void gable(MeshBuilder b, double x, double eaves, double rise, double span) {
        b.paint(UPPER);
        b.push().move(x + Math.signum(x) * THICK / 2, eaves, 0).turn(Math.PI / 2, 0, 1, 0);
        Solids.prism(b, new double[] {-span / 2, 0, span / 2, 0, 0, rise + 0.1}, THICK);
        b.pop();
    }

    /** A truss of angles across the hall: chords, posts, diagonals. */
    private static void truss(MeshBuilder b, double x, double eaves, double rise, double span) {
        b.paint(Palette.STEEL);
        double low = eaves - 0.15;
        int bays = Math.max(4, 2 * (int) Math.round(span / 3.2));
        for (int i = 0; i < bays; i++) {
            Vector3f bottom = at(x, low, span * ((double) i / bays - 0.5));
            Vector3f next = at(x, low, span * ((i + 1.0) / bays - 0.5));
            Vector3f top = at(x, low + 0.25 + rise * (1 - Math.abs(2.0 * i / bays - 1)), bottom.z);
            Vector3f after = at(x, low + 0.25 + rise * (1 - Math.abs(2.0 * (i + 1) / bays - 1)), next.z);
            Solids.bar(b, bottom, next, 0.09, 0.07);
            Solids.bar(b, top, after, 0.09, 0.07);
            if (i > 0) {
                Solids.bar(b, bottom, top, 0.05, 0.05);
            }
            Solids.bar(b, i < bays / 2 ? bottom : next, i < bays / 2 ? after : top, 0.05, 0.05);
        }
    }

    /** Rows of lamps under the trusses. */
    private void lamps() {
        Area a = ground.area();
        int across = Math.max(2, (int) Math.round(a.width() / 4.5));
        int along = Math.max(2, (int) Math.round(a.depth() / 4.0));
        double y = ground.height() - 0.45;
        MeshBuilder b = stage.still;
        for (int i = 0; i < across; i++) {
            for (int k = 0; k < along; k++) {
                double x = a.west() + a.width() * (i + 0.5) / across;
                double z = -(a.south() + a.depth() * (k + 0.5) / along);
                b.push().move(x, y, z).paint(Palette.WHITE);
                Solids.bevelled(b, 1.2, 0.06, 0.22, 0.015);
                b.paint(Paint.of(0xFFFBF0, 0.3, 0).shining(0.9));
                Solids.box(b, 0, -0.034, 0, 1.12, 0.012, 0.15);
                b.paint(Palette.GALVANISED);
                Solids.box(b, -0.4, 0.2, 0, 0.012, 0.34, 0.012);
                Solids.box(b, 0.4, 0.2, 0, 0.012, 0.34, 0.012);
                b.pop();
                stage.lamps.add(new Lamp(at(x, y - 0.1, z), 0xFFF6E4FF, 8));
            }
        }
    }

    /** Yellow lines along the walls mark the way that stays free. */
    private void markings() {
        MeshBuilder b = stage.still;
        b.paint(Paint.of(0xEBC21F, 0.5, 0));
        double in = 0.9;
        double x = (box[0] + box[2]) / 2;
        double z = (box[1] + box[3]) / 2;
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, x, 0.0015, side < 0 ? box[1] + in : box[3] - in, box[2] - box[0] - 2 * in, 0.003, 0.06);
            Solids.box(b, side < 0 ? box[0] + in : box[2] - in, 0.0015, z, 0.06, 0.003, box[3] - box[1] - 2 * in);
        }
    }
}
