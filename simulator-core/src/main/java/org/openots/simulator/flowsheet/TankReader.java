package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.equipment.BreatherValve;
import org.openots.simulator.equipment.TankOverflow;
import org.openots.simulator.equipment.TankShape;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.HoldupSpec;

/** Reads storage tanks: a holdup with its shape, breather and overflow. */
final class TankReader {
    private static final String STANDING = "vertical";
    private static final String LYING = "horizontal";
    private static final LocalText SHAPE = new LocalText("罐体形式", "shape of a tank");

    private final FlowsheetDraft draft;

    TankReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void tank(JsonCursor n) {
        n.at("text").localText();
        TankShape shape = shape(n);
        FlowsheetRules.tankVolume(n.at("diameter"), shape.volume());
        Holdup tank = draft.add(new HoldupSpec(
                draft.id(n),
                shape.volume(),
                read(n, "gasFloor", Bounds.GAS_FLOOR),
                shape.meanArea(),
                shape.volume(),
                read(n, "metalHeatCapacity", Bounds.HEAT_CAPACITY),
                read(n, "heatLoss", Bounds.HEAT_LOSS),
                read(n, "filmMoles", Bounds.AMOUNT),
                read(n, "transfer", Bounds.MOLAR_FLOW)));
        n.optional("breather").ifPresent(b -> breather(b, tank));
        TankOverflow.Edge edge = TankOverflow.Edge.NONE;
        @Nullable Holdup to = null;
        if (n.has("overflow")) {
            JsonCursor o = n.at("overflow");
            FlowsheetRules.notAbove(o, "height", shape.fullHeight());
            edge = new TankOverflow.Edge(
                    shape.liquid(read(o, "height", Ranges.TANK_SIZE)), read(o, "area", Ranges.OPENING));
            if (o.has("to")) {
                FlowsheetRules.leadsAway(n.at("id"), o.at("to"));
                to = draft.holdup(o, "to");
            }
        }
        draft.add(new TankOverflow(tank.id() + ".overflow", tank, shape, edge, to));
    }

    private void breather(JsonCursor b, Holdup tank) {
        String id = tank.id() + ".breather";
        draft.add(new BreatherValve(
                new BreatherValve.Spec(
                        id,
                        read(b, "pressureSetting", Ranges.SMALL_PRESSURE),
                        read(b, "vacuumSetting", Ranges.SMALL_PRESSURE),
                        read(b, "area", Ranges.OPENING),
                        draft.factor(id + ".clear")),
                tank,
                draft.surroundings,
                draft.properties.inert()));
    }

    private static TankShape shape(JsonCursor n) {
        boolean lying = LYING.equals(n.at("shape").nameOf(List.of(STANDING, LYING), SHAPE));
        return new TankShape(lying, read(n, "diameter", Ranges.TANK_SIZE), read(n, "length", Ranges.TANK_SIZE));
    }
}
