package org.openots.common.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.error.CommonError;
import org.openots.common.json.Finding;
import org.openots.common.json.Findings;
import org.openots.common.signal.SignalRange;
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
        only(good.replace("TI-3 > 150", "TI-3 > 150 and TI-3 < 100"), CommonError.RUBRIC_NEVER);
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
    void aStrictPredecessorIsADirectOne() {
        String indirect = good.replace(
                "\"end\": \"REPORT == 1\", \"holdS\": 0, \"after\": [\"valve\"]",
                "\"end\": \"REPORT == 1\", \"holdS\": 0, \"after\": [\"pump\"], \"strict\": [\"valve\"]");
        Finding finding = only(indirect, CommonError.RUBRIC_STRICT);
        assertThat(finding.pointer()).isEqualTo("/steps/2/strict/0");
        assertThat(finding.in(Locale.ENGLISH)).contains("\"valve\" is not in \"after\"");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"timeLimitS\": 1000 | \"timeLimitS\": 1e300 | /timeLimitS",
                "\"timeLimitS\": 1000 | \"timeLimitS\": 0 | /timeLimitS",
                "\"holdS\": 2 | \"holdS\": 100000 | /steps/1/holdS",
                "\"referenceS\": 100 | \"referenceS\": 1e9 | /steps/0/referenceS",
                "\"minDurationS\": 60 | \"minDurationS\": 1e9 | /quality/0/minDurationS",
            })
    void noTimeIsLongerThanADay(String right, String wrong, String pointer) {
        assertThat(only(good.replace(right, wrong), CommonError.JSON_NUMBER_RANGE)
                        .pointer())
                .isEqualTo(pointer);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "LIC-2 > 90 | LIC-2 > 100 | /penalties/1/when",
                "LIC-2 > 90 | LIC-2 > 60 and LIC-2 < 50 | /penalties/1/when",
                "HV-1 >= 90 | LIC-2 - 100 > 0 | /steps/0/end",
                "HV-1 >= 90 | inBand(LIC-2, 110, 120, 60) | /steps/0/end",
                "HV-1 >= 90 | HV-1 >= 90 and heldFor(LIC-2 == 101, 5) | /steps/0/end",
                "E-3 == 1 | 70 < LIC-2 and 60 > LIC-2 | /quality/0/guard",
            })
    void aLimitMustBeInTheRangeOfItsSignal(String right, String wrong, String pointer) {
        String json = good.replace(right, wrong);
        Map<String, SignalRange> ranges = Map.of("LIC-2", new SignalRange(0, 100));
        assertThat(check(json)).extracting(Finding::code).doesNotContain(CommonError.JSON_NUMBER_RANGE);
        assertThat(RubricLint.check("test.json", json.getBytes(StandardCharsets.UTF_8), plant.table(), ranges))
                .anySatisfy(finding -> {
                    assertThat(finding.code()).isEqualTo(CommonError.RUBRIC_OUT_OF_RANGE);
                    assertThat(finding.pointer()).isEqualTo(pointer);
                    assertThat(finding.in(Locale.ENGLISH)).contains("LIC-2 0 … 100");
                });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "LIC-2 >= 100",
                "LIC-2 > 60 or LIC-2 < 50",
                "not (LIC-2 < 200)",
                "everTrue(LIC-2 > 60) and LIC-2 < 50",
                "abs(LIC-2 - 60) < 5 and LIC-2 < 57",
                "rate(LIC-2, 60) > 200",
                "LIC-2 * LIC-2 > 9000",
            })
    void whatCanHoldIsNoMistake(String condition) {
        String json = good.replace("HV-1 >= 90", condition);
        Map<String, SignalRange> ranges = Map.of("LIC-2", new SignalRange(0, 100));
        assertThat(RubricLint.check("test.json", json.getBytes(StandardCharsets.UTF_8), plant.table(), ranges))
                .isEmpty();
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
