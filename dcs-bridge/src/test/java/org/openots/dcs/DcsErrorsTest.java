package org.openots.dcs;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.openots.common.error.ErrorCode;

/** The sentences of every error of the module, and their codes. */
class DcsErrorsTest {
    private static final Pattern PLACE = Pattern.compile("\\{\\d}");
    /** A sentence, or the sentence of the rule that was broken at the end of one. */
    private static final String ENDS_CHINESE = "(?s).*(。|\\{\\d})";

    private static final String ENDS_ENGLISH = "(?s).*(\\.|\\{\\d})";

    static Stream<Arguments> errors() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests()).importPackages("org.openots.dcs").stream()
                        .filter(one -> one.isEnum() && one.isAssignableTo(ErrorCode.class))
                        .sorted(Comparator.comparing(JavaClass::getName))
                        .map(one -> (ErrorCode[]) one.reflect().getEnumConstants())
                        .map(codes -> Arguments.of(codes[0].bundle(), codes));
    }

    private static Properties bundle(String name, String suffix) throws IOException {
        Properties properties = new Properties();
        String file = "/" + name.replace('.', '/') + suffix + ".properties";
        try (InputStream in = DcsErrorsTest.class.getResourceAsStream(file)) {
            assertThat(in).as(file).isNotNull();
            properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
        }
        return properties;
    }

    private static Set<String> places(String sentence) {
        return PLACE.matcher(sentence).results().map(MatchResult::group).collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("errors")
    void everyErrorHasASentenceInBothLanguagesWithTheSameValues(String bundle, ErrorCode[] codes) throws IOException {
        Properties zh = bundle(bundle, "");
        Properties en = bundle(bundle, "_en");
        Set<String> names = Arrays.stream(codes).map(ErrorCode::name).collect(Collectors.toSet());
        assertThat(zh.stringPropertyNames()).isEqualTo(names);
        assertThat(en.stringPropertyNames()).isEqualTo(names);
        for (String name : names) {
            assertThat(places(en.getProperty(name))).as(name).isEqualTo(places(zh.getProperty(name)));
            // a single apostrophe would swallow the placeholders after it
            assertThat(zh.getProperty(name).replace("''", ""))
                    .as(name)
                    .doesNotContain("'")
                    .matches(ENDS_CHINESE);
            assertThat(en.getProperty(name).replace("''", ""))
                    .as(name)
                    .doesNotContain("'")
                    .matches(ENDS_ENGLISH);
            assertThat(zh.getProperty(name)).as(name).isNotEqualTo(en.getProperty(name));
        }
    }

    @Test
    void everyEnumOfErrorsIsFound() {
        assertThat(errors().map(one -> one.get()[0]))
                .hasSizeGreaterThanOrEqualTo(12)
                .doesNotHaveDuplicates()
                .contains("org.openots.dcs.gate.GateMessages", "org.openots.dcs.mqtt.MqttMessages");
    }

    @Test
    void noCodeStandsForTwoErrors() {
        assertThat(errors().flatMap(one -> Arrays.stream((ErrorCode[]) one.get()[1]))
                        .map(ErrorCode::code))
                .doesNotHaveDuplicates();
    }
}
