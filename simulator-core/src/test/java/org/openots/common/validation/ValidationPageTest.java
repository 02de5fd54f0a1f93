package org.openots.common.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openots.common.text.LocalText;

/** docs/validation.md says the same in both languages, and nothing that no test says. */
class ValidationPageTest {
    private static final int TEST = 7;

    private static Claim claim(String id, String limit) {
        return new Claim(
                Topic.EQUILIBRIUM,
                id,
                new LocalText("结论", "claim"),
                0.25,
                limit,
                "K",
                new LocalText("来源", "source"),
                "ValidationPageTest");
    }

    @Test
    void bothLanguagesSayTheSame() {
        ValidationPage page = ValidationPage.read();
        assertThat(page.chinese().keySet())
                .isNotEmpty()
                .isEqualTo(page.english().keySet());
        page.chinese().forEach((id, row) -> {
            String other = page.english().getOrDefault(id, "");
            for (int cell : new int[] {3, 4, 5, TEST}) {
                assertThat(ValidationPage.cell(row, cell)).as(id).isEqualTo(ValidationPage.cell(other, cell));
            }
        });
    }

    @Test
    void everyRowHasItsTest() {
        Set<String> tests = ValidationFiles.tests(Path.of(".."));
        ValidationPage.read()
                .chinese()
                .forEach((id, row) -> assertThat(tests).as("test of %s", id).contains(ValidationPage.cell(row, TEST)));
    }

    @Test
    void rowsOfOtherModulesStay() {
        Claim foreign = new Claim(
                Topic.CONSERVATION,
                "conservation.a",
                new LocalText("结论", "claim"),
                1e-12,
                "≤ 1e-9",
                "1",
                new LocalText("来源", "source"),
                "TestOfAnotherModule");
        ValidationPage before = page(foreign, claim("equilibrium.gone", "≤ 1"));
        ValidationPage after = ValidationPage.of(
                ValidationPage.text(List.of(claim("equilibrium.a", "≤ 1")), Set.of("ValidationPageTest"), before));
        assertThat(after.chinese().keySet()).containsExactly("equilibrium.a", "conservation.a");
        after.states(foreign);
    }

    private static ValidationPage page(Claim... claims) {
        ValidationPage empty = new ValidationPage(Map.of(), Map.of());
        return ValidationPage.of(ValidationPage.text(List.of(claims), Set.of(), empty));
    }

    @Test
    void aMissingClaimOrAnotherLimitIsFoundOut() {
        ValidationPage page = page(claim("equilibrium.a", "≤ 0.25"));
        page.states(claim("equilibrium.a", "≤ 0.25"));
        assertThatThrownBy(() -> page.states(claim("equilibrium.a", "≤ 0.3")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("limit of equilibrium.a");
        assertThatThrownBy(() -> page.states(claim("equilibrium.b", "≤ 0.25")))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("does not state equilibrium.b");
    }

    @ParameterizedTest
    @CsvSource({
        "0,0",
        "0.25,0.25",
        "0.023641,0.02364",
        "78.1514,78.15",
        "14056.2,14056",
        "-1.5,-1.5",
        "2.34e-12,2.3e-12",
        "1e-9,1e-9",
        "123456,1.2e5"
    })
    void figuresHaveFourDigits(double value, String text) {
        assertThat(Claim.number(value)).isEqualTo(text);
    }

    @Test
    void aClaimSurvivesItsFile() {
        Claim claim = claim("equilibrium.a", "≤ 0.25");
        assertThat(Claim.of(claim.json())).isEqualTo(claim);
    }
}
