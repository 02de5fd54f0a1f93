package org.openots.hazop.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TaskErrorTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");

    private static Properties bundle(String suffix) throws IOException {
        Properties properties = new Properties();
        try (InputStream in = TaskError.class.getResourceAsStream("TaskMessages" + suffix + ".properties")) {
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void everyErrorHasASentenceInBothLanguagesWithTheSameValues() throws IOException {
        Properties zh = bundle("");
        Properties en = bundle("_en");
        Set<String> names = Arrays.stream(TaskError.values()).map(Enum::name).collect(Collectors.toSet());
        assertThat(zh.stringPropertyNames()).isEqualTo(names);
        assertThat(en.stringPropertyNames()).isEqualTo(names);
        for (String name : names) {
            assertThat(places(en.getProperty(name))).as(name).isEqualTo(places(zh.getProperty(name)));
            assertThat(zh.getProperty(name)).as(name).endsWith("。");
            // an apostrophe would swallow the placeholders after it
            assertThat(en.getProperty(name)).as(name).doesNotContain("'").endsWith(".");
        }
        assertThat(Arrays.stream(TaskError.values()).map(TaskError::code)).doesNotHaveDuplicates();
    }
}
