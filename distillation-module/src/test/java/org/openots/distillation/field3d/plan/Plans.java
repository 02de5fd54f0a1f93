package org.openots.distillation.field3d.plan;

import org.openots.common.json.Findings;
import org.openots.common.json.StrictJson;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.plot.PlotPlan;
import org.openots.simulator.plot.PlotReader;

/** Plot plans for tests. */
final class Plans {
    /** Two upright tanks 4 m apart, a pipe from one to the other, nothing else. */
    static final String TANKS = """
            {"id": "V-1", "kind": "tank", "text": {"zh": "罐", "en": "tank"}, "foot": [3, 5, 0], "heading": 90, "diameter": 1, "length": 1.5,
             "clearance": 0.5, "support": "legs", "finish": "stainless", "nozzles": [
              {"id": "out", "at": [0.6, 0, 1], "outwards": "ahead", "dn": 50}, {"id": "top", "at": [0, 0, 2.1], "outwards": "up", "dn": 50}]},
            {"id": "V-2", "kind": "tank", "text": {"zh": "罐", "en": "tank"}, "foot": [7, 5, 0], "heading": 90, "diameter": 1, "length": 1.5,
             "clearance": 0.5, "support": "legs", "finish": "stainless", "nozzles": [
              {"id": "in", "at": [-0.6, 0, 1], "outwards": "back", "dn": 50}, {"id": "top", "at": [0, 0, 2.1], "outwards": "up", "dn": 50}]}
            """;

    private Plans() {}

    /** A line of DN 50 from one end to another, with moves and fittings. */
    static String line(String id, String from, String to, String via, String inline) {
        return """
                {"id": "%s", "service": "water", "medium": {"zh": "水", "en": "water"}, "dn": 50, "from": %s, "to": %s,
                 "via": [%s], "inline": [%s]}""".formatted(id, from, to, via, inline);
    }

    static String nozzle(String name) {
        return "{\"nozzle\": \"" + name + "\"}";
    }

    /** A yard of 12 m by 10 m. */
    static PlotPlan yard(String equipment, String structures, String lines, String rest) {
        String json = """
                {"format": "openots-plot-plan", "formatVersion": "1.0", "plant": "test", "lengthUnit": "m", "angleUnit": "deg",
                 "ground": {"kind": "yard", "area": [0, 0, 12, 10], "surface": "concrete",
                  "gates": [{"id": "gate", "text": {"zh": "门", "en": "gate"}, "at": [6, 0, 0], "heading": 0, "width": 3}]},
                 "equipment": [%s], "structures": {%s}, "lines": [%s], %s
                 "views": [{"id": "start", "text": {"zh": "起点", "en": "start"}, "use": "start", "eye": [6, 1, 1.7], "target": [6, 5, 1.7]}]}""".formatted(equipment, structures, lines, rest);
        return PlotReader.read(StrictJson.parse("plot.json", json, Findings.throwing()), pointer -> true)
                .plan();
    }

    /** The site of a yard. */
    static Site site(String equipment, String structures, String lines, String rest) {
        return SitePlanner.resolve(yard(equipment, structures, lines, rest));
    }

    /** The plan of a shipped pack. */
    static PlotPlan shipped(String plant) {
        return PlantPack.load(PlantPack.shippedFiles(plant)).plot().orElseThrow();
    }
}
