package org.openots.instructor.strategy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.openots.common.json.Finding;

/** Each rule for strategies, hit and not hit, against the content of the suite. */
class StrategyCheckTest {
    private static final StrategyCheck CHECK = new StrategyCheck(StrategyFiles.content());

    static List<StrategyFiles.Change> wrong() {
        return StrategyFiles.changes("wrong");
    }

    static List<StrategyFiles.Change> sound() {
        return StrategyFiles.changes("sound");
    }

    @ParameterizedTest
    @ValueSource(strings = {"exam", "exam-hazop", "training"})
    void theExamplesAreSound(String name) {
        StrategyCheck.Result result = CHECK.check(name + ".json", StrategyFiles.bytes(name));
        assertThat(result.findings()).isEmpty();
        assertThat(result.rules()).isGreaterThan(15).isEqualTo(result.kept());
    }

    @ParameterizedTest
    @ValueSource(strings = {"exam-distillation", "exam-hazop"})
    void theExamplesOfTheManualAreSound(String name) throws IOException {
        Path file = Path.of("..", "docs", "examples", name + ".json");
        assertThat(CHECK.check(name + ".json", Files.readAllBytes(file)).findings())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void aWrongOneIsNamedAtItsPlace(StrategyFiles.Change change) {
        StrategyCheck.Result result = CHECK.check("f.json", change.bytes());
        assertThat(result.findings().stream().map(f -> f.code().code() + " " + f.pointer()))
                .containsExactlyInAnyOrderElementsOf(change.findings());
        assertThat(result.isSound()).isFalse();
        assertThat(result.kept()).isLessThanOrEqualTo(result.rules());
        for (Finding finding : result.findings()) {
            assertThat(finding.messageIn(Locale.SIMPLIFIED_CHINESE))
                    .startsWith("f.json#")
                    .containsPattern("\\p{IsHan}");
            assertThat(finding.messageIn(Locale.ENGLISH)).startsWith("f.json#").doesNotContainPattern("\\p{IsHan}");
            assertThat(finding.ruleIn(Locale.ENGLISH)).isNotBlank();
            assertThat(finding.hintIn(Locale.ENGLISH)).isNotBlank();
            assertThat(finding.hintIn(Locale.SIMPLIFIED_CHINESE)).isNotBlank();
        }
    }

    @ParameterizedTest
    @MethodSource("sound")
    void whatIsJustWithinARuleIsSound(StrategyFiles.Change change) {
        assertThat(CHECK.check("f.json", change.bytes()).findings()).isEmpty();
    }

    @Test
    void everyRuleIsHit() {
        Set<String> hit = new HashSet<>();
        wrong().forEach(change ->
                change.findings().forEach(finding -> hit.add(finding.substring(0, finding.indexOf(" ")))));
        assertThat(hit)
                .containsAll(Arrays.stream(StrategyError.values())
                        .map(StrategyError::code)
                        .collect(Collectors.toSet()));
    }

    @Test
    void allMistakesAreNamedAtOnceAndThoseOfFormFirst() {
        String json = new String(StrategyFiles.bytes("exam"), StandardCharsets.UTF_8)
                .replace("\"lateEntrySec\"", "\"lateEntrySecs\"")
                .replace("\"weight\": 40,", "")
                .replace("\"keep\": \"only\"", "\"keep\": \"first\"");
        StrategyCheck.Result result = CHECK.check("exam.json", json.getBytes(StandardCharsets.UTF_8));
        assertThat(result.strategy()).isEmpty();
        assertThat(result.rules()).isZero();
        assertThat(result.findings().stream().map(f -> f.code().code() + " " + f.pointer()))
                .containsExactlyInAnyOrder(
                        "OTS-JSON-004 /paper/sections/0", "OTS-JSON-008 /attempts/keep", "OTS-JSON-006 /time");
    }

    @Test
    void groupsOfTheOtherKindAreUnknown() {
        StrategyCheck.Result result = CHECK.check(
                "x.json",
                new String(StrategyFiles.bytes("training"), StandardCharsets.UTF_8)
                        .replace("\"kind\": \"training\"", "\"kind\": \"exam\"")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(result.findings().stream().filter(f -> f.code().code().equals("OTS-JSON-004")))
                .hasSize(4);
        assertThat(result.findings().stream().filter(f -> f.code().code().equals("OTS-JSON-005")))
                .hasSize(4);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{", "{\"format\": \"rubric\", \"formatVersion\": \"1.0\"}", "null", "7"})
    void whatIsNoStrategyIsRefused(String text) {
        StrategyCheck.Result result = CHECK.check("x.json", text.getBytes(StandardCharsets.UTF_8));
        assertThat(result.isSound()).isFalse();
        assertThat(result.strategy()).isEmpty();
    }
}
