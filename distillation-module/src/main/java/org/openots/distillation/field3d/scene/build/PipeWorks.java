package org.openots.distillation.field3d.scene.build;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.joml.Matrix4f;
import org.joml.Vector3f;
import org.joml.Vector3fc;
import org.openots.distillation.field3d.plan.Site;
import org.openots.distillation.field3d.scene.mesh.MeshBuilder;
import org.openots.distillation.field3d.scene.mesh.Paint;
import org.openots.distillation.field3d.scene.mesh.Rounds;
import org.openots.distillation.field3d.scene.model.Fittings;
import org.openots.distillation.field3d.scene.model.Palette;
import org.openots.simulator.plot.Inline;
import org.openots.simulator.plot.Line;

/** Pipes between their fittings, their ends, supports, colours and names. */
final class PipeWorks {
    /** A name is written on legs longer than this, m: room for the name, the arrow and a hand's width. */
    private static final double NAMED = 0.7;

    /** Nobody sees the end of a band that is thinner, m. */
    private static final double THIN = 0.004;

    private final Stage stage;
    private final BlindWorks blinds;
    private final Map<String, Site.Route> routes = new HashMap<>();

    PipeWorks(Stage stage, Site site) {
        this.stage = stage;
        this.blinds = new BlindWorks(stage, site);
    }

    void add(Site site) {
        site.routes().forEach(route -> routes.put(route.line().id(), route));
        site.routes().forEach(this::route);
        SupportWorks supports = new SupportWorks(stage);
        site.props().forEach(supports::add);
    }

    static Paint paint(Line line) {
        return line.insulation() > 0
                ? Palette.CLADDING
                : Paint.of(line.service().colour(), 0.42, 0.05);
    }

    private static int sides(double radius) {
        return radius < 0.009 ? 6 : radius < 0.025 ? 10 : radius < 0.06 ? 14 : 18;
    }

    private void route(Site.Route route) {
        List<Vector3f> course = route.points().stream().map(Axes::of).toList();
        for (Piece piece : pieces(route, course)) {
            stage.still.paint(paint(route.line()));
            Rounds.sweep(
                    stage.still,
                    piece.line(),
                    route.outside(),
                    Math.max(route.bend(), route.outside() * 1.6),
                    sides(route.outside()),
                    Rounds.Ends.of(piece.begins(), piece.stops()));
        }
        ends(route, course);
        for (int leg = 0; leg + 1 < course.size(); leg++) {
            mark(route, course.get(leg), course.get(leg + 1), leg);
            obstacle(route, course.get(leg), course.get(leg + 1));
        }
    }

    /** A stretch of pipe, and whether one sees how it begins and stops. */
    private record Piece(List<Vector3f> line, boolean begins, boolean stops) {}

    /** Whether the end of a pipe is seen: flanges hide it, not the end of its insulation. */
    private static boolean seen(Site.Route route, Site.Joint joint) {
        return route.line().insulation() > 0 || joint == Site.Joint.BORDER;
    }

    private static boolean seen(Site.Route route, Site.Fitting fitting) {
        return route.line().insulation() > 0
                || switch (fitting.plan().kind()) {
                    case REDUCER, NEEDLE_VALVE, RELIEF_VALVE -> true;
                    default -> false;
                };
    }

    /** What is pipe: the course without what is built in, shortened at flanged ends. */
    private static List<Piece> pieces(Site.Route route, List<Vector3f> course) {
        List<Piece> pieces = new ArrayList<>();
        List<Vector3f> now = new ArrayList<>();
        boolean begins = seen(route, route.start());
        now.add(course.get(0));
        for (int leg = 0; leg + 1 < course.size(); leg++) {
            boolean corner = true;
            for (Site.Fitting fitting : route.fittings()) {
                if (fitting.leg() == leg && fitting.plan().kind() != Inline.Kind.SPECTACLE_BLIND) {
                    now.add(before(fitting));
                    pieces.add(new Piece(now, begins, seen(route, fitting)));
                    begins = seen(route, fitting);
                    now = new ArrayList<>();
                    now.add(after(fitting, course));
                    // an angle valve is the corner itself
                    corner = fitting.plan().kind() != Inline.Kind.RELIEF_VALVE;
                }
            }
            if (corner) {
                now.add(course.get(leg + 1));
            }
        }
        pieces.add(new Piece(now, begins, seen(route, route.finish())));
        pieces.removeIf(piece -> length(piece.line()) < 2e-3);
        return pieces;
    }

    private static double length(List<Vector3f> piece) {
        double length = 0;
        for (int i = 0; i + 1 < piece.size(); i++) {
            length += piece.get(i).distance(piece.get(i + 1));
        }
        return length;
    }

    private static Vector3f before(Site.Fitting fitting) {
        return Axes.of(fitting.at()).fma((float) (-fitting.length() / 2), Axes.of(fitting.along()));
    }

    private static Vector3f after(Site.Fitting fitting, List<Vector3f> course) {
        Vector3f along = Axes.of(fitting.along());
        if (fitting.plan().kind() == Inline.Kind.RELIEF_VALVE) {
            along = new Vector3f(course.get(fitting.leg() + 2))
                    .sub(course.get(fitting.leg() + 1))
                    .normalize();
        }
        return Axes.of(fitting.at()).fma((float) (fitting.length() / 2), along);
    }

    private void ends(Site.Route route, List<Vector3f> course) {
        int last = course.size() - 1;
        end(route, route.start(), route.line().from(), course.get(0), course.get(1));
        end(route, route.finish(), route.line().to(), course.get(last), course.get(last - 1));
    }

    /** The end at a point of a pipe that comes from another point. */
    private void end(Site.Route route, Site.Joint joint, Line.End end, Vector3f at, Vector3f from) {
        Vector3f out = new Vector3f(at).sub(from).normalize();
        MeshBuilder b = stage.still;
        double od = 2 * route.radius();
        if (joint == Site.Joint.FLANGE) {
            b.push().place(Axes.along(at, out)).paint(Palette.GALVANISED);
            Fittings.flangePair(b, od);
            b.pop();
        } else if (joint == Site.Joint.TEE && end instanceof Line.End.Tee tee) {
            Site.Route host = routes.get(tee.line());
            double run = host == null ? od : 2 * host.outside();
            Matrix4f place = Axes.along(at, out).rotateZ((float) (Math.PI / 2));
            b.push().place(place).paint(paint(route.line()));
            Fittings.saddle(b, run, 2 * route.outside());
            b.pop();
        } else if (end instanceof Line.End.Border border) {
            mouth(route, border, at, out);
        }
    }

    private void mouth(Site.Route route, Line.End.Border border, Vector3f at, Vector3f out) {
        MeshBuilder b = stage.still;
        double od = 2 * route.radius();
        b.push().place(Axes.along(at, out)).paint(Palette.GALVANISED);
        switch (border.kind()) {
            case THROUGH -> {
                b.push().move(-0.03, 0, 0);
                Fittings.ring(b, 2 * route.outside(), 0.06, 0.03);
                b.pop();
            }
            case VENT -> {
                b.paint(paint(route.line()));
                if (Math.abs(out.y) > 0.9f) {
                    double r = od / 2;
                    Fittings.tube(b, r, -0.01, 0, 0, od * 1.6, 0, 0, od * 1.6, 0, od * 3.2, od * 0.4, 0, od * 3.2);
                }
            }
            case DRAIN -> {
                b.paint(Palette.STAINLESS);
                Fittings.reducer(b, od * 1.1, od * 1.5, 0.04);
            }
            case BLIND -> blinds.add(at, out, od);
            default -> {
                b.paint(Palette.STAINLESS);
                Fittings.reducer(b, od, od * 0.6, od * 1.2);
            }
        }
        b.pop();
        sign(border, at, out, route);
    }

    /** Where a pipe goes on to or comes from, on a small plate beside its end. */
    private void sign(Line.End.Border border, Vector3f at, Vector3f out, Site.Route route) {
        if (border.kind() != Line.Mouth.THROUGH || Math.abs(out.y) > 0.9f) {
            return;
        }
        Vector3f side = new Vector3f(out).cross(0, 1, 0).normalize();
        double height = Math.max(0.03, Math.min(0.07, route.outside()));
        Vector3f place = new Vector3f(at)
                .fma((float) (-0.12 - Stage.width(stage.words(border.text()), height) / 2), out)
                .add(0, (float) (route.outside() + height * 1.1), 0);
        stage.plate(stage.words(border.text()), Axes.facing(place, side), height, Palette.WHITE, true);
    }

    /** The name of what flows, with an arrow, in the longest free stretch of a leg. */
    private void mark(Site.Route route, Vector3f from, Vector3f to, int leg) {
        double length = from.distance(to);
        double radius = Math.max(route.outside() + 0.003, 0.016);
        double height = Math.min(0.1, radius * 1.15);
        String text = stage.words(route.line().medium());
        double need = Stage.width(text, height) + 4.5 * height;
        double[] gap = gap(route, leg, length);
        if (length < NAMED || gap[1] - gap[0] < need + 2 * route.bend()) {
            return;
        }
        Vector3f along = new Vector3f(to).sub(from).normalize();
        Vector3f middle = new Vector3f(from).fma((float) ((gap[0] + gap[1]) / 2), along);
        boolean upright = Math.abs(along.y) > 0.9f;
        boolean bands = route.line().insulation() > 0;
        MeshBuilder b = stage.still;
        b.push().place(Axes.along(middle, along));
        b.paint(bands ? Paint.of(route.line().service().colour(), 0.5, 0) : Palette.WHITE);
        double thick = radius - route.outside();
        if (thick < THIN) {
            Fittings.band(b, 2 * route.outside(), need, thick);
        } else {
            Fittings.ring(b, 2 * route.outside(), need, thick);
        }
        b.pop();
        int ink = bands && Stage.luminance(route.line().service().colour() << 8) < 120 ? Stage.CHALK : Stage.INK;
        for (int side = -1; side <= 1; side += 2) {
            write(new Writing(text, radius, height, ink), middle, along, upright, side);
        }
    }

    private record Writing(String text, double radius, double height, int ink) {}

    private void write(Writing writing, Vector3f middle, Vector3f along, boolean upright, int side) {
        Vector3f normal = upright
                ? Axes.at(side, 0, 0)
                : new Vector3f(along).cross(0, 1, 0).mul(side);
        Vector3f x = upright ? Axes.at(0, 1, 0) : new Vector3f(0, 1, 0).cross(normal);
        Vector3f y = new Vector3f(normal).cross(x);
        float way = x.dot(along) > 0 ? 1 : -1;
        double h = writing.height();
        double shift = Stage.width(writing.text(), h) / 2 + h * 0.4;
        Vector3f front = new Vector3f(middle).fma((float) (writing.radius() + 0.002), normal);
        Vector3f words = new Vector3f(front).fma((float) (-way * h * 1.1), x);
        stage.label(writing.text(), Axes.frame(words, x, y), h, writing.ink());
        Vector3f tip = new Vector3f(front).fma((float) (way * shift), x);
        Vector3f point = new Vector3f(x).mul(way);
        MeshBuilder b = stage.still;
        b.push().place(Axes.frame(tip, point, new Vector3f(normal).cross(point)));
        b.paint(new Paint(writing.ink(), Palette.BLACK.surface()));
        Fittings.arrow(b, h * 1.7);
        b.pop();
    }

    /** The longest stretch of a leg without fittings, from and to along it, m. */
    private static double[] gap(Site.Route route, int leg, double length) {
        Vector3fc start = Axes.of(route.points().get(leg));
        List<double[]> taken = new ArrayList<>();
        taken.add(new double[] {length, length});
        for (Site.Fitting fitting : route.fittings()) {
            if (fitting.leg() == leg) {
                double at = Axes.of(fitting.at()).distance(start);
                taken.add(new double[] {at - fitting.length() / 2 - 0.05, at + fitting.length() / 2 + 0.05});
            }
        }
        taken.sort((a, b) -> Double.compare(a[0], b[0]));
        double[] best = {0, 0};
        double from = 0;
        for (double[] piece : taken) {
            if (piece[0] - from > best[1] - best[0]) {
                best = new double[] {from, piece[0]};
            }
            from = Math.max(from, piece[1]);
        }
        return best;
    }

    private void obstacle(Site.Route route, Vector3f from, Vector3f to) {
        double r = route.outside();
        Vector3f way = new Vector3f(to).sub(from);
        if (Math.abs(way.y) > 0.9f * way.length()) {
            Vector3f foot = way.y > 0 ? from : to;
            stage.post(foot, r, Math.abs(way.y));
        } else {
            Vector3f middle = new Vector3f(from).add(to).mul(0.5f);
            double turn = Math.atan2(-way.z, way.x);
            stage.block(middle, Math.sqrt(way.x * way.x + way.z * way.z), 2 * r + Math.abs(way.y), 2 * r, turn);
        }
    }
}
