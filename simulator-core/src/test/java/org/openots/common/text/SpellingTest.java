package org.openots.common.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SpellingTest {
    @Test
    void aSlipOfTheFingerFindsTheName() {
        assertThat(Spelling.nearest("LIC-720", List.of("LIC-702", "LIC-703", "FIC-701")))
                .contains("LIC-702");
        assertThat(Spelling.nearest("lic-702", List.of("LIC-702"))).contains("LIC-702");
    }

    @Test
    void somethingElseFindsNothing() {
        assertThat(Spelling.nearest("HV-713", List.of("AI-701", "TIC-705.SP"))).isEmpty();
    }

    @Test
    void equallyCloseNamesAreOrdered() {
        assertThat(Spelling.nearest("TI-70", List.of("TI-709", "TI-701"))).contains("TI-701");
    }
}
