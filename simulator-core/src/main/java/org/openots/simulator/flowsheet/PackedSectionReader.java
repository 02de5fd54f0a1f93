package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import org.jspecify.annotations.Nullable;
import org.openots.common.json.JsonCursor;
import org.openots.simulator.column.Entrainment;
import org.openots.simulator.column.PackedBed;
import org.openots.simulator.column.PackedTransfer;
import org.openots.simulator.column.Packing;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.HoldupSpec;

/** Reads packed beds, cut into slices. */
final class PackedSectionReader {
    private final FlowsheetDraft draft;

    PackedSectionReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void section(JsonCursor n) {
        n.at("text").localText();
        String section = draft.id(n);
        int slices = draft.count(n, "slices", ColumnReader.MOST_TRAYS);
        double area = read(n, "area", Ranges.COLUMN_AREA);
        double height = read(n, "height", Ranges.BED_HEIGHT) / slices;
        Packing packing = packing(n.at("packing"));
        PackedTransfer.Fluids fluids = fluids(n.at("fluids"));
        double stripping = read(n, "strippingFactor", Bounds.STRIPPING_FACTOR, 1);
        double width = read(n, "reversalWidth", Ranges.SMALL_PRESSURE);
        int clear = draft.factor(section + ".clear");
        int efficiency = draft.factor(section + ".efficiency");
        Holdup below = draft.holdup(n, "bottom");
        @Nullable Entrainment entrainment = draft.entrainmentOf(below);
        for (int number = slices; number >= 1; number--) {
            String id = section + "-" + number;
            Holdup here = draft.add(slice(n, id, area * height * packing.voidage(), area));
            PackedBed.Spec spec = new PackedBed.Spec(
                    section + "-passage-" + number, packing, area, height, fluids, stripping, width, clear, efficiency);
            PackedBed bed = new PackedBed(spec, below, here, entrainment);
            draft.add(bed);
            draft.entrainments.put(id, () -> bed);
            entrainment = bed;
            below = here;
        }
    }

    private static HoldupSpec slice(JsonCursor n, String id, double room, double area) {
        return new HoldupSpec(
                id,
                room,
                read(n, "gasFloor", Bounds.GAS_FLOOR),
                area,
                room,
                read(n, "metalHeatCapacity", Bounds.HEAT_CAPACITY),
                read(n, "heatLoss", Bounds.HEAT_LOSS),
                read(n, "filmMoles", Bounds.AMOUNT),
                read(n, "transfer", Bounds.MOLAR_FLOW));
    }

    private static Packing packing(JsonCursor p) {
        double area = read(p, "specificArea", Bounds.SPECIFIC_AREA);
        double voidage = read(p, "voidage", Bounds.VOIDAGE);
        return new Packing(
                area,
                voidage,
                read(p, "nominalSize", Ranges.PACKING_SIZE, 4 * voidage / area),
                read(p, "c1", Bounds.LOSS_COEFFICIENT),
                read(p, "c2", Bounds.LOSS_COEFFICIENT),
                read(p, "c3", Bounds.VALVE_LOSS),
                read(p, "criticalTension", Bounds.TENSION));
    }

    private static PackedTransfer.Fluids fluids(JsonCursor f) {
        return new PackedTransfer.Fluids(
                read(f, "vapourViscosity", Bounds.VISCOSITY),
                read(f, "vapourDiffusivity", Bounds.DIFFUSIVITY),
                read(f, "liquidViscosity", Bounds.VISCOSITY),
                read(f, "liquidDiffusivity", Bounds.DIFFUSIVITY),
                read(f, "surfaceTension", Bounds.TENSION));
    }
}
