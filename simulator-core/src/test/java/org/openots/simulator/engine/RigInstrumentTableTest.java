package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.alarm.AlarmDefinition;
import org.openots.simulator.automation.AutomationDefinition;
import org.openots.simulator.instrument.TransmitterDefinition;
import org.openots.simulator.plant.PlantPack;
import org.openots.simulator.thermo.ReferenceTable;

/** Ranges and alarm limits of the rig against table 4.3 of its requirements. */
class RigInstrumentTableTest {
    private static final List<String> KINDS = List.of("LL", "L", "H", "HH");

    private final AutomationDefinition.Instruments instruments =
            PlantPack.shipped("ethanol-water-rig").automation().instruments();
    private final List<String> wrong = new ArrayList<>();
    private int figures;

    @Test
    void packHasTheRangesAndLimitsOfTheTable() {
        Map<String, TransmitterDefinition> byTag =
                instruments.transmitters().stream().collect(Collectors.toMap(TransmitterDefinition::tag, t -> t));
        for (ReferenceTable.Row row : ReferenceTable.read("rig-instruments", "table")) {
            TransmitterDefinition found = byTag.get(row.text("tag"));
            assertThat(found).as(row.text("tag")).isNotNull();
            if (found != null) {
                compare(row, found);
            }
        }
        assertThat(wrong).isEmpty();
        Validation.claim(Topic.PLANT_A, "instruments")
                .says(
                        "量程、单位与报警限值：与表相同的份额，共 " + figures + " 个数（含无此报警）",
                        "ranges, units and alarm limits: share of the " + figures
                                + " figures that are those of the table (with where it has no alarm)")
                .unit("%")
                .source("表 4.3，reference/rig-instruments/SOURCE.md", "table 4.3, reference/rig-instruments/SOURCE.md")
                .atLeast(100, 100.0 * (figures - wrong.size()) / figures);
    }

    private void compare(ReferenceTable.Row row, TransmitterDefinition found) {
        String tag = found.tag();
        same(tag + " low", row.text("low"), Double.toString(found.range().low()));
        same(tag + " high", row.text("high"), Double.toString(found.range().high()));
        String unit = found.range().unit().symbol();
        if (!row.text("unit").equals(unit)) {
            wrong.add(tag + " unit " + unit);
        }
        figures++;
        for (String kind : KINDS) {
            same(tag + " " + kind, row.text(kind), limit(tag, kind));
        }
    }

    /** The limit, or nothing if there is no such alarm. */
    private String limit(String tag, String kind) {
        return instruments.alarms().stream()
                .filter(a -> a.source().equals(tag) && a.kind().name().equals(kind))
                .map(AlarmDefinition::limit)
                .map(limit -> Double.toString(limit))
                .collect(Collectors.joining(" "));
    }

    private void same(String what, String expected, String found) {
        figures++;
        boolean equal = (expected.isEmpty() || found.isEmpty())
                ? expected.equals(found)
                : Double.parseDouble(expected) == Double.parseDouble(found);
        if (!equal) {
            wrong.add(what + ": " + found + " instead of " + expected);
        }
    }
}
