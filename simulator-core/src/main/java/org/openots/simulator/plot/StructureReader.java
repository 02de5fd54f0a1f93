package org.openots.simulator.plot;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;

/** Reads the structures of a plot plan. */
final class StructureReader {
    private static final LocalText CLIMBS = new LocalText("必须高于下端", "must be above the lower end");
    private static final LocalText BEYOND = new LocalText("必须大于内半径", "must be beyond the inner radius");
    private static final List<Way> SIDES = List.of(Way.NORTH, Way.EAST, Way.SOUTH, Way.WEST);
    private static final double ROUND = 360;
    private static final int MOST_BENTS = 100;

    private final Function<JsonCursor, String> column;
    private final Set<String> taken = new HashSet<>(Set.of("ground"));
    private final List<Structure> read = new ArrayList<>();

    private StructureReader(Function<JsonCursor, String> column) {
        this.column = column;
    }

    /** Reads the structures; a function reads the name of a column. */
    static List<Structure> read(JsonCursor structures, Function<JsonCursor, String> column) {
        StructureReader reader = new StructureReader(column);
        reader.each(structures, "frames", reader::frame);
        reader.each(structures, "rings", reader::ring);
        reader.each(structures, "passages", reader::passage);
        reader.each(structures, "stairs", reader::stair);
        reader.each(structures, "ladders", reader::ladder);
        reader.each(structures, "racks", reader::rack);
        reader.each(structures, "walls", reader::wall);
        reader.each(structures, "plinths", c -> new Structure.Plinth(reader.id(c), area(c), size(c, "height")));
        reader.each(structures, "bunds", c -> new Structure.Bund(reader.id(c), area(c), size(c, "height")));
        reader.each(
                structures,
                "gullies",
                c -> new Structure.Gully(reader.id(c), point(c, "from"), point(c, "to"), size(c, "width")));
        reader.each(structures, "cableTrays", reader::tray);
        return reader.read;
    }

    private void each(JsonCursor structures, String field, Function<JsonCursor, Structure> reader) {
        read.addAll(Forms.list(structures, field, reader));
    }

    private String id(JsonCursor c) {
        return Forms.id(c.at("id"), taken);
    }

    private static Point point(JsonCursor c, String field) {
        return Forms.point(c.at(field));
    }

    private static double size(JsonCursor c, String field) {
        return Forms.size(c.at(field));
    }

    private static Area area(JsonCursor c) {
        return Forms.area(c.at("area"));
    }

    private static double elevation(JsonCursor c, String field) {
        return Forms.elevation(c.at(field));
    }

    private Structure frame(JsonCursor c) {
        double foot = elevation(c, "foot");
        double top = above(c.at("top"), foot);
        return new Structure.Frame(
                id(c),
                Forms.rising(c.at("east"), 2, Forms::level),
                Forms.rising(c.at("north"), 2, Forms::level),
                foot,
                top,
                size(c, "steel"),
                c.at("floors").list(StructureReader::floor),
                Forms.list(c, "braced", side -> Forms.among(side, Way.class, SIDES)));
    }

    private static Structure.Floor floor(JsonCursor c) {
        return new Structure.Floor(
                elevation(c, "elevation"),
                area(c),
                c.at("cover").oneOf(Structure.Cover.class),
                Forms.list(c, "openings", Forms::area));
    }

    private Structure ring(JsonCursor c) {
        double inner = size(c, "inner");
        double outer = size(c, "outer");
        if (outer <= inner) {
            c.at("outer").report(CommonError.JSON_NUMBER_RANGE, outer, BEYOND);
        }
        double from = Forms.heading(c.at("from"));
        return new Structure.Ring(
                id(c),
                column.apply(c.at("around")),
                elevation(c, "elevation"),
                inner,
                outer,
                from,
                c.at("to").between(from, from + ROUND));
    }

    private Structure passage(JsonCursor c) {
        return new Structure.Passage(
                id(c), area(c), elevation(c, "elevation"), c.at("cover").oneOf(Structure.Cover.class));
    }

    private Structure stair(JsonCursor c) {
        Point foot = point(c, "foot");
        Point head = point(c, "head");
        if (head.up() <= foot.up()) {
            c.at("head").report(CommonError.JSON_NUMBER_RANGE, head.up(), CLIMBS);
        }
        return new Structure.Stair(id(c), foot, head, size(c, "width"));
    }

    private Structure ladder(JsonCursor c) {
        Point foot = point(c, "foot");
        return new Structure.Ladder(
                id(c),
                foot,
                above(c.at("top"), foot.up()),
                Forms.heading(c.at("heading")),
                Forms.some(c, "cage", JsonCursor::bool).orElse(false));
    }

    private static double above(JsonCursor c, double foot) {
        double top = Forms.elevation(c);
        if (top <= foot) {
            c.report(CommonError.JSON_NUMBER_RANGE, top, CLIMBS);
        }
        return top;
    }

    private Structure rack(JsonCursor c) {
        return new Structure.Rack(
                id(c),
                point(c, "from"),
                point(c, "to"),
                size(c, "width"),
                Forms.rising(c.at("tiers"), 1, Forms::elevation),
                c.at("bents").integer(2, MOST_BENTS),
                Forms.list(c, "through", s -> s.oneOf(Service.class)));
    }

    private Structure wall(JsonCursor c) {
        return new Structure.Wall(id(c), point(c, "from"), point(c, "to"), size(c, "height"), size(c, "thickness"));
    }

    private Structure tray(JsonCursor c) {
        JsonCursor points = c.at("points");
        List<Point> course = points.list(Forms::point);
        if (points.isArray() && course.size() < 2) {
            points.report(CommonError.JSON_TOO_FEW, course.size(), 2);
        }
        return new Structure.CableTray(id(c), course, size(c, "width"));
    }
}
