package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.assessment.Rubric;
import org.openots.common.assessment.ScoreSheet;
import org.openots.distillation.robot.RobotLibrary;
import org.openots.distillation.rubric.RubricCheck;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.simulator.engine.PlantEngine;
import org.openots.simulator.plant.PlantPack;

/** The hidden faults of the rig by robots: who knows what he does, who names the wrong fault, who does not care. */
class FaultTaskRobotsTest {
    private static final String PLANT = "ethanol-water-rig";
    private static final String TASK = "A-6";
    /** Every expert is through by then, the slowest fault shows after some four minutes; s. */
    private static final double LONG_ENOUGH = 780;

    private static ScoreSheet sheet(String robot, String fault, double seconds) {
        PlantPack pack = PlantPack.shipped(PLANT);
        PlantEngine engine = new PlantEngine(pack, pack.initialCondition("normal"), 1);
        Rubric rubric = RubricLibrary.open().rubric(PLANT, TASK);
        HeadlessRun run = new HeadlessRun(engine, RobotLibrary.robot(PLANT, robot, engine.signals(), 1), rubric);
        if (!fault.isEmpty()) {
            run.arm(fault, 0);
        }
        run.run(seconds, ticked -> {});
        return run.finish().orElseThrow();
    }

    @ParameterizedTest
    @ValueSource(strings = {"A-F01", "A-F03", "A-F05", "A-F06", "A-F07", "A-F08", "A-F11", "A-F13"})
    void theExpertOfEachFaultEarnsAll(String fault) {
        ScoreSheet sheet = sheet("expert-" + TASK + "-" + fault, fault, LONG_ENOUGH);
        assertThat(sheet.totals().total())
                .as(sheet.losses().stream()
                        .map(loss -> loss.text().en())
                        .toList()
                        .toString())
                .isGreaterThanOrEqualTo(99);
    }

    @ParameterizedTest
    @CsvSource({"A-F05, 15", "A-F07, 25"})
    void whoDoesRightAndNamesWrongLosesTheDiagnosis(String fault, double lost) {
        ScoreSheet sheet = sheet("wrong-" + TASK + "-" + fault, fault, LONG_ENOUGH);
        assertThat(sheet.losses()).singleElement().satisfies(loss -> {
            assertThat(loss.ruleId()).isEqualTo("diagnosis");
            assertThat(loss.lost()).isEqualTo(lost);
        });
        assertThat(sheet.totals().total()).isCloseTo(100 - lost, within(1e-9));
    }

    @ParameterizedTest
    @CsvSource({"idle, A-F01, 5", "idle, A-F06, 5", "random, A-F01, 40", "random, A-F06, 40"})
    void whoDoesNothingOrAnythingEarnsLittle(String robot, String fault, double most) {
        assertThat(sheet(robot, fault, LONG_ENOUGH).totals().total()).isLessThan(most);
    }

    @Test
    void withoutAFaultNothingCounts() {
        ScoreSheet sheet = sheet("idle", "", 10);
        assertThat(sheet.totals().total()).isZero();
        assertThat(sheet.losses())
                .singleElement()
                .satisfies(loss -> assertThat(loss.text().zh()).contains("没有出现本任务所考的故障"));
    }

    @Test
    void theListToChooseFromIsTheWholeMenuAndTheAlarmsExist() {
        String json = new String(RubricLibrary.open().bytes(PLANT, TASK), StandardCharsets.UTF_8);
        assertThat(RubricCheck.check("a.json", json.getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        String wrong = json.replace("\"A-F17\", \"A-F43\"", "\"A-F17\"").replace("\"PI-702.HH\"", "\"PI-702.HHH\"");
        assertThat(RubricCheck.check("a.json", wrong.getBytes(StandardCharsets.UTF_8)).stream()
                        .map(finding -> finding.in(Locale.ENGLISH)))
                .hasSize(2)
                .anySatisfy(text -> assertThat(text).contains("OTS-RUBRIC-017", "A-F43"))
                .anySatisfy(text -> assertThat(text).contains("PI-702.HHH"));
    }
}
