package org.openots.simulator.flowsheet;

import java.util.LinkedHashMap;
import java.util.Map;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.process.Bounds;

/** Murphree efficiencies of single trays, where they differ from the rest of their section. */
final class TrayEfficiencies {
    private TrayEfficiencies() {}

    /** By number of the tray, counted from the top; each tray once. */
    static Map<Integer, Double> read(JsonCursor section, int trays) {
        Map<Integer, Double> result = new LinkedHashMap<>();
        section.optional("trayEfficiencies")
                .ifPresent(list -> list.items().forEach(item -> {
                    int tray = item.at("tray").integer(1, trays);
                    if (result.put(tray, Quantities.read(item, "efficiency", Bounds.MURPHREE)) != null) {
                        item.at("tray").report(CommonError.JSON_DUPLICATE_NAME, tray);
                    }
                }));
        return result;
    }

    /** Transfer units of the mixed stage with this efficiency. */
    static double units(double efficiency) {
        return efficiency / (1 - efficiency);
    }
}
