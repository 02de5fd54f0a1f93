package org.openots.distillation.field3d.scene.build;

import java.util.HashSet;
import java.util.Set;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.plan.Sizes;
import org.openots.distillation.field3d.scene.Item;
import org.openots.distillation.field3d.scene.Motion;
import org.openots.distillation.field3d.scene.Part;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Blinds;
import org.openots.distillation.field3d.scene.model.Exchangers;
import org.openots.distillation.field3d.scene.model.Fittings;
import org.openots.distillation.field3d.scene.model.Furniture;
import org.openots.distillation.field3d.scene.model.Machines;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Vessels;
import org.openots.simulator.plot.Equipment;
import org.openots.simulator.plot.Line;

/** Vessels and machines with their nozzles, supports, name plates and turning parts. */
final class EquipmentWorks {
    private static final Paint PAINTED = Paint.of(0xC3C9CC, 0.5, 0.05);

    /** What a shaft seems to turn with at full speed, rad/s: slow enough that 30 pictures a second show it turning. */
    private static final double SPIN = 40;

    /** Columns longer than this have their tag painted on, m. */
    private static final double TALL = 10;

    private final Stage stage;
    private final Set<String> used = new HashSet<>();
    private final Vector3f start;
    private final BlindWorks blinds;

    /** The start is where name plates are best seen from. */
    EquipmentWorks(Stage stage, Site site) {
        this.stage = stage;
        this.blinds = new BlindWorks(stage, site);
        this.start = site.plan().views().isEmpty()
                ? new Vector3f()
                : Axes.of(site.plan().views().get(0).eye());
        for (Line line : site.plan().lines()) {
            note(line.from());
            note(line.to());
        }
    }

    private void note(Line.End end) {
        if (end instanceof Line.End.OnNozzle on) {
            used.add(on.equipment() + "." + on.nozzle());
        }
    }

    void add(Site.Standing standing) {
        Equipment e = standing.plan();
        Matrix4f place = Axes.frame(Axes.of(e.foot()), Axes.of(standing.ahead()), Axes.at(0, 1, 0));
        stage.still.push().place(place);
        body(e, place);
        stage.still.pop();
        for (Site.Port port : standing.ports()) {
            nozzle(e, port, place);
        }
        for (Equipment.Manhole manhole : e.manholes()) {
            manhole(e, manhole);
        }
        plate(e);
    }

    static Paint paint(Equipment e) {
        return switch (e.finish()) {
            case STAINLESS -> Palette.BRUSHED;
            case CLAD -> Palette.CLADDING;
            default -> PAINTED;
        };
    }

    private void body(Equipment e, Matrix4f place) {
        switch (e.kind()) {
            case COLUMN, SUMP, VERTICAL_VESSEL -> new UprightWorks(stage).add(e, place);
            case VERTICAL_EXCHANGER -> verticalExchanger(e, place);
            case TANK -> tank(e, place);
            case HORIZONTAL_VESSEL, EXCHANGER, KETTLE, ELECTRIC_HEATER -> lying(e, place);
            case CENTRIFUGAL_PUMP, GEAR_PUMP, FAN -> machine(e, place);
            case AIR_COOLER -> airCooler(e, place);
            case FILTER -> {
                Machines.filter(stage.still, Bodies.radius(e), e.clearance() + e.length());
                stage.post(Axes.of(e.foot()), Bodies.radius(e), e.length());
            }
            case CABINET -> cabinet(e, place);
            default -> {
                Machines.base(stage.still, e.length(), e.diameter(), Math.max(0.06, e.clearance()));
                Paint deck = Palette.CHEQUER;
                stage.still.paint(deck);
                Solids.box(
                        stage.still,
                        0,
                        Math.max(0.06, e.clearance()) - 0.003,
                        0,
                        e.length() * 0.98,
                        0.006,
                        e.diameter() * 0.94);
            }
        }
    }

    private void tank(Equipment e, Matrix4f place) {
        MeshBuilder b = stage.still;
        double r = Bodies.radius(e) + e.insulation();
        b.push().move(0, e.clearance(), 0).paint(paint(e));
        Vessels.tank(b, r, e.length());
        if (e.length() > 1.5) {
            Vessels.bands(b, r, e.length() * 0.3, e.length() * 0.8, Math.max(0.5, e.length() * 0.25));
        }
        b.pop();
        UprightWorks.support(stage, e, r);
        stage.post(place.transformPosition(new Vector3f()), r, e.clearance() + e.length());
    }

    private void verticalExchanger(Equipment e, Matrix4f place) {
        MeshBuilder b = stage.still;
        double r = Bodies.radius(e) + e.insulation();
        b.push()
                .move(0, e.clearance() + e.length() / 2, 0)
                .turn(Math.PI / 2, 0, 0, 1)
                .paint(paint(e));
        Exchangers.shellAndTube(b, r, e.length());
        b.pop();
        UprightWorks.support(stage, e, r);
        Vector3f low = place.transformPosition(Axes.at(0, e.clearance(), 0));
        stage.post(low, r, e.length());
    }

    private void lying(Equipment e, Matrix4f place) {
        MeshBuilder b = stage.still;
        double r = Bodies.radius(e) + e.insulation();
        double axis = e.clearance() + Bodies.radius(e);
        b.push().move(0, axis, 0).paint(paint(e));
        switch (e.kind()) {
            case EXCHANGER -> Exchangers.shellAndTube(b, r, e.length());
            case KETTLE -> Exchangers.kettle(b, r, e.length());
            case ELECTRIC_HEATER -> Exchangers.electric(b, r, e.length());
            default -> Vessels.lying(b, r, e.length());
        }
        b.pop();
        saddles(e, axis, r);
        stage.block(place, new double[] {-e.length() / 2, axis - r, -r}, new double[] {e.length() / 2, axis + r, r});
        if (e.support() == Equipment.Support.SADDLES || e.support() == Equipment.Support.PLINTH) {
            double w = r * 0.9;
            for (int side = -1; side <= 1; side += 2) {
                double x = side * e.length() * 0.28;
                stage.block(place, new double[] {x - 0.1, 0, -w}, new double[] {x + 0.1, axis, w});
            }
        }
    }

    private void saddles(Equipment e, double axis, double r) {
        MeshBuilder b = stage.still;
        double plinth = e.support() == Equipment.Support.HUNG || e.clearance() < 0.45 ? 0 : e.clearance() - 0.3;
        // legs are of steel, and so is what stands on the floors of a frame
        boolean steel = e.clearance() > 0.3
                && (e.support() == Equipment.Support.LEGS || e.foot().up() > 0.3);
        for (int side = -1; side <= 1; side += 2) {
            b.push().move(side * e.length() * 0.28, 0, 0);
            if (e.support() == Equipment.Support.HUNG) {
                b.paint(Palette.DARK_STEEL);
                Solids.box(b, 0, axis, 0, 0.05, 0.03, 2 * r + 0.16);
                b.push().move(0, axis, 0);
                Fittings.ring(b, 2 * r, 0.05, 0.005);
                b.pop();
            } else {
                double drop = plinth;
                if (steel) {
                    drop = Math.max(0, e.clearance() - Math.min(0.25, r * 0.6));
                    Vessels.trestle(b, drop, 2 * r + 0.06);
                } else if (plinth > 0) {
                    b.paint(Palette.CONCRETE);
                    Solids.box(b, 0, plinth / 2, 0, Math.max(0.3, r * 0.5), plinth, r * 2.1);
                }
                b.push().move(0, axis, 0).paint(Palette.STEEL);
                Vessels.saddle(b, r, axis - drop);
                b.pop();
            }
            b.pop();
        }
    }

    private void machine(Equipment e, Matrix4f place) {
        MeshBuilder b = stage.still;
        double base = Bodies.base(e);
        if (e.kind() == Equipment.Kind.FAN && e.support() == Equipment.Support.HUNG) {
            wallFan(e, place);
            return;
        }
        if (base > 0.25 && e.foot().up() > 0.3) {
            Machines.table(b, e.length() + 0.1, e.diameter() + 0.1, base);
        } else if (base > 0) {
            b.paint(Palette.CONCRETE);
            Solids.box(b, 0, base / 2, 0, e.length() + 0.1, base, e.diameter() + 0.1);
        }
        Machines.Frame frame = new Machines.Frame(e.length(), e.diameter(), Bodies.shaft(e), Bodies.front(e));
        b.push().move(0, base, 0);
        switch (e.kind()) {
            case GEAR_PUMP -> Machines.gear(b, frame);
            case FAN -> Machines.fan(b, frame);
            default -> Machines.centrifugal(b, frame);
        }
        b.pop();
        double from = -e.length() * 0.065;
        double to = Math.max(from + e.length() * 0.2, frame.front() - e.diameter() * 0.18);
        Matrix4f shaft = new Matrix4f(place)
                .translate((float) from, (float) (base + frame.shaft()), 0)
                .scale((float) (to - from), (float) (frame.shaft() * 0.13), (float) (frame.shaft() * 0.13));
        int part = stage.part("shaft", Machines::shaft, shaft, Part.WHITE, Stage.NO_ITEM);
        spin(part, e, Axes.at(1, 0, 0));
        if (e.kind() != Equipment.Kind.FAN) {
            new DriveWorks(stage).add(e, place, frame);
        }
        double w = e.diameter() / 2 + (base > 0 ? 0.05 : 0);
        double l = e.length() / 2 + (base > 0 ? 0.05 : 0);
        double top = base + frame.shaft() + Math.min(e.diameter() * 0.42, frame.shaft());
        stage.block(place, new double[] {-l, 0, -w}, new double[] {l, top, w});
    }

    /** An axial fan in a wall or duct: its axis along its heading, its length along it. */
    private void wallFan(Equipment e, Matrix4f place) {
        MeshBuilder b = stage.still;
        double r = Bodies.radius(e);
        double axis = e.clearance() + r;
        b.push().move(0, axis, 0);
        Machines.wallFan(b, r, e.length());
        b.pop();
        Matrix4f hub = new Matrix4f(place)
                .translate(0, (float) axis, 0)
                .rotateZ((float) (-Math.PI / 2))
                .scale((float) (r * 0.9), (float) Math.min(1, r), (float) (r * 0.9));
        int part = stage.part("fan-blades", Exchangers::blades, hub, Part.WHITE, Stage.NO_ITEM);
        spin(part, e, Axes.at(0, 1, 0));
        stage.block(place, new double[] {-e.length() / 2, axis - r, -r}, new double[] {e.length() / 2, axis + r, r});
    }

    private void spin(int part, Equipment e, Vector3f axis) {
        String speed = e.id() + ".SPEED";
        boolean known = stage.facts.names().containsKey(speed);
        if (known || stage.facts.names().containsKey(e.id())) {
            double[] range = {0, known ? 100 : 1};
            stage.motion(part, Motion.Kind.SPIN, known ? speed : e.id(), range, axis, new double[] {0, SPIN});
        }
    }

    private void airCooler(Equipment e, Matrix4f place) {
        double bundle = e.clearance() + 0.25;
        Exchangers.airCooler(stage.still, e.length(), e.diameter(), bundle);
        int fans = Math.max(1, (int) Math.round(e.length() / e.diameter()));
        double r = Math.min(e.diameter(), e.length() / fans) * 0.41;
        for (int i = 0; i < fans; i++) {
            Matrix4f at = new Matrix4f(place)
                    .translate((float) (((i + 0.5) / fans - 0.5) * e.length()), (float) (bundle - 0.72), 0)
                    .scale((float) r, 1, (float) r);
            int part = stage.part("fan-blades", Exchangers::blades, at, Part.WHITE, Stage.NO_ITEM);
            spin(part, e, Axes.at(0, 1, 0));
        }
        for (int i = 0; i < 4; i++) {
            double x = ((i & 1) * 2 - 1) * e.length() * 0.46;
            double z = ((i >> 1) * 2 - 1) * e.diameter() * 0.46;
            stage.block(place, new double[] {x - 0.1, 0, z - 0.1}, new double[] {x + 0.1, bundle, z + 0.1});
        }
    }

    private void cabinet(Equipment e, Matrix4f place) {
        double depth = Math.max(0.25, Math.min(0.6, e.diameter() * 0.45));
        double height = e.clearance() + e.length();
        stage.still.push().turn(Math.PI / 2, 0, 1, 0);
        Furniture.cabinet(stage.still, e.diameter(), depth, height);
        stage.still.pop();
        double w = e.diameter() / 2;
        stage.block(place, new double[] {-depth / 2, 0, -w}, new double[] {depth / 2, height, w});
    }

    private void nozzle(Equipment e, Site.Port port, Matrix4f place) {
        Vector3f face = Axes.of(port.face());
        Vector3f out = Axes.of(port.outwards());
        Matrix4f back = place.invert(new Matrix4f());
        double length =
                Bodies.neck(e, back.transformPosition(new Vector3f(face)), back.transformDirection(new Vector3f(out)));
        double od = 2 * Sizes.radius(port.dn());
        MeshBuilder b = stage.still;
        boolean machine = e.kind() == Equipment.Kind.CENTRIFUGAL_PUMP || e.kind() == Equipment.Kind.GEAR_PUMP;
        boolean free = !used.contains(e.id() + "." + port.id());
        // a blind may be missing, and one then looks into the neck
        double open = free ? Blinds.depth(od) : 0;
        b.push().place(Axes.along(face, out)).move(-open, 0, 0).paint(machine ? Palette.PUMP : paint(e));
        Vessels.neck(b, machine ? od * 1.2 : od * 1.03, length - open);
        b.pop();
        if (free) {
            blinds.add(face, out, od);
        }
    }

    private void manhole(Equipment e, Equipment.Manhole manhole) {
        double r = Bodies.radius(e) + e.insulation();
        Vector3f out = Axes.heading(manhole.heading());
        Vector3f at = Axes.of(e.foot()).add(0, (float) manhole.up(), 0).fma((float) r, out);
        double half = manhole.diameter() / 2;
        double sag = r - Math.sqrt(Math.max(0, r * r - half * half));
        stage.still.push().place(Axes.along(at, out)).paint(paint(e));
        Vessels.manhole(stage.still, manhole.diameter(), sag + 0.02);
        stage.still.pop();
    }

    /** The plate with tag and name, on the side towards the start, at a height one reads. */
    private void plate(Equipment e) {
        boolean machine = switch (e.kind()) {
            case CENTRIFUGAL_PUMP, GEAR_PUMP, FAN -> true;
            default -> false;
        };
        String name = stage.words(e.text());
        String text = name.contains(e.id()) ? name : e.id() + " " + name;
        double height = machine ? 0.04 : Math.max(0.035, Math.min(0.16, Bodies.radius(e) * 0.28));
        Plate spot = switch (e.kind()) {
            case COLUMN, SUMP, VERTICAL_VESSEL, TANK, VERTICAL_EXCHANGER, FILTER -> onUpright(e);
            case HORIZONTAL_VESSEL, EXCHANGER, KETTLE, ELECTRIC_HEATER -> onLying(e);
            case CABINET ->
                new Plate(
                        Axes.of(e.foot())
                                .add(0, (float) (e.clearance() + e.length() - 0.12), 0)
                                .fma(
                                        (float) (Math.max(0.25, Math.min(0.6, e.diameter() * 0.45)) / 2 + 0.026),
                                        Axes.heading(e.heading())),
                        Axes.heading(e.heading()));
            default -> onBase(e);
        };
        if (e.kind() == Equipment.Kind.SKID) {
            return;
        }
        Matrix4f place = Axes.facing(spot.at(), spot.facing());
        stage.plate(text, place, height, Palette.WHITE, false);
        if (e.kind() == Equipment.Kind.COLUMN && e.length() > TALL) {
            painted(e);
        }
        double w = (Stage.width(text, height) + height) / 2;
        double[][] box = {{-w, -height, -0.02}, {w, height, 0.02}, {0, 0, 0.01}};
        stage.item(e.id(), Item.Kind.EQUIPMENT, e.text(), place, box, spot.facing());
    }

    /** The tag of a tall column in letters one reads from the gate, one below the other, to all four sides. */
    private void painted(Equipment e) {
        double r = Bodies.radius(e) + e.insulation();
        double letter = r * 0.55;
        String text = String.join("\n", e.id().split(""));
        for (int side = 0; side < 4; side++) {
            Vector3f way = Axes.heading(45 + 90 * side);
            Vector3f at = Axes.of(e.foot())
                    .add(0, (float) (e.clearance() + e.length() * 0.58), 0)
                    .fma((float) (r + 0.012 + r * 0.03), way);
            stage.label(text, Axes.facing(at, way), letter, Stage.INK);
        }
    }

    private record Plate(Vector3f at, Vector3f facing) {}

    private Vector3f towards(Vector3f from) {
        Vector3f way = new Vector3f(start).sub(from);
        return Math.abs(way.x) > Math.abs(way.z)
                ? Axes.at(Math.signum(way.x), 0, 0)
                : Axes.at(0, 0, way.z < 0 ? -1 : 1);
    }

    private Plate onUpright(Equipment e) {
        double up = e.kind() == Equipment.Kind.COLUMN && e.length() > TALL
                ? e.clearance() + 1.2
                : Math.max(e.clearance() + e.length() * 0.3, Math.min(1.55, e.clearance() + e.length() * 0.6));
        double r = Bodies.radius(e) + e.insulation();
        for (Equipment.Section section : e.sections()) {
            if (up - e.clearance() >= section.from() && up - e.clearance() <= section.to()) {
                r = section.diameter() / 2 + e.insulation();
            }
        }
        Vector3f at = Axes.of(e.foot()).add(0, (float) up, 0);
        Vector3f way = towards(at);
        return new Plate(at.fma((float) (r + 0.02), way), way);
    }

    private Plate onLying(Equipment e) {
        double r = Bodies.radius(e) + e.insulation();
        Vector3f at = Axes.of(e.foot()).add(0, (float) (e.clearance() + Bodies.radius(e)), 0);
        Vector3f ahead = Axes.heading(e.heading());
        Vector3f right = new Vector3f(ahead).cross(0, 1, 0);
        if (right.dot(new Vector3f(start).sub(at)) < 0) {
            right.negate();
        }
        return new Plate(at.fma((float) (r + 0.012), right), right);
    }

    private Plate onBase(Equipment e) {
        Vector3f at = Axes.of(e.foot());
        Vector3f ahead = Axes.heading(e.heading());
        Vector3f right = new Vector3f(ahead).cross(0, 1, 0);
        if (right.dot(new Vector3f(start).sub(at)) < 0) {
            right.negate();
        }
        double base = Bodies.base(e);
        if (e.kind() == Equipment.Kind.FAN && e.support() == Equipment.Support.HUNG) {
            at.fma((float) (e.length() / 2), ahead);
            return new Plate(at.add(0, (float) (e.clearance() - 0.12), 0), ahead);
        }
        double out = e.diameter() / 2 + (base > 0 ? 0.056 : 0.012);
        double up = base > 0.09 ? base * 0.55 : base + 0.05;
        return new Plate(at.add(0, (float) up, 0).fma((float) out, right), right);
    }
}
