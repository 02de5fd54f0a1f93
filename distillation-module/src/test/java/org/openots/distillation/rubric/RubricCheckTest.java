package org.openots.distillation.rubric;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.error.CommonError;
import org.openots.common.error.OtsException;
import org.openots.common.json.Finding;

/** A rubric is checked against the plant it names. */
class RubricCheckTest {
    @Test
    void everyRubricOfTheSuiteIsSound() {
        assertThat(RubricFile.shipped())
                .hasSizeGreaterThanOrEqualTo(4)
                .allSatisfy(file ->
                        assertThat(RubricCheck.check(file.shown(), file.json())).isEmpty());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"plant\": \"ethanol-water-rig\" | \"plant\": \"ethanol-water-rigg\" | OTS-JSON-014 | /plant",
                "\"plant\": \"ethanol-water-rig\" | \"plant\": \"refinery\" | OTS-JSON-013 | /plant",
                "\"initialCondition\": \"cold\" | \"initialCondition\": \"colt\" | OTS-JSON-014 | /initialCondition",
                "\"formatVersion\": \"1.0\" | \"formatVersion\": \"2.0\" | OTS-JSON-011 | /formatVersion",
                "\"level\": | \"colour\": 1, \"level\": | OTS-JSON-005 | ''",
                "\"unit\": \"%\" | \"unit\": \"kPa\" | OTS-RUBRIC-009 | /quality/0/unit",
                "\"end\": \"PPE == 1 and | \"end\": \"LIC-702 > 200 and | OTS-RUBRIC-011 | /steps/0/end",
                "\"end\": \"PPE == 1 and | \"end\": \"LIC-702 > 60 and LIC-702 < 50 and | OTS-RUBRIC-011 | /steps/0/end",
                "\"timeLimitS\": 10800 | \"timeLimitS\": 1e300 | OTS-JSON-003 | /timeLimitS",
                "LIC-702 >= | LIC-720 >= | OTS-EXPR-007 | /steps",
            })
    void mistakesAreNamedWithTheirPlace(String right, String wrong, String code, String pointer) {
        RubricFile shipped = RubricFile.named("A-1");
        String json = shipped.text();
        int at = json.indexOf(right);
        assertThat(at).as(right).isNotNegative();
        String broken = json.substring(0, at) + wrong + json.substring(at + right.length());
        assertThat(RubricCheck.check("my.json", broken.getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(finding -> {
                    assertThat(finding.code().code()).isEqualTo(code);
                    assertThat(finding.pointer()).startsWith(pointer);
                    assertThat(finding.in(Locale.ENGLISH)).startsWith(code + " my.json#" + pointer);
                });
    }

    @Test
    void whatIsNoJsonIsOneMistake() {
        assertThat(RubricCheck.check("my.json", "{".getBytes(StandardCharsets.UTF_8)))
                .extracting(Finding::code)
                .containsExactly(CommonError.JSON_SYNTAX);
        assertThat(RubricCheck.check("my.json", "[]".getBytes(StandardCharsets.UTF_8)))
                .extracting(Finding::code)
                .containsOnly(CommonError.JSON_WRONG_TYPE);
    }

    @Test
    void filesAndTasksHaveNames(@TempDir Path folder) throws IOException {
        RubricFile shipped = RubricFile.named("A-2");
        Path file = Files.write(folder.resolve("mine.json"), shipped.json());
        assertThat(RubricFile.named(file.toString())).isEqualTo(new RubricFile("mine.json", shipped.text()));
        assertThatThrownBy(() -> RubricFile.named("A-99")).isInstanceOfSatisfying(OtsException.class, e -> {
            assertThat(e.errorCode()).isEqualTo(CommonError.RUBRIC_NOT_FOUND);
            assertThat(e.messageIn(Locale.ENGLISH)).contains("A-99", "A-1");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"end\": \"FI-705 >= 1\" | \"end\": \"HV-714 >= 90\" | OTS-RUBRIC-012 | /steps/0/end",
                "\"end\": \"FI-705 >= 1\" | \"end\": \"SAMPLE.S-TOP >= 91\" | OTS-RUBRIC-012 | /steps/0/end",
                "\"end\": \"FI-705 >= 1\" | \"end\": \"LG-702 >= 50\" | OTS-RUBRIC-012 | /steps/0/end",
                "\"end\": \"FI-705 >= 1\" | \"actions\": [\"HV-714\"], \"end\": \"FI-705 >= 1\" | OTS-RUBRIC-013 | /steps/0/actions",
                "\"end\": \"FI-705 >= 1\" | \"end\": \"not (FI-705 < 1)\" | OTS-RUBRIC-014 | /steps/0/end",
                "\"number\": 1 | \"faults\": [{\"fault\": \"A-F99\", \"atS\": 1}], \"number\": 1 | OTS-JSON-0 | /rigSkill/faults/0/fault",
                "\"post\": \"column\" | \"post\": \"roof\" | OTS-JSON-0 | /rigSkill/post",
            })
    void aRigSkillNamesOnlyWhatARigShows(String right, String wrong, String code, String pointer) {
        String json = RubricFile.named("R-01").text();
        int at = json.indexOf(right);
        assertThat(at).as(right).isNotNegative();
        String broken = json.substring(0, at) + wrong + json.substring(at + right.length());
        assertThat(RubricCheck.check("my.json", broken.getBytes(StandardCharsets.UTF_8)))
                .anySatisfy(finding -> {
                    assertThat(finding.code().code()).startsWith(code);
                    assertThat(finding.pointer()).startsWith(pointer);
                });
    }
}
