package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.simulator.plant.PlantPack;

/** Every hidden fault of the debutanizer shows what the table of its symptoms says. */
class DebutanizerSymptomsTest {
    static Stream<SymptomTable.Row> rows() {
        return SymptomTable.read("plant-b-symptoms.txt").stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void faultShowsItsSymptoms(SymptomTable.Row row) {
        Recording recording = FaultSymptomsTest.record("debutanizer", row);
        row.checks().forEach(recording::require);
    }

    @Test
    void tableHasEveryFault() {
        List<String> faults = PlantPack.shipped("debutanizer").faults().stream()
                .map(FaultDefinition::id)
                .toList();
        assertThat(faults).hasSize(20);
        assertThat(rows().map(SymptomTable.Row::fault).distinct()).containsExactlyElementsOf(faults);
        assertThat(rows()).allSatisfy(r -> assertThat(r.checks()).hasSizeGreaterThan(1));
    }
}
