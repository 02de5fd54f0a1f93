package org.openots.simulator.flowsheet;

import static org.openots.simulator.flowsheet.Quantities.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openots.common.json.JsonCursor;
import org.openots.common.text.LocalText;
import org.openots.simulator.column.Deck;
import org.openots.simulator.column.Entrainment;
import org.openots.simulator.column.RatedTray;
import org.openots.simulator.column.SieveDeck;
import org.openots.simulator.column.TrayDesign;
import org.openots.simulator.column.TrayLoad;
import org.openots.simulator.column.ValveDeck;
import org.openots.simulator.process.Bounds;
import org.openots.simulator.process.Holdup;
import org.openots.simulator.process.HoldupSpec;

/** Reads sections of trays that are given by their geometry. */
final class RatedSectionReader {
    private static final String SIEVE = "sieve";
    private static final String VALVE = "valve";
    private static final LocalText DECK = new LocalText("塔板类型", "kind of deck");

    private final FlowsheetDraft draft;

    RatedSectionReader(FlowsheetDraft draft) {
        this.draft = draft;
    }

    void section(JsonCursor n) {
        n.at("text").localText();
        String section = draft.id(n);
        FlowsheetRules.notAbove(n, "holeArea", Ranges.HOLE_AREA, "activeArea", Ranges.COLUMN_AREA);
        FlowsheetRules.notAbove(n, "activeArea", Ranges.COLUMN_AREA, "netArea", Ranges.COLUMN_AREA);
        FlowsheetRules.notAbove(n, "weirHeight", Ranges.WEIR_HEIGHT, "spacing", Ranges.SPACING);
        FlowsheetRules.sealed(n);
        int trays = draft.count(n, "trays", ColumnReader.MOST_TRAYS);
        Map<Integer, Double> efficiencies = TrayEfficiencies.read(n, trays);
        TrayDesign usual = design(n, efficiency(n.at("efficiency")), section);
        Holdup below = draft.holdup(n, "bottom");
        @Nullable Entrainment carryover = draft.entrainmentOf(below);
        for (int number = trays; number >= 1; number--) {
            String id = section + "-" + number;
            Double given = efficiencies.get(number);
            TrayDesign design =
                    given == null ? usual : design(n, new TrayDesign.Efficiency(TrayDesign.Method.GIVEN, 1, given), id);
            Holdup here = draft.add(spec(n, id));
            draft.entrainments.put(id, () -> new TrayLoad(here, design));
            draft.add(new RatedTray(section + "-passage-" + number, below, here, design, carryover));
            carryover = new TrayLoad(here, design);
            below = here;
        }
    }

    /** A tray as a holdup: its liquid stands on the bubbling area, its room is that of one spacing. */
    private static HoldupSpec spec(JsonCursor n, String id) {
        double room = read(n, "netArea", Ranges.COLUMN_AREA) * read(n, "spacing", Ranges.SPACING);
        return new HoldupSpec(
                id,
                room,
                read(n, "gasFloor", Bounds.GAS_FLOOR),
                read(n, "activeArea", Ranges.COLUMN_AREA),
                room,
                read(n, "metalHeatCapacity", Bounds.HEAT_CAPACITY),
                read(n, "heatLoss", Bounds.HEAT_LOSS),
                read(n, "filmMoles", Bounds.AMOUNT),
                read(n, "transfer", Bounds.MOLAR_FLOW));
    }

    private TrayDesign design(JsonCursor n, TrayDesign.Efficiency efficiency, String efficiencyOf) {
        TrayDesign.Fluids fluids = fluids(n.at("fluids"));
        return new TrayDesign(
                deck(n, fluids.tension()),
                read(n, "activeArea", Ranges.COLUMN_AREA),
                read(n, "netArea", Ranges.COLUMN_AREA),
                read(n, "holeArea", Ranges.HOLE_AREA),
                read(n, "weirLength", Ranges.ACROSS),
                read(n, "weirHeight", Ranges.WEIR_HEIGHT),
                read(n, "spacing", Ranges.SPACING),
                read(n, "flowPath", Ranges.ACROSS),
                read(n, "apronArea", Ranges.APRON_AREA),
                read(n, "downcomerVoid", Bounds.COEFFICIENT),
                read(n, "foamFactor", Bounds.COEFFICIENT, 1),
                fluids,
                efficiency,
                draft.factor(n.at("id").text() + ".clear"),
                draft.factor(efficiencyOf + ".efficiency"));
    }

    private static TrayDesign.Fluids fluids(JsonCursor f) {
        return new TrayDesign.Fluids(
                read(f, "vapourViscosity", Bounds.VISCOSITY),
                read(f, "vapourDiffusivity", Bounds.DIFFUSIVITY),
                read(f, "liquidDiffusivity", Bounds.DIFFUSIVITY),
                read(f, "surfaceTension", Bounds.TENSION));
    }

    private static Deck deck(JsonCursor n, double tension) {
        JsonCursor d = n.at("deck");
        double holes = read(n, "holeArea", Ranges.HOLE_AREA);
        if (VALVE.equals(d.at("kind").nameOf(List.of(SIEVE, VALVE), DECK))) {
            FlowsheetRules.notAbove(d, "openLoss", Bounds.VALVE_LOSS.range(), "shutLoss", Bounds.VALVE_LOSS.range());
            double weight = ValveDeck.weight(
                    read(d, "valveThickness", Ranges.SMALL_PART),
                    read(d, "valveDensity", Bounds.METAL_DENSITY),
                    read(d, "legFactor", Bounds.VALVE_FACTOR));
            return new ValveDeck(
                    holes,
                    weight,
                    read(d, "shutLoss", Bounds.VALVE_LOSS),
                    read(d, "liftedLoss", Bounds.VALVE_LOSS),
                    read(d, "openLoss", Bounds.VALVE_LOSS));
        }
        FlowsheetRules.holesFit(d, n.at("holeArea"));
        return SieveDeck.of(
                holes,
                read(n, "activeArea", Ranges.COLUMN_AREA),
                read(d, "holeDiameter", Ranges.SMALL_PART),
                read(d, "plateThickness", Ranges.SMALL_PART),
                tension);
    }

    private static TrayDesign.Efficiency efficiency(JsonCursor e) {
        TrayDesign.Method method = e.at("method").oneOf(TrayDesign.Method.class);
        if (method == TrayDesign.Method.GIVEN) {
            return new TrayDesign.Efficiency(method, 1, read(e, "murphree", Bounds.MURPHREE));
        }
        return new TrayDesign.Efficiency(method, read(e, "strippingFactor", Bounds.STRIPPING_FACTOR, 1), 0);
    }
}
