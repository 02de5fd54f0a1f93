package org.openots.simulator.automation;

import java.util.Map;
import org.openots.common.json.JsonCursor;

/**
 * What the numbers of the automation files may be where no range of an instrument says it: wide enough for any plant from
 * a laboratory to a refinery, so that what lies outside is a slip of the pen.
 */
final class Plausible {
    /** Coldest and hottest that an instrument of a plant shows: absolute zero and a furnace, degC. */
    private static final double COLDEST = -273.15;

    private static final double HOTTEST = 2000;
    /** Highest pressure or difference of pressures: 100 MPa, that of a synthesis loop several times over. */
    private static final double PRESSURE_MPA = 100;
    /** Largest flow of a stream: 10 000 t/h, as cooling water of a works. */
    private static final double FLOW_KG_PER_H = 1e7;
    /** Numbers without a unit that people type or a formula takes. */
    private static final double LARGEST_NUMBER = 1e6;
    /** What counts up over years, or has any unit. */
    private static final double LARGEST_TOTAL = 1e9;

    /** Either way from zero, by unit; flows and differences may run backwards. */
    private static final Map<String, Double> EITHER_WAY = Map.ofEntries(
            Map.entry("K", HOTTEST),
            Map.entry("kPa", PRESSURE_MPA * 1e3),
            Map.entry("MPa", PRESSURE_MPA),
            Map.entry("MPa(g)", PRESSURE_MPA),
            Map.entry("bar", PRESSURE_MPA * 10),
            Map.entry("atm", PRESSURE_MPA * 10),
            Map.entry("atm(g)", PRESSURE_MPA * 10),
            Map.entry("kg/h", FLOW_KG_PER_H),
            Map.entry("t/h", FLOW_KG_PER_H / 1e3),
            Map.entry("m³/h", FLOW_KG_PER_H / 1e2),
            Map.entry("%", 1e3),
            Map.entry("wt%", 1e2),
            Map.entry("%LEL", 1e3),
            Map.entry("kW", 1e6),
            Map.entry("mm", 1e5));

    private Plausible() {}

    /** An end of the range of an instrument in this unit; NaN after a reported mistake. */
    static double end(JsonCursor place, String unit) {
        if (unit.equals("°C")) {
            return place.between(COLDEST, HOTTEST);
        }
        double most = EITHER_WAY.getOrDefault(unit, LARGEST_TOTAL);
        return place.between(-most, most);
    }

    /** A number that somebody types or a formula takes; NaN after a reported mistake. */
    static double number(JsonCursor place) {
        return place.between(-LARGEST_NUMBER, LARGEST_NUMBER);
    }

    /** As before, not below zero. */
    static double size(JsonCursor place) {
        return place.between(0, LARGEST_NUMBER);
    }

    /** A limit on a signal that has no range of its own; NaN after a reported mistake. */
    static double limit(JsonCursor place) {
        return place.between(-LARGEST_TOTAL, LARGEST_TOTAL);
    }
}
