package org.openots.instructor.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.openots.common.error.OtsException;

class StationErrorTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Properties bundle(String suffix) throws IOException {
        Properties properties = new Properties();
        String file = "StationMessages" + suffix + ".properties";
        try (InputStream in = StationError.class.getResourceAsStream(file)) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> places(String sentence) {
        Set<String> places = new TreeSet<>();
        Matcher matcher = PLACE.matcher(sentence);
        while (matcher.find()) {
            places.add(matcher.group());
        }
        return places;
    }

    @Test
    void everyErrorHasASentenceInBothLanguagesWithTheSameValues() throws IOException {
        Properties zh = bundle("");
        Properties en = bundle("_en");
        Set<String> names = Arrays.stream(StationError.values()).map(Enum::name).collect(Collectors.toSet());
        assertThat(zh.stringPropertyNames()).isEqualTo(names);
        assertThat(en.stringPropertyNames()).isEqualTo(names);
        for (String name : names) {
            assertThat(places(en.getProperty(name))).as(name).isEqualTo(places(zh.getProperty(name)));
            assertThat(zh.getProperty(name)).as(name).contains("。");
            // an apostrophe would swallow the placeholders after it
            assertThat(en.getProperty(name)).as(name).doesNotContain("'").endsWith(".");
        }
    }

    @Test
    void codesAreUnique() {
        assertThat(Arrays.stream(StationError.values()).map(StationError::code)).doesNotHaveDuplicates();
        assertThat(Arrays.stream(StationError.values()).map(StationError::status))
                .allMatch(s -> s >= 400 && s < 600);
    }

    @Test
    void aLengthThatNobodyKnowsIsNotSaid() {
        OtsException e = new OtsException(StationError.TOO_LARGE, -1L, 65_536L);
        assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).contains("65536").doesNotContain("-1");
        assertThat(e.messageIn(Locale.ENGLISH)).contains("65536").doesNotContain("-1");
    }

    @Test
    void chineseIsTheBaseLanguage() {
        OtsException e = new OtsException(StationError.RUN_UNKNOWN, "r1");
        assertThat(e.messageIn(Locale.SIMPLIFIED_CHINESE)).contains("r1").contains("运行");
        assertThat(e.messageIn(Locale.ENGLISH)).isEqualTo("There is no run r1. Open it again from My tasks.");
    }
}
