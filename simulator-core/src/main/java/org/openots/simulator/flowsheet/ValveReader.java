package org.openots.simulator.flowsheet;

import java.util.List;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.equipment.ValvePath;
import org.openots.simulator.equipment.ValvePath.Trim;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.ProcessInputs;

/**
 * Reads valves in series, any of which may be branches in parallel. A valve with a trim is a control valve, whose capacity
 * a run may change.
 */
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
        String name = v.has("parameter") ? Quantities.part(v, "parameter") : Quantities.tag(v, "tag");
        return new ValvePath.Valve(
                inputs.declare(name, 0),
                Quantities.read(v, "area", Ranges.OPENING),
                v.optional("trim").map(t -> t.oneOf(Trim.class)).orElse(Trim.LINEAR),
                v.has("trim") ? inputs.declare(name + ".capacity", 1, Bounds.CAPACITY) : ValvePath.AS_RATED);
    }
}
