package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.operation.Command;
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
        assertThat(faults).hasSize(20);
        assertThat(rows().map(SymptomTable.Row::fault).distinct()).containsExactlyElementsOf(faults);
        assertThat(rows()).allSatisfy(r -> assertThat(r.checks()).hasSizeGreaterThan(1));
        FaultSymptomsTest.claim("debutanizer", rows());
    }
}
