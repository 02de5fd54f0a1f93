package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import org.openots.common.json.JsonCursor;
import org.openots.simulator.equipment.ReliefValve;
import org.openots.simulator.equipment.VacuumBreaker;
import org.openots.simulator.process.Bounds;

/** Reads safety valves, rupture discs and vacuum breakers. */
final class ReliefReader {
    private final FlowsheetDraft draft;

    ReliefReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void valve(JsonCursor n) {
        FlowsheetRules.notAbove(
                n, "reseatPressure", Bounds.ABSOLUTE_PRESSURE.range(), "setPressure", Bounds.ABSOLUTE_PRESSURE.range());
        relief(n, read(n, "reseatPressure", Bounds.ABSOLUTE_PRESSURE));
    }

    void disc(JsonCursor n) {
        relief(n, 0);
    }

    private void relief(JsonCursor n, double reseatPressure) {
        n.at("text").localText();
        FlowsheetRules.notAbove(
                n, "header", Bounds.ABSOLUTE_PRESSURE.range(), "setPressure", Bounds.ABSOLUTE_PRESSURE.range());
        String id = draft.id(n);
        draft.add(new ReliefValve(
                new ReliefValve.Spec(
                        id,
                        read(n, "setPressure", Bounds.ABSOLUTE_PRESSURE),
                        reseatPressure,
                        read(n, "area", Ranges.OPENING),
                        read(n, "header", Bounds.ABSOLUTE_PRESSURE),
                        draft.inputs.declare(id + ".lift", 0),
                        draft.inputs.declare(id + ".leak", 0),
                        draft.factor(id + ".available")),
                draft.holdup(n, "holdup")));
    }

    void vacuumBreaker(JsonCursor n) {
        n.at("text").localText();
        String id = draft.id(n);
        draft.add(new VacuumBreaker(
                new VacuumBreaker.Spec(
                        id,
                        read(n, "setting", Ranges.SMALL_PRESSURE),
                        read(n, "area", Ranges.OPENING),
                        draft.factor(id + ".available")),
                draft.holdup(n, "holdup"),
                draft.surroundings,
                draft.properties.inert()));
    }
}
