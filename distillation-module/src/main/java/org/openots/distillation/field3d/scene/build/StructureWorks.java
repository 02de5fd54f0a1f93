package org.openots.distillation.field3d.scene.build;

import static org.openots.distillation.field3d.scene.build.Axes.at;

import java.util.ArrayList;
import java.util.List;
import org.joml.Vector3f;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Solids;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.distillation.field3d.scene.model.Steelwork;
import org.openots.simulator.plot.Area;
import org.openots.simulator.plot.Structure;
import org.openots.simulator.plot.Way;

/** Steel frames and their floors, railings, ways up. */
final class StructureWorks {
    /** Thickness of grating, m. */
    private static final double GRATING = 0.03;

    /** Distance between the joists under a floor, m. */
    private static final double JOISTS = 1.0;

    private final Stage stage;
    private final Site site;

    StructureWorks(Stage stage, Site site) {
        this.stage = stage;
        this.site = site;
    }

    void add() {
        ConcreteWorks concrete = new ConcreteWorks(stage, site);
        for (Structure structure : site.plan().structures()) {
            if (structure instanceof Structure.Frame frame) {
                frame(frame);
            } else if (structure instanceof Structure.Stair stair) {
                Vector3f foot = Axes.of(stair.foot());
                Vector3f head = Axes.of(stair.head());
                Steelwork.stair(stage.still, foot, head, stair.width());
                sides(foot, head, stair.width());
            } else if (structure instanceof Structure.Ladder ladder) {
                Vector3f foot = Axes.of(ladder.foot());
                Vector3f facing = Axes.heading(ladder.heading());
                Steelwork.ladder(stage.still, foot, ladder.top(), facing, ladder.cage());
            } else {
                concrete.add(structure);
            }
        }
        for (Site.Deck deck : site.decks()) {
            if (!deck.id().equals("ground") && deck.ring().isEmpty()) {
                deck(deck);
            }
        }
        for (Site.Railing railing : site.railings()) {
            List<Vector3f> line = railing.points().stream().map(Axes::of).toList();
            Steelwork.railing(stage.still, line, true);
            for (int i = 0; i + 1 < line.size(); i++) {
                fence(line.get(i), line.get(i + 1), Steelwork.RAIL);
            }
        }
    }

    private void fence(Vector3f from, Vector3f to, double height) {
        Vector3f middle = new Vector3f(from).add(to).mul(0.5f).add(0, (float) height / 2, 0);
        Vector3f way = new Vector3f(to).sub(from);
        stage.block(middle, Math.hypot(way.x, way.z), height, 0.06, Math.atan2(-way.z, way.x));
    }

    /** Handrails of a stair keep one from falling off: short upright pieces that climb with it. */
    private void sides(Vector3f foot, Vector3f head, double width) {
        Vector3f way = new Vector3f(head).sub(foot);
        Vector3f side = new Vector3f(-way.z, 0, way.x).normalize();
        int pieces = Math.max(2, (int) Math.ceil(Math.hypot(way.x, way.z) / 0.5));
        for (int hand = -1; hand <= 1; hand += 2) {
            Vector3f out = new Vector3f(side).mul((float) (hand * (width / 2 + 0.04)));
            for (int i = 0; i < pieces; i++) {
                Vector3f from =
                        new Vector3f(foot).lerp(head, (float) i / pieces).add(out);
                Vector3f to =
                        new Vector3f(foot).lerp(head, (float) (i + 1) / pieces).add(out);
                from.y = to.y = Math.min(from.y, to.y);
                fence(from, to, Steelwork.RAIL + 0.2);
            }
        }
    }

    private void frame(Structure.Frame frame) {
        MeshBuilder b = stage.still;
        double size = frame.steel();
        for (double east : frame.east()) {
            for (double north : frame.north()) {
                Vector3f foot = at(east, frame.foot(), -north);
                Steelwork.column(b, foot, frame.top() - frame.foot(), size);
                Vector3f middle = new Vector3f(foot).add(0, (float) (frame.top() - frame.foot()) / 2, 0);
                stage.block(middle, size, frame.top() - frame.foot(), size, 0);
                if (stage.outdoors && frame.foot() < 0.01) {
                    b.paint(Palette.CONCRETE);
                    Solids.box(b, east, 0.06, -north, size * 2.6, 0.12, size * 2.6);
                }
            }
        }
        List<Double> levels = new ArrayList<>();
        for (Structure.Floor floor : frame.floors()) {
            beams(frame, floor.elevation() - thickness(floor.cover()), floor);
            levels.add(floor.elevation());
        }
        if (levels.stream().noneMatch(level -> frame.top() - level < 0.3)) {
            ring(frame, frame.top());
        }
        brace(frame, levels);
    }

    static double thickness(Structure.Cover cover) {
        return cover == Structure.Cover.CONCRETE ? 0.12 : cover == Structure.Cover.CHEQUER ? 0.008 : GRATING;
    }

    private void ring(Structure.Frame frame, double top) {
        MeshBuilder b = stage.still;
        b.paint(Palette.STEEL);
        double height = frame.steel();
        double y = top - height / 2;
        double west = frame.east().get(0);
        double east = frame.east().get(frame.east().size() - 1);
        double south = frame.north().get(0);
        double north = frame.north().get(frame.north().size() - 1);
        for (double n : frame.north()) {
            Solids.beam(b, at(west, y, -n), at(east, y, -n), height, height * 0.6);
        }
        for (double e : frame.east()) {
            Solids.beam(b, at(e, y, -south), at(e, y, -north), height, height * 0.6);
        }
    }

    private void beams(Structure.Frame frame, double under, Structure.Floor floor) {
        ring(frame, under);
        MeshBuilder b = stage.still;
        b.paint(Palette.STEEL);
        Area area = floor.area();
        double small = frame.steel() * 0.6;
        double y = under - small / 2;
        // the edge of the floor, which may stand out beyond the columns
        double[] box = Axes.box(area);
        double edge = Math.max(0.1, frame.steel() * 0.7);
        double in = 0.03;
        double ye = under + thickness(floor.cover()) - edge / 2;
        Solids.channel(b, at(box[0] + in, ye, box[1] + in), at(box[0] + in, ye, box[3] - in), edge, 0.05);
        Solids.channel(b, at(box[2] - in, ye, box[3] - in), at(box[2] - in, ye, box[1] + in), edge, 0.05);
        Solids.channel(b, at(box[2] - in, ye, box[1] + in), at(box[0] + in, ye, box[1] + in), edge, 0.05);
        Solids.channel(b, at(box[0] + in, ye, box[3] - in), at(box[2] - in, ye, box[3] - in), edge, 0.05);
        int joists = (int) Math.floor(area.width() / JOISTS);
        for (int i = 1; i < joists; i++) {
            double east = area.west() + area.width() * i / joists;
            for (double[] piece : free(east, floor)) {
                Solids.beam(b, at(east, y, -piece[1]), at(east, y, -piece[0]), small, small * 0.6);
            }
        }
    }

    /** Stretches from south to north at an east coordinate that no opening cuts. */
    private static List<double[]> free(double east, Structure.Floor floor) {
        List<double[]> pieces = new ArrayList<>();
        pieces.add(new double[] {floor.area().south() + 0.05, floor.area().north() - 0.05});
        for (Area hole : floor.openings()) {
            if (east < hole.west() - 0.05 || east > hole.east() + 0.05) {
                continue;
            }
            List<double[]> next = new ArrayList<>();
            for (double[] piece : pieces) {
                if (hole.south() > piece[0] + 0.1) {
                    next.add(new double[] {piece[0], Math.min(piece[1], hole.south())});
                }
                if (hole.north() < piece[1] - 0.1) {
                    next.add(new double[] {Math.max(piece[0], hole.north()), piece[1]});
                }
            }
            pieces = next;
        }
        pieces.removeIf(piece -> piece[1] - piece[0] < 0.1);
        return pieces;
    }

    private void brace(Structure.Frame frame, List<Double> floors) {
        List<Double> levels = new ArrayList<>();
        levels.add(frame.foot());
        floors.stream().sorted().filter(level -> level > frame.foot() + 0.5).forEach(levels::add);
        double west = frame.east().get(0);
        double east = frame.east().get(frame.east().size() - 1);
        double south = frame.north().get(0);
        double north = frame.north().get(frame.north().size() - 1);
        for (Way side : frame.braced()) {
            for (int i = 0; i + 1 < levels.size(); i++) {
                double low = levels.get(i) + (i == 0 ? 0.15 : 0);
                double high = levels.get(i + 1) - 0.15;
                Vector3f from = switch (side) {
                    case EAST -> at(east, low, -south);
                    case WEST -> at(west, low, -south);
                    case NORTH -> at(west, low, -north);
                    default -> at(west, low, -south);
                };
                boolean along = side == Way.NORTH || side == Way.SOUTH;
                List<Double> grid = along ? frame.east() : frame.north();
                Vector3f to = along ? at(grid.get(1), low, from.z) : at(from.x, low, -grid.get(1));
                Steelwork.bracing(stage.still, from, to, high - low, Math.max(0.05, frame.steel() * 0.4));
                fence(from, to, 2);
            }
        }
    }

    private void deck(Site.Deck deck) {
        MeshBuilder b = stage.still;
        b.paint(
                switch (deck.cover()) {
                    case GRATING -> Palette.GRATING;
                    case CHEQUER -> Palette.CHEQUER;
                    default -> Palette.CONCRETE;
                });
        double thick = thickness(deck.cover());
        for (Area piece : split(deck.area(), deck.holes())) {
            double[] box = Axes.box(piece);
            Solids.box(
                    b,
                    (box[0] + box[2]) / 2,
                    deck.elevation() - thick / 2,
                    (box[1] + box[3]) / 2,
                    piece.width(),
                    thick,
                    piece.depth());
        }
        for (Area hole : deck.holes()) {
            curb(hole, deck);
        }
    }

    /** The upright rim around a hole in a floor. */
    private void curb(Area hole, Site.Deck deck) {
        if (!deck.area().holds(hole.middle(0), 0)) {
            return;
        }
        MeshBuilder b = stage.still;
        b.paint(Palette.SAFETY_YELLOW);
        double[] box = Axes.box(hole);
        double y = deck.elevation() + 0.02;
        double x = (box[0] + box[2]) / 2;
        double z = (box[1] + box[3]) / 2;
        Solids.box(b, x, y, box[1], hole.width(), 0.14, 0.006);
        Solids.box(b, x, y, box[3], hole.width(), 0.14, 0.006);
        Solids.box(b, box[0], y, z, 0.006, 0.14, hole.depth());
        Solids.box(b, box[2], y, z, 0.006, 0.14, hole.depth());
    }

    /** A rectangle without holes, as rectangles. */
    static List<Area> split(Area area, List<Area> holes) {
        List<Area> pieces = new ArrayList<>();
        pieces.add(area);
        for (Area hole : holes) {
            List<Area> next = new ArrayList<>();
            for (Area piece : pieces) {
                without(piece, hole, next);
            }
            pieces = next;
        }
        return pieces;
    }

    private static void without(Area piece, Area hole, List<Area> next) {
        if (hole.east() <= piece.west()
                || hole.west() >= piece.east()
                || hole.north() <= piece.south()
                || hole.south() >= piece.north()) {
            next.add(piece);
            return;
        }
        double south = Math.max(piece.south(), hole.south());
        double north = Math.min(piece.north(), hole.north());
        if (hole.south() > piece.south()) {
            next.add(new Area(piece.west(), piece.south(), piece.east(), south));
        }
        if (hole.north() < piece.north()) {
            next.add(new Area(piece.west(), north, piece.east(), piece.north()));
        }
        if (hole.west() > piece.west()) {
            next.add(new Area(piece.west(), south, hole.west(), north));
        }
        if (hole.east() < piece.east()) {
            next.add(new Area(hole.east(), south, piece.east(), north));
        }
    }
}
