package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.validation.Topic;
import org.openots.common.validation.Validation;
import org.openots.simulator.plant.PlantPack;

/** Every hidden fault of the ethanol-water column shows what the table of its symptoms says. */
class EthanolColumnSymptomsTest {
    static final String TABLE = "plant-c-symptoms.txt";
    private static final SymptomTally TALLY = new SymptomTally("ethanol-water-column", SymptomTable.read(TABLE));

    static Stream<SymptomTable.Row> rows() {
        return SymptomTable.read(TABLE).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void faultShowsItsSymptoms(SymptomTable.Row row) {
        TALLY.play(row);
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

    /** Says it only of a whole table: a few rows that somebody selects prove nothing of the others. */
    @AfterAll
    static void stateWhatWasSeen() {
        if (TALLY.complete()) {
            TALLY.state(
                    Validation.claim(Topic.FAULTS, "ethanol-water-column.symptoms"),
                    Validation.claim(Topic.FAULTS, "ethanol-water-column.faults"));
        }
    }
}
