package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.simulator.plant.PlantPack;

/** Every hidden fault of the ethanol-water column shows what the table of its symptoms says. */
class EthanolColumnSymptomsTest {
    static final String TABLE = "plant-c-symptoms.txt";

    static Stream<SymptomTable.Row> rows() {
        return SymptomTable.read(TABLE).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void faultShowsItsSymptoms(SymptomTable.Row row) {
        Recording recording = FaultSymptomsTest.record("ethanol-water-column", row);
        row.checks().forEach(recording::require);
    }

    @Test
    void tableHasEveryFaultWithTheLoopsClosed() {
        List<String> faults = PlantPack.shipped("ethanol-water-column").faults().stream()
                .map(FaultDefinition::id)
                .toList();
        assertThat(rows().filter(r -> r.name().equals("closed")).flatMap(r -> r.faults().stream()))
                .containsAll(faults);
        assertThat(rows().flatMap(r -> r.faults().stream())).isSubsetOf(faults);
        assertThat(rows().map(SymptomTable.Row::toString)).doesNotHaveDuplicates();
    }
}
