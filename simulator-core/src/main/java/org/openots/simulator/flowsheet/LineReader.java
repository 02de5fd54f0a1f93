package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.flag;
import static org.openots.simulator.flowsheet.Quantities.part;
import static org.openots.simulator.flowsheet.Quantities.read;
import static org.openots.simulator.flowsheet.Quantities.tag;

import java.util.ArrayList;
import java.util.List;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.equipment.Cooler;
import org.openots.simulator.equipment.LiquidLeak;
import org.openots.simulator.equipment.LiquidLine;
import org.openots.simulator.equipment.OverflowLine;
import org.openots.simulator.equipment.ValvePath;
import org.openots.simulator.equipment.ValvePath.Trim;
import org.openots.simulator.equipment.VapourLine;
import org.openots.simulator.equipment.Vent;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;

/** Reads lines of vapour and liquid, and vents. */
final class LineReader {
    /** A pipe this much wider than its valve takes no pressure: 1 in 10000 of the area. */
    private static final double WIDE_PIPE = 100;

    private final FlowsheetDraft draft;

    LineReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void vapourLine(JsonCursor n) {
        FlowsheetRules.leadsAway(n.at("from"), n.at("to"));
        Holdup from = draft.holdup(n, "from");
        draft.add(new VapourLine(
                draft.id(n),
                from,
                draft.holdup(n, "to"),
                draft.path(n),
                read(n, "reversalWidth", Ranges.SMALL_PRESSURE),
                flag(n, "checkValve"),
                draft.entrainmentOf(from)));
    }

    void vent(JsonCursor n) {
        List<Vent.Opening> openings = new ArrayList<>();
        for (JsonCursor o : n.at("openings").items()) {
            openings.add(o.has("valves") ? new Vent.Opening(draft.path(o)) : single(o));
        }
        draft.add(new Vent(
                draft.id(n),
                draft.holdup(n, "holdup"),
                draft.surroundings,
                openings,
                read(n, "reversalWidth", Ranges.SMALL_PRESSURE),
                draft.properties.inert(),
                n.has("header") ? read(n, "header", Bounds.ABSOLUTE_PRESSURE) : null));
    }

    /** An opening of one valve without a pipe that counts. */
    private Vent.Opening single(JsonCursor o) {
        double initial = o.optional("initial").map(c -> c.between(0, 1)).orElse(0.0);
        int valve = draft.inputs.declare(part(o, "valve"), initial);
        int factor = o.has("factor") ? draft.factor(part(o, "factor")) : Vent.Opening.ALWAYS_CLEAR;
        double area = read(o, "area", Ranges.OPENING);
        ValvePath path = new ValvePath(
                List.of(new ValvePath.Valve(valve, area, Trim.LINEAR)), WIDE_PIPE * area, ValvePath.ALWAYS_CLEAR);
        return new Vent.Opening(path, factor);
    }

    void overflow(JsonCursor n) {
        FlowsheetRules.leadsAway(n.at("from"), n.at("to"));
        draft.rules.fits(n, "from", "startVolume");
        Cooler coil = n.has("coil") ? draft.link(n, "coil", Cooler.class) : null;
        draft.add(new OverflowLine(
                draft.id(n),
                draft.holdup(n, "from"),
                draft.holdup(n, "to"),
                read(n, "startVolume", Bounds.VOLUME),
                read(n, "drainTime", Bounds.TIME),
                coil,
                coil == null ? 0 : read(n, "subcooling", Bounds.FRACTION)));
    }

    void liquidLine(JsonCursor n) {
        n.optional("to").ifPresent(to -> FlowsheetRules.leadsAway(n.at("from"), to));
        draft.rules.fits(n, "from", "outletVolume");
        draft.add(new LiquidLine(
                new LiquidLine.Spec(
                        draft.id(n),
                        draft.path(n),
                        read(n, "drop", Bounds.HEIGHT),
                        read(n, "outletVolume", Bounds.VOLUME),
                        n.has("backPressure") ? read(n, "backPressure", Bounds.ABSOLUTE_PRESSURE) : null),
                draft.holdup(n, "from"),
                n.has("to") ? draft.holdup(n, "to") : null,
                draft.surroundings));
    }

    void liquidLeak(JsonCursor n) {
        n.at("text").localText();
        String id = draft.partId(n);
        draft.add(new LiquidLeak(
                new LiquidLeak.Spec(
                        id,
                        read(n, "area", Ranges.OPENING),
                        draft.inputs.declare(id, 0),
                        n.has("valve") ? draft.inputs.declare(tag(n, "valve"), 0) : LiquidLeak.NO_VALVE,
                        read(n, "overPressure", Bounds.ABSOLUTE_PRESSURE, 0),
                        read(n, "gasShare", Bounds.FRACTION)),
                draft.holdup(n, "from"),
                draft.surroundings,
                heatingValues()));
    }

    /** Net heating values of the components, J/mol; 0 for what does not burn. */
    private double[] heatingValues() {
        return draft.componentIds().stream()
                .mapToDouble(
                        id -> draft.database.hazards(id).combustionEnthalpy().orElse(0))
                .toArray();
    }
}
