package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.assessment.ScoreSheet;
import org.openots.common.assessment.StepState;
import org.openots.common.unit.PhysicalConstants;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/** Whole runs of the rig by robots: what a good, an idle and a careless operator reach. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HeadlessRunTest {
    private static final String PLANT = "ethanol-water-rig";
    private static final double TWO_HOURS = 7200;

    private HeadlessRun expert;
    private ScoreSheet sheet;

    private static HeadlessRun run(String initialCondition, String robot, String task, long seed, double seconds) {
        PlantPack pack = PlantPack.shipped(PLANT);
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition(initialCondition), seed);
        HeadlessRun run = new HeadlessRun(
                engine,
                RobotLibrary.robot(PLANT, robot, engine.signals(), seed),
                RubricLibrary.open().rubric(PLANT, task));
        run.run(seconds, e -> {});
        return run;
    }

    @BeforeAll
    void startTheRigUp() {
        expert = run("cold", "expert-A-1", "A-1", 1, TWO_HOURS);
        sheet = expert.finish().orElseThrow();
    }

    private double tag(String name) {
        PlantEngine engine = expert.engine();
        return engine.view().value(engine.signals().find(name));
    }

    @Test
    void theExpertDoesEveryStepInTwoHoursWithoutATrip() {
        assertThat(sheet.steps()).hasSize(20).allMatch(s -> s.state() == StepState.DONE_OK);
        assertThat(sheet.penalties()).allMatch(p -> p.count() == 0);
        assertThat(sheet.totals().total()).isGreaterThanOrEqualTo(99);
        assertThat(expert.trips()).isEmpty();
        assertThat(expert.refusals()).isEmpty();
    }

    @Test
    void theRigIsThenInSpecification() {
        assertThat(tag("AI-701")).isGreaterThanOrEqualTo(90);
        assertThat(tag("AI-702")).isLessThanOrEqualTo(3);
        assertThat(tag("PDI-703")).isCloseTo(3.0, within(0.6));
        assertThat(tag("JI-701")).isBetween(14.0, 17.0);
        assertThat(tag("LIC-702")).isCloseTo(60, within(2.0));
        assertThat(tag("LIC-703")).isCloseTo(50, within(5.0));
    }

    /** Table of steady temperatures; the band is wide where the profile is steep (feed zone), 1.5 K at the sump. */
    @ParameterizedTest
    @CsvSource({
        "1,78.3,0.6", "2,78.3,0.6", "3,78.4,0.6", "4,78.5,0.6", "5,78.6,0.6", "6,78.7,0.6", "7,78.9,0.6",
        "8,79.7,0.6", "9,80.1,0.6", "10,80.9,3", "11,82.4,3", "12,86.8,3", "13,89.4,3", "14,93.3,3"
    })
    void trayTemperaturesAreThoseOfTheTable(int tray, double celsius, double band) {
        double kelvin = expert.engine().processValue("tray-" + tray + ".T");
        assertThat(kelvin - PhysicalConstants.CELSIUS_ZERO).isCloseTo(celsius, within(band));
    }

    @Test
    void theSumpIsAtItsTemperature() {
        assertThat(expert.engine().processValue("sump.T") - PhysicalConstants.CELSIUS_ZERO)
                .isCloseTo(98.6, within(1.5));
    }

    @Test
    void theIntegratorNeverFailsAndTheBalancesClose() {
        assertThat(expert.engine().solverCounts().failures()).isZero();
        assertThat(Arrays.stream(expert.engine().closure()).boxed()).hasSize(4).allMatch(c -> c <= 1e-9);
    }

    @ParameterizedTest
    @CsvSource({"cold,A-1", "normal,A-2", "normal,A-3", "inspection,A-5"})
    void whoDoesNothingGetsNothing(String from, String task) {
        HeadlessRun idle = run(from, "idle", task, 1, 1800);
        assertThat(idle.finish().orElseThrow().totals().total()).isLessThanOrEqualTo(5);
    }

    @ParameterizedTest
    @CsvSource({"A-2,14400", "A-3,1200"})
    void theShutdownsCanBeDoneWithoutLoss(String task, double seconds) {
        HeadlessRun run = run("normal", "expert-" + task, task, 1, seconds);
        assertThat(run.finish().orElseThrow().totals().total()).isGreaterThanOrEqualTo(99);
        assertThat(run.trips()).isEmpty();
        assertThat(run.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whoLooksEverywhereFindsWhatTheSeedDrew(long seed) {
        HeadlessRun run = run("inspection", "expert-A-5", "A-5", seed, 300);
        assertThat(run.engine().visibleDefects()).hasSize(5);
        assertThat(run.finish().orElseThrow().totals().total()).isGreaterThanOrEqualTo(99);
        assertThat(run.refusals()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void whoPressesAnyButtonGetsLittle(long seed) {
        HeadlessRun random = run("cold", "random", "A-1", seed, 3600);
        assertThat(random.finish().orElseThrow().totals().total()).isLessThan(40);
        assertThat(Arrays.stream(random.engine().closure()).boxed()).allMatch(c -> c <= 1e-9);
    }
}
