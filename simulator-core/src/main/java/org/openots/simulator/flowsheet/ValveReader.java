package org.openots.simulator.flowsheet;

import java.util.List;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.equipment.ValvePath;
import org.openots.simulator.equipment.ValvePath.Trim;
import org.openots.simulator.process.ProcessInputs;

/** Reads valves in series, any of which may be branches in parallel. */
final class ValveReader {
    private ValveReader() {}

    static List<ValvePath.Resistance> series(JsonCursor list, ProcessInputs inputs) {
        return list.items().stream().map(item -> resistance(item, inputs)).toList();
    }

    private static ValvePath.Resistance resistance(JsonCursor v, ProcessInputs inputs) {
        if (v.has("parallel")) {
            return new ValvePath.Parallel(v.at("parallel").items().stream()
                    .map(branch -> series(branch, inputs))
                    .toList());
        }
        return new ValvePath.Valve(
                inputs.declare(v.has("parameter") ? Quantities.part(v, "parameter") : Quantities.tag(v, "tag"), 0),
                Quantities.read(v, "area", Ranges.OPENING),
                v.optional("trim").map(t -> t.oneOf(Trim.class)).orElse(Trim.LINEAR));
    }
}
