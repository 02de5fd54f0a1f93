package org.openots.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
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
import org.openots.simulator.thermo.Equilibrium;
import org.openots.simulator.thermo.PropertyDatabase;

/** Every hidden fault of plant A shows what the table of its symptoms says, with loops in hand and in automatic. */
class FaultSymptomsTest {
    private static final String TABLE = "plant-a-symptoms.txt";
    private static final int TICKS_PER_SECOND = 10;
    private static final SymptomTally TALLY = new SymptomTally("ethanol-water-rig", SymptomTable.read(TABLE));

    static Stream<SymptomTable.Row> rows() {
        return SymptomTable.read(TABLE).stream();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rows")
    void faultShowsItsSymptoms(SymptomTable.Row row) {
        TALLY.play(row);
    }

    static Recording record(String plant, SymptomTable.Row row) {
        PlantPack pack = PlantPack.shipped(plant);
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        long sequence = 0;
        for (SymptomTable.Operation o : row.operations()) {
            long tick = o.seconds() < 0 ? sequence + 1 : (Recording.BEFORE + o.seconds()) * (long) TICKS_PER_SECOND;
            engine.submit(new Command(tick, sequence++, o.target(), o.verb(), o.value(), ""), true);
        }
        long tick = Recording.BEFORE * (long) TICKS_PER_SECOND;
        for (String fault : row.faults()) {
            engine.arm(new FaultOrder(tick, sequence++, fault, fault, 1, -1, 0, "", 0));
        }
        Set<String> signals = new LinkedHashSet<>();
        row.checks().forEach(c -> signals.addAll(c.signals()));
        Recording recording = new Recording(engine, signals, row.seconds());
        for (int second = 0; second <= Recording.BEFORE + row.seconds(); second++) {
            recording.take(engine, second);
            for (int i = 0; i < TICKS_PER_SECOND; i++) {
                engine.step();
            }
        }
        assertThat(engine.held()).as("the model runs").isFalse();
        return recording;
    }

    /**
     * With the vent plugged every stage boils hotter as its pressure rises. At the top, where the composition hardly
     * changes, by the slope of the bubble point: 0.24 K per kPa for the nearly azeotropic mixture, 0.28 for water.
     */
    @Test
    void pluggedVentRaisesTheTopByTheSlopeOfItsBubblePoint() {
        PlantPack pack = PlantPack.shipped("ethanol-water-rig");
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        engine.submit(new Command(1, 0, "TIC-705", "mode", 0, ""), true);
        double pressure = engine.processValue("tray-1.P");
        double temperature = engine.processValue("tray-1.T");
        engine.arm(new FaultOrder(2, 1, "k", "A-F13", 1, -1, 0, "", 0));
        for (int i = 0; i < 900 * TICKS_PER_SECOND; i++) {
            engine.step();
        }
        double rise = engine.processValue("tray-1.P") - pressure;
        double measured = (engine.processValue("tray-1.T") - temperature) / rise;
        double water = 0.0180153 / (1 - engine.processValue("tray-1.w"));
        double ethanol = 0.0460684 / engine.processValue("tray-1.w");
        double x = water / (water + ethanol);
        Equilibrium equilibrium = new Equilibrium(new PropertyDatabase().nrtl(List.of("ethanol", "water"), "air"));
        double expected = (equilibrium.bubblePoint(pressure + rise, x, 1 - x).temperature()
                        - equilibrium.bubblePoint(pressure, x, 1 - x).temperature())
                / rise;
        assertThat(rise).as("Pa in 15 min").isBetween(1.8e3, 3.2e3);
        assertThat(expected).as("K/Pa").isBetween(0.23e-3, 0.26e-3);
        assertThat(measured).as("K/Pa; the composition moves a little").isCloseTo(expected, within(0.02e-3));
    }

    @Test
    void tableHasEveryFaultInHandAndInAutomatic() {
        List<String> faults = PlantPack.shipped("ethanol-water-rig").faults().stream()
                .map(FaultDefinition::id)
                .toList();
        assertThat(faults).hasSize(47);
        for (String name : List.of("open", "closed")) {
            List<String> covered = rows().filter(r -> r.name().equals(name))
                    .map(SymptomTable.Row::fault)
                    .toList();
            assertThat(covered).as(name).containsExactlyElementsOf(faults);
        }
        assertThat(rows()).allSatisfy(r -> assertThat(r.checks()).hasSizeGreaterThan(1));
    }

    /** Says it only of a whole table: a few rows that somebody selects prove nothing of the others. */
    @AfterAll
    static void stateWhatWasSeen() {
        if (TALLY.complete()) {
            TALLY.state(
                    Validation.claim(Topic.FAULTS, "ethanol-water-rig.symptoms"),
                    Validation.claim(Topic.FAULTS, "ethanol-water-rig.faults"));
        }
    }
}
