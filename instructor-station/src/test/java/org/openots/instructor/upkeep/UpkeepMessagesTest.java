package org.openots.instructor.upkeep;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.ErrorCode;
import org.openots.instructor.scenario.ScenarioError;
import org.openots.instructor.skill.SkillError;

/** The sentences about health, backups and scenarios are there in both languages, with the same values. */
class UpkeepMessagesTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    static Stream<List<ErrorCode>> catalogues() {
        return Stream.of(
                List.of(UpkeepError.values()),
                List.of(HealthProblem.values()),
                List.of(ScenarioError.values()),
                List.of(SkillError.values()));
    }

    private static Properties bundle(String name) throws IOException {
        Properties properties = new Properties();
        try (InputStream in =
                UpkeepMessagesTest.class.getResourceAsStream("/" + name.replace('.', '/') + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("catalogues")
    void everySentenceIsThereInBothLanguages(List<ErrorCode> codes) throws IOException {
        Properties zh = bundle(codes.get(0).bundle());
        Properties en = bundle(codes.get(0).bundle() + "_en");
        Set<String> names = codes.stream().map(ErrorCode::name).collect(Collectors.toSet());
        assertThat(zh.stringPropertyNames()).isEqualTo(names);
        assertThat(en.stringPropertyNames()).isEqualTo(names);
        for (String name : names) {
            assertThat(places(en.getProperty(name))).as(name).isEqualTo(places(zh.getProperty(name)));
            assertThat(zh.getProperty(name)).as(name).contains("。");
            // an apostrophe would swallow the placeholders after it
            assertThat(en.getProperty(name)).as(name).doesNotContain("'").endsWith(".");
        }
        assertThat(codes.stream().map(ErrorCode::code)).doesNotHaveDuplicates();
    }
}
