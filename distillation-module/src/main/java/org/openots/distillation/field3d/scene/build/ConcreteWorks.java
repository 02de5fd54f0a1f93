package org.openots.distillation.field3d.scene.build;

import static org.openots.distillation.field3d.scene.build.Axes.at;

import java.util.List;
import org.joml.Vector3f;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.Pattern;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Steelwork;
import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Service;
import org.openots.simulator.plot.Structure;

/** Ring platforms, racks, walls, plinths, bunds, gullies, cable trays. */
final class ConcreteWorks {
    /** A gully longer than this lies in a lane, m. */
    private static final double LANE = 10;

    private final Stage stage;
    private final Site site;

    ConcreteWorks(Stage stage, Site site) {
        this.stage = stage;
        this.site = site;
    }

    void add(Structure structure) {
        if (structure instanceof Structure.Ring ring) {
            ring(ring);
        } else if (structure instanceof Structure.Rack rack) {
            rack(rack);
        } else if (structure instanceof Structure.Wall wall) {
            wall(wall);
        } else if (structure instanceof Structure.Plinth plinth) {
            double[] box = Axes.box(plinth.area());
            slab(box, 0, plinth.height());
            stage.block(middle(box, plinth.height() / 2), box[2] - box[0], plinth.height(), box[3] - box[1], 0);
        } else if (structure instanceof Structure.Bund bund) {
            bund(bund);
        } else if (structure instanceof Structure.Gully gully) {
            gully(gully);
        } else if (structure instanceof Structure.CableTray tray) {
            List<Vector3f> line = tray.points().stream().map(Axes::of).toList();
            Steelwork.tray(stage.still, line, tray.width());
        }
    }

    private static Vector3f middle(double[] box, double y) {
        return at((box[0] + box[2]) / 2, y, (box[1] + box[3]) / 2);
    }

    private void slab(double[] box, double low, double high) {
        MeshBuilder b = stage.still;
        b.push()
                .move((box[0] + box[2]) / 2, (low + high) / 2, (box[1] + box[3]) / 2)
                .paint(Palette.CONCRETE);
        Solids.bevelled(b, box[2] - box[0], high - low, box[3] - box[1], 0.015);
        b.pop();
    }

    /** Angle counter-clockwise from the east of a heading clockwise from the north. */
    static double angle(double heading) {
        return Math.toRadians(90 - heading);
    }

    private void ring(Structure.Ring ring) {
        Equipment around = site.plan().equipment().stream()
                .filter(e -> e.id().equals(ring.around()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no equipment " + ring.around()));
        MeshBuilder b = stage.still;
        b.push().move(around.foot().east(), ring.elevation(), -around.foot().north());
        Steelwork.ring(b, ring.inner(), ring.outer(), angle(ring.to()), angle(ring.from()));
        b.pop();
    }

    private void rack(Structure.Rack rack) {
        MeshBuilder b = stage.still;
        Vector3f from = Axes.of(rack.from());
        Vector3f to = Axes.of(rack.to());
        Vector3f along = new Vector3f(to).sub(from);
        double length = along.length();
        along.normalize();
        Vector3f across = new Vector3f(along).cross(0, 1, 0).mul((float) (rack.width() / 2));
        double top = rack.tiers().stream().mapToDouble(d -> d).max().orElse(4);
        double size = Math.max(0.12, Math.min(0.25, rack.width() * 0.08));
        int bents = Math.max(2, rack.bents());
        for (int i = 0; i < bents; i++) {
            Vector3f middle = new Vector3f(from).fma((float) (length * i / (bents - 1)), along);
            for (int side = -1; side <= 1; side += 2) {
                Vector3f foot = new Vector3f(middle).fma(side, across);
                Steelwork.column(b, foot, top + 0.3, size);
                stage.block(new Vector3f(foot).add(0, (float) top / 2, 0), size, top, size, 0);
            }
            b.paint(Palette.STEEL);
            crossbeams(rack, middle, across, size);
            if (i + 1 < bents) {
                // between the bents, for what is too slim to reach from one to the next
                Vector3f between = new Vector3f(from).fma((float) (length * (i + 0.5) / (bents - 1)), along);
                crossbeams(rack, between, across, size * 0.7);
            }
        }
        for (double tier : rack.tiers()) {
            for (int side = -1; side <= 1; side += 2) {
                Vector3f y = new Vector3f(across).mul(side).add(0, (float) (tier - size * 1.6), 0);
                b.paint(Palette.STEEL);
                Solids.beam(b, new Vector3f(from).add(y), new Vector3f(to).add(y), size, size * 0.6);
            }
            through(rack, tier, from, to);
        }
    }

    private void crossbeams(Structure.Rack rack, Vector3f middle, Vector3f across, double height) {
        for (double tier : rack.tiers()) {
            Vector3f y = at(0, tier - height / 2, 0);
            Solids.beam(
                    stage.still,
                    new Vector3f(middle).sub(across).add(y),
                    new Vector3f(middle).add(across).add(y),
                    height,
                    height * 0.7);
        }
    }

    /** Pipes of other units; their sizes go by their place in the list. */
    private void through(Structure.Rack rack, double tier, Vector3f from, Vector3f to) {
        Vector3f along = new Vector3f(to).sub(from).normalize();
        Vector3f across = new Vector3f(along).cross(0, 1, 0);
        int count = rack.through().size();
        for (int i = 0; i < count; i++) {
            Service service = rack.through().get(i);
            double radius = 0.05 + 0.035 * (i * 5 % 4);
            double off = rack.width() * ((i + 1.0) / (count + 1) - 0.5);
            Vector3f shift = new Vector3f(across).mul((float) off).add(0, (float) (tier + radius), 0);
            stage.still.paint(service == Service.STEAM ? Palette.CLADDING : Paint.of(service.colour(), 0.45, 0.05));
            Vector3f a = new Vector3f(from).add(shift).fma(-0.6f, along);
            Vector3f z = new Vector3f(to).add(shift).fma(0.6f, along);
            Rounds.rod(stage.still, a, z, radius, 12);
        }
    }

    private void wall(Structure.Wall wall) {
        Vector3f from = Axes.of(wall.from());
        Vector3f to = Axes.of(wall.to());
        Vector3f way = new Vector3f(to).sub(from);
        double length = way.length();
        Vector3f middle = new Vector3f(from).add(to).mul(0.5f).add(0, (float) wall.height() / 2, 0);
        double turn = Math.atan2(-way.z, way.x);
        MeshBuilder b = stage.still;
        b.push().move(middle.x, middle.y, middle.z).turn(turn, 0, 1, 0);
        b.paint(Paint.of(0xD8D4C8, 0.85, 0).with(Pattern.BRICK));
        Solids.box(b, 0, 0, 0, length, wall.height(), wall.thickness());
        b.paint(Palette.CONCRETE);
        Solids.box(b, 0, wall.height() / 2 + 0.03, 0, length + 0.06, 0.06, wall.thickness() + 0.08);
        b.pop();
        stage.block(middle, length, wall.height(), wall.thickness(), turn);
    }

    private void bund(Structure.Bund bund) {
        double[] box = Axes.box(bund.area());
        double thick = 0.15;
        double[][] sides = {
            {box[0] - thick, box[1] - thick, box[2] + thick, box[1]},
            {box[0] - thick, box[3], box[2] + thick, box[3] + thick},
            {box[0] - thick, box[1], box[0], box[3]},
            {box[2], box[1], box[2] + thick, box[3]}
        };
        for (double[] side : sides) {
            slab(side, 0, bund.height());
            Vector3f middle = middle(side, bund.height() / 2);
            stage.block(middle, side[2] - side[0], bund.height(), side[3] - side[1], 0);
            stage.still.paint(Palette.CONCRETE.with(Pattern.HAZARD));
            Solids.box(
                    stage.still,
                    middle.x,
                    bund.height() + 0.002,
                    middle.z,
                    side[2] - side[0],
                    0.006,
                    side[3] - side[1]);
        }
    }

    private void gully(Structure.Gully gully) {
        Vector3f from = Axes.of(gully.from());
        Vector3f to = Axes.of(gully.to());
        MeshBuilder b = stage.still;
        double length = from.distance(to);
        b.push().place(Solids.along(from, to));
        b.paint(Paint.of(0x15181A, 0.9, 0));
        Solids.box(b, 0, -0.02, length / 2, gully.width(), 0.046, length);
        b.paint(Palette.GRATING);
        Solids.box(b, 0, 0.0065, length / 2, gully.width(), 0.006, length);
        b.paint(Palette.GALVANISED);
        for (int side = -1; side <= 1; side += 2) {
            Solids.box(b, side * gully.width() / 2, 0.004, length / 2, 0.025, 0.014, length);
        }
        if (stage.outdoors && length > LANE) {
            // the lane along a long gully stays free
            b.paint(Paint.of(0xE8C32A, 0.7, 0));
            for (int side = -1; side <= 1; side += 2) {
                Solids.box(b, side * (gully.width() / 2 + 0.55), 0.002, length / 2, 0.1, 0.004, length);
            }
        }
        b.pop();
    }
}
