package org.openots.common.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.openots.common.error.CommonError;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.SyntheticSignals;

class RubricLintTest {
    private final SyntheticSignals plant = new SyntheticSignals(
            "HV-1", "P-1", "FI-1", "LIC-2", "LIC-2.MODE", "TI-3", "E-3", "I-01.TRIP", "I-02.TRIP", "REPORT", "HV-9");
    private final String good = RubricExample.json("");

    @Test
    void aGoodRubricHasNoFindings() {
        assertThat(check(good)).isEmpty();
        assertThat(check(RubricExample.json(", \"altGroup\": \"g\""))).isEmpty();
    }

    @Test
    void pointsMustAddUp() {
        Finding finding = only(good.replace("\"points\": 30", "\"points\": 25"), CommonError.RUBRIC_SUM);
        assertThat(finding.in(Locale.ENGLISH)).contains("add up to 95 but must be 100");
    }

    @Test
    void anUnknownSignalIsNamedWithItsPlace() {
        Finding finding = only(good.replace("P-1 == 1", "P-2 == 1"), CommonError.EXPRESSION_IN_FILE);
        assertThat(finding.pointer()).isEqualTo("/steps/1/end");
        assertThat(finding.in(Locale.ENGLISH))
                .contains("no signal named \"P-2\"")
                .contains("Maybe \"P-1\"");
    }

    @Test
    void circlesAndUnreachableStepsAreFound() {
        String circle = good.replace("\"end\": \"HV-1 >= 90\"", "\"end\": \"HV-1 >= 90\", \"after\": [\"report\"]");
        assertThat(only(circle, CommonError.RUBRIC_CIRCLE).in(Locale.ENGLISH)).contains("valve, pump, report");
        List<Finding> dead = check(good.replace("HV-1 >= 90", "1 > 2"));
        assertThat(dead)
                .extracting(Finding::code)
                .containsExactly(
                        CommonError.RUBRIC_NEVER, CommonError.RUBRIC_UNREACHABLE, CommonError.RUBRIC_UNREACHABLE);
    }

    @Test
    void rulesThatSayNothingAreFound() {
        only(good.replace("REPORT == 1", "true"), CommonError.RUBRIC_ALWAYS);
        only(good.replace("TI-3 > 150", "false"), CommonError.RUBRIC_NEVER);
        only(good.replace("\"actions\": [\"P-1\"]", "\"actions\": [\"P-7\"]"), CommonError.RUBRIC_UNKNOWN_TARGET);
    }

    @Test
    void alternativesMustBeWorthTheSame() {
        String json = RubricExample.json(", \"altGroup\": \"g\"")
                .replace("\"points\": 20, \"end\": \"HV-9", "\"points\": 10, \"end\": \"HV-9");
        only(json, CommonError.RUBRIC_ALTERNATIVES);
    }

    @Test
    void theFormIsChecked() {
        only(
                good.replace("\"after\": [\"valve\"], \"strict\"", "\"after\": [\"vlave\"], \"strict\""),
                CommonError.JSON_MISTYPED_NAME);
        only(good.replace("\"id\": \"pump\"", "\"id\": \"valve\""), CommonError.JSON_DUPLICATE_NAME);
        only(good.replace("\"severity\": 3", "\"severity\": 9"), CommonError.JSON_NUMBER_RANGE);
        only(good.replace("\"holdS\": 2", "\"holds\": 2"), CommonError.JSON_MISTYPED_FIELD);
        only(good.replace("\"outerHigh\": 5", "\"outerHigh\": 0.5"), CommonError.JSON_NUMBER_RANGE);
        only(good.replace("\"formatVersion\": \"1.0\"", "\"formatVersion\": \"2.0\""), CommonError.JSON_WRONG_VERSION);
    }

    @Test
    void theHashIgnoresSpellingButNotContent() {
        String spaced = good.replace(",", " ,\n").replace("\"points\": 20", "\"points\": 20.0");
        assertThat(hash(spaced)).isEqualTo(hash(good)).hasSize(64);
        assertThat(hash(good.replace("\"points\": 30", "\"points\": 31"))).isNotEqualTo(hash(good));
    }

    private static String hash(String json) {
        return RubricReader.read("t.json", json.getBytes(StandardCharsets.UTF_8), Findings.throwing())
                .head()
                .ref()
                .sha256();
    }

    private List<Finding> check(String json) {
        return RubricLint.check("test.json", json.getBytes(StandardCharsets.UTF_8), plant.table());
    }

    private Finding only(String json, CommonError code) {
        assertThat(json).isNotEqualTo(good);
        List<Finding> findings = check(json);
        assertThat(findings).extracting(Finding::code).containsExactly(code);
        return findings.get(0);
    }
}
