package org.openots.dcs.publish;

import java.util.Map;

/** Engineering units of the suite in UCUM, the Unified Code for Units of Measure (case sensitive). */
final class UnitCode {
    private static final Map<String, String> CODES = Map.ofEntries(
            Map.entry("", "1"),
            Map.entry("°C", "Cel"),
            Map.entry("degC", "Cel"),
            Map.entry("m³/h", "m3/h"),
            Map.entry("wt%", "%{mass}"),
            Map.entry("%LEL", "%{LEL}"),
            Map.entry("kPa(g)", "kPa{gauge}"),
            Map.entry("MPa(g)", "MPa{gauge}"),
            Map.entry("atm(g)", "atm{gauge}"),
            Map.entry("mol/mol", "mol/mol"),
            Map.entry("kWh", "kW.h"),
            Map.entry("kWh/kg", "kW.h/kg"));

    private UnitCode() {}

    /** The code; a unit that UCUM writes like the suite is itself. */
    static String of(String unit) {
        int per = unit.indexOf("/min");
        if (per > 0 && !unit.equals("kmol/min")) {
            return of(unit.substring(0, per)) + "/min";
        }
        return CODES.getOrDefault(unit, unit);
    }
}
