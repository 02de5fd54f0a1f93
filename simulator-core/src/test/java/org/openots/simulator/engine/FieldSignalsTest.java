package org.openots.simulator.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.signal.Signal;
import org.openots.common.signal.SignalTable;
import org.openots.simulator.plant.PlantPack;

/** What somebody in the plant is told, in the plants that ship. */
class FieldSignalsTest {
    private static final String CONTROL_ROOM =
            ".*\\.(SP|OP|MODE|KC|TI|TD|RATIO|FORCED|CMD|CAUSE|ARMED|BYPASS|FIRST|L|LL|H|HH|DRY|CAVITATION)";

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "ethanol-water-column", "debutanizer"})
    void theFieldShowsItsOwnSignalsAndNotTheControlSystem(String plant) {
        PlantPack pack = PlantPack.shipped(plant);
        FieldSignals signals = new FieldSignals(pack);
        SignalTable all = PlantSignals.of(pack).table();
        List<String> told = signals.told(all).stream().map(Signal::name).toList();
        assertThat(told)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThan(60)
                .contains("PPE", "RADIO.COUNT")
                .noneMatch(name -> name.matches(CONTROL_ROOM))
                .noneMatch(name -> name.startsWith("ALARMS.") || name.startsWith("POWER.") || Signal.isHidden(name));
        pack.automation()
                .field()
                .handValves()
                .forEach(valve -> assertThat(told).contains(valve.tag(), "LOTO." + valve.tag()));
        pack.automation()
                .control()
                .devices()
                .pumps()
                .forEach(pump -> assertThat(told).contains(pump.device().tag() + ".SPEED"));
        pack.automation().field().checks().forEach(check -> assertThat(told).contains("CHECK." + check.id()));
        pack.plot().orElseThrow().fixtures().stream()
                .filter(fixture ->
                        fixture.kind().name().contains("GA") && fixture.tag().isPresent())
                .forEach(gauge -> assertThat(told).contains(gauge.tag().orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ethanol-water-rig", "ethanol-water-column", "debutanizer"})
    void equipmentIsToldToBeWornAndNotToBeRight(String plant) {
        PlantPack pack = PlantPack.shipped(plant);
        FieldSignals signals = new FieldSignals(pack);
        SignalTable all = PlantSignals.of(pack).table();
        assertThat(signals.shows(FieldSignals.PPE)).isFalse();
        Signal right = all.signals().get(all.find(FieldSignals.PPE));
        assertThat(signals.told(all))
                .filteredOn(signal -> signal.name().equals(FieldSignals.PPE))
                .singleElement()
                .isNotEqualTo(right)
                .extracting(signal -> signal.text().en())
                .asString()
                .contains("right or wrong");
    }
}
