package org.openots.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class BriefTest {
    @Test
    void longTextEndsWithAMark() {
        assertThat(Brief.of("a".repeat(80))).isEqualTo("a".repeat(80));
        assertThat(Brief.of("a".repeat(16_000))).isEqualTo("a".repeat(80) + "…");
    }

    @Test
    void aCharacterOfTwoHalvesIsNotCutInTwo() {
        assertThat(Brief.of("a".repeat(79) + "😀b")).isEqualTo("a".repeat(79) + "…");
    }

    @Test
    void numbersAreShort() {
        assertThat(Brief.number(83.16384)).isEqualTo("83.164");
        assertThat(Brief.number(60)).isEqualTo("60");
        assertThat(Brief.number(-0.0001)).isEqualTo("0");
        assertThat(Brief.number(Double.NaN)).isEqualTo("NaN");
    }
}
