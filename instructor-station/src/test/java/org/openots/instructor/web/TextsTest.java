package org.openots.instructor.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openots.instructor.app.StationConfig;
import org.openots.instructor.app.StationFixture;

/** The words of the shipped pages, as the station hands them out. */
class TextsTest {
    private static final Pattern GAP = Pattern.compile("\\{\\d}");
    private static final Pattern USED = Pattern.compile("\\bt\\('([a-z][a-z0-9.-]*)'");
    private static final Path SCRIPTS =
            Path.of("src", "main", "resources", "org", "openots", "instructor", "web", "js");

    /** English that leaves out a word on purpose: "HH high high" says it twice. */
    private static final Set<String> SHORTER = Set.of("faceplate.alarm");

    @TempDir
    private static Path data;

    private static JsonNode chinese;
    private static JsonNode english;

    @BeforeAll
    static void read() {
        StationConfig usual = StationFixture.config(data, Double.POSITIVE_INFINITY);
        WebSettings shipped = new WebSettings("127.0.0.1", 0, WebSettings.PAGES, WebSettings.TEXTS);
        try (StationFixture station = StationFixture.start(new StationConfig(
                data, shipped, false, 1, usual.graceSeconds(), usual.passwordCost(), usual.clock()))) {
            chinese = station.client().get("/i18n/zh-CN.json").expect(200).json();
            english = station.client().get("/i18n/en.json").expect(200).json();
        }
    }

    @Test
    void bothLanguagesHaveTheSameKeysWithTheSameGaps() {
        assertThat(keys(english)).isEqualTo(keys(chinese)).hasSizeGreaterThan(400);
        for (String key : keys(chinese)) {
            assertThat(english.path(key).asText()).as(key).isNotBlank();
            assertThat(chinese.path(key).asText()).as(key).isNotBlank();
            if (!SHORTER.contains(key)) {
                assertThat(gaps(english.path(key).asText()))
                        .as(key)
                        .isEqualTo(gaps(chinese.path(key).asText()));
            }
        }
    }

    @Test
    void everyKeyThatAScriptNamesHasItsWords() throws IOException {
        try (Stream<Path> files = Files.walk(SCRIPTS)) {
            for (Path file : files.filter(one -> one.toString().endsWith(".js")).toList()) {
                List<String> used = USED.matcher(Files.readString(file))
                        .results()
                        .map(result -> result.group(1))
                        .toList();
                assertThat(keys(chinese)).as(file.toString()).containsAll(used);
            }
        }
    }

    private static Set<String> keys(JsonNode texts) {
        return texts.properties().stream().map(entry -> entry.getKey()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> gaps(String text) {
        return GAP.matcher(text).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }
}
