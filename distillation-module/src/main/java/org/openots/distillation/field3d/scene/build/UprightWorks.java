package org.openots.distillation.field3d.scene.build;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.joml.Matrix4f;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Profile;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Exchangers;
import org.openots.distillation.field3d.scene.model.Fittings;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Vessels;
import org.openots.simulator.plot.Equipment;

/** Upright shells: columns with their sections and trays, sumps with heating rods, vessels. In the axes of the equipment. */
final class UprightWorks {
    /** Distance between bands of cladding and stiffeners, m: the width of sheet metal from the coil. */
    private static final double BAND = 1.25;

    /** Columns slimmer than this are flanged together from spools, m. */
    private static final double SLIM = 0.4;

    /** Length of such a spool, m. */
    private static final double SPOOL = 0.9;

    private final Stage stage;

    UprightWorks(Stage stage) {
        this.stage = stage;
    }

    void add(Equipment e, Matrix4f place) {
        MeshBuilder b = stage.still;
        double r = Bodies.radius(e) + e.insulation();
        b.push().move(0, e.clearance(), 0);
        if (e.sections().isEmpty()) {
            b.paint(EquipmentWorks.paint(e));
            Vessels.upright(b, r, e.length());
            if (e.length() > 2) {
                Vessels.bands(b, r, Math.min(BAND, e.length() * 0.2), e.length() - 0.5, BAND);
            }
        } else {
            pieces(e);
        }
        if (e.kind() == Equipment.Kind.SUMP) {
            rods(e, r);
        }
        if (e.kind() == Equipment.Kind.COLUMN && e.length() > 8) {
            lugs(e, r);
        }
        b.pop();
        support(stage, e, r);
        stage.post(place.transformPosition(Axes.at(0, 0, 0)), r + 0.03, e.clearance() + e.length());
    }

    /** Pieces of other diameters and of glass, joined by flanges. */
    private void pieces(Equipment e) {
        List<Equipment.Section> all = new ArrayList<>();
        List<Equipment.Section> given = new ArrayList<>(e.sections());
        given.sort(Comparator.comparingDouble(Equipment.Section::from));
        double at = 0;
        for (Equipment.Section section : given) {
            if (section.from() > at + 1e-3) {
                all.add(new Equipment.Section(at, section.from(), e.diameter(), false));
            }
            all.add(section);
            at = section.to();
        }
        if (at < e.length() - 1e-3) {
            all.add(new Equipment.Section(at, e.length(), e.diameter(), false));
        }
        all = spools(e, all);
        // what stands on another piece of equipment is bolted to it
        boolean stands = e.support() == Equipment.Support.FLOOR && e.clearance() > 0.1;
        if (stands) {
            joint(all.get(0).diameter() + 1.2 * e.insulation(), 0);
        }
        for (int i = 0; i < all.size(); i++) {
            piece(e, all.get(i), i == 0 && !stands, i == all.size() - 1);
            if (i > 0) {
                joint(
                        Math.max(all.get(i - 1).diameter(), all.get(i).diameter()) + 1.2 * e.insulation(),
                        all.get(i).from());
            }
        }
        trays(e, all);
    }

    /** Slim columns are made of spools, bolted together about every metre, away from nozzles. */
    private static List<Equipment.Section> spools(Equipment e, List<Equipment.Section> pieces) {
        List<Equipment.Section> spools = new ArrayList<>();
        for (Equipment.Section piece : pieces) {
            double length = piece.to() - piece.from();
            int count = piece.diameter() > SLIM ? 1 : Math.max(1, (int) Math.round(length / SPOOL));
            double from = piece.from();
            for (int i = 1; i < count; i++) {
                double to = free(e, piece.from() + length * i / count);
                spools.add(new Equipment.Section(from, to, piece.diameter(), piece.glass()));
                from = to;
            }
            spools.add(new Equipment.Section(from, piece.to(), piece.diameter(), piece.glass()));
        }
        return spools;
    }

    private static double free(Equipment e, double wanted) {
        for (int i = 0; i < 20; i++) {
            int ring = (i + 1) / 2;
            double y = wanted + (i % 2 == 0 ? 1 : -1) * 0.02 * ring;
            boolean clear = e.nozzles().stream()
                    .noneMatch(n -> Math.abs(n.at().up() - e.clearance() - y) < 0.05 + n.dn() * 1e-3);
            if (clear) {
                return y;
            }
        }
        return wanted;
    }

    private void piece(Equipment e, Equipment.Section section, boolean first, boolean last) {
        MeshBuilder b = stage.still;
        double r = section.diameter() / 2 + (section.glass() ? 0 : e.insulation());
        double head = Math.min(r / 2, (section.to() - section.from()) / 3);
        if (section.glass()) {
            b.push().move(0, section.from(), 0);
            Vessels.glass(b, r, section.to() - section.from());
            b.pop();
            return;
        }
        b.paint(EquipmentWorks.paint(e));
        Profile profile = first
                ? Profile.from(0, section.from()).curve(r, section.from() + head, 6, false)
                : Profile.from(r, section.from());
        if (last) {
            profile.to(r, section.to() - head).curve(0, section.to(), 6, true);
        } else {
            profile.to(r, section.to());
        }
        Rounds.lathe(b, profile, r < 0.12 ? 22 : 32);
        if (e.insulation() > 0) {
            for (double y : new double[] {section.from() + 0.05, section.to() - 0.05}) {
                if (y > section.from() && y < section.to() && !(first && y < section.from() + head + 0.02)) {
                    Vessels.bands(b, r, y, y, 1);
                }
            }
        }
    }

    private void joint(double diameter, double y) {
        MeshBuilder b = stage.still;
        b.push().move(0, y, 0).turn(Math.PI / 2, 0, 0, 1).paint(Palette.STAINLESS);
        Fittings.looseFlanges(b, diameter);
        b.pop();
    }

    /** Trays show where the shell is of glass. */
    private void trays(Equipment e, List<Equipment.Section> pieces) {
        for (int i = 0; i < e.trays().count(); i++) {
            double y = e.trays().first() - i * e.trays().spacing();
            for (Equipment.Section piece : pieces) {
                if (piece.glass() && y > piece.from() + 0.02 && y < piece.to() - 0.02) {
                    stage.still.push().move(0, y, 0);
                    Vessels.tray(stage.still, piece.diameter() / 2, i % 2 == 0);
                    stage.still.pop();
                }
            }
        }
    }

    /** Flanged heating rods with terminal boxes around the lower part of a sump. */
    private void rods(Equipment e, double r) {
        MeshBuilder b = stage.still;
        double size = Math.min(0.07, r * 0.34);
        for (int i = 0; i < 3; i++) {
            b.push().turn(Math.PI / 2 + (i - 1) * 0.9, 0, 1, 0).move(r * 0.97, e.length() * 0.24, 0);
            b.paint(Palette.STAINLESS);
            b.push().move(0.05, 0, 0);
            Fittings.flangePair(b, size * 1.3);
            b.pop();
            Vessels.neck(b, size * 1.3, 0.05);
            b.push().move(0.05, 0, 0);
            Vessels.neck(b, size * 1.3, 0.08);
            Exchangers.terminal(b, size, size * 2.2);
            b.pop();
            b.pop();
        }
    }

    /** Lifting lugs and a stiffener under the top head. */
    private void lugs(Equipment e, double r) {
        MeshBuilder b = stage.still;
        b.paint(Palette.STEEL);
        for (int side = -1; side <= 1; side += 2) {
            b.push().turn(side < 0 ? Math.PI * 1.25 : Math.PI * 0.25, 0, 1, 0);
            Solids.box(b, r + 0.1, e.length() - r * 0.7, 0, 0.24, 0.3, 0.03);
            b.pop();
        }
    }

    /** What carries an upright thing, in the axes of the equipment. */
    static void support(Stage stage, Equipment e, double r) {
        MeshBuilder b = stage.still;
        if (e.clearance() <= 0.005) {
            return;
        }
        b.push().move(0, e.clearance(), 0);
        switch (e.support()) {
            case SKIRT -> Vessels.skirt(b, r, e.clearance());
            case LEGS -> {
                b.paint(e.finish() == Equipment.Finish.STAINLESS ? Palette.STAINLESS : Palette.STEEL);
                Vessels.legs(b, r, e.clearance(), Math.min(e.length() * 0.35, r * 1.2 + 0.1), r < 0.25 ? 3 : 4);
            }
            case HUNG -> {
                b.paint(Palette.DARK_STEEL);
                for (int i = 0; i < 4; i++) {
                    b.push().turn(Math.PI / 2 * i + Math.PI / 4, 0, 1, 0);
                    Solids.box(b, r + 0.04, e.length() * 0.55, 0, 0.12, 0.015, 0.08);
                    Solids.box(b, r + 0.03, e.length() * 0.55 - 0.045, 0, 0.09, 0.08, 0.008);
                    b.pop();
                }
            }
            case PLINTH -> {
                b.paint(Palette.CONCRETE);
                double side = 2.3 * r;
                Solids.box(b, 0, -e.clearance() / 2, 0, side, e.clearance(), side);
            }
            default -> {
                // stands on the floor or on another piece
            }
        }
        b.pop();
    }
}
