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
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.operation.Command;
import org.openots.simulator.plant.PlantPack;

/** Every hidden fault of the debutanizer shows what the table of its symptoms says. */
class DebutanizerSymptomsTest {
    private static final String TABLE = "plant-b-symptoms.txt";
    private static final SymptomTally TALLY = new SymptomTally("debutanizer", SymptomTable.read(TABLE));

    static Stream<SymptomTable.Row> rows() {
        return SymptomTable.read(TABLE).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void faultShowsItsSymptoms(SymptomTable.Row row) {
        TALLY.play(row);
    }

    @Test
    void closingTheSuctionValveStopsTheLeakOfTheSeal() {
        PlantPack pack = PlantPack.shipped("debutanizer");
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        engine.arm(new FaultOrder(1, 0, "k", "B-F18", 1, 0, 0, "", 0));
        run(engine, 20);
        assertThat(engine.processValue("GA-412A.leak.m")).as("kg/s").isBetween(0.5, 3.0);
        engine.submit(new Command(engine.tick() + 1, 1, "V19", "position", 0, ""), true);
        run(engine, 20);
        assertThat(engine.processValue("GA-412A.leak.m")).isZero();
    }

    private static void run(PlantEngine engine, int seconds) {
        for (int i = 0; i < seconds * 10; i++) {
            engine.step();
        }
    }

    @Test
    void tableHasEveryFault() {
        List<String> faults = PlantPack.shipped("debutanizer").faults().stream()
                .map(FaultDefinition::id)
                .toList();
        assertThat(faults).hasSize(68);
        assertThat(rows().map(row -> row.faults().get(0)).distinct()).containsExactlyElementsOf(faults);
        assertThat(rows()).allSatisfy(r -> assertThat(r.checks()).hasSizeGreaterThan(1));
    }

    /** Says it only of a whole table: a few rows that somebody selects prove nothing of the others. */
    @AfterAll
    static void stateWhatWasSeen() {
        if (TALLY.complete()) {
            TALLY.state(
                    Validation.claim(Topic.FAULTS, "debutanizer.symptoms"),
                    Validation.claim(Topic.FAULTS, "debutanizer.faults"));
        }
    }
}
