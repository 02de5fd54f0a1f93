package org.openots.common.error;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.openots.common.text.LocalText;

class CommonErrorTest {
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    @Test
    void everyCodeHasOneSentenceInBothLanguagesWithTheSamePlaceholders() {
        String bundle = CommonError.JSON_SYNTAX.bundle();
        ResourceBundle zh = ResourceBundle.getBundle(bundle, Locale.CHINA, NO_FALLBACK);
        ResourceBundle en = ResourceBundle.getBundle(bundle, Locale.ENGLISH, NO_FALLBACK);
        Set<String> keys = new TreeSet<>();
        for (CommonError error : CommonError.values()) {
            keys.add(error.name());
            assertThat(placeholders(zh.getString(error.name())))
                    .as(error.name())
                    .isEqualTo(placeholders(en.getString(error.name())));
            assertThat(zh.getString(error.name()))
                    .as("apostrophes swallow placeholders")
                    .doesNotContain("'");
            assertThat(en.getString(error.name()))
                    .as("apostrophes swallow placeholders")
                    .doesNotContain("'");
        }
        assertThat(zh.keySet()).isEqualTo(keys);
        assertThat(en.keySet()).isEqualTo(keys);
    }

    @Test
    void codesAreUnique() {
        List<String> codes =
                Arrays.stream(CommonError.values()).map(CommonError::code).toList();
        assertThat(new HashSet<>(codes)).hasSameSizeAs(codes);
    }

    @Test
    void chineseIsAnsweredOnAnEnglishMachine() {
        Locale before = Locale.getDefault();
        try {
            Locale.setDefault(Locale.US);
            ResourceBundle.clearCache();
            String message = Messages.render(CommonError.FILE_UNREADABLE, List.of("a.json", "x"), Locale.CHINA);
            assertThat(message).contains("无法读取文件");
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void numbersAreWrittenInFullAndTextsInTheReadersLanguage() {
        LocalText rule = new LocalText("必须大于 0", "must be positive");
        OtsException error = new OtsException(CommonError.JSON_NUMBER_RANGE, "plant.json#/a", -1234567.5, rule);
        assertThat(error.messageIn(Locale.ENGLISH)).startsWith("plant.json#/a: -1234567.5 must be positive.");
        assertThat(error.messageIn(Locale.CHINA)).startsWith("plant.json#/a：-1234567.5 不符合要求：必须大于 0。");
        assertThat(error.getMessage()).startsWith("OTS-JSON-003 plant.json#/a: ");
    }

    @Test
    void aWholeNumberHasNoDecimals() {
        assertThat(Messages.render(CommonError.JSON_NUMBER_RANGE, List.of("f", 60.0, "is odd"), Locale.ENGLISH))
                .startsWith("f: 60 is odd.");
    }

    private static Set<String> placeholders(String sentence) {
        Set<String> found = new TreeSet<>();
        var matcher = Pattern.compile("\\{\\d+}").matcher(sentence);
        while (matcher.find()) {
            found.add(matcher.group());
        }
        return found;
    }
}
