package org.openots.distillation.field3d.scene.build;

import static org.openots.distillation.field3d.scene.build.Axes.at;

import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Furniture;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Steelwork;
import org.openots.distillation.field3d.scene.model.Surroundings;
import org.openots.distillation.field3d.scene.model.Vessels;
import org.openots.simulator.plot.Ground;

/** The ground, its surface, and what stands around. */
final class GroundWorks {
    private static final Paint LAWN = Paint.of(0x6B8A4E, 0.95, 0).with(Pattern.GRASS);
    private static final Paint SLABS = Paint.of(0xBEB9AF, 0.85, 0).with(Pattern.CONCRETE);
    private static final Paint ASPHALT = Paint.of(0x585A5C, 0.95, 0).with(Pattern.ASPHALT);
    private static final Paint EPOXY = Paint.of(0x8FA39A, 0.35, 0).with(Pattern.FLOOR);

    /** How far the land reaches beyond the site, m: to the haze. */
    private static final double LAND = 260;

    private final Stage stage;

    GroundWorks(Stage stage) {
        this.stage = stage;
    }

    void add(Ground ground) {
        double[] box = Axes.box(ground.area());
        surface(ground, box);
        land(box);
        for (Ground.Neighbour neighbour : ground.surroundings()) {
            neighbour(neighbour);
        }
        if (ground.kind() == Ground.Kind.HALL) {
            new HallWorks(stage, ground).add();
        } else {
            border(box);
            yardWalls(ground, box);
        }
    }

    private void surface(Ground ground, double[] box) {
        MeshBuilder b = stage.still;
        b.paint(
                switch (ground.surface()) {
                    case CONCRETE -> SLABS;
                    case ASPHALT -> ASPHALT;
                    default -> EPOXY;
                });
        // in pieces of cells, so that each lies in one
        for (double x = box[0]; x < box[2] - 1e-6; x += Cells.SIDE) {
            for (double z = box[1]; z < box[3] - 1e-6; z += Cells.SIDE) {
                double east = Math.min(box[2], x + Cells.SIDE);
                double south = Math.min(box[3], z + Cells.SIDE);
                b.face(at(x, 0, south), at(east, 0, south), at(east, 0, z), at(x, 0, z));
            }
        }
    }

    /** Grass around the site, lower than its surface by a kerb. */
    private void land(double[] box) {
        MeshBuilder b = stage.around;
        b.paint(LAWN);
        double y = -0.08;
        double[] x = {box[0] - LAND, box[0], box[2], box[2] + LAND};
        double[] z = {box[1] - LAND, box[1], box[3], box[3] + LAND};
        for (int i = 0; i < 3; i++) {
            for (int k = 0; k < 3; k++) {
                if (i != 1 || k != 1) {
                    b.face(at(x[i], y, z[k + 1]), at(x[i + 1], y, z[k + 1]), at(x[i + 1], y, z[k]), at(x[i], y, z[k]));
                }
            }
        }
    }

    /** Kerb and a yellow line along the border. */
    private void border(double[] box) {
        MeshBuilder b = stage.still;
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        double x = (box[0] + box[2]) / 2;
        double z = (box[1] + box[3]) / 2;
        for (int side = -1; side <= 1; side += 2) {
            b.paint(Palette.CONCRETE);
            Solids.box(b, x, -0.02, z + side * (d / 2 + 0.08), w + 0.32, 0.2, 0.16);
            Solids.box(b, x + side * (w / 2 + 0.08), -0.02, z, 0.16, 0.2, d);
            b.paint(Paint.of(0xE8C32A, 0.7, 0));
            Solids.box(b, x, 0.002, z + side * (d / 2 - 0.7), w - 1.4, 0.004, 0.1);
            Solids.box(b, x + side * (w / 2 - 0.7), 0.002, z, 0.1, 0.004, d - 1.4);
        }
    }

    /** One cannot leave the yard. */
    private void yardWalls(Ground ground, double[] box) {
        double w = box[2] - box[0];
        double d = box[3] - box[1];
        for (int side = -1; side <= 1; side += 2) {
            stage.block(at((box[0] + box[2]) / 2, 1.5, (box[1] + box[3]) / 2 + side * (d / 2 + 0.1)), w, 3, 0.2, 0);
            stage.block(at((box[0] + box[2]) / 2 + side * (w / 2 + 0.1), 1.5, (box[1] + box[3]) / 2), 0.2, 3, d, 0);
        }
        for (Ground.Gate gate : ground.gates()) {
            MeshBuilder b = stage.still;
            b.push().place(Axes.facing(Axes.of(gate.at()), Axes.heading(gate.heading())));
            for (int side = -1; side <= 1; side += 2) {
                b.paint(Palette.SAFETY_YELLOW.with(Pattern.HAZARD));
                Solids.box(b, side * (gate.width() / 2 + 0.1), 0.55, -0.3, 0.14, 1.1, 0.14);
            }
            b.paint(Paint.of(0xE8C32A, 0.7, 0));
            Solids.box(b, 0, 0.003, 0.1, gate.width(), 0.004, 0.12);
            b.pop();
        }
    }

    private void neighbour(Ground.Neighbour n) {
        MeshBuilder b = stage.around;
        double[] box = Axes.box(n.area());
        double x = (box[0] + box[2]) / 2;
        double z = (box[1] + box[3]) / 2;
        switch (n.kind()) {
            case TREES -> Surroundings.trees(b, box, n.height());
            case ROAD -> Surroundings.road(b, box);
            case LAWN -> {
                b.paint(LAWN);
                b.face(
                        at(box[0], -0.03, box[3]),
                        at(box[2], -0.03, box[3]),
                        at(box[2], -0.03, box[1]),
                        at(box[0], -0.03, box[1]));
            }
            case OFFICE -> Surroundings.building(b, box, n.height(), false);
            case CONTROL_ROOM -> Surroundings.building(b, box, n.height(), true);
            case PIPE_RACK -> Surroundings.rack(b, box, n.height());
            case TANK_FARM -> Surroundings.tankFarm(b, box, n.height());
            case WALL -> Surroundings.worksWall(b, box, n.height());
            case CHIMNEY -> {
                b.push().move(x, 0, z);
                Surroundings.chimney(b, Math.min(n.area().width(), n.area().depth()) / 2, n.height());
                b.pop();
            }
            case UNIT -> Surroundings.unit(b, box, n.height());
            default -> rig(n, box);
        }
    }

    /** Another rig in the same hall: a small column and tank in a steel frame, or a cabinet if it is slim. */
    private void rig(Ground.Neighbour n, double[] box) {
        MeshBuilder b = stage.still;
        double w = n.area().width();
        double d = n.area().depth();
        double x = (box[0] + box[2]) / 2;
        double z = (box[1] + box[3]) / 2;
        stage.block(at(x, n.height() / 2, z), w, n.height(), d, 0);
        b.push().move(x, 0, z);
        if (Math.min(w, d) < 0.9) {
            if (d > w) {
                b.turn(Math.PI / 2, 0, 1, 0);
            }
            Furniture.cabinet(b, Math.max(w, d), Math.min(w, d), n.height());
        } else {
            for (int i = 0; i < 4; i++) {
                double cx = ((i & 1) * 2 - 1) * (w / 2 - 0.05);
                double cz = ((i >> 1) * 2 - 1) * (d / 2 - 0.05);
                Steelwork.column(b, at(cx, 0, cz), n.height(), 0.08);
            }
            b.paint(Palette.STEEL);
            for (double y : new double[] {n.height() * 0.55, n.height() - 0.05}) {
                for (int side = -1; side <= 1; side += 2) {
                    Solids.beam(
                            b, at(-w / 2, y, side * (d / 2 - 0.05)), at(w / 2, y, side * (d / 2 - 0.05)), 0.1, 0.06);
                    Solids.beam(
                            b, at(side * (w / 2 - 0.05), y, -d / 2), at(side * (w / 2 - 0.05), y, d / 2), 0.1, 0.06);
                }
            }
            b.paint(Palette.BRUSHED);
            b.push().move(-w * 0.2, 0.5, 0);
            Vessels.upright(b, 0.09, n.height() - 0.4);
            b.pop();
            b.push().move(w * 0.22, 0.35, 0);
            Vessels.upright(b, Math.min(0.3, d * 0.3), n.height() * 0.35);
            b.paint(Palette.STEEL);
            Vessels.legs(b, Math.min(0.3, d * 0.3), 0.35, 0.2, 3);
            b.pop();
            b.push().move(w * 0.15, n.height() * 0.55 + 0.3, 0).paint(Palette.BRUSHED);
            Vessels.lying(b, 0.14, w * 0.45);
            b.pop();
        }
        b.pop();
    }
}
