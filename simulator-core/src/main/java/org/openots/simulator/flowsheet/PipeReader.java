package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import org.jspecify.annotations.Nullable;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.equipment.LiquidLine;
import org.openots.simulator.equipment.PipeCell;
import org.openots.simulator.equipment.PipeInlet;
import org.openots.simulator.equipment.PipeRun;
import org.openots.simulator.equipment.TwoWayLine;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;

/** Reads liquid lines with holdup and lines that run both ways. */
final class PipeReader {
    /** More cells than that sharpen no front that anyone sees. */
    private static final int MOST_CELLS = 100;

    private final FlowsheetDraft draft;

    PipeReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void pipe(JsonCursor n) {
        n.optional("to").ifPresent(to -> FlowsheetRules.leadsAway(n.at("from"), to));
        draft.rules.fits(n, "from", "outletVolume");
        String id = draft.id(n);
        int cells = n.at("cells").integer(1, MOST_CELLS);
        double volume = read(n, "volume", Bounds.VOLUME) / cells;
        Holdup from = draft.holdup(n, "from");
        Holdup to = n.has("to") ? draft.holdup(n, "to") : null;
        LiquidLine.Spec line = new LiquidLine.Spec(
                id,
                draft.path(n),
                read(n, "drop", Bounds.HEIGHT),
                read(n, "outletVolume", Bounds.VOLUME),
                n.has("backPressure") ? read(n, "backPressure", Bounds.ABSOLUTE_PRESSURE) : null);
        PipeCell.Spec spec = new PipeCell.Spec(
                id,
                volume,
                volume / read(n, "designFlow", Bounds.VOLUME_FLOW),
                read(n, "metalHeatCapacity", Bounds.HEAT_CAPACITY) / cells,
                read(n, "heatLoss", Bounds.HEAT_LOSS) / cells);
        @Nullable PipeCell last = null;
        for (int number = 1; number <= cells; number++) {
            String name = id + "-" + number;
            PipeCell cell = draft.addCell(spec, name);
            if (last == null) {
                draft.add(new PipeInlet(line, from, to, cell, draft.surroundings));
            } else {
                draft.add(PipeRun.between(name + ".run", last, cell));
            }
            last = cell;
        }
        if (last != null) {
            draft.add(PipeRun.out(id + ".end", last, to));
        }
    }

    void twoWay(JsonCursor n) {
        FlowsheetRules.leadsAway(n.at("from"), n.at("to"));
        draft.rules.fits(n, "from", "outletVolume");
        draft.rules.fits(n, "to", "outletVolume");
        String id = draft.id(n);
        boolean checked = n.has("checkValve");
        draft.add(new TwoWayLine(
                new TwoWayLine.Spec(
                        id,
                        draft.path(n),
                        read(n, "drop", Bounds.HEIGHT),
                        read(n, "outletVolume", Bounds.VOLUME),
                        checked ? read(n.at("checkValve"), "crackingPressure", Bounds.PRESSURE) : 0,
                        checked ? draft.inputs.declare(id + ".checkFailed", 0) : TwoWayLine.NO_CHECK_VALVE),
                draft.holdup(n, "from"),
                draft.holdup(n, "to")));
    }
}
