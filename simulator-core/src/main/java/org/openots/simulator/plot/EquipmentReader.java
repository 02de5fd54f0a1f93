package org.openots.simulator.plot;

import java.util.List;
import java.util.Set;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;

/** Reads a piece of equipment. */
final class EquipmentReader {
    /** Largest nominal diameter, mm. */
    static final int LARGEST_DN = 3000;
    /** Smallest nominal diameter: impulse tubing, mm. */
    static final int SMALLEST_DN = 4;

    private static final int MOST_TRAYS = 200;
    private static final double THICKEST = 0.5;
    private static final LocalText SPAN = new LocalText("必须高于 from", "must be above from");

    private EquipmentReader() {}

    static Equipment read(JsonCursor c, Set<String> taken) {
        return new Equipment(
                Forms.id(c.at("id"), taken),
                c.at("kind").oneOf(Equipment.Kind.class),
                c.at("text").localText(),
                Forms.point(c.at("foot")),
                Forms.heading(c.at("heading")),
                Forms.size(c.at("diameter")),
                Forms.size(c.at("length")),
                Forms.sizeOrNone(c, "clearance"),
                c.at("support").oneOf(Equipment.Support.class),
                insulation(c),
                c.at("finish").oneOf(Equipment.Finish.class),
                Forms.list(c, "sections", EquipmentReader::section),
                Forms.some(c, "trays", EquipmentReader::trays).orElse(Equipment.Trays.NONE),
                Forms.list(c, "manholes", EquipmentReader::manhole),
                nozzles(c));
    }

    /** Thickness of insulation, m; none when left out. */
    static double insulation(JsonCursor c) {
        return c.optional("insulation").map(i -> i.between(0, THICKEST)).orElse(0.0);
    }

    private static Equipment.Section section(JsonCursor c) {
        double from = c.at("from").between(0, Forms.LARGEST);
        double to = c.at("to").between(0, Forms.LARGEST);
        if (to <= from) {
            c.at("to").report(CommonError.JSON_NUMBER_RANGE, to, SPAN);
        }
        return new Equipment.Section(
                from,
                to,
                Forms.size(c.at("diameter")),
                Forms.some(c, "glass", JsonCursor::bool).orElse(false));
    }

    private static Equipment.Trays trays(JsonCursor c) {
        return new Equipment.Trays(
                c.at("count").integer(1, MOST_TRAYS), Forms.size(c.at("first")), Forms.size(c.at("spacing")));
    }

    private static Equipment.Manhole manhole(JsonCursor c) {
        return new Equipment.Manhole(
                Forms.elevation(c.at("up")), Forms.heading(c.at("heading")), Forms.size(c.at("diameter")));
    }

    private static List<Equipment.Nozzle> nozzles(JsonCursor c) {
        Set<String> names = Forms.brothers();
        return Forms.list(
                c,
                "nozzles",
                n -> new Equipment.Nozzle(
                        Forms.id(n.at("id"), names),
                        Forms.point(n.at("at")),
                        n.at("outwards").oneOf(Equipment.Side.class),
                        dn(n)));
    }

    static int dn(JsonCursor c) {
        return c.at("dn").integer(SMALLEST_DN, LARGEST_DN);
    }
}
