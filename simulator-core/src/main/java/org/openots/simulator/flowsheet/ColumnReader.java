package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.column.Carryover;
import org.openots.simulator.column.TrayGeometry;
import org.openots.simulator.column.TrayPassage;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.HoldupSpec;

/** Reads vessels and sections of trays. */
final class ColumnReader {
    /** More trays than any plant of the suite has; a larger number is a slip of the pen. */
    static final int MOST_TRAYS = 200;

    /** Default widths of on/off terms: 5 % of the head, 1 Pa, 5 % of the weep ratio; enough for short columns. */
    private static final double SEAL_WIDTH = 0.05;

    private static final double DRY_WIDTH = 1;
    private static final double WEEP_WIDTH = 0.05;

    private final FlowsheetDraft draft;

    ColumnReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void holdup(JsonCursor n) {
        n.at("text").localText();
        FlowsheetRules.notAbove(n, "levelVolume", Bounds.VOLUME.range(), "volume", Bounds.VOLUME.range());
        FlowsheetRules.fillHeight(n, "volume", "liquidArea");
        draft.add(spec(n, draft.id(n), "volume", "levelVolume"));
    }

    static HoldupSpec spec(JsonCursor n, String id, String volume, String levelVolume) {
        return new HoldupSpec(
                id,
                read(n, volume, Bounds.VOLUME),
                read(n, "gasFloor", Bounds.GAS_FLOOR),
                read(n, "liquidArea", Bounds.AREA),
                read(n, levelVolume, Bounds.VOLUME),
                read(n, "metalHeatCapacity", Bounds.HEAT_CAPACITY),
                read(n, "heatLoss", Bounds.HEAT_LOSS),
                read(n, "filmMoles", Bounds.AMOUNT),
                read(n, "transfer", Bounds.MOLAR_FLOW));
    }

    void traySection(JsonCursor n) {
        n.at("text").localText();
        String section = draft.id(n);
        TrayGeometry usual = geometry(n, section, read(n, "transferUnits", Bounds.TRANSFER_UNITS), section);
        FlowsheetRules.notAbove(n, "holeArea", Ranges.HOLE_AREA, "activeArea", Ranges.COLUMN_AREA);
        FlowsheetRules.notAbove(n, "weirHeight", Ranges.WEIR_HEIGHT, "spacing", Ranges.SPACING);
        FlowsheetRules.fillHeight(n, "trayVolume", "liquidArea");
        int trays = draft.count(n, "trays", MOST_TRAYS);
        Map<Integer, Double> efficiencies = TrayEfficiencies.read(n, trays);
        Holdup below = draft.holdup(n, "bottom");
        @Nullable Carryover carryover = null;
        for (int number = trays; number >= 1; number--) {
            String id = section + "-" + number;
            Holdup here = draft.add(spec(n, id, "trayVolume", "trayVolume"));
            Double efficiency = efficiencies.get(number);
            TrayGeometry tray =
                    efficiency == null ? usual : geometry(n, section, TrayEfficiencies.units(efficiency), id);
            draft.entrainments.put(id, () -> new Carryover(here, tray));
            draft.add(new TrayPassage(section + "-passage-" + number, below, here, tray, carryover));
            carryover = new Carryover(here, tray);
            below = here;
        }
    }

    private TrayGeometry geometry(JsonCursor n, String section, double transferUnits, String efficiencyOf) {
        return new TrayGeometry(
                read(n, "activeArea", Ranges.COLUMN_AREA),
                read(n, "holeArea", Ranges.HOLE_AREA),
                read(n, "orificeCoefficient", Bounds.COEFFICIENT),
                read(n, "weirLength", Ranges.ACROSS),
                read(n, "weirHeight", Ranges.WEIR_HEIGHT),
                read(n, "spacing", Ranges.SPACING),
                transferUnits,
                read(n, "floodCapacity", Bounds.VELOCITY),
                read(n, "weepRatio", Bounds.COEFFICIENT),
                read(n, "downcomerVoid", Bounds.COEFFICIENT),
                read(n, "downcomerLoss", Ranges.WEIR_HEIGHT),
                read(n, "sealWidth", Bounds.SMOOTHING, SEAL_WIDTH),
                read(n, "dryWidth", Bounds.PRESSURE, DRY_WIDTH),
                read(n, "weepWidth", Bounds.SMOOTHING, WEEP_WIDTH),
                draft.factor(section + ".clear"),
                draft.factor(efficiencyOf + ".efficiency"));
    }
}
