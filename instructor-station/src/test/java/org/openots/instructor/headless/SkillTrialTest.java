package org.openots.instructor.headless;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.assessment.Rubric;
import org.openots.dcs.map.Dialect;
import org.openots.distillation.rubric.RubricLibrary;
import org.openots.instructor.app.CommandLineRun;
import org.openots.simulator.plant.PlantPack;

/** Rig skills judged by the messages of a virtual rig. */
class SkillTrialTest {
    private static final String PLANT = "ethanol-water-rig";

    private final PlantPack pack = PlantPack.shipped(PLANT);

    private SkillTrial trial(String task, Dialect dialect) {
        return new SkillTrial(pack, RubricLibrary.open().rubric(PLANT, task), dialect, 1);
    }

    @ParameterizedTest
    @CsvSource({
        "R-08E, NEURON_VALUES, heater, no-water",
        "R-09, KEPWARE, overlap, gap",
        "R-15, WINCC, gl, f",
        "R-17, POINTER, drive, at-25"
    })
    void rightRobotsPassAndWrongOnesFailWhereTheyAreWrong(String task, Dialect dialect, String done, String failed) {
        SkillTrial.Result right = trial(task, dialect).run("expert-" + task);
        assertThat(SkillTrial.points(right.rig())).isGreaterThanOrEqualTo(SkillsCommand.RIGHT);
        assertThat(SkillTrial.points(right.rig()))
                .isCloseTo(SkillTrial.points(right.simulator()), within(SkillsCommand.TOLERANCE));
        assertThat(right.replayed()).isTrue();
        assertThat(right.rig().steps()).anySatisfy(step -> {
            assertThat(step.id()).isEqualTo(done);
            assertThat(step.earned()).isEqualTo(step.points());
        });
        SkillTrial.Result wrong = trial(task, dialect).run("wrong-" + task);
        assertThat(SkillTrial.points(wrong.rig())).isLessThan(SkillsCommand.PASS);
        assertThat(SkillTrial.points(wrong.simulator())).isLessThan(SkillsCommand.PASS);
        assertThat(wrong.replayed()).isTrue();
        assertThat(wrong.rig().losses())
                .anySatisfy(loss -> assertThat(loss.ruleId()).isEqualTo(failed));
    }

    @Test
    void everyRigSkillHasARightRobotAndAWrongOne() {
        List<SkillsCommand.Trial> trials = SkillsCommand.trials(PLANT);
        Stream<Rubric> rubrics =
                trials.stream().map(SkillsCommand.Trial::rubric).distinct();
        assertThat(rubrics).hasSizeGreaterThanOrEqualTo(20).allSatisfy(rubric -> {
            String id = rubric.head().ref().id();
            assertThat(trials).anyMatch(t -> t.right() && t.robot().equals("expert-" + id));
            assertThat(trials).anyMatch(t -> !t.right() && t.robot().startsWith("wrong-" + id));
        });
    }

    @Test
    void theCommandGivesTheTableAndFailsWhenSomethingIsNotAsExpected() throws IOException {
        CommandLineRun run = CommandLineRun.of("bridge", "skills", "--skill", "9", "--json");
        assertThat(run.code()).isZero();
        JsonNode trials = new ObjectMapper().readTree(run.out()).path("trials");
        assertThat(trials.findValuesAsText("robot")).containsExactly("expert-R-09", "wrong-R-09");
        assertThat(trials.findValuesAsText("replayedEqual")).containsOnly("true");
        assertThat(trials.get(1).path("losses").findValuesAsText("rule")).contains("gap");
        assertThat(CommandLineRun.of("bridge", "skills", "--skill", "77").code())
                .isEqualTo(1);
    }

    @Test
    void aDialectThatIsNotReadMessageByMessageIsRefused() {
        assertThatThrownBy(() -> trial("R-09", Dialect.SPARKPLUG).run("expert-R-09"))
                .hasMessageContaining("OTS-DCS-511")
                .hasMessageContaining("neuron-values");
        assertThat(CommandLineRun.of("bridge", "skills", "--skill", "0").code()).isEqualTo(2);
    }
}
