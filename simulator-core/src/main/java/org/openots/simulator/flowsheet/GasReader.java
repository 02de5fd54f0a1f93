package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;
import static org.openots.simulator.flowsheet.Quantities.tag;
import static org.openots.simulator.flowsheet.Quantities.text;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.error.CommonError;
import org.openots.common.json.JsonCursor;
import org.openots.common.json.NameForm;
import org.openots.simulator.equipment.GasDetection;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.VariableSink;

/** Reads the room around the plant and its gas detectors. */
final class GasReader {
    private final FlowsheetDraft draft;
    private final VariableSink variables;

    GasReader(FlowsheetDraft draft, VariableSink variables) {
        this.draft = draft;
        this.variables = variables;
    }

    void detection(JsonCursor n) {
        List<GasDetection.Zone> zones = new ArrayList<>();
        List<String> names = new ArrayList<>();
        for (JsonCursor z : n.at("zones").items()) {
            List<GasDetection.Release> releases = new ArrayList<>();
            for (JsonCursor r : z.at("releases").items()) {
                draft.rules.released(r.at("share"), text(r, "vent"));
                releases.add(new GasDetection.Release(draft.source(r, "vent"), read(r, "share", Bounds.FRACTION)));
            }
            String name = NameForm.ELEMENT.read(z.at("id"));
            if (names.contains(name)) {
                z.at("id").report(CommonError.JSON_DUPLICATE_NAME, name);
            }
            names.add(name);
            zones.add(new GasDetection.Zone(
                    read(z, "volume", Bounds.VOLUME),
                    read(z, "naturalVentilation", Bounds.VOLUME_FLOW),
                    n.has("fan") ? read(z, "fanVentilation", Bounds.VOLUME_FLOW) : 0,
                    releases));
        }
        int fan = n.has("fan") ? draft.inputs.declare(tag(n, "fan"), 0) : GasDetection.NO_FAN;
        GasDetection detection = new GasDetection(zones, limits(n), fan, draft.surroundings);
        for (int z = 0; z < names.size(); z++) {
            int zone = z;
            variables.put("gas." + names.get(z), "1", () -> detection.explosionShare(zone));
        }
        draft.followers.add(detection);
    }

    /** Explosion limits of all components that burn, or only of the one that is named. */
    private double[] limits(JsonCursor n) {
        List<String> ids = draft.componentIds();
        int only = n.has("component") ? draft.component(n.at("component")) : -1;
        double[] limits = new double[ids.size()];
        for (int i = 0; i < limits.length; i++) {
            boolean counts = only < 0 || only == i;
            limits[i] = counts
                    ? draft.database.lowerExplosionLimit(ids.get(i)).orElse(Double.POSITIVE_INFINITY)
                    : Double.POSITIVE_INFINITY;
        }
        return limits;
    }
}
